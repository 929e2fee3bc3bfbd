"""``hzview outline``: the headings and topic sentences of a report."""

from __future__ import annotations

from collections.abc import Iterator

import click

from hzview.cli import options, terminal
from hzview.cli.chinese import Count, Verb
from hzview.cli.status import Status
from hzview.exporting import Column, Format
from hzview.model import Report
from hzview.opening import open_report

_COLUMNS = (Column("depth", "层", right=True), Column("title", "标题"), Column("role", "性质"))


def outline(report: str | None, depth: int, form: str, bom: bool) -> Status:
    """Print the outline of ``report`` down to ``depth`` levels."""
    opened = open_report(report).report
    if form != Format.TEXT:
        return options.print_rows(rows(opened, depth), _COLUMNS, form, bom=bom)
    terminal.line(opened.title)
    status = Status.NOTHING
    for entry in opened.outline:
        if entry.depth <= depth:
            terminal.line("  " * entry.depth, entry.title)
            status = Status.FOUND
    return status


def rows(report: Report, depth: int) -> Iterator[dict[str, object]]:
    """Yield one row for each outline entry down to ``depth`` levels.

    ``paragraph`` is the block that it stands in, ``end`` one past the last block that belongs to it; ``lead`` tells
    topic sentences from headings.
    """
    for entry in report.outline:
        if entry.depth <= depth:
            yield {
                "depth": entry.depth,
                "title": entry.title,
                "lead": entry.is_lead,
                "role": report.parts[entry.part].role.value,
                "paragraph": entry.position.paragraph,
                "end": entry.end,
            }


command = Verb(
    "outline",
    outline,
    [
        options.report_argument(),
        click.Option(["--depth"], type=Count(1, 99), default=99, help="只列到第几层，默认全部"),
        *options.format_options(),
    ],
    summary="列出目录：各级标题和段首主题句",
    help="列出报告的目录：各级标题和段首主题句。",
    examples="hzview outline --depth 2\nhzview outline 报告.docx --format jsonl",
)
