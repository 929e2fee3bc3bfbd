"""The list of what was found: opening it, going through it with the text following, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hzview.model import Position
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.tui.screens.reader import ReaderScreen
    from hzview.tui.widgets.results import ResultsList, ResultsPanel

_WIDE = 60
"""Columns from which all the keys are told."""
_KEYS, _FEWER_KEYS = "回车 前往  Esc 返回  再按 S 搜文库", "再按 S 搜文库"
_NOTHING = "还没有搜索：按 / 输入要找的词"


class Results(Topic):
    """The hits of a search, listed below the text."""

    def __init__(self, reader: ReaderScreen) -> None:
        """Act in ``reader``."""
        super().__init__(reader)
        self._panel: ResultsPanel | None = None
        self._list: ResultsList | None = None
        self._origin: tuple[Position, Position, int | None] = (
            reader.reading.place,
            reader.reading.place,
            None,
        )
        self._hits = reader.reading.hits

    @property
    def _is_open(self) -> bool:
        return self._panel is not None and self._panel.display

    async def action_results(self) -> None:
        """Open the list; in the list, search the library for the same."""
        reader = self.reader
        if self._is_open and reader.focused is self._list:
            await reader.action_do("library_search")
            return
        if self._panel is None or self._list is None:
            from hzview.tui.widgets.results import ResultsList, ResultsPanel

            ambiguous = reader.document.ambiguous
            self._list = ResultsList(
                reader.reading, ambiguous=ambiguous, chosen=self._chosen, moved=self._pointed_at
            )
            self._panel = ResultsPanel(self._list, ambiguous=ambiguous)
            await reader.mount(self._panel, before=reader.status)
        if not self._is_open or reader.focused is not self._list:
            self._origin = (reader.reading.place, reader.document.top, reader.reading.hit)
            self._hits = reader.reading.hits
        self._panel.display = True
        self.refresh()
        reader.set_focus(self._list)
        reader.call_after_refresh(self._keep_in_view)

    def _keep_in_view(self) -> None:
        """Show the hit at hand in what the list has left of the page."""
        reading = self.reader.reading
        if self._is_open and reading.hits and reading.hit is not None:
            self.reader.show(reading.hits[reading.hit].span.position)

    def refresh(self) -> None:
        """List the hits anew if they are others, and put the cursor on the one that is shown."""
        if self._panel is None or self._list is None or not self._panel.display:
            return
        self._list.list_hits()
        hits, session = self.reader.reading.hits, self.reader.searching.session
        said = f"{len(hits)} 处" if hits else "没有找到"
        left = (
            [(f"/{session.query}", "strong"), (f"  {said}", "quiet")]
            if session.active
            else [(_NOTHING, "quiet")]
        )
        wide = self.reader.app.size.width >= _WIDE
        self._panel.head.show(left, [(_KEYS if wide else _FEWER_KEYS, "quiet")])

    def _pointed_at(self, row: int) -> None:
        """Show in the text above what the cursor is on, and remember no jump."""
        reader = self.reader
        if self._list is None or self._list.rows is None or reader.reading.hits is None:
            return
        hit = self._list.rows.hit_at(row)
        reader.reading.hit = hit
        reader.document.repaint()
        self._list.repaint()
        reader.show(reader.reading.hits[hit].span.position)

    def _chosen(self, row: int) -> None:
        """Go to what the cursor is on, and close the list."""
        self._pointed_at(row)
        self._close()
        self.reader.jumped_from(self._origin[1])

    def _close(self) -> None:
        if self._panel is not None:
            self._panel.display = False
        if self.reader.focused in (None, self._list):
            self.reader.set_focus(self.reader.document)

    def step_back(self) -> bool:
        """Close the list and, if it was being gone through, return to where one was."""
        if not self._is_open:
            return False
        was_inside = self.reader.focused is self._list
        self._close()
        if was_inside:
            place, top, hit = self._origin
            self.reader.document.put_top(top)
            self.reader.reading.place = place
            self.reader.reading.figure = self.reader.reading.figure_at(place)
            if self.reader.reading.hits is self._hits:  # not those of another query, made since
                self.reader.reading.hit = hit
            self.reader.document.repaint()
            self.reader.sync()
        return True
