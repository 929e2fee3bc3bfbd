"""What the panes have in common: a line-API view that scrolls by whole rows, at once, by the keys of the registry."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from hzview.tui.actions import Scope, bindings
from hzview.tui.themes import Looks, looks_of
from hzview.tui.widgets.adapting import Adapting

MOST_STRIPS = 2000
"""Painted rows that a pane keeps."""
WHEEL_ROWS = 3
"""Rows that one notch of the mouse wheel moves."""


class Pane(Adapting, ScrollView, can_focus=True, inherit_bindings=False):
    """A pane of rows. The rows it shows are painted by ``paint``, and kept until ``repaint``."""

    ALLOW_SELECT = False
    GROUND: ClassVar[str] = "panel"
    """The look of the pane's ground."""
    BINDINGS = bindings(Scope.PANE)

    def __init__(self, *, id: str, ambiguous: int) -> None:
        """Begin with nothing painted; ``id`` is the widget's, ``ambiguous`` the cells of an ambiguous character."""
        super().__init__(id=id)
        self.ambiguous = ambiguous
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

    def step(self, times: int) -> None:
        """Go down by so many of what a line-down key goes over, up if negative: rows."""
        self.move_by(times)

    @abstractmethod
    def move_to_edge(self, *, last: bool) -> None:
        """Go to the first row, or to the last one."""

    @abstractmethod
    def move_to_number(self, number: int) -> None:
        """Go to what is counted as ``number``."""

    def render_line(self, y: int) -> Strip:
        """Return the row at ``y`` of the screen."""
        row = y + self.scroll_offset.y
        strip = self._strips.get(row)
        if strip is None or strip.cell_length != self.columns:
            if len(self._strips) >= MOST_STRIPS:
                self._strips.clear()
            strip = self._strips[row] = self.paint(row)
        return strip

    @property
    def looks(self) -> Looks:
        """The styles of the theme."""
        return looks_of(self.app)

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
        """Tell Textual how many rows the page has."""
        size = Size(self.columns, rows)
        if size != self.virtual_size:
            self.virtual_size = size
            if self.scroll_offset.y > self.max_scroll_y:  # Textual sees to it, but not while a pane is hidden
                self.scroll_row(self.max_scroll_y)

    def on_resize(self, event: events.Resize) -> None:
        """Take the new size."""
        self._fit()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of ``crop``. The first picture is asked for before the resize is told: it is laid out here."""
        self._fit()
        return super().render_lines(crop)

    def _fit(self) -> None:
        """Lay out what is shown, if the size is another than before."""
        size = self.scrollable_content_region.size
        if size != (self.columns, self.page):
            self.columns, self.page = size
            self._strips.clear()
            self.resized()

    @abstractmethod
    def resized(self) -> None:
        """Lay out what is shown for the new ``columns`` and ``page``."""

    def adapt(self, ambiguous: int) -> None:
        """Lay out what is shown with characters of this width."""
        super().adapt(ambiguous)
        self._strips.clear()
        if self.columns:
            self.resized()

    def notify_style_update(self) -> None:
        """Forget what was painted in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def action_line_down(self, times: int = 1) -> None:
        """Go down by a row."""
        self.step(times)

    def action_line_up(self, times: int = 1) -> None:
        """Go up by a row."""
        self.step(-times)

    def action_page_down(self, times: int = 1) -> None:
        """Go down by a page, of which a row stays for the eye to hold on to."""
        self.move_by(times * max(self.page - 1, 1))

    def action_page_up(self, times: int = 1) -> None:
        """Go up by a page."""
        self.move_by(-times * max(self.page - 1, 1))

    def action_half_down(self, times: int = 1) -> None:
        """Go down by half a page."""
        self.move_by(times * max(self.page // 2, 1))

    def action_half_up(self, times: int = 1) -> None:
        """Go up by half a page."""
        self.move_by(-times * max(self.page // 2, 1))

    def action_top(self, number: int | None = None) -> None:
        """Go to the first row, or to what is counted as ``number``."""
        self._to_edge(number, last=False)

    def action_bottom(self, number: int | None = None) -> None:
        """Go to the last row, or to what is counted as ``number``."""
        self._to_edge(number, last=True)

    def _to_edge(self, number: int | None, *, last: bool) -> None:
        if number is None:
            self.move_to_edge(last=last)
        else:
            self.move_to_number(number)

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

    def wheel(self, rows: int) -> None:
        """Move the view by ``rows`` rows, and nothing but the view."""
        self.scroll_row(self.scroll_offset.y + rows)
