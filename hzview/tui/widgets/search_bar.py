"""The line in which a query is typed, with the count of what it found."""

from __future__ import annotations

from enum import Enum

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from hzview.tui.actions import Scope, bindings
from hzview.tui.widgets.lines import TwoSided


class QueryInput(Input):
    """The field for the query."""

    BINDINGS = bindings(Scope.SEARCH)

    class Wish(Enum):
        """What the person asked for other than typing."""

        ACCEPT = "accept"
        """Stay where the hit is."""
        CANCEL = "cancel"
        """Go back to where one was."""
        LATER = "later"
        """Look at the next hit while typing."""
        EARLIER = "earlier"
        """Look at the hit before while typing."""

    class Asked(Message):
        """The person asked for something other than typing."""

        def __init__(self, what: QueryInput.Wish) -> None:
            """Say for what."""
            super().__init__()
            self.what = what
            """What was asked for."""

    def action_accept_search(self) -> None:
        """Stay where the hit is."""
        self.post_message(self.Asked(self.Wish.ACCEPT))

    def action_cancel_search(self) -> None:
        """Go back to where one was."""
        self.post_message(self.Asked(self.Wish.CANCEL))

    def action_later_hit(self) -> None:
        """Look at the next hit while typing."""
        self.post_message(self.Asked(self.Wish.LATER))

    def action_earlier_hit(self) -> None:
        """Look at the hit before while typing."""
        self.post_message(self.Asked(self.Wish.EARLIER))

    def on_blur(self) -> None:
        """Take it for an answer when the person turns to another pane; not when to another window."""
        if self.app.app_focus:
            self.post_message(self.Asked(self.Wish.ACCEPT))


class SearchBar(Horizontal):
    """The field and beside it the count and what the search had to say."""

    def __init__(self, *, ambiguous: int = 1) -> None:
        """Begin out of sight."""
        super().__init__(id="search-bar")
        self._ambiguous = ambiguous

    def compose(self) -> ComposeResult:
        """The mark, the field, the count."""
        mark = TwoSided(id="search-mark", ambiguous=self._ambiguous)
        mark.show([("/", "strong")])
        yield mark
        yield QueryInput(id="query", compact=True, select_on_focus=True, placeholder="词、短语或数")
        yield TwoSided(id="search-count", ambiguous=self._ambiguous)

    @property
    def field(self) -> QueryInput:
        """The field for the query."""
        return self.query_one(QueryInput)

    def say(self, parts: list[tuple[str, str]]) -> None:
        """Show the count."""
        self.query_one("#search-count", TwoSided).show((), parts)
