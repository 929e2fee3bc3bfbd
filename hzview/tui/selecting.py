"""What a selection is and how the mouse makes one. No screen code."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hzview.model import Position

_SENTENCE_END = re.compile("[。！？!?；;][”’」』）)]*")
_CLAUSE_END = re.compile("[，。；：！？,;:!?、]")
_FAR = 1 << 60


@dataclass(frozen=True, slots=True)
class Selection:
    """A run of the report's text, which may go over many blocks."""

    start: Position
    """Its first character."""
    end: Position
    """One past its last character."""

    def __bool__(self) -> bool:
        return self.start < self.end

    def within(self, block: int) -> tuple[int, int]:
        """Return the offsets of what is selected of ``block``; equal ones where nothing is."""
        if not self.start.paragraph <= block <= self.end.paragraph:
            return 0, 0
        start = self.start.offset if block == self.start.paragraph else 0
        end = self.end.offset if block == self.end.paragraph else _FAR
        return start, end


def dragged(anchor: Selection, here: Selection) -> Selection | None:
    """Return what a drag from the character ``anchor`` to the character ``here`` selects, both of them included.

    On the character where it began, a drag selects nothing: that is a click.
    """
    if anchor == here:
        return None
    return Selection(min(anchor.start, here.start), max(anchor.end, here.end))


def sentence_around(text: str, offset: int) -> tuple[int, int]:
    """Return the sentence of ``text`` around ``offset``, its closing mark included."""
    start = 0
    for mark in _SENTENCE_END.finditer(text):
        if mark.end() > offset:
            return start, mark.end()
        start = mark.end()
    return start, len(text)


def clause_around(text: str, offset: int) -> tuple[int, int]:
    """Return the clause of ``text`` around ``offset``, from one punctuation mark to the next."""
    start = 0
    for mark in _CLAUSE_END.finditer(text):
        if mark.start() >= offset:
            return start, mark.start()
        start = mark.end()
    return start, len(text)
