"""Searching: the line for the query, going from hit to hit, and what is offered where there are none."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from hzview.errors import HzviewError
from hzview.history import Browsing, History
from hzview.model import Position
from hzview.tui import wording
from hzview.tui.actions import ACTIONS, keys_of
from hzview.tui.beside import beside, instead
from hzview.tui.keys import shown
from hzview.tui.searching import SearchSession
from hzview.tui.topics.results import Results
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from textual.timer import Timer

    from hzview.tui.screens.reader import ReaderScreen
    from hzview.tui.widgets.search_bar import SearchBar
    from hzview.tui.wording import Part


PAUSE_SECONDS = 0.3
"""How long nothing is typed before something else is offered."""


class Searching(Topic):
    """Looking for something in the report."""

    def __init__(self, reader: ReaderScreen) -> None:
        """Search in what ``reader`` shows."""
        super().__init__(reader)
        self.session = SearchSession(reader.reading)
        """The query and what it found."""
        self._bar: SearchBar | None = None
        self._history = History()
        self._browsing = Browsing(())
        self._pause: Timer | None = None
        self._origin_top = reader.reading.place

    @property
    def typing(self) -> bool:
        """Whether a query is being typed."""
        return self._bar is not None and self._bar.display

    def say(self) -> None:
        """Show beside the query that is being typed what it found, and below it what is offered."""
        if self._bar is not None:
            session = self.session
            offered = wording.offers(session.offers, self._key("take-offer"))
            self._bar.say(wording.hits("", session.count, session.note), offered)

    def found(self) -> list[Part]:
        """Return what is said, while something else is done, of what was searched for."""
        session = self.session
        if not session.active:
            return []
        said = wording.hits(session.query, session.count, session.note)
        if self.reader.reading.hits or not session.offers:
            return said
        return [*said, ("  ", "quiet"), *wording.offers(session.offers, self._key("suggested"))]

    def _key(self, id: str) -> str:
        action = next(action for action in ACTIONS if action.id == id)
        return shown(next(iter(keys_of(action, self.reader.keymap)), ""))

    async def action_search(self) -> None:
        """Open the line for the query, which is made when it is first needed."""
        reader = self.reader
        if self._bar is None:
            from hzview.tui.widgets.search_bar import SearchBar

            self._bar = SearchBar(self, ambiguous=reader.document.ambiguous)
            await reader.mount(self._bar, after=reader.status)
        self.session.begin()
        self._browsing = Browsing(self._history.queries())
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
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.reader.set_timer(PAUSE_SECONDS, self._look_further)

    def _look_further(self) -> None:
        """Ask what could be looked for instead."""
        if self._pause is not None:
            self._pause.stop()
        if self.session.active:
            instead(self.reader, "offers", self._offer)

    async def _offer(self) -> None:
        """Find in a thread what to offer, for it may take half a second, and show it if it is still wanted."""
        query = self.session.query
        offers = await asyncio.to_thread(self.session.look_further)
        if self.session.query == query:
            self.session.offers = offers
            self.reader.show_status()

    def take_offer(self) -> str | None:
        """Look for what is offered first; return what to type for it, None where nothing is offered."""
        if not self.session.offers:
            return None
        self.show_hits(self.session.take(self.session.offers[0]))
        return self.session.query

    def action_suggested(self) -> None:
        """Look for what is offered first."""
        if self.take_offer() is None:
            self.reader.notice("没有可换的建议")

    def older_query(self, step: int, typed: str) -> str | None:
        """Return the query searched for before (``step`` -1) or after (1) the one that is shown; None where none was."""
        return self._browsing.step(step, typed)

    def figures_found(self) -> None:
        """Look again where the query asks for figures, now that all of them are known."""
        if self.session.ask_again():
            self.show_hits(None)

    def show_term(self, term: str, position: Position) -> None:
        """Show the hits of ``term``, every place where its characters stand, and go to the one at ``position``."""
        self.session.begin()
        self.session.ask(f'"{term}"')
        hits = self.reader.reading.hits
        if hits:
            self.reader.reading.hit = hits.before(position)
        self.show_hits(position, run="")

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
            if self.session.active:
                beside(reader, "history", self._remember, self.session.query)
                if not reader.reading.hits and not self.session.offers:
                    self._look_further()
        else:
            place = self.session.cancel()
            reader.document.put_top(self._origin_top)
            self.show_hits(place)

    async def _remember(self, query: str) -> None:
        try:
            await asyncio.to_thread(self._history.add, query)
        except HzviewError as error:
            self.reader.notice(f"记不住搜过什么：{error}")

    def show_query(self, query: str, position: Position) -> None:
        """Show the hits of ``query`` and go to the one at ``position``."""
        self.session.begin()
        self.session.ask(query)
        self.show_hits(position)

    def show_hits(self, position: Position | None, run: str | None = None) -> None:
        """Paint the hits anew and go to one of them, in a ``run`` of jumps or as no jump at all."""
        reader = self.reader
        reader.document.repaint()
        reader.document.mark_hits()
        reader.outline.repaint()
        reader.topic(Results).refresh()
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
        elif self.session.last:
            self.session.begin()
            first = self.session.ask(self.session.last)
            self.show_hits(first if step > 0 else self.session.step(step), run="hit")
        else:
            self.reader.notice("还没有搜索：按 / 输入要找的词")

    def step_back(self) -> bool:
        """Show no hits any more."""
        active = self.session.active
        if active:
            self.session.end()
            self.show_hits(None)
        return active
