"""The regions of a library with a mark for each year: what is there, and what is missing."""

from __future__ import annotations

from collections.abc import Callable

from hzview.tui.actions import Scope, bindings
from hzview.tui.holdings import Heading, Held, Holdings, Line, Region
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.painting import Piece, padded
from hzview.tui.wording import Part
from hzview.typeset import wrap

_THERE, _MISSING = "▪", "."
_DECADE = 10
HOW_TO_FILL = "文库还空着：按 + 写上报告文件或目录，即可加入；命令行里是 hzview library add 目录"
"""What to do with a library that has nothing in it."""


class ShelvesPane(EntryList):
    """A region a row and a year a cell; the cursor is on one year of one region."""

    BINDINGS = bindings(Scope.SHELVES)

    def __init__(
        self,
        *,
        ambiguous: int,
        chosen: Callable[[int], None],
        moved: Callable[[int], None],
        first: tuple[str, int | None] = ("", None),
    ) -> None:
        """Begin empty, then with the cursor on the region and year ``first``; ``chosen`` and ``moved`` are told a row."""
        super().__init__(id="shelves", ambiguous=ambiguous, chosen=chosen, moved=moved)
        self._holdings = Holdings()
        self.lines: list[Line] = []
        """What is listed."""
        self.year = 0
        """The year that the cursor is on."""
        self._left = 0
        self._first = first
        self._is_read = False

    @property
    def count(self) -> int:
        """Regions and levels."""
        return len(self.lines)

    @property
    def chosen_region(self) -> Region | None:
        """The region that the cursor is on."""
        line = self.lines[self.cursor] if self.cursor < len(self.lines) else None
        return line if isinstance(line, Region) else None

    @property
    def here(self) -> list[Held]:
        """The reports of the region and year that the cursor is on; of a region that knows no years, all."""
        region = self.chosen_region
        if region is None:
            return []
        return region.years.get(self.year, []) or (region.years[0] if set(region.years) == {0} else [])

    def show(self, holdings: Holdings, query: str) -> None:
        """List what ``holdings`` has for ``query``; the cursor stays with its region and year, if they are listed."""
        region = self.chosen_region
        self._is_read = True
        self._holdings = holdings
        self.lines = holdings.lines(query)
        places = [
            place
            for place, line in enumerate(self.lines)
            if isinstance(line, Region)
            and (line.name == self._first[0] if region is None else (line.level, line.name) == region.key)
        ]
        self.cursor = places[0] if places else min(1, max(len(self.lines) - 1, 0))
        if self.year not in holdings.years:
            self.year = self._first_year()
        self.relist()
        self._tell_moved()

    def _first_year(self) -> int:
        """Return the year to begin with: the one asked for, or the last one of which the region has a report."""
        region = self.chosen_region
        known = [year for year in region.years if year] if region else []
        wanted = self._first[1]
        return wanted if wanted in known and wanted else max(known, default=0)

    @property
    def name_width(self) -> int:
        """Cells of the names."""
        return min(max(self.width // 4, 10), 26)

    @property
    def shown(self) -> range:
        """The years that are on the screen; the one under the cursor is among them."""
        years = self._holdings.years
        if not years:
            return years
        fit = max(self.width - self.name_width - 1, 1)
        last = max(len(years) - fit, 0)
        place = self.year - years.start
        self._left = max(min(self._left if self._left else last, place, last), place - fit + 1)
        return range(years.start + self._left, min(years.start + self._left + fit, years.stop))

    def header(self) -> list[Part]:
        """Return the decades, to stand above their columns."""
        shown = self.shown
        text = ""
        for year in shown:
            if year % _DECADE == 0 and len(text) <= year - shown.start:
                text += " " * (year - shown.start - len(text)) + str(year)
        return [(" " * (self.name_width - 1), "quiet"), (text, "quiet")]

    def paint_beyond(self, row: int) -> list[Piece]:
        """Say how to fill a library that is empty, in as many rows as that takes."""
        if self.count or not self._is_read:
            return []
        text = HOW_TO_FILL if not self._holdings.regions else "没有这样的地区"
        lines = wrap(text, max(self.width - 2, 2), ambiguous=self.ambiguous)
        if row >= len(lines):
            return []
        return [(" " + text[slice(*lines[row])], self.looks(self.GROUND, "plain"))]

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return a region and its years, or a level."""
        entry, ground = self.lines[index], self.ground_of(index)
        if isinstance(entry, Heading):
            return [(f" {entry.text}", self.looks(ground, "quiet"))]
        name = padded(f"  {entry.shown}", self.name_width, self.ambiguous)
        pieces: list[Piece] = [(name, self.looks(ground, "plain"))]
        known = [year for year in entry.years if year]
        own = range(min(known), max(known) + 1) if known else range(0)
        for year in self.shown:
            held = len(entry.years.get(year, ()))
            sign = (
                (_THERE if held == 1 else str(min(held, 9))) if held else (_MISSING if year in own else " ")
            )
            look = "actual" if held else "faint"
            if index == self.cursor and year == self.year:
                look = "hit-now"
            pieces.append((sign, self.looks(ground, look)))
        return pieces

    def clicked(self, index: int, x: int) -> None:
        """Put the cursor on the year that was clicked on; a click on the name opens."""
        year = self.shown.start + x - self.name_width
        if x < self.name_width or year not in self.shown:
            super().clicked(index, x)
            return
        self.year = year
        self.repaint()
        self._tell_moved()

    def action_earlier_report(self) -> None:
        """Go to the year before of which there is a report."""
        self._step(-1)

    def action_later_report(self) -> None:
        """Go to the next year of which there is a report."""
        self._step(1)

    def _step(self, step: int) -> None:
        if self.chosen_region is None:
            return
        years = sorted(year for year in self.chosen_region.years if year and (year - self.year) * step > 0)
        if years:
            self.year = years[0] if step > 0 else years[-1]
            self.repaint()
            self._tell_moved()
