"""What several verbs take and give, described once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from hzview.cli import terminal
from hzview.cli.chinese import Argument, Choice
from hzview.cli.status import Status

if TYPE_CHECKING:
    from hzview.exporting import Column


def report_argument() -> Argument:
    """Return the argument that names a report."""
    return Argument(
        "report",
        "报告",
        "报告文件：TOML，或网页、文本等原始文件（即时整理）；\n- 为标准输入；不写则为随附的湖州市 2018 年报告",
        required=False,
        file=True,
    )


def format_options() -> list[click.Parameter]:
    """Return the options that choose how rows are written."""
    from hzview.exporting import Format

    return [
        click.Option(
            ["--format", "form"],
            type=Choice([form.value for form in Format]),
            default=Format.TEXT.value,
            help="输出格式，默认 text",
        ),
        click.Option(["--bom"], is_flag=True, help="CSV 开头加 UTF-8 标记，便于用 Excel 打开"),
    ]


def print_rows(
    rows: Iterable[Mapping[str, object]], columns: Sequence[Column], form: str, *, bom: bool = False
) -> Status:
    """Print ``rows`` and return the exit status: ``NOTHING`` where there was none.

    The formats that programs read are UTF-8 whatever the locale.
    """
    from hzview.exporting import Format, export

    if form in (Format.JSONL, Format.CSV):
        terminal.use_utf8(mark=bom and form == Format.CSV)
    printed = False
    for line in export(rows, columns, Format(form)):
        terminal.line(line)
        printed = True
    return Status.FOUND if printed else Status.NOTHING
