"""What several verbs take, declared once."""

from __future__ import annotations

import re

import click

from hzview.cli.chinese import Argument, Choice, Count, Parsed
from hzview.errors import HzviewError
from hzview.exporting import Format
from hzview.model import LEVELS


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
        click.Option(["--bom"], is_flag=True, help="CSV 加 UTF-8 标记，便于用 Excel 打开"),
    ]


def parse_years(text: str) -> tuple[int, int]:
    """Read a year or a range of years (2015-2020); raise ``HzviewError`` where it is neither."""
    match = re.fullmatch(r"([0-9]{4})(?:[-—–~]([0-9]{4}))?", text)
    if not match or (match[2] and match[2] < match[1]):
        raise HzviewError(f"“{text}”应为年份或年份的范围，如 2018 或 2015-2020")
    return int(match[1]), int(match[2] or match[1])


def library_option() -> click.Option:
    """Return the option that names the library."""
    return click.Option(["--library"], metavar="文件", help="文库文件，默认在用户的数据目录里")


def choice_options() -> list[click.Parameter]:
    """Return the options that choose reports of a library; see ``hzview.library.Choice``."""
    return [
        click.Option(["--region"], metavar="文字", default="", help="只要地区名含此文字的"),
        click.Option(["--level"], type=Choice(list(LEVELS)), help="只要这一级的"),
        click.Option(
            ["--year", "years"],
            type=Parsed("年份", parse_years),
            help="只要这一年或这些年的：2015-2020",
        ),
    ]


def catalog_option() -> click.Option:
    """Return the option that names a catalog of indicators to read besides the shipped one and the user's own."""
    return click.Option(["--catalog"], metavar="文件", help="另加一份指标目录（TOML）")


def period_options() -> list[click.Parameter]:
    """Return the options for the first and the last year that is spoken of; see ``period``."""
    return [
        click.Option(["--from", "first"], type=Count(1000, 9999), metavar="年份", help="自这一年起"),
        click.Option(["--to", "last"], type=Count(1000, 9999), metavar="年份", help="到这一年止"),
    ]


def period(first: int | None, last: int | None) -> tuple[int, int] | None:
    """Return the years from ``first`` to ``last``; None where neither is given.

    Raises:
        HzviewError: the first one is behind the last.
    """
    if first is None and last is None:
        return None
    years = (first or 1000, last or 9999)
    if years[0] > years[1]:
        raise HzviewError(f"--from {years[0]} 在 --to {years[1]} 之后")
    return years
