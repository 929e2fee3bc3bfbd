"""What a search found: hits in reading order, each located when it is looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import overload

from hzview.model import Position, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a term of the query was found."""

    span: Span
    """The characters found, in the block's own text; they fold to the term, unless the result's note says otherwise."""


class Hits(Sequence[Hit]):
    """The hits of a search in reading order; each is located when it is asked for."""

    def __init__(
        self, blocks: Sequence[int], counts: Sequence[int], locate: Callable[[int], list[Span]]
    ) -> None:
        """Keep ``counts[i]`` hits in block ``blocks[i]`` (ascending); ``locate`` gives the spans in one block."""
        self._blocks = array("L", blocks)
        self._ends = array("L", accumulate(counts))
        self._locate = locate
        self._located: tuple[int, list[Span]] = (-1, [])

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Hit, ...]: ...
    def __getitem__(self, index: int | slice) -> Hit | tuple[Hit, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        number = index + len(self) if index < 0 else index
        if not 0 <= number < len(self):
            raise IndexError(index)
        entry = bisect_right(self._ends, number)
        before = self._ends[entry - 1] if entry else 0
        return Hit(self._spans(self._blocks[entry])[number - before])

    def __iter__(self) -> Iterator[Hit]:
        for block in self._blocks:
            yield from map(Hit, self._spans(block))

    @property
    def blocks(self) -> Sequence[int]:
        """Indices into ``Report.blocks`` of the blocks that hold hits, ascending."""
        return self._blocks

    def in_block(self, block: int) -> tuple[Span, ...]:
        """Return the spans of the hits in one block, in order."""
        entry = bisect_left(self._blocks, block)
        if entry == len(self._blocks) or self._blocks[entry] != block:
            return ()
        return tuple(self._spans(block))

    def before(self, position: Position) -> int:
        """Return how many hits begin before ``position``: the index of the first one at or after it."""
        entry = bisect_left(self._blocks, position.paragraph)
        count = self._ends[entry - 1] if entry else 0
        inside = self.in_block(position.paragraph) if position.offset > 0 else ()
        return count + sum(span.start < position.offset for span in inside)

    def _spans(self, block: int) -> list[Span]:
        if self._located[0] != block:
            self._located = (block, self._locate(block))
        return self._located[1]


def _nowhere(block: int) -> list[Span]:
    return []


NO_HITS = Hits((), (), _nowhere)
"""What a search found that found nothing."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a query found."""

    hits: Hits
    """Every hit, in reading order."""
    note: str = ""
    """In Chinese, how the hits differ from what was asked for, or why there are none; empty where they are exact."""
    hint: str = ""
    """In Chinese, what of the query could not be read, and how it is written; empty where all was read."""
