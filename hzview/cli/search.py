"""``hzview search``: where a report, or a library of reports, says something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import TYPE_CHECKING

from hzview.cli import terminal
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.exporting import Column, Format
from hzview.figure_filter import figure_source
from hzview.model import Report, Span
from hzview.opening import open_report
from hzview.search import Result, Searcher
from hzview.search.sentences import sentence_around

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb
    from hzview.figures import Figure

COLUMNS = (
    Column("paragraph", "段", right=True),
    Column("text", "命中"),
    Column("sentence", "原句"),
    Column("section", "章节"),
)
"""Columns of hits for people."""
_MOST = 10**9


def run(
    query: str,
    report: str | None = None,
    form: str = Format.TEXT,
    bom: bool = False,
    *,
    context: int = 0,
    counted: bool = False,
    limit: int | None = None,
    loose: bool = False,
    color: str = "auto",
    library: str | None = None,
    region: str = "",
    level: str | None = None,
    years: tuple[int, int] | None = None,
) -> Status:
    """Print where ``report``, or the ``library``, holds ``query``."""
    terminal.mark(color)
    if library is not None:
        if report is not None:
            raise HzviewError("报告和 --library 不能同时写")
        if loose:
            raise HzviewError("--loose 只用于一份报告")
        from hzview.cli.library_search import search
        from hzview.library import Choice

        choice = Choice(region, level or "", years)
        return search(
            query, library, choice, form=form, bom=bom, context=context, counted=counted, limit=limit
        )
    if region or level or years:
        raise HzviewError("--region、--level、--year 要与 --library 一起用")
    opened = open_report(report).report
    looking = searcher(opened)
    result = looking.find(query)
    for said in filter(None, (result.hint, result.note)):
        terminal.complain(said)
    if not result.hits:
        result = _rescued(looking, query, result, taken=loose, thorough=form == Format.TEXT and not counted)
    if counted:
        terminal.line(str(len(result.hits)))
        return Status.FOUND if result.hits else Status.NOTHING
    spans = [hit.span for hit in islice(result.hits, limit)]
    if form != Format.TEXT:
        return print_rows(rows(opened, spans, context), COLUMNS, form, bom=bom)
    _print_by_section(opened, spans, context)
    return Status.FOUND if spans else Status.NOTHING


def _print_by_section(report: Report, spans: Iterable[Span], context: int) -> None:
    """Print the sentences of ``spans`` under the headings above them."""
    section: tuple[str, ...] | None = None
    for block, inside in groupby(spans, lambda span: span.paragraph):
        path = report.path(block)
        if path != section:
            section = path
            terminal.line(" › ".join(path) or report.title)
        for pieces in sentences(report.blocks[block].text, inside, context):
            terminal.line("    ", *pieces)


def _rescued(looking: Searcher, query: str, result: Result, *, taken: bool, thorough: bool) -> Result:
    """Say what could be looked for instead of ``query``, which found nothing; return what that finds if ``taken``.

    Where a program reads what is printed, only other names are offered: the rest takes half a second.
    """
    from hzview.search.rescue import other_names, rescue

    offers = (rescue if taken or thorough else other_names)(looking, query)
    if taken and offers:
        terminal.complain(f"没有找到“{query}”。{offers[0].said}")
        return offers[0].result
    if offers:
        said = "；".join(f"{offer.said}（{len(offer.result.hits)} 处）" for offer in offers)
        terminal.complain(f"没有找到“{query}”。{said}")
    else:
        terminal.remark(f"没有找到“{query}”")
    return result


def searcher(report: Report) -> Searcher:
    """Return a searcher of ``report`` that finds its figures when it is asked for them."""

    def figures() -> Sequence[Figure]:
        from hzview.figures import extract

        return extract(report)

    return Searcher(report, figure_source(figures))


def rows(report: Report, spans: Iterable[Span], context: int = 0) -> Iterator[dict[str, object]]:
    """Yield one row a hit: its place (block, code points of it), the characters found, their section and sentence."""
    for span in spans:
        section = " › ".join(report.path(span.paragraph))
        yield row(report.blocks[span.paragraph].text, span, section, context)


def row(text: str, span: Span, section: str, context: int) -> dict[str, object]:
    """Return the row of a hit in a block with this text."""
    start, end = sentence_around(text, span.start, span.end, context)
    return {
        "paragraph": span.paragraph,
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
        "section": section,
        "sentence": text[start:end],
    }


def sentences(text: str, spans: Iterable[Span], context: int) -> Iterator[list[str]]:
    """Yield the sentences of a block that hold hits, each once, in pieces: the hits are marked."""
    for (start, end), inside in groupby(
        spans, lambda span: sentence_around(text, span.start, span.end, context)
    ):
        yield list(marked(text, start, end, inside))


def marked(text: str, start: int, end: int, spans: Iterable[Span]) -> Iterator[str]:
    """Yield ``text`` from ``start`` to ``end`` in pieces, those in ``spans`` marked."""
    done = start
    for span in spans:
        yield text[done : span.start]
        yield terminal.Marked(text[max(done, span.start) : span.end])
        done = max(done, span.end)
    yield text[done:end]


def declare() -> Verb:
    """Declare the verb."""
    import click

    from hzview.cli.chinese import Argument, Choice, Count, Verb
    from hzview.cli.options import choice_options, format_options, report_argument

    return Verb(
        "search",
        run,
        [
            Argument("query", "词语", "要找的词语；空格隔开的各词须在同一段；全半角、标点、空格不计"),
            report_argument(),
            click.Option(
                ["-C", "--context"], type=Count(0, 99), default=0, metavar="句数", help="前后各多列几句"
            ),
            click.Option(["-c", "--count", "counted"], is_flag=True, help="只说有几处"),
            click.Option(["--loose"], is_flag=True, help="没有找到时，改列第一个建议找到的"),
            click.Option(
                ["--color"],
                type=Choice(["auto", "always", "never"]),
                default="auto",
                help="标出命中：默认 auto，只在终端上标",
            ),
            click.Option(["--limit"], type=Count(1, _MOST), metavar="个数", help="至多列这么多处"),
            click.Option(
                ["--library"],
                is_flag=False,
                flag_value="",
                metavar="[文件]",
                help="在文库里找；不写文件则为默认的文库",
            ),
            *choice_options(),
            *format_options(),
        ],
        summary="在报告或文库里查找词语",
        help="在报告里查找词语，列出所在的章节和句子。\n"
        "没有找到时给出建议：别的叫法、拆开的词、相近的写法。也可用拼音或声母（gyzjz）。\n"
        "加 --library 则在文库里找，年份近的报告在前。\n"
        '-词 不含，甲|乙 任一，"…" 照原样；\n'
        "节: 地区: 年: 数: 类: 按章节、地区、年份、数值、性质找。",
        examples="hzview search 最多跑一次\nhzview search '生态 补偿' 报告.toml --format jsonl\n"
        "hzview search '数字经济 年:2018..2020' --library --level province",
    )
