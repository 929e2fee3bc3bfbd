"""A trend as a plot and as a table: a row a year, a column for the results or targets of a region."""

from __future__ import annotations

from collections.abc import Callable

from textual.strip import Strip
from textual.widget import Widget

from hzview.figures.figure import Kind
from hzview.figures.wording import KINDS
from hzview.library.plot import plot
from hzview.library.trend import Cell, Series, Trend
from hzview.tui.themes import looks_of
from hzview.tui.widgets.adapting import Adapting
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.painting import Piece, padded, shortened, strip_of
from hzview.tui.wording import Part
from hzview.typeset import cell_width

_YEAR = 6
"""Cells of the years."""
_WIDEST = 24
"""Cells of a column at most."""
_RESULTS = ("actual", "found", "strong", "quiet")
"""Looks of the results of the first regions; marks tell apart what looks alike."""


def look_of(trend: Trend, index: int) -> str:
    """Return the look of a series: targets are told from results by colour as everywhere."""
    if trend.series[index].kind is Kind.TARGET:
        return "target"
    regions = list(dict.fromkeys(one.region for one in trend.series))
    return _RESULTS[regions.index(trend.series[index].region) % len(_RESULTS)]


class TrendPlot(Adapting, Widget):
    """The plot; nothing where there is too little room for one."""

    ALLOW_SELECT = False

    def __init__(self, *, ambiguous: int) -> None:
        """Begin empty."""
        super().__init__(id="plot")
        self.ambiguous = ambiguous
        self._trend: Trend | None = None
        self._rows: list[list[Piece]] = []
        self._drawn: object = None

    def show(self, trend: Trend) -> None:
        """Draw ``trend``."""
        self._trend = trend
        self._drawn = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the row at ``y``."""
        looks = looks_of(self.app)
        state = (self.size, self.app.theme, self.ambiguous)
        if state != self._drawn:
            self._drawn, self._rows = state, self._draw()
        pieces = self._rows[y] if y < len(self._rows) else []
        return strip_of(pieces, self.size.width, looks("page"), self.ambiguous)

    def _draw(self) -> list[list[Piece]]:
        trend, looks = self._trend, looks_of(self.app)
        if trend is None:
            return []
        lines = plot(trend, self.size.width - 2, self.size.height, self.ambiguous)
        return [
            [
                (" ", looks("page")),
                *(
                    (piece.text, looks("page", "quiet" if piece.series < 0 else look_of(trend, piece.series)))
                    for piece in line
                ),
            ]
            for line in lines
        ]


class TrendGrid(EntryList):
    """Years and series; the cursor is on one cell."""

    def __init__(
        self, *, ambiguous: int, chosen: Callable[[int], None], moved: Callable[[int], None]
    ) -> None:
        """Begin empty; ``chosen`` and ``moved`` are told a year by its place."""
        super().__init__(id="trend", ambiguous=ambiguous, chosen=chosen, moved=moved)
        self._years: range = range(0)
        self._series: list[tuple[Series, str]] = []
        self.column = 0
        """The series that the cursor is on, by its place among those that have values."""
        self._left = 0

    def show(self, trend: Trend, year: int | None = None) -> None:
        """Show ``trend``, the cursor on ``year`` or else on the last one of which its series says something."""
        self._years = trend.years
        self._series = [(one, look_of(trend, index)) for index, one in enumerate(trend.series) if one.cells]
        self.column = min(self.column, max(len(self._series) - 1, 0))
        if year is None or year not in self._years:
            year = max(self._series[self.column][0].cells) if self._series else None
        self.cursor = self._years.index(year) if year is not None else 0
        self.relist()

    def choose_kind(self, kind: Kind) -> None:
        """Put the cursor on the first series of results, or of targets, if there is one."""
        places = (place for place, (series, _) in enumerate(self._series) if series.kind is kind)
        self.column = next(places, self.column)

    @property
    def count(self) -> int:
        """How many years there are."""
        return len(self._years)

    @property
    def year_here(self) -> int | None:
        """The year under the cursor."""
        return self._years[self.cursor] if self._years else None

    @property
    def series_here(self) -> Series | None:
        """The series under the cursor."""
        return self._series[self.column][0] if self._series else None

    @property
    def here(self) -> Cell | None:
        """The cell under the cursor; None where nothing is said."""
        series, year = self.series_here, self.year_here
        return series.cells.get(year) if series and year is not None else None

    @property
    def shown(self) -> range:
        """The series that are on the screen, by their place; the one under the cursor is among them."""
        fit = max((self.width - _YEAR) // self._column_width, 1)
        left = max(min(self._left, self.column), self.column - fit + 1)
        self._left = min(left, max(len(self._series) - fit, 0))
        return range(self._left, min(self._left + fit, len(self._series)))

    @property
    def _column_width(self) -> int:
        texts = [cell.text for series, _ in self._series for cell in series.cells.values()]
        texts += [_caption(series) for series, _ in self._series]
        return min(max((cell_width(text, self.ambiguous) for text in texts), default=0), _WIDEST) + 2

    def header(self) -> list[Part]:
        """Return the captions, to stand above their columns."""
        shown, width = self.shown, self._column_width
        parts: list[Part] = [("年份".ljust(_YEAR - 3) + ("‹" if shown.start else " "), "quiet")]
        for place in shown:
            look = "strong" if place == self.column else "quiet"
            parts.append((self._right(_caption(self._series[place][0]), width), look))
        return [*parts, (" ›" if shown.stop < len(self._series) else "", "quiet")]

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return a year and what is said of it."""
        ground, year, width = self.ground_of(index), self._years[index], self._column_width
        pieces: list[Piece] = [(padded(f" {year}", _YEAR, self.ambiguous), self.looks(ground, "plain"))]
        for place in self.shown:
            series, look = self._series[place]
            cell = series.cells.get(year)
            text = shortened(cell.text if cell else "", width - 2, self.ambiguous) or "  "
            blank = " " * (width - cell_width(text, self.ambiguous))
            if index == self.cursor and place == self.column:
                look = "now-target" if look == "target" else "now-actual" if cell else "hit-now"
            pieces += [(blank, self.looks(ground)), (text, self.looks(ground, look))]
        return pieces

    def _right(self, text: str, width: int) -> str:
        text = shortened(text, width - 2, self.ambiguous)
        return " " * (width - cell_width(text, self.ambiguous)) + text

    def clicked(self, index: int, x: int) -> None:
        """Put the cursor on the cell that was clicked on."""
        place = self.shown.start + (x - _YEAR) // self._column_width
        if x >= _YEAR and place in self.shown:
            self.column = place
        self.repaint()
        self._tell_moved()

    def step_column(self, step: int) -> None:
        """Go to another series."""
        self.column = min(max(self.column + step, 0), max(len(self._series) - 1, 0))
        self.repaint()
        self._tell_moved()


def _caption(series: Series) -> str:
    return series.region + KINDS[series.kind]
