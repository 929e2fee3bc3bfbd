"""Figures as rows of a table: one row for each pair of figure and indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hzview.figures.figure import Figure
from hzview.model import Report


def figure_rows(report: Report, figures: Iterable[Figure]) -> Iterator[dict[str, object]]:
    """Yield one row for each pair of figure and indicator, in the order of the text.

    A row has ``text``, ``indicator``, ``measure``, ``value``, ``value_to``, ``unit``, ``bound``, ``kind``, ``period``,
    ``threshold``, ``doubt``, ``paragraph``, ``start``, ``end``, ``section`` and ``sentence``; values are Decimal.
    """
    for figure in figures:
        for indicator in figure.indicators:
            yield {
                "text": figure.text,
                "indicator": indicator,
                "measure": str(figure.measure),
                "value": figure.value,
                "value_to": figure.value_to,
                "unit": figure.unit,
                "bound": str(figure.bound),
                "kind": str(figure.kind),
                "period": figure.period,
                "threshold": figure.threshold,
                "doubt": list(figure.doubts),
                "paragraph": figure.span.paragraph,
                "start": figure.span.start,
                "end": figure.span.end,
                "section": " › ".join(report.path(figure.span.paragraph)),
                "sentence": report.blocks[figure.sentence.paragraph].text[
                    figure.sentence.start : figure.sentence.end
                ],
            }
