"""What was found in the library: reports with passages, and beside them how many there are of each kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hzview.library import Choice
from hzview.model import LEVELS
from hzview.search.sentences import sentence_around
from hzview.tui.actions import Scope, bindings
from hzview.tui.seeking import MOST_PASSAGES, Answer, Listed
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.painting import Piece, padded, shortened
from hzview.typeset import cell_width

if TYPE_CHECKING:
    from hzview.library.guessing import Guess
    from hzview.library.searching import Counts, Passage

_INDENT = 4
"""Cells before a passage."""
MOST_GUESSES = 5
"""Words that may be meant that are listed."""
_AHEAD = 3
"""How much of the room before a hit its sentence may take: one part in so many."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of what was found: a word that may be meant, a report, a passage of it, or how many more there are."""

    guess: Guess | None = None
    """The word."""
    listed: Listed | None = None
    """The report."""
    passage: Passage | None = None
    """The passage."""
    more: int = 0
    """How many passages are not listed."""


def rows_of(answer: Answer) -> list[Row]:
    """Return the rows for an answer."""
    meant = answer.results.guesses[:MOST_GUESSES] if answer.results is not None else ()
    rows = [Row(guess=guess) for guess in (*meant, *answer.others)]
    for listed in answer.listed:
        rows.append(Row(listed=listed))
        rows += (Row(listed=listed, passage=passage) for passage in listed.passages)
        if len(listed.found.blocks) > MOST_PASSAGES:
            rows.append(Row(listed=listed, more=len(listed.found.blocks) - MOST_PASSAGES))
    return rows


