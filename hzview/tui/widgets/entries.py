"""A pane that lists entries, with a cursor: the outline, the figures and the help are such lists."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from textual import events
from textual.strip import Strip

from hzview.tui.actions import Scope, bindings
from hzview.tui.widgets.painting import Piece, filled, strip_of
from hzview.tui.widgets.pane import Pane
from hzview.tui.widgets.rail import THUMB, thumb_of


class EntryList(Pane):
    """Entries of one height each; only those on the screen are painted, so there may be any number of them."""

    BINDINGS = bindings(Scope.LIST)

    def __init__(
        self,
        *,
        id: str,
        ambiguous: int,
        chosen: Callable[[int], None],
        moved: Callable[[int], None] | None = None,
    ) -> None:
        """Begin with the cursor on the first entry.

        ``chosen`` is called with the entry that was chosen, by Enter or a click, ``moved`` with the one that the cursor
        was moved to. They are called at once and not by message, so that the key after already finds things as they are.
        """
        super().__init__(id=id, ambiguous=ambiguous)
        self.cursor = 0
        """The entry that the cursor is on."""
        self._chosen = chosen
        self._moved = moved

    @property
    @abstractmethod
    def count(self) -> int:
        """How many entries there are."""

    @property
    def entry_height(self) -> int:
        """Rows of an entry."""
        return 1

    @abstractmethod
    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return what row ``line`` of the entry ``index`` shows, in at most ``width`` cells, on ``ground_of`` it."""

    def ground_of(self, index: int) -> str:
        """Return the look of the ground of an entry: where the cursor is, it is another."""
        if index != self.cursor:
            return self.GROUND
        return "cursor" if self.has_focus else "here"

    def paint(self, y: int) -> Strip:
        """Return the picture of row ``y``."""
        index, line = divmod(y, self.entry_height)
        if index < self.count:
            pieces, ground = self.paint_entry(index, line), self.looks(self.ground_of(index))
        else:
            pieces, ground = self.paint_beyond(y - self.count * self.entry_height), self.looks(self.GROUND)
        top = self.scroll_offset.y
        if y - top not in thumb_of(top, self.page, self.count * self.entry_height, self.page):
            return strip_of(pieces, self.columns, ground, self.ambiguous)
        thumb = (THUMB, self.looks(self.GROUND, "faint"))
        return strip_of(
            [*filled(pieces, self.width, ground, self.ambiguous), thumb], self.columns, ground, self.ambiguous
        )

    def paint_beyond(self, row: int) -> list[Piece]:
        """Return what the ``row``-th row below the last entry shows."""
        return []

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the thumb anew."""
        self._strips.clear()
        super().watch_scroll_y(old_value, new_value)

    @property
    def width(self) -> int:
        """Cells of an entry."""
        return max(self.columns - 1, 0)

    def resized(self) -> None:
        """Take the new size."""
        self.relist()

    def relist(self) -> None:
        """Show entries that have changed."""
        self.cursor = min(self.cursor, max(self.count - 1, 0))
        self.set_height(self.count * self.entry_height)
        self._bring_into_view()
        self.repaint()

    def put_cursor(self, index: int) -> None:
        """Put the cursor on an entry and bring it into view; tells nobody."""
        index = min(max(index, 0), max(self.count - 1, 0))
        if index != self.cursor:
            before, self.cursor = self.cursor, index
            self._repaint_entry(before)
            self._repaint_entry(index)
        self._bring_into_view()

    def _repaint_entry(self, index: int) -> None:
        self.repaint(range(index * self.entry_height, (index + 1) * self.entry_height))

    def _bring_into_view(self) -> None:
        if not self.page:
            return
        first = self.cursor * self.entry_height
        last = first + self.entry_height - 1
        top = self.scroll_offset.y
        if first < top:
            self.scroll_row(first - (self.page // 3 if first < top - self.page else 0))
        elif last >= top + self.page:
            self.scroll_row(last - self.page + 1 + (self.page // 3 if last >= top + 2 * self.page else 0))

    def step(self, times: int) -> None:
        """Move the cursor by so many entries."""
        if self.count:
            self.put_cursor(self.cursor + times)
            self._tell_moved()

    def move_by(self, rows: int) -> None:
        """Move the cursor by ``rows`` rows, at least by an entry; by several, what is in view moves along with it."""
        if not self.count:
            return
        step = rows if abs(rows) <= 1 else (abs(rows) // self.entry_height or 1) * (1 if rows > 0 else -1)
        if abs(rows) > 1:
            self.scroll_row(self.scroll_offset.y + step * self.entry_height)
        self.put_cursor(self.cursor + step)
        self._tell_moved()

    def _tell_moved(self) -> None:
        if self._moved is not None:
            self._moved(self.cursor)

    def move_to_edge(self, *, last: bool) -> None:
        """Put the cursor on the first entry, or on the last one."""
        if self.count:
            self.put_cursor(self.count - 1 if last else 0)
            self._tell_moved()

    def move_to_number(self, number: int) -> None:
        """Put the cursor on the ``number``-th entry."""
        if self.count:
            self.put_cursor(number - 1)
            self._tell_moved()

    def action_choose(self) -> None:
        """Choose the entry that the cursor is on."""
        if self.cursor < self.count:
            self._chosen(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Choose the entry that was clicked on."""
        index = (event.y + self.scroll_offset.y) // self.entry_height
        if index < self.count:
            self.put_cursor(index)
            self.clicked(index, event.x)

    def clicked(self, index: int, x: int) -> None:
        """Do what a click at cell ``x`` of entry ``index`` means."""
        self._chosen(index)

    def on_focus(self) -> None:
        """Show the cursor as one that moves."""
        self._repaint_entry(self.cursor)

    def on_blur(self) -> None:
        """Show the cursor as one that follows the text."""
        self._repaint_entry(self.cursor)
