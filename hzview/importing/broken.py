"""Lines that break off inside a sentence, joined with the line that goes on: by sense, whatever their length."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from hzview.importing.appendix import is_appendix_heading
from hzview.importing.head import SALUTATION
from hzview.importing.markers import Style, marker
from hzview.importing.sentences import without_note_mark
from hzview.importing.source import Line
from hzview.importing.titles import is_main_title
from hzview.importing.wraps import LONGEST

_END = "。！？!?；;：:…”’）)》】』」"
_BROKEN_OFF = re.compile(r"[，、,（(“‘《〈—]$")
_INTRODUCES = re.compile(r"(?:以下|下列|如下)[^，。；]{0,14}$|(?:是|为)$")
_SENTENCE = re.compile(r"[。！？；]")
_NEVER_FIRST = "，。、；：！？）》〉”’】％%"
"""Marks that begin no line: one that does was broken off the line before."""
# Words that begin no sentence; those that begin like one are left out (和谐, 与此同时, 年初, 个体, 项目, 万众一心).
_CARRIES_ON = re.compile(
    r"[的了等]|和(?![谐平])|与(?!此|时)|及(?!时)|个(?![体人别])|项(?!目)|[亿元](?=[，。；、])|年(?![初内底轻均度])|为\d|以[上下内]"
)
_ENDS_IN_NAME = re.compile(r"[^。！？；…][”》]\Z")
"""How a long line ends that goes on behind a name in quotation marks: …新注册“三资” | 企业114户."""
_RUNNING = 100
_POINT_ENDS = re.compile(r"[^\d][.．]$")
_TABLE_ROW = re.compile(r"\||.*\|$")
_TERM = re.compile(r"“[^“”]{2,24}”[^，。；：]{0,10}[：:]")
"""How an entry of a list of notes begins: “三边林”：…"""
_UNBROKEN = 60
_LONGEST_HEADING = 90


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
    if _goes_on_heading(last, line):
        return True
    if line.text[0] in _NEVER_FIRST and last.text[-1] not in "。！？":
        return True
    carries_on = last.text[-1] not in _END and marker(last.text) is None and _CARRIES_ON.match(line.text)
    return (_breaks_off(last) or (bool(carries_on) and not last.level)) and _goes_on(line)


def _goes_on_heading(last: Line, line: Line) -> bool:
    """Whether ``line`` is the title of the bare number above it, or the second line of a heading."""
    mark = marker(last.text)
    if marker(line.text) is not None or _SENTENCE.search(last.text) or _SENTENCE.search(line.text[:-1]):
        return False
    if mark is not None and mark.end == len(last.text):
        return mark.style <= Style.BRACKETED and len(line.text) <= _UNBROKEN
    heads = mark is not None or last.level > 0 or is_main_title(last.text)
    return line.carries and heads and len(last.text + line.text) <= _LONGEST_HEADING


def _breaks_off(line: Line) -> bool:
    text = without_note_mark(line.text) or line.text
    if _BROKEN_OFF.search(text[-40:]):
        return len(text) > 12
    in_name = len(text) > _RUNNING and _ENDS_IN_NAME.search(text[-2:])
    if (
        (text[-1] in _END and not in_name)
        or _POINT_ENDS.search(text[-40:])
        or line.level
        or line.bold >= len(text)
        or _INTRODUCES.search(text[-40:])
    ):
        return False
    if marker(text) is not None and not _SENTENCE.search(text):
        return text.endswith(("和", "与", "以及"))
    return len(text) >= _UNBROKEN or bool(_SENTENCE.search(text))


def _goes_on(line: Line) -> bool:
    if (
        line.level
        or marker(line.text) is not None
        or SALUTATION.match(line.text)
        or _TABLE_ROW.match(line.text)
    ):
        return False
    return not is_appendix_heading(line.text) and not _TERM.match(line.text)
