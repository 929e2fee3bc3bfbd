"""The figures of a report as a table: one row an indicator, with level, growth, change and rank beside one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hzview.figures.figure import Figure, Kind, Measure


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """What a report states of one indicator, of one kind."""

    indicator: str
    """Its name."""
    kind: Kind
    """Actual or target."""
    figures: tuple[Figure, ...]
    """All of its figures, in the order of the text; none is left out."""

    def cells(self, measure: Measure) -> tuple[Figure, ...]:
        """Those of one measure, in the order of the text."""
        return tuple(figure for figure in self.figures if figure.measure is measure)


def indicator_table(figures: Iterable[Figure]) -> tuple[IndicatorRow, ...]:
    """Group figures by indicator and kind, in the order of first appearance.

    A figure said of several indicators stands in the row of each. One that only qualifies a noun (a threshold) has a
    row of its own kind: its indicator.
    """
    rows: dict[tuple[str, Kind], list[Figure]] = {}
    for figure in figures:
        for indicator in figure.indicators:
            rows.setdefault((indicator, figure.kind), []).append(figure)
    return tuple(IndicatorRow(indicator, kind, tuple(members)) for (indicator, kind), members in rows.items())
