"""What a figure is: a written quantity, what it measures, how much, of what kind."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from hzview.model import Span


class Measure(StrEnum):
    """How a number relates to what it is said of."""

    LEVEL = "level"
    """The quantity itself, shares and rates included."""
    GROWTH = "growth"
    """Relative change in % or 倍; negative for a fall."""
    CHANGE = "change"
    """Absolute change (提高2.9个百分点, 增加300元); negative for a fall."""
    RANK = "rank"
    """A place in an order (居全省第二位)."""


class Kind(StrEnum):
    """Whether the report says that it is so, or that it shall be so."""

    ACTUAL = "actual"
    TARGET = "target"


class Bound(StrEnum):
    """On which side of the written number the quantity lies."""

    EXACT = "="
    AT_LEAST = ">="
    """以上, 不低于."""
    AT_MOST = "<="
    """以内, 以下, 控制在."""
    ABOVE = ">"
    """超过, 突破, 多, 余."""
    BELOW = "<"
    """不到, 低于."""
    ABOUT = "~"
    """左右, 约, 近."""


class Figure(NamedTuple):
    """A written quantity and what it says."""

    span: Span
    """Where it is written: the shortest run that holds numeral, magnitude and unit."""
    text: str
    """What is written there: 70多万人次."""
    value: Decimal
    """Numeral times the magnitude that is not part of ``unit``, sign included: 70 for 70多万人次."""
    value_to: Decimal | None
    """Upper end of a range (6%—6.5%); None elsewhere."""
    unit: str
    """Unit with its magnitude: 亿元, 万人次, %, 个百分点, 位."""
    bound: Bound
    """=, >=, <=, >, < or ~."""
    indicators: tuple[str, ...]
    """What is measured; several where one figure is said of several at once. Never empty; ("",) where unknown."""
    measure: Measure
    """Level, growth, change or rank."""
    kind: Kind
    """Actual or target."""
    period: int | None
    """Year that it speaks of, where the report fixes it."""
    part: int
    """Index into ``Report.parts`` of the part that it stands in."""
    sentence: Span
    """The sentence around it."""
    threshold: bool = False
    """Whether it only qualifies another noun (投资超10亿元的项目)."""
    doubts: tuple[str, ...] = ()
    """Why the reading may be wrong, one short code each; empty where the rules are sure."""
