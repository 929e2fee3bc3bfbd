"""Searching: the line for the query, and going from hit to hit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hzview.model import Position
from hzview.tui.searching import SearchSession
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.tui.screens.reader import ReaderScreen
    from hzview.tui.widgets.search_bar import SearchBar
    from hzview.tui.wording import Part


class Searching(Topic):
    """Looking for something in the report."""

    def __init__(self, reader: ReaderScreen) -> None:
        """Search in what ``reader`` shows."""
        super().__init__(reader)
        self.session = SearchSession(reader.reading)
        """The query and what it found."""
        self._bar: SearchBar | None = None
        self._origin_top = reader.reading.place

    @property
    def typing(self) -> bool:
        """Whether a query is being typed."""
        return self._bar is not None and self._bar.display

    def say(self, parts: list[Part]) -> None:
        """Show ``parts`` beside the query that is being typed."""
        if self._bar is not None:
            self._bar.say(parts)

    async def action_search(self) -> None:
        """Open the line for the query, which is made when it is first needed."""
        reader = self.reader
        if self._bar is None:
            from hzview.tui.widgets.search_bar import SearchBar

            self._bar = SearchBar(self, ambiguous=reader.document.ambiguous)
            await reader.mount(self._bar, after=reader.status)
        self.session.begin()
        self._origin_top = reader.document.top
        reader.status.display = False
        self._bar.display = True
        self._bar.field.value = self.session.query
        reader.set_focus(self._bar.field)
        reader.show_status()

    def look_for(self, query: str) -> None:
        """Show the hits of ``query``, as it is typed."""
        if self.typing and query.strip() != self.session.query:
            self.show_hits(self.session.ask(query))

    def step_hit_while_typing(self, step: int) -> None:
        """Look at another hit while typing."""
        self.show_hits(self.session.step(step))

    def end_typing(self, *, accepted: bool) -> None:
        """Stay where the hit is, or go back to where one was."""
        if self._bar is None or not self.typing:
            return
        reader = self.reader
        self._bar.display = False
        reader.status.display = True
        if reader.focused is self._bar.field:
            reader.set_focus(reader.document)
        if accepted:
            reader.jumped_from(self._origin_top)
            reader.show_status()
        else:
            place = self.session.cancel()
            reader.document.put_top(self._origin_top)
            self.show_hits(place)

    def show_hits(self, position: Position | None, run: str | None = None) -> None:
        """Paint the hits anew and go to one of them, in a ``run`` of jumps or as no jump at all."""
        reader = self.reader
        reader.document.repaint()
        reader.document.mark_hits()
        reader.outline.repaint()
        if position is None:
            reader.sync()
        elif run is not None:
            reader.go(position, run=run)
        else:
            reader.show(position)

    def action_next_hit(self, times: int = 1) -> None:
        """Go to the next hit, or to the one so many further on."""
        self._step_hit(times)

    def action_previous_hit(self, times: int = 1) -> None:
        """Go to the hit before."""
        self._step_hit(-times)

    def _step_hit(self, step: int) -> None:
        if self.session.active:
            self.show_hits(self.session.step(step), run="hit")
        else:
            self.reader.notice("还没有搜索：按 / 输入要找的词")

    def step_back(self) -> bool:
        """Show no hits any more."""
        active = self.session.active
        if active:
            self.session.end()
            self.show_hits(None)
        return active
