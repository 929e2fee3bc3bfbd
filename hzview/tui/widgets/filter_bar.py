"""The line above a list in which a filter is typed: that of the figures, that of the words."""

from __future__ import annotations

from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from hzview.tui.actions import Scope, bindings
from hzview.tui.widgets.field import Field
from hzview.tui.widgets.lines import TwoSided


class Filtering(Protocol):
    """Whoever filters."""

    def filter_by(self, query: str) -> None:
        """List what fits to ``query``."""

    def step_listed(self, step: int) -> None:
        """Go down (``step`` 1) or up (-1) by an entry of the list."""

    def end_filtering(self, *, accepted: bool) -> None:
        """Go to the list, or list everything again. Does nothing when that was done before."""


class FilterField(Field):
    """The field for the filter."""

    BINDINGS = bindings(Scope.FILTER)

    def __init__(self, filtering: Filtering, placeholder: str) -> None:
        """Ask ``filtering``; the ``placeholder`` says what may be typed."""
        super().__init__(id="filter", placeholder=placeholder)
        self._filtering = filtering

    async def _catch_up(self) -> None:
        self._filtering.filter_by(await self.catch_up())

    async def action_accept_filter(self) -> None:
        """Go to what is listed."""
        await self._catch_up()
        self._filtering.end_filtering(accepted=True)

    async def action_cancel_filter(self) -> None:
        """List everything again."""
        await self._catch_up()
        self._filtering.end_filtering(accepted=False)

    async def action_later_listed(self) -> None:
        """Go down by an entry."""
        await self._catch_up()
        self._filtering.step_listed(1)

    async def action_earlier_listed(self) -> None:
        """Go up by an entry."""
        await self._catch_up()
        self._filtering.step_listed(-1)

    def on_blur(self) -> None:
        """Take it for an answer when the person turns to another pane; not when to another window."""
        if self.app.app_focus:
            self._filtering.end_filtering(accepted=True)


class FilterBar(Horizontal):
    """A mark and the field."""

    def __init__(self, filtering: Filtering, *, ambiguous: int, placeholder: str) -> None:
        """Ask ``filtering``; the ``placeholder`` says what may be typed."""
        super().__init__(id="filter-bar")
        self._filtering = filtering
        self._mark = TwoSided(id="filter-mark", ambiguous=ambiguous)
        self.field = FilterField(filtering, placeholder)
        """The field for the filter."""

    def compose(self) -> ComposeResult:
        """The mark, the field."""
        self._mark.show([("筛选", "strong")])
        yield self._mark
        yield self.field

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter as it is typed."""
        message.stop()
        self._filtering.filter_by(message.value)
