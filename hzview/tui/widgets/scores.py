"""The table of a report's scorecard: results of last year, targets of this one, and how far it is from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from hzview.figures.figure import Measure
from hzview.scorecard import wording
from hzview.scorecard.one import ScoreRow, Stand
from hzview.scorecard.rules import ends
from hzview.scorecard.statement import Statement
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.painting import Piece, padded, shortened
from hzview.tui.wording import Part
from hzview.typeset import cell_width

_TWO_LINES = 64
"""Columns under which name and numbers stand in two rows."""
_WIDEST_STEP = 22
"""Cells of the step that bars leave room for, if it takes as many."""
_BAR = 20
"""Cells of a bar."""
_HIGHEST = Decimal(40)
"""Growth in percent that a bar shows at most: a single jump does not make all others small."""
_BARRED, _BARRED_AT = "━", "┃"
_STEP = "目标比实绩"


class ScoreList(EntryList):
    """Groups of indicators, a line each, or two where it is narrow."""

    def __init__(
        self,
        rows: Sequence[ScoreRow],
        *,
        ambiguous: int,
        chosen: Callable[[int], None],
        moved: Callable[[int], None],
    ) -> None:
        """List ``rows``, which come in groups; ``chosen`` and ``moved`` are told an entry by its place in the list."""
        super().__init__(id="scores", ambiguous=ambiguous, chosen=chosen, moved=moved)
        self._entries: list[ScoreRow | Stand] = []
        for stand in Stand:
            members = [row for row in rows if row.stand is stand]
            self._entries += [stand, *members] if members else []
        self._sizes = {stand: sum(row.stand is stand for row in rows) for stand in Stand}
        growths = [abs(value) for row in rows for value in _growths(row)]
        self._scale = min(max(growths, default=Decimal(0)), _HIGHEST) or Decimal(1)
        self._scored = tuple(rows)
        self._measure()
        self.cursor = min(1, max(len(self._entries) - 1, 0))

    def adapt(self, ambiguous: int) -> None:
        """Make the columns as wide as their texts are then."""
        self.ambiguous = ambiguous
        self._measure()
        super().adapt(ambiguous)

    def _measure(self) -> None:
        """Work out how wide the columns, the names and the steps are."""
        self._columns = _widths(self._scored, self.ambiguous)
        self._longest = self._widest(wording.name(row.main) for row in self._scored)
        self._step = min(self._widest(map(wording.step, self._scored)), _WIDEST_STEP)

    def _widest(self, texts: Iterable[str]) -> int:
        """Cells of the widest of ``texts``."""
        return max((cell_width(text, self.ambiguous) for text in texts), default=0)

    @property
    def count(self) -> int:
        """Groups and indicators."""
        return len(self._entries)

    @property
    def entry_height(self) -> int:
        """Rows of an entry."""
        return 1 if self.width >= _TWO_LINES else 2

    def row(self, index: int) -> ScoreRow | None:
        """Return the indicator at ``index``; None for the name of a group."""
        entry = self._entries[index] if index < len(self._entries) else None
        return entry if isinstance(entry, ScoreRow) else None

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return the name of a group, or an indicator with its numbers."""
        entry, ground = self._entries[index], self.ground_of(index)
        if isinstance(entry, Stand):
            text = f" {wording.STANDS[entry]} {self._sizes[entry]}" if line == 0 else ""
            return [(text, self.looks(ground, "quiet"))]
        name = wording.name(entry.main)
        if self.entry_height == 2:
            if line == 0:
                return [
                    (f"   {shortened(name, self.width - 3, self.ambiguous)}", self.looks(ground, "plain"))
                ]
            return self._numbers(entry, ground, "     ")
        return [
            ("   " + padded(name, self._name_room, self.ambiguous), self.looks(ground, "plain")),
            *self._in_columns(entry, ground),
        ]

    def header(self) -> list[Part]:
        """Return what the columns are, to stand above them."""
        names = (("实绩", "actual"), ("总量", "actual"), ("目标", "target-text"))
        if self.entry_height == 2:
            return [("    ", "quiet"), *names[:1], ("  ", "quiet"), *names[2:], (f"  {_STEP}", "quiet")]
        parts: list[Part] = [(" " * (2 + self._name_room), "quiet")]
        for (text, look), width in zip(names, self._columns, strict=True):
            text = text if width else ""
            parts += [(" " * (width - cell_width(text, self.ambiguous) + 2), "quiet"), (text, look)]
        parts.append(("  ", "quiet"))
        if self._has_bars:
            parts.append((padded(f"{_BARRED} 实绩  {_BARRED_AT} 目标", _BAR, self.ambiguous) + "  ", "quiet"))
        return [*parts, (_STEP, "quiet")]

    @property
    def _name_room(self) -> int:
        """Cells of the names where the numbers stand beside them."""
        room = self.width - self._taken - (_BAR + 2 if self._has_bars else 0)
        return max(min(room, self._longest + 1), self.width // 5)

    @property
    def _has_bars(self) -> bool:
        """Whether there is room for bars beside names, numbers and steps."""
        return self.width >= self._taken + self._longest + 1 + _BAR + 2 + self._step

    @property
    def _taken(self) -> int:
        """Cells of the columns of numbers and of what is between them."""
        return sum(self._columns) + 2 * len(self._columns) + 4

    def _numbers(self, row: ScoreRow, ground: str, lead: str) -> list[Piece]:
        """What is said of an indicator, one thing behind another."""
        parts = (
            (wording.result(row), "actual"),
            (wording.said(row.target), "target"),
            (wording.step(row), "quiet"),
        )
        pieces: list[Piece] = [(lead, self.looks(ground))]
        for text, look in parts:
            if text:
                pieces += [(text, self.looks(ground, look)), ("  ", self.looks(ground))]
        return pieces

    def _in_columns(self, row: ScoreRow, ground: str) -> list[Piece]:
        """Growth, amount and target flush right, the bar, and the step."""
        cells = (
            (wording.said(row.result), "actual"),
            (wording.said(row.amount), "actual"),
            (wording.said(row.target), "target"),
        )
        pieces: list[Piece] = []
        for (text, look), width in zip(cells, self._columns, strict=True):
            text = shortened(text, width, self.ambiguous)
            gap = " " * (width - cell_width(text, self.ambiguous) + 2)
            pieces += [(gap, self.looks(ground)), (text, self.looks(ground, look))]
        pieces.append(("  ", self.looks(ground)))
        if self._has_bars:
            pieces += [*self._bar(row, ground), ("  ", self.looks(ground))]
        return [*pieces, (wording.step(row), self.looks(ground, "quiet"))]

    def _bar(self, row: ScoreRow, ground: str) -> list[Piece]:
        """A line as long as the result, with a mark where the target is; growths of all rows are on one scale."""
        cells = _BAR // cell_width(_BARRED, self.ambiguous)
        if row.result is None or row.target is None:
            return [(" " * _BAR, self.looks(ground))]
        have, want = _size(row.result), _size(row.target)
        scale = self._scale if row.target.measure is Measure.GROWTH else max(have, want)
        if scale <= 0:
            return [(" " * _BAR, self.looks(ground))]
        done, mark = (min(int(value / scale * (cells - 1)), cells - 1) for value in (have, want))
        line, blank = self.looks(ground, "actual"), self.looks(ground)
        empty = " " * cell_width(_BARRED, self.ambiguous)
        bar = [
            (_BARRED, line) if at < done or at == done == 0 < have else (empty, blank) for at in range(cells)
        ]
        bar[mark] = (_BARRED_AT, self.looks(ground, "target"))
        return [*bar, (" " * (_BAR - cells * len(empty)), blank)]


def _size(statement: Statement) -> Decimal:
    """How large a value is, without its sign: what falls by 3 % has a bar of 3."""
    low = ends(statement).low
    return abs(low) if low is not None else Decimal(0)


def _growths(row: ScoreRow) -> list[Decimal]:
    """Growths of a row that a bar shows."""
    if row.result is None or row.target is None or row.target.measure is not Measure.GROWTH:
        return []
    return [_size(row.result), _size(row.target)]


def _widths(rows: Sequence[ScoreRow], ambiguous: int) -> tuple[int, int, int]:
    """Cells of the columns for growth, amount and target."""

    def widest(texts: list[str], most: int) -> int:
        return min(max((cell_width(text, ambiguous) for text in texts), default=0), most)

    return (
        widest([wording.said(row.result) for row in rows], 16),
        widest([wording.said(row.amount) for row in rows], 14),
        widest([wording.said(row.target) for row in rows], 20),
    )
