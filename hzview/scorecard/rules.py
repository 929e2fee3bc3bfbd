"""The rules by which a result keeps a promise or does not.

A promise is read as a *floor* (at least so much), a *ceiling* (at most) or a *point*:

- 以上, 不低于 and 超过 make a floor; 以内, 以下, 控制在 and 不超过 a ceiling, whatever is measured. Said of a fall they speak of its
  size: 下降3%以上 is a ceiling of −3 %.
- Without such a word, or with 左右, the polarity of the indicator decides: a floor where a rise is good news, a ceiling
  where a fall is. A price index is a ceiling (涨幅3%左右 is what the rise is held to). A fall that is promised is a ceiling,
  too, but where a rise would be good news it has no side: 财政收入下降5% may be feared as well as wanted.
- A range is a floor at its lower end or a ceiling at its upper end, in the same way.
- What is left has no side. Only a result that equals it, or lies in its range, keeps it; nothing is said of any other.

A result is read as all the values that it may mean: 超10% is 10 and more, 7%左右 is 7 and 5 % of it to either side. It has
*met* the promise if all of them are on the good side, *missed* it if none is. Between the two:

- 左右 in the promise gives way by ``TOLERANCE``, 5 % of the promised value: a result on the wrong side, but no farther off
  than that, is *about* there (7%左右 and 6.9%). Without 左右 there is no such allowance.
- A result said with 左右 that may lie on either side is *about* there; one said with 超 or 不到 is *unclear*.

Nothing is compared that does not measure the same: a growth with an amount, two units that do not convert into one
another, a growth in real terms with one in nominal terms. That is *unclear*, and the reason is said.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, StrEnum
from typing import NamedTuple

from hzview.catalog import Polarity
from hzview.figures.figure import Bound, Measure
from hzview.scorecard.statement import Prices, Statement

TOLERANCE = Decimal("0.05")
"""What 左右 allows, as a part of the value that it is said of."""
_HUNDRED = Decimal(100)


class Verdict(StrEnum):
    """What became of a promise."""

    MET = "met"
    ABOUT = "about"
    """Not quite, but within what 左右 allows."""
    MISSED = "missed"
    UNCLEAR = "unclear"
    """It cannot be said; the reason says why."""


class Side(Enum):
    """What a promise asks for."""

    FLOOR = 1
    CEILING = -1
    POINT = 0


class Judgement(NamedTuple):
    """A verdict and why."""

    verdict: Verdict
    """The verdict."""
    reason: str
    """Why, in a few words of Chinese; empty where the numbers speak for themselves."""


class Extent(NamedTuple):
    """The values that a statement may mean."""

    low: Decimal | None
    """The least of them; None where there is none."""
    high: Decimal | None
    """The greatest; likewise."""

    def mirrored(self) -> Extent:
        """Return the same with its signs changed, so that one rule serves floors and ceilings."""
        return Extent(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
        )


def judge(promise: Statement, result: Statement) -> Judgement:
    """Say what became of ``promise``, by ``result``."""
    if reason := incomparable(promise, result):
        return Judgement(Verdict.UNCLEAR, reason)
    side = side_of(promise)
    extent = extent_of(result)
    asked = ends(promise)
    if side is Side.POINT:
        return _judge_point(promise, asked, extent)
    bar = asked.low if side is Side.FLOOR else asked.high
    assert bar is not None
    allowed = abs(bar) * TOLERANCE if promise.bound is Bound.ABOUT else Decimal(0)
    if side is Side.CEILING:
        bar, extent = -bar, extent.mirrored()
    judgement = _judge_floor(bar, allowed, extent, vague=result.bound is Bound.ABOUT)
    return judgement if judgement.reason else Judgement(judgement.verdict, _note(promise, side))


def _note(promise: Statement, side: Side) -> str:
    """Say how the promise was read where its own words do not say it."""
    if promise.bound is Bound.ABOUT and side is Side.CEILING and promise.is_price:
        return "物价目标按上限看"
    return ""


def _judge_floor(bar: Decimal, allowed: Decimal, extent: Extent, *, vague: bool) -> Judgement:
    if extent.low is not None and extent.low >= bar:
        return Judgement(Verdict.MET, "")
    if extent.high is not None and extent.high < bar - allowed:
        return Judgement(Verdict.MISSED, "")
    if vague:
        return Judgement(Verdict.ABOUT, "结果是约数，与目标相当")
    if extent.low is not None and extent.low >= bar - allowed:
        return Judgement(Verdict.ABOUT, "目标是“左右”，相差不到 5%")
    return Judgement(Verdict.UNCLEAR, "结果只说了一个界限")


def _judge_point(promise: Statement, asked: Extent, extent: Extent) -> Judgement:
    """Judge a promise without a side: only what is where it should be keeps it."""
    assert asked.low is not None
    assert asked.high is not None
    if extent.low is not None and extent.high is not None:
        if asked.low <= extent.low and extent.high <= asked.high:
            return Judgement(Verdict.MET, "")
        allowed = abs(asked.high) * TOLERANCE if promise.bound is Bound.ABOUT else Decimal(0)
        if asked.low - allowed <= extent.low and extent.high <= asked.high + allowed:
            return Judgement(Verdict.ABOUT, "目标是“左右”，相差不到 5%")
    return Judgement(Verdict.UNCLEAR, "与目标不同，而目标没有说是至少还是至多")


def incomparable(promise: Statement, result: Statement) -> str:
    """Return why the two do not measure the same; empty where they do."""
    if promise.measure is not result.measure:
        return f"目标说的是{_MEASURES[promise.measure]}，结果只报了{_MEASURES[result.measure]}"
    if not _alike(_unit(promise), _unit(result)):
        return f"单位不同：{promise.unit_said or '无单位'}与{result.unit_said or '无单位'}"
    if "‰" in (promise.unit_said, result.unit_said) and promise.unit_said != result.unit_said:
        return "一处写‰，一处写%，疑有笔误"
    if promise.measure is Measure.GROWTH and (promise.prices is Prices.REAL) != (
        result.prices is Prices.REAL
    ):
        said = "实际增长" if promise.prices is Prices.REAL else "未说扣除物价"
        other = "实际增长" if result.prices is Prices.REAL else "未说扣除物价"
        return f"口径不同：目标{said}，结果{other}"
    return ""


_MEASURES = {Measure.LEVEL: "数额", Measure.GROWTH: "增速", Measure.CHANGE: "增减", Measure.RANK: "位次"}


def _unit(statement: Statement) -> str:
    """Return the unit that ``ends`` and ``extent_of`` count in."""
    return "%" if statement.measure is Measure.GROWTH and statement.unit in _RELATIVE else statement.unit


def _alike(unit: str, other: str) -> bool:
    """Whether two base units count the same thing: 人 and 名 both tell people, 个 and 家 both tell enterprises."""
    if unit == other:
        return True
    one, two = (_PEOPLE if name in _PERSONS else name for name in (unit, other))
    if one == two:
        return True
    return {one, two} <= _THINGS


_PEOPLE, _PERSONS = "人", ("人", "名", "位")
_THINGS = frozenset("个家项处座所只")
"""Classifiers that reports use for one another: 200个市场, 200家市场."""
_RELATIVE = {"%": Decimal(1), "倍": _HUNDRED, "": _HUNDRED}
"""Units of a growth, in percent: 增长1.5倍 is 150 %, 减少一半 is 50 %."""


def ends(statement: Statement) -> Extent:
    """Return the value, or both ends of the range in their order, in ``%`` for a growth."""
    factor = _RELATIVE.get(statement.unit, Decimal(1)) if statement.measure is Measure.GROWTH else Decimal(1)
    low, high = statement.value * factor, (statement.value_to or statement.value) * factor
    return Extent(min(low, high), max(low, high))


def extent_of(result: Statement) -> Extent:
    """Return the values that a result may mean."""
    low, high = ends(result)
    assert low is not None
    assert high is not None
    bound = result.bound
    if bound is Bound.ABOUT:
        spread = max(abs(low), abs(high)) * TOLERANCE
        return Extent(low - spread, high + spread)
    if bound is Bound.EXACT:
        return Extent(low, high)
    upwards = bound in (Bound.AT_LEAST, Bound.ABOVE)
    if _falls(result):
        upwards = not upwards
    return Extent(low, None) if upwards else Extent(None, high)


def side_of(promise: Statement) -> Side:
    """Return whether a promise is a floor, a ceiling or neither."""
    if promise.measure is Measure.RANK:
        return Side.CEILING
    falls = _falls(promise)
    if promise.bound in (Bound.AT_LEAST, Bound.ABOVE):
        return Side.CEILING if falls else Side.FLOOR
    if promise.bound in (Bound.AT_MOST, Bound.BELOW):
        return Side.FLOOR if falls else Side.CEILING
    if promise.polarity is Polarity.UP:
        return Side.POINT if falls else Side.FLOOR
    if promise.polarity is Polarity.DOWN or promise.is_price or falls:
        return Side.CEILING
    return Side.POINT


def _falls(statement: Statement) -> bool:
    """Whether it speaks of a fall, so that its bound speaks of the size of the fall."""
    return statement.value < 0 and statement.measure in (Measure.GROWTH, Measure.CHANGE)
