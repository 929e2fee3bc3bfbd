"""Line breaking by Chinese rules: a paragraph is measured once, and wrapped at any width from what was measured.

No line starts with a closing mark, none ends with an opening one, words, numbers and kept spans (figures) are not cut;
where a line is too narrow for that, the weakest rule gives way first: words, then figures, then the marks. Spaces between
Chinese and Latin (``spacing``) take their cells within a line and make no difference to where it may break.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import add

from hzview.typeset.classes import Break, classes, widths
from hzview.typeset.spacing import spaces

# Why two neighbours stick together, one bit each. A pair sticks where a bit that the first one holds out to its
# follower meets the same bit held out by the second one to the character before it. CLOSE: a closing mark holds it
# out backwards, and everything forwards; OPEN: an opening mark forwards, and everything backwards.
_CLOSE, _OPEN, _WORD, _DASH, _DATE, _KEPT = 1, 2, 4, 8, 16, 32
_WEAKEST_FIRST = (_DATE, _DATE | _WORD, _DATE | _WORD | _KEPT)

_TO_FOLLOWER = {
    Break.OPENER: _CLOSE | _OPEN,
    Break.LETTER: _CLOSE | _WORD,
    Break.DIGIT: _CLOSE | _WORD | _DATE,
    Break.JOINER: _CLOSE | _WORD,
    Break.DASH: _CLOSE | _DASH,
    Break.MARK: _CLOSE | _WORD,
    Break.TIE: _CLOSE | _OPEN,
}
_TO_LEADER = {
    Break.CLOSER: _OPEN | _CLOSE,
    Break.LETTER: _OPEN | _WORD,
    Break.DIGIT: _OPEN | _WORD,
    Break.JOINER: _OPEN | _CLOSE,
    Break.DASH: _OPEN | _DASH,
    Break.BLANK: _OPEN | _CLOSE,
    Break.MARK: _OPEN | _CLOSE,
    Break.TIE: _OPEN | _CLOSE,
    Break.SIGN: _OPEN | _CLOSE,
    Break.DATE: _OPEN | _DATE,
}


def _by_class(bits: dict[Break, int], default: int) -> bytes:
    """A table over class bytes of the bits of each class."""
    by_break = {kind.value: value for kind, value in bits.items()}
    return bytes(by_break.get(value >> 2, default) for value in range(256))


_AFTER = _by_class(_TO_FOLLOWER, _CLOSE)
_BEFORE = _by_class(_TO_LEADER, _OPEN)
_BREAKABLE = tuple(bytes(value & ~given_up == 0 for value in range(256)) for given_up in _WEAKEST_FIRST)
"""Per rule that gives way: which stickings are no hindrance any more."""


def _bytes_of(*kinds: Break) -> bytes:
    return (
        b"[" + b"".join(re.escape(bytes([kind * 4 + width])) for kind in kinds for width in range(4)) + b"]"
    )


_OPENED_BLANK = re.compile(_bytes_of(Break.OPENER) + _bytes_of(Break.BLANK) + b"+")
_DASH_CLASS = _bytes_of(Break.DASH)
_SINGLE_DASH = re.compile(b"(?<!" + _DASH_CLASS + b")" + _DASH_CLASS + b"(?!" + _DASH_CLASS + b")")
_HANGING = frozenset("，。、；：")
"""Marks whose ink is small and at the left of their cells: in the margin they are hardly seen."""
HANGING_CELLS = 2
"""Cells beyond a line's width that such a mark takes."""
_BLANKS = re.compile(_bytes_of(Break.BLANK) + b"+")


def _sticking(found: bytes, keep: Iterable[tuple[int, int]]) -> bytes:
    """For every offset the bits of why no line may break there; 0 where one may."""
    count = len(found)
    leaders = b"\0" + found.translate(_AFTER)[:-1]
    asked = int.from_bytes(leaders, "big") & int.from_bytes(found.translate(_BEFORE), "big")
    sticking = bytearray(asked.to_bytes(count, "big"))
    for match in _OPENED_BLANK.finditer(found):
        if match.end() < count:
            sticking[match.end()] |= _OPEN
    for match in _SINGLE_DASH.finditer(found):
        _bind_single_dash(found, sticking, match.start())
    for start, end in keep:
        for offset in range(max(start, 0) + 1, min(end, count)):
            sticking[offset] |= _KEPT
    return bytes(sticking)


def _bind_single_dash(found: bytes, sticking: bytearray, at: int) -> None:
    """Keep a lone dash (5%—6%, 2016—2020年) with what it joins; only a dash of two may start a line."""
    if at == 0 or found[at - 1] >> 2 == Break.BLANK:
        return
    sticking[at] |= _CLOSE
    if at + 1 < len(found) and found[at + 1] >> 2 == Break.DIGIT:
        sticking[at + 1] |= _WORD


