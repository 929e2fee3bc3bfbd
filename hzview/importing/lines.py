"""Lines of a file to lines of a report: what is run together is parted, what is broken is joined, both by sense."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hzview.importing.head import SALUTATION
from hzview.importing.markers import Style, marker
from hzview.importing.source import Line

_LONG = 120
_VERY_LONG = 1_000
_WIDE_BREAK = re.compile(
    r"[ \u00a0]*[\u3000\u2003]{2,}[ \u00a0\u3000\u2003]*|(?<=[。！？：；”]) +[\u3000\u2003] *"
)
_BLANK = re.compile(r"[ \u00a0\u3000\u2003]+")
_END = "。！？!?；;：:…”’）)》】』」"


def part(lines: Iterable[Line]) -> Iterator[Line]:
    """Part lines that hold several paragraphs: by two wide blanks, or in a text on one line by plain ones."""
    for line in lines:
        if len(line.text) < _LONG:
            yield from _salutation(line)
            continue
        pieces = list(_cut(line, _WIDE_BREAK))
        for piece in pieces:
            if len(piece.text) > _VERY_LONG and " " in piece.text:
                yield from _by_blanks(piece)
            else:
                yield from _salutation(piece)


def _cut(line: Line, pattern: re.Pattern[str]) -> Iterator[Line]:
    start = 0
    for match in pattern.finditer(line.text):
        if line.text[start : match.start()].strip():
            yield replace(line.part(start, match.start()), opens=True)
        start = match.end()
    rest = line.part(start)
    if rest.text:
        yield rest if start == 0 else replace(rest, opens=True)


def _salutation(line: Line) -> Iterator[Line]:
    """Part a speaker's name from the salutation behind it (上海市市长 应勇 各位代表：)."""
    blank = next((m for m in _BLANK.finditer(line.text, 0, 80) if SALUTATION.match(line.text, m.end())), None)
    if blank is None or blank.start() == 0:
        yield line
        return
    yield line.part(0, blank.start())
    yield replace(line.part(blank.end()), opens=True)


def _by_blanks(line: Line) -> Iterator[Line]:
    """Part a long line at the blanks that stand where a paragraph or a heading ends."""
    text, start = line.text, 0
    for blank in _BLANK.finditer(text):
        piece = text[start : blank.start()]
        if not piece or not (piece[-1] in _END or _is_heading(piece) or marker(text, blank.end())):
            continue
        yield from _salutation(replace(line.part(start, blank.start()), opens=True))
        start = blank.end()
    yield from _salutation(replace(line.part(start), opens=True))


def _is_heading(piece: str) -> bool:
    mark = marker(piece)
    return mark is not None and mark.style <= Style.BRACKETED and len(piece) <= 60 and "。" not in piece
