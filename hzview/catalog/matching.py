"""From a name in a report to the indicator that it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from hzview.catalog.entry import Indicator, Nature
from hzview.catalog.names import core, key, take_apart
from hzview.errors import HzviewError
from hzview.figures.figure import Measure
from hzview.figures.territory import own
from hzview.figures.units import UNITS, Family, split
from hzview.folding import fold
from hzview.printable import one_line

_RELATIVE = (Family.SHARE, Family.TIMES)


class Match(NamedTuple):
    """The indicator that a name means."""

    indicator: Indicator
    """The indicator."""
    scope: str
    """What narrows it: 市区, 规上; empty for the whole of the region that reports. A territory that is not the region's
    own (全国 in a city's report) is a scope, too."""
    measure: Measure
    """What is said of it; a price that is said as a level in percent (居民消费价格控制在3%) is its growth."""


class Catalog:
    """Indicators and their names. Unchanging; the same name is looked up only once."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        """Make a catalog of ``indicators``, whose names no two share (``hzview.catalog.reading`` sees to that)."""
        self.indicators = tuple(indicators)
        """All of them, in the order of the files."""
        self._by_id = {indicator.id: indicator for indicator in self.indicators}
        self._by_key: dict[str, Indicator] = {}
        for indicator in self.indicators:
            for name in indicator.names:
                self._by_key.setdefault(key(name), indicator)
        self._cores = {i.id: frozenset(map(core, i.names)) for i in self.indicators}
        self._found = lru_cache(maxsize=1 << 17)(self._find)

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    def __getitem__(self, id: str) -> Indicator:
        return self._by_id[id]

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators)

    def __len__(self) -> int:
        return len(self.indicators)

    def match(self, name: str, unit: str, measure: str, region: str = "") -> Match | None:
        """Return the indicator that ``name`` with ``unit`` and ``measure`` means in a report of ``region``, if any.

        Names are compared whole (see ``hzview.catalog.names``). The unit has to be one that the measure of this
        indicator can have: 固定资产投资 of 38个 is none, nor is a growth of 3个百分点. Without a region every word for a
        whole territory is the report's own.
        """
        return self._found(name, unit, measure, own(region))

    def find(self, text: str) -> Indicator | None:
        """Return the indicator that a person calls ``text``: by id, name or synonym; None where there is none."""
        meant = self.meant(text)
        return meant[0] if meant is not None and not meant[1] else None

    def meant(self, text: str) -> tuple[Indicator, str] | None:
        """Return the indicator and the scope that a person calls ``text``: 市区社会消费品零售总额; None where there is none."""
        if text in self._by_id:
            return self._by_id[text], ""
        for looked_up, scope in take_apart(text).readings():
            if looked_up in self._by_key:
                return self._by_key[looked_up], scope
        return None

    def needed(self, text: str) -> tuple[Indicator, str]:
        """Return what ``meant`` returns.

        Raises:
            HzviewError: there is no such indicator; the message offers near names.
        """
        meant = self.meant(text)
        if meant is None:
            near = self.near(text)
            offer = f"；相近的有 {'、'.join(near)}" if near else "；hzview indicators 列出全部"
            raise HzviewError(f"指标目录里没有“{one_line(text)}”{offer}")
        return meant

    def near(self, text: str, most: int = 5) -> tuple[str, ...]:
        """Return names of indicators that ``text`` may have meant, the nearest first: those it is part of, then alike."""
        wanted = fold(text).text
        names = {fold(name).text: indicator.name for indicator in self.indicators for name in indicator.names}
        part_of = sorted((k for k in names if wanted and wanted in k), key=len)
        alike = get_close_matches(wanted, names, most, 0.5)
        return tuple(dict.fromkeys(names[k] for k in (*part_of, *alike)))[:most]

    def cores(self, indicator: Indicator) -> frozenset[str]:
        """Return the cores of the names of ``indicator``: every name that ``match`` takes for it has one of them."""
        return self._cores[indicator.id]

    def _find(self, name: str, unit: str, measure: str, whole: frozenset[str]) -> Match | None:
        apart = take_apart(name)
        for looked_up, scope in apart.readings():
            indicator = self._by_key.get(looked_up)
            if indicator is None:
                continue
            of_growth = bool(apart.growth) and not looked_up.endswith(apart.growth)
            told = _measure(indicator, unit, Measure(measure), of_growth)
            if told is None:
                return None
            foreign = (
                apart.whole if apart.whole and apart.whole not in whole and looked_up != apart.key else ""
            )
            return Match(indicator, foreign + scope, told)
        return None


def _measure(indicator: Indicator, unit: str, measure: Measure, of_growth: bool) -> Measure | None:
    """Return what ``measure`` in ``unit`` says of ``indicator``, or ``of_growth`` of its growth; None where nothing."""
    family = family_of(unit)
    if of_growth and measure in (Measure.LEVEL, Measure.CHANGE):
        return None
    match measure:
        case Measure.RANK:
            return measure
        case Measure.GROWTH:
            wrong = family not in _RELATIVE or indicator.units == (Family.SHARE,)
            return None if wrong and indicator.nature is not Nature.INDEX else measure
        case Measure.CHANGE:
            if Family.SHARE in indicator.units:
                return measure if family is Family.POINTS else None
            return measure if family is not None and family in indicator.units else None
        case Measure.LEVEL:
            if indicator.nature is Nature.INDEX and family is Family.SHARE:
                return Measure.GROWTH
            return measure if family in indicator.units or _is_bare(unit, indicator) else None


def _is_bare(unit: str, indicator: Indicator) -> bool:
    """Whether the unit is a magnitude alone (突破万亿) of something that is counted or paid."""
    return unit in ("万亿", "亿", "万") and not {Family.MONEY, Family.COUNT}.isdisjoint(indicator.units)


@lru_cache(maxsize=4096)
def family_of(unit: str) -> Family | None:
    """Return what a unit with its magnitude measures: money of 亿元, weight of 微克/立方米; None where there is none."""
    for name in (unit, unit.partition("/")[0]):
        known = UNITS.get(split(name)[1].lower())
        if known is not None:
            return known.family
    return None
