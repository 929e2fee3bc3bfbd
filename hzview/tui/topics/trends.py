"""The indicator at hand over the years, by the report that is read and those in the library."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from hzview.errors import HzviewError
from hzview.figures.figure import Figure, Measure
from hzview.model import Position, Report
from hzview.tui.naming import Do, Named, Names
from hzview.tui.topics.figures import Figures
from hzview.tui.topics.scorecards import done
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.catalog import Catalog, Indicator
    from hzview.library import Library
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
    own: tuple[Observation, ...]
    """What the report that is read says, where the library does not have it; their ``report`` is 0."""


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
            asked = await asyncio.to_thread(_asked, figure, reader.reading.report)
            trend = await asyncio.to_thread(_trend, asked)
            if not trend.years:
                asked, trend = await asyncio.to_thread(_told, asked)
        except HzviewError as error:
            reader.notice(str(error))
            return
        self._asked = asked
        self._screen = TrendScreen(
            trend,
            reader.keymap,
            ambiguous=reader.document.ambiguous,
            figure=figure,
            open_statement=self._open,
            ask_region=self._ask_region,
            without=self._without,
            other_measure=self._other_measure,
        )
        await reader.hzview.open_screen(self._screen)

    async def _open(self, one: Observation) -> None:
        """Open the report of a statement at its figure, and select it; of the report that is read, go there."""
        position = Position(one.paragraph, one.start)
        if one.report == 0:
            self._screen.dismiss(None)
            self.reader.go(position)
            return
        await self.reader.hzview.open_figure(one.report, position)

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
        from hzview.tui.users_library import ADD

        try:
            regions = await asyncio.to_thread(_regions)
        except HzviewError as error:
            self._screen.say(str(error))
            return
        others = [region for region in regions if region not in self._asked.regions]
        if not others:
            self._screen.say(f"文库里没有别的地区：{ADD}报告")
            return
        names = Names[Do](Named(region, "", partial(self._with, region)) for region in others)
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


def _asked(figure: Figure, report: Report) -> Asked:
    """Return what to show for ``figure`` of ``report``.

    Raises:
        HzviewError: the catalog has no such indicator, or it is not known whose report this is.
    """
    from hzview.catalog import load_catalog
    from hzview.figures import extract
    from hzview.library.observations import find_region, observe

    if not report.region:
        raise HzviewError("不知道这份报告是哪个地区的")
    catalog = load_catalog()
    indicator, scope, measure = _meant(catalog, figure, report.region)
    found = find_region(_regions(), report.region)
    region = found[0] if len(found) == 1 else report.region
    own = () if _is_stored(region, report.year) else observe(report, extract(report), catalog)
    return Asked(
        catalog, indicator, scope, measure, (region,), tuple(one._replace(region=region) for one in own)
    )


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
    raise HzviewError(f"指标目录里没有这一项，看不了历年数值：{'、'.join(figure.indicators)}")


def _trend(asked: Asked) -> Trend:
    from hzview.library.observations import observations, together
    from hzview.library.trend import arrange

    own = [one for one in asked.own if one.indicator == asked.indicator and one.region in asked.regions]
    found: tuple[Observation, ...] = ()
    with _library() as library:
        if library is not None:
            found = observations(library, asked.catalog, indicators=[asked.indicator], regions=asked.regions)
    found = together(found, own) if own else found
    return arrange(asked.indicator, found, asked.regions, scope=asked.scope, measure=asked.measure)


def _told(asked: Asked) -> tuple[Asked, Trend]:
    """Return the first measure of which anything is told, where there is one, and its trend."""
    for measure in Measure:
        other = replace(asked, measure=measure)
        trend = _trend(other)
        if trend.years:
            return other, trend
    raise HzviewError("报告和文库里没有这个指标的年度数值")


def _regions() -> Sequence[str]:
    """Return the regions in the library; none where there is no library."""
    with _library() as library:
        return library.regions() if library is not None else ()


def _is_stored(region: str, year: int | None) -> bool:
    """Whether the library has a report of that region and year."""
    from hzview.library.store import Choice

    with _library() as library:
        if library is None or year is None:
            return False
        rows = library.reports(Choice(region=region, years=(year, year)))
        return any(row["region"] == region for row in rows)


@contextmanager
def _library() -> Iterator[Library | None]:
    """The user's library, open; None where there is none yet."""
    from hzview.library import Library
    from hzview.library.schema import library_path

    if not library_path().exists():
        yield None
        return
    with Library() as library:
        yield library
