"""Two reports sentence by sentence: side by side where there is room, else one above the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.strip import Strip

from hzview.scorecard.passages import Change, Pair, differences
from hzview.tui.actions import Scope, bindings
from hzview.tui.widgets.painting import Piece, shortened, strip_of
from hzview.tui.widgets.pane import Pane
from hzview.tui.wording import Part
from hzview.typeset import cell_width, wrap

SIDE_BY_SIDE = 100
"""Columns from which both stand side by side."""
_SIGNS = {Change.SAME: "同", Change.CHANGED: "改", Change.DROPPED: "删", Change.ADDED: "新"}
_MOVED = "移"
_SIGN = 6
"""Cells of the sign before a pair."""
_GAP = 3
"""Cells between two columns."""
HERE = "▸ "
"""Before the name of the report that Enter opens."""

_Run = tuple[int, int, bool]
"""Start and end in a sentence, and whether the other version says something else here."""


class _Line(NamedTuple):
    """A row of the page."""

    pair: int
    """Which pair it belongs to, by its place among those shown."""
    left: tuple[int, int] | None
    """Run of the first version in it."""
    right: tuple[int, int] | None
    """Run of the second."""
    first: bool
    """Whether it is the first row of the pair."""


class PairsPane(Pane):
    """Pairs of sentences; the cursor is on one of them."""

    GROUND = "page"
    BINDINGS = bindings(Scope.LIST)

    def __init__(
        self,
        *,
        ambiguous: int,
        chosen: Callable[[], None],
        moved: Callable[[], None],
    ) -> None:
        """Show nothing; ``chosen`` is called when a pair is chosen, ``moved`` when the cursor is on another one."""
        super().__init__(id="pairs", ambiguous=ambiguous)
        self.cursor = 0
        """The pair that the cursor is on."""
        self._chosen, self._moved = chosen, moved
        self._pairs: Sequence[Pair] = ()
        self._lines: list[_Line] = []
        self._tops: list[int] = []
        self._runs: dict[int, tuple[list[_Run], list[_Run]]] = {}

    def show(self, pairs: Sequence[Pair]) -> None:
        """Show ``pairs``, from the first one on."""
        self._pairs = pairs
        self.cursor = 0
        self._runs.clear()
        self.resized()
        self.scroll_row(0)

    @property
    def here(self) -> Pair | None:
        """The pair that the cursor is on."""
        return self._pairs[self.cursor] if self._pairs else None

    @property
    def is_wide(self) -> bool:
        """Whether both versions stand side by side."""
        return self.columns >= SIDE_BY_SIDE

    @property
    def column(self) -> int:
        """Cells of one version."""
        room = self.columns - _SIGN - 1
        return max((room - _GAP) // 2 if self.is_wide else room, 4)

    def header(self, names: tuple[str, str], chosen: int) -> list[Part]:
        """Return the names of both reports, to stand above their columns, or beside one another where there is one."""
        lead, width = (_SIGN - 1, self.column) if self.is_wide else (0, max((self.columns - _GAP) // 2, 1))
        parts: list[Part] = [(" " * lead, "quiet")]
        for side, name in enumerate(names):
            mark = HERE if side == chosen else " " * len(HERE)
            text = shortened(name, max(width - len(HERE), 0), self.ambiguous)
            blank = " " * (width - len(HERE) - cell_width(text, self.ambiguous) + _GAP)
            parts += [(mark, "strong"), (text, ("target-text", "actual")[side]), (blank, "quiet")]
        return parts[:-1]

    def resized(self) -> None:
        """Set all sentences for the new width."""
        self._lines, self._tops = [], []
        if self.columns:
            for index, pair in enumerate(self._pairs):
                self._tops.append(len(self._lines))
                self._lines += self._set(index, pair)
        self.set_height(len(self._lines))
        self.repaint()
        self._bring_into_view()

    def _set(self, index: int, pair: Pair) -> list[_Line]:
        """Return the rows of a pair: beside one another, or under one another; what is the same is set once."""
        left = wrap(pair.left.text, self.column, ambiguous=self.ambiguous) if pair.left else []
        right = wrap(pair.right.text, self.column, ambiguous=self.ambiguous) if pair.right else []
        if self.is_wide:
            count = max(len(left), len(right))
            return [
                _Line(
                    index,
                    left[row] if row < len(left) else None,
                    right[row] if row < len(right) else None,
                    row == 0,
                )
                for row in range(count)
            ]
        if pair.change is Change.SAME:
            left = []
        lines = [_Line(index, run, None, row == 0) for row, run in enumerate(left)]
        return lines + [_Line(index, None, run, not left and row == 0) for row, run in enumerate(right)]

    def paint(self, y: int) -> Strip:
        """Return the picture of row ``y``."""
        ground = self.looks(self.GROUND)
        if y >= len(self._lines):
            text = " 没有这样的句子" if y == 0 and self.columns else ""
            return strip_of([(text, self.looks(self.GROUND, "quiet"))], self.columns, ground, self.ambiguous)
        line = self._lines[y]
        pair, here = self._pairs[line.pair], line.pair == self.cursor
        name = ("cursor" if self.has_focus else "here") if here else self.GROUND
        sign = _sign(pair) if line.first else ""
        gap = " " * (_SIGN - 1 - cell_width(sign, self.ambiguous))
        pieces: list[Piece] = [(f" {sign}{gap}", self.looks(name, "quiet"))]
        if self.is_wide:
            pieces += self._version(line.pair, line.left, 0, name, self.column)
            pieces += [
                (" " * _GAP, self.looks(name)),
                *self._version(line.pair, line.right, 1, name, self.column),
            ]
        else:
            side = 0 if line.left else 1
            pieces += self._version(line.pair, line.left or line.right, side, name, self.column)
        return strip_of(pieces, self.columns, self.looks(name), self.ambiguous)

    def _version(
        self, index: int, run: tuple[int, int] | None, side: int, ground: str, width: int
    ) -> list[Piece]:
        """Return a row of one version, what the other does not say standing out, in ``width`` cells."""
        if run is None:
            return [(" " * width, self.looks(ground))]
        sentence = (self._pairs[index].left, self._pairs[index].right)[side]
        assert sentence is not None
        base = "quiet" if self._pairs[index].change is Change.SAME else "plain"
        pieces: list[Piece] = []
        taken = 0
        for start, end, differs in self._runs_of(index)[side]:
            low, high = max(start, run[0]), min(end, run[1])
            if low < high:
                text = shortened(sentence.text[low:high], width - taken, self.ambiguous, mark="")
                taken += cell_width(text, self.ambiguous)
                look = ("target-text", "actual")[side] if differs else base
                pieces.append((text, self.looks(ground, look)))
        return [*pieces, (" " * (width - taken), self.looks(ground))]

    def _runs_of(self, index: int) -> tuple[list[_Run], list[_Run]]:
        """Return how both versions of a pair fall into what is the same and what is not."""
        found = self._runs.get(index)
        if found is None:
            found = self._runs[index] = _runs(self._pairs[index])
        return found

    def move_by(self, rows: int) -> None:
        """Go to the next pair, or so many rows on."""
        if not self._pairs:
            return
        if abs(rows) == 1:
            self._put(self.cursor + rows)
        else:
            y = min(max(self._tops[self.cursor] + rows, 0), len(self._lines) - 1)
            index = self._lines[y].pair
            self._put(index if index != self.cursor else self.cursor + (1 if rows > 0 else -1))

    def move_to_edge(self, *, last: bool) -> None:
        """Go to the first pair, or to the last one."""
        if self._pairs:
            self._put(len(self._pairs) - 1 if last else 0)

    def move_to_number(self, number: int) -> None:
        """Go to the ``number``-th pair."""
        if self._pairs:
            self._put(number - 1)

    def _put(self, index: int) -> None:
        """Put the cursor on a pair and bring it into view."""
        index = min(max(index, 0), len(self._pairs) - 1)
        before, self.cursor = self.cursor, index
        for changed in (before, index):
            self.repaint(self._rows(changed))
        self._bring_into_view()
        self._moved()

    def _rows(self, index: int) -> range:
        stop = self._tops[index + 1] if index + 1 < len(self._tops) else len(self._lines)
        return range(self._tops[index], stop)

    def _bring_into_view(self) -> None:
        if not self.page or not self._tops:
            return
        rows, top = self._rows(self.cursor), self.scroll_offset.y
        if rows.start < top:
            self.scroll_row(rows.start)
        elif rows.stop > top + self.page:
            self.scroll_row(max(min(rows.start, rows.stop - self.page), 0))

    def action_choose(self) -> None:
        """Choose the pair under the cursor."""
        if self._pairs:
            self._chosen()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the pair that was clicked on; choose it if it is there already."""
        y = event.y + self.scroll_offset.y
        if not 0 <= y < len(self._lines):
            return
        index = bisect_right(self._tops, y) - 1
        if index == self.cursor:
            self._chosen()
        else:
            self._put(index)

    def on_focus(self) -> None:
        """Show the cursor as one that moves."""
        self.repaint()

    def on_blur(self) -> None:
        """Show the cursor as one that does not."""
        self.repaint()


def _sign(pair: Pair) -> str:
    """Return what became of a sentence in a character or two: 改, 移改."""
    if not pair.moved:
        return _SIGNS[pair.change]
    return _MOVED if pair.change is Change.SAME else _MOVED + _SIGNS[pair.change]


def _runs(pair: Pair) -> tuple[list[_Run], list[_Run]]:
    """Return the runs of both versions; of a sentence that stands alone all is as it is."""
    if pair.left is None or pair.right is None:
        left = [(0, len(pair.left.text), False)] if pair.left else []
        right = [(0, len(pair.right.text), False)] if pair.right else []
        return left, right
    left, right = [], []
    a = b = 0
    for piece in differences(pair.left.text, pair.right.text):
        left.append((a, a + len(piece.left), not piece.is_same))
        right.append((b, b + len(piece.right), not piece.is_same))
        a, b = a + len(piece.left), b + len(piece.right)
    return left, right
