"""A report set as a column of rows: title and byline centred, headings with air, paragraphs indented.

Rows are worked out block by block, only for the blocks that are asked for: the first page of a ten-megabyte report
costs what the first page of a short one does. What was measured of a block is kept, and serves every later width.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from hzview.model import BlockType, Position, Report
from hzview.typeset.breaking import Measured

MEASURE = 76
"""Widest text column in cells unless asked otherwise: 38 Chinese characters, what an eye follows with ease."""
INDENT = 4
"""Cells by which a paragraph's first line stands in: two Chinese characters, as in print."""
_LEAST_INDENTED = 24
"""Column width in cells under which paragraphs are not indented: every cell counts there."""


class RowStyle(StrEnum):
    """What a row is, for whoever draws it."""

    TITLE = "title"
    BYLINE = "byline"
    HEADING = "heading"
    TEXT = "text"
    AIR = "air"
    """An empty row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the column."""

    block: int
    """Index into ``Report.blocks`` of the block that it is part of; an empty row goes with the block after it."""
    start: int
    """Offset in that block's text, in code points, of its first character."""
    end: int
    """One past its last character; blanks at the break belong to the row but are not drawn."""
    indent: int
    """Empty cells to the left of its text."""
    style: RowStyle
    """What it is."""
    depth: int = 0
    """Depth of a heading, 1 for a section; 0 in other rows."""
    label: str = ""
    """The text of a byline, which stands in no block; such a row covers no characters. Empty in other rows."""


KeptSpans = Callable[[int], Iterable[tuple[int, int]]]
"""Gives for the index of a block the spans of its text, as offsets in code points, that no line may cut."""


ShownParts = Callable[[int], Sequence[tuple[int, int]] | None]
"""Gives for the index of a block what of its text is to be seen, as offsets in code points; None for all of it."""


