"""Citations: what was copied, with where it stands. No screen code."""

from __future__ import annotations

from hzview.figures.figure import Figure
from hzview.model import Report
from hzview.tui.wording import indicator


def of_figure(report: Report, figure: Figure) -> str:
    """Return ``figure`` with its indicator and source: 地区生产总值：2476.1亿元（《…报告》，一、2017年主要工作）."""
    name = indicator(figure)
    said = f"{name}：{figure.text}" if name else figure.text
    return said + _source(report, figure.span.paragraph)


def of_text(report: Report, text: str, paragraph: int) -> str:
    """Return ``text``, which begins in block ``paragraph``, in quotes and with its source."""
    return f"“{text}”" + _source(report, paragraph)


def _source(report: Report, paragraph: int) -> str:
    title = f"《{report.title}》" if report.title else ""
    parts = (title, *report.path(paragraph))
    joined = "，".join(part for part in parts if part)
    return f"（{joined}）" if joined else ""
