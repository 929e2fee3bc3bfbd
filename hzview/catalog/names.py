"""Names in the form that is compared, taken apart into scope, core and tail.

Two spellings of a name are the same where they differ in width, case, blanks, quotation marks, brackets or 的 only, or in
words that the statistics use for one another: 规模以上 and 规上; 国内生产总值, 地区生产总值, 生产总值 and GDP, which name the same
account of a country and of a region; 研发经费相当于GDP的比例, 与GDP之比 and 占GDP比重.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from hzview.figures.territory import WHOLES
from hzview.folding import fold

_SAME = {
    "规模以上": "规上", "规模工业": "规上工业", "限额以上": "限上",
    "国内生产总值": "gdp", "地区生产总值": "gdp", "生产总值": "gdp",
    "研究与试验发展r&d": "研发", "研究与试验发展": "研发", "研究与发展": "研发", "研究开发": "研发", "r&d": "研发",
    "社会消费品零售额": "社会消费品零售总额", "全社会消费品零售总额": "社会消费品零售总额",
}  # fmt: skip
"""Words that stand for one another; the longest counts."""
_GONE = re.compile("[\"'()\\[\\]{}<>《》的]")
_WORDS = re.compile("|".join(sorted(map(re.escape, _SAME), key=len, reverse=True)))
_RATIO = re.compile("(?:相当于|占|与)([^占与]+)(?:比重|比例|之比例?|比率|百分比)$")
"""How a share of something is named."""
_OPENINGS = ("累计", "全年", "当年", "年均", "年度", "本年", "同期")
"""Words about time at the head of a name; what time it is, the clause says (``hzview.figures.extent``)."""
SCOPES = (
    "规上", "限上", "市本级", "省本级", "州本级", "县本级", "区本级", "本级", "中心城区", "主城区", "市区", "城区", "县域", "市级",
    "省级", "州级", "县级", "区级", "市直", "省直", "城镇", "农村", "城市", "乡村", "城乡", "市辖区",
)  # fmt: skip
"""Words that make another statistic of a name; they are kept apart from the whole."""
GROWTHS = (
    "年均增长速度", "平均增长速度", "年均增长率", "年均增速", "平均增速", "增长速度", "同比增长", "比上年增长", "增长率", "增速", "增幅",
    "涨幅", "降幅", "同比", "年均", "比上年",
)  # fmt: skip
"""Tails that say that the growth is meant, not the thing."""
_AMOUNTS = ("累计总额", "总规模", "总数量", "总量", "总额", "总数", "总值", "数量", "规模", "累计", "总计")
"""Tails that say that the whole amount is meant, as the bare name does."""


class Name(NamedTuple):
    """A name taken apart, all in the form that is compared."""

    key: str
    """The whole name."""
    whole: str
    """The word for a whole territory at its head: 全市; empty where there is none."""
    scope: str
    """The word at its head, or behind ``whole``, that narrows it: 市区; empty where there is none."""
    core: str
    """What is left without these and without the tails."""
    amount: str
    """The tail that says that the whole amount is meant: 总量; empty where none does."""
    growth: str
    """The tail behind it that says that its growth is meant: 增速; empty where none does."""

    def readings(self) -> tuple[tuple[str, str], ...]:
        """Keys to look the name up by, the fullest first, each with the scope that it leaves over."""
        tails = tuple(dict.fromkeys((self.amount + self.growth, self.amount, "")))
        found = [(self.key, "")]
        found += [(self.whole + self.scope + self.core + tail, "") for tail in tails]
        found += [(self.scope + self.core + tail, "") for tail in tails if self.whole]
        found += [(self.core + tail, self.scope) for tail in tails if self.scope]
        return tuple(dict.fromkeys(found))


def key(name: str) -> str:
    """Return ``name`` in the form that is compared."""
    bare = _WORDS.sub(lambda match: _SAME[match.group()], _GONE.sub("", fold(name).text))
    return _RATIO.sub(r"占\1比重", bare)


@lru_cache(maxsize=1 << 16)
def take_apart(name: str) -> Name:
    """Take ``name`` apart; a word is taken off only where something is left."""
    full = rest = key(name)
    rest = _without_opening(rest)
    whole = "" if rest.startswith("国家级") else _head(rest, WHOLES)  # a grade, no territory
    rest = _without_opening(rest[len(whole) :])
    scope = _head(rest, SCOPES)
    rest = rest[len(scope) :]
    growth = _tail(rest, GROWTHS)
    rest = rest.removesuffix(growth)
    amount = _tail(rest, _AMOUNTS)
    return Name(full, whole, scope, rest.removesuffix(amount), amount, growth)


def core(name: str) -> str:
    """Return what is left of ``name`` without any word at its head or tail: what libraries look names up by."""
    left = key(name)
    while True:
        less = left
        less = _without_opening(less)
        less = less.removeprefix(_head(less, WHOLES))
        less = less.removeprefix(_head(less, SCOPES))
        less = less.removesuffix(_tail(less, GROWTHS))
        less = less.removesuffix(_tail(less, _AMOUNTS))
        if less == left:
            return left
        left = less


def _without_opening(text: str) -> str:
    head = _head(text, _OPENINGS)
    return text[len(head) :]


def _head(text: str, words: tuple[str, ...]) -> str:
    """Return the word of ``words`` that ``text`` begins with and goes on behind; else nothing."""
    if not text.startswith(words):  # most names do not, and to see that for all words at once is much quicker
        return ""
    return next((word for word in words if text.startswith(word) and len(text) > len(word) + 1), "")


def _tail(text: str, words: tuple[str, ...]) -> str:
    """Return the word of ``words`` that ``text`` ends with behind something else; else nothing."""
    if not text.endswith(words):
        return ""
    return next((word for word in words if text.endswith(word) and len(text) > len(word) + 1), "")
