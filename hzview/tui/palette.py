"""The palette: actions, headings and indicators by name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from hzview.tui.actions import ACTIONS, Scope
from hzview.tui.wording import indicator

if TYPE_CHECKING:
    from hzview.tui.screens.reader import ReaderScreen

LONGEST = 40
"""Characters of a name in the palette; its matcher takes too long over longer ones."""

Command = tuple[str, str, IgnoreReturnCallbackType]
"""A name, what it is, and what it does."""


class ReaderCommands(Provider):
    """All that one can do or go to in the reader."""

    @property
    def _reader(self) -> ReaderScreen:
        from hzview.tui.screens.reader import ReaderScreen

        assert isinstance(self.screen, ReaderScreen)
        return self.screen

    def _actions(self) -> Iterator[Command]:
        for action in ACTIONS:
            if action.scope in (Scope.APP, Scope.READER, Scope.OUTLINE) and action.id != "palette":
                yield action.title, action.help, partial(self._reader.perform, action)

    def _places(self) -> Iterator[Command]:
        reader = self._reader
        for entry in reader.reading.outline:
            go = partial(reader.go, entry.position, at_top=True)
            yield entry.title[:LONGEST], "目录", go
        for figure in reader.reading.figures:
            name = indicator(figure)
            if name:
                yield name[:LONGEST], f"指标  {figure.text}", partial(reader.select_figure, figure)

    async def discover(self) -> Hits:
        """Offer the actions before anything is typed."""
        for name, what, do in self._actions():
            yield DiscoveryHit(Content(name), do, text=name, help=what)

    async def search(self, query: str) -> Hits:
        """Offer what matches ``query``."""
        matcher = self.matcher(query)
        for name, what, do in (*self._actions(), *self._places()):
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, Content(name), do, text=name, help=what)


def open_palette(reader: ReaderScreen) -> None:
    """Open the palette over ``reader``."""
    reader.app.push_screen(CommandPalette([ReaderCommands], placeholder="命令、标题或指标"))
