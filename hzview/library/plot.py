"""A trend drawn with characters: lines of braille dots for results, marks for targets.

Results of following years are joined, so that a gap stays one; a range that was aimed for is a line between two marks.
Series are told apart by their marks, not only by colour. The cells of a plot are those of ``hzview.typeset.cell_width``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor, log10
from typing import NamedTuple

from hzview.figures.figure import Kind
from hzview.library.trend import Series, Trend
from hzview.typeset import cell_width

_MARKS = ("●○", "■□", "▲△", "◆◇")
_LETTERS = ("Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg", "Hh")
"""Marks of results and targets, by region; letters where there are more regions or such characters take two cells."""
_DISPUTED = "*"
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bits of a braille character by row and column (Unicode 15, chapter 21.1)."""
LEAST = (24, 4)
"""Cells and lines below which nothing is drawn."""
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


class Piece(NamedTuple):
    """A run of characters of a plot."""

    text: str
    """The characters."""
    series: int
    """Index of the series that it draws; -1 for axes and labels."""


class Scale(NamedTuple):
    """The axis of values."""

    low: float
    """Value at its lower end."""
    high: float
    """Value at its upper end."""
    ticks: tuple[float, ...]
    """Values that are labelled, from the lowest up."""

    def label(self, tick: float) -> str:
        """Return the label of a tick: as many decimals as the ticks need."""
        step = self.ticks[1] - self.ticks[0]
        decimals = max(0, -floor(log10(step) + 1e-9)) + (step * 4 % 1 == 0 and step < 1)
        return f"{tick:.{min(decimals, 4)}f}".rstrip("0").rstrip(".") if decimals else f"{tick:.0f}"


def scale(trend: Trend, most: int = 5) -> Scale | None:
    """Return an axis of some ``most`` ticks for the values of ``trend``; None where it has none."""
    values = [float(v) for _, _, v in _values(trend.series)]
    if not values:
        return None
    low, high = min(values), max(values)
    if low == high:
        low, high = low - 1, high + 1
    rough = (high - low) / max(most - 1, 1)
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in _STEPS if power * factor >= rough * 0.999)
    first, last = floor(low / step + 1e-9), -floor(-high / step + 1e-9)
    return Scale(first * step, last * step, tuple(n * step for n in range(first, last + 1)))


def marks(trend: Trend, ambiguous: int = 1) -> dict[int, str]:
    """Return the mark of each series by its index; ``ambiguous`` as in ``cell_width``."""
    regions = list(dict.fromkeys(one.region for one in trend.series))
    pairs = _MARKS if len(regions) <= len(_MARKS) and ambiguous == 1 else _LETTERS
    return {
        index: pairs[regions.index(one.region) % len(pairs)][one.kind is Kind.TARGET]
        for index, one in enumerate(trend.series)
    }


