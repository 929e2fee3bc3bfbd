"""Passages of a block of which one sentence at the head says whether they look back, or of what year they tell the aims."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from hzview.figures.dates import YEAR
from hzview.figures.figure import Kind
from hzview.figures.late import Late
from hzview.figures.numerals import parse
from hzview.figures.stance import Setting, Stance

_BACK = re.compile("过去的?一年,|一年来,")
_ON = Late(r"[。!?](?:今年|新的一年|下一步|下一阶段|[12]\d{3}年)")
"""How a sentence begins, the mark before it included, at which a passage ends."""
_GOAL_OF_YEARS = re.compile(
    f"(?:^|[。!])(?:今后|未来)五年[^。]*?(?:目标|任务)[^。]*?到(?P<year>{YEAR})年[^。]*。"
)
"""How the aims of several years are opened: 今后五年的目标和任务是:到2026年，奋力打造…。"""
_HEAD = 400
"""Characters of a block in which it says whose aims it tells."""


class Passages:
    """What holds for the sentences of one block by what stands before them in it."""

    def __init__(self, text: str, fixed: Setting) -> None:
        """Look through the folded ``text`` of a block once; ``fixed`` is what its part says of every sentence."""
        self._text = text
        self._fixed = fixed
        ahead = fixed.kind is Kind.TARGET
        looks_back = ahead and fixed.year is not None and "一年" in text
        self._backs = [match.end() for match in _BACK.finditer(text)] if looks_back else []
        aims = ahead and text.find("五年", 0, _HEAD) >= 0
        self._goal = _GOAL_OF_YEARS.search(text, 0, _HEAD) if aims else None
        self._ends = [match.start() for match in _ON.finditer(text)] if self._backs or self._goal else []

    def at(self, start: int, before: list[Stance]) -> Setting:
        """Return what holds for the sentence at ``start``; ``before`` are the stances of the one right before it, if any.

        In a part of tasks 〔过去一年，〕成绩很大。生产总值增长10.3%。 looks back. 今后五年的目标是:到2026年，奋力打造…。一是财政
        收入突破650亿元: all speaks of the year of the aim. Both hold up to a sentence that begins with 今年, 新的一年 or a
        year. 一九五七年工农业总产值达到1387亿元。〔其中，〕工业总产值达到704亿元: both speak of one year.
        """
        fixed = self._fixed
        back = bisect_right(self._backs, start)
        if back and fixed.year is not None and not self._ended(self._backs[back - 1], start):
            fixed = fixed._replace(kind=Kind.ACTUAL, period=fixed.year - 1)
        goal = self._goal if fixed.kind is Kind.TARGET else None
        if goal and goal.end() <= start and not self._ended(goal.end() - 1, start):
            return fixed._replace(period=int(parse(goal["year"])))
        if before and self._text.startswith("其中", start) and before[0].kind is fixed.kind:
            return fixed._replace(period=before[0].period)
        return fixed

    def _ended(self, since: int, start: int) -> bool:
        """Whether a sentence behind ``since``, up to the one at ``start``, begins as one that ends a passage does."""
        end = bisect_left(self._ends, since)
        return end < len(self._ends) and self._ends[end] < start
