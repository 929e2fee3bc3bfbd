"""The line in which a query is typed, with the count of what it found, and below it what could be looked for instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from hzview.tui.actions import Scope, bindings
from hzview.tui.searching import narrowed
from hzview.tui.widgets.field import Field
from hzview.tui.widgets.lines import TwoSided
from hzview.tui.wording import Part


class Searching(Protocol):
    """Whoever searches."""

    def look_for(self, query: str) -> None:
        """Show the hits of ``query``. Does nothing when no query is being typed."""

    def step_hit_while_typing(self, step: int) -> None:
        """Look at the next hit (``step`` 1) or at the one before (-1)."""

    def take_offer(self) -> str | None:
        """Look for what is offered first; return what to type for it, None where nothing is offered."""

    def older_query(self, step: int, typed: str) -> str | None:
        """Return the query searched for before (``step`` -1) or after (1) the one that is shown; None where none was."""

    def end_typing(self, *, accepted: bool) -> None:
        """Stay where the hit is, or go back to where one was. Does nothing when that was done before."""


class QueryInput(Field):
    """The field for the query."""

    BINDINGS = bindings(Scope.SEARCH)

    def __init__(self, searching: Searching) -> None:
        """Ask ``searching``."""
        super().__init__(id="query", placeholder="词、短语或数")
        self._searching = searching

    async def _catch_up(self) -> None:
        self._searching.look_for(await self.catch_up())

    async def action_accept_search(self) -> None:
        """Stay where the hit is."""
        await self._catch_up()
        self._searching.end_typing(accepted=True)

    async def action_cancel_search(self) -> None:
        """Go back to where one was."""
        await self._catch_up()
        self._searching.end_typing(accepted=False)

    async def action_later_hit(self) -> None:
        """Look at the next hit."""
        await self._catch_up()
        self._searching.step_hit_while_typing(1)

    async def action_earlier_hit(self) -> None:
        """Look at the hit before."""
        await self._catch_up()
        self._searching.step_hit_while_typing(-1)

    async def action_take_offer(self) -> None:
        """Look for what is offered; where nothing is, go to the next pane as Tab does elsewhere."""
        await self._catch_up()
        query = self._searching.take_offer()
        if query is None:
            await self.run_action("screen.do('next_pane')")
        else:
            self._retype(query)

    async def action_older_query(self) -> None:
        """Look for what was searched for before."""
        await self._browse(-1)

    async def action_newer_query(self) -> None:
        """Look for what was searched for after that."""
        await self._browse(1)

    async def _browse(self, step: int) -> None:
        query = self._searching.older_query(step, await self.catch_up())
        if query is not None:
            self._retype(query)

    async def action_only_here(self) -> None:
        """Look in the section that one is in, or in the whole report again."""
        self._retype(narrowed(await self.catch_up()))

    def _retype(self, query: str) -> None:
        self.value = query
        self.cursor_position = len(query)
        self._searching.look_for(query)

    def on_blur(self) -> None:
        """Take it for an answer when the person turns to another pane; not when to another window."""
        if self.app.app_focus:
            self._searching.end_typing(accepted=True)


class SearchBar(Vertical):
    """The field and beside it the count and what the search had to say; below it, what is offered."""

    def __init__(self, searching: Searching, *, ambiguous: int) -> None:
        """Ask ``searching``."""
        super().__init__(id="search-bar")
        self._searching = searching
        self._mark = TwoSided(id="search-mark", ambiguous=ambiguous)
        self.field = QueryInput(searching)
        """The field for the query."""
        self._count = TwoSided(id="search-count", ambiguous=ambiguous)
        self._offers = TwoSided(id="search-offers", ambiguous=ambiguous)

    def compose(self) -> ComposeResult:
        """The mark, the field, the count; the offers."""
        self._mark.show([("/", "strong")])
        with Horizontal(id="search-line"):
            yield self._mark
            yield self.field
            yield self._count
        self._offers.display = False
        yield self._offers

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search as the query is typed."""
        message.stop()
        self._searching.look_for(message.value)

    def say(self, parts: Sequence[Part], offers: Sequence[Part] = ()) -> None:
        """Show the count, which stands last and whole, and before it what was said; and what is offered."""
        self._count.show(parts[:-1], parts[-1:])
        self._offers.display = bool(offers)
        self._offers.show(offers)
