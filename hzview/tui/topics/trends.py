"""The indicator at hand over the years, by the reports in the library."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from hzview.errors import HzviewError
from hzview.figures.figure import Figure, Measure
from hzview.model import Position
from hzview.tui.naming import Do, Named, Names
from hzview.tui.topics.figures import Figures
from hzview.tui.topics.scorecards import done, stored
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.catalog import Catalog, Indicator
    from hzview.library.observations import Observation
    from hzview.library.trend import Trend
    from hzview.tui.screens.trend import TrendScreen


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be shown over the years."""

    catalog: Catalog
    """The catalog."""
    indicator: Indicator
    """The indicator."""
    scope: str
    """What narrows it."""
    measure: Measure
    """What is shown of it."""
    regions: tuple[str, ...]
    """The regions, by their whole names."""


class Trends(Topic):
    """Trends."""

    _asked: Asked
    _screen: TrendScreen

    async def action_trend(self) -> None:
        """Show the indicator at hand over the years, for the region of this report."""
        from hzview.tui.screens.trend import TrendScreen

        reader = self.reader
        figure = reader.topic(Figures).at_hand()
        if figure is None:
            return
        try:
            asked = await asyncio.to_thread(_asked, figure, reader.reading.report.region)
            trend = await asyncio.to_thread(_trend, asked)
        except HzviewError as error:
            reader.notice(str(error))
            return
        self._asked = asked
        self._screen = TrendScreen(
            trend,
            reader.keymap,
            ambiguous=reader.document.ambiguous,
            open_statement=self._open,
            ask_region=self._ask_region,
            without=self._without,
            other_measure=self._other_measure,
        )
        await reader.hzview.open_screen(self._screen)

    async def _open(self, one: Observation) -> None:
        """Open the report of a statement at its figure, and select it."""
        opened = await asyncio.to_thread(stored, one.report)
        position = Position(one.paragraph, one.start)
        reader = await self.reader.hzview.open_report(opened, position)
        reader.finder.find(range(position.paragraph, position.paragraph + 1))
        reader.call_after_refresh(reader.go, position)

    async def _show(self, asked: Asked) -> None:
        """Show another trend on the screen that is open."""
        try:
            trend = await asyncio.to_thread(_trend, asked)
        except HzviewError as error:
            self._screen.say(str(error))
            return
        self._asked = asked
        self._screen.show(trend)

    async def _ask_region(self) -> None:
        """Offer the other regions of the library."""
        from hzview.tui.screens.palette import PaletteScreen

        regions = await asyncio.to_thread(_regions)
        names = Names[Do](
            Named(region, "", partial(self._with, region))
            for region in regions
            if region not in self._asked.regions
        )
        screen = PaletteScreen(names, ambiguous=self.reader.document.ambiguous, placeholder="加一个地区")
        await self.reader.hzview.open_screen(screen, done)

    async def _with(self, region: str) -> None:
        await self._show(replace(self._asked, regions=(*self._asked.regions, region)))

    async def _without(self, region: str) -> None:
        left = tuple(one for one in self._asked.regions if one != region)
        await self._show(replace(self._asked, regions=left))

    async def _other_measure(self) -> None:
        """Show the next measure of which anything is told."""
        measures = list(Measure)
        at = measures.index(self._asked.measure)
        for measure in (*measures[at + 1 :], *measures[:at]):
            asked = replace(self._asked, measure=measure)
            if (await asyncio.to_thread(_trend, asked)).years:
                await self._show(asked)
                return
        self._screen.say("这些地区的报告只有这一种数值")


def _asked(figure: Figure, region: str) -> Asked:
    """Return what to show for ``figure`` of a report of ``region``.

    Raises:
        HzviewError: the catalog has no such indicator, or the library no report of the region.
    """
    from hzview.catalog import load_catalog
    from hzview.library import Library
    from hzview.library.observations import the_region

    catalog = load_catalog()
    if not region:
        raise HzviewError("不知道这份报告是哪个地区的")
    indicator, scope, measure = _meant(catalog, figure, region)
    with Library() as library:
        return Asked(catalog, indicator, scope, measure, (the_region(library.regions(), region),))


def _meant(catalog: Catalog, figure: Figure, region: str) -> tuple[Indicator, str, Measure]:
    """Return indicator, scope and measure of ``figure``: of the first of its names that the catalog knows."""
    for name in figure.indicators:
        match = catalog.match(name, figure.unit, figure.measure, region)
        if match is not None:
            return match
    for name in figure.indicators:
        meant = catalog.meant(name)
        if meant is not None:
            return (*meant, figure.measure)
    raise HzviewError(f"指标目录里没有“{'、'.join(figure.indicators)}”，无从看历年")


def _trend(asked: Asked) -> Trend:
    from hzview.library import Library
    from hzview.library.trend import trend

    with Library() as library:
        return trend(
            library, asked.catalog, asked.indicator, asked.regions, scope=asked.scope, measure=asked.measure
        )


def _regions() -> Sequence[str]:
    from hzview.library import Library

    with Library() as library:
        return library.regions()
