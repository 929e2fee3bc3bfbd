"""What the screens have in common that show a table with the sentences behind it: scorecard, verdicts, comparison."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from hzview.tui.actions import Action, Scope, bindings
from hzview.tui.screens.closing import OverScreen
from hzview.tui.screens.panes import LOW
from hzview.tui.widgets.lines import KeyLine, StatusLine, TwoSided

if TYPE_CHECKING:
    from hzview.tui.app import HzviewApp


class TableScreen(OverScreen[None], inherit_bindings=False):
    """A head, a table, what is said of the entry under the cursor, and the keys."""

    BINDINGS = bindings(Scope.TABLE)

    def __init__(self, keymap: Mapping[str, tuple[str, ...]], *, ambiguous: int) -> None:
        """Show the keys of the user's ``keymap``."""
        super().__init__()
        self.keymap = keymap
        """The user's keys, by action id."""
        self.head = TwoSided(id="head", ambiguous=ambiguous)
        """The line above."""
        self.status = StatusLine(ambiguous=ambiguous)
        """What is under the cursor, or what there is to say."""
        self._keys = KeyLine(keymap, self.perform, ambiguous=ambiguous)

    @property
    def hzview(self) -> HzviewApp:
        """The application, which opens further screens and reports."""
        return cast("HzviewApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay out the lines around what the screen shows."""
        yield self.head
        yield from self.body()
        yield self.status
        yield self._keys

    @abstractmethod
    def body(self) -> ComposeResult:
        """Lay out what stands between head and status."""

    def on_resize(self, event: events.Resize) -> None:
        """On a low screen the line of keys gives way."""
        self._keys.display = event.size.height >= LOW

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys that matter where the focus is."""
        self._keys.show_for((self.focused and self.focused.id) or "")

    async def perform(self, action: Action) -> None:
        """Do ``action``, of this screen or of what has the focus."""
        own = action.scope in (Scope.TABLE, Scope.SCORES, Scope.COMPARE, Scope.TREND)
        target: Widget = self if own else self.focused or self
        await target.run_action(action.command)

    def action_close_table(self) -> None:
        """Go back to what was there before."""
        self.dismiss(None)

    @abstractmethod
    def action_other_sentence(self) -> None:
        """Choose the other one of the two sentences."""
