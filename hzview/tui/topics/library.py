"""The library: searching it, and opening reports of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from hzview.model import Position
from hzview.tui.topics.scorecards import Scorecards
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.library.searching import Entry
    from hzview.tui.screens.library_search import LibrarySearchScreen


class LibraryTopic(Topic):
    """The screens of the library."""

    async def action_library(self) -> None:
        """Show what the library holds."""
        from hzview.tui.screens.library import LibraryActions, LibraryScreen

        reader = self.reader
        scorecards = reader.topic(Scorecards)
        actions = LibraryActions(
            open_report=self._open_report,
            search=self.action_library_search,
            over_years=scorecards.show_region,
            compare=scorecards.compare_with,
        )
        report = reader.reading.report
        screen = LibraryScreen(
            reader.keymap,
            ambiguous=reader.document.ambiguous,
            actions=actions,
            first=(report.region, report.year),
        )
        await reader.hzview.open_screen(screen)

    async def _open_report(self, number: int) -> None:
        """Open a report of the library where it was left."""
        from hzview.library.stored import stored

        await self.reader.hzview.open_report(await asyncio.to_thread(stored, number))

    async def action_library_search(self) -> None:
        """Search the whole library, beginning with what is looked for here."""
        from hzview.tui.screens.library_search import LibrarySearchScreen

        reader = self.reader
        screen: LibrarySearchScreen = LibrarySearchScreen(
            reader.keymap,
            ambiguous=reader.document.ambiguous,
            open_hit=self.open_hit,
            query=reader.searching.session.query,
        )
        await reader.hzview.open_screen(screen)

    async def open_hit(self, entry: Entry, query: str, position: Position | None) -> None:
        """Open a report of the library at a hit of ``query``, its hits shown."""
        from hzview.library.stored import stored

        opened = await asyncio.to_thread(stored, entry.number)
        reader = await self.reader.hzview.open_report(opened, position)
        if position is not None:
            reader.call_after_refresh(reader.searching.show_query, query, position)
