"""What is being read: the report, its figures and hits, and the one place that all panes agree on. No screen code."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hzview.figures.figure import Figure, Kind
from hzview.model import Block, BlockType, OutlineEntry, Position, Report, Span

if TYPE_CHECKING:
    from hzview.search.hits import Hits


class Places:
    """Things of a report in reading order, to be counted and found by place."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        """Hold ``spans``, which come in reading order."""
        self._spans = list(spans)

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, index: int) -> Span:
        return self._spans[index]

    def insert(self, spans: Sequence[Span]) -> int:
        """Add a run of ``spans`` between which none of ours stands; return where it went."""
        at = bisect_left(self._spans, spans[0]) if spans else 0
        self._spans[at:at] = spans
        return at

    def within(self, first: int, end: int) -> range:
        """Return the indices of those in the blocks ``first`` to ``end``."""
        return range(self._before(first), self._before(end))

    def overlapping(self, run: Span) -> range:
        """Return the indices of those that share characters with ``run``, given that none overlaps another."""
        first = bisect_left(self._spans, Span(run.paragraph, run.start, -1))
        if (
            first
            and self._spans[first - 1].paragraph == run.paragraph
            and self._spans[first - 1].end > run.start
        ):
            first -= 1
        return range(first, max(bisect_left(self._spans, Span(run.paragraph, run.end, -1)), first))

    def _before(self, block: int) -> int:
        return bisect_left(self._spans, Span(block, -1, -1))

    def at(self, position: Position) -> int | None:
        """Return the index of the one that covers ``position``."""
        index = bisect_right(self._spans, Span(position.paragraph, position.offset, 1 << 60)) - 1
        return index if index >= 0 and position in self._spans[index] else None

    def next(self, position: Position, *, past: bool) -> int:
        """Return the index of the first that starts at ``position`` or after it, or only after it if ``past``."""
        end = 1 << 60 if past else -1
        return bisect_right(self._spans, Span(position.paragraph, position.offset, end))

    def index(self, span: Span) -> int | None:
        """Return the index of ``span``."""
        at = bisect_left(self._spans, span)
        return at if at < len(self._spans) and self._spans[at] == span else None


class Reading:
    """A report with what was found in it, and where in it the reader is."""

    def __init__(self, report: Report, name: str = "", identity: str = "") -> None:
        """Begin at the top of ``report``, with neither figures nor hits."""
        self.report = report
        """The report."""
        self.name = name
        """What its file is called."""
        self.identity = identity
        """Tells it from other reports between runs, as ``Opened.identity``."""
        self.blocks: tuple[Block, ...] = report.blocks
        """The report's text."""
        self.outline: tuple[OutlineEntry, ...] = report.outline
        """Headings and topic sentences."""
        self.figures: list[Figure] = []
        """The figures found so far, in reading order."""
        self.figure_places = Places()
        """Their places."""
        self.hits: Hits | None = None
        """What the query found, in reading order; None where there is no query."""
        self.marks: dict[str, Position] = {}
        """Places that the person marked, by letter."""
        self.place = Position(0, 0)
        """Where the reader is. Outline and figures pane follow it."""
        self.figure: Figure | None = None
        """The figure that is selected."""
        self.hit: int | None = None
        """The hit that is shown."""
        self.marked: set[Span] = set()
        """The places of the figures that were marked, to be copied together."""
        self._entry_starts = [entry.position.paragraph for entry in self.outline]
        self._headings = [
            index for index, block in enumerate(self.blocks) if block.type is not BlockType.PARAGRAPH
        ]

    def add_figures(self, figures: Sequence[Figure]) -> None:
        """Take in the figures of a run of blocks that had none so far."""
        if figures:
            at = self.figure_places.insert([figure.span for figure in figures])
            self.figures[at:at] = figures

    def set_hits(self, hits: Hits | None) -> None:
        """Take the hits of a query; none of them is shown yet."""
        self.hits = hits
        self.hit = None

    def hits_within(self, first: int, end: int) -> range:
        """Return the indices of the hits in the blocks ``first`` to ``end``."""
        if self.hits is None:
            return range(0)
        return range(self.hits.before(Position(first, 0)), self.hits.before(Position(end, 0)))

    def figure_at(self, position: Position) -> Figure | None:
        """Return the figure that covers ``position``."""
        index = self.figure_places.at(position)
        return None if index is None else self.figures[index]

    def next_figure(self, step: int, times: int = 1) -> Figure | None:
        """Return the ``times``-th figure after (``step`` 1) or before (-1) the selected one, or the place where none is."""
        if self.figure is None:
            after = self.figure_places.next(self.place, past=False)
        else:
            after = self.figure_places.next(self.figure.span.position, past=step > 0)
        index = after + times - 1 if step > 0 else after - times
        return self.figures[index] if 0 <= index < len(self.figures) else None

    def next_hit(self, step: int) -> int | None:
        """Return the hit so many after or before (negative) the one shown, or the place; beyond the last comes the first."""
        if not self.hits:
            return None
        if self.hit is not None:
            return (self.hit + step) % len(self.hits)
        after = self.hits.before(self.place)
        return (after + step - (step > 0)) % len(self.hits)

    def part_here(self) -> int:
        """Return the index into ``report.parts`` of the part where the reader is."""
        return self.blocks[self.place.paragraph].part

    def section_figures(self) -> range:
        """Return the indices of the figures of the part where the reader is, its subsections included."""
        part = self.report.parts[self.part_here()]
        return self.figure_places.within(part.first, part.end)

    def entry_at(self, paragraph: int) -> int | None:
        """Return the index into ``outline`` of the innermost entry around the block ``paragraph``."""
        index = bisect_right(self._entry_starts, paragraph) - 1
        while index >= 0:
            entry = self.outline[index]
            if entry.end > paragraph:
                return index
            index -= 1
        return None

    def next_heading(self, step: int, times: int = 1) -> int | None:
        """Return the block of the next heading (``step`` 1), or of the one that is open here or before it (-1).

        The ``times``-th one, that is, or the last in that direction; None where there is none.
        """
        here = self.place.paragraph
        index = bisect_right(self._headings, here) if step > 0 else bisect_left(self._headings, here) - 1
        if not 0 <= index < len(self._headings):
            return None
        return self._headings[min(max(index + step * (times - 1), 0), len(self._headings) - 1)]

    def marked_figures(self) -> list[Figure]:
        """Return the marked figures in reading order."""
        return [figure for figure in self.figures if figure.span in self.marked]

    def kinds(self) -> dict[Kind, int]:
        """Return how many figures are results and how many targets."""
        actual = sum(figure.kind is Kind.ACTUAL for figure in self.figures)
        return {Kind.ACTUAL: actual, Kind.TARGET: len(self.figures) - actual}

    def clamped(self, position: Position) -> Position:
        """Return ``position`` inside this report, whatever an older state file says."""
        paragraph = min(max(position.paragraph, 0), len(self.blocks) - 1)
        return Position(paragraph, min(max(position.offset, 0), len(self.blocks[paragraph].text)))

    def text_of(self, start: Position, end: Position) -> str:
        """Return the text from ``start`` to ``end``, a line a block."""
        if start.paragraph == end.paragraph:
            return self.blocks[start.paragraph].text[start.offset : end.offset]
        middle = (self.blocks[index].text for index in range(start.paragraph + 1, end.paragraph))
        return "\n".join(
            (
                self.blocks[start.paragraph].text[start.offset :],
                *middle,
                self.blocks[end.paragraph].text[: end.offset],
            )
        )
