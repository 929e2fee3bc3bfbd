"""Scorecards as rows of a table, with the names of their fields (README, “Scorecards”)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hzview.scorecard.comparing import Compared
from hzview.scorecard.one import ScoreRow
from hzview.scorecard.passages import Pair, Sentence
from hzview.scorecard.statement import Statement
from hzview.scorecard.years import RegionScorecard

Row = dict[str, object]
"""Field names to values."""


def verdict_rows(card: RegionScorecard) -> Iterator[Row]:
    """Yield one row for each promise: what it was, what was reported, the verdict, and where both stand.

    Values are in ``unit``, the base unit (元, not 亿元); places are ids of reports in the library with block, start and end.
    """
    for year, outcome in ((entry.year, entry.outcome) for entry in card.outcomes):
        promise, result = outcome.promise, outcome.result
        yield {
            "region": card.region,
            "indicator": promise.indicator,
            "measure": promise.measure.value,
            "year": year,
            "promised": promise.said,
            "reported": result.said if result else None,
            "verdict": outcome.judgement.verdict.value,
            "reason": outcome.judgement.reason,
            "promise_sentence": promise.sentence,
            "report_sentence": result.sentence if result else None,
            **_value("promised", promise),
            **_value("reported", result),
            **_place("promised", promise),
            **_place("reported", result),
        }


def score_rows(rows: tuple[ScoreRow, ...]) -> Iterator[Row]:
    """Yield one row for each indicator of a report's scorecard."""
    for row in rows:
        main, step = row.main, row.step
        yield {
            "stand": row.stand.value,
            "indicator": main.indicator,
            "measure": main.measure.value,
            "reported": row.result.said if row.result else None,
            "amount": row.amount.said if row.amount else None,
            "promised": row.target.said if row.target else None,
            "points": step.points if step else None,
            "percent": None if step is None or step.percent is None else round(step.percent, 2),
            "level": step.level if step else None,
            "report_sentence": (row.result or row.amount or main).sentence
            if row.result or row.amount
            else None,
            "promise_sentence": row.target.sentence if row.target else None,
            **_value("reported", row.result),
            **_value("promised", row.target),
            **_place("reported", row.result or row.amount),
            **_place("promised", row.target),
        }


def compared_rows(rows: Iterable[Compared]) -> Iterator[Row]:
    """Yield one row for each indicator, kind and measure that one of two reports states."""
    for row in rows:
        main = row.main
        yield {
            "indicator": main.indicator,
            "kind": main.kind.value,
            "measure": main.measure.value,
            "left": row.left.said if row.left else None,
            "right": row.right.said if row.right else None,
            "difference": row.difference,
            "left_sentence": row.left.sentence if row.left else None,
            "right_sentence": row.right.sentence if row.right else None,
            **_value("left", row.left),
            **_value("right", row.right),
            **_place("left", row.left),
            **_place("right", row.right),
        }


def pair_rows(pairs: Iterable[Pair]) -> Iterator[Row]:
    """Yield one row for each sentence of two reports: what became of it, and where it stands in both."""
    for pair in pairs:
        yield {
            "change": pair.change.value,
            "moved": pair.moved,
            "likeness": round(pair.likeness, 3),
            "left_sentence": pair.left.text if pair.left else None,
            "right_sentence": pair.right.text if pair.right else None,
            **_sentence("left", pair.left),
            **_sentence("right", pair.right),
        }


def _sentence(side: str, sentence: Sentence | None) -> Row:
    span = sentence.span if sentence else None
    return {
        f"{side}_paragraph": span.paragraph if span else None,
        f"{side}_start": span.start if span else None,
        f"{side}_end": span.end if span else None,
    }


def _value(side: str, statement: Statement | None) -> Row:
    """Return value, end of a range, unit and bound of one side."""
    return {
        f"{side}_value": statement.value if statement else None,
        f"{side}_value_to": statement.value_to if statement else None,
        f"{side}_unit": statement.unit if statement else None,
        f"{side}_bound": statement.bound.value if statement else None,
    }


def _place(side: str, statement: Statement | None) -> Row:
    """Return where one side stands."""
    place = statement.place if statement else None
    return {
        f"{side}_report": place.report or None if place else None,
        f"{side}_paragraph": place.span.paragraph if place else None,
        f"{side}_start": place.span.start if place else None,
        f"{side}_end": place.span.end if place else None,
    }
