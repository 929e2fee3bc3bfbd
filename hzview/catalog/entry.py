"""What the catalog says of one indicator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hzview.figures.units import Family


class Polarity(StrEnum):
    """Whether a rise is what a government wants."""

    UP = "up"
    """A rise is good news: 居民人均可支配收入."""
    DOWN = "down"
    """A fall is: 城镇登记失业率."""
    NEUTRAL = "neutral"
    """Neither by itself: 居民消费价格, 人口自然增长率."""


class Nature(StrEnum):
    """How values of several years add up, which tells what a passage about five years may mean."""

    ACCOUNT = "account"
    """An amount that is always said for one year: 地区生产总值, 财政收入."""
    FLOW = "flow"
    """Counted over a time: 投资, 新增就业; in a review of five years it may be the sum."""
    STOCK = "stock"
    """Counted at a moment: 贷款余额, 常住人口."""
    RATE = "rate"
    """A share, a mean or a ratio, of one year or moment: 失业率, 人均可支配收入."""
    INDEX = "index"
    """A change by its name, said in percent or with last year as 100: 居民消费价格."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One entry of the catalog."""

    id: str
    """Short name that stays the same, of lower case letters, digits and hyphens."""
    name: str
    """Its name in the statistics, those of the 国家统计局 where they have it."""
    synonyms: tuple[str, ...]
    """Other names for the same thing in reports; spelling, width and scope words need none of their own."""
    units: tuple[Family | None, ...]
    """What its levels are measured in; None for a bare number."""
    nature: Nature
    """How its values add up."""
    polarity: Polarity
    """Whether a rise is good news."""
    definition: str
    """What it is, in one line of Chinese."""
    distinct: tuple[str, ...]
    """What it must not be merged with and why, a line of Chinese each."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its synonyms."""
        return (self.name, *self.synonyms)
