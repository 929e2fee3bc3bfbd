"""Headings that are glued to the end of the paragraph before, or run on in one line, set free."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from hzview.importing import seams
from hzview.importing.markers import Marker, Style, marker
from hzview.importing.source import Line
from hzview.importing.titles import is_main_title

_CANDIDATE = re.compile(
    r"(?<=[。！？；”：:.．])\s*(?=[（(][一二三四五六七八九十]{1,3}[）)]|[㈠-㈩])|(?<=[。！？”])\s*(?=[一二三四五六七八九十]{1,3}、)"
)
_FIRST = re.compile(r"[（(]一[）)]|㈠")
_END = re.compile(r"[。！？!?；;]")
_LONGEST = 60
_AHEAD = 12


def unglue(lines: list[Line]) -> Iterator[Line]:
    """Yield ``lines``, with each glued heading on a line of its own.

    A heading is glued where a sentence ends before it and its number follows the number before it, so that an inline
    list (…的目标：（一）消除经济过热，…（二）…) stays whole. Behind a colon a mark opens a heading only where nothing
    follows it, or where a line below goes on with the next number.
    """
    last = {Style.NUMERAL: 0, Style.BRACKETED: 0}
    for index, line in enumerate(lines):
        first = marker(line.text)
        if first and first.style in last:
            _count(last, first)
        start = _second_heading(line, first)
        if start:
            yield line.part(0, start)
            last[Style.BRACKETED] = 1
        for match in _CANDIDATE.finditer(line.text):
            found = marker(line.text, match.end())
            if found is None or found.style not in last or not _heads(line.text, found):
                continue
            if match.start() < start or not _counts(lines, index, found, last, line.text[match.start() - 1]):
                continue
            yield line.part(start, match.end())
            start = match.end()
            _count(last, found)
        yield line.part(start) if start else line


def _count(last: dict[Style, int], found: Marker) -> None:
    last[found.style] = found.value
    if found.style is Style.NUMERAL:
        last[Style.BRACKETED] = 0


def _second_heading(line: Line, first: Marker | None) -> int:
    """Where the （一） begins that follows a heading 一、 on its line, without the end of a sentence between; or 0."""
    if first is None or first.style is not Style.NUMERAL:
        return 0
    second = _FIRST.search(line.text, first.end + 4, first.end + _LONGEST)
    between = line.text[first.end : second.start()] if second else "。"
    return second.start() if second and not _END.search(between) and between[-1] not in "，、：:" else 0


def _counts(lines: list[Line], index: int, found: Marker, last: dict[Style, int], before: str) -> bool:
    """Whether a mark inside of line ``index`` is a heading's by its number and by the character ``before`` it."""
    if before not in "：:":
        return _follows(lines[index].text, found, last)
    text = lines[index].text
    return _last_end(text) < found.end or _goes_on_below(lines, index, found)


@lru_cache(maxsize=1)
def _last_end(text: str) -> int:
    """Where the last sentence of ``text`` ends, -1 where none does; it is asked for each mark of one line."""
    return max(map(text.rfind, "。！？!?；;"))


def _follows(text: str, found: Marker, last: dict[Style, int]) -> bool:
    """Whether a mark carries on the numbering; a first （一） does so under a heading 一、, a first 一、 as a main heading."""
    if found.value == 1 and found.style is Style.NUMERAL:
        return last[Style.NUMERAL] == 0 and _is_main(text, found)
    if found.value == 1:
        return found.style is Style.BRACKETED and last[Style.NUMERAL] > 0 and last[Style.BRACKETED] == 0
    return found.value == last[found.style] + 1


def _is_main(text: str, found: Marker) -> bool:
    """Whether the heading of a main part stands behind a mark, with its text run on behind it."""
    parted = seams.seam(text, found.end, _stop(text, found))
    return bool(parted) and is_main_title(text[found.end : parted])


def _goes_on_below(lines: list[Line], index: int, found: Marker) -> bool:
    """Whether a line soon below opens with the number after ``found``."""
    below = (marker(line.text) for line in lines[index + 1 : index + 1 + _AHEAD])
    return any(
        mark is not None and (mark.style, mark.value) == (found.style, found.value + 1) for mark in below
    )


def _stop(text: str, found: Marker) -> int:
    """Where the sentence behind a mark ends, or a place behind which no heading reaches."""
    farthest = found.end + _LONGEST + 1
    end = _END.search(text, found.end, farthest)
    return end.start() if end else min(farthest, len(text))


def _heads(text: str, found: Marker) -> bool:
    """Whether what follows a mark inside a line reads as a heading: up to a full stop, a seam or the line's end."""
    stop = _stop(text, found)
    if seams.seam(text, found.end, stop):
        return True
    return 4 <= stop - found.end <= _LONGEST and text[stop : stop + 1] not in ("；", ";")
