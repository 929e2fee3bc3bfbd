"""One matcher for the reader, the command line and the highlights.

There is no index: the folded text of a report is scanned at every key, which takes less than a millisecond. Blocks are
counted first, and where exactly a hit stands is worked out only for the hits that are looked at, so that the comma in
four million characters costs no more than a rare word.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise, permutations
from typing import Protocol, overload

from hzview.folding import Folded, fold
from hzview.model import Position, Report, Span
from hzview.search.query import Term, parse

_MARK = r"[^\w%‰+]"
"""One mark that a search may pass over, in folded text: anything but letters, characters, digits and signs of number."""
_ANY_MARKS = re.compile(f"{_MARK}+")
_NUMBER_MARK = re.compile(f"(?<=[0-9%‰]){_MARK}+(?=[0-9])")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_LONGEST_BLIND = 200
"""Folded characters of the longest term that is looked for with marks passed over; longer ones are not typed."""

PUNCTUATION_IGNORED = "忽略标点后找到"
"""The note of a result whose hits differ from the query in punctuation."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a term of the query was found."""

    span: Span
    """The characters found, in the block's own text; they fold to the term, marks aside if the result says so."""


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


@dataclass(frozen=True, slots=True)
class Result:
    """What a query found."""

    hits: Hits
    """Every hit, in reading order."""
    note: str = ""
    """In Chinese, how the hits differ from what was asked for; empty where they are exact."""


class _Matcher(Protocol):
    """Finds one term in folded text."""

    def count(self, text: str) -> int:
        """Return how many times the term occurs in ``text``, overlaps aside."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where it occurs, in order; as many as ``count`` says."""

    def covers(self, other: _Matcher) -> bool:
        """Tell whether a find of ``other`` may lie inside a find of this one."""


class _Exact:
    """Finds a term as it is."""

    def __init__(self, term: Term) -> None:
        self._text = term.text

    def covers(self, other: _Matcher) -> bool:
        return not isinstance(other, _Exact) or other._text in self._text

    def count(self, text: str) -> int:
        return text.count(self._text)

    def spans(self, text: str) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        at = text.find(self._text)
        while at >= 0:
            found.append((at, at + len(self._text)))
            at = text.find(self._text, at + len(self._text))
        return found


class _Blind:
    """Finds a term with marks passed over on both sides; those inside a number count."""

    def __init__(self, wanted: str) -> None:
        """Look for ``wanted``, which ``_bare`` has gone through."""
        gaps = (_gap(left, right) for left, right in pairwise(wanted))
        self._first = wanted[0]
        self._pattern = re.compile(
            re.escape(wanted[0])
            + "".join(gap + re.escape(c) for gap, c in zip(gaps, wanted[1:], strict=True))
        )

    def covers(self, other: _Matcher) -> bool:
        return True

    def count(self, text: str) -> int:
        return len(self.spans(text)) if self._first in text else 0

    def spans(self, text: str) -> list[tuple[int, int]]:
        return [match.span() for match in self._pattern.finditer(text)]


def _bare(text: str) -> str:
    """A folded term without marks, but for those inside a number; thousands lose their comma."""
    text = _THOUSANDS.sub("", text)
    kept = {at for match in _NUMBER_MARK.finditer(text) for at in range(*match.span())}
    return "".join(c for at, c in enumerate(text) if at in kept or not _ANY_MARKS.match(c))


def _gap(left: str, right: str) -> str:
    """The pattern of what may stand in the text between two neighbours of a bare term."""
    if left.isdecimal() and right.isdecimal():
        return "(?:,(?=[0-9]{3}(?![0-9])))?"
    inside_number = (left in "%‰" and right.isdecimal()) or _ANY_MARKS.search(left + right)
    return "" if inside_number else f"{_MARK}*"


class Searcher:
    """Searches one report, as often as a key is pressed."""

    def __init__(self, report: Report) -> None:
        """Take ``report``; its text is folded at the first search, or by ``prepare``."""
        self._report = report

    def prepare(self) -> None:
        """Fold the report's text now (0.1 s a million characters); a thread may do it. Later calls cost nothing."""
        _ = self._folded

    def find(self, query: str) -> Result:
        """Return what ``query`` finds; nothing for an empty one.

        It is found as a substring, whatever the width, case, quotes or blanks. Words parted by blanks must all stand
        in one block, and every occurrence of each is a hit. If nothing is found, marks are passed over, and the note
        says so; what stands in straight double quotes is found as it is or not at all.
        """
        terms = parse(query)
        hits = self._hits([_Exact(term) for term in terms])
        if hits or not terms:
            return Result(hits)
        bare = [_bare(term.text) for term in terms if not term.literal]
        if not any(bare) or max(map(len, bare)) > _LONGEST_BLIND:
            return Result(hits)
        literal = [_Exact(term) for term in terms if term.literal]
        hits = self._hits([*literal, *(_Blind(wanted) for wanted in bare if wanted)])
        return Result(hits, PUNCTUATION_IGNORED if hits else "")

    @cached_property
    def _folded(self) -> tuple[Folded, ...]:
        return tuple(fold(block.text) for block in self._report.blocks)

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(folded.text for folded in self._folded)

    def _hits(self, matchers: Sequence[_Matcher]) -> Hits:
        """The hits of all ``matchers`` in the blocks where each of them has one."""
        if not matchers:
            return Hits((), (), self._no_spans)
        texts = self._texts
        first, *others = matchers
        found = [(block, count) for block, text in enumerate(texts) if (count := first.count(text))]
        for matcher in others:
            counts = ((block, before, matcher.count(texts[block])) for block, before in found)
            found = [(block, before + count) for block, before, count in counts if count]
        if any(one.covers(other) for one, other in permutations(matchers, 2)):
            found = [(block, len(_merged(matchers, texts[block]))) for block, _ in found]

        def locate(block: int) -> list[Span]:
            folded = self._folded[block]
            spans = _merged(matchers, folded.text)
            return [Span(block, *folded.original(start, end)) for start, end in spans]

        return Hits([block for block, _ in found], [count for _, count in found], locate)

    @staticmethod
    def _no_spans(block: int) -> list[Span]:
        return []


def _merged(matchers: Sequence[_Matcher], text: str) -> list[tuple[int, int]]:
    """Where any of ``matchers`` finds something, in order, without what lies inside a longer find."""
    if len(matchers) == 1:
        return matchers[0].spans(text)
    spans = sorted((s for m in matchers for s in m.spans(text)), key=lambda span: (span[0], -span[1]))
    merged: list[tuple[int, int]] = []
    for span in spans:
        if not merged or span[1] > merged[-1][1]:
            merged.append(span)
    return merged
