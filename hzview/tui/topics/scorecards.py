"""Targets held to results, and one report held to another: the screens for it, and how they open."""

from __future__ import annotations

import asyncio
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING

from hzview.errors import HzviewError
from hzview.model import Position, Report
from hzview.tui.naming import LONGEST, Do, Named, Names
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.scorecard.comparing import Compared
    from hzview.scorecard.statement import Place
    from hzview.scorecard.years import RegionScorecard


class Scorecards(Topic):
    """Scorecard, verdicts over years, comparison."""

    _cursor = 0

    async def action_scorecard(self) -> None:
        """Show results of last year beside targets of this one."""
        from hzview.catalog import load_catalog
        from hzview.scorecard.one import score
        from hzview.tui.screens.scorecard import ScoreScreen

        reader, report = self.reader, self.reader.reading.report
        if report.plan_year is None:
            reader.notice("不知道这份报告是哪一年的，没法对照")
            return
        for _ in reader.finder.strokes():
            pass
        try:
            rows = score(report, load_catalog(), reader.reading.figures)
        except HzviewError as error:
            reader.notice(str(error))
            return
        screen = ScoreScreen(
            report,
            rows,
            reader.keymap,
            ambiguous=reader.document.ambiguous,
            cursor=self._cursor,
            go=reader.go,
            over_years=self.show_region,
        )

        def remember(_: None) -> None:
            self._cursor = screen.list.cursor

        await reader.hzview.open_screen(screen, remember)

    async def show_region(self, region: str | None = None) -> None:
        """Show what became of the targets of ``region``, by default this report's, by the reports in the library.

        Raises:
            HzviewError: there is no library, or none of its reports is of the region.
        """
        from hzview.tui.screens.verdicts import VerdictScreen

        reader = self.reader
        card = await asyncio.to_thread(
            _score_region, reader.reading.report.region if region is None else region
        )
        screen = VerdictScreen(
            card, reader.keymap, ambiguous=reader.document.ambiguous, open_place=self._open_place
        )
        await reader.hzview.open_screen(screen)

    async def _open_place(self, place: Place) -> None:
        """Open a report of the library at a figure, and select it."""
        await self.reader.hzview.open_figure(place.report, place.span.position)

    async def action_compare(self) -> None:
        """Choose a report of the library and show it beside this one."""
        from hzview.tui.screens.palette import PaletteScreen

        reader = self.reader
        try:
            reports = await asyncio.to_thread(_others, reader.reading.report)
        except HzviewError as error:
            reader.notice(str(error))
            return
        names = Names[Do](
            Named(name[:LONGEST], title[:LONGEST], partial(self._compare_chosen, number))
            for number, name, title in reports
        )
        screen = PaletteScreen(
            names, ambiguous=reader.document.ambiguous, placeholder="与哪份报告对照：地区、年份"
        )
        await reader.hzview.open_screen(screen, done)

    async def _compare_chosen(self, number: int) -> None:
        try:
            await self.compare_with(number)
        except HzviewError as error:
            self.reader.notice(str(error))

    async def compare_with(self, number: int) -> None:
        """Show the report with the id ``number`` and this one side by side, the earlier one on the left.

        Raises:
            HzviewError: the library has no such report, or cannot be read.
        """
        from hzview.library.stored import stored
        from hzview.tui.screens.compare import CompareScreen

        reader = self.reader
        mine = reader.reading.report
        opened = await asyncio.to_thread(stored, number)
        other_first = (opened.report.year or 0) <= (mine.year or 0)
        both = (opened.report, mine) if other_first else (mine, opened.report)
        compared = await asyncio.to_thread(_compared, *both)

        async def open_side(side: int, position: Position) -> None:
            if both[side] is mine:
                reader.hzview.uncover(reader)
                reader.go(position)
            else:
                await reader.hzview.open_report(opened, position)

        screen = CompareScreen(
            *both, compared, reader.keymap, ambiguous=reader.document.ambiguous, open_side=open_side
        )
        await reader.hzview.open_screen(screen)


async def done(do: Do | None) -> None:
    """Do what was chosen, if anything was."""
    doing = do() if do is not None else None
    if isawaitable(doing):
        await doing


def _score_region(region: str) -> RegionScorecard:
    from hzview.catalog import load_catalog
    from hzview.scorecard.years import region_named, score_region
    from hzview.tui.users_library import users_library

    if not region:
        raise HzviewError("不知道这份报告是哪个地区的")
    with users_library() as library:
        return score_region(library, load_catalog(), region_named(library, region))


def _others(report: Report) -> list[tuple[int, str, str]]:
    """Return id, name and title of the other reports in the library, those of the same region first, by nearness in time.

    Of two that are as near the earlier one comes first: a report is read beside that of the year before.

    Raises:
        HzviewError: there is no library, or nothing else in it.
    """
    from hzview.tui.users_library import ADD, users_library

    def distance(row: dict[str, object]) -> tuple[bool, int, bool]:
        year = row["year"]
        if not isinstance(year, int) or not report.year:
            return row["region"] != report.region, 9999, False
        return row["region"] != report.region, abs(year - report.year), year > report.year

    with users_library() as library:
        rows = library.reports()
    itself = report.title, report.region, report.year, report.date
    rows = [row for row in rows if (row["title"], row["region"], row["year"], row["date"]) != itself]
    if not rows:
        raise HzviewError(f"文库里还没有别的报告：{ADD}")
    rows.sort(key=distance)
    return [(int(str(row["id"])), f"{row['region']}{row['year'] or ''}", str(row["title"])) for row in rows]


def _compared(left: Report, right: Report) -> tuple[Compared, ...]:
    from hzview.catalog import load_catalog
    from hzview.scorecard.comparing import compare_indicators

    return compare_indicators(left, right, load_catalog())
