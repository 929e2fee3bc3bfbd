"""The table of figures: one entry an indicator, with level, growth and rank beside one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.style import Style

from hzview.figures.figure import Figure, Kind, Measure
from hzview.figures.table import IndicatorRow, indicator_table
from hzview.figures.wording import KINDS, in_table
from hzview.model import Span
from hzview.tui import wording
from hzview.tui.reading import Reading
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.painting import Piece, padded
from hzview.typeset import cell_width

ONE_LINE = 64
"""Columns from which name and numbers stand in one row."""
_COLUMNS = (16, 14, 8)
"""Cells of the columns for levels, for growths and changes, and for ranks."""
_EMPTY = "这里没有指标"
_DOUBT = "？"
"""Behind a name: its reading may be wrong; the status line says why when the figure is selected."""


class FiguresPane(EntryList):
    """What the section that one reads, or the whole report, states in figures."""

    def __init__(
        self,
        reading: Reading,
        *,
        ambiguous: int,
        chosen: Callable[[int], None],
        moved: Callable[[int], None],
    ) -> None:
        """Show the figures of ``reading``; ``chosen`` and ``moved`` are told an entry by its place in the list."""
        super().__init__(id="figures", ambiguous=ambiguous, chosen=chosen, moved=moved)
        self._reading = reading
        self._whole = False
        self._part = 0
        self._scope: tuple[range, bool] | None = None
        self._rows: tuple[IndicatorRow, ...] = ()
        self._rows_of: dict[Span, list[int]] = {}
        self._now: Figure | None = None

    @property
    def count(self) -> int:
        """How many indicators are listed."""
        return len(self._rows)

    @property
    def entry_height(self) -> int:
        """Rows of an entry: name above numbers, or beside them where there is room."""
        return 1 if self.width >= ONE_LINE else 2

    def row(self, index: int) -> IndicatorRow:
        """Return the ``index``-th indicator of the list."""
        return self._rows[index]

    def figure(self, index: int) -> Figure:
        """Return the figure that stands for the entry ``index``: the first one of it in the text."""
        return self._rows[index].figures[0]

    def caption(self) -> list[wording.Part]:
        """Return what is listed, for the caption of the pane."""
        return [
            (f"{'全文' if self._whole or not self._part else '本节'} {len(self._range())}", "plain"),
            (" ▾", "quiet"),
        ]

    def toggle_whole(self) -> None:
        """List the whole report, or the section that one reads."""
        self._whole = not self._whole
        self._part = self._reading.part_here()

    def follow(self) -> None:
        """List what belongs to where the reader is, and mark the selected figure."""
        self._choose_part()
        figures = self._range()
        if (figures, self._whole) != self._scope:
            self._scope = (figures, self._whole)
            self._rows = indicator_table(self._reading.figures[figures.start : figures.stop])
            self._rows_of = {}
            for index, row in enumerate(self._rows):
                for figure in row.figures:
                    self._rows_of.setdefault(figure.span, []).append(index)
            self.relist()
        elif self._now != self._reading.figure:
            self.repaint()
        self._now = self._reading.figure
        self._put_cursor_here()

    def _choose_part(self) -> None:
        """Take the part where the reader is; not while one goes through the table, or it would change underfoot."""
        part = self._reading.report.parts[self._part]
        if not (self.has_focus and part.first <= self._reading.place.paragraph < part.end):
            self._part = self._reading.part_here()

    def _range(self) -> range:
        """The indices of the figures that are listed."""
        if self._whole:
            return range(len(self._reading.figures))
        part = self._reading.report.parts[self._part]
        return self._reading.figure_places.within(part.first, part.end)

    def _put_cursor_here(self) -> None:
        now = self._reading.figure
        if now is None:
            if self.has_focus:
                return
            after = self._reading.figure_places.next(self._reading.place, past=False)
            now = (
                self._reading.figures[min(after, len(self._reading.figures) - 1)]
                if self._reading.figures
                else None
            )
        rows = self._rows_of.get(now.span, ()) if now else ()
        if rows:
            self.put_cursor(self.cursor if self.cursor in rows else rows[0])

    def paint_beyond(self, row: int) -> list[Piece]:
        """Return what a row below the last entry shows; where nothing is listed, the first one says so."""
        return [(f" {_EMPTY}", self.looks(self.GROUND, "quiet"))] if row == self.count == 0 else []

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return the name, the numbers, or both."""
        row = self._rows[index]
        ground = self.ground_of(index)
        if self.entry_height == 1:
            room = self.width * 2 // 5
            return [*self._name_pieces(row, room, ground), *self._numbers(row, ground)]
        if line == 0:
            return self._name_pieces(row, self.width, ground)
        return [("   ", self.looks(ground)), *self._numbers(row, ground)]

    def _name_pieces(self, row: IndicatorRow, room: int, ground: str) -> list[Piece]:
        tag = f" {KINDS[row.kind]} " if row.kind is Kind.TARGET else ""
        doubt = _DOUBT if any(figure.doubts for figure in row.figures) else ""
        taken = 1 + cell_width(doubt) + cell_width(tag)
        name = padded(row.indicator or "（未识别指标名）", room - taken, self.ambiguous)
        look = "quiet" if all(figure.threshold for figure in row.figures) else "plain"
        return [
            (" " + name, self.looks(ground, look)),
            (doubt, self.looks(ground, "faint")),
            (tag, self.looks(ground, "target")),
        ]

    def _numbers(self, row: IndicatorRow, ground: str) -> list[Piece]:
        """The figures of an entry, the selected one standing out.

        Where an entry is one row, levels, changes and ranks stand in columns if each has but one figure.
        """
        columns = {_column(figure): figure for figure in row.figures[: len(_COLUMNS)]}
        if self.entry_height == 1 and len(columns) == len(row.figures):
            return self._in_columns(columns, ground)
        pieces: list[Piece] = []
        for figure in row.figures[: self.width]:
            pieces += [(in_table(figure), self._look(figure, ground)), ("  ", self.looks(ground))]
        return pieces

    def _in_columns(self, figures: Mapping[int, Figure], ground: str) -> list[Piece]:
        pieces: list[Piece] = []
        for column, cells in enumerate(_COLUMNS):
            figure = figures.get(column)
            text = in_table(figure) if figure else ""
            if figure is not None:
                pieces.append((text, self._look(figure, ground)))
            gap = max(cells - cell_width(text, self.ambiguous), 2)
            pieces.append((" " * gap, self.looks(ground)))
        return pieces

    def _look(self, figure: Figure, ground: str) -> Style:
        kind = "actual" if figure.kind is Kind.ACTUAL else "target"
        return self.looks(ground, f"now-{kind}" if figure == self._reading.figure else kind)


def _column(figure: Figure) -> int:
    """Which of ``_COLUMNS`` a figure stands in."""
    return {Measure.LEVEL: 0, Measure.RANK: 2}.get(figure.measure, 1)
