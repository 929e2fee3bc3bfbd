"""``hzview trend``: one indicator over years and regions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hzview.catalog import load_catalog
from hzview.cli import terminal
from hzview.cli.library import open_library
from hzview.cli.options import period
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.exporting import Column, Format
from hzview.figures import Kind, Measure
from hzview.figures.wording import KINDS
from hzview.library.observations import observation_row, the_region
from hzview.library.plot import plot
from hzview.library.svg import svg
from hzview.library.trend import Trend, trend

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb

_SVG = "svg"
_WIDTH = 80
"""Cells of a plot that no terminal bounds."""
_WIDEST = 120
"""Cells beyond which a plot is not easier to read."""
_HEIGHT = 18
"""Lines of a plot."""


def run(
    indicator: str,
    region: Sequence[str] = (),
    measure: str | None = None,
    kind: str | None = None,
    first: int | None = None,
    last: int | None = None,
    catalog: str | None = None,
    library: str | None = None,
    form: str = Format.TEXT,
    bom: bool = False,
) -> Status:
    """Print what the reports of the regions say of ``indicator``, by year."""
    years = period(first, last)
    known = load_catalog(None if catalog is None else Path(catalog))
    found, scope = known.needed(indicator)
    with open_library(library) as store:
        there = store.regions()
        if not region:
            raise HzviewError(f"用 --region 写明地区，可写多个；文库里有 {len(there)} 个地区的报告")
        names = list(dict.fromkeys(the_region(there, one) for one in region))
        shown = trend(
            store,
            known,
            found,
            names,
            scope=scope,
            measure=Measure(measure) if measure else None,
            kinds=(Kind(kind),) if kind else tuple(Kind),
            years=years,
        )
    if not shown.years:
        terminal.complain(f"{'、'.join(names)}的报告里没有{shown.title}的年度数值")
        return Status.NOTHING
    return _print(shown, form, bom)


def _print(shown: Trend, form: str, bom: bool) -> Status:
    if form == _SVG:
        terminal.use_utf8()
        for text in svg(shown):
            terminal.line(text)
        return Status.FOUND
    if form in (Format.CSV, Format.JSONL):
        return print_rows(long_rows(shown), (), form, bom=bom)
    columns, rows = table(shown)
    if form == Format.TEXT:
        terminal.line(shown.title)
        width = min(terminal.columns() or _WIDTH, _WIDEST)
        for pieces in plot(shown, width, _HEIGHT):
            terminal.line("".join(piece.text for piece in pieces).rstrip())
        terminal.line("")
    return print_rows(rows, columns, form)


def table(shown: Trend) -> tuple[list[Column], list[dict[str, object]]]:
    """Return a table with a row for each year, those of which nothing is said included, and a column for each series."""
    columns = [Column("year", "年份", right=True)]
    told = [(index, one) for index, one in enumerate(shown.series) if one.cells]
    columns += (Column(f"{index}", f"{one.region}{KINDS[one.kind]}", right=True) for index, one in told)
    rows: list[dict[str, object]] = []
    for year in shown.years:
        cells = {f"{index}": one.cells[year].text if year in one.cells else "" for index, one in told}
        rows.append({"year": year, **cells})
    return columns, rows


def long_rows(shown: Trend) -> Iterator[dict[str, object]]:
    """Yield a row for each statement: the columns of observations, and whether the table shows it."""
    for one in shown.series:
        for cell in one.cells.values():
            yield {**observation_row(cell.observation), "shown": True}
            for other in cell.others:
                yield {**observation_row(other), "shown": False}


def declare() -> Verb:
    """Declare the verb."""
    import click

    from hzview.cli.chinese import Argument, Choice, Verb
    from hzview.cli.options import catalog_option, library_option, period_options

    forms = [*(form.value for form in Format), _SVG]
    return Verb(
        "trend",
        run,
        [
            Argument(
                "indicator",
                "指标",
                "指标的名称，如 地区生产总值、市区固定资产投资；\nhzview indicators 列出全部",
            ),
            click.Option(
                ["--region"],
                metavar="地区",
                multiple=True,
                help="地区，可写多个",
            ),
            click.Option(
                ["--measure"],
                type=Choice([str(measure) for measure in Measure]),
                help="水平（level）、增速（growth）、\n增减（change）或位次（rank）；\n不写则取说得最多的一种",
            ),
            click.Option(
                ["--kind"],
                type=Choice([str(kind) for kind in Kind]),
                help="只要实绩（actual）或目标（target）",
            ),
            *period_options(),
            catalog_option(),
            library_option(),
            click.Option(
                ["--format", "form"], type=Choice(forms), default="text", help="输出格式，默认 text"
            ),
            click.Option(["--bom"], is_flag=True, help="CSV 加 UTF-8 标记，便于用 Excel 打开"),
        ],
        summary="看一个指标历年、各地的数值",
        help="从文库里取出一个指标历年、各地的实绩和目标，列成表、画成图。\n"
        "一年有几处说法时取离那一年最近的报告；说法不能并存的标 ＊。\n"
        "只取年度数值，五年年均、一季度等不算。",
        examples="hzview trend GDP --region 国务院 --measure growth\n"
        "hzview trend 城镇新增就业 --region 浙江 --region 江苏 --from 2010\n"
        "hzview trend 研发投入强度 --region 浙江 --format svg > 研发.svg",
    )
