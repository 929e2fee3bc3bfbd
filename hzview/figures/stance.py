"""Kind and period: whether the report says that it is so or that it shall be so, and of which year it speaks.

The part of the report decides first (its role); words of the sentence before the number correct it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hzview.figures.attribute import Reading
from hzview.figures.figure import Kind
from hzview.figures.lexicon import Says
from hzview.figures.numerals import parse
from hzview.model import Report, Role

_PLANS = {
    "八五": 1995,
    "九五": 2000,
    "十五": 2005,
    "十一五": 2010,
    "十二五": 2015,
    "十三五": 2020,
    "十四五": 2025,
    "十五五": 2030,
}
"""Last years of the five-year plans."""

_CUES = re.compile(
    r"(?P<year>(?<![\d比较与同超由从是])(?<!等于)(?<!当于)(?:(?:19|20)\d{2}年?[-至到])?(?P<to>(?:19|20)\d{2}|[一二][〇零一二三四五六七八九]{3})年(?!起|以来))|"
    r"(?P<ahead>力争|(?<![斗竞])争取(?!到|国家|中央|上级|省)|确保|目标(?:为|是|定为|:)|预期目标|(?:今后|未来|下)[^,]{0,2}[五三几]年|明年|将达|下一步|要(?:力争|确保|达到|完成)|建议)|"
    r"(?P<this>今年)|(?P<past>(?<![比较与同超])(?:去年|上年)|已(?!知)|(?<!比)现有|经过|(?<![为除])了(?![解如望却然])|目前|截至|以来|过去|前几年|[五三四几]年来|5年来)|"
    r"\"?(?P<plan>(?:八|九|十[一二三四五]?)五)\"?(?:末|期末|时期末|期间|规划末|时期)|(?P<century>本世纪末)|(?P<base>的?基础上)"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a part of the report fixes for its figures."""

    kind: Kind
    """Kind of a figure of which no word says otherwise."""
    sure: bool
    """Whether the part's role fixes it."""
    period: int | None
    """Year of a figure of which no word says otherwise."""
    year: int | None
    """Year of the report's delivery."""


_DONE_TOO = ("确保", "建议", "争取")
"""Words of intent that in a review tell what was done: 争取各类资金420亿元."""
_FIVE_YEARS = re.compile("(?:今后|未来|下一个|下)(?:的)?五年")


def setting(report: Report, part: int) -> Setting:
    """What ``report.parts[part]`` fixes for its figures."""
    year = report.year
    role = report.parts[part].role
    kind = Kind.TARGET if role is Role.TASKS else Kind.ACTUAL
    period = None if year is None else (year if role is Role.TASKS else year - 1)
    if role is Role.TASKS and year is not None:
        index = part
        while index > 0:
            heading = report.parts[index].section.heading
            if _FIVE_YEARS.search(heading) and f"{year}年" not in heading:
                period = year + 4
                break
            index = report.parts[index].parent
    return Setting(kind, role is not Role.OTHER, period, year)


@dataclass(frozen=True, slots=True)
class Stance:
    """Kind and period of one figure."""

    kind: Kind
    """Actual or target."""
    period: int | None
    """Year that it speaks of."""
    by_cue: bool
    """Whether a word and not the part decided the kind."""


def stances(text: str, start: int, end: int, readings: list[Reading], fixed: Setting) -> list[Stance]:
    """Kind and period of the readings of the sentence ``text[start:end]``, in order."""
    cues = list(_CUES.finditer(text, start, end))
    return [_stance(reading, text, cues, fixed) for reading in readings]


_AIM = re.compile("要|将|计划|预算|安排|力争|目标|争取|确保|一律")


def _stance(reading: Reading, text: str, cues: list[re.Match[str]], fixed: Setting) -> Stance:
    kind, period, by_cue = fixed.kind, fixed.period, False
    year = fixed.year
    clause_start, clause_end = reading.clause
    at = reading.quantity.start
    for cue in cues:
        if cue.start() >= at:
            if cue.lastgroup == "base" and cue.start() < clause_end and kind is Kind.TARGET:
                kind, by_cue = Kind.ACTUAL, True
            break
        name = cue.lastgroup
        here = cue.start() >= clause_start
        if name == "to" or name == "year":
            period = int(parse(cue.group("to")))
            if year is not None:
                if period < year and (here or fixed.kind is Kind.ACTUAL):
                    kind, by_cue = Kind.ACTUAL, kind is Kind.TARGET or by_cue
                elif period >= year and (period > year or fixed.kind is Kind.TARGET or not fixed.sure):
                    kind, by_cue = Kind.TARGET, kind is Kind.ACTUAL or by_cue
        elif name == "ahead":
            if (fixed.kind is Kind.ACTUAL and cue.group() not in _DONE_TOO) or not fixed.sure:
                kind, by_cue = Kind.TARGET, True
                period = year if period == fixed.period else period
            if _FIVE_YEARS.match(cue.group()) and year is not None:
                period = year + 4
        elif name == "this":
            period = year
            if not fixed.sure or _AIM.search(text, cue.end(), at):
                kind, by_cue = Kind.TARGET, True
        elif name == "past":
            if here and kind is Kind.TARGET:
                kind, by_cue = Kind.ACTUAL, True
                period = None if year is None else year - 1
        elif name == "plan":
            period = _PLANS.get(cue.group("plan"))
        elif name == "century":
            period = 2000
    if reading.before:
        stated = next((w for w in (reading.lead.words) if w[:2] in ("19", "20")), None)
        own = int(stated[:4]) if stated and stated[:4].isdigit() else None
        return Stance(Kind.ACTUAL, own, False)
    return Stance(kind, period, by_cue and (kind is not fixed.kind or not fixed.sure))
