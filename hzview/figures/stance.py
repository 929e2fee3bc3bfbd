"""Kind and period: whether the report says that it is so or that it shall be so, and of which year it speaks.

The part of the report decides first (its role, its heading); cue words of the sentence that stand before the number
correct it, in their order. Each kind of cue has one function, with the sentence that it is for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from hzview.figures.attribute import Reading
from hzview.figures.dates import YEAR
from hzview.figures.figure import Kind
from hzview.figures.numerals import parse
from hzview.figures.territory import openings
from hzview.folding import fold
from hzview.model import Report, Role


class Setting(NamedTuple):
    """What a part of the report fixes for its figures."""

    kind: Kind
    """Kind of a figure of which no word says otherwise."""
    sure: bool
    """Whether the part's role fixes it."""
    period: int | None
    """Year of a figure of which no word says otherwise."""
    year: int | None
    """Year that the report sets targets for."""
    today: int | None
    """Year of delivery, which the report calls 今年."""
    home: tuple[str, ...] = ()
    """Words for the report's own territory (全市, 我市, 湖州市)."""


class Stance(NamedTuple):
    """Kind and period of one figure."""

    kind: Kind
    """Actual or target."""
    period: int | None
    """Year that it speaks of."""
    cue: str
    """The word that decided the kind; empty where the part of the report did."""


_FIVE_YEARS = re.compile("(?:今后|未来|下一个|下)的?五年")


def setting(report: Report, part: int) -> Setting:
    """Return what ``report.parts[part]`` and the report fix for its figures."""
    return _of_part(report, part)._replace(home=openings(report.region))


def _of_part(report: Report, part: int) -> Setting:
    """Return what ``report.parts[part]`` fixes for its figures.

    A part of tasks speaks of the year that the report plans, or, where its heading says 今后五年, of the fifth year
    from it, and where it or the title names a five-year plan (“十一五”时期的奋斗目标) and not that year, of the last one of
    the plan, and where it names a later year, of that; any other part speaks of the year before.
    """
    year, today = report.plan_year, report.year
    role = report.parts[part].role
    kind = Kind.TARGET if role is Role.TASKS else Kind.ACTUAL
    sure = role is not Role.OTHER
    if year is None:
        return Setting(kind, sure, None, None, None)
    if role is Role.OTHER and any(_PLANNED.search(heading) for heading in _headings(report, part)):
        return Setting(Kind.TARGET, False, year, year, today)
    if role is not Role.TASKS:
        return Setting(kind, sure, year - 1, year, today)
    title = report.title if _OF_PLAN.search(report.title) else ""
    for heading in (fold(text).text for text in (*_headings(report, part), title)):
        if f"{year}年" in heading:
            break
        if _FIVE_YEARS.search(heading):
            return Setting(kind, sure, year + 4, year, today)
        plan = _PLAN_AHEAD.search(heading)
        if plan and (last := _PLANS.get(plan[1]) or _NUMBERED.get(plan[2], 0)) > year:
            return Setting(kind, sure, last, year, today)
        if named := _HEADED.findall(heading):
            return Setting(kind, sure, max(year, int(parse(named[-1]))), year, today)
    return Setting(kind, sure, year, year, today)


_HEADED = re.compile(f"({YEAR})年(?!远景)")
"""A year in a heading: 1981年国民经济计划的任务和主要指标, in a report of 1980."""
_PLANNED = re.compile("拟|计划|目标|任务|安排|民生实事|清单|预期")
"""Words in the heading of an appendix that looks ahead."""


def _headings(report: Report, part: int) -> Iterator[str]:
    """Yield the headings above and of a part, the innermost first."""
    while part > 0:
        yield report.parts[part].section.heading
        part = report.parts[part].parent


_WORDS = {
    "ahead": "力争 争取 确保 目标为 目标是 目标定为 目标: 预期目标 明年 将达 下一步 建议 要力争 要确保 要达到 要完成 "
    "今后五年 今后三年 今后几年 今后的五年 未来五年 未来三年 未来几年 下一个五年",
    "this": "今年",
    "past": "去年 上年 已 现有 经过 了 目前 截至 现在的 据统计 据不完全统计 据调查 以来 过去 前几年 五年来 三年来 四年来 两年来 几年来 多年来 5年来",
    "century": "本世纪末",
    "then": "届时",
    "restated": "指标是 指标为 指标:",
    "aims": "项指标 项任务",
    "base": "基础上 没有恢复 没有完成 还没有 存在着",
}
"""Cue words by what they do."""


