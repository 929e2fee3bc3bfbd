"""The program: help, palette, theme, stepping back, and every further screen that opens from the reader."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import TYPE_CHECKING

from hzview.errors import HzviewError
from hzview.tui.themes import INKSTONE, PAPER
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.tui.actions import Action
    from hzview.tui.naming import Do
    from hzview.tui.openable import Openable


class Program(Topic):
    """What is about the program and not about the report."""

    def action_theme(self) -> None:
        """Change between light and dark."""
        app = self.reader.app
        app.theme = INKSTONE.name if app.theme == PAPER.name else PAPER.name

    def action_settings(self) -> None:
        """Say where the settings file is and whether it can be used; take it if it has changed."""
        self.reader.hold(self.reader.hzview.about_settings())

    async def action_help(self) -> None:
        """List the keys."""
        from hzview.tui.screens.help import HelpScreen

        reader = self.reader
        screen = HelpScreen(reader.keymap, ambiguous=reader.document.ambiguous)
        await reader.hzview.open_screen(screen, self._help_closed)

    async def _help_closed(self, action: Action | None) -> None:
        if action is not None:
            await self.reader.perform(action)

    async def action_palette(self) -> None:
        """Find a command, a heading, an indicator or another report by its name."""
        from hzview.tui.screens.palette import PaletteScreen, commands

        reader = self.reader
        reports: list[Openable] = []
        try:
            reports = await asyncio.to_thread(reader.hzview.openable, reader.reading.identity)
        except HzviewError as error:
            reader.notice(str(error))
        screen = PaletteScreen(commands(reader, reports), ambiguous=reader.document.ambiguous)
        await reader.hzview.open_screen(screen, self._palette_closed)

    async def _palette_closed(self, do: Do | None) -> None:
        done = do() if do is not None else None
        if isinstance(done, Awaitable):
            await done

    def action_back(self) -> None:
        """Take back one step, of whatever topic comes first with one."""
        any(topic.step_back() for topic in self.reader.topics)

    def step_back(self) -> bool:
        """Say nothing any more; then leave a report that was opened over another screen."""
        if self.reader.said:
            self.reader.unsay()
            return True
        return self.reader.hzview.close_report(self.reader)
