"""What several verbs take, declared once."""

from __future__ import annotations

import click

from hzview.cli.chinese import Argument, Choice
from hzview.exporting import Format


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
    return [
        click.Option(
            ["--format", "form"],
            type=Choice([form.value for form in Format]),
            default=Format.TEXT.value,
            help="输出格式，默认 text",
        ),
        click.Option(["--bom"], is_flag=True, help="CSV 开头加 UTF-8 标记，便于用 Excel 打开"),
    ]
