"""``hzview words --trend``: how often words stand in the reports of a library, year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from hzview.bars import bar
from hzview.cli import terminal
from hzview.cli.library import open_library
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.exporting import Column, Format, table
from hzview.folding import fold
from hzview.library import Choice
from hzview.library.words import Use, uses
from hzview.printable import one_line
from hzview.words.counting import rate

BAR = 30
"""Cells of the longest bar."""
_REPORTS = (
    Column("year", "年份"),
    Column("count", "次数", right=True),
    Column("per_10k", "每万字", right=True),
    Column("title", "标题", most=48),
)
_YEARS = (
    Column("year", "年份"),
    Column("reports", "报告", right=True),
    Column("holding", "提到", right=True),
    Column("count", "次数", right=True),
    Column("per_10k", "每万字", right=True),
)
_BAR = Column("bar", "")
_WHERE = (Column("word", "词"), Column("region", "地区"))

Row = dict[str, object]


def print_trend(
    terms: Sequence[str],
    regions: Sequence[str],
    level: str,
    years: tuple[int, int] | None,
    library: str | None,
    form: str,
    *,
    bom: bool = False,
) -> Status:
    """Print how often each of ``terms`` stands in the chosen reports.

    One row a report where regions are named, else one row a year for all reports of that year.
    """
    for term in terms:
        if not fold(term).text:
            raise HzviewError(f"--trend 后的“{one_line(term)}”没有文字")
    with open_library(library) as store:
        chosen = [uses(store, terms, Choice(region, level, years)) for region in regions or ("",)]
        found = list(dict.fromkeys(use for some in chosen for use in some))
    rows = list(by_report(found, terms) if regions else by_year(found, terms))
    columns = _REPORTS if regions else _YEARS
    if form != Format.TEXT:
        return print_rows(rows, (*_WHERE[: 1 + bool(regions)], *columns), form, bom=bom)
    _print_plots(rows, (*columns[:-1], _BAR, columns[-1]) if regions else (*columns, _BAR))
    return Status.FOUND if any(row["count"] for row in rows) else Status.NOTHING


def by_report(found: Iterable[Use], terms: Sequence[str]) -> Iterator[Row]:
    """Yield one row a report and term: by term, then region, the oldest first."""
    order = {term: number for number, term in enumerate(terms)}
    for use in sorted(found, key=lambda use: (order[use.term], use.region)):
        yield {
            "word": use.term,
            "region": use.region,
            "year": use.year,
            "title": use.title,
            "count": use.count,
            "characters": use.characters,
            "per_10k": _rounded(use.rate),
            "report": use.report,
        }


def by_year(found: Iterable[Use], terms: Sequence[str]) -> Iterator[Row]:
    """Yield one row a term and year, the oldest first: all reports of the year together; those of no year are left out."""
    order = {term: number for number, term in enumerate(terms)}
    dated = sorted(
        (use for use in found if use.year is not None), key=lambda use: (order[use.term], use.year)
    )
    for (_, year), group in groupby(dated, lambda use: (use.term, use.year)):
        of_year = list(group)
        count = sum(use.count for use in of_year)
        characters = sum(use.characters for use in of_year)
        yield {
            "word": of_year[0].term,
            "year": year,
            "reports": len(of_year),
            "holding": sum(use.count > 0 for use in of_year),
            "count": count,
            "characters": characters,
            "per_10k": _rounded(rate(count, characters)),
        }


def _print_plots(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Print a table with bars for each word and region, all to the same scale."""
    most = max((_number(row["per_10k"]) for row in rows), default=Decimal(0))
    for number, ((word, region), group) in enumerate(
        groupby(rows, lambda row: (row["word"], row.get("region", "")))
    ):
        if number:
            terminal.line("")
        terminal.line(terminal.Marked(f"{word}"), f"  {region}" if region else "")
        plotted = ({**row, "bar": bar(_number(row["per_10k"]), most, BAR)} for row in group)
        for line in table(plotted, columns, terminal.columns()):
            terminal.line(line)


def _number(value: object) -> Decimal:
    assert isinstance(value, Decimal)
    return value


def _rounded(number: float) -> Decimal:
    return Decimal(f"{number:.2f}")
