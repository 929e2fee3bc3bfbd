"""``hzview observations``: what the reports of a library say of catalogued indicators, in long form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hzview.catalog import load_catalog
from hzview.cli.library import open_library
from hzview.cli.options import period
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.exporting import Column, Format
from hzview.figures import Kind, Measure
from hzview.figures.extent import Extent
from hzview.figures.wording import KINDS, MEASURES
from hzview.library.observations import Standing, observation_row, observations, the_region

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb

_COLUMNS = (
    Column("region", "地区", most=16),
    Column("period", "年份", right=True),
    Column("indicator", "指标", most=32),
    Column("scope", "范围"),
    Column("measure", "类别"),
    Column("text", "数值", right=True),
    Column("kind", "性质"),
    Column("extent", "期间"),
    Column("standing", "说法"),
    Column("report_year", "报告年", right=True),
    Column("section", "章节", most=32),
)
_EXTENTS = {Extent.YEAR: "年", Extent.YEARS: "多年", Extent.PART: "不足一年"}
_STANDINGS = {
    Standing.SINGLE: "", Standing.REPEATED: "重述", Standing.REVISED: "他处不同", Standing.CONFLICTING: "同文不一",
}  # fmt: skip


def run(
    indicator: Sequence[str] = (),
    region: Sequence[str] = (),
    measure: str | None = None,
    kind: str | None = None,
    first: int | None = None,
    last: int | None = None,
    annual: bool = False,
    catalog: str | None = None,
    library: str | None = None,
    form: str = Format.TEXT,
    bom: bool = False,
) -> Status:
    """Print the observations that are wanted, one a row."""
    years = period(first, last)
    known = load_catalog(None if catalog is None else Path(catalog))
    wanted = [known.needed(name) for name in indicator]
    with open_library(library) as store:
        there = store.regions()
        names = [the_region(there, one) for one in region]
        found = observations(store, known, indicators=[one for one, _ in wanted], regions=names, years=years)
    rows = (
        observation_row(one)
        for one in found
        if (not wanted or any(one.indicator is other and scope in ("", one.scope) for other, scope in wanted))
        and (measure is None or one.measure == measure)
        and (kind is None or one.kind == kind)
        and (not annual or one.extent is Extent.YEAR)
    )
    if form in (Format.TEXT, Format.MD):
        rows = ({**row, **_in_words(row)} for row in rows)
    return print_rows(rows, _COLUMNS, form, bom=bom)


def _in_words(row: dict[str, object]) -> dict[str, object]:
    """Return what people read instead of the codes in ``row``."""
    return {
        "measure": MEASURES[Measure(str(row["measure"]))],
        "kind": KINDS[Kind(str(row["kind"]))],
        "extent": _EXTENTS[Extent(str(row["extent"]))],
        "standing": _STANDINGS[Standing(str(row["standing"]))],
    }


def declare() -> Verb:
    """Declare the verb."""
    import click

    from hzview.cli.chinese import Choice, Verb
    from hzview.cli.options import catalog_option, format_options, library_option, period_options

    return Verb(
        "observations",
        run,
        [
            click.Option(["--indicator"], metavar="指标", multiple=True, help="只要这个指标，可写多个"),
            click.Option(["--region"], metavar="地区", multiple=True, help="只要这个地区，可写多个"),
            click.Option(
                ["--measure"],
                type=Choice([str(measure) for measure in Measure]),
                help="只要水平（level）、增速（growth）、\n增减（change）或位次（rank）",
            ),
            click.Option(
                ["--kind"],
                type=Choice([str(kind) for kind in Kind]),
                help="只要实绩（actual）或目标（target）",
            ),
            *period_options(),
            click.Option(["--annual"], is_flag=True, help="只要年度数值，不要五年年均、一季度等"),
            catalog_option(),
            library_option(),
            *format_options(),
        ],
        summary="导出各地历年的指标观测值",
        help="从文库里取出归入指标目录的数值：哪个地区、哪一年、哪个指标、多少、出在哪一句。\n"
        "同一年的不同说法并列：重述、他处不同（另一份报告）、同文不一（同一份报告）。",
        examples="hzview observations --region 浙江 --format csv --bom > 浙江.csv\n"
        "hzview observations --indicator GDP --kind target --annual",
    )
