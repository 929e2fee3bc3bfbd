"""The rail at the edge of the text: which part of the page is on the screen, and where the hits are."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from hzview.tui.themes import looks_of
from hzview.tui.widgets.adapting import Adapting
from hzview.tui.widgets.painting import inked, strip_of

THUMB = "▐"
"""What the thumb is drawn with."""
_MARK, _BLANK = "▪", " "


def thumb_of(top: int, page: int, rows: int, height: int) -> range:
    """Return the cells of a rail of ``height`` that stand for ``page`` rows from ``top`` on, of ``rows``."""
    if rows <= page or not height:
        return range(0)
    length = max(height * page // rows, 1)
    start = (height - length) * min(top, rows - page) // (rows - page)
    return range(start, start + length)


class Rail(Adapting, Widget):
    """A scrollbar of one column that paints anew only the cells that change."""

    ALLOW_SELECT = False

    class Dragged(Message):
        """The person took the rail by the mouse."""

        def __init__(self, y: int) -> None:
            """Say to where."""
            super().__init__()
            self.y = y
            """The row of the page that should be in the middle of the screen."""

    def __init__(self, *, ambiguous: int) -> None:
        """Begin with a page that is all on the screen."""
        super().__init__(id="rail")
        self.ambiguous = ambiguous
        self._rows = 0
        self._thumb = range(0)
        self._marks: frozenset[int] = frozenset()
        self._held = False

    def show(self, top: int, page: int, rows: int) -> None:
        """Show that ``page`` rows from ``top`` on, of ``rows``, are on the screen."""
        self._rows = rows
        thumb = thumb_of(top, page, rows, self.size.height)
        before, self._thumb = self._thumb, thumb
        self._refresh_cells(set(before) ^ set(thumb))

    def mark(self, rows: Iterable[int]) -> None:
        """Mark these rows of the page."""
        height = self.size.height
        cells = frozenset(row * height // self._rows for row in rows) if self._rows else frozenset()
        before, self._marks = self._marks, cells
        self._refresh_cells(before ^ cells)

    def _refresh_cells(self, cells: Iterable[int]) -> None:
        for y in cells:
            self.refresh(Region(0, y, 1, 1))

    def render_line(self, y: int) -> Strip:
        """Return one cell of the rail."""
        style_of = looks_of(self.app)
        text, name = (
            (_MARK, "found")
            if y in self._marks
            else (THUMB, "faint")
            if y in self._thumb
            else (_BLANK, "faint")
        )
        style = style_of("page", name)
        if self.ambiguous == 2 and text != _BLANK:
            style, text = inked(style), _BLANK
        return strip_of([(text, style)], 1, style)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold."""
        self._held = True
        self.capture_mouse()
        self._follow(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer."""
        if self._held:
            self._follow(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        self._held = False
        self.release_mouse()

    def _follow(self, y: int) -> None:
        height = max(self.size.height, 1)
        self.post_message(self.Dragged(min(max(y, 0), height - 1) * self._rows // height))