_SAYS = {word: says for says, words in _WORDS.items() for word in words.split()}


def _cues() -> re.Pattern[str]:
    """One pattern for all cues.

    It begins with a class of characters, which the matcher skips to some thirty times faster than it tries alternatives
    at every place; each alternative then goes on with its second character, which rules nearly all of them out at a
    glance, and looks back at the whole of its word.
    """
    words = sorted(_SAYS, key=len, reverse=True)
    firsts = "".join(dict.fromkeys(word[0] for word in words))
    cues = [
        r"(?P<year>(?:\d{3}(?<=[12]\d{3})|[〇零一二三四五六七八九]{3}(?<=[一二].{3}))年(?!起|以来))",
        *(f"{word[1:]}(?<={word})" for word in words),
        '(?P<plan>(?:[一二三四五]五(?<=十.五)|五(?<=[八九十]五))"?(?:末|期末|时期|期间|规划末))',
    ]
    return re.compile(f"[{firsts}12一二六七八九十](?:{'|'.join(cues)})")


_CUES = _cues()
_PLANS = {
    "六五": 1985, "七五": 1990, "八五": 1995, "九五": 2000, "十五": 2005, "十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030,
}  # fmt: skip
"""Last years of the five-year plans."""
_PLAN = re.compile("|".join(sorted(_PLANS, key=len, reverse=True)))
_PLAN_AHEAD = re.compile(
    f'[“"]?({_PLAN.pattern})[”"]?(?:时期|期间|规划|计划|发展)|第([一二三四五六七八九十])个五年(?:计划|规划)'
)
"""A five-year plan in a heading, not its first or last year (“十四五”开局)."""
_OF_PLAN = re.compile("第.个五年计划的报告$")
"""Title of a report on a plan and on nothing else."""
_NUMBERED = dict(zip("一二三四五六七八九十", (1957, 1962, 1970, *range(1975, 2010, 5)), strict=True))
"""Last years of the plans that are told by their number."""
_NOT_BEFORE = {
    "去年": "比较与同超按由从", "上年": "比较与同超按由从", "今年": "比较与同由", "现在的": "由从比与同", "现有": "比", "争取": "斗竞", "了": "为除",
}  # fmt: skip
"""What a cue may not stand behind: 比|去年 compares, 斗|争取 is no word."""
_NOT_BEHIND = {
    "争取": ("到", "国家", "中央", "上级", "省"), "已": ("知",), "了": ("解", "如", "望", "却", "然"),
}  # fmt: skip
"""What may not stand behind a cue: 争取|到位资金."""
_BASE_YEAR = frozenset("0123456789比较与同超由从是")
"""What before a year makes it what something is compared with, or changed from."""
_AIM = re.compile("要|将|计划|预算|安排|力争|目标|争取|确保|一律")
_DONE_TOO = frozenset(("确保", "建议", "争取"))
"""Words of intent that in a review tell what was done: 争取各类资金420亿元."""


_OPENING = re.compile(r"(?:^|[,;:。!])[从自在到至截前\d年底末-]*$")
"""What may stand between the mark that opens a clause and a cue that governs what follows."""


@dataclass(slots=True, eq=False)
class _Walk:
    """What the cues before one number have said so far."""

    kind: Kind
    period: int | None
    cue: str
    fixed: Setting
    text: str
    at: int
    """Where the number begins."""
    clause: int
    """Where its clause begins."""
    dated: bool = False
    """Whether a year was named."""

    def turn(self, kind: Kind, cue: re.Match[str]) -> None:
        """Take a kind from a cue."""
        self.kind, self.cue = kind, cue.group()

    def governs(self, cue: re.Match[str]) -> bool:
        """Whether a cue speaks for this number: it stands in the same clause, or opens a clause before it."""
        return (
            cue.start() >= self.clause
            or _OPENING.search(self.text[max(0, cue.start() - 16) : cue.start()]) is not None
        )


_MULTIPLE = re.compile(r"\"?[底末]?的[\d.一二三四五六七八九十两]{1,6}多?倍")
"""What behind a year makes it the base of a multiple: 是“十一五”|末的1.67倍."""


_SINCE = re.compile(r"\d{1,2}月份?(?:\d{1,2}日)?起")
"""What behind 从2002年 makes it the day of what follows and not the start of a change."""
_BASE = re.compile("[底末]?的?(?:基[础数]上|水平上|(?:不变|可比)?价)")
"""What behind a year makes it the base that a number is told from: 在2000年|基础上翻一番, 按1995年|价格计算."""


