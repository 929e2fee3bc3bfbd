"""Which statement answers for which promise."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hzview.figures.figure import Bound, Measure
from hzview.scorecard.pairing import promises, results, settle
from hzview.scorecard.rules import Verdict
from hzview.scorecard.statement import Prices
from tests.unit.scorecard.making import promise, result, values


def test_what_is_striven_for_counts_only_where_nothing_is_promised() -> None:
    firm, more = promise(8), promise(9, stretch=True)
    assert promises([more, firm]) == [firm]
    assert promises([more]) == [more]


@given(st.lists(values, min_size=1, max_size=4))
def test_promises_that_differ_are_kept_apart_and_repeated_ones_are_one(targets: list[Decimal]) -> None:
    found = promises([promise(value) for value in (*targets, *targets)])
    assert [p.value for p in found] == list(dict.fromkeys(targets))


def test_results_are_no_promises_and_the_other_way_round() -> None:
    assert promises([result(8)]) == []
    assert results([promise(8)]) == {}


@given(values, st.lists(values, min_size=1, max_size=4))
def test_answers_that_lead_to_different_verdicts_lead_to_none(target: Decimal, said: list[Decimal]) -> None:
    (outcome,) = settle([promise(target)], results([result(value) for value in said]))
    if len({value >= target for value in said}) == 2:
        assert outcome.judgement.verdict is Verdict.UNCLEAR
        assert outcome.judgement.reason.startswith("次年报告说法不一")
    else:
        assert outcome.judgement.verdict is (Verdict.MET if said[0] >= target else Verdict.MISSED)
        assert outcome.result is not None
        assert outcome.result.value == said[0]


def test_an_answer_that_measures_the_same_comes_before_one_that_does_not() -> None:
    amount = result(900, measure=Measure.LEVEL, unit="元")
    nominal, real = result(10), result(Decimal("7.4"), prices=Prices.REAL)
    (outcome,) = settle([promise(8, prices=Prices.REAL)], results([amount, nominal, real]))
    assert outcome.result == real
    assert outcome.judgement.verdict is Verdict.MISSED


def test_without_an_answer_the_reason_is_said() -> None:
    (silent,) = settle([promise(8)], {})
    assert (silent.result, silent.judgement) == (None, (Verdict.UNCLEAR, "次年报告没有说到"))
    amount = result(900, Bound.ABOVE, measure=Measure.LEVEL, unit="元")
    (other,) = settle([promise(8)], results([amount]))
    assert other.result == amount
    assert other.judgement == (Verdict.UNCLEAR, "目标说的是增速，结果只报了数额")
