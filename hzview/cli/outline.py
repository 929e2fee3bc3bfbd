"""``hzview outline``: the headings and topic sentences of a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hzview.cli import terminal
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.exporting import Column, Format
from hzview.model import Report, Role
from hzview.opening import open_report

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb

_ALL = 99
"""Levels of an outline: more than there can be."""
_ROLES = {Role.REVIEW.value: "工作回顾", Role.TASKS.value: "工作部署", Role.OTHER.value: "其他"}
"""What the table for people calls a part."""
_COLUMNS = (Column("depth", "层", right=True), Column("title", "标题"), Column("role", "性质"))


def run(report: str | None = None, depth: int = _ALL, form: str = Format.TEXT, bom: bool = False) -> Status:
    """Print the outline of ``report`` down to ``depth`` levels."""
    opened = open_report(report).report
    if form == Format.MD:
        listed = ({**row, "role": _ROLES[str(row["role"])]} for row in rows(opened, depth))
        return print_rows(listed, _COLUMNS, form)
    if form != Format.TEXT:
        return print_rows(rows(opened, depth), _COLUMNS, form, bom=bom)
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


def declare() -> Verb:
    """Declare the verb."""
    import click

    from hzview.cli.chinese import Count, Verb
    from hzview.cli.options import format_options, report_argument

    return Verb(
        "outline",
        run,
        [
            report_argument(),
            click.Option(["--depth"], type=Count(1, _ALL), default=_ALL, help="只列到第几层，默认全部"),
            *format_options(),
        ],
        summary="列出目录：各级标题和段首主题句",
        help="列出报告的目录：各级标题和段首主题句。",
        examples="hzview outline --depth 2\nhzview outline 报告.docx --format jsonl",
    )
