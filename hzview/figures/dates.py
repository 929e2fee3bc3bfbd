"""Dates at the edges of a name: 到2020年|森林覆盖率, 提高到|2002年底|的69.6%, 6月份以来|规模以上工业增加值."""

from __future__ import annotations

import re

YEAR = "(?:\\d{4}|[一二][〇零一二三四五六七八九]{3})"
"""A year in Arabic or Chinese digits, as a pattern."""
_COUNT = "(?:\\d{1,2}|[一二三四五六七八九十几两]{1,3})"
_YEARS = f"(?:{YEAR}年?[-至到])?{YEAR}年"
_MONTHS = f"(?:{_COUNT}[-至])?{_COUNT}月(?:份|底|末)?(?:\\d{{1,2}}日)?"
_SEASON = "(?:第?[一二三四]|前[一二三])季度末?|[上下]半年"
_PLAN = '"?(?:十[一二三四五]?|[五六七八九])五"?(?:规划)?(?:期末|末|时期|期间|初期|以来)'

_OPENING = re.compile(
    "(?:到|至|截至|截止到?|自|从|前|为)?"
    f"(?:{_YEARS}(?:底|末|初|上半年|下半年|全年|以来|间|期间|起|预计|计划)?(?:{_MONTHS})?"
    f"|{_MONTHS}(?:以来)?|{_SEASON}|{_PLAN}|{_COUNT}年(?:来|间|内|中|当中)|[本上]世纪末|年底|年末|底|末|\\d{{1,2}}[.)、](?!\\d)|<br>|\\((?:{_COUNT}|{YEAR}年|下同|鼓掌)\\))"
    "[,、]?(?:我市|我省|全市|全省)?"
)
_OPENS = frozenset('一二三四五六七八九十几两0123456789"到至截自从前为年底末第上下本<(')
_CLOSING = re.compile(
    "(?:(?:截至|在)?"
    f"(?:{_YEARS}(?:年?[底末初]|同期|全年|以来)?|{_PLAN}|{_MONTHS}|{_SEASON}|{_COUNT}年[前来间中内]?|[本上]世纪末"
    "|(?:上年|去年)?(?:同期|[底末])|年[初底末]|今年|去年|上年|前年|当年|现在|目前)"
    f"|已?连续第?(?:\\d{{1,2}}|[一二三四五六七八九十多]{{1,3}})(?:年|次|届|个?月|个季度)|多年来?|自{YEAR}年以来)$"
)
CLOSES = frozenset("年底末初月份期间前来中内次届度日在")
"""Last characters of all that ``before_closing`` knows."""
_WINDOW = 16


def behind_opening(text: str, start: int, end: int) -> int:
    """Return the end of the date (or of the list number) that opens ``text[start:end]``; ``start`` where none does."""
    if text[start] not in _OPENS:
        return start
    match = _OPENING.match(text, start, end)
    return match.end() if match else start


def before_closing(text: str, start: int, end: int) -> int:
    """Return where the date that closes ``text[start:end]`` begins; ``end`` where none does."""
    if text[end - 1] not in CLOSES:
        return end
    low = max(start, end - _WINDOW)
    match = _CLOSING.search(text[low:end])
    return low + match.start() if match else end


_ORDER = re.compile("[一二三四五六七八九十]{1,2}(?:是|要)|首先|其次|最后")
_ORDERING = frozenset("一二三四五六七八九十首其最")


def behind_mark(text: str, start: int, end: int) -> int:
    """Return where a clause begins behind 一是 and the like."""
    match = _ORDER.match(text, start, end) if text[start : start + 1] in _ORDERING else None
    return match.end() if match else start
