"""Several figures as one table, for a spreadsheet, a Markdown document or a CSV file. No screen code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hzview.exporting import Column, csv, markdown
from hzview.figures.figure import Figure
from hzview.figures.wording import KINDS, MEASURES
from hzview.model import Report

FORMS: Mapping[str, str] = {"tsv": "电子表格", "markdown": "Markdown", "csv": "CSV"}
"""What a table can be, by its name in the settings, and what that is called."""


def marked_table(report: Report, figures: Iterable[Figure], form: str) -> str:
    """Return ``figures`` as a table in ``form``, headed in Chinese, a row for each figure and indicator."""
    rows = list(_rows(report, figures))
    if form == "markdown":
        lines = markdown(rows, [Column(title, title) for title in rows[0]] if rows else [])
    else:
        lines = csv(rows, "\t" if form == "tsv" else ",")
    return "\n".join(lines)


def _rows(report: Report, figures: Iterable[Figure]) -> Iterator[dict[str, object]]:
    # The engine comes with them, which must not be waited for at the start.
    from hzview.figures.rows import figure_rows

    for figure in figures:
        for row in figure_rows(report, [figure]):
            yield {
                "指标": row["indicator"],
                "数值": figure.value,
                "至": figure.value_to,
                "单位": figure.unit,
                "类别": MEASURES[figure.measure],
                "性质": KINDS[figure.kind],
                "年份": figure.period,
                "原文": figure.text,
                "章节": row["section"],
                "报告": report.title,
            }
