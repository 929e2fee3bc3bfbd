"""What two reports state in figures: a row an indicator, a column a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hzview.figures.figure import Kind
from hzview.model import Report
from hzview.scorecard import wording
from hzview.scorecard.comparing import Compared
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.painting import Piece, padded, shortened
from hzview.tui.widgets.pairs import HERE
from hzview.tui.wording import Part
from hzview.typeset import cell_width

_ONE_LINE = 72
"""Columns from which name and values stand in one row."""
_VALUE, _DIFFERENCE = 18, 12
"""Cells of a value and of the difference."""


def names_of(reports: tuple[Report, Report]) -> tuple[str, str]:
    """Return what to call two reports where there is little room: by year, by region and year, or else by their titles."""
    years = [f"{report.year}年" for report in reports if report.year]
    both = [f"{report.region}{report.year}年" for report in reports if report.region and report.year]
    for short in (years if reports[0].region == reports[1].region else [], both):
        if len(set(short)) == len(reports):
            return short[0], short[1]
    return reports[0].title or reports[0].region, reports[1].title or reports[1].region


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
        left, right = names_of(reports)
        heads = ("两份都有", f"只有{left}有", f"只有{right}有")
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

    def header(self, names: tuple[str, str], chosen: int) -> list[Part]:
        """Return the names of both reports, to stand above their values."""
        width = self._cells_of(_VALUE)
        parts: list[Part] = [(" " * (cell_width(self._lead(""), self.ambiguous) - 1), "quiet")]
        for side, name in enumerate(names):
            text = shortened((HERE if side == chosen else "") + name, width, self.ambiguous)
            gap = " " * (width - cell_width(text, self.ambiguous))
            parts += [(gap, "quiet"), (text, "strong" if side == chosen else "quiet"), (" ", "quiet")]
        return [*parts, ("相差".rjust(self._cells_of(_DIFFERENCE) - 2), "quiet")]

    def _lead(self, name: str) -> str:
        """What stands before the values: the name, where it is in their row."""
        if self.entry_height == 2:
            return " " * 5
        return "   " + padded(name, self.width - 2 * _VALUE - _DIFFERENCE - 8, self.ambiguous) + " "

    def _cells_of(self, most: int) -> int:
        """Cells of a column that may take ``most``."""
        return min(most, max((self.width - 8) // 3, 1))

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
        cells = (
            (wording.said(entry.left), _VALUE, look),
            (wording.said(entry.right), _VALUE, look),
            (wording.difference(entry), _DIFFERENCE, "quiet"),
        )
        pieces: list[Piece] = [(self._lead(name), self.looks(ground, "plain"))]
        for text, width, look in cells:
            width = self._cells_of(width)
            text = shortened(text, width, self.ambiguous)
            gap = " " * (width - cell_width(text, self.ambiguous))
            pieces += [(gap, self.looks(ground)), (text, self.looks(ground, look)), (" ", self.looks(ground))]
        return pieces
