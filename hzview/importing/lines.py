"""Lines of a file to lines of a report: what is run together is parted, what is broken is joined, both by sense."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hzview.importing.appendix import is_appendix_heading
from hzview.importing.head import SALUTATION
from hzview.importing.markers import Style, marker
from hzview.importing.source import Line
from hzview.importing.wraps import LONGEST

_LONG = 120
_VERY_LONG = 1_000
_WIDE_BREAK = re.compile(r"[\u3000\u2003]{2,}|(?<=[。！？：；”][ \u00a0])[\u3000\u2003]")
_BLANK = re.compile(r"[ \u00a0\u3000\u2003]+")
_MARKS = "，、：；,:;“（《"
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
                for half in _run_in(piece):
                    yield from _salutation(half)


_LEAST_RUN_IN = 40


def _run_in(line: Line) -> Iterator[Line]:
    """Part a numbered heading from the text that is run in behind a blank (一、2005年工作回顾 “十五”时期，全省…)."""
    mark = marker(line.text)
    blank = (
        _BLANK.search(line.text, mark.end + 4, _UNBROKEN + 20)
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
        if length <= 0:
            continue
        ends = text[blank.start() - 1] in _END
        if not (
            ends or marker(text, blank.end()) or (length <= 60 and _is_heading(text[start : blank.start()]))
        ):
            continue
        yield from _salutation(replace(line.part(start, blank.start()), opens=True))
        start = blank.end()
    yield from _salutation(replace(line.part(start), opens=True))


def _is_heading(piece: str) -> bool:
    mark = marker(piece)
    return mark is not None and mark.style <= Style.BRACKETED and "。" not in piece


_BROKEN_OFF = re.compile(r"[，、,（(“‘《〈—]$")
_INTRODUCES = re.compile(r"(?:以下|下列|如下)[^，。；]{0,14}$|(?:是|为)$")
_SENTENCE = re.compile(r"[。！？；]")
_NEVER_FIRST = "，。、；：！？）》〉”’】％%"
"""Marks that begin no line: one that does was broken off the line before."""
# Words that begin no sentence; those that begin like one are left out (和谐, 与此同时, 年初, 个体, 项目, 万众一心).
_CARRIES_ON = re.compile(
    r"[的了等]|和(?![谐平])|与(?!此|时)|及(?!时)|个(?![体人别])|项(?!目)|[亿元](?=[，。；、])|年(?![初内底轻均度])|为\d|以[上下内]"
)
_POINT_ENDS = re.compile(r"[^\d][.．]$")
_TABLE_ROW = re.compile(r"\||.*\|$")
_UNBROKEN = 60


def join(lines: Iterable[Line]) -> list[Line]:
    """Join lines that break off inside a sentence with the line that goes on: by sense, whatever their length.

    A line breaks off where it ends in a comma, or without any mark after a whole sentence before it; what ends without
    a mark otherwise is a heading. Nothing is joined to a line that opens with a mark of its own.
    """
    joined: list[Line] = []
    for line in lines:
        if joined and len(joined[-1].text) < LONGEST and _belongs(joined[-1], line):
            last = joined[-1]
            bold = last.bold if last.bold < len(last.text) else len(last.text) + line.bold
            joined[-1] = replace(last, text=last.text + line.text, bold=bold)
        else:
            joined.append(line)
    return joined


def _belongs(last: Line, line: Line) -> bool:
    """Whether ``line`` goes on with the sentence of ``last``."""
    if line.text[0] in _NEVER_FIRST and last.text[-1] not in "。！？":
        return True
    carries_on = last.text[-1] not in _END and marker(last.text) is None and _CARRIES_ON.match(line.text)
    return (_breaks_off(last) or (bool(carries_on) and not last.level)) and _goes_on(line)


def _breaks_off(line: Line) -> bool:
    text = line.text
    if _BROKEN_OFF.search(text[-40:]):
        return len(text) > 12
    if (
        text[-1] in _END
        or _POINT_ENDS.search(text[-40:])
        or line.level
        or line.bold >= len(text)
        or _INTRODUCES.search(text[-40:])
    ):
        return False
    if marker(text) is not None and not _SENTENCE.search(text):
        return text[-1] in "和及与"
    return len(text) >= _UNBROKEN or bool(_SENTENCE.search(text))


def _goes_on(line: Line) -> bool:
    if (
        line.level
        or marker(line.text) is not None
        or SALUTATION.match(line.text)
        or _TABLE_ROW.match(line.text)
    ):
        return False
    return not is_appendix_heading(line.text)
