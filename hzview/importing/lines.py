"""Lines that hold several paragraphs, or a heading and its text, parted by sense."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from hzview.importing.head import SALUTATION
from hzview.importing.markers import Style, marker
from hzview.importing.source import Line
from hzview.importing.titles import is_main_title

_LONG = 120
"""Characters from which on a line may hold several paragraphs."""
_VERY_LONG = 1_000
"""Characters from which on a line is a whole text, in which plain blanks part paragraphs."""
_LEAST_RUN_IN = 40
_LONGEST_HEADING = 80
_LONGEST_HEAD = 240
_ADDRESS = re.compile(r"(?:尊敬的)?各位代表[^，。！：:]{0,12}[！!：:，,]|同志[们們][！!：:]")
_REPORT = re.compile(r"政 ?府 ?工 ?作 ?[报報] ?告(?:（[^（）]{1,40}）)?")
_MEETING_ENDS = re.compile(r"(?:[会會][议議]|大[会會])上(?:的报告)?[）)]?(?:[（(][^（）()]{6,16}[）)])?")
_LONGEST_MARK = 9
_LONGEST_ORDINAL = 40
_WIDE_BREAK = re.compile(r"[\u3000\u2003]{2,}|(?<=[。！？：；”][ \u00a0])[\u3000\u2003]")
_ANY_BREAK = re.compile(rf"{_WIDE_BREAK.pattern}|[ \u00a0]{{4,}}")
"""What parts paragraphs in a line that is a whole text: two characters' width of plain blanks, too."""
_BLANK = re.compile(r"[ \u00a0\u3000\u2003]+")
_SENTENCE = re.compile(r"[。！？；]")
_MARKS = "，、：；,:;“（《"
_OPEN = "（(“‘《〈【〔"
_END = "。！？!?；;：:…”’）)》】』」"


def part(lines: Iterable[Line]) -> Iterator[Line]:
    """Part lines that hold several paragraphs: by two wide blanks, or in a text on one line by plain ones."""
    for index, line in enumerate(lines):
        if len(line.text) < _LONG:
            yield from _salutation(line)
            continue
        if index == 0:
            *head, line = _head(line)
            yield from head
        pieces = list(_cut(line, _WIDE_BREAK if len(line.text) <= _VERY_LONG else _ANY_BREAK))
        for piece in pieces:
            if len(piece.text) > _VERY_LONG and " " in piece.text:
                yield from _by_blanks(piece)
            else:
                for half in _run_in(piece):
                    yield from _salutation(half)


def _head(line: Line) -> list[Line]:
    """Part the head of a report from its first words where nothing stands between (…政府工作报告——…会议上市长 应勇各位代表：)."""
    found = _ADDRESS.search(line.text, 0, _LONGEST_HEAD)
    text = line.text[: found.start()] if found else ""
    title = _REPORT.search(text)
    if found is None or title is None or "。" in text:
        return [line]
    meeting = _MEETING_ENDS.search(text, title.end())
    cuts = [0, title.end(), *([meeting.end()] if meeting else []), found.start()]
    pieces = [line.part(start, end) for start, end in pairwise(cuts)]
    return [*(piece for piece in pieces if piece.text), replace(line.part(found.start()), opens=True)]


def _run_in(line: Line) -> Iterator[Line]:
    """Part a numbered heading from the text that is run in behind a blank (一、2005年工作回顾 “十五”时期，全省…)."""
    mark = marker(line.text)
    blank = (
        _BLANK.search(line.text, mark.end + 4, _LONGEST_HEADING)
        if mark and mark.style <= Style.BRACKETED
        else None
    )
    heading = line.text[: blank.start()] if blank else ""
    if (
        blank is None
        or len(line.text) - blank.end() < _LEAST_RUN_IN
        or _SENTENCE.search(heading)
        or heading[-1] in _MARKS
    ):
        yield line
        return
    yield line.part(0, blank.start())
    yield replace(line.part(blank.end()), opens=True)


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
        length = blank.start() - start
        if length <= 0 or text[blank.start() - 1] in _OPEN or _is_bare_mark(text[start : blank.start()]):
            continue
        ends = text[blank.start() - 1] in _END
        if not (
            ends or marker(text, blank.end()) or (length <= 60 and _is_heading(text[start : blank.start()]))
        ):
            continue
        yield from _salutation(replace(line.part(start, blank.start()), opens=True))
        start = blank.end()
    yield from _salutation(replace(line.part(start), opens=True))


def _is_bare_mark(piece: str) -> bool:
    mark = marker(piece) if len(piece) < _LONGEST_MARK else None
    return mark is not None and mark.end == len(piece)


def _is_heading(piece: str) -> bool:
    mark = marker(piece)
    if mark is None:
        return is_main_title(piece)
    is_ordinal = mark.style is Style.ORDINAL and len(piece) <= _LONGEST_ORDINAL
    return (mark.style <= Style.BRACKETED or is_ordinal) and "。" not in piece
