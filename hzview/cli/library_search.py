"""``hzview search --library``: where the reports of a library say something, the newest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from itertools import groupby, islice
from pathlib import Path

from hzview.cli import terminal
from hzview.cli.library import tell
from hzview.cli.printing import print_rows
from hzview.cli.search import COLUMNS, row, sentences
from hzview.cli.status import Status
from hzview.exporting import Column, Format
from hzview.library import Choice
from hzview.library.searching import Counts, Found, LibrarySearcher, Passage, Results
from hzview.model import LEVELS

_COLUMNS = (Column("region", "地区", most=24), Column("year", "年份", right=True), *COLUMNS)
_SHOWN = 8
"""How many regions or years are named with their counts."""


def search(
    query: str,
    library: str,
    choice: Choice,
    *,
    form: str,
    bom: bool,
    context: int,
    counted: bool,
    limit: int | None,
) -> Status:
    """Print where the reports of ``choice`` hold ``query``; ``library`` is the file, the user's own where empty."""
    with LibrarySearcher(Path(library) if library else None, tell=tell) as searcher:
        results = searcher.find(query, choice)
        _explain(results)
        if not results:
            _offer_other_names(searcher, query, choice)
        with closing(_passages(results)) as passages:
            if counted:
                hits = sum(len(passage.spans) for _, passage in passages)
                terminal.line(str(hits))
                return Status.FOUND if results else Status.NOTHING
            if form != Format.TEXT:
                rows = islice(_rows(results, passages, context), limit)
                return print_rows(rows, _COLUMNS, form, bom=bom)
            _print(results, passages, context, limit)
        if results:
            terminal.complain(summary(results.counts()))
        return Status.FOUND if results else Status.NOTHING


def _explain(results: Results) -> None:
    """Say how what was found differs from what was asked for, and what else may have been meant."""
    for said in filter(None, (results.hint, results.note)):
        terminal.complain(said)
    others = [
        f"{guess.word}（{guess.reports} 份）" for guess in results.guesses if guess.word != results.guess
    ]
    if others:
        terminal.complain(f"也可能是：{'、'.join(others)}")


def _offer_other_names(searcher: LibrarySearcher, query: str, choice: Choice) -> None:
    """Say what other names of what is looked for the library has, and in how many reports."""
    from hzview.search.rescue import MOST_OFFERS, otherwise_named

    found: list[str] = []
    for other in otherwise_named(query):
        results = searcher.find(other, choice)
        if results and not results.note:
            found.append(f"{other}（{results.counts().reports} 份）")
        if len(found) == MOST_OFFERS:
            break
    if found:
        terminal.complain(f"没有找到“{query}”。也搜：{'；'.join(found)}")


def _passages(results: Results) -> Generator[tuple[Found, Passage], None, None]:
    with closing(results.reports()) as reports:
        for found in reports:
            for passage in results.passages(found):
                yield found, passage


def _rows(
    results: Results, passages: Iterator[tuple[Found, Passage]], context: int
) -> Iterator[Mapping[str, object]]:
    """Yield a row a hit: its report, then the fields of a hit in one report."""
    for found, passage in passages:
        entry = found.entry
        about = {"report": entry.number, "region": entry.region, "level": entry.level, "year": entry.year}
        section = " › ".join(results.path(found, passage.paragraph))
        for span in passage.spans:
            yield {**about, **row(passage.text, span, section, context)}


def _print(
    results: Results, passages: Iterator[tuple[Found, Passage]], context: int, limit: int | None
) -> None:
    """Print the reports, in each the headings, under them the sentences."""
    left = limit
    for found, inside in groupby(passages, lambda pair: pair[0]):
        terminal.line(headline(found))
        section: tuple[str, ...] | None = None
        for _, passage in inside:
            path = results.path(found, passage.paragraph)
            if path != section:
                section = path
                terminal.line("  ", " › ".join(path) or found.entry.title)
            spans = passage.spans[:left]
            for pieces in sentences(passage.text, spans, context):
                terminal.line("      ", *pieces)
            if left is not None:
                left -= len(spans)
                if left <= 0:
                    return


def headline(found: Found) -> str:
    """Return a line that says which report it is."""
    entry = found.entry
    year = f"{entry.year}年" if entry.year else "年份不详"
    return f"{year}  {entry.region or '地区不详'}  {entry.title}  （编号 {entry.number}）"


def summary(counts: Counts) -> str:
    """Return how much was found, and where, in one line."""
    levels = Counter({LEVELS.get(level, level): number for level, number in counts.levels.items()})
    years = Counter({f"{year}年": number for year, number in counts.years.items()})
    facets = (_facet("级别", levels), _facet("年份", years), _facet("地区", counts.regions))
    return "；".join((f"{counts.reports} 份报告，{counts.passages} 段", *filter(None, facets)))


def _facet(name: str, counts: Counter[str]) -> str:
    """Return the commonest values with their counts; nothing where there is but one."""
    if len(counts) < 2:
        return ""
    named = "、".join(f"{value} {number}" for value, number in counts.most_common(_SHOWN))
    return f"{name}：{named}" + (f" 等 {len(counts)} 个" if len(counts) > _SHOWN else "")
