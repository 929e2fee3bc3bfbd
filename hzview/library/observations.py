"""Observations: what reports say of catalogued indicators, each with the place where it is said.

An observation is a figure joined to an indicator, its scope, a region and a period. What a report says of a year that
another one has spoken of already is kept beside it, and ``standing`` says how the two go together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from hzview.catalog import Catalog, Indicator, Match, Nature
from hzview.errors import HzviewError
from hzview.figures import Figure
from hzview.figures.extent import Extent, Extents
from hzview.figures.figure import Bound, Kind, Measure
from hzview.figures.rows import figure_rows
from hzview.figures.units import base
from hzview.library.statements import COLUMNS, EXTENTS
from hzview.library.store import Library
from hzview.model import Report
from hzview.printable import one_line


class Standing(StrEnum):
    """How a statement goes together with the others on the same indicator, scope, region, period, measure and kind."""

    SINGLE = "single"
    """There is no other, or it is not of a year and others may mean another time."""
    REPEATED = "repeated"
    """Others say the same, as exactly as they say it."""
    REVISED = "revised"
    """Another report says otherwise."""
    CONFLICTING = "conflicting"
    """The same report says otherwise."""


class Observation(NamedTuple):
    """What a report says of an indicator."""

    report: int
    """Id of the report in the library; 0 where there is no library."""
    region: str
    """Whose government reports."""
    year: int | None
    """Year in which it was delivered."""
    number: int
    """Number of the figure's row in the report, from 1."""
    indicator: Indicator
    """What is measured."""
    scope: str
    """What narrows it: 市区, 规上, 全国 in a city's report; empty for the whole of the region."""
    period: int | None
    """Year that it speaks of: the last one, where it is of several; None where not known."""
    extent: Extent
    """Year, years or part; only the first is an annual value. Never a passage: the indicator's nature has decided."""
    measure: Measure
    """Level, growth, change or rank."""
    kind: Kind
    """Actual or target."""
    value: Decimal
    """As written in ``unit``, sign included."""
    value_to: Decimal | None
    """Upper end of a range."""
    unit: str
    """Unit with its magnitude."""
    bound: Bound
    """On which side of the number it lies."""
    text: str
    """What is written: 2476.1亿元."""
    written: str
    """The indicator's name as it is written."""
    section: str
    """Headings above it, joined by ›."""
    sentence: str
    """The sentence that it stands in."""
    paragraph: int
    """Index of its block in ``Report.blocks``."""
    start: int
    """Where the number begins in that block's text, in code points."""
    end: int
    """One past its end."""
    standing: Standing
    """How it goes together with other statements."""


def observe(report: Report, figures: Iterable[Figure], catalog: Catalog) -> tuple[Observation, ...]:
    """Return the observations of one report that is in no library, in the order of the text."""
    extents = Extents(report)
    found = []
    for number, row in enumerate(figure_rows(report, figures), 1):
        if not row["threshold"]:
            known = {**row, "id": 0, "region": report.region, "year": report.year, "number": number}
            known["extent"] = EXTENTS.index(extents.of(row))
            observation = _observation(tuple(known[column] for column in COLUMNS), catalog)
            if observation is not None:
                found.append(observation)
    return _with_standings(found)


def observations(
    library: Library,
    catalog: Catalog,
    *,
    indicators: Sequence[Indicator] = (),
    regions: Sequence[str] = (),
    years: tuple[int, int] | None = None,
) -> tuple[Observation, ...]:
    """Return what the reports of a library say of ``indicators`` (none: of all), by region, year of delivery and place.

    ``regions`` are whole names (see ``find_region``), none for all of them; ``years`` are the first and last year of which the
    statements speak. How statements go together is told among all those of the regions, whatever the years.

    Raises:
        HzviewError: the library cannot be read.
    """
    cores = sorted({core for indicator in indicators or catalog for core in catalog.cores(indicator)})
    wanted = {indicator.id for indicator in indicators}
    found = []
    for row in library.statements(cores, regions):
        observation = _observation(row, catalog)
        if observation is not None and (not wanted or observation.indicator.id in wanted):
            found.append(observation)
    judged = _with_standings(found)
    if years is None:
        return judged
    return tuple(one for one in judged if one.period is not None and years[0] <= one.period <= years[1])


