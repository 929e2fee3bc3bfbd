"""What the panes have in common: a line-API view that scrolls by whole rows, at once, by the keys of the registry."""

from __future__ import annotations

from abc import abstractmethod

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollDown, ScrollTo, ScrollUp
from textual.strip import Strip

from hzview.tui.actions import Scope, bindings

WHEEL_ROWS = 3
"""Rows that one notch of the mouse wheel moves."""


class Pane(ScrollView, can_focus=True, inherit_bindings=False):
    """A pane of rows. The rows it shows are painted by ``paint``, and kept until ``repaint``."""

    ALLOW_SELECT = False
    BINDINGS = bindings(Scope.PANE)
    DEFAULT_CSS = """
    Pane { overflow-x: hidden; overflow-y: scroll; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """

    ambiguous: int = 1
    """Cells of a character of ambiguous width (1 or 2)."""

    def __init__(self, *, id: str) -> None:
        """Begin with nothing painted; ``id`` is the widget's."""
        super().__init__(id=id)
        self.columns = 0
        """Cells of a row."""
        self.page = 0
        """Rows on the screen."""
        self._strips: dict[int, Strip] = {}

    @abstractmethod
    def paint(self, y: int) -> Strip:
        """Return the picture of row ``y`` of the page, ``columns`` cells wide."""

    @abstractmethod
    def move_by(self, rows: int) -> None:
        """Go down by ``rows`` rows, up if negative."""

    @abstractmethod
    def move_to_edge(self, *, last: bool) -> None:
        """Go to the first row, or to the last one."""

    def render_line(self, y: int) -> Strip:
        """Return the row at ``y`` of the screen."""
        row = y + self.scroll_offset.y
        strip = self._strips.get(row)
        if strip is None or strip.cell_length != self.columns:
            strip = self._strips[row] = self.paint(row)
        return strip

    def look(self, *names: str) -> Style:
        """Return the style of one of our component classes."""
        return self.get_component_rich_style(*names)

    def repaint(self, rows: range | None = None) -> None:
        """Paint these rows anew (all of them by default), because what they show has changed."""
        if rows is None:
            self._strips.clear()
            self.refresh()
            return
        for row in rows:
            self._strips.pop(row, None)
        self.refresh_lines(rows.start, len(rows))

    def scroll_row(self, y: int) -> None:
        """Make ``y`` the first row on the screen, as far as the page goes."""
        self.scroll_to(y=y, animate=False, immediate=True, force=True)

    def set_height(self, rows: int) -> None:
        """Tell the scrollbar how many rows the page has."""
        size = Size(self.columns, rows)
        if size != self.virtual_size:
            self.virtual_size = size

    def on_resize(self, event: events.Resize) -> None:
        """Take the new size, and lay out what is shown."""
        self.columns, self.page = self.scrollable_content_region.size
        self._strips.clear()
        self.resized()

    @abstractmethod
    def resized(self) -> None:
        """Lay out what is shown for the new ``columns`` and ``page``."""

    def notify_style_update(self) -> None:
        """Forget what was painted in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def action_line_down(self) -> None:
        """Go down by a row."""
        self.move_by(1)

    def action_line_up(self) -> None:
        """Go up by a row."""
        self.move_by(-1)

    def action_page_down(self) -> None:
        """Go down by a page, of which a row stays for the eye to hold on to."""
        self.move_by(max(self.page - 1, 1))

    def action_page_up(self) -> None:
        """Go up by a page."""
        self.move_by(-max(self.page - 1, 1))

    def action_half_down(self) -> None:
        """Go down by half a page."""
        self.move_by(max(self.page // 2, 1))

    def action_half_up(self) -> None:
        """Go up by half a page."""
        self.move_by(-max(self.page // 2, 1))

    def action_top(self) -> None:
        """Go to the first row."""
        self.move_to_edge(last=False)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.move_to_edge(last=True)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll by a few rows, at once."""
        event.stop()
        event.prevent_default()
        self.wheel(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll by a few rows, at once."""
        event.stop()
        event.prevent_default()
        self.wheel(-WHEEL_ROWS)

    def on_scroll_to(self, message: ScrollTo) -> None:
        """Follow the thumb of the scrollbar, at once."""
        message.stop()
        message.prevent_default()
        if message.y is not None:
            self.wheel(round(message.y) - self.scroll_offset.y)

    def on_scroll_up(self, message: ScrollUp) -> None:
        """Go up by a page: a click above the thumb."""
        message.stop()
        message.prevent_default()
        self.wheel(-self.page)

    def on_scroll_down(self, message: ScrollDown) -> None:
        """Go down by a page: a click below the thumb."""
        message.stop()
        message.prevent_default()
        self.wheel(self.page)

    def wheel(self, rows: int) -> None:
        """Move the view by ``rows`` rows, and nothing but the view."""
        self.scroll_row(self.scroll_offset.y + rows)