def _year(walk: _Walk, cue: re.Match[str]) -> None:
    """〔2017年〕末全市人口… in a part of tasks is past; 力争到〔2022年〕… in a review is ahead."""
    start, end = cue.span()
    base = walk.text[start - 1 : start] in _BASE_YEAR and not _SINCE.match(walk.text, end)
    if base or walk.text.endswith(("等于", "当于"), 0, start):
        return
    if _MULTIPLE.match(walk.text, end) or _BASE.match(walk.text, end):
        return
    period = int(parse(walk.text[start : end - 1]))
    year = walk.fixed.year
    if not walk.governs(cue) and walk.fixed.sure and year is not None and period < year:
        return
    walk.period, walk.dated = period, True
    if year is None:
        return
    if period < year:
        walk.turn(Kind.ACTUAL, cue)
    elif period > year or walk.fixed.kind is Kind.TARGET or not walk.fixed.sure:
        walk.turn(Kind.TARGET, cue)


_STATES = re.compile("(?:建议|初步)?(?:是|为|[:,]|定|确定|安排)")
"""What behind 预期目标 says that it is told now; elsewhere in a review it is what a result is compared with."""


def _ahead(walk: _Walk, cue: re.Match[str]) -> None:
    """在已减负120亿元的基础上，〔力争〕再减负200亿元; in a review 争取 and 确保 tell what was done."""
    fixed = walk.fixed
    if fixed.kind is Kind.ACTUAL and fixed.sure and cue.group() in _DONE_TOO:
        return
    if fixed.kind is Kind.ACTUAL and cue.group() == "预期目标" and not _STATES.match(walk.text, cue.end()):
        return
    walk.turn(Kind.TARGET, cue)
    if _FIVE_YEARS.match(cue.group()):
        walk.period = None if fixed.year is None else fixed.year + 4
    elif cue.group() == "明年":
        walk.period = None if fixed.today is None else fixed.today + 1
    elif fixed.kind is Kind.ACTUAL and walk.period == fixed.period and not walk.dated:
        walk.period = fixed.year


def _restated(walk: _Walk, cue: re.Match[str]) -> None:
    """人大会议通过的1988年国民经济发展的主要〔指标是〕:增长7.8% repeats in a review what was planned."""
    if walk.fixed.kind is Kind.ACTUAL:
        walk.turn(Kind.TARGET, cue)


def _then(walk: _Walk, cue: re.Match[str]) -> None:
    """〔届时〕，经济总量超过90万亿元 speaks of a year that was named before."""
    walk.turn(Kind.TARGET, cue)
    walk.period = None


def _this(walk: _Walk, cue: re.Match[str]) -> None:
    """〔今年〕安排投资184亿元 is ahead; 〔今年〕1—2月增长5% in a review, or said in December, is not."""
    walk.period = walk.fixed.today
    if walk.fixed.today != walk.fixed.year and not _AIM.search(walk.text, cue.end(), walk.at):
        walk.turn(Kind.ACTUAL, cue)
    elif walk.fixed.kind is Kind.TARGET or not walk.fixed.sure or _AIM.search(walk.text, cue.end(), walk.at):
        walk.turn(Kind.TARGET, cue)


_YEARS_OF = re.compile("[^,。]{0,8}(?:年|努力|奋斗)")


def _past(walk: _Walk, cue: re.Match[str]) -> None:
    """向大会提交〔了〕12件候选项目, 〔去年〕, 〔已〕, 〔现有〕 in a part of tasks tell what is; 经过五年的努力 is ahead."""
    if cue.group() == "经过" and _YEARS_OF.match(walk.text, cue.end()):
        return
    if walk.kind is Kind.TARGET and walk.governs(cue):
        walk.turn(Kind.ACTUAL, cue)
        if not (walk.dated and walk.period and walk.fixed.today and walk.period <= walk.fixed.today):
            walk.period = None if walk.fixed.year is None else walk.fixed.year - 1


def _plan(walk: _Walk, cue: re.Match[str]) -> None:
    """到“十三五”〔末〕 fixes the year; 是“十二五”〔时期〕的2.1倍 and 比“十二五”〔末〕增加 only compare with it."""
    opened = cue.start() - walk.text.startswith('"', cue.start() - 1)
    if opened and walk.text[opened - 1] in _BASE_YEAR:
        return
    if _MULTIPLE.match(walk.text, cue.end()):
        return
    plan = _PLAN.match(cue.group())
    walk.period = _PLANS[plan.group()] if plan else None


def _century(walk: _Walk, cue: re.Match[str]) -> None:
    """到〔本世纪末〕翻两番: the reports that say so are of before 2000."""
    walk.period = 2000