def together(*groups: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return the observations of several sources as those of one: how they go together is told anew among all of them."""
    return _with_standings([one for group in groups for one in group])


def observation_row(one: Observation) -> dict[str, object]:
    """Return an observation in the long form that tables, pandas, DuckDB or R take: the columns never change their names.

    ``region``, ``report`` (id in the library), ``period``, ``indicator`` (its canonical name), ``measure``, ``kind``, ``value``,
    ``value_to``, ``unit``, ``bound``, ``section``, ``sentence``; then ``indicator_id``, ``scope``, ``extent``, ``standing``,
    ``report_year``, ``text``, ``written``, ``paragraph``, ``start``, ``end``.
    """
    return {
        "region": one.region,
        "report": one.report,
        "period": one.period,
        "indicator": one.indicator.name,
        "measure": str(one.measure),
        "kind": str(one.kind),
        "value": one.value,
        "value_to": one.value_to,
        "unit": one.unit,
        "bound": str(one.bound),
        "section": one.section,
        "sentence": one.sentence,
        "indicator_id": one.indicator.id,
        "scope": one.scope,
        "extent": str(one.extent),
        "standing": str(one.standing),
        "report_year": one.year,
        "text": one.text,
        "written": one.written,
        "paragraph": one.paragraph,
        "start": one.start,
        "end": one.end,
    }


def the_region(regions: Sequence[str], wanted: str) -> str:
    """Return the one region that a person means by ``wanted`` (see ``find_region``).

    Raises:
        HzviewError: there is none, or it may be one of several.
    """
    found = find_region(regions, wanted)
    if len(found) == 1:
        return found[0]
    if not found:
        raise HzviewError(f"文库里没有“{one_line(wanted)}”的报告")
    raise HzviewError(
        f"“{one_line(wanted)}”可以是{'、'.join(found[:8])}{'等' if len(found) > 8 else ''}，请写全名"
    )


def find_region(regions: Sequence[str], wanted: str) -> tuple[str, ...]:
    """Return those of ``regions`` that a person means by ``wanted``: the very name, else those it begins, else holds it.

    浙江 is 浙江省; 吉林 is 吉林省 and 吉林市, and both are returned.
    """
    if wanted in regions:
        return (wanted,)
    begun = tuple(region for region in regions if region.startswith(wanted))
    return begun or tuple(region for region in regions if wanted and wanted in region)


def _observation(row: tuple[Any, ...], catalog: Catalog) -> Observation | None:
    """Make an observation of a row (``COLUMNS``); None where the catalog has no such indicator, or a gap is told."""
    report, region, year, number, written, text, measure, value, value_to, unit, bound, kind = row[:12]
    period, section, sentence, paragraph, start, end, extent = row[12:]
    match = catalog.match(written, unit, measure, region)
    if match is None or (measure == Measure.CHANGE and tells_gap(sentence, text)):
        return None
    return Observation(
        report,
        region,
        year,
        number,
        match.indicator,
        match.scope,
        period,
        _decided(EXTENTS[extent], match.indicator),
        _measured(match, measure, Decimal(value)),
        Kind(kind),
        Decimal(value),
        None if value_to is None else Decimal(value_to),
        unit,
        Bound(bound),
        text,
        written,
        section,
        sentence,
        paragraph,
        start,
        end,
        Standing.SINGLE,
    )


_LEAST_INDEX = 50
"""Percent from which a level of a price is its index with last year as 100 (103.5%), and below it its growth (3.5%)."""


def _measured(match: Match, measure: str, value: Decimal) -> Measure:
    """Return what is said of the indicator, now that the value is known, too."""
    return Measure.LEVEL if measure == Measure.LEVEL and value >= _LEAST_INDEX else match.measure


def _decided(extent: Extent, indicator: Indicator) -> Extent:
    """Return what a level in a passage about several years is of: a flow may be the sum, anything else is of a year."""
    if extent is not Extent.PASSAGE:
        return extent
    return Extent.YEARS if indicator.nature is Nature.FLOW else Extent.YEAR


_GAP = re.compile(
    "高[于出过]|低于|快于|慢于|多于|少于|比(?:全国|全省|全市|全区|同期)|好于|优于|领先|[高低快慢][^，,。；;]{0,3}$"
)


def tells_gap(sentence: str, text: str) -> bool:
    """Whether a change is a difference from others (高于全国平均2.1个百分点) and none over time."""
    at = sentence.find(text)
    while at >= 0:
        clause = re.split("[，,；;。：:（(]", sentence[max(0, at - 40) : at])[-1]
        if _GAP.search(clause):
            return True
        at = sentence.find(text, at + 1)
    return False


def _with_standings(found: Sequence[Observation]) -> tuple[Observation, ...]:
    """Return the observations, each with how it goes together with the others."""
    groups: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, one in enumerate(found):
        if one.extent is Extent.YEAR and one.period is not None:
            what = (one.indicator.id, one.scope, one.region, one.period, one.measure, one.kind)
            groups[what].append(index)
    judged = list(found)
    for members in groups.values():
        if len(members) > 1:
            for index in members:
                one = found[index]
                standing = _standing(one, [found[other] for other in members if other != index])
                judged[index] = one._replace(standing=standing)
    return tuple(judged)


def _standing(one: Observation, others: Iterable[Observation]) -> Standing:
    standing = Standing.REPEATED
    for other in others:
        if not agree(one, other):
            if other.report == one.report:
                return Standing.CONFLICTING
            standing = Standing.REVISED
    return standing


def agree(one: Observation, other: Observation) -> bool:
    """Whether two statements on the same thing can both be true.

    Each allows a stretch of values: a written number what rounds to it, 左右 and 约 five percent more on either side (for
    shares and growths half a point), a range all of it, 以上 and 超过 everything above. They agree where the stretches meet.
    Amounts in different currencies, or otherwise not to be compared, are not said to differ.
    """
    low, high, unit = _stretch(one)
    other_low, other_high, other_unit = _stretch(other)
    return unit != other_unit or (low <= other_high and other_low <= high)


_FAR = Decimal("Infinity")


def _stretch(one: Observation) -> tuple[Decimal, Decimal, str]:
    """Return the least and greatest value that a statement allows, in the base unit, and that unit."""
    exponent = one.value.as_tuple().exponent
    half = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
    if one.bound is Bound.ABOUT:
        relative = one.measure is Measure.GROWTH or one.unit.endswith(("%", "点", "‰"))
        half += Decimal("0.5") if relative else abs(one.value) / 20
    ends = (one.value,) if one.value_to is None else (one.value, one.value_to)
    low, unit = base(min(ends) - half, one.unit)
    high, _ = base(max(ends) + half, one.unit)
    if one.bound in (Bound.AT_LEAST, Bound.ABOVE):
        high = _FAR
    elif one.bound in (Bound.AT_MOST, Bound.BELOW):
        low = -_FAR
    return low, high, unit
