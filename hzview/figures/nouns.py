"""Where a noun behind a number ends: before a list that goes on, and before its own statistic that another number tells."""

from __future__ import annotations

import re

from hzview.figures import leftwards
from hzview.figures.clauses import in_the_open
from hzview.figures.lexicon import RELATION_LENGTHS
from hzview.figures.names import STATISTICS

_LISTED = re.compile("(?:[、和与]|(?<![普涉波触])及)(?=\\d)")
"""A joint before a number that is no quantity: 150个|培训输出基地|、10大劳务输出品牌."""


def noun_end(text: str, start: int, end: int, *, follows: bool) -> int:
    """Return where the noun behind a number ends: before what relates another number to it, and before a list goes on.

    7个|县（市、区）财政收入|过10亿元
    """
    if end - start < 3:
        return end
    joint = _LISTED.search(text, start + 1, end)
    if joint and in_the_open(text, start, joint.start()):
        end = joint.start()
    if follows and text[start] != "的" and text[end - 1] in RELATION_LENGTHS:
        noun = leftwards.read(text, start, end).end
        if start < noun < end:
            return _before_statistic(text, start, noun)
    return end


_UNITS = re.compile(
    "(?:企业|公司|项目|断面|城市|园区|片区|产业链|集群|产业|行业|部门|学校|高校|乡镇|街道|社区|开发区|县区|区县|县市区|县市|市县|水库|景区"
    "|^(?:县|市|镇|村|乡|州|省|区|区市)(?!区|城|域|级|政|场|民|里))(?:\\([^()]{1,8}\\))?"
)
"""Ends of nouns that have statistics of their own."""
_OF_PEOPLE = re.compile("人员|职工|干部|工人|家庭|[用农]户")
"""What behind such an end goes on with the noun: 企业|退休人员养老金标准."""


def _before_statistic(text: str, start: int, end: int) -> int:
    """Return where the counted noun ends whose statistic the text between two numbers tells: 191家|工业企业|营业收入|超百亿元."""
    if not text.endswith(STATISTICS, start, end):
        return end
    found = end
    for match in _UNITS.finditer(text[start:end]):
        rest = text[start + match.end() : end]
        if 2 <= len(rest) <= 14 and rest[0] not in "的、和及与数个" and not _OF_PEOPLE.search(rest):
            found = start + match.end()
    return found