class Measured:
    """One paragraph with its cells and break chances, which hold at every width. Offsets count its code points."""

    __slots__ = ("_blanks", "_cells", "_spaces", "_sticking", "text")

    text: str
    """The paragraph's text."""

    def __init__(
        self,
        text: str,
        keep: Iterable[tuple[int, int]] = (),
        ambiguous: int = 1,
        *,
        autospace: bool = False,
    ) -> None:
        """Measure ``text``; no line cuts a span of ``keep``; ``ambiguous`` as in ``cell_width``.

        With ``autospace`` a space of a cell, which stands for no text, parts Chinese from Latin letters and digits.
        """
        found = classes(text)
        self.text = text
        taken: Iterable[int] = widths(text, found, ambiguous)
        self._spaces = spaces(found, ambiguous) if autospace else b""
        if self._spaces:
            taken = map(add, taken, self._spaces)
        # Where the cells of each character begin, those of the space before it included, were all of it one line.
        self._cells = array("I", accumulate(taken, initial=0))
        self._sticking = _sticking(found, keep) if text else b""
        self._blanks = {at: run.end() for run in _BLANKS.finditer(found) for at in range(*run.span())}

    def cells(self, start: int, end: int) -> int:
        """Return how many cells a line from ``start`` to ``end`` takes, with the spaces between its characters."""
        return self._cells[end] - self._origin(start) if start < end else 0

    def cell_of(self, start: int, offset: int) -> int:
        """Return the cell at which the character at ``offset`` begins in a line from ``start`` that holds it."""
        return self._origin(offset) - self._origin(start)

    def _origin(self, start: int) -> int:
        """Where the line from ``start`` begins in ``_cells``: no space is drawn before its first character."""
        return self._cells[start] + self._spaces[start] if self._spaces else self._cells[start]

    def offset_at(self, start: int, end: int, cell: int) -> int:
        """Return the offset of the character that covers the ``cell``-th cell of a line from ``start`` to ``end``.

        Both cells of a wide character give its offset; a space gives that of the character after it. Left of the line
        gives ``start``, right of it ``end``.
        """
        if cell < 0:
            return start
        return min(bisect_right(self._cells, self._origin(start) + cell, start, end + 1) - 1, end)

    def drawn(self, start: int, end: int) -> str:
        """Return what is drawn of a line from ``start`` to ``end``: its characters, and the spaces between them."""
        if not self._spaces:
            return self.text[start:end]
        pieces = []
        while (space := self._spaces.find(1, start + 1, end)) > 0:
            pieces.append(self.text[start:space])
            start = space
        return " ".join((*pieces, self.text[start:end]))

    def index_of(self, start: int, offset: int) -> int:
        """Return where in what is drawn of a line from ``start`` the character at ``offset`` stands."""
        return offset - start + self._spaces.count(1, start + 1, offset + 1)

    def drawn_end(self, start: int, end: int) -> int:
        """Return ``end`` without the blanks at the end of the line from ``start``, which are not drawn."""
        return start + len(self.text[start:end].rstrip()) if start < end else end

    def lines(
        self, width: int, indent: int = 0, start: int = 0, stop: int | None = None, *, hang: bool = False
    ) -> list[tuple[int, int]]:
        """Return the lines at ``width`` cells, the first one ``indent`` cells narrower, as (start, end).

        They follow one another without a gap and cover the whole text, or what of it is from ``start`` to ``stop``; a
        text without characters is one empty line.
        Blanks at the end of a line belong to it and may reach past the width: they are not drawn. With ``hang`` a full
        stop, comma or the like may stand beyond the width, where else it would take a character to the next line.
        """
        count = len(self.text) if stop is None else min(stop, len(self.text))
        lines: list[tuple[int, int]] = []
        room = width - indent
        while start < count:
            end = min(self._line_end(start, max(room, 1), hang), count)
            lines.append((start, end))
            start, room = end, width
        return lines or [(start, start)]

    def _line_end(self, start: int, room: int, hang: bool) -> int:
        """Where the line from ``start`` ends: the last break chance within ``room`` cells."""
        cells, count = self._cells, len(self.text)
        end = bisect_right(cells, self._origin(start) + room, start + 1) - 1
        if end <= start:
            end = bisect_right(cells, cells[start + 1], start + 1) - 1
        end = self._blanks.get(end, end)
        if end >= count:
            return count
        # Behind blanks that reach into the margin there is no room for it.
        if hang and self._hangs(end) and cells[end + 1] - self._origin(start) <= room + HANGING_CELLS:
            return end + 1
        chance = self._sticking.rfind(b"\0", start + 1, end + 1)
        return chance if chance > 0 else self._forced_end(start, end)

    def _hangs(self, at: int) -> bool:
        """Whether the character at ``at`` is a mark that may stand in the margin, with a break chance behind it."""
        return self.text[at] in _HANGING and (at + 1 == len(self.text) or not self._sticking[at + 1])

    def _forced_end(self, start: int, end: int) -> int:
        """Where a line breaks that no rule allows to break: within a word, then a figure, then anywhere."""
        sticking = self._sticking[start + 1 : end + 1]
        for breakable in _BREAKABLE:
            chance = sticking.translate(breakable).rfind(1)
            if chance >= 0:
                return start + 1 + chance
        return end


def wrap(
    text: str,
    width: int,
    keep: Sequence[tuple[int, int]] = (),
    indent: int = 0,
    ambiguous: int = 1,
) -> list[tuple[int, int]]:
    """Break ``text`` into lines of ``width`` cells; see ``Measured``, which wraps one text at many widths."""
    return Measured(text, keep, ambiguous).lines(width, indent)
