"""What a result makes of a promise: bounds, ranges, 左右, falls, units, prices."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hzview.catalog import Polarity
from hzview.figures.figure import Bound, Measure
from hzview.scorecard.rules import TOLERANCE, Side, Verdict, judge, side_of
from hzview.scorecard.statement import Prices
from tests.unit.scorecard.making import promise, result, values

MET, ABOUT, MISSED, UNCLEAR = Verdict
_ORDER = {MISSED: 0, ABOUT: 1, MET: 2}


@given(values, values)
def test_a_floor_is_met_by_what_is_not_less(target: Decimal, reached: Decimal) -> None:
    for bound in (Bound.EXACT, Bound.AT_LEAST, Bound.ABOVE):
        assert judge(promise(target, bound), result(reached)).verdict is (
            MET if reached >= target else MISSED
        )


@given(values, values)
def test_a_ceiling_is_met_by_what_is_not_more(target: Decimal, reached: Decimal) -> None:
    for bound in (Bound.AT_MOST, Bound.BELOW):
        assert judge(promise(target, bound), result(reached)).verdict is (
            MET if reached <= target else MISSED
        )
    down = promise(target, polarity=Polarity.DOWN)
    assert judge(down, result(reached)).verdict is (MET if reached <= target else MISSED)


@given(values, values)
def test_about_gives_way_by_a_twentieth_on_the_wrong_side_only(target: Decimal, reached: Decimal) -> None:
    verdict = judge(promise(target, Bound.ABOUT), result(reached)).verdict
    if reached >= target:
        assert verdict is MET
    else:
        assert verdict is (ABOUT if reached >= target * (1 - TOLERANCE) else MISSED)


@given(values, values, values, st.sampled_from(list(Bound)), st.sampled_from((Bound.EXACT, Bound.ABOUT)))
def test_a_better_result_has_never_a_worse_verdict(
    target: Decimal, one: Decimal, more: Decimal, bound: Bound, said: Bound
) -> None:
    asked = promise(target, bound)
    worse, better = sorted((one, more), reverse=side_of(asked) is Side.CEILING)
    verdicts = [judge(asked, result(value, said)).verdict for value in (worse, better)]
    assert _ORDER[verdicts[0]] <= _ORDER[verdicts[1]]


_MIRRORED = {Bound.EXACT: Bound.EXACT, Bound.ABOUT: Bound.ABOUT, Bound.AT_LEAST: Bound.AT_LEAST}


@given(values, values, st.sampled_from(list(_MIRRORED)), st.sampled_from((Bound.EXACT, Bound.ABOUT)))
def test_a_fall_of_so_much_is_judged_as_a_rise_of_so_much(
    target: Decimal, reached: Decimal, bound: Bound, said: Bound
) -> None:
    rise = judge(promise(target, bound), result(reached, said))
    fall = judge(promise(-target, bound, polarity=Polarity.DOWN), result(-reached, said))
    assert rise.verdict is fall.verdict


@given(values, values, values)
def test_of_a_range_the_end_on_the_promised_side_counts(
    one: Decimal, other: Decimal, reached: Decimal
) -> None:
    low, high = sorted((one, other))
    for value, value_to in ((low, high), (high, low)):
        up = judge(promise(value, value_to=value_to), result(reached))
        assert up.verdict is (MET if reached >= low else MISSED)
        down = judge(promise(value, value_to=value_to, polarity=Polarity.DOWN), result(reached))
        assert down.verdict is (MET if reached <= high else MISSED)
        none = judge(promise(value, value_to=value_to, polarity=None), result(reached))
        assert none.verdict is (MET if low <= reached <= high else UNCLEAR)


@given(values, values)
def test_a_bound_in_the_result_never_says_more_than_it_does(target: Decimal, said: Decimal) -> None:
    above = judge(promise(target), result(said, Bound.ABOVE)).verdict
    assert above is (MET if said >= target else UNCLEAR)
    below = judge(promise(target), result(said, Bound.BELOW)).verdict
    assert below is (MISSED if said < target else UNCLEAR)
    within = judge(promise(target, Bound.AT_MOST), result(said, Bound.AT_MOST)).verdict
    assert within is (MET if said <= target else UNCLEAR)


@given(values, values, st.sampled_from(list(Bound)), st.sampled_from(list(Bound)))
def test_what_does_not_measure_the_same_is_never_judged(
    target: Decimal, reached: Decimal, bound: Bound, said: Bound
) -> None:
    asked = promise(target, bound)
    others = (
        result(reached, said, measure=Measure.LEVEL, unit="元"),
        result(reached, said, measure=Measure.CHANGE, unit="个百分点"),
        result(reached, said, prices=Prices.REAL),
    )
    for other in others:
        judgement = judge(asked, other)
        assert judgement.verdict is UNCLEAR
        assert judgement.reason


@given(values, values)
def test_multiples_and_percent_are_the_same_growth(target: Decimal, reached: Decimal) -> None:
    times = result(reached / 100, unit="倍", unit_said="倍")
    assert judge(promise(target), times).verdict is judge(promise(target), result(reached)).verdict


@given(values, values)
def test_without_a_side_only_the_same_keeps_a_promise(target: Decimal, reached: Decimal) -> None:
    assume(target != reached)
    for polarity in (None, Polarity.NEUTRAL):
        assert judge(promise(target, polarity=polarity), result(target)).verdict is MET
        assert judge(promise(target, polarity=polarity), result(reached)).verdict is UNCLEAR


def test_a_price_is_held_to_what_it_may_rise() -> None:
    target = promise(3, Bound.ABOUT, is_price=True, polarity=Polarity.NEUTRAL)
    assert judge(target, result(2)) == (MET, "物价目标按上限看")
    assert judge(target, result(Decimal("3.1"))).verdict is ABOUT
    assert judge(target, result(4)).verdict is MISSED


def test_a_fall_of_what_should_rise_has_no_side() -> None:
    assert judge(promise(-5), result(-3)).verdict is UNCLEAR
    assert judge(promise(-5), result(-5)).verdict is MET


@pytest.mark.parametrize(
    ("unit", "other", "judged"),
    [
        ("人", "名", True),
        ("人", "户", False),
        ("个", "家", True),
        ("家", "户", False),
        ("个", "栋", False),
        ("元", "美元", False),
    ],
)
def test_units_that_count_the_same_are_compared(unit: str, other: str, *, judged: bool) -> None:
    asked = promise(5, measure=Measure.LEVEL, unit=unit, unit_said=unit)
    verdict = judge(asked, result(6, measure=Measure.LEVEL, unit=other, unit_said=other)).verdict
    assert verdict is (MET if judged else UNCLEAR)


def test_per_mille_beside_percent_is_taken_for_a_slip() -> None:
    asked = promise(Decimal("0.522"), Bound.AT_MOST, measure=Measure.LEVEL, unit_said="‰")
    judgement = judge(asked, result(Decimal("4.87"), measure=Measure.LEVEL))
    assert judgement == (UNCLEAR, "一处写‰，一处写%，疑有笔误")
