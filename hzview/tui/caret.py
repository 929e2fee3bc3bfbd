"""Where a caret can stand in a report's text and where it goes: by character, word, paragraph. No screen code."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate

from hzview.folding import fold
from hzview.model import Block, Position
from hzview.typeset import cell_width

_PIECE = re.compile(r"[A-Za-z0-9]+(?:[.:/-][A-Za-z0-9]+)*[%％‰℃]?|[^\W\dA-Za-z_]+|[^\w\s]+|_+|\d+")
"""Words where no segmenter is at hand: Latin words and numbers, runs of Chinese, runs of marks."""

Cut = Callable[[str], Sequence[str]]
"""Cuts folded text into words."""
Words = tuple[tuple[int, int], ...]
"""Where words begin and end, in reading order."""


def right_of(text: str, offset: int) -> int:
    """Return the offset behind the character at ``offset``, with what is drawn upon it."""
    end = offset + 1
    while end < len(text) and cell_width(text[end]) == 0:
        end += 1
    return min(end, len(text))


def left_of(text: str, offset: int) -> int:
    """Return the offset of the character before ``offset``."""
    start = offset - 1
    while start > 0 and cell_width(text[start]) == 0:
        start -= 1
    return max(start, 0)


@lru_cache(maxsize=64)
def words(text: str, cut: Cut | None) -> Words:
    """Return the words of ``text``, without blanks and marks; by ``cut``, or by scripts where there is none."""
    if cut is None:
        return tuple(match.span() for match in _PIECE.finditer(text) if match[0][0].isalnum())
    folded = fold(text)
    pieces = cut(folded.text)
    ends = accumulate(map(len, pieces))
    return tuple(
        folded.original(end - len(piece), end)
        for piece, end in zip(pieces, ends, strict=True)
        if piece[:1].isalnum()
    )


class Caret:
    """Movements in a report's blocks. All take and give the place of a character; no block is passed over."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Move in ``blocks``."""
        self._blocks = blocks
        self.cut: Cut | None = None
        """Cuts text into words; without it they are told by scripts."""

    def clamped(self, place: Position) -> Position:
        """Return the character at ``place``, the last one of its block where it is beyond."""
        text = self._text(place.paragraph)
        return Position(place.paragraph, left_of(text, min(place.offset + 1, len(text))) if text else 0)

    def end_of(self, place: Position) -> Position:
        """Return where the character at ``place`` ends."""
        return Position(place.paragraph, right_of(self._text(place.paragraph), place.offset))

    def by_characters(self, place: Position, steps: int) -> Position:
        """Go so many characters on, or back if negative, over the ends of blocks as well."""
        block, offset = place.paragraph, place.offset
        for _ in range(abs(steps)):
            text = self._text(block)
            if steps > 0:
                offset = right_of(text, offset)
                if offset >= len(text):
                    if block == len(self._blocks) - 1:
                        break
                    block, offset = block + 1, 0
            elif offset:
                offset = left_of(text, offset)
            elif block:
                block -= 1
                offset = self.clamped(Position(block, 1 << 60)).offset
        return self.clamped(Position(block, offset))

    def by_words(self, place: Position, steps: int) -> Position:
        """Go to where the word so many on begins, or so many back if negative."""
        for _ in range(abs(steps)):
            place = self._next_word(place) if steps > 0 else self._word_before(place)
        return place

    def word_end(self, place: Position, times: int) -> Position:
        """Go to the last character of this word, or if that is where one is, of the next."""
        for _ in range(times):
            place = self._next_word_end(place)
        return place

    def _next_word(self, place: Position) -> Position:
        offset = place.offset
        for block in range(place.paragraph, len(self._blocks)):
            starts = [start for start, _ in self._words(block)]
            index = bisect_right(starts, offset)
            if index < len(starts):
                return Position(block, starts[index])
            offset = -1
        return self.clamped(Position(len(self._blocks) - 1, 1 << 60))

    def _word_before(self, place: Position) -> Position:
        offset = place.offset
        for block in range(place.paragraph, -1, -1):
            starts = [start for start, _ in self._words(block)]
            index = bisect_left(starts, offset) - 1
            if index >= 0:
                return Position(block, starts[index])
            offset = 1 << 60
        return Position(0, 0)

    def _next_word_end(self, place: Position) -> Position:
        offset = place.offset
        for block in range(place.paragraph, len(self._blocks)):
            text = self._text(block)
            lasts = [left_of(text, end) for _, end in self._words(block)]
            index = bisect_right(lasts, offset)
            if index < len(lasts):
                return Position(block, lasts[index])
            offset = -1
        return self.clamped(Position(len(self._blocks) - 1, 1 << 60))

    def by_blocks(self, place: Position, steps: int) -> Position:
        """Go to the start of the paragraph so many on, or to the end of the last; back, to the start of this one first."""
        if place.paragraph + steps >= len(self._blocks):
            return self.clamped(Position(len(self._blocks) - 1, 1 << 60))
        if steps < 0 and place.offset:
            steps += 1
        return Position(max(place.paragraph + steps, 0), 0)

    def _text(self, block: int) -> str:
        return self._blocks[block].text

    def _words(self, block: int) -> Words:
        return words(self._text(block), self.cut)
