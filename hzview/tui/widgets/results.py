"""The list of what a search found, below the text: section by section, each hit in its sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from hzview.tui.reading import Reading
from hzview.tui.results import ResultRows
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.lines import TwoSided
from hzview.tui.widgets.painting import Piece, padded
from hzview.typeset import cell_width

if TYPE_CHECKING:
    from hzview.search.hits import Hits

_INDENT = 4
_BEFORE = 0.4
"""Share of a row that may be taken by what stands before the hit."""


class ResultsList(EntryList):
    """Headings and hits. The cursor stands on a hit or on a heading; the text follows it."""

    def __init__(
        self,
        reading: Reading,
        *,
        ambiguous: int,
        chosen: Callable[[int], None],
        moved: Callable[[int], None],
    ) -> None:
        """List the hits in ``reading``; ``chosen`` and ``moved`` are told a row by its number."""
        super().__init__(id="results", ambiguous=ambiguous, chosen=chosen, moved=moved)
        self._reading = reading
        self.rows: ResultRows | None = None
        """What is listed; None where nothing is being looked for."""
        self._listed: Hits | None = None

    def list_hits(self) -> None:
        """List the hits as they are now, with the cursor on the one that is shown."""
        hits, shown = self._reading.hits, self._reading.hit
        if hits is not self._listed:
            self._listed = hits
            self.rows = None if hits is None else ResultRows(self._reading.report, hits)
            self.cursor = 0
        if self.rows:
            self.cursor = self.rows.row_of(shown or 0)
        self.relist()

    @property
    def count(self) -> int:
        """Headings and hits."""
        return len(self.rows) if self.rows is not None else 0

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return a heading with the number of its hits, or a hit in its sentence."""
        assert self.rows is not None
        ground = self.ground_of(index)
        group, is_heading = self.rows.group_of(index)
        if is_heading:
            number = str(group.end - group.first)
            room = self.width - 2 - cell_width(number)
            return [
                (" " + padded(self.rows.heading(group), room, self.ambiguous), self.looks(ground, "quiet")),
                (number, self.looks(ground, "found")),
            ]
        hit = self.rows.hit_at(index)
        before = int((self.width - _INDENT) * _BEFORE) // 2  # most characters take two cells
        look = "hit-now" if hit == self._reading.hit else "hit"
        return [
            (" " * _INDENT, self.looks(ground, "plain")),
            *(
                (text, self.looks(ground, look) if found else self.looks(ground, "plain"))
                for text, found in self.rows.sentence(hit, before)
            ),
        ]


class ResultsPanel(Vertical):
    """The list and a line above it."""

    def __init__(self, results: ResultsList, *, ambiguous: int) -> None:
        """Hold ``results``."""
        super().__init__(id="results-panel")
        self._list = results
        self.head = TwoSided(id="results-head", ambiguous=ambiguous)
        """The line above the list."""

    def compose(self) -> ComposeResult:
        """The line, then the list."""
        yield self.head
        yield self._list
