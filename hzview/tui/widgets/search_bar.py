"""The line in which a query is typed, with the count of what it found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from hzview.tui.actions import Scope, bindings
from hzview.tui.widgets.field import Field
from hzview.tui.widgets.lines import TwoSided
from hzview.tui.wording import Part


class Searching(Protocol):
    """Whoever searches."""

    def look_for(self, query: str) -> None:
        """Show the hits of ``query``. Does nothing when no query is being typed."""

    def step_hit_while_typing(self, step: int) -> None:
        """Look at the next hit (``step`` 1) or at the one before (-1)."""

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

    def on_blur(self) -> None:
        """Take it for an answer when the person turns to another pane; not when to another window."""
        if self.app.app_focus:
            self._searching.end_typing(accepted=True)


class SearchBar(Horizontal):
    """The field and beside it the count and what the search had to say."""

    def __init__(self, searching: Searching, *, ambiguous: int) -> None:
        """Ask ``searching``."""
        super().__init__(id="search-bar")
        self._searching = searching
        self._mark = TwoSided(id="search-mark", ambiguous=ambiguous)
        self.field = QueryInput(searching)
        """The field for the query."""
        self._count = TwoSided(id="search-count", ambiguous=ambiguous)

    def compose(self) -> ComposeResult:
        """The mark, the field, the count."""
        self._mark.show([("/", "strong")])
        yield self._mark
        yield self.field
        yield self._count

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search as the query is typed."""
        message.stop()
        self._searching.look_for(message.value)

    def say(self, parts: Sequence[Part]) -> None:
        """Show the count."""
        self._count.show((), parts)
