"""The help: every action of the registry with its keys, which can be run from the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from hzview.tui.actions import ACTIONS, HEARD_IN_READER, Action, Group, Scope, bindings, keys_of, shown
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.lines import TwoSided
from hzview.tui.widgets.painting import Piece, padded

_KEYS_SHOWN, _KEYS_WIDTH = 3, 21
"""How many keys of an action are listed, and in how many cells; on a narrow screen only the first one is."""
_NARROW, _KEY_WIDTH = 56, 10


class HelpList(EntryList):
    """Groups of actions, a line each."""

    def __init__(
        self, keymap: Mapping[str, tuple[str, ...]], *, ambiguous: int, chosen: Callable[[int], None]
    ) -> None:
        """List the registry under the user's ``keymap``; ``chosen`` is told a line by its place in the list."""
        super().__init__(id="help-list", ambiguous=ambiguous, chosen=chosen)
        self._keymap = keymap
        self._entries: list[Group | Action] = []
        for group, actions in groupby(ACTIONS, key=lambda action: action.group):
            self._entries += [group, *actions]
        self.cursor = 1

    @property
    def count(self) -> int:
        """Groups and actions."""
        return len(self._entries)

    def action_at(self, index: int) -> Action | None:
        """Return the action at ``index``; None for the name of a group."""
        entry = self._entries[index]
        return entry if isinstance(entry, Action) else None

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return keys and what they do, or the name of a group."""
        entry = self._entries[index]
        ground = self.ground_of(index)
        if isinstance(entry, Group):
            return [(f" {entry}", self.looks(ground, "quiet"))]
        count, width = (1, _KEY_WIDTH) if self.width < _NARROW else (_KEYS_SHOWN, _KEYS_WIDTH)
        keys = "  ".join(shown(key) for key in keys_of(entry, self._keymap)[:count])
        return [
            (padded(f"   {keys}", width, self.ambiguous), self.looks(ground, "strong")),
            (entry.help, self.looks(ground, "plain")),
        ]


class HelpScreen(ModalScreen[Action | None]):
    """The list over the reader. It ends with the action that was chosen."""

    BINDINGS = bindings(Scope.HELP)
    AUTO_FOCUS = "#help-list"

    def __init__(self, keymap: Mapping[str, tuple[str, ...]], *, ambiguous: int) -> None:
        """List the registry under the user's ``keymap``."""
        super().__init__()
        self._ambiguous = ambiguous
        self.list = HelpList(keymap, ambiguous=ambiguous, chosen=self._line_chosen)
        """The list."""

    def compose(self) -> ComposeResult:
        """Lay out a head and the list."""
        head = TwoSided(id="help-head", ambiguous=self._ambiguous)
        head.show([("按键", "strong"), ("  回车执行", "quiet")], [("Esc 关闭", "quiet")])
        with Vertical(id="help"):
            yield head
            yield self.list

    def _line_chosen(self, index: int) -> None:
        """End with the chosen action; the name of a group is none."""
        action = self.list.action_at(index)
        if action is not None and action.scope in HEARD_IN_READER:
            self.dismiss(action)

    def action_close_help(self) -> None:
        """End without an action."""
        self.dismiss(None)
