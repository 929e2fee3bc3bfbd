"""``hzview figures``: what a report states in numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hzview.cli import options
from hzview.cli.chinese import Verb
from hzview.exporting import Column, Format
from hzview.figures import extract
from hzview.figures.rows import figure_rows
from hzview.opening import open_report

if TYPE_CHECKING:
    from hzview.cli.status import Status
    from hzview.figures import Figure
    from hzview.model import Report

_COLUMNS = (
    Column("number", "序号", right=True),
    Column("indicator", "指标", most=32),
    Column("text", "数字", right=True),
    Column("measure", "类别"),
    Column("kind", "性质"),
    Column("period", "年份", right=True),
    Column("section", "章节", most=40),
)
_WORDS = {
    "level": "水平",
    "growth": "增速",
    "change": "增减",
    "rank": "位次",
    "actual": "实绩",
    "target": "目标",
}
"""How the tables for people name measures and kinds."""


def figures(report: str | None, form: str, bom: bool) -> Status:
    """Print the figures of ``report``."""
    opened = open_report(report).report
    found = extract(opened)
    if form in (Format.TEXT, Format.MD):
        rows: Iterable[dict[str, object]] = readable(opened, found)
    else:
        rows = figure_rows(opened, found)
    return options.print_rows(rows, _COLUMNS, form, bom=bom)


def readable(report: Report, found: Iterable[Figure]) -> Iterator[dict[str, object]]:
    """Yield rows for people, numbered by figure, measures and kinds in words."""
    for number, figure in enumerate(found, 1):
        for row in figure_rows(report, [figure]):
            words = {key: _WORDS[str(row[key])] for key in ("measure", "kind")}
            yield {**row, **words, "number": number}


command = Verb(
    "figures",
    figures,
    [
        options.report_argument(),
        *options.format_options(),
    ],
    summary="列出指标数字",
    help="列出报告里的指标数字：是什么指标、多少、实绩还是目标。",
    examples="hzview figures --kind target\nhzview figures 报告.docx --format csv > 指标.csv",
)
