"""What each character is to a line of text: how many cells it takes, and how it sticks to its neighbours.

A text is translated once into *classes*, one byte a character: ``Break * 4 + width``. Everything that follows
(widths, break chances) is then table look-ups over bytes, at the speed of C, whatever the characters were.

Sources. Widths: Unicode's East_Asian_Width (UAX #11), wide and full-width two cells, the rest one; combining and
invisible characters none. They agree with rich's, which paints the screen. Sticking: the line-start and line-end
prohibitions (禁则) of W3C's "Requirements for Chinese Text Layout", 3.1.3, and GB/T 15834—2011, 5.1; both widths of
each mark, for downloaded reports use either. Chinese characters: Script=Han of UAX #24.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from itertools import cycle


class Break(IntEnum):
    """How a character behaves where a line might break."""

    FREE = 0
    """Anything without a rule: a line may break on either side."""
    CLOSER = 1
    """Never starts a line: ，。）”％."""
    OPENER = 2
    """Never ends a line: （“《￥."""
    LETTER = 3
    """Part of a word or number; not parted from a neighbour of its kind."""
    DIGIT = 4
    """A letter that moreover keeps 年月日 with it."""
    JOINER = 5
    """Never starts a line and keeps the letter after it: the point of 2.5, the slash of 24/7."""
    DASH = 6
    """Half of a Chinese dash ——: may start a line, the two halves stay together."""
    BLANK = 7
    """Stays on the line before the break, where it is not drawn."""
    MARK = 8
    """Draws upon the character before it: a combining mark."""
    TIE = 9
    """Holds both neighbours: a no-break space, a zero-width joiner."""
    DATE = 10
    """年, 月, 日, which a line does not part from its number."""
    QUOTE = 11
    """A straight double quote, before it is known whether it opens or closes."""
    HAN = 12
    """A Chinese character: a line may break on either side."""
    SIGN = 13
    """Never starts a line, and belongs to the number or letter before it: the % of 8.5%, the ² of km²."""


AMBIGUOUS = 3
"""The width in a class byte of a character that takes one cell or two, as the terminal was set up."""

_LISTED = {
    Break.CLOSER: ("，。、；：！？）”》〉」』】〕］｝．｡､;!?)]}…‥·•・‧～－–∶︰﹕﹐﹑﹔﹖﹗々〻ー／"),
    Break.SIGN: "%％﹪‰‱℃℉°′″¹²³",
    Break.OPENER: "（“‘《〈「『【〔［｛([{￥¥＄$№",
    Break.JOINER: ".,:/-~+&@_\\=*^|<>#'’",
    Break.DASH: "—―─━",
    Break.TIE: "\u00a0\u2007\u202f\u2060\ufeff\u200d",
    Break.BLANK: "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029\u200b",
    Break.DATE: "年月日",
    Break.QUOTE: '"',
}
_WIDE_SINCE_UNICODE_16 = ((0x2630, 0x2637), (0x268A, 0x268F), (0x4DC0, 0x4DFF), (0x1D300, 0x1D376))
_WIDE_UNASSIGNED = ((0x1F000, 0x1FAFF), (0x20000, 0x3FFFD))
_JAMO_DRAWN_ON_THE_SYLLABLE = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF), (0x3164, 0x3164), (0xFFA0, 0xFFA0))
_SKIN_TONES = (0x1F3FB, 0x1F3FF)
_IDEOGRAPHS = (0x4E00, 0x9FFF)
"""Nearly all Chinese characters of a text."""
_HAN = (
    _IDEOGRAPHS,
    (0x2E80, 0x2FDF),
    (0x3007, 0x3007),
    (0x3021, 0x3029),
    (0x3038, 0x303A),
    (0x3400, 0x4DBF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFD),
)


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _width(code: int) -> int:
    """Cells of one character: 0, 1, 2 or ``AMBIGUOUS``."""
    import unicodedata

    category = unicodedata.category(chr(code))
    if category in ("Mn", "Me", "Mc", "Cc", "Zl", "Zp") or (category == "Cf" and code != 0xAD):
        return 0
    if _within(code, (*_JAMO_DRAWN_ON_THE_SYLLABLE, _SKIN_TONES)):
        return 0
    if category == "Cn":
        return 2 if _within(code, _WIDE_UNASSIGNED) else 1
    if _within(code, _WIDE_SINCE_UNICODE_16):
        return 2
    width = unicodedata.east_asian_width(chr(code))
    return {"W": 2, "F": 2, "A": AMBIGUOUS}.get(width, 1)


@cache
def _listed() -> dict[str, Break]:
    """The characters that are named in the rules; of two classes the one that is named last holds."""
    return {character: kind for kind, characters in _LISTED.items() for character in characters}


def _behaviour(code: int, width: int) -> Break:
    """Break class of one character: from the list, else by its Unicode category."""
    import unicodedata

    character = chr(code)
    listed = _listed().get(character)
    if listed is not None:
        return listed
    category = unicodedata.category(character)
    if category in ("Ps", "Pi"):
        return Break.OPENER
    if category in ("Pe", "Pf"):
        return Break.CLOSER
    if category in ("Zs", "Zl", "Zp"):
        return Break.BLANK
    if width == 0:
        return Break.MARK
    if _within(code, _HAN):
        return Break.HAN
    if character.isascii() or 0xFF10 <= code <= 0xFF5A or width != 2:
        if category == "Nd":
            return Break.DIGIT
        if category[0] == "L":
            return Break.LETTER
    return Break.FREE


class _Classes(dict[int, int]):
    """Code point → class byte, worked out when a character is first met."""

    def __missing__(self, code: int) -> int:
        if _within(code, (_IDEOGRAPHS,)) and chr(code) not in _listed():
            value = Break.HAN * 4 + 2
        else:
            width = _width(code)
            value = _behaviour(code, width) * 4 + width
        self[code] = value
        return value


_CLASSES = _Classes()
_QUOTE_BYTE = bytes([Break.QUOTE * 4 + 1])
_CLOSING_QUOTE = bytes([Break.CLOSER * 4 + 1])
_OPENING_QUOTE = bytes([Break.OPENER * 4 + 1])
_WIDTHS = tuple(
    bytes(ambiguous if value & 3 == AMBIGUOUS else value & 3 for value in range(256)) for ambiguous in (1, 2)
)
_JOINED = re.compile("\u200d.|\ufe0f", re.DOTALL)


def classes(text: str) -> bytes:
    """Return the class of every character of ``text``; straight quotes open and close in turn."""
    found = text.translate(_CLASSES).encode("latin-1")
    if _QUOTE_BYTE in found:
        turns = cycle((_OPENING_QUOTE, _CLOSING_QUOTE))
        found = re.sub(re.escape(_QUOTE_BYTE), lambda _: next(turns), found)
    return found


def widths(text: str, found: bytes, ambiguous: int) -> bytes:
    """Return the cells of every character of ``text``, whose ``classes`` are ``found``.

    ``ambiguous`` (1 or 2) is what the terminal gives to “ ” · — … ① ℃ Ⅴ. In a sequence of emoji tied by zero-width
    joiners the first one has the cells; a character before U+FE0F is drawn two cells wide if it is a symbol.
    """
    cells = found.translate(_WIDTHS[ambiguous - 1])
    if "\u200d" not in text and "\ufe0f" not in text:
        return cells
    mended = bytearray(cells)
    for match in _JOINED.finditer(text):
        at = match.start()
        if text[at] == "\u200d":
            mended[match.end() - 1] = 0
        elif at and mended[at - 1] == 1 and _widens(text[at - 1]):
            mended[at] = 1
    return bytes(mended)


def _widens(character: str) -> bool:
    """Whether U+FE0F makes a picture two cells wide of this character of one cell."""
    import unicodedata

    return character in "#*0123456789‼⁉〰〽" or unicodedata.category(character) in ("So", "Sm", "Sk")


def cell_width(text: str, ambiguous: int = 1) -> int:
    """Return how many cells of a terminal ``text`` takes; control characters count none.

    ``ambiguous`` (1 or 2) is what the terminal gives to characters of ambiguous width: “ ” · — … ① ℃ Ⅴ.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(widths(text, text.translate(_CLASSES).encode("latin-1"), ambiguous))
