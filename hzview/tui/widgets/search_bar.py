"""The line in which a query is typed, with the count of what it found."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from hzview.tui.actions import Scope, bindings
from hzview.tui.widgets.lines import TwoSided


class QueryInput(Input):
    """The field for the query."""

    BINDINGS = bindings(Scope.SEARCH)

    class Stepped(Message):
        """The person wants to look at another hit while typing."""

        def __init__(self, step: int) -> None:
            """Say at which."""
            super().__init__()
            self.step = step
            """1 for the next one, -1 for the one before."""

    class Ended(Message):
        """The person is through with typing."""

        def __init__(self, *, accepted: bool) -> None:
            """Say how."""
            super().__init__()
            self.accepted = accepted
            """Whether to stay where the hit is; else to go back to where one was."""

    def action_accept_search(self) -> None:
        """Stay where the hit is."""
        self.post_message(self.Ended(accepted=True))

    def action_cancel_search(self) -> None:
        """Go back to where one was."""
        self.post_message(self.Ended(accepted=False))

    def action_later_hit(self) -> None:
        """Look at the next hit."""
        self.post_message(self.Stepped(1))

    def action_earlier_hit(self) -> None:
        """Look at the hit before."""
        self.post_message(self.Stepped(-1))

    def on_blur(self) -> None:
        """Take it for an answer when the person turns to another pane; not when to another window."""
        if self.app.app_focus:
            self.post_message(self.Ended(accepted=True))


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
