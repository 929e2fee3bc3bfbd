"""``hzview search``: where a report says something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from hzview.cli import terminal
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.exporting import Column, Format
from hzview.figure_filter import figure_source
from hzview.figures import extract
from hzview.model import Report, Span
from hzview.opening import open_report
from hzview.search import Searcher

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb
    from hzview.figures import Figure

_COLUMNS = (
    Column("paragraph", "段", right=True),
    Column("text", "命中"),
    Column("sentence", "原句"),
    Column("section", "章节"),
)
_SENTENCE_END = re.compile("[。！？!?；;]+[”’」』）)]*")


def run(query: str, report: str | None = None, form: str = Format.TEXT, bom: bool = False) -> Status:
    """Print where ``report`` holds ``query``."""
    opened = open_report(report).report
    result = searcher(opened).find(query)
    for said in filter(None, (result.hint, result.note)):
        terminal.complain(said)
    spans = [hit.span for hit in result.hits]
    if form != Format.TEXT:
        return print_rows(rows(opened, spans), _COLUMNS, form, bom=bom)
    section: tuple[str, ...] | None = None
    for sentence, inside in groupby(spans, lambda span: sentence_around(opened, span)):
        path = opened.path(sentence.paragraph)
        if path != section:
            section = path
            terminal.line(" › ".join(path) or opened.title)
        terminal.line("    ", *marked(opened, sentence, inside))
    return Status.FOUND if spans else Status.NOTHING


def searcher(report: Report) -> Searcher:
    """Return a searcher of ``report`` that finds its figures when it is asked for them."""

    def figures() -> tuple[Figure, ...]:

        return extract(report)

    return Searcher(report, figure_source(figures))


def rows(report: Report, spans: Iterable[Span]) -> Iterator[dict[str, object]]:
    """Yield one row a hit: its place (block, code points of it), the characters found, their section and sentence."""
    for span in spans:
        text = report.blocks[span.paragraph].text
        sentence = sentence_around(report, span)
        yield {
            "paragraph": span.paragraph,
            "start": span.start,
            "end": span.end,
            "text": text[span.start : span.end],
            "section": " › ".join(report.path(span.paragraph)),
            "sentence": text[sentence.start : sentence.end],
        }


def sentence_around(report: Report, span: Span) -> Span:
    """Return the sentence that holds ``span``; from the first to the last where it runs through several."""
    text = report.blocks[span.paragraph].text
    start, end = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if match.end() <= span.start:
            start = match.end()
        elif match.end() >= span.end:
            end = match.end()
            break
    return Span(span.paragraph, start, end)


def marked(report: Report, sentence: Span, spans: Iterable[Span]) -> Iterator[str]:
    """Yield the pieces of a sentence, those in ``spans`` marked."""
    text = report.blocks[sentence.paragraph].text
    done = sentence.start
    for span in spans:
        yield text[done : span.start]
        yield terminal.Marked(text[max(done, span.start) : span.end])
        done = max(done, span.end)
    yield text[done : sentence.end]


def declare() -> Verb:
    """Declare the verb."""
    from hzview.cli.chinese import Argument, Verb
    from hzview.cli.options import format_options, report_argument

    return Verb(
        "search",
        run,
        [
            Argument("query", "词语", "要找的词语；空格隔开的各词须在同一段；全半角、标点、空格不计"),
            report_argument(),
            *format_options(),
        ],
        summary="查找词语，列出所在的章节和句子",
        help="在报告里查找词语，列出所在的章节和句子。",
        examples="hzview search 最多跑一次\nhzview search '生态 补偿' 报告.toml --format jsonl",
    )
