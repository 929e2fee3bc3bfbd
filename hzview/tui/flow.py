"""The rows of a whole report one under another, of which only those that were looked at are set. No screen code.

A block that was not set yet has an estimated height. Setting it changes where everything below it stands; so whoever
scrolls does it by ``move``, which counts real rows only, and asks ``top`` again after setting blocks further up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from hzview.model import BlockType, Position, Report
from hzview.typeset import Row, RowStyle, Typesetter

MARGIN = 1
"""Empty rows above the report's first row and below its last one."""


class Flow:
    """A report's rows, numbered from the top of the page (``y``)."""

    def __init__(self, report: Report, typesetter: Typesetter) -> None:
        """Let ``typesetter`` set the blocks of ``report`` as they are asked for."""
        self._blocks = report.blocks
        self._typesetter = typesetter
        self._heights: list[int] = []
        self._starts: list[int] | None = None
        self._set = bytearray(len(self._blocks))
        self.reset()

    def reset(self) -> None:
        """Forget all heights; to be called when the width of the typesetter changed."""
        width = self._typesetter.width
        self._heights = [
            1 + len(block.text) * 2 // width + (block.type is not BlockType.PARAGRAPH)
            for block in self._blocks
        ]
        self._set = bytearray(len(self._blocks))
        self._starts = None

    @property
    def height(self) -> int:
        """Rows of the whole page, as far as is known."""
        return self._tops()[-1] + MARGIN

    @property
    def settled(self) -> bool:
        """Whether every block was set."""
        return 0 not in self._set

    def settle(self, blocks: Iterable[int]) -> None:
        """Set these blocks, so that their heights are known."""
        for block in blocks:
            if not self._set[block]:
                self._set[block] = 1
                height = len(self._typesetter.rows_of(block))
                if height != self._heights[block]:
                    self._heights[block] = height
                    self._starts = None

    def settle_rows(self, y: int, count: int) -> None:
        """Set the blocks that ``count`` rows from ``y`` on show, whatever their heights turn out to be."""
        block, line = self.locate(y)
        shown = -line
        while shown < count and block < len(self._blocks):
            self.settle((block,))
            shown += self._heights[block]
            block += 1

    def locate(self, y: int) -> tuple[int, int]:
        """Return the block at ``y`` and which of its rows stands there; outside the report, its first or last row."""
        tops = self._tops()
        block = min(max(bisect_right(tops, y) - 1, 0), len(self._blocks) - 1)
        return block, min(max(y - tops[block], 0), max(self._heights[block] - 1, 0))

    def row(self, y: int) -> Row | None:
        """Return the row at ``y``; None in the margins."""
        tops = self._tops()
        if not tops[0] <= y < tops[-1]:
            return None
        block = bisect_right(tops, y) - 1
        rows = self._typesetter.rows_of(block)
        line = y - tops[block]
        return rows[line] if line < len(rows) else None

    def top(self, block: int) -> int:
        """Return the ``y`` of the first row of ``block``, the air above it included."""
        return self._tops()[block]

    def y_of(self, position: Position) -> int:
        """Return the ``y`` of the row that shows ``position``; its block is set by that."""
        self.settle((position.paragraph,))
        return self.top(position.paragraph) + self._typesetter.row_at(position)

    def about(self, position: Position) -> int:
        """Return about where ``position`` is, without setting its block."""
        share = position.offset / max(len(self._blocks[position.paragraph].text), 1)
        return self.top(position.paragraph) + int(share * self._heights[position.paragraph])

    def move(self, y: int, rows: int) -> int:
        """Return the ``y`` that stands ``rows`` real rows below (above, if negative) the one now at ``y``."""
        tops = self._tops()
        block = min(max(bisect_right(tops, y) - 1, 0), len(self._blocks) - 1)
        line = y - tops[block] + rows
        while line < 0 and block > 0:
            block -= 1
            self.settle((block,))
            line += self._heights[block]
        self.settle((block,))
        while block < len(self._blocks) - 1 and line >= self._heights[block]:
            line -= self._heights[block]
            block += 1
            self.settle((block,))
        return self.top(block) + line

    def row_of(self, place: Position) -> tuple[Position, Position]:
        """Return where the row that shows ``place`` begins and ends, without the blanks at its end."""
        row = self.row(self.y_of(place))
        if row is None:
            return place, place
        return Position(row.block, row.start), Position(row.block, self._typesetter.drawn_end(row))

    def cell_of(self, place: Position) -> int:
        """Return the cell of the column at which ``place`` is drawn."""
        row = self.row(self.y_of(place))
        return 0 if row is None else self._typesetter.cell_of(row, place.offset)

    def beside(self, place: Position, rows: int, cell: int) -> Position:
        """Return what is drawn at ``cell`` of the column, so many rows of text below ``place``; above it, if negative."""
        y, step = self.y_of(place), 1 if rows > 0 else -1
        found = y
        while rows:
            moved = self.move(y, step)
            if moved == y or not 0 <= moved < self.height:
                break
            y = moved
            row = self.row(y)
            if row is not None and row.style not in (RowStyle.AIR, RowStyle.BYLINE):
                found = y
                rows -= step
        row = self.row(found)
        if row is None:
            return place
        last = max(self._typesetter.drawn_end(row) - 1, row.start)
        return Position(row.block, min(self._typesetter.offset_at(row, cell), last))

    def _tops(self) -> list[int]:
        """Where each block starts, and at the end where the last one ends."""
        if self._starts is None:
            self._starts = list(accumulate(self._heights, initial=MARGIN))
        return self._starts
