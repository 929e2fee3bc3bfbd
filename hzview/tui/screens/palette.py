"""The palette: whatever can be done or gone to, by a part of its name."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from hzview.errors import HzviewError
from hzview.figures.table import indicator_table
from hzview.figures.wording import in_table
from hzview.printable import one_line
from hzview.tui.actions import ACTIONS, Scope
from hzview.tui.naming import LONGEST, Do, Named, Names
from hzview.tui.screens.closing import OverScreen
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.field import PickField
from hzview.tui.widgets.painting import Piece, padded, shortened
from hzview.typeset import cell_width

if TYPE_CHECKING:
    from hzview.tui.openable import Openable
    from hzview.tui.screens.reader import ReaderScreen

_LONGEST_WHAT = 28
"""Cells of what is said beside a name."""


def commands(reader: ReaderScreen, reports: Sequence[Openable] = ()) -> Names[Do]:
    """Return what can be done in ``reader``, where one can go in it, and which other ``reports`` could be read."""
    return Names(_named(reader, reports))


def _named(reader: ReaderScreen, reports: Sequence[Openable]) -> Iterator[Named[Do]]:
    for action in ACTIONS:
        if action.scope in (Scope.APP, Scope.READER, Scope.OUTLINE) and action.id != "palette":
            yield Named(action.title, action.help, partial(reader.perform, action))
    for theme in reader.app.available_themes.values():
        if not theme.ansi:  # the colours of the terminal cannot be mixed
            yield Named(f"主题 {theme.name}", "主题", partial(setattr, reader.app, "theme", theme.name))
    for entry in reader.reading.outline:
        yield Named(entry.title[:LONGEST], "目录", partial(reader.go, entry.position, at_top=True))
    for row in indicator_table(reader.reading.figures):
        if row.indicator:
            said = shortened("  ".join(map(in_table, row.figures[:_LONGEST_WHAT])), _LONGEST_WHAT)
            yield Named(row.indicator[:LONGEST], said, partial(reader.select_figure, row.figures[0]))
    for report in reports:
        where = shortened(one_line(report.where), _LONGEST_WHAT)
        yield Named(one_line(report.name)[:LONGEST], where, partial(_open, reader, report))


async def _open(reader: ReaderScreen, report: Openable) -> None:
    """Read another report over this one."""
    try:
        opened = await asyncio.to_thread(report.open)
    except HzviewError as error:
        reader.notice(str(error))
    else:
        await reader.hzview.open_report(opened)


class NamesList(EntryList):
    """What was found, a line each."""

    def __init__(self, *, ambiguous: int, chosen: Callable[[int], None]) -> None:
        """Begin empty; ``chosen`` is told a line by its place in the list."""
        super().__init__(id="palette-list", ambiguous=ambiguous, chosen=chosen)
        self.can_focus = False
        self.found: list[Named[Do]] = []
        """What is listed."""

    @property
    def count(self) -> int:
        """How many things are listed."""
        return len(self.found)

    def ground_of(self, index: int) -> str:
        """Return the look of the ground of a line; the cursor is moved from the field above."""
        return "cursor" if index == self.cursor else self.GROUND

    def paint_beyond(self, row: int) -> list[Piece]:
        """Say so where nothing was found."""
        return [] if self.found or row else [(" 没有符合的", self.looks(self.GROUND, "quiet"))]

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return a name and what it is."""
        named, ground = self.found[index], self.ground_of(index)
        room = max(self.width - cell_width(named.what, self.ambiguous) - 3, self.width // 2)
        return [
            (" " + padded(named.name, room, self.ambiguous), self.looks(ground, "ink")),
            (f" {named.what}", self.looks(ground, "quiet")),
        ]


class PaletteScreen(OverScreen[Do | None], ModalScreen[Do | None]):
    """A field and what was found, over the reader. It ends with what to do."""

    AUTO_FOCUS = "#palette-field"

    def __init__(
        self, names: Names[Do], *, ambiguous: int, placeholder: str = "命令、标题、指标或报告"
    ) -> None:
        """Offer ``names``; the ``placeholder`` says what they are."""
        super().__init__()
        self.list = NamesList(ambiguous=ambiguous, chosen=self._chosen)
        """What was found."""
        self.field = PickField(self, id="palette-field", placeholder=placeholder)
        """The field."""
        self._names = names
        self._query = ""
        self.list.found = names.find("")

    def compose(self) -> ComposeResult:
        """Lay out the field and the list."""
        with Vertical(id="palette"):
            yield self.field
            yield self.list

    def on_input_changed(self, message: Input.Changed) -> None:
        """List what fits to what was typed."""
        self.look_for(message.input.value)

    def look_for(self, query: str) -> None:
        """List what fits to ``query``."""
        if query != self._query:
            self._query = query
            self.list.found = self._names.find(query)
            self.list.cursor = 0
            self.list.relist()

    def close_field(self) -> None:
        """Do nothing."""
        self.dismiss(None)

    def _chosen(self, index: int) -> None:
        self.dismiss(self.list.found[index].value)
