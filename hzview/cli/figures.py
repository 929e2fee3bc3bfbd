"""``hzview figures``: what a report states in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hzview.cli import terminal
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.exporting import Column, Format
from hzview.figures import Figure, Kind, Measure, extract
from hzview.figures.rows import figure_rows
from hzview.figures.wording import KINDS, MEASURES, in_table
from hzview.model import Report
from hzview.opening import open_report

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb
    from hzview.figures.select import Limit

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


def run(
    report: str | None = None,
    kind: str | None = None,
    measure: str | None = None,
    unit: str = "",
    section: str = "",
    indicator: str = "",
    minimum: Limit | None = None,
    maximum: Limit | None = None,
    certain: bool = False,
    number: int | None = None,
    form: str = Format.TEXT,
    bom: bool = False,
) -> Status:
    """Print the figures of ``report`` that are wanted, or explain the one that has ``number``."""
    opened = open_report(report).report
    if number is not None:
        return _explain(opened, number)
    found = chosen = extract(opened)
    if any((kind, measure, unit, section, indicator, minimum, maximum, certain)):
        from hzview.figures.select import Selection

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
        chosen = wanted.choose(opened, found)
    if form in (Format.JSONL, Format.CSV):
        return print_rows(figure_rows(opened, chosen), _COLUMNS, form, bom=bom)
    numbers = {figure.span: number for number, figure in enumerate(found, 1)}
    rows = (row for figure in chosen for row in readable(opened, figure, numbers[figure.span]))
    return print_rows(rows, _COLUMNS, form)


def readable(report: Report, figure: Figure, number: int) -> Iterator[dict[str, object]]:
    """Yield the rows of one figure as people read them: with its number, in words."""
    for row in figure_rows(report, [figure]):
        yield {
            **row,
            "number": number,
            "written": in_table(figure),
            "measure": MEASURES[figure.measure],
            "kind": KINDS[figure.kind],
            "doubtful": "？" if figure.doubts else "",
        }


def _explain(report: Report, number: int) -> Status:
    from hzview.figures.explain import explain

    for line in explain(report, number).lines():
        terminal.line(line)
    return Status.FOUND


def declare() -> Verb:
    """Declare the verb."""
    import click

    from hzview.cli.chinese import Choice, Count, Parsed, Verb
    from hzview.cli.options import format_options, report_argument
    from hzview.figures.select import Limit

    return Verb(
        "figures",
        run,
        [
            report_argument(),
            click.Option(
                ["--kind"],
                type=Choice([kind.value for kind in Kind]),
                help="只要实绩（actual）或目标（target）",
            ),
            click.Option(
                ["--measure"],
                type=Choice([measure.value for measure in Measure]),
                help="只要水平（level）、增速（growth）、\n增减（change）或位次（rank）",
            ),
            click.Option(
                ["--unit"], metavar="单位", default="", help="只要这个单位，如 亿元；\n写 元 则含万元、亿元等"
            ),
            click.Option(["--section"], metavar="文字", default="", help="只要标题含此文字的章节里的"),
            click.Option(["--indicator"], metavar="文字", default="", help="只要指标名含此文字的"),
            click.Option(
                ["--min", "minimum"],
                type=Parsed("数值", Limit.parse),
                help="不小于，如 8%、100亿元；\n不带单位的按元、个等基本单位比",
            ),
            click.Option(["--max", "maximum"], type=Parsed("数值", Limit.parse), help="不大于，写法同上"),
            click.Option(["--certain"], is_flag=True, help="不要存疑的"),
            click.Option(
                ["--explain", "number"],
                type=Count(1, 10**9),
                metavar="序号",
                help="说明表中这个序号的数是怎样读出来的",
            ),
            *format_options(),
        ],
        summary="列出指标数字",
        help="列出报告里的指标数字：是什么指标、多少、实绩还是目标、在哪一句。",
        examples="hzview figures --kind target --min 100亿元\nhzview figures 报告.docx --format csv --bom > 指标.csv\nhzview figures --explain 3",
    )
