"""Promises and results brought together: which statement answers for which, where there are several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hzview.figures.figure import Kind, Measure
from hzview.scorecard.rules import Judgement, Verdict, ends, incomparable, judge
from hzview.scorecard.statement import Statement


class Outcome(NamedTuple):
    """One promise, what was said of it a year later, and what became of it."""

    promise: Statement
    """What was promised."""
    result: Statement | None
    """What was said of it; None where nothing was."""
    judgement: Judgement
    """What became of it."""


def promises(statements: Iterable[Statement]) -> list[Statement]:
    """Return the targets, each indicator and measure once or, where they differ, more often.

    Where something is promised and more striven for (增长8%，力争8.5%), what is promised counts.
    """
    found: dict[tuple[str, Measure], list[Statement]] = {}
    for statement in statements:
        if statement.kind is Kind.TARGET:
            found.setdefault((statement.key, statement.measure), []).append(statement)
    chosen: list[Statement] = []
    for members in found.values():
        firm = [statement for statement in members if not statement.stretch] or members
        chosen += _distinct(firm)
    return chosen


def results(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Return what is said to have come about, by the key of the indicator, in the order of the text."""
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.kind is Kind.ACTUAL:
            found.setdefault(statement.key, []).append(statement)
    return found


def settle(promised: Sequence[Statement], reported: dict[str, list[Statement]]) -> list[Outcome]:
    """Say what became of each promise by what was reported under the same indicator."""
    return [_outcome(promise, reported.get(promise.key, [])) for promise in promised]


def _outcome(promise: Statement, answers: list[Statement]) -> Outcome:
    """Judge by the answers that can be compared; where they lead to different verdicts, say so and judge nothing."""
    if not answers:
        return Outcome(promise, None, Judgement(Verdict.UNCLEAR, "次年报告没有说到"))
    fitting = _distinct(answer for answer in answers if not incomparable(promise, answer))
    if not fitting:
        nearest = next((a for a in answers if a.measure is promise.measure), answers[0])
        return Outcome(promise, nearest, Judgement(Verdict.UNCLEAR, incomparable(promise, nearest)))
    judged = [judge(promise, answer) for answer in fitting]
    if len({judgement.verdict for judgement in judged}) > 1:
        said = "、".join(answer.said for answer in fitting)
        return Outcome(promise, fitting[0], Judgement(Verdict.UNCLEAR, f"次年报告说法不一：{said}"))
    return Outcome(promise, fitting[0], judged[0])


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    """Return those that say something else than one before them."""
    found: dict[object, Statement] = {}
    for statement in statements:
        found.setdefault((ends(statement), statement.unit, statement.bound, statement.prices), statement)
    return list(found.values())
