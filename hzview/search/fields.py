"""The fields of a query: their names, and how what is written after the colon is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from hzview.folding import fold

if TYPE_CHECKING:
    from decimal import Decimal


class Field(Enum):
    """What a field asks of; the value is the name that messages give it."""

    SECTION = "节"
    """The headings above a block."""
    REGION = "地区"
    """The report's region."""
    YEAR = "年"
    """The report's year of delivery."""
    VALUE = "数"
    """How much a figure says."""
    KIND = "类"
    """Of what kind or measure a figure is."""


NAMES: Mapping[str, Field] = MappingProxyType(
    {
        name: asked
        for asked, names in (
            (Field.SECTION, "节 章节 section"),
            (Field.REGION, "地区 region"),
            (Field.YEAR, "年 年份 year"),
            (Field.VALUE, "数 数值 value"),
            (Field.KIND, "类 类别 kind"),
        )
        for name in names.split()
    }
)
"""The fields by their folded names, as they are typed before the colon."""

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "实绩": "actual", "actual": "actual", "目标": "target", "target": "target",
        "水平": "level", "level": "level", "增速": "growth", "growth": "growth",
        "增减": "change", "change": "change", "位次": "rank", "rank": "rank",
    }
)  # fmt: skip
"""Kinds and measures of figures by what they are called in a query."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for."""

    text: str
    """What to look for, folded; never empty."""
    literal: bool
    """Whether it stood in straight double quotes: to be found as it is or not at all."""
    is_name: bool = field(default=False, compare=False)
    """Whether all its letters were typed as capitals (GDP): no pinyin."""


@dataclass(frozen=True, slots=True)
class Years:
    """A run of years, both ends included."""

    first: int
    """0 where it has no beginning."""
    last: int
    """9999 where it has no end."""

    def __contains__(self, year: object) -> bool:
        return isinstance(year, int) and self.first <= year <= self.last


@dataclass(frozen=True, slots=True)
class Limit:
    """One end of a range of values."""

    value: Decimal
    """The number, in ``unit``."""
    unit: str
    """Its unit with its magnitude, folded: 亿元, %, 个百分点; empty for a bare number."""
    is_open: bool = False
    """Whether the value itself lies outside (> and <)."""


@dataclass(frozen=True, slots=True)
class Range:
    """A range of values; at least one end is given."""

    low: Limit | None
    """Its lower end; None for none."""
    high: Limit | None
    """Its upper end; None for none."""


class Unreadable(ValueError):
    """What stands after a field's colon cannot be read; the message says in Chinese how it is written."""

    def __init__(self, message: str, *, is_complete: bool = True) -> None:
        """Say ``message``; ``is_complete`` is False for what may only not have been typed to its end."""
        super().__init__(message)
        self.is_complete = is_complete
        """Whether more typing cannot mend it."""


def read(asked: Field, text: str) -> object:
    """Read what stands after the colon: a str, ``Years`` or ``Range``, by the field.

    Raises:
        Unreadable: it is nothing of the kind.
    """
    folded = fold(text).text
    match asked:
        case Field.YEAR:
            return _years(folded)
        case Field.VALUE:
            return _range(folded)
        case Field.KIND:
            return _kind(folded)
        case _:
            if not folded:
                raise Unreadable(f"{asked.value}：后面写要有的字", is_complete=False)
            return folded


_YEARS = re.compile(r"(?P<first>[0-9]{4})?(?P<to>-|\.\.)?(?P<last>[0-9]{4})?")
_PART_OF_YEARS = re.compile(r"([0-9]{4}(-|\.\.?))?[0-9]{0,3}")


def _years(text: str) -> Years:
    text = text.removesuffix("年")
    match = _YEARS.fullmatch(text)
    if match and text and (match["to"] or not match["last"] or not match["first"]):
        first, last = match["first"], match["last"]
        if not match["to"]:
            first = last = first or last
        years = Years(int(first or 0), int(last or 9999))
        if (first or last) and years.first <= years.last:
            return years
    raise Unreadable("年：后面写 2018 或 2015-2020", is_complete=not _PART_OF_YEARS.fullmatch(text))


_NUMBER = r"[-+]?[0-9][0-9,]{0,30}(?:\.[0-9]{1,30})?"
_UNIT = r"[^\s0-9<>=.,\-…至到]{0,12}"
_COMPARED = re.compile(rf"(?P<sign>>=|<=|[><=≥≤])?(?P<value>{_NUMBER})(?P<unit>{_UNIT})")
_BETWEEN = re.compile(
    rf"(?:(?P<low>{_NUMBER})(?P<low_unit>{_UNIT}))?(?:\.\.+|…+|-|至|到)(?:(?P<high>{_NUMBER})(?P<high_unit>{_UNIT}))?"
)
_PART_OF_RANGE = re.compile(r"(?:>=?|<=?|=|≥|≤)?[-+]?")


def _range(text: str) -> Range:
    if match := _COMPARED.fullmatch(text):
        return _compared(match["sign"] or "=", _number(match["value"]), match["unit"])
    match = _BETWEEN.fullmatch(text)
    if match and (match["low"] or match["high"]):
        unit = match["low_unit"] or match["high_unit"] or ""
        low = Limit(_number(match["low"]), unit) if match["low"] else None
        high = Limit(_number(match["high"]), match["high_unit"] or unit) if match["high"] else None
        return Range(low, high)
    raise Unreadable("数：后面写 >1000亿元、8% 或 8%..10%", is_complete=not _PART_OF_RANGE.fullmatch(text))


def _compared(sign: str, value: Decimal, unit: str) -> Range:
    limit = Limit(value, unit, is_open=sign in "><")
    if sign == "=":
        return Range(limit, limit)
    return Range(limit, None) if sign in (">", ">=", "≥") else Range(None, limit)


def _number(text: str) -> Decimal:
    from decimal import Decimal

    return Decimal(text.replace(",", ""))


def _kind(text: str) -> str:
    known = KINDS.get(text)
    if known is None:
        is_part = any(name.startswith(text) for name in KINDS)
        raise Unreadable("类：后面写 目标、实绩、水平、增速、增减 或 位次", is_complete=not is_part)
    return known
