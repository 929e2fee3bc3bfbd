"""Two reports side by side: what both state in figures, and what only one does."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from hzview.catalog import Catalog
from hzview.figures.engine import extract
from hzview.figures.figure import Kind, Measure
from hzview.model import Report
from hzview.scorecard.gathering import of_report
from hzview.scorecard.rules import incomparable
from hzview.scorecard.statement import UNCATALOGUED, Statement


class Compared(NamedTuple):
    """What two reports state of one indicator, of one kind and measure; one of them may say nothing."""

    left: Statement | None
    """In the first report."""
    right: Statement | None
    """In the second."""

    @property
    def main(self) -> Statement:
        """The statement that there is."""
        statement = self.left or self.right
        assert statement is not None
        return statement

    @property
    def difference(self) -> Decimal | None:
        """Second value less first, in the base unit; None where one is missing or they do not measure the same."""
        if self.left is None or self.right is None or incomparable(self.left, self.right):
            return None
        return self.right.value - self.left.value


_Key = tuple[Kind, str, Measure]


def compare_indicators(left: Report, right: Report, catalog: Catalog) -> tuple[Compared, ...]:
    """Return what the reports say of the year that each reviews and of the one that each plans, results first.

    Indicators in both come first, then those of the first only, then those of the second; each by what matters. Where a
    report says several things of one, its first counts. What the catalog does not know is in only where it is in both.
    """
    first, second = _own(left, catalog), _own(right, catalog)
    keys = dict.fromkeys((*first, *second))
    found = [Compared(first.get(key), second.get(key)) for key in keys]
    kept = (row for row in found if (row.left and row.right) or row.main.weight != UNCATALOGUED)
    return tuple(sorted(kept, key=_order))


def _order(row: Compared) -> tuple[int, bool, int]:
    where = 0 if row.left and row.right else 1 if row.left else 2
    return where, row.main.kind is Kind.TARGET, row.main.weight


def _own(report: Report, catalog: Catalog) -> dict[_Key, Statement]:
    """Return the first statement of each indicator, kind and measure of the years that the report is about."""
    found: dict[_Key, Statement] = {}
    for statement in of_report(report, extract(report), catalog):
        found.setdefault((statement.kind, statement.key, statement.measure), statement)
    return found