class FoundPane(EntryList):
    """The rows of an answer. The cursor is moved from the field above."""

    def __init__(
        self, *, ambiguous: int, chosen: Callable[[int], None], moved: Callable[[int], None]
    ) -> None:
        """Begin empty; ``chosen`` and ``moved`` are told a row by its place."""
        super().__init__(id="found", ambiguous=ambiguous, chosen=chosen, moved=moved)
        self.can_focus = False
        self.rows: list[Row] = []
        """What is listed."""
        self._guess = ""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def show(self, answer: Answer) -> None:
        """List an answer; the cursor stays where it is if that is more of the same."""
        rows = rows_of(answer)
        if rows[: len(self.rows)] != self.rows or not self.rows:
            first = next((n for n, row in enumerate(rows) if row.passage or (row.listed and not row.more)), 0)
            self.cursor = min(first, max(len(rows) - 1, 0))
        self.rows = rows
        self._guess = answer.results.guess if answer.results else ""
        self.relist()

    def ground_of(self, index: int) -> str:
        """Return the look of the ground of a row; the focus is in the field."""
        return "cursor" if index == self.cursor else self.GROUND

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return a row."""
        row, ground = self.rows[index], self.ground_of(index)
        if row.guess is not None:
            look = "strong" if row.guess.word == self._guess else "plain"
            return [
                (f" 是不是  {row.guess.word}", self.looks(ground, look)),
                (f"  {row.guess.reports} 份", self.looks(ground, "quiet")),
            ]
        assert row.listed is not None
        if row.passage is not None:
            return self._passage(row.passage, ground)
        if row.more:
            return [(f"{' ' * _INDENT}还有 {row.more} 段", self.looks(ground, "faint"))]
        entry = row.listed.found.entry
        year = f" {entry.year or '年份不详'}  "
        counted = f"  {len(row.listed.found.blocks)} 段" if row.listed.found.blocks else ""
        room = self.width - cell_width(year + counted, self.ambiguous)
        region = shortened(entry.region or "地区不详", room, self.ambiguous)
        rest = room - cell_width(region, self.ambiguous) - 2
        return [
            (year, self.looks(ground, "found")),
            (region, self.looks(ground, "strong")),
            (counted, self.looks(ground, "quiet")),
            ("  " + shortened(entry.title, max(rest, 0), self.ambiguous), self.looks(ground, "quiet")),
        ]

    def _passage(self, passage: Passage, ground: str) -> list[Piece]:
        """Return the sentence around the first hit, its beginning left out where the hit would be out of sight."""
        text = passage.text
        if not passage.spans:
            return [(" " * _INDENT + text[: self.width], self.looks(ground, "plain"))]
        first = passage.spans[0]
        start, end = sentence_around(text, first.start, first.end)
        room = max((self.width - _INDENT) // _AHEAD, 4)
        before = text[start : first.start]
        while cell_width(before, self.ambiguous) > room:
            before = before[1:]
        cut = "…" if len(before) < first.start - start else ""
        pieces = [(" " * _INDENT + cut + before, self.looks(ground, "plain"))]
        done = first.start
        for span in passage.spans:
            if span.start >= end:
                break
            pieces.append((text[done : span.start], self.looks(ground, "plain")))
            pieces.append((text[max(done, span.start) : span.end], self.looks(ground, "hit", "ink")))
            done = max(done, span.end)
        return [*pieces, (text[done:end], self.looks(ground, "plain"))]


@dataclass(frozen=True, slots=True)
class Facet:
    """A line of the counts: the name of a kind, or one of it with how many reports are of it."""

    text: str
    """What it says."""
    reports: int = 0
    """How many reports; 0 for the name of a kind."""
    choice: Choice | None = None
    """What is wanted once it was chosen; None for the name of a kind."""
    is_chosen: bool = False
    """Whether that is what is wanted now: choosing it takes it back."""


def facets_of(counts: Counts, choice: Choice) -> list[Facet]:
    """Return the lines for what was counted, each with what choosing it makes of ``choice``."""

    def line(text: str, reports: int, wanted: Choice, without: Choice) -> Facet:
        is_chosen = wanted == choice
        return Facet(text, reports, without if is_chosen else wanted, is_chosen)

    level, region, years = counts.levels, counts.regions, counts.years
    return [
        Facet("级别"),
        *(
            line(LEVELS.get(name, name), number, replace(choice, level=name), replace(choice, level=""))
            for name, number in level.most_common()
        ),
        Facet("年份"),
        *(
            line(f"{year}", years[year], replace(choice, years=(year, year)), replace(choice, years=None))
            for year in sorted(years, reverse=True)
        ),
        Facet("地区"),
        *(
            line(name, number, replace(choice, region=name), replace(choice, region=""))
            for name, number in region.most_common()
        ),
    ]


class FacetsPane(EntryList):
    """How many reports there are of each level, year and region; choosing one narrows."""

    BINDINGS = bindings(Scope.FACETS)

    def __init__(
        self, *, ambiguous: int, chosen: Callable[[Choice], None], closed: Callable[[], None]
    ) -> None:
        """Begin empty; ``chosen`` is told what is wanted, ``closed`` that one goes back to the field."""
        super().__init__(id="facets", ambiguous=ambiguous, chosen=self._line_chosen)
        self._narrow = chosen
        self._close = closed
        self.facets: list[Facet] = []
        """The lines."""

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.facets)

    def show(self, facets: list[Facet]) -> None:
        """Show other lines."""
        self.facets = facets
        self.relist()

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return a line."""
        facet, ground = self.facets[index], self.ground_of(index)
        if facet.choice is None:
            return [(f" {facet.text}", self.looks(ground, "quiet"))]
        count = f"{facet.reports}"
        room = max(self.width - cell_width(count) - 4, 1)
        mark = " * " if facet.is_chosen else "   "
        return [
            (mark, self.looks(ground, "found")),
            (
                padded(facet.text, room, self.ambiguous),
                self.looks(ground, "strong" if facet.is_chosen else "plain"),
            ),
            (count, self.looks(ground, "quiet")),
        ]

    def _line_chosen(self, index: int) -> None:
        choice = self.facets[index].choice
        if choice is not None:
            self._narrow(choice)

    def action_close_facets(self) -> None:
        """Go back to the field."""
        self._close()
