"""One indicator over the years and regions: what each report says of it, one cell for each year, region and kind.

Only annual values enter. Where several statements are made of one year, a cell shows the one that stands nearest to it in
time: of a result that of the report delivered the year after, of a target that of the year itself; then the first in the
text. The others stay in the cell, and a cell whose statements cannot all be true says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from hzview.catalog import Catalog, Indicator
from hzview.figures.extent import Extent
from hzview.figures.figure import Kind, Measure
from hzview.figures.units import convert
from hzview.figures.wording import BEHIND_NAMES, bounded
from hzview.library.observations import Observation, Standing, observations
from hzview.library.store import Library


class Cell(NamedTuple):
    """What is said of one year, region and kind."""

    observation: Observation
    """The statement that is shown."""
    others: tuple[Observation, ...]
    """The other statements, by year of delivery and place."""
    value: Decimal | None
    """Its value in the unit of the trend; None where it cannot be converted."""
    value_to: Decimal | None
    """Upper end of its range in that unit."""

    @property
    def is_disputed(self) -> bool:
        """Whether the statements cannot all be true."""
        return self.observation.standing in (Standing.REVISED, Standing.CONFLICTING)

    @property
    def text(self) -> str:
        """The statement as short as it can be said: 8.5%, 7%左右; with ＊ where it is disputed."""
        said = self.observation
        return bounded(said.text, said.bound) + ("＊" if self.is_disputed else "")


class Series(NamedTuple):
    """The cells of one region and kind."""

    region: str
    """The region."""
    kind: Kind
    """Actual or target."""
    cells: dict[int, Cell]
    """By year, in order; years of which nothing is said are not there."""


@dataclass(frozen=True, slots=True)
class Trend:
    """An indicator over years and regions."""

    indicator: Indicator
    """The indicator."""
    scope: str
    """What narrows it; empty for the whole of each region."""
    measure: Measure
    """What is shown of it."""
    unit: str
    """Unit of the values of the cells."""
    series: tuple[Series, ...]
    """For each region its results and its targets, where they are wanted; regions as they were asked for."""

    @property
    def years(self) -> range:
        """From the first to the last year of which anything is said."""
        years = [year for one in self.series for year in one.cells]
        return range(min(years), max(years) + 1) if years else range(0)

    @property
    def title(self) -> str:
        """What is shown, in one line: 地区生产总值增速（%）, 地区生产总值（亿元）."""
        unit = f"（{self.unit}）" if self.unit else ""
        return f"{self.scope}{self.indicator.name}{BEHIND_NAMES[self.measure]}{unit}"

    @property
    def is_disputed(self) -> bool:
        """Whether statements on some year cannot all be true."""
        return any(cell.is_disputed for one in self.series for cell in one.cells.values())


def trend(
    library: Library,
    catalog: Catalog,
    indicator: Indicator,
    regions: Sequence[str],
    *,
    scope: str = "",
    measure: Measure | None = None,
    kinds: Sequence[Kind] = tuple(Kind),
    years: tuple[int, int] | None = None,
) -> Trend:
    """Return what the reports of ``regions`` (whole names) say of ``indicator``.

    Without a ``measure`` the one that is told of most years is shown.

    Raises:
        HzviewError: the library cannot be read.
    """
    found = observations(library, catalog, indicators=[indicator], regions=regions, years=years)
    return arrange(indicator, found, regions, scope=scope, measure=measure, kinds=kinds)


def arrange(
    indicator: Indicator,
    found: Iterable[Observation],
    regions: Sequence[str],
    *,
    scope: str = "",
    measure: Measure | None = None,
    kinds: Sequence[Kind] = tuple(Kind),
) -> Trend:
    """Arrange observations of ``indicator`` by region, kind and year (see ``trend``)."""
    annual = [
        one
        for one in found
        if one.extent is Extent.YEAR and one.period is not None and one.scope == scope and one.kind in kinds
    ]
    if measure is None:
        measure = _most_told(annual)
    groups: defaultdict[tuple[str, Kind, int], list[Observation]] = defaultdict(list)
    for one in annual:
        if one.measure is measure and one.period is not None:
            groups[one.region, one.kind, one.period].append(one)
    for members in groups.values():
        members.sort(key=_distance)
    unit = _common_unit([members[0] for members in groups.values()])
    cells: defaultdict[tuple[str, Kind], dict[int, Cell]] = defaultdict(dict)
    for (region, kind, year), members in sorted(groups.items(), key=lambda group: group[0][2]):
        cells[region, kind][year] = _cell(members, unit)
    series = (Series(region, kind, cells.get((region, kind), {})) for region in regions for kind in kinds)
    return Trend(indicator, scope, measure, unit, tuple(series))


def _most_told(found: Iterable[Observation]) -> Measure:
    """Return the measure that is told of most years; of equal ones the level, then the growth."""
    told = {(one.measure, one.region, one.kind, one.period) for one in found}
    numbers = Counter(measure for measure, *_ in told)
    return max(Measure, key=lambda measure: (numbers[measure], -list(Measure).index(measure)))


def _distance(one: Observation) -> tuple[int, int, int]:
    """Return how far from the year that it speaks of a statement was made, then its place."""
    assert one.period is not None
    natural = one.period + (one.kind is Kind.ACTUAL)
    return (abs((one.year or 0) - natural), one.report, one.number)


def _common_unit(shown: Sequence[Observation]) -> str:
    """Return the unit that most of the shown values can be converted to, of those that are written the most frequent."""
    units = Counter(one.unit for one in shown)

    def reach(unit: str) -> tuple[int, int]:
        return sum(n for other, n in units.items() if convert(Decimal(1), other, unit) is not None), units[
            unit
        ]

    return max(units, key=reach, default="")


def _cell(members: Sequence[Observation], unit: str) -> Cell:
    first = members[0]
    upper = None if first.value_to is None else convert(first.value_to, first.unit, unit)
    others = tuple(sorted(members[1:], key=lambda one: (one.year or 0, one.report, one.number)))
    return Cell(first, others, convert(first.value, first.unit, unit), upper)
