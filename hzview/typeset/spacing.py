"""Where Chinese meets Latin letters or digits in a line: a space of one cell that stands for no text (中西文间距).

Sources. Between a Chinese character and a Western letter or digit up to a quarter of a character or a word space, none at
the ends of a line: W3C's "Requirements for Chinese Text Layout", mixed text composition in horizontal writing mode. Nothing
beside punctuation, nor where there is a blank: CSS Text 4, ``text-autospace: ideograph-alpha ideograph-numeric insert``. A
terminal's quarter is a cell. A percent sign, a degree or an exponent is part of its number, as style guides for Chinese
screens have it: 占 15% 以上, 90° 的角. A full-width letter, digit or sign has its air in its own two cells.
"""

from __future__ import annotations

import re
from functools import cache

from hzview.typeset.classes import AMBIGUOUS, Break

_KINDS = {
    Break.HAN: b"h",
    Break.DATE: b"h",
    Break.LETTER: b"w",
    Break.DIGIT: b"w",
    Break.SIGN: b"s",
    Break.MARK: b"m",
}
"""Chinese; Western; a sign that ends a number; what is drawn on the character before it. All else is a full stop."""
_MEETINGS = re.compile(b"hm*(?=w)|wm*s*(?=h)")
"""What stands right before a space: 增长 8.5, 2018 年, 8.5% 左右."""


@cache
def _kinds(ambiguous: int) -> bytes:
    """A table from class bytes to kinds. Western characters and signs are those that are drawn in one cell."""
    narrow = (1, AMBIGUOUS) if ambiguous == 1 else (1,)
    widths = {b"h": (2,), b"w": narrow, b"s": narrow, b"m": range(4)}
    kinds = bytearray(b"." * 256)
    for behaviour, kind in _KINDS.items():
        for width in widths[kind]:
            kinds[behaviour * 4 + width] = ord(kind)
    return bytes(kinds)


def spaces(found: bytes, ambiguous: int) -> bytes:
    """Return for every offset of a text, its end included, 1 where a space stands before the character, else 0.

    ``found`` is the ``classes`` of the text; ``ambiguous`` is as in ``cell_width``. Empty where there is no space.
    """
    spaced = bytearray(len(found) + 1)
    for match in _MEETINGS.finditer(found.translate(_kinds(ambiguous))):
        spaced[match.end()] = 1
    return bytes(spaced) if 1 in spaced else b""
