"""Figures as a condition of a search: which of them a query's ``数:`` and ``类:`` mean.

Values are compared in base units, so that 0.1万亿元 is 1000亿元, and 8% never 8个百分点. A bare number is compared with the
value in the base unit of whatever it counts (元, 个, 平方米), as ``hzview figures --min`` does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from hzview.model import Span
from hzview.search.fields import Limit, Range
from hzview.search.query import Query

if TYPE_CHECKING:
    from decimal import Decimal

    from hzview.figures.figure import Figure


def satisfies(
    query: Query, value: Decimal, value_to: Decimal | None, unit: str, kind: str, measure: str
) -> bool:
    """Tell whether a figure is one that ``query`` asks for; a range of values is if any of it lies within.

    The arguments are those of ``Figure``; ``kind`` and ``measure`` their values as text.
    """
    from hzview.figures.units import base

    if not all(kind in clause.any or measure in clause.any for clause in query.kinds):
        return False
    if not query.values:
        return True
    first, name = base(value, unit)
    last = first if value_to is None else base(value_to, unit)[0]
    low, high = min(first, last), max(first, last)
    return all(any(_within(low, high, name, wanted) for wanted in clause.any) for clause in query.values)


def _within(low: Decimal, high: Decimal, unit: str, wanted: Range) -> bool:
    """Whether anything from ``low`` to ``high``, in the base ``unit``, is within the range."""
    return (wanted.low is None or _reaches(high, unit, wanted.low, 1)) and (
        wanted.high is None or _reaches(low, unit, wanted.high, -1)
    )


def _reaches(amount: Decimal, unit: str, limit: Limit, direction: int) -> bool:
    """Whether ``amount`` is at least (direction 1) or at most (-1) the limit, or beyond it where that is open."""
    from hzview.figures.units import base

    bar, wanted = base(limit.value, limit.unit)
    if wanted and wanted != unit:
        return False
    return amount * direction > bar * direction or (amount == bar and not limit.is_open)


def figure_source(figures: Callable[[], Sequence[Figure]]) -> Callable[[Query], Mapping[int, Sequence[Span]]]:
    """Return what ``hzview.search.Searcher`` asks for figures; ``figures`` gives all of a report in reading order."""

    def matching(query: Query) -> dict[int, list[Span]]:
        found: dict[int, list[Span]] = {}
        for figure in figures():
            if satisfies(query, figure.value, figure.value_to, figure.unit, figure.kind, figure.measure):
                found.setdefault(figure.span.paragraph, []).append(figure.span)
        return found

    return matching
