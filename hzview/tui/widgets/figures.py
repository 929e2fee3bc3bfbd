"""The table of figures: one entry an indicator, with level, growth and rank beside one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from rich.style import Style

from hzview import bars
from hzview.figures.figure import Figure, Kind, Measure
from hzview.figures.table import IndicatorRow
from hzview.figures.wording import KINDS, in_table
from hzview.model import Span
from hzview.tui import wording
from hzview.tui.listing import Listed, View, growth, listing
from hzview.tui.reading import Reading
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.painting import Piece, inked, padded
from hzview.typeset import cell_width

ONE_LINE = 64
"""Columns from which name and numbers stand in one row."""
_COLUMNS = (16, 14, 8)
"""Cells of the columns for levels, for growths and changes, and for ranks."""
_EMPTY, _NOTHING, _NOT_HERE = "这里没有指标", "没有符合条件的指标", "本节没有符合条件的指标"
_DOUBT = "？"
"""Behind a name: its reading may be wrong; the status line says why when the figure is selected."""
_MARKED = "*"
"""Before a name: some of its figures are marked."""
_FULL_GROWTH, _FULL_SHARE = Decimal(25), Decimal(100)
"""Percent of growth, and of a whole, that fill a bar. The scale is the same everywhere, so that bars can be compared."""


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
        self.view = View()
        """What is listed of the figures, and how; ``follow`` shows what was changed."""
        self._reading = reading
        self._whole = False
        self._part = 0
        self._scope: tuple[range, bool, View, frozenset[Span]] | None = None
        self._listed: tuple[Listed, ...] = ()
        self.elsewhere = 0
        """Entries that the filter finds in the whole report, where the section at hand has none."""
        self._rows_of: dict[Span, list[int]] = {}
        self._now: Figure | None = None

    @property
    def count(self) -> int:
        """How many entries are listed."""
        return len(self._listed)

    @property
    def entry_height(self) -> int:
        """Rows of an entry: name above numbers, or beside them where there is room."""
        return 1 if self.width >= ONE_LINE else 2

    def figure(self, index: int) -> Figure:
        """Return the figure that stands for the entry ``index``."""
        return self._listed[index].figure

    def figures_of(self, index: int) -> tuple[Figure, ...]:
        """Return all figures of the entry ``index``; none for a heading, or where there is no such entry."""
        row = self._listed[index].row if index < self.count else None
        return row.figures if row else ()

    def listed_figures(self) -> list[Figure]:
        """Return all figures that are listed, each once, in the order of the list."""
        by_span = {figure.span: figure for index in range(self.count) for figure in self.figures_of(index)}
        return list(by_span.values())

    def caption(self) -> list[wording.Part]:
        """Return what is listed, for the caption of the pane."""
        view = self.view
        scope = "全文" if self._whole or not self._part else "本节"
        said = [view.order.value] if view != View(view.query, by_section=view.by_section) else []
        said += [f"/{view.query} {self._listed_number()}/{len(self._range())}"] if view.query else []
        number = "" if view.query else f" {len(self._range())}"
        return [*((f"{part}  ", "found") for part in said), (f"{scope}{number}", "plain"), (" ▾", "quiet")]

    def _listed_number(self) -> int:
        return len(self.listed_figures())

    def toggle_whole(self) -> None:
        """List the whole report, or the section that one reads."""
        self._whole = not self._whole
        self._part = self._reading.part_here()

    def follow(self) -> None:
        """List what belongs to where the reader is, and mark the selected figure."""
        self._choose_part()
        figures, reading = self._range(), self._reading
        scope = (
            figures,
            self._whole,
            self.view,
            frozenset(reading.marked) if self.view.query else frozenset(),
        )
        if scope != self._scope:
            self._scope = scope
            self._listed = self._list(figures)
            whole = range(len(reading.figures))
            missed = self.view.query and not self._listed and figures != whole
            self.elsewhere = sum(one.row is not None for one in self._list(whole)) if missed else 0
            self._rows_of = {}
            for index in range(self.count):
                for figure in self.figures_of(index):
                    self._rows_of.setdefault(figure.span, []).append(index)
            self.relist()
        elif self._now != reading.figure:
            self.repaint()
        self._now = reading.figure
        self._put_cursor_here()

    def _list(self, figures: range) -> tuple[Listed, ...]:
        reading = self._reading
        return listing(
            reading.report, reading.figures[figures.start : figures.stop], self.view, reading.marked
        )

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

    def put_cursor(self, index: int) -> None:
        """Put the cursor on an indicator; from above or from below, it passes over headings."""
        step = 1 if index >= self.cursor or index <= 0 else -1
        while 0 <= index < self.count and self._listed[index].row is None:
            index += step
        super().put_cursor(index)

    def paint_beyond(self, row: int) -> list[Piece]:
        """Return what a row below the last entry shows; where nothing is listed, the first ones say so."""
        said = [_NOTHING if self.view.query else _EMPTY]
        if self.elsewhere:
            said = [_NOT_HERE, f"全文有 {self.elsewhere} 项，按 a 列出"]
        if self.count or row >= len(said):
            return []
        return [(f" {said[row]}", self.looks(self.GROUND, "quiet"))]

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return the name, the numbers, or both."""
        listed, ground = self._listed[index], self.ground_of(index)
        row = listed.row
        if row is None:
            text = f" {listed.heading}" if line == self.entry_height - 1 else ""
            return [(padded(text, self.width, self.ambiguous), self.looks(ground, "strong"))]
        if self.entry_height == 1:
            room = self.width * 3 // 8
            return self._with_bar(
                [*self._name_pieces(row, room, ground), *self._numbers(row, ground)], row, ground
            )
        if line == 0:
            return self._name_pieces(row, self.width, ground)
        return self._with_bar([("   ", self.looks(ground)), *self._numbers(row, ground)], row, ground)

    def _with_bar(self, pieces: list[Piece], row: IndicatorRow, ground: str) -> list[Piece]:
        """``pieces`` with the row's bar at the right edge, if it has one and there is room."""
        drawn = _bar(row)
        gap = self.width - bars.CELLS - 1 - sum(cell_width(text, self.ambiguous) for text, _ in pieces)
        if not drawn or gap < 0:
            return pieces
        look = self.looks(ground, "bar")
        if (
            self.ambiguous == 2
        ):  # such a terminal draws such lines in two cells each: colour whole cells instead
            drawn, look = " " * len(drawn), inked(look)
        return [*pieces, (" " * gap, self.looks(ground)), (drawn, look)]

    def _name_pieces(self, row: IndicatorRow, room: int, ground: str) -> list[Piece]:
        tag = f" {KINDS[row.kind]} " if row.kind is Kind.TARGET else ""
        doubt = _DOUBT if any(figure.doubts for figure in row.figures) else ""
        taken = 1 + cell_width(doubt) + cell_width(tag)
        name = padded(row.indicator or "（未识别指标名）", room - taken, self.ambiguous)
        look = "quiet" if all(figure.threshold for figure in row.figures) else "plain"
        is_marked = any(figure.span in self._reading.marked for figure in row.figures)
        return [
            (_MARKED if is_marked else " ", self.looks(ground, "found")),
            (name, self.looks(ground, look)),
            (doubt, self.looks(ground, "quiet")),
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
        names = (ground, f"now-{kind}" if figure == self._reading.figure else kind)
        return self.looks(*names, "marked") if figure.span in self._reading.marked else self.looks(*names)


def _column(figure: Figure) -> int:
    """Which of ``_COLUMNS`` a figure stands in."""
    return {Measure.LEVEL: 0, Measure.RANK: 2}.get(figure.measure, 1)


def _bar(row: IndicatorRow) -> str:
    """The bar of an indicator: of its growth, else of its share of a whole; empty where it has neither."""
    grown = growth(row)
    if grown is not None:
        return bars.bar(grown.value, _FULL_GROWTH)
    shares = (
        figure for figure in row.cells(Measure.LEVEL) if figure.unit == "%" and 0 <= figure.value <= 100
    )
    share = next(shares, None)
    return bars.bar(share.value, _FULL_SHARE) if share is not None else ""
