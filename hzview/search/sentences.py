"""The sentence around something that was found."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_END = re.compile("[。！？!?；;]+[”’」』）)]*")


def sentence_around(text: str, start: int, end: int, context: int = 0) -> tuple[int, int]:
    """Return where the sentence of ``text`` that holds ``start`` to ``end`` begins and ends.

    From the first to the last where it runs through several; with ``context`` sentences more on either side.
    """
    ends = [match.end() for match in _END.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    first = bisect_right(ends, start) - context
    last = max(bisect_left(ends, end), first) + context
    return ends[first - 1] if first > 0 else 0, ends[min(last, len(ends) - 1)]
