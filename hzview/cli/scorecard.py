"""``hzview scorecard``: targets held to results, in one report or of a region over years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hzview.catalog import Catalog, load_catalog
from hzview.cli import terminal
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.exporting import Column, Format
from hzview.opening import open_report
from hzview.scorecard import wording
from hzview.scorecard.one import ScoreRow, Stand, score
from hzview.scorecard.rows import Row, score_rows, verdict_rows
from hzview.scorecard.statement import Statement

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb
    from hzview.scorecard.years import RegionScorecard, YearOutcome

_NAME = Column("name", "指标", most=40)
_RESULT = Column("result", "上年实绩", right=True)
_TARGET = Column("target", "本年目标", right=True)
_ONE = {
    Stand.BOTH: (_NAME, _RESULT, _TARGET, Column("step", "差距")),
    Stand.PROMISED: (_NAME, _TARGET),
    Stand.REPORTED: (_NAME, _RESULT),
}
_ALL = (Column("stand", "类"), _NAME, _RESULT, _TARGET, Column("step", "差距"))
_YEARS = (
    Column("year", "年份", right=True),
    _NAME,
    Column("target", "目标", right=True),
    Column("result", "次年报告", right=True),
    Column("verdict", "评定"),
    Column("reason", "说明", most=60),
)
_PROMISE, _REPORT = "promise_sentence", "report_sentence"


def run(
    report: str | None = None,
    region: str | None = None,
    first: int | None = None,
    last: int | None = None,
    indicator: str = "",
    library: str | None = None,
    catalog: str | None = None,
    sentences: bool = False,
    form: str = Format.TEXT,
    bom: bool = False,
) -> Status:
    """Print the scorecard of ``report``, or of ``region`` over the years ``first`` to ``last``."""
    known = load_catalog(Path(catalog) if catalog else None)
    if region is None:
        if first or last or library:
            raise HzviewError("--from、--to 和 --library 要与 --region 同用")
        return _one(report, known, indicator, sentences=sentences, form=form, bom=bom)
    if report is not None:
        raise HzviewError("写了 --region 就不再写报告文件")
    if first and last and first > last:
        raise HzviewError("--from 的起始年份在截止年份之后")
    return _years(region, (first, last), indicator, library, known, sentences=sentences, form=form, bom=bom)


def _one(
    report: str | None, catalog: Catalog, indicator: str, *, sentences: bool, form: str, bom: bool
) -> Status:
    """Print the scorecard of one report."""
    opened = open_report(report).report
    if opened.plan_year is None:
        raise HzviewError("不知道这份报告是哪一年的，没法对照；可用 hzview import --year 注明年份")
    rows = tuple(row for row in score(opened, catalog) if indicator in row.main.indicator)
    if form in (Format.JSONL, Format.CSV):
        return print_rows(score_rows(rows), (), form, bom=bom)
    if form == Format.MD:
        return print_rows(map(_in_words, rows), _ALL, form)
    status = Status.NOTHING
    for stand, columns in _ONE.items():
        members = [row for row in rows if row.stand is stand]
        if members:
            if status is Status.FOUND:
                terminal.line()
            terminal.line(f"{wording.STANDS[stand]} {len(members)}")
            status = _print(map(_in_words, members), columns, "实绩", sentences=sentences)
    return status


def _print(rows: Iterable[Row], columns: tuple[Column, ...], reported: str, *, sentences: bool) -> Status:
    """Print rows as a table, or one by one with both sentences under each; that of the result is called ``reported``."""
    if not sentences:
        return print_rows(rows, columns, Format.TEXT)
    status = Status.NOTHING
    for row in rows:
        terminal.line("  ".join(str(row[column.key]) for column in columns if row[column.key]))
        for key, side in ((_PROMISE, "目标"), (_REPORT, reported)):
            if row[key]:
                terminal.line(f"    {side}：{row[key]}")
        status = Status.FOUND
    return status


def _in_words(row: ScoreRow) -> Row:
    """Return a row of one report as people read it."""
    return {
        "stand": wording.STANDS[row.stand],
        "name": wording.name(row.main),
        "result": wording.result(row),
        "target": wording.said(row.target),
        "step": wording.step(row),
        _PROMISE: _sentence(row.target),
        _REPORT: _sentence(row.result or row.amount),
    }


def _sentence(statement: Statement | None) -> str:
    return statement.sentence if statement else ""


def _years(
    region: str,
    years: tuple[int | None, int | None],
    indicator: str,
    library: str | None,
    catalog: Catalog,
    *,
    sentences: bool,
    form: str,
    bom: bool,
) -> Status:
    """Print the scorecard of a region over years."""
    from hzview.cli.library import open_library
    from hzview.scorecard.years import region_named, score_region, shares

    with open_library(library) as store:
        card = score_region(store, catalog, region_named(store, region), years, indicator)
    if form in (Format.JSONL, Format.CSV):
        return print_rows(verdict_rows(card), (), form, bom=bom)
    rows = _verdicts_in_words(card)
    if form == Format.MD:
        return print_rows(rows, _YEARS, form)
    status = _print(rows, _YEARS, "次年", sentences=sentences)
    if status is Status.FOUND:
        if card.missing:
            terminal.line(f"文库里没有这些年份的报告：{'、'.join(map(str, card.missing))}")
        terminal.line(wording.summary(shares(entry.outcome for entry in card.outcomes)))
    return status


def _verdicts_in_words(card: RegionScorecard) -> Iterator[Row]:
    for entry in card.outcomes:
        yield _verdict_in_words(entry)


def _verdict_in_words(entry: YearOutcome) -> Row:
    promise, result, judgement = entry.outcome
    return {
        "year": entry.year,
        "name": wording.name(promise),
        "target": wording.said(promise),
        "result": wording.said(result),
        "verdict": wording.VERDICTS[judgement.verdict],
        "reason": judgement.reason,
        _PROMISE: promise.sentence,
        _REPORT: _sentence(result),
    }


def declare() -> Verb:
    """Declare the verb."""
    import click

    from hzview.cli.chinese import Count, Verb
    from hzview.cli.options import format_options, report_argument

    year = Count(1900, 2999)
    return Verb(
        "scorecard",
        run,
        [
            report_argument(),
            click.Option(["--region"], metavar="地区", help="改看文库里这个地区历年的目标兑现了没有"),
            click.Option(["--from", "first"], type=year, metavar="年份", help="从这一年的目标起"),
            click.Option(["--to", "last"], type=year, metavar="年份", help="到这一年的目标止"),
            click.Option(["--indicator"], metavar="文字", default="", help="只要这个指标，或名称含此文字的"),
            click.Option(["--sentences"], is_flag=True, help="每项下面列出目标和结果的原句"),
            click.Option(["--library"], metavar="文件", help="文库文件，默认在用户的数据目录里"),
            click.Option(["--catalog"], metavar="文件", help="另加一份指标目录（TOML）"),
            *format_options(),
        ],
        summary="目标与实绩对照",
        help="把目标与实绩对照：一份报告里上年的实绩与本年的目标；\n或一个地区历年的目标与次年报告所说的结果。",
        examples="hzview scorecard\nhzview scorecard --region 浙江省 --from 2010\n"
        "hzview scorecard --region 浙江省 --format csv --bom > 兑现.csv",
    )
