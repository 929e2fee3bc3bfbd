"""Where Chinese meets Latin letters or digits in a line: a space of one cell that stands for no text (中西文间距).

Sources. Between a Chinese character and a Latin letter or digit, both ways, up to a quarter of a character, none at the
ends of a line nor beside punctuation: W3C's "Requirements for Chinese Text Layout", 3.2.2; the same as ``text-autospace:
ideograph-alpha ideograph-numeric`` of CSS Text 4, which like ``insert`` there adds nothing where a blank is. A terminal's
quarter is a cell. A percent sign, a degree or an exponent is part of its number, as the usual style guides have it: 占 15%
以上, 90° 的角. A full-width letter, digit or sign has its air in its own two cells.
"""

from __future__ import annotations

import re
from functools import cache

from hzview.typeset.classes import AMBIGUOUS, Break, class_set

_HAN = class_set((2,), Break.HAN, Break.DATE)
_MARKS = class_set(range(4), Break.MARK) + b"*"


@cache
def _meetings(ambiguous: int) -> re.Pattern[bytes]:
    """What stands, over class bytes, right before a space."""
    narrow = (1, AMBIGUOUS) if ambiguous == 1 else (1,)
    western = class_set(narrow, Break.LETTER, Break.DIGIT)
    number = western + _MARKS + class_set(narrow, Break.SIGN) + b"*"
    return re.compile(
        _HAN + _MARKS + b"(?=" + western + b")"  # 增长 8.5
        b"|" + number + b"(?=" + _HAN + b")"  # 2018 年, 8.5% 左右, 38 km² 的
    )


def spaces(found: bytes, ambiguous: int) -> bytes:
    """Return for every offset of a text, its end included, 1 where a space stands before the character, else 0.

    ``found`` is the ``classes`` of the text; ``ambiguous`` is as in ``cell_width``. Empty where there is no space.
    """
    spaced = bytearray(len(found) + 1)
    for match in _meetings(ambiguous).finditer(found):
        spaced[match.end()] = 1
    return bytes(spaced) if 1 in spaced else b""
