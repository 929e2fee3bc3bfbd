"""Statements from rows of figures, those of a report just read and those of a library alike."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, cast

from hzview.catalog import Catalog, Match, Nature, Polarity
from hzview.catalog.names import key
from hzview.figures import units
from hzview.figures.extent import Extent, Extents
from hzview.figures.figure import Bound, Figure, Kind, Measure
from hzview.figures.lexicon import ACTS
from hzview.figures.rows import figure_rows
from hzview.figures.wording import short
from hzview.library.observations import tells_gap
from hzview.library.statements import COLUMNS, EXTENTS
from hzview.model import Report, Span
from hzview.scorecard.headlines import weights
from hzview.scorecard.statement import UNCATALOGUED, Place, Prices, Statement, is_stretch, prices_of

Row = Mapping[str, object]
"""A row of ``hzview.figures.rows`` with the ``extent`` of its figure (``hzview.figures.extent.Extent``)."""


def of_report(report: Report, figures: Iterable[Figure], catalog: Catalog) -> list[Statement]:
    """Return the statements of a report; none where its year is not known."""
    if report.plan_year is None:
        return []
    extents = Extents(report)
    rows = ({**row, "extent": extents.of(row)} for row in figure_rows(report, figures))
    return list(statements(rows, catalog, report.region, report.plan_year))


def of_library(
    rows: Sequence[tuple[object, ...]], catalog: Catalog, plan_years: Mapping[int, int]
) -> dict[int, list[Statement]]:
    """Return the statements of stored reports of one region by their id, of those whose plan year ``plan_years`` knows.

    ``rows`` are those of ``Library.statements``. Of what the catalog does not know only those names are looked at that are
    promised in some report and reported in some: others lead to nothing.
    """
    found: dict[int, list[Statement]] = {number: [] for number in plan_years}
    names: dict[object, set[object]] = {Kind.TARGET: set(), Kind.ACTUAL: set()}
    for row in rows:
        names[row[_KIND]].add(row[_NAME])
    both = names[Kind.TARGET] & names[Kind.ACTUAL]
    region = str(rows[0][_REGION]) if rows else ""
    for number, members in groupby(rows, key=itemgetter(_ID)):
        year = plan_years.get(cast("int", number))
        if year is not None:
            own = (row for row in members if _may_count(row, year, both, catalog, region))
            said = statements(map(_unpacked, own), catalog, region, year, cast("int", number))
            found[cast("int", number)] = list(said)
    return found


def _may_count(
    row: tuple[object, ...], year: int, both: Container[object], catalog: Catalog, region: str
) -> bool:
    """Whether a stored row may make a statement: what tells that it does not, and is quick to see, is asked first."""
    if row[_PERIOD] != (year if row[_KIND] == Kind.TARGET else year - 1) or row[_MEASURE] == Measure.RANK:
        return False
    if EXTENTS[cast("int", row[_EXTENT])] not in (Extent.YEAR, Extent.PASSAGE):
        return False
    name = row[_NAME]
    return name in both or catalog.match(str(name), str(row[_UNIT]), str(row[_MEASURE]), region) is not None


def _unpacked(row: tuple[object, ...]) -> Row:
    extent = EXTENTS[cast("int", row[_EXTENT])]
    return {**dict(zip(COLUMNS, row, strict=True)), "extent": extent, "threshold": False}


_ID, _REGION, _KIND, _NAME, _UNIT, _MEASURE, _PERIOD, _EXTENT = map(
    COLUMNS.index, ("id", "region", "kind", "indicator", "unit", "measure", "period", "extent")
)


def statements(
    rows: Iterable[Row],
    catalog: Catalog,
    region: str,
    plan_year: int,
    report: int = 0,
) -> Iterator[Statement]:
    """Yield what a report of ``region`` says of its own years: targets of ``plan_year``, results of the one before.

    ``rows`` are those of its figures, in their order. What speaks of several years or of a part of one is left out, as are
    figures that only qualify a noun, places in an order, gaps to others, and names too short to tell anything.
    """
    for _, group in groupby(rows, key=lambda row: (row["paragraph"], row["sentence"])):
        members = list(group)
        begins: int | None = None
        for row in members:
            own = plan_year if row["kind"] == Kind.TARGET else plan_year - 1
            if row["period"] != own or row["threshold"] or row["measure"] == Measure.RANK:
                continue
            named = _identified(catalog, str(row["indicator"]), str(row["unit"]), str(row["measure"]), region)
            if named is None or not _is_annual(row, named):
                continue
            if begins is None:
                begins = sentence_start(_places(members), str(members[0]["sentence"]))
            yield _statement(row, named, begins, report)


_EXPLAINS = re.compile("名词|词汇|用语|注释|附注")
"""Headings of what explains words, and reports nothing."""


def _is_annual(row: Row, named: _Identity) -> bool:
    """Whether a figure speaks of one year; a change that is a gap to others (比全国高1个百分点) is none over time at all."""
    if row["measure"] == Measure.CHANGE and tells_gap(str(row["sentence"]), str(row["text"])):
        return False
    if _EXPLAINS.search(str(row["section"])):
        return False
    return row["extent"] is Extent.YEAR or (row["extent"] is Extent.PASSAGE and named.is_yearly)


def _places(rows: Iterable[Row]) -> list[tuple[int, str]]:
    return [(cast("int", row["start"]), str(row["text"])) for row in rows]


def sentence_start(figures: list[tuple[int, str]], sentence: str) -> int:
    """Return where in its block a sentence begins, by the figures in it: where each starts, and its text.

    Raises:
        ValueError: they are not all in the sentence.
    """
    start, text = figures[0]
    at = sentence.find(text)
    while at >= 0:
        begins = start - at
        if all(sentence.startswith(text, start - begins) for start, text in figures):
            return begins
        at = sentence.find(text, at + 1)
    raise ValueError("a figure that is not in its sentence")


class _Identity(NamedTuple):
    """What a name means."""

    title: str
    key: str
    weight: int
    polarity: Polarity | None
    is_price: bool
    measure: Measure
    is_yearly: bool
    """Whether a level of it in a passage about several years is of the last one: no sum of all."""


@lru_cache(maxsize=1 << 15)
def _identified(catalog: Catalog, name: str, unit: str, measure: str, region: str) -> _Identity | None:
    """Return what a name means, by the catalog or else by itself; None where it is too short to mean anything."""
    match = catalog.match(name, unit, measure, region)
    if match is None:
        folded = key(name)
        if len(folded) < _WHOLE_NAME:
            return None
        kind = Measure(measure)
        return _Identity(name, "=" + folded, UNCATALOGUED, _polarity(name, kind), False, kind, False)
    return _Identity(
        _title(match),
        f"{match.indicator.id} {match.scope}",
        weights(catalog)[match.indicator.id] + bool(match.scope),
        match.indicator.polarity,
        match.indicator.nature is Nature.INDEX,
        match.measure,
        match.indicator.nature is not Nature.FLOW,
    )


_WHOLE_NAME = 4
"""Folded characters that the name of an indicator without a catalog entry has at least: fewer tell nothing (项目, 面积)."""
_ACTS = tuple(ACTS)


def _polarity(name: str, measure: Measure) -> Polarity | None:
    """Return what is good news of a name that the catalog does not know: more of what is counted of work done.

    改造老旧小区500个 and 新增停车位2万个 are promises of so many at least.
    """
    return Polarity.UP if measure is Measure.LEVEL and name.startswith(_ACTS) else None


def _title(match: Match) -> str:
    """Return how a catalogued indicator is called: with the scope that narrows it, where it does not say so itself."""
    scope = _SCOPES.get(match.scope, match.scope)
    return f"{match.indicator.name}（{scope}）" if scope else match.indicator.name


_SCOPES = {"规上": "规模以上", "限上": "限额以上"}


def _statement(row: Row, named: _Identity, begins: int, report: int) -> Statement:
    """Return what a row says of what it names."""
    sentence, unit = str(row["sentence"]), str(row["unit"])
    span = Span(*(cast("int", row[field]) for field in ("paragraph", "start", "end")))
    start, end = span.start - begins, span.end - begins
    value, value_to, base = _value(row, unit, is_price=named.is_price and named.measure is Measure.GROWTH)
    bound, kind = Bound(str(row["bound"])), Kind(str(row["kind"]))
    return Statement(
        named.title,
        named.key,
        named.weight,
        named.polarity,
        named.is_price,
        named.measure,
        value,
        value_to,
        base,
        unit,
        bound,
        kind,
        cast("int", row["period"]),
        prices_of(sentence, start, end) if named.measure is Measure.GROWTH else Prices.UNSAID,
        kind is Kind.TARGET and is_stretch(sentence, start),
        short(named.measure, value, bound, str(row["text"])),
        sentence,
        begins,
        Place(report, span),
    )


def _value(row: Row, unit: str, *, is_price: bool) -> tuple[Decimal, Decimal | None, str]:
    """Return value and end of a range in the base unit, and that; a price index is turned into its change."""
    amount, _, per = unit.partition("/")
    one = amount if per in _UNSAID else unit
    value, base = units.base(Decimal(str(row["value"])), one)
    upper = row["value_to"]
    value_to = None if upper is None else units.base(Decimal(str(upper)), one)[0]
    if is_price and value >= _INDEX:
        return value - 100, None if value_to is None else value_to - 100, base
    return value, value_to, base


_UNSAID = ("", "立方米")
"""What a unit is told for each of, where reports may leave it unsaid: PM2.5平均浓度25微克, 25微克/立方米."""
_INDEX = Decimal(80)
"""A price said in percent from here on is an index with last year as 100: 104%左右 is a rise of 4 %."""
