"""The scorecard of one report: what came of last year beside what is to come of this one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from hzview.catalog import Catalog
from hzview.figures.engine import extract
from hzview.figures.figure import Figure, Measure
from hzview.model import Report
from hzview.scorecard.gathering import of_report
from hzview.scorecard.pairing import promises, results
from hzview.scorecard.rules import ends, incomparable
from hzview.scorecard.statement import UNCATALOGUED, Statement


class Stand(StrEnum):
    """On which sides an indicator stands."""

    BOTH = "both"
    PROMISED = "promised"
    """There is a target, and no result that it could be held to."""
    REPORTED = "reported"
    """There is a result and no target."""


class Step(NamedTuple):
    """How far it is from the result to the target."""

    points: Decimal | None
    """Target less result, in percentage points, of two growths or two shares."""
    percent: Decimal | None
    """Target less result, in percent of the result, of two amounts."""
    level: Decimal | None
    """The amount that a growth leads to from the amount reported, in its base unit."""


class ScoreRow(NamedTuple):
    """One indicator and measure of the scorecard."""

    stand: Stand
    """Whether there is result, target or both."""
    result: Statement | None
    """What was reported of the year before."""
    amount: Statement | None
    """The amount reported of it, where ``result`` is a growth."""
    target: Statement | None
    """What is promised for the year."""
    step: Step | None
    """From the one to the other."""

    @property
    def main(self) -> Statement:
        """The target, or else the result."""
        statement = self.target or self.result
        assert statement is not None
        return statement


def score(report: Report, catalog: Catalog, figures: Sequence[Figure] | None = None) -> tuple[ScoreRow, ...]:
    """Return the scorecard of ``report``, of its ``figures`` where they are known already.

    Indicators with result and target come first, then those promised, then those reported; each group by what matters,
    as the catalog orders it, and then as the text does. What the catalog does not know is in only where it has both.
    Without a year of delivery nothing can be told apart, and the scorecard is empty.
    """
    said = of_report(report, extract(report) if figures is None else figures, catalog)
    promised = promises(said)
    reported = results(said)
    found = [_promised(target, reported.get(target.key, [])) for target in promised]
    keys = {target.key for target in promised}
    for key, answers in reported.items():
        if key not in keys:
            found += _reported(answers)
    kept = (row for row in found if row.stand is Stand.BOTH or row.main.weight != UNCATALOGUED)
    return tuple(sorted(kept, key=lambda row: (list(Stand).index(row.stand), row.main.weight)))


def _promised(target: Statement, answers: Sequence[Statement]) -> ScoreRow:
    """Return the row of a target, with the first result that it can be compared with, or that it grows from."""
    result = next((answer for answer in answers if not incomparable(target, answer)), None)
    amount = None
    if target.measure is Measure.GROWTH:
        amount = next((answer for answer in answers if answer.measure is Measure.LEVEL), None)
    stand = Stand.BOTH if result or amount else Stand.PROMISED
    return ScoreRow(stand, result, amount, target, _step(target, result, amount))


def _reported(answers: Sequence[Statement]) -> Iterable[ScoreRow]:
    """Yield the row of what was only reported: its growth, with its amount, or else the amount."""
    growth = next((answer for answer in answers if answer.measure is Measure.GROWTH), None)
    level = next((answer for answer in answers if answer.measure is Measure.LEVEL), None)
    if growth or level:
        yield ScoreRow(Stand.REPORTED, growth or level, level if growth else None, None, None)


def _step(target: Statement, result: Statement | None, amount: Statement | None) -> Step | None:
    """Return the step from result to target, to the lower end of a range."""
    points = percent = level = None
    if result is not None:
        have, want = ends(result).low, ends(target).low
        assert have is not None
        assert want is not None
        if target.measure is Measure.GROWTH or target.unit == "%":
            points = want - have
        elif target.measure is Measure.LEVEL and have > 0:
            percent = (want - have) / have * 100
    if amount is not None and target.measure is Measure.GROWTH:
        low = ends(target).low
        assert low is not None
        level = (amount.value * (100 + low) / 100).normalize()
    return None if (points, percent, level) == (None, None, None) else Step(points, percent, level)
