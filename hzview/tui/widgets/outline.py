"""The outline: headings and topic sentences, folding, with how many figures or hits each of them holds."""

from __future__ import annotations

from collections.abc import Callable, Collection

from hzview.tui.actions import Scope, bindings
from hzview.tui.reading import Reading
from hzview.tui.tree import FoldingTree
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.painting import Piece, padded
from hzview.typeset import cell_width

_INDENT = 2


class OutlinePane(EntryList):
    """The outline of a report. Where the person reads is marked, and follows the text."""

    BINDINGS = bindings(Scope.OUTLINE)

    def __init__(self, reading: Reading, *, ambiguous: int, chosen: Callable[[int], None]) -> None:
        """Show the outline of ``reading``; ``chosen`` is told the entry that was chosen, by its place in the list."""
        super().__init__(id="outline", ambiguous=ambiguous, chosen=chosen)
        self._searching = False
        self._reading = reading
        self._tree = FoldingTree(reading.outline)

    @property
    def count(self) -> int:
        """How many entries are to be seen."""
        return len(self._tree.visible)

    def entry(self, index: int) -> int:
        """Return the index into ``Report.outline`` of the ``index``-th entry to be seen."""
        return self._tree.visible[index]

    def folds(self) -> tuple[frozenset[int], frozenset[int]]:
        """Return the blocks of the headings that the person unfolded, and of those that were folded."""
        opened, folded = (self._tree.said(said) for said in (True, False))
        return frozenset(map(self._block, opened)), frozenset(map(self._block, folded))

    def fold(self, opened: Collection[int], folded: Collection[int]) -> None:
        """Unfold and fold the headings of these blocks, as ``folds`` told them; those that are none are passed over."""
        if opened or folded:
            blocks = [(index, self._block(index)) for index in range(len(self._reading.outline))]
            self._tree.say(
                [index for index, block in blocks if block in opened],
                [index for index, block in blocks if block in folded],
            )

    def _block(self, entry: int) -> int:
        return self._reading.outline[entry].position.paragraph

    def follow(self, *, searching: bool | None = None) -> None:
        """Mark the entry where the reader is; unfold it, and fold what was unfolded only for being read.

        While ``searching``, entries show how many hits they hold, in place of figures.
        """
        if searching not in (None, self._searching):
            self._searching = bool(searching)
            self.repaint()
        if self.has_focus:
            return
        here = self._reading.entry_at(self._reading.place.paragraph)
        if self._tree.read_in(here):
            self.relist()
        self._cursor_to(here)

    def _cursor_to(self, entry: int | None) -> None:
        if entry is None:
            self.put_cursor(0)
        elif self.count:
            self.put_cursor(self._tree.visible.index(self._tree.shown_for(entry)))

    def on_blur(self) -> None:
        """Follow the text again."""
        super().on_blur()
        self.call_later(self.follow)

    def paint_beyond(self, row: int) -> list[Piece]:
        """Say so where the report has no headings."""
        return [] if self.count or row else [(" 这份报告没有标题", self.looks(self.GROUND, "quiet"))]

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return fold mark, title and count."""
        entry_index = self._tree.visible[index]
        entry = self._reading.outline[entry_index]
        ground = self.ground_of(index)
        look = "quiet" if entry.is_lead else "strong" if entry.depth == 1 else "plain"
        if index == self.cursor and entry.depth > 1:
            look = "ink"
        mark = "  "
        if self._tree.folds(entry_index):
            mark = "▾ " if self._tree.is_open(entry_index) else "▸ "
        number = self._number(entry.position.paragraph, entry.end)
        indent = 1 + _INDENT * (min(entry.depth, 5) - 1)
        room = self.width - indent - 2 - cell_width(number) - 2
        return [
            (" " * indent + mark, self.looks(ground, "quiet")),
            (padded(entry.title, room, self.ambiguous), self.looks(ground, look)),
            (" " + number, self.looks(ground, "found" if self._searching else "quiet")),
        ]

    def _number(self, first: int, end: int) -> str:
        within = self._reading.hits_within if self._searching else self._reading.figure_places.within
        return str(len(within(first, end)) or "")

    def clicked(self, index: int, x: int) -> None:
        """Fold or unfold by a click on the mark; go there by a click on the title."""
        entry = self._tree.visible[index]
        mark = 1 + _INDENT * (min(self._reading.outline[entry].depth, 5) - 1)
        if self._tree.folds(entry) and mark <= x < mark + 2:
            self._fold(entry, opened=not self._tree.is_open(entry))
        else:
            super().clicked(index, x)

    def action_expand(self) -> None:
        """Unfold the entry that the cursor is on; if it is, go to the first one below it."""
        if not self.count:
            return
        entry = self._tree.visible[self.cursor]
        if not self._tree.folds(entry):
            return
        if self._tree.is_open(entry):
            self.move_by(1)
        else:
            self._fold(entry, opened=True)

    def action_collapse(self) -> None:
        """Fold the entry that the cursor is on, or go to the one around it."""
        if not self.count:
            return
        entry = self._tree.visible[self.cursor]
        parent = self._tree.parent(entry)
        if self._tree.folds(entry) and self._tree.is_open(entry):
            self._fold(entry, opened=False)
        elif parent is not None:
            self._cursor_to(parent)

    def action_expand_all(self) -> None:
        """Unfold everything."""
        self._fold_all(opened=True)

    def action_collapse_all(self) -> None:
        """Leave only the sections of the first level."""
        self._fold_all(opened=False)

    def _fold(self, entry: int, *, opened: bool) -> None:
        self._tree.set_open(entry, opened)
        self.relist()
        self._cursor_to(entry)

    def _fold_all(self, *, opened: bool) -> None:
        entry = self._tree.visible[self.cursor] if self.count else None
        self._tree.set_all(opened)
        self.relist()
        self._cursor_to(entry)
