"""``hzview figures``: what a report states in numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from hzview.cli import options, terminal
from hzview.cli.chinese import Choice, Count, Verb
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.exporting import Column, Format
from hzview.figures import Figure, Kind, Measure, extract
from hzview.figures.rows import figure_rows
from hzview.figures.select import Limit, Selection
from hzview.figures.wording import KINDS, in_table
from hzview.model import Report
from hzview.opening import open_report

_COLUMNS = (
    Column("number", "序号", right=True),
    Column("indicator", "指标", most=32),
    Column("written", "数值", right=True),
    Column("measure", "类别"),
    Column("kind", "性质"),
    Column("period", "年份", right=True),
    Column("doubtful", "存疑"),
    Column("section", "章节", most=40),
)
_MEASURES = {Measure.LEVEL: "水平", Measure.GROWTH: "增速", Measure.CHANGE: "增减", Measure.RANK: "位次"}


class LimitType(click.ParamType[Limit]):
    """A least or greatest value, with or without a unit."""

    name = "数值"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Limit:
        """Read the value as a report would write it, or fail saying how to."""
        if isinstance(value, Limit):
            return value
        try:
            return Limit.parse(str(value))
        except HzviewError as error:
            return self.fail(str(error), param, ctx)


def figures(
    report: str | None,
    kind: str | None,
    measure: str | None,
    unit: str,
    section: str,
    indicator: str,
    minimum: Limit | None,
    maximum: Limit | None,
    certain: bool,
    number: int | None,
    form: str,
    bom: bool,
) -> Status:
    """Print the figures of ``report`` that are wanted, or explain the one that has ``number``."""
    opened = open_report(report).report
    if number is not None:
        return _explain(opened, number)
    wanted = Selection(
        Kind(kind) if kind else None,
        Measure(measure) if measure else None,
        unit,
        section,
        indicator,
        minimum,
        maximum,
        certain,
    )
    found = extract(opened)
    chosen = wanted.choose(opened, found)
    if form in (Format.JSONL, Format.CSV):
        return options.print_rows(figure_rows(opened, chosen), _COLUMNS, form, bom=bom)
    numbers = {figure.span: number for number, figure in enumerate(found, 1)}
    rows = (row for figure in chosen for row in readable(opened, figure, numbers[figure.span]))
    return options.print_rows(rows, _COLUMNS, form)


def readable(report: Report, figure: Figure, number: int) -> Iterator[dict[str, object]]:
    """Yield the rows of one figure as people read them: with its number, in words."""
    for row in figure_rows(report, [figure]):
        yield {
            **row,
            "number": number,
            "written": in_table(figure),
            "measure": _MEASURES[figure.measure],
            "kind": KINDS[figure.kind],
            "doubtful": "？" if figure.doubts else "",
        }


def _explain(report: Report, number: int) -> Status:
    from hzview.figures.explain import explain

    for line in explain(report, number).lines():
        terminal.line(line)
    return Status.FOUND


def _choices(values: Iterable[str]) -> Choice:
    return Choice([str(value) for value in values])


command = Verb(
    "figures",
    figures,
    [
        options.report_argument(),
        click.Option(["--kind"], type=_choices(Kind), help="只要实绩（actual）或目标（target）"),
        click.Option(
            ["--measure"],
            type=_choices(Measure),
            help="只要水平（level）、增速（growth）、\n增减（change）或位次（rank）",
        ),
        click.Option(
            ["--unit"], metavar="单位", default="", help="只要这个单位，如 亿元；\n写 元 则含万元、亿元等"
        ),
        click.Option(["--section"], metavar="文字", default="", help="只要标题含此文字的章节里的"),
        click.Option(["--indicator"], metavar="文字", default="", help="只要指标名含此文字的"),
        click.Option(
            ["--min", "minimum"],
            type=LimitType(),
            help="不小于，如 8%、100亿元；\n不带单位的按元、个等基本单位比",
        ),
        click.Option(["--max", "maximum"], type=LimitType(), help="不大于，写法同上"),
        click.Option(["--certain"], is_flag=True, help="不要存疑的"),
        click.Option(
            ["--explain", "number"],
            type=Count(1, 10**9),
            metavar="序号",
            help="说明表中这个序号的数是怎样读出来的",
        ),
        *options.format_options(),
    ],
    summary="列出指标数字",
    help="列出报告里的指标数字：是什么指标、多少、实绩还是目标、在哪一句。",
    examples="hzview figures --kind target --min 100亿元\nhzview figures 报告.docx --format csv --bom > 指标.csv\nhzview figures --explain 3",
)