class Typesetter:
    """Sets one report at a width that may change."""

    def __init__(
        self,
        report: Report,
        width: int,
        *,
        keep: KeptSpans | None = None,
        measure: int = MEASURE,
        ambiguous: int = 1,
        parts: ShownParts | None = None,
        hang: bool = False,
        autospace: bool = False,
    ) -> None:
        """Set ``report`` in ``width`` cells, of which text takes at most ``measure``.

        ``keep`` is asked once for each block that is set; ``ambiguous`` is as in ``cell_width``. Of each block only what
        ``parts`` gives is set, each part on lines of its own. ``hang`` is as in ``Measured.lines``: there must be two cells
        to the right of the column. ``autospace`` is as in ``Measured``.
        """
        self._report = report
        self._keep = keep
        self._parts = parts
        self._hang = hang
        self._autospace = autospace
        self._measure = measure
        self._ambiguous = ambiguous
        self._measured: dict[int, Measured] = {}
        self._rows: dict[int, tuple[Row, ...]] = {}
        self._width = max(min(width, measure), 1)

    @property
    def width(self) -> int:
        """Width of the column in cells: what was asked for, or the measure where that is less."""
        return self._width

    def resize(self, width: int, *, hang: bool = False) -> bool:
        """Set the report in ``width`` cells from now on, as with ``hang``; tell whether the column changed by that."""
        column = max(min(width, self._measure), 1)
        if (column, hang) == (self._width, self._hang):
            return False
        self._width, self._hang = column, hang
        self._rows.clear()
        return True

    def rows(self) -> Iterator[Row]:
        """Every row of the report, top to bottom."""
        for block in range(len(self._report.blocks)):
            yield from self.rows_of(block)

    def rows_of(self, block: int) -> tuple[Row, ...]:
        """Return the rows of one block, the empty rows above it included."""
        rows = self._rows.get(block)
        if rows is None:
            rows = self._rows[block] = tuple(self._set(block))
        return rows

    def row_at(self, position: Position) -> int:
        """Return which of ``rows_of(position.paragraph)`` shows the character at ``position``, counted from 0.

        An offset past the end of the text is taken for its end; one that is in no row for the row before it.
        """
        rows = self.rows_of(position.paragraph)
        last = max(len(self._report.blocks[position.paragraph].text) - 1, 0)
        index = bisect_right(rows, min(position.offset, last), key=attrgetter("start")) - 1
        while index > 0 and rows[index].label:
            index -= 1
        return max(index, 0)

    def holds(self, position: Position) -> bool:
        """Tell whether the character at ``position`` is in one of the rows."""
        rows = self.rows_of(position.paragraph)
        if not rows:
            return False
        row = rows[self.row_at(position)]
        return row.start <= position.offset <= row.end and _shows_text(row)

    def text_of(self, row: Row) -> str:
        """Return what is drawn in ``row``, without its indent and without the blanks at its end."""
        if row.label or row.style is RowStyle.AIR:
            return row.label
        return self._measure_block(row.block).drawn(row.start, self.drawn_end(row))

    def drawn_end(self, row: Row) -> int:
        """Return the offset in the block's text one past the last character drawn in ``row``."""
        if not _shows_text(row):
            return row.start
        return self._measure_block(row.block).drawn_end(row.start, row.end)

    def index_of(self, row: Row, offset: int) -> int:
        """Return where in ``text_of(row)`` the character at ``offset`` of the block's text stands.

        One before the row gives its first place, one behind it the place past its last.
        """
        end = self.drawn_end(row)
        if offset >= end:
            return len(self.text_of(row))
        return self._measure_block(row.block).index_of(row.start, max(offset, row.start))

    def offset_at(self, row: Row, cell: int) -> int:
        """Return the offset in the block's text of the character drawn at ``cell`` of the column.

        Both cells of a wide character give its offset, a space that stands for no text that of the character after it;
        left of the text gives the row's start, right of it its end.
        """
        if not _shows_text(row):
            return row.start
        end = self.drawn_end(row)
        return self._measure_block(row.block).offset_at(row.start, end, cell - row.indent)

    def on_space(self, row: Row, cell: int) -> bool:
        """Tell whether at ``cell`` of the column a space is drawn that stands for no text."""
        offset = self.offset_at(row, cell)
        return row.indent <= cell < self.cell_of(row, offset) and offset < self.drawn_end(row)

    def cell_of(self, row: Row, offset: int) -> int:
        """Return the cell of the column where the character at ``offset`` of the block's text begins in ``row``."""
        if not _shows_text(row):
            return row.indent
        measured = self._measure_block(row.block)
        if offset >= row.end:
            return row.indent + measured.cells(row.start, row.end)
        return row.indent + measured.cell_of(row.start, max(offset, row.start))

    def _measure_block(self, block: int) -> Measured:
        measured = self._measured.get(block)
        if measured is None:
            keep = self._keep(block) if self._keep else ()
            text = self._report.blocks[block].text
            measured = self._measured[block] = self._measured_text(text, keep)
        return measured

    def _measured_text(self, text: str, keep: Iterable[tuple[int, int]] = ()) -> Measured:
        return Measured(text, keep, self._ambiguous, autospace=self._autospace)

    def _set(self, index: int) -> Iterator[Row]:
        block = self._report.blocks[index]
        parts = self._parts(index) if self._parts else None
        if parts is not None and not parts:
            return
        for _ in range(self._air_above(index)):
            yield Row(index, 0, 0, 0, RowStyle.AIR)
        if block.type is BlockType.TITLE:
            yield from self._centred_title(index)
            yield from self._centred_byline(index, len(block.text))
        elif block.type is BlockType.HEADING:
            depth = self._report.parts[block.part].depth
            for start, end in self._measure_block(index).lines(self._width):
                yield Row(index, start, end, 0, RowStyle.HEADING, depth)
        else:
            indent = INDENT if self._width >= _LEAST_INDENTED else 0
            for first, stop in parts or ((0, None),):
                for start, end in self._measure_block(index).lines(
                    self._width, indent, first, stop, hang=self._hang
                ):
                    yield Row(index, start, end, 0 if start > first else indent, RowStyle.TEXT)

    def _air_above(self, index: int) -> int:
        """Empty rows above a block: around headings, under the title, and where a subsection ends and its section goes on."""
        if index == 0:
            return 0
        blocks = self._report.blocks
        if blocks[index].type is BlockType.PARAGRAPH:
            before = index - 1
            while before and self._parts and self._parts(before) == ():
                before -= 1
            above = blocks[before]
            return int(above.type is not BlockType.PARAGRAPH or above.part != blocks[index].part)
        top_level = self._report.parts[blocks[index].part].depth == 1
        return 2 if top_level and blocks[index - 1].type is BlockType.PARAGRAPH else 1

    def _centred_title(self, index: int) -> Iterator[Row]:
        measured = self._measure_block(index)
        for start, end in measured.lines(self._width):
            cells = measured.cells(start, measured.drawn_end(start, end))
            yield Row(index, start, end, max(self._width - cells, 0) // 2, RowStyle.TITLE)

    def _centred_byline(self, index: int, at: int) -> Iterator[Row]:
        for measured in map(self._measured_text, self._bylines()):
            for start, end in measured.lines(self._width):
                drawn = measured.drawn_end(start, end)
                label = measured.drawn(start, drawn)
                indent = max(self._width - measured.cells(start, drawn), 0) // 2
                yield Row(index, at, at, indent, RowStyle.BYLINE, 0, label)

    def _bylines(self) -> Iterator[str]:
        """What is known of the day, the congress and the speaker: day and congress in one line, if there is room."""
        report = self._report
        when_and_where = tuple(filter(None, (_in_chinese(report.date), report.meeting)))
        together = " ".join(when_and_where)
        fits = self._measured_text(together).cells(0, len(together)) <= self._width
        yield from (together,) if together and fits else when_and_where
        if report.speaker:
            yield report.speaker


def _shows_text(row: Row) -> bool:
    """Whether the row shows characters of its block."""
    return row.style not in (RowStyle.AIR, RowStyle.BYLINE)


def _in_chinese(date: str) -> str:
    """2018-01-24 as 2018年1月24日; anything else as it is."""
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and day.isdecimal()):
        return date
    return f"{int(year)}年{int(month)}月{int(day)}日"
