"""What became of a region's promises: a row an indicator, a column a year, a sign in each cell."""

from __future__ import annotations

from collections.abc import Callable

from hzview.figures.figure import Measure
from hzview.scorecard import wording
from hzview.scorecard.rules import Verdict
from hzview.scorecard.years import RegionScorecard, YearOutcome
from hzview.tui.actions import Scope, bindings
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.painting import Piece, padded
from hzview.tui.wording import Part

_CELL = 5
"""Cells of a year."""
_RECENT = 10
"""Years of promises that are looked at first."""
_SIGNS = {Verdict.MET: "达", Verdict.ABOUT: "近", Verdict.MISSED: "未", Verdict.UNCLEAR: "？"}
_LOOKS = {Verdict.MET: "actual", Verdict.ABOUT: "plain", Verdict.MISSED: "target", Verdict.UNCLEAR: "faint"}
_CHOSEN = {
    Verdict.MET: "now-actual",
    Verdict.ABOUT: "now-actual",
    Verdict.MISSED: "now-target",
    Verdict.UNCLEAR: "hit-now",
}
LEGEND: tuple[Part, ...] = (
    ("达", "actual"), ("到  ", "quiet"), ("近", "plain"), (" 基本达到  ", "quiet"), ("未", "target"), ("达到  ", "quiet"),
    ("？", "faint"), ("无法判断", "quiet"),
)  # fmt: skip
"""What the signs mean."""


class VerdictGrid(EntryList):
    """Indicators and years; the cursor is on one cell."""

    BINDINGS = bindings(Scope.GRID)

    def __init__(
        self,
        card: RegionScorecard,
        *,
        ambiguous: int,
        chosen: Callable[[int], None],
        moved: Callable[[int], None],
    ) -> None:
        """Show ``card``, with the cursor on the last year that can be judged.

        What was promised within the last ten years comes first, or old promises would hide it. ``chosen`` and ``moved``
        are told an entry by its place.
        """
        super().__init__(id="verdicts", ambiguous=ambiguous, chosen=chosen, moved=moved)
        self._years = card.years
        cells: dict[tuple[str, Measure], dict[int, list[YearOutcome]]] = {}
        for entry in sorted(card.outcomes, key=lambda entry: entry.outcome.promise.weight):
            promise = entry.outcome.promise
            cells.setdefault((promise.key, promise.measure), {}).setdefault(entry.year, []).append(entry)
        recent = max(self._years, default=0) - _RECENT
        self._rows = sorted(cells.values(), key=lambda row: max(row) <= recent)
        self._names = [wording.name(next(iter(row.values()))[0].outcome.promise) for row in self._rows]
        judged = {e.year for e in card.outcomes if e.outcome.judgement.verdict is not Verdict.UNCLEAR}
        last = max(judged, default=max(self._years, default=0))
        self.column = self._years.index(last) if self._years else 0
        """The year that the cursor is on, by its place."""
        self._left = 0

    @property
    def count(self) -> int:
        """How many indicators there are."""
        return len(self._rows)

    @property
    def here(self) -> list[YearOutcome]:
        """What is in the cell under the cursor: nothing, a promise, or several that differ."""
        if not self._rows or not self._years:
            return []
        return self._rows[self.cursor].get(self._years[self.column], [])

    @property
    def name_here(self) -> str:
        """The indicator under the cursor."""
        return self._names[self.cursor] if self._names else ""

    @property
    def year_here(self) -> int | None:
        """The year under the cursor."""
        return self._years[self.column] if self._years else None

    @property
    def name_width(self) -> int:
        """Cells of the names."""
        return min(max(self.width // 3, 12), 34)

    @property
    def shown(self) -> range:
        """The years that are on the screen, by their place; the one under the cursor is among them."""
        fit = max((self.width - self.name_width - 1) // _CELL, 1)
        left = min(self._left, max(len(self._years) - fit, 0))
        left = max(min(left, self.column), self.column - fit + 1)
        self._left = left
        return range(left, min(left + fit, len(self._years)))

    def header(self) -> list[Part]:
        """Return the years, to stand above their columns."""
        shown = self.shown
        more = "‹" if shown.start else " "
        years = (
            (str(self._years[place]).rjust(_CELL), "strong" if place == self.column else "quiet")
            for place in shown
        )
        parts: list[Part] = [(" " * (self.name_width - 1) + more, "quiet"), *years]
        return [*parts, (" ›" if shown.stop < len(self._years) else "", "quiet")]

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return an indicator and the signs of its years."""
        ground = self.ground_of(index)
        name = padded(" " + self._names[index], self.name_width, self.ambiguous)
        pieces: list[Piece] = [(name, self.looks(ground, "plain"))]
        for place in self.shown:
            found = self._rows[index].get(self._years[place], [])
            verdict = found[0].outcome.judgement.verdict if found else None
            sign = _SIGNS[verdict] if verdict else "  "
            look = _LOOKS[verdict] if verdict else "plain"
            if index == self.cursor and place == self.column:
                look = _CHOSEN[verdict] if verdict else "hit-now"
            pieces += [(" " * (_CELL - 2), self.looks(ground)), (sign, self.looks(ground, look))]
        return pieces

    def clicked(self, index: int, x: int) -> None:
        """Put the cursor on the cell that was clicked on; what is chosen by Enter is not by a click on another cell."""
        place = (x - self.name_width) // _CELL
        if x >= self.name_width and self.shown.start + place in self.shown:
            self.column = self.shown.start + place
        self.repaint()
        self._tell_moved()

    def action_earlier_year(self) -> None:
        """Go to the year before."""
        self._step(-1)

    def action_later_year(self) -> None:
        """Go to the year after."""
        self._step(1)

    def _step(self, step: int) -> None:
        self.column = min(max(self.column + step, 0), max(len(self._years) - 1, 0))
        self.repaint()
        self._tell_moved()