_STEPS: dict[str, Callable[[_Walk, re.Match[str]], None]] = {
    "year": _year, "ahead": _ahead, "this": _this, "past": _past, "plan": _plan, "century": _century,
    "then": _then, "restated": _restated,
}  # fmt: skip


def stances(text: str, start: int, end: int, readings: list[Reading], fixed: Setting) -> list[Stance]:
    """Kind and period of the readings of the sentence ``text[start:end]`` (folded), in order."""
    cues = list(_CUES.finditer(text, start, min(end, readings[-1].clause[1])))
    default = Stance(fixed.kind, fixed.period, "")
    if not cues:
        return [_stance(reading, text, cues, fixed) if reading.before else default for reading in readings]
    starts = [cue.start() for cue in cues]
    first = starts[0]
    return [
        default
        if reading.quantity.start < first and first >= reading.clause[1] and not reading.before
        else _stance(reading, text, _near(reading, cues, starts), fixed)
        for reading in readings
    ]


_FARTHEST = 40
"""How many cues before a number are heard: more than any sentence has, and few enough to hear each time."""


def _near(reading: Reading, cues: list[re.Match[str]], starts: list[int]) -> list[re.Match[str]]:
    """The cues before a number, and the one behind it."""
    at = bisect_left(starts, reading.quantity.start)
    return cues[max(0, at - _FARTHEST) : at + 1]


def _stance(reading: Reading, text: str, cues: list[re.Match[str]], fixed: Setting) -> Stance:
    """Let the cues before a number speak, in their order."""
    if reading.before:
        return Stance(Kind.ACTUAL, _stated_year(reading, text, fixed), "")
    at = reading.quantity.start
    walk = _Walk(fixed.kind, fixed.period, "", fixed, text, at, reading.clause[0])
    for cue in cues:
        name = cue.lastgroup or _SAYS[cue.group()]
        if cue.start() >= at:
            if cue.start() < reading.clause[1]:
                _behind(walk, name, cue)
            break
        if (step := _STEPS.get(name)) and _stands(text, cue):
            step(walk, cue)
    decided = walk.kind is not fixed.kind or not fixed.sure
    return Stance(walk.kind, walk.period, walk.cue if decided else "")


def _behind(walk: _Walk, name: str, cue: re.Match[str]) -> None:
    """在减负120亿元的〔基础上〕, 24%的企业〔存在着〕亏损 tell what is; 提出了粮食产量一万亿斤等四〔项指标〕 tells in a review what was aimed at."""
    if name == "base" and walk.kind is Kind.TARGET:
        walk.turn(Kind.ACTUAL, cue)
        if not walk.dated and cue.group() == "基础上":
            walk.period = None if walk.fixed.year is None else walk.fixed.year - 1
    elif name == "aims" and walk.kind is Kind.ACTUAL and _PROPOSED.search(walk.text, walk.clause, walk.at):
        walk.turn(Kind.TARGET, cue)
        walk.period = None


_PROPOSED = re.compile("提出|规定|确定|批准|通过|下达")


def _stands(text: str, cue: re.Match[str]) -> bool:
    """Whether a cue word is one, by the characters around it."""
    word = cue.group()
    start, end = cue.span()
    if word in _NOT_BEFORE and start and text[start - 1] in _NOT_BEFORE[word]:
        return False
    return word not in _NOT_BEHIND or not text.startswith(_NOT_BEHIND[word], end)


_STATED = re.compile(YEAR)


def _stated_year(reading: Reading, text: str, fixed: Setting) -> int | None:
    """The year that the words before the start of a change name: 由〔1997年〕的17.8%提高到69.6%, 由〔上年〕的, 由〔“七五”末〕的."""
    for word in reading.lead.words:
        if match := _STATED.search(word):
            return int(parse(match.group()))
        if "上年" in word or ("去年" in word and fixed.kind is Kind.TARGET):
            return _year_before(reading, text, fixed)
        if ("末" in word or "期" in word) and (plan := _PLAN.search(word)):
            return _PLANS[plan.group()]
    return None


def _year_before(reading: Reading, text: str, fixed: Setting) -> int | None:
    """The year before that of the end of a change: 由上年的31%上升到〔1981年〕的67%, else before that of the part."""
    if match := _STATED.search(text, reading.quantity.end, reading.clause[1]):
        return int(parse(match.group())) - 1
    if fixed.year is None:
        return None
    return fixed.year - (1 if fixed.kind is Kind.TARGET else 2)
