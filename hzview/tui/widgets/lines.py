"""The single lines around the panes: captions, the head of the screen, what is selected, and the keys."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from hzview.tui.actions import ACTIONS, HINTS, Action, keys_of
from hzview.tui.keys import shown
from hzview.tui.themes import looks_of
from hzview.tui.widgets.adapting import Adapting
from hzview.tui.widgets.painting import Piece, spread, strip_of
from hzview.typeset import cell_width, wrap

MOST_ROWS = 4
"""Rows that what is said in the status line takes at most."""

_WAY_OUT = "escape"
"""The key of the action that leads back from where the focus is."""
_APART = 2
"""Blanks between the two sides of a line, and behind a key."""


class Line(Adapting, Widget):
    """One row of text, painted by the line API: text from a report is never taken for markup."""

    ALLOW_SELECT = False

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        return self.paint(self.size.width)

    @abstractmethod
    def paint(self, width: int) -> Strip:
        """Return the line in ``width`` cells."""

    def piece(self, text: str, look: str = "plain") -> Piece:
        """Return ``text`` in one of the theme's looks."""
        return text, looks_of(self.app)("panel", look)


class TwoSided(Line):
    """A line with something at its left edge and something at its right one."""

    def __init__(self, *, id: str | None = None, ambiguous: int = 1) -> None:
        """Begin empty."""
        super().__init__(id=id)
        self.ambiguous = ambiguous
        self._left: tuple[tuple[str, str], ...] = ()
        self._right: tuple[tuple[str, str], ...] = ()
        self.spares_right = False
        """Whether the right side is left out where both have no room; else the left one is cut."""

    def show(self, left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]] = ()) -> None:
        """Show texts, each with the name of its look; nothing is drawn anew if it is the same."""
        if (tuple(left), tuple(right)) != (self._left, self._right):
            self._left, self._right = tuple(left), tuple(right)
            self.refresh()

    def paint(self, width: int) -> Strip:
        """Return the line."""
        edge = self.piece(" ")
        left = [edge, *(self.piece(*part) for part in self._left)]
        right = [*(self.piece(*part) for part in self._right), edge]
        if self._right:
            right.insert(0, (" " * _APART, edge[1]))
        if self.spares_right and sum(cell_width(text, self.ambiguous) for text, _ in left + right) > width:
            right = [edge]
        return spread(left, right, width, edge[1], self.ambiguous)

    @property
    def text(self) -> str:
        """What the line says, without its styles."""
        return "".join(text for text, _ in (*self._left, *self._right))


class StatusLine(TwoSided):
    """The line below the panes. What is said there and is too long for it lies over the rows above."""

    def __init__(self, *, ambiguous: int = 1) -> None:
        """Begin empty."""
        super().__init__(id="status", ambiguous=ambiguous)
        self._said = ""
        self._whole = _Paragraph()

    def compose(self) -> ComposeResult:
        """Have the rows ready on which a long text lies."""
        yield self._whole

    def show(self, left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]] = ()) -> None:
        """Show texts as any such line, in this one row."""
        self._said = ""
        super().show(left, right)
        self._set_whole()

    def say(self, text: str) -> None:
        """Say ``text``, to its end: over rows above, if one is too short for it."""
        super().show([(text, "strong")])
        self._said = text
        self._set_whole()

    def adapt(self, ambiguous: int) -> None:
        """Break what is said anew."""
        super().adapt(ambiguous)
        self._set_whole()

    def on_resize(self, event: events.Resize) -> None:
        """Break what is said anew."""
        self._set_whole()

    def _set_whole(self) -> None:
        room = self.size.width - 2
        rows: list[str] = []
        if self._said and room > 0 and cell_width(self._said, self.ambiguous) > room:
            rows = [
                self._said[start:end].rstrip()
                for start, end in wrap(self._said, room, ambiguous=self.ambiguous)
            ]
        self._whole.ambiguous = self.ambiguous
        self._whole.show_rows(rows[:MOST_ROWS])


class _Paragraph(Line):
    """Some rows of text, the last of which lies on the row of the line that it belongs to."""

    DEFAULT_CSS = "_Paragraph { overlay: screen; display: none; }"

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._rows: list[str] = []

    def show_rows(self, rows: list[str]) -> None:
        """Show these rows; nothing without any."""
        if rows != self._rows:
            self._rows = rows
            self.display = bool(rows)
            self.styles.height = len(rows)
            self.styles.offset = (0, 1 - len(rows))
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the row at ``y``."""
        text = self._rows[y] if y < len(self._rows) else ""
        ground = self.piece("")[1]
        return strip_of([self.piece(f" {text}", "strong")], self.size.width, ground, self.ambiguous)

    def paint(self, width: int) -> Strip:
        """Return the first row."""
        return self.render_line(0)


class Caption(TwoSided):
    """The name of a side pane. A click on it says so to the screen."""

    class Clicked(Message):
        """The caption was clicked on."""

        def __init__(self, caption: Caption) -> None:
            """Say which one."""
            super().__init__()
            self.caption = caption
            """The caption."""

        @property
        def control(self) -> Caption:
            """The caption, for ``@on`` with a selector."""
            return self.caption

    def on_click(self, event: events.Click) -> None:
        """Tell the screen."""
        self.post_message(self.Clicked(self))


class KeyLine(Line):
    """The keys that matter where the focus is, as many as fit, the way out among them; a click on one does what it says."""

    def __init__(
        self,
        keymap: Mapping[str, tuple[str, ...]],
        do: Callable[[Action], Awaitable[None]],
        *,
        ambiguous: int,
    ) -> None:
        """Show the keys of the registry under the user's ``keymap``; ``do`` what is clicked on."""
        super().__init__(id="keys")
        self.ambiguous = ambiguous
        self._keymap = keymap
        self._do = do
        self._hints: tuple[Action, ...] = ()
        self.show_for("document")

    def show_for(self, id: str) -> None:
        """Show what matters while the widget with this ``id`` has the focus."""
        by_id = {action.id: action for action in ACTIONS}
        hints = tuple(by_id[hint] for hint in HINTS.get(id, ()))
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def _fitting(self, width: int) -> list[tuple[str, Action, int]]:
        """Key, action and first cell of the hints that fit into ``width`` cells."""
        hints = [
            (shown(keys[0]), action) for action in self._hints if (keys := keys_of(action, self._keymap))
        ]
        way_out = next((hint for hint in hints if _WAY_OUT in hint[1].keys), None)
        while hints and 1 + self._cells(hints) - _APART > width:
            # Who sees no way out is lost: what stands before it gives way.
            hints.remove(next((hint for hint in reversed(hints) if hint is not way_out), hints[0]))
        return [(*hint, 1 + self._cells(hints[:place])) for place, hint in enumerate(hints)]

    def _cells(self, hints: Sequence[tuple[str, Action]]) -> int:
        """Cells of ``hints`` with the blanks behind each."""
        return sum(cell_width(f"{key} {action.title}", self.ambiguous) + _APART for key, action in hints)

    def paint(self, width: int) -> Strip:
        """Return the line."""
        pieces = [self.piece(" ")]
        for key, action, _ in self._fitting(width):
            pieces += [self.piece(key, "ink"), self.piece(f" {action.title}  ", "quiet")]
        return strip_of(pieces, width, self.piece(" ")[1], self.ambiguous)

    async def on_click(self, event: events.Click) -> None:
        """Do what the hint under the pointer says."""
        for _, action, x in reversed(self._fitting(self.size.width)):
            if event.x >= x:
                await self._do(action)
                return
