"""What two reports state in figures: a row an indicator, a column a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hzview.figures.figure import Kind
from hzview.model import Report
from hzview.scorecard import wording
from hzview.scorecard.comparing import Compared
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.painting import Piece, padded, shortened
from hzview.typeset import cell_width

_ONE_LINE = 72
"""Columns from which name and values stand in one row."""
_VALUE, _DIFFERENCE = 18, 12
"""Cells of a value and of the difference."""


class ComparedList(EntryList):
    """Groups of indicators: in both reports, in the first, in the second; in each, results and targets."""

    def __init__(
        self,
        rows: Sequence[Compared],
        reports: tuple[Report, Report],
        *,
        ambiguous: int,
        chosen: Callable[[int], None],
        moved: Callable[[int], None],
    ) -> None:
        """List ``rows`` of ``reports``; ``chosen`` and ``moved`` are told an entry by its place in the list."""
        super().__init__(id="compared", ambiguous=ambiguous, chosen=chosen, moved=moved)
        left, right = (report.title or report.region for report in reports)
        heads = (f"两份都有 · {left} → {right}", f"只在{left}", f"只在{right}")
        groups: list[list[Compared]] = [[], [], []]
        for row in rows:
            groups[0 if row.left and row.right else 1 if row.left else 2].append(row)
        self._entries: list[Compared | str] = []
        for head, members in zip(heads, groups, strict=True):
            self._entries += [f"{head} {len(members)}", *members] if members else []
        self.cursor = min(1, max(len(self._entries) - 1, 0))

    @property
    def count(self) -> int:
        """Groups and indicators."""
        return len(self._entries)

    @property
    def entry_height(self) -> int:
        """Rows of an entry."""
        return 1 if self.width >= _ONE_LINE else 2

    def row(self, index: int) -> Compared | None:
        """Return the indicator at ``index``; None for the name of a group."""
        entry = self._entries[index] if index < len(self._entries) else None
        return entry if isinstance(entry, Compared) else None

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return the name of a group, or an indicator with both values."""
        entry, ground = self._entries[index], self.ground_of(index)
        if isinstance(entry, str):
            return [(f" {entry}" if line == 0 else "", self.looks(ground, "quiet"))]
        name = f"{wording.kind(entry.main)}  {wording.name(entry.main)}"
        if self.entry_height == 2 and line == 0:
            return [("   " + shortened(name, self.width - 3, self.ambiguous), self.looks(ground, "plain"))]
        look = "target" if entry.main.kind is Kind.TARGET else "actual"
        lead = "     "
        if self.entry_height == 1:
            room = self.width - 2 * _VALUE - _DIFFERENCE - 8
            lead = "   " + padded(name, room, self.ambiguous) + " "
        cells = (
            (wording.said(entry.left), _VALUE, look),
            (wording.said(entry.right), _VALUE, look),
            (wording.difference(entry), _DIFFERENCE, "quiet"),
        )
        pieces: list[Piece] = [(lead, self.looks(ground, "plain"))]
        for text, width, look in cells:
            width = min(width, max((self.width - 5) // 3, 1))
            text = shortened(text, width, self.ambiguous)
            gap = " " * (width - cell_width(text, self.ambiguous))
            pieces += [(gap, self.looks(ground)), (text, self.looks(ground, look)), (" ", self.looks(ground))]
        return pieces
