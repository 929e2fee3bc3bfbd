"""The pieces that patterns of quantities are made of: numerals, magnitudes and the alternation of all units.

Everything reads folded text. No piece backtracks without bound: runs of digits are possessive and limited, and so are
runs of Chinese numerals.
"""

from __future__ import annotations

import re

from hzview.figures.units import UNITS, Family

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}+(?![\d,]\d)|\d{1,15}+(?!\d))(?:\.\d{1,8}+)?"
"""An Arabic numeral, thousands commas included."""
CHINESE = "[〇零一二三四五六七八九两十百千万亿]"
"""One character of a Chinese numeral."""
SMALL = "[一二三四五六七八九两十百]"
"""One character of a Chinese numeral below a thousand."""
_PARTS = "人|户|亩|吨|年|月|日|天|时|小时|千瓦时|立方米|平方米|平方公里|公里|次|度|股|升|斤|公斤|公顷|例|台|件|百人|千人"


def _units() -> str:
    """One alternation of all units, longest first, each with what may not follow it."""
    names = sorted(UNITS, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) + _not_before(UNITS[name].barred) for name in names)


def _not_before(words: tuple[str, ...]) -> str:
    """A look-ahead that bars ``words``."""
    return f"(?!{'|'.join(words)})" if words else ""


UNIT = f"(?:{_units()})(?:/万?(?:{_PARTS}))?"
"""A unit, with what it is counted per: 元/千瓦时."""
BARE = "(?<=[万亿多余])(?!年|级|产业集群|象|里|吨|元|亩|千瓦|斤|平方|立方|公里|美元|标箱|字)"
"""A bare magnitude in place of a unit: 670万职工."""
MAY_FOLLOW = frozenset(name[0] for name in UNITS) | frozenset("十百千万亿多余几-至到:/")
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


def is_lasting(text: str, start: int, unit: str) -> bool:
    """Whether a time is a quantity and no mere duration: 优良天数300天 is, 连续6天 and 24小时 are not."""
    before = text[max(0, start - 12) : start].rpartition(",")[2]
    return unit in ("岁", "周岁") or _LASTING.search(before) is not None
