"""The pieces that patterns of quantities are made of: numerals, magnitudes, units.

Everything reads folded text. No piece backtracks without bound: runs of digits are possessive and limited, and so are
runs of Chinese numerals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from hzview.figures.late import Late
from hzview.figures.units import UNITS, Family

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}+(?![\d,]\d)|\d{1,15}+(?!\d))(?:\.\d{1,8}+)?"
"""An Arabic numeral, thousands commas included."""
CHINESE = "[〇零一二三四五六七八九两十百千万亿]"
"""One character of a Chinese numeral."""
DIGIT = "[〇零一二三四五六七八九两]"
"""One digit of a Chinese decimal fraction."""
SMALL = "[一二三四五六七八九两十百]"
"""One character of a Chinese numeral below a thousand."""
_PARTS = "百平方公里|人|户|亩|吨|年|月|日|天|时|小时|千瓦时|立方米|平方米|平方公里|公里|次|度|股|升|斤|公斤|公顷|例|台|件|百人|千人"


_PER = re.compile(f"/万?(?:{_PARTS})")
_MAGNITUDE_FIRST = frozenset("多余几十百千万亿")
"""What begins a magnitude, or hedges it; before anything else a unit stands at once."""
_BARE_AFTER = frozenset("万亿多余")
_NOT_BARE_BEFORE = (
    "年", "级", "产业集群", "象", "里", "吨", "元", "亩", "千瓦", "斤", "平方", "立方", "公里", "美元", "标箱", "字", "伏", "电子伏",
)  # fmt: skip


class Tail(NamedTuple):
    """What follows the numeral of an amount."""

    more: bool
    """Whether 多, 余 or 几 stands in it."""
    magnitude: str
    """Magnitude before the unit: 万, 千万; empty where there is none."""
    unit: str
    """The unit, with what it is counted per (元/千瓦时); empty after a bare magnitude (670万职工)."""
    end: int
    """One past its last character."""


_MAGNITUDES = {"万": ("万亿", "万", ""), "亿": ("亿", "")}
"""Magnitudes before a unit by their first character, in the order in which they are tried."""
_NO_MAGNITUDE = ("",)
_MORE = frozenset("多余几")


def magnitudes_at(text: str, at: int) -> Sequence[str]:
    """Return the magnitudes that may stand at ``at``, in the order in which they are to be tried; the last is none."""
    return _MAGNITUDES.get(text[at : at + 1], _NO_MAGNITUDE)


def tail_at(
    text: str, at: int, magnitudes: Callable[[str, int], Sequence[str]] = magnitudes_at
) -> Tail | None:
    """Return the magnitude and unit at ``at``; None where no unit stands there.

    ``magnitudes`` gives those that may stand at a place of the text, in the order in which they are tried.

    The units are looked up and not part of a pattern: compiling them would take longer than reading a report.
    """
    first = text[at : at + 1]
    if first not in _MAGNITUDE_FIRST:
        if unit := unit_at(text, at):
            return Tail(False, "", unit, at + len(unit))
        if text[at - 1] not in _BARE_AFTER:
            return None
    for after in (at + 1, at) if first in _MORE else (at,):
        for magnitude in magnitudes(text, after):
            if not text.startswith(magnitude, after):
                continue
            place = after + len(magnitude)
            for start in (place + 1, place) if text[place : place + 1] in ("多", "余") else (place,):
                unit = unit_at(text, start)
                if unit or (text[start - 1] in _BARE_AFTER and not text.startswith(_NOT_BARE_BEFORE, start)):
                    return Tail(after > at or start > place, magnitude, unit, start + len(unit))
    return None


def unit_at(text: str, at: int) -> str:
    """Return the longest unit at ``at``, with what it is counted per: 元/千瓦时; empty where none stands there."""
    for length in _LENGTHS.get(text[at : at + 2], _ONE):
        end = at + length
        name = text[at:end]
        unit = UNITS.get(name)
        if unit is not None:
            after = text[end : end + 1]
            if after in _BARRING[name] and text.startswith(unit.barred, end):
                continue
            per = _PER.match(text, end) if after == "/" else None
            return name + per.group() if per else name
    return ""


_BARRING = {name: frozenset(word[0] for word in unit.barred) for name, unit in UNITS.items()}
"""First characters of what may not stand behind a unit."""
_ONE = (1,)


def _lengths() -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for name in UNITS:
        if len(name) > 1:
            lengths.setdefault(name[:2], {1}).add(len(name))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


_LENGTHS = _lengths()
"""Lengths of the units that begin with two characters, longest first; a unit of one is tried last."""
MAY_FOLLOW = frozenset(name[0] for name in UNITS) | frozenset("十百千万亿多余几成-至到:/、和与及")
"""What may stand right behind the digits of a quantity; after anything else nothing has to be tried."""


def family(unit: str) -> Family | None:
    """Return what a unit measures, a per-part included; a bare magnitude counts."""
    if not unit:
        return Family.COUNT
    known = UNITS.get(unit) or UNITS.get(unit.partition("/")[0])
    return known.family if known else None


_LASTING = re.compile(
    "时间|天数|时限|周期|时长|日数|缩短|压缩|提速|寿命|年限|优良|达标|压减|减至|缩减|耗时|用时|日照|最多|不超过"
)
_CHANGED = Late("(?:天数|日数|优良|达标|寿命|年限)[^。;]{0,36}(?:增加|减少|提高|延长|多|少|增)(?:了|约|近)?$")
"""A change of such a quantity, which may have been named in a clause before: 优良天数达254天,增加|18天."""


def is_lasting(text: str, start: int, tail: Tail) -> bool:
    """Whether a time is a quantity and no mere duration: 优良天数300天 and 5万小时 are, 连续6天 and 24小时 are not."""
    if tail.unit in ("岁", "周岁") or "万" in tail.magnitude:
        return True
    before = text[max(0, start - 12) : start].rpartition(",")[2]
    if _LASTING.search(before):
        return True
    return (
        text[start - 1 : start] in _CHANGING and _CHANGED.search(text, max(0, start - 44), start) is not None
    )


def is_run(text: str, start: int, unit: str) -> bool:
    """Whether a count only tells how often in a row something was so, as a duration does: 连续|3次 获评先进."""
    return unit in ("次", "届") and text.endswith("连续", 0, start)


_CHANGING = frozenset("加少高长多增了约近")
"""Last characters of what ``_CHANGED`` looks for."""
