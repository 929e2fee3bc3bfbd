"""``hzview compare``: two reports side by side, in figures or in their wording."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hzview import content
from hzview.catalog import load_catalog
from hzview.cli import terminal
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.exporting import Column, Format
from hzview.model import Report, Role
from hzview.opening import open_report
from hzview.printable import one_line
from hzview.scorecard import passages, wording
from hzview.scorecard.comparing import Compared, compare_indicators
from hzview.scorecard.passages import Change, Pair
from hzview.scorecard.rows import Row, compared_rows, pair_rows

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb
    from hzview.library import Library

_ROLES = {"tasks": Role.TASKS, "review": Role.REVIEW, "all": None}


def run(
    left: str,
    right: str,
    what: str = "indicators",
    part: str = "tasks",
    library: str | None = None,
    catalog: str | None = None,
    form: str = Format.TEXT,
    bom: bool = False,
) -> Status:
    """Print how the reports ``left`` and ``right`` differ."""
    first, second = named(left, library), named(right, library)
    if what == "wording":
        role = _ROLES[part]
        pairs = passages.align(passages.sentences(first, role), passages.sentences(second, role))
        return _print_wording(pairs, form, bom=bom)
    rows = compare_indicators(first, second, load_catalog(Path(catalog) if catalog else None))
    if form in (Format.JSONL, Format.CSV):
        return print_rows(compared_rows(rows), (), form, bom=bom)
    columns = (
        Column("name", "指标", most=40),
        Column("kind", "性质"),
        Column("left", _title(first, "甲"), right=True),
        Column("right", _title(second, "乙"), right=True),
        Column("difference", "相差", right=True),
    )
    return print_rows(_in_words(rows), columns, form)


def named(name: str, library: str | None) -> Report:
    """Return the report that ``name`` means: a file, an id in the library, or a region with a year (浙江省2018).

    Raises:
        HzviewError: there is none, or it cannot be read.
    """
    if name == "-" or os.path.lexists(name):
        return open_report(name).report
    match = re.fullmatch(r"(?P<region>.*?)[:：@/]?(?P<year>[0-9]{4})", name)
    if not name.isdecimal() and not match:
        raise HzviewError(f"{one_line(name)}：没有这个文件；文库里的报告写编号，或地区加年份，如 浙江省2018")
    from hzview.cli.library import open_library

    with open_library(library) as store:
        if match and match["region"]:
            number = _of_year(store, match["region"], int(match["year"]))
        else:
            number = int(name)
        return content.parse(store.toml(number), one_line(name))


def _of_year(store: Library, text: str, year: int) -> int:
    """Return the id of the report that a region delivered in ``year``; the last one where there are several."""
    from hzview.library import Choice
    from hzview.scorecard.years import region_named

    region = region_named(store, text)
    found = [row for row in store.reports(Choice(region, years=(year, year))) if row["region"] == region]
    if not found:
        raise HzviewError(f"文库里没有{region}{year}年的报告")
    return int(str(max(found, key=lambda row: str(row["date"]))["id"]))


def _title(report: Report, otherwise: str) -> str:
    """Return a few characters for the head of a column."""
    return f"{report.region}{report.year or ''}" or report.title[:16] or otherwise


def _in_words(rows: Iterable[Compared]) -> Iterator[Row]:
    for row in rows:
        yield {
            "name": wording.name(row.main),
            "kind": wording.kind(row.main),
            "left": wording.said(row.left),
            "right": wording.said(row.right),
            "difference": wording.difference(row),
        }


def _print_wording(pairs: list[Pair], form: str, *, bom: bool) -> Status:
    """Print what became of each sentence; for people only what is not the same, or moved, and how many are."""
    if form in (Format.JSONL, Format.CSV):
        return print_rows(pair_rows(pairs), (), form, bom=bom)
    if form == Format.MD:
        columns = (Column("change", "变化"), Column("left", "甲"), Column("right", "乙"))
        return print_rows(_pairs_in_words(pairs), columns, form)
    for pair in pairs:
        if pair.change is not Change.SAME or pair.moved:
            terminal.line(f"{wording.change(pair)}  {wording.marked(pair)}")
    if pairs:
        terminal.line(wording.changes(pairs))
    return Status.FOUND if pairs else Status.NOTHING


def _pairs_in_words(pairs: Iterable[Pair]) -> Iterator[Row]:
    for pair in pairs:
        yield {
            "change": wording.change(pair),
            "left": pair.left.text if pair.left else "",
            "right": pair.right.text if pair.right else "",
        }


def declare() -> Verb:
    """Declare the verb."""
    import click

    from hzview.cli.chinese import Argument, Choice, Verb
    from hzview.cli.options import format_options

    what = "报告文件，或文库里的编号，或地区加年份（浙江省2018）"
    return Verb(
        "compare",
        run,
        [
            Argument("left", "甲", what, file=True),
            Argument("right", "乙", "同上", file=True),
            click.Option(
                ["--what"],
                type=Choice(["indicators", "wording"]),
                default="indicators",
                help="对照指标（indicators，默认）或措辞（wording）",
            ),
            click.Option(
                ["--part"],
                type=Choice(list(_ROLES)),
                default="tasks",
                help="措辞只看工作部署（tasks，默认）、\n工作回顾（review）或全文（all）",
            ),
            click.Option(["--library"], metavar="文件", help="文库文件，默认在用户的数据目录里"),
            click.Option(["--catalog"], metavar="文件", help="另加一份指标目录（TOML）"),
            *format_options(),
        ],
        summary="对照两份报告",
        help="对照两份报告：共有的指标各是多少，哪些只有一份里有；\n或同一项工作前后两年怎么写，哪些句子改了、移了、删了、新加了。",
        examples="hzview compare 去年.docx 今年.docx\nhzview compare 浙江省2017 浙江省2018 --what wording",
    )
