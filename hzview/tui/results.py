"""The hits of a search as rows: each in its sentence, under the heading of its section. No screen code.

Only the blocks are counted at first; where a hit stands, and its sentence, is worked out when its row is looked at, so
that a comma in four million characters is listed as fast as a rare word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from hzview.model import Position, Report, Span

if TYPE_CHECKING:
    from hzview.search.hits import Hits

Marked = tuple[str, bool]
"""Some text, and whether it was found."""


class Group(NamedTuple):
    """Hits that stand together in one section."""

    part: int
    """Index into ``Report.parts`` of the section."""
    first: int
    """The first hit, by its place among all hits."""
    end: int
    """One past the last one."""


class ResultRows:
    """The rows of the hits: for each group its heading, then its hits."""

    def __init__(self, report: Report, hits: Hits) -> None:
        """List ``hits`` in ``report``."""
        self._report = report
        self._hits = hits
        starts = [
            (part, hits.before(Position(next(blocks), 0)))
            for part, blocks in groupby(hits.blocks, lambda block: report.blocks[block].part)
        ]
        ends = [first for _, first in starts[1:]] + [len(hits)]
        self.groups = tuple(Group(*start, end) for start, end in zip(starts, ends, strict=bool(starts)))
        """The groups, in reading order."""
        self._heads = [group.first + number for number, group in enumerate(self.groups)]

    def __len__(self) -> int:
        return len(self._hits) + len(self.groups)

    def group_of(self, row: int) -> tuple[Group, bool]:
        """Return the group that ``row`` belongs to, and whether the row is its heading."""
        number = bisect_right(self._heads, row) - 1
        return self.groups[number], self._heads[number] == row

    def hit_at(self, row: int) -> int:
        """Return the hit of ``row``, by its place among all; for a heading, the first one below it."""
        number = bisect_right(self._heads, row) - 1
        return row - number - (1 if row > self._heads[number] else 0)

    def row_of(self, hit: int) -> int:
        """Return the row of a hit."""
        number = bisect_right([group.first for group in self.groups], hit) - 1
        return hit + number + 1

    def heading(self, group: Group) -> str:
        """Return the headings above a group, the outermost first; the report's title where there are none."""
        return " › ".join(self._report.path(self._report.parts[group.part].first)) or self._report.title

    def sentence(self, hit: int, before: int) -> Sequence[Marked]:
        """Return the sentence around a hit; of what stands before the hit, only its last ``before`` characters."""
        from hzview.search.sentences import sentence_around

        span = self._hits[hit].span
        text = self._report.blocks[span.paragraph].text
        start, end = sentence_around(text, span.start, span.end)
        begin = max(start, span.start - before)
        pieces: list[Marked] = [("…", False)] if begin > start else []
        done = begin
        for other in self._shown(span, begin, end):
            pieces += [(text[done : other.start], False), (text[other.start : other.end], True)]
            done = other.end
        return [piece for piece in (*pieces, (text[done:end], False)) if piece[0]]

    def _shown(self, span: Span, begin: int, end: int) -> list[Span]:
        """The hits from ``begin`` to ``end`` of the block of ``span``, none of them over another."""
        kept: list[Span] = []
        for other in self._hits.in_block(span.paragraph):
            if begin <= other.start < end and (not kept or other.start >= kept[-1].end):
                kept.append(other)
        return kept
