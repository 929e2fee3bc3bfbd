"""What a printed page leaves in a text: page numbers, and the running heads beside them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from hzview.importing.sentences import ended
from hzview.importing.source import Line

NUMBER = "页码"
"""Reason of a removed page number."""
HEAD = "页眉、页脚"
"""Reason of a removed running head."""
_DRESSED = re.compile(
    r"[—\-－–─~·•][—\-－–─~ ·•]*\d{1,4}[—\-－–─~ ·•]*|第 ?\d{1,3} ?页[，,/ ]*(?:共 ?\d{1,3} ?页)?|\d{1,3} ?/ ?\d{1,3}"
)
_BARE = re.compile(r"[0-9]{1,4}")
_LEAST = 3
"""Page numbers, or copies of a running head, that are no chance."""
LONGEST_HEAD = 60
"""Characters of the longest page number or running head."""
_DIGITS = re.compile(r"\d+")


def is_number(text: str) -> bool:
    """Whether a line is a page number with its dress: — 3 —, 第3页 共20页."""
    return len(text) <= LONGEST_HEAD and _DRESSED.fullmatch(text) is not None


def find(lines: list[Line]) -> dict[int, str]:
    """Return the indices of the lines that are page numbers or running heads, and which of both each is."""
    found = dict.fromkeys((i for i, line in enumerate(lines) if is_number(line.text)), NUMBER)
    found.update(dict.fromkeys(_bare_numbers(lines), NUMBER))
    beside = [
        i for number in found for i in (number - 1, number + 1) if 0 <= i < len(lines) and i not in found
    ]
    forms = Counter(form(lines[i].text) for i in beside)
    for i in beside:
        text = lines[i].text
        count = forms[form(text)]
        if count >= _LEAST and count * 3 >= len(found) and len(text) <= LONGEST_HEAD and not ended(text):
            found[i] = HEAD
    return found


def _bare_numbers(lines: list[Line]) -> set[int]:
    """Lines that are a bare number, where such lines count up one by one; a number broken off a sentence does not."""
    bare = [(index, int(line.text)) for index, line in enumerate(lines) if _BARE.fullmatch(line.text)]
    steps = sum(after[1] - before[1] == 1 for before, after in pairwise(bare))
    counts_up = len(bare) >= _LEAST and steps * 3 >= (len(bare) - 1) * 2
    return {index for index, _ in bare} if counts_up else set()


def form(text: str) -> str:
    """Return a line as running heads repeat: figures alike, blanks apart."""
    return _DIGITS.sub("0", "".join(text.split()))
