"""The panes of the reader and the lines around them: where they stand, which are to be seen, which has the focus."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer

from hzview.tui.actions import Action, Scope, bindings
from hzview.tui.arrangement import MEDIUM, Arrangement, Side
from hzview.tui.widgets.document import DocumentPane
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.figures import FiguresPane
from hzview.tui.widgets.lines import Caption, KeyLine, StatusLine, TwoSided
from hzview.tui.widgets.outline import OutlinePane

NOTICE_SECONDS = 6.0
"""How long a notice stays in the status line."""
_ALONE = "alone"
LOW = 16
"""Rows of a screen under which the line of keys gives way to the text; under half of them the head does too."""


class PanesScreen(Screen[None], inherit_bindings=False):
    """A text between an outline and a table, as far as they have room."""

    BINDINGS = bindings(Scope.READER)
    AUTO_FOCUS = "#document"

    def __init__(
        self,
        document: DocumentPane,
        outline: OutlinePane,
        table: FiguresPane,
        keymap: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Lay out these panes; show the keys of the user's ``keymap``."""
        super().__init__()
        self.document = document
        """The text."""
        self.outline = outline
        """The outline."""
        self.table = table
        """The figures."""
        ambiguous = document.ambiguous
        self._arrangement = Arrangement()
        self.head = TwoSided(id="head", ambiguous=ambiguous)
        """The line above the panes."""
        self.status = StatusLine(ambiguous=ambiguous)
        """The line below them."""
        self.captions = {side: Caption(id=f"{side}-caption", ambiguous=ambiguous) for side in Side}
        """The lines above the side panes."""
        self._boxes = {side: Vertical(id=f"{side}-side", classes="side") for side in Side}
        self._keys = KeyLine(keymap, self.perform, ambiguous=ambiguous)
        self.said = ""
        """The notice in the status line; empty where there is none."""
        self._notice_timer: Timer | None = None
        self.alone = False
        """Whether there is nothing to be seen but the text."""

    def compose(self) -> ComposeResult:
        """Lay out the panes and the lines around them."""
        yield self.head
        with Horizontal(id="panes"):
            with self._boxes[Side.OUTLINE]:
                yield self.captions[Side.OUTLINE]
                yield self.outline
            yield self.document
            yield self.document.rail
            with self._boxes[Side.FIGURES]:
                yield self.captions[Side.FIGURES]
                yield self.table
        yield self.status
        yield self._keys

    def on_resize(self, event: events.Resize) -> None:
        """Choose the layout for the new size."""
        self.head.display = event.size.height >= LOW // 2
        self._arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys that matter where the focus is by now; the events of two panes may come in any order."""
        self._keys.show_for((self.focused and self.focused.id) or "document")

    @abstractmethod
    async def perform(self, action: Action) -> None:
        """Do ``action``, wherever its keys are heard."""

    def notice(self, text: str) -> None:
        """Say something in the status line, for a while."""
        self.hold(text)
        self._notice_timer = self.set_timer(NOTICE_SECONDS, self.unsay)

    def hold(self, text: str) -> None:
        """Say something in the status line until something else is done."""
        self.said = text
        self.show_status()
        if self._notice_timer is not None:
            self._notice_timer.stop()

    def unsay(self) -> None:
        """Take the notice away."""
        self.said = ""
        self.show_status()

    def show_status(self) -> None:
        """Show the notice, if there is one."""
        self.status.say(self.said)

    def _arrange(self) -> None:
        """Show the panes that are to be seen at this width."""
        columns = self.app.size.width
        visible = frozenset() if self.alone else self._arrangement.visible(columns)
        self._keys.display = not self.alone and self.app.size.height >= LOW
        self.document.rail.display = not self.alone
        for side in Side:
            box = self._boxes[side]
            box.display = side in visible
            box.set_class(columns < MEDIUM, "-over")
        if any(self.focused is self.pane(side) for side in Side if side not in visible):
            self.set_focus(self.document)

    def panes_to_see(self) -> frozenset[str]:
        """Return, in words for ``see_panes``, which panes are to be seen at which width."""
        return self._arrangement.words() | ({_ALONE} if self.alone else set())

    def see_panes(self, words: frozenset[str]) -> None:
        """Show what ``panes_to_see`` said; to be called before anything is on the screen."""
        self._arrangement.take(words)
        self.alone = _ALONE in words

    def show_alone(self, alone: bool) -> None:
        """Show nothing but the text, or the panes as well."""
        self.alone = alone
        self._arrange()

    def pane(self, side: Side) -> EntryList:
        """Return the pane at ``side``."""
        return self.outline if side is Side.OUTLINE else self.table

    def enter(self, side: Side) -> None:
        """Go to the pane at ``side``, opening it if need be."""
        self.alone = False
        self._arrangement.show(side, self.app.size.width)
        self._arrange()
        self.set_focus(self.pane(side))

    def leave_panes(self) -> None:
        """Go back to the text, from over which a pane goes away."""
        columns = self.app.size.width
        if self._arrangement.covers(columns):
            for side in Side:
                self._arrangement.hide(side, columns)
        self.set_focus(self.document)
        self._arrange()

    def enter_or_close(self, side: Side) -> None:
        """Go to the pane at ``side``; from within it, close it."""
        if self.focused is self.pane(side):
            self._arrangement.hide(side, self.app.size.width)
            self.leave_panes()
        else:
            self.enter(side)

    def step_pane(self, step: int) -> None:
        """Go to the next pane (``step`` 1), or to the one before (-1)."""
        columns = self.app.size.width
        reachable = frozenset(Side) if columns < MEDIUM else self._arrangement.visible(columns)
        round_trip: list[Side | None] = [
            side for side in (Side.OUTLINE, None, Side.FIGURES) if side in {None, *reachable}
        ]
        here = next((side for side in reachable if self.focused is self.pane(side)), None)
        target = round_trip[(round_trip.index(here) + step) % len(round_trip)]
        self.leave_panes()
        if target is not None:
            self.enter(target)
