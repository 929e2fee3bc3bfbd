"""The help: every action of the registry with its keys, which can be run from the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from hzview.tui.actions import ACTIONS, HEARD_IN_READER, Action, Group, Scope, bindings, keys_of
from hzview.tui.keys import shown
from hzview.tui.naming import Named, Names
from hzview.tui.screens.closing import OverScreen
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.field import PickField
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
        self._names = self._named()
        self._entries: list[Group | Action] = []
        self._query = ""
        self.list_for("")

    def adapt(self, ambiguous: int) -> None:
        """List the keys that there are by now."""
        self._names = self._named()
        cursor = self.cursor
        self.list_for(self._query)
        self.cursor = cursor
        super().adapt(ambiguous)

    def _named(self) -> Names[Action]:
        return Names(Named(self._said_of(action), "", action) for action in ACTIONS)

    def _said_of(self, action: Action) -> str:
        """What an action can be found by: what it is called, what it does, its keys, its id."""
        keys = keys_of(action, self._keymap)
        return " ".join((action.title, action.help, *keys, *map(shown, keys), action.id))

    def list_for(self, query: str) -> None:
        """List the actions that have every word of ``query`` in what is said of them."""
        self._query = query
        found = {action.id for action in (named.value for named in self._names.find(query))}
        self._entries = []
        for group, actions in groupby(ACTIONS, key=lambda action: action.group):
            listed = [action for action in actions if action.id in found]
            self._entries += [group, *listed] if listed else []
        self.cursor = 1 if self._entries else 0
        self.relist()

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


class HelpScreen(OverScreen[Action | None], ModalScreen[Action | None]):
    """The list over the reader. It ends with the action that was chosen."""

    BINDINGS = bindings(Scope.HELP)
    AUTO_FOCUS = "#help-list"

    def __init__(self, keymap: Mapping[str, tuple[str, ...]], *, ambiguous: int) -> None:
        """List the registry under the user's ``keymap``."""
        super().__init__()
        self._head = TwoSided(id="help-head", ambiguous=ambiguous)
        self._list = HelpList(keymap, ambiguous=ambiguous, chosen=self._line_chosen)
        self.field = PickField(self, id="help-field", placeholder="做什么，或按键")
        """The field for a part of what is looked for."""
        self._query = ""

    @property
    def list(self) -> HelpList:
        """The list."""
        return self._list

    def compose(self) -> ComposeResult:
        """Lay out a head, the field, which is hidden at first, and the list."""
        self._head.show([("按键", "strong"), ("  回车执行", "quiet")], [("/ 筛选  Esc 关闭", "quiet")])
        self.field.display = False
        with Vertical(id="help"):
            yield self._head
            yield self.field
            yield self.list

    def action_filter_help(self) -> None:
        """Open the field."""
        self.field.display = True
        self.set_focus(self.field)

    def on_input_changed(self, message: Input.Changed) -> None:
        """List what fits to what was typed."""
        self.look_for(message.value)

    def look_for(self, query: str) -> None:
        """List what fits to ``query``."""
        if query != self._query:
            self._query = query
            self.list.list_for(query)

    def close_field(self) -> None:
        """List everything again."""
        self.field.value = ""
        self.look_for("")
        self.field.display = False
        self.set_focus(self.list)

    def _line_chosen(self, index: int) -> None:
        """End with the chosen action; the name of a group is none."""
        action = self.list.action_at(index)
        if action is not None and action.scope in HEARD_IN_READER:
            self.dismiss(action)

    def action_close_help(self) -> None:
        """End without an action."""
        self.dismiss(None)