def plot(trend: Trend, width: int, height: int, ambiguous: int = 1) -> list[list[Piece]]:
    """Draw ``trend`` into ``width`` cells and ``height`` lines, axis of years and legend included; nothing where too small."""
    axis = scale(trend, max(2, (height - 2) // 3))
    if axis is None or width < LEAST[0] or height < LEAST[1]:
        return []
    labels = [axis.label(tick) for tick in axis.ticks]
    margin = max(map(len, labels)) + 1
    canvas = _Canvas(width - margin, height - 3, trend.years, axis)
    for index, mark in sorted(
        marks(trend, ambiguous).items(), key=lambda item: item[1] in "○□△◇abcdefgh", reverse=True
    ):
        canvas.draw(index, trend.series[index], mark)
    at_row = {canvas.row(tick): label for tick, label in zip(axis.ticks, labels, strict=True)}
    lines = []
    for row in range(height - 3):
        label = at_row.get(row, "")
        edge = "┤" if label else "│"
        lines.append([Piece(f"{label:>{margin - 1}}{edge}", -1), *canvas.line(row)])
    lines.append([Piece(" " * (margin - 1) + "└" + "─" * (width - margin), -1)])
    lines.append([Piece(" " * margin + canvas.years_line(), -1)])
    lines.append(_legend(trend, width, ambiguous))
    return lines


def _values(series: Sequence[Series]) -> Iterator[tuple[int, int, float]]:
    """Yield the index of the series, the year and each value to draw."""
    for index, one in enumerate(series):
        for year, cell in one.cells.items():
            for value in (cell.value, cell.value_to):
                if value is not None:
                    yield index, year, float(value)


def _legend(trend: Trend, width: int, ambiguous: int) -> list[Piece]:
    """Return the line that says what the marks are, as far as there is room."""
    names = {Kind.ACTUAL: "实绩", Kind.TARGET: "目标"}
    shown = marks(trend, ambiguous)
    pieces = [
        Piece(f"{shown[index]} {one.region}{names[one.kind]}  ", index)
        for index, one in enumerate(trend.series)
        if one.cells
    ]
    if any(cell.is_disputed for one in trend.series for cell in one.cells.values()):
        pieces.append(Piece(f"{_DISPUTED} 说法不一", -1))
    room = width
    fitting = []
    for piece in pieces:
        room -= cell_width(piece.text, ambiguous)
        if room < 0:
            break
        fitting.append(piece)
    return fitting


class _Canvas:
    """Dots and marks in cells of 2 × 4 dots."""

    def __init__(self, width: int, height: int, years: range, axis: Scale) -> None:
        self._width, self._height = width, height
        self._years, self._axis = years, axis
        self._dots: dict[tuple[int, int], int] = {}
        self._owners: dict[tuple[int, int], int] = {}
        self._marks: dict[tuple[int, int], str] = {}

    def draw(self, index: int, series: Series, mark: str) -> None:
        """Draw the lines and marks of one series."""
        for year, cell in series.cells.items():
            following = series.cells.get(year + 1)
            if cell.value is None:
                continue
            here = self._dot(year, float(cell.value))
            if series.kind is Kind.ACTUAL and following is not None and following.value is not None:
                self._line(index, here, self._dot(year + 1, float(following.value)))
            if cell.value_to is not None:
                there = self._dot(year, float(cell.value_to))
                self._line(index, here, there)
                self._mark(index, there, mark)
            self._mark(index, here, _DISPUTED if cell.is_disputed else mark)

    def row(self, value: float) -> int:
        """Return the row of cells that a value falls into."""
        return self._dot(self._years[0], value)[1] // 4

    def line(self, row: int) -> list[Piece]:
        """Return the cells of one row, runs of one series together."""
        pieces: list[Piece] = []
        for column in range(self._width):
            place = (column, row)
            character = (
                self._marks.get(place) or chr(0x2800 + self._dots[place]) if place in self._owners else " "
            )
            owner = self._owners.get(place, -1)
            if pieces and pieces[-1].series == owner:
                pieces[-1] = Piece(pieces[-1].text + character, owner)
            else:
                pieces.append(Piece(character, owner))
        return pieces

    def years_line(self) -> str:
        """Return the labels of the years, as many as there is room for."""
        line = [" "] * self._width
        end = -1
        for year in self._years:
            start = min(max(self._dot(year, self._axis.low)[0] // 2 - 1, 0), self._width - 4)
            if start > end:
                line[start : start + 4] = f"{year}"
                end = start + 4
        return "".join(line).rstrip()

    def _dot(self, year: int, value: float) -> tuple[int, int]:
        """Return the column and row of the dot for a value of a year."""
        columns, rows = self._width * 2 - 5, self._height * 4 - 1
        span = max(len(self._years) - 1, 1)
        x = 2 + (year - self._years[0]) / span * columns if len(self._years) > 1 else columns / 2
        y = (self._axis.high - value) / (self._axis.high - self._axis.low) * rows
        return round(x), round(y)

    def _line(self, index: int, start: tuple[int, int], end: tuple[int, int]) -> None:
        steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
        for step in range(steps + 1):
            x = round(start[0] + (end[0] - start[0]) * step / steps)
            y = round(start[1] + (end[1] - start[1]) * step / steps)
            place = (x // 2, y // 4)
            self._dots[place] = self._dots.get(place, 0) | _DOTS[y % 4][x % 2]
            self._owners.setdefault(place, index)

    def _mark(self, index: int, dot: tuple[int, int], mark: str) -> None:
        place = (dot[0] // 2, dot[1] // 4)
        self._dots.setdefault(place, 0)
        self._marks[place] = mark
        self._owners[place] = index
