"""Texts that are broken into lines of a page's width, put together to paragraphs again.

Sense decides before length: what ends in a comma goes on; what opens with a mark begins anew; where the layout shows
where paragraphs begin (they stand in, or a blank line is before them) it is believed. Length only tells a heading,
which ends early, from a line that is full.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from hzview.importing.appendix import is_appendix_heading
from hzview.importing.head import SALUTATION
from hzview.importing.markers import Style, marker
from hzview.importing.sentences import ended
from hzview.importing.source import Line

_COMMA = "，、,（(“《"
_WIDE = re.compile(r"[^\x00-\x7f]")
_FIRST_WORD = re.compile(r"[A-Za-z0-9.,%-]+|[“‘《（(]*[^“‘《（(][，。、；：！？”’》）)]*|.")
"""What stands at the start of a line and cannot be parted: a figure, a Latin word, a character with its marks."""
_STOP = re.compile(r"[。！？；]")
_INDENT = 4
_INSIDE = re.compile(r"[，。；、]")
_SLACK = 4
"""Cells by which a full line may be shorter than the widest: no line begins with a mark of punctuation."""
_RUNNING = 0.6
"""Share of a full line that a line of running text has at least; a heading is shorter."""
LONGEST = 8_000
"""Characters up to which lines are joined; the longest paragraph of any report seen has 4,000."""
_LEAST_LINES = 12
_SENTENCE = 80
"""Characters that half of the lines of a text at most are longer than where each is a sentence."""
_WIDEST = 120
"""Cells; a text with wider lines is not broken for a page."""


def unwrap(lines: list[Line]) -> tuple[list[Line], list[str]]:
    """Return the paragraphs of a text that is broken for a page, any other text as it is; and what is doubtful in that."""
    full = _page_width(lines)
    if not full:
        return (_join_sentences(lines) if _is_sentence_a_line(lines) else lines), []
    lines, layout = _with_openings(lines)
    page = _Page(full, layout, _indent(lines, full), any(line.torn and line.opens for line in lines))
    paragraphs: list[Line] = []
    last: Line | None = None
    guessed = 0
    for line in lines:
        before = paragraphs[-1] if paragraphs else line
        if last is not None and len(before.text) < LONGEST and page.goes_on(last, line, last is before):
            glue = " " if _is_latin(before.text[-1]) and _is_latin(line.text[0]) else ""
            bold = before.bold if before.bold < len(before.text) else before.bold + len(glue) + line.bold
            paragraphs[-1] = replace(before, text=before.text + glue + line.text, bold=bold)
            guessed += not layout and ended(last.text)
        else:
            paragraphs.append(line)
        last = line
    said = f"按页宽断行而没有缩进：有 {guessed} 处句子正好写满一行，当作同一段接上，可能本是两段"
    return paragraphs, [said] if guessed else []


def _with_openings(lines: list[Line]) -> tuple[list[Line], bool]:
    """Return lines with where paragraphs begin, and whether the layout shows that: as it says, else by their indents."""
    for opening in (lines, [replace(line, opens=line.indent) for line in lines]):
        if len(lines) * 0.02 < sum(line.opens for line in opening[1:]) < len(lines) * 0.6:
            return opening, True
    return lines, False


def _is_sentence_a_line(lines: list[Line]) -> bool:
    """Whether each line of a text is a sentence, and blank lines or indents show where its paragraphs begin."""
    if len(lines) < _LEAST_LINES:
        return False
    going_on = [before for before, line in pairwise(lines) if not line.opens]
    whole = sum(ended(before.text) for before in going_on)
    lengths = sorted(len(line.text) for line in lines)
    some = len(lines) * 3 <= len(going_on) * 10 <= len(lines) * 9
    return some and whole * 10 >= len(going_on) * 8 and lengths[len(lines) // 2] <= _SENTENCE


def _join_sentences(lines: list[Line]) -> list[Line]:
    """Join the sentences of a text that has each on a line of its own to paragraphs."""
    paragraphs: list[Line] = []
    for line in lines:
        mark = marker(line.text)
        heads = mark is not None and mark.style <= Style.BRACKETED
        before = paragraphs[-1] if paragraphs else line
        joins = ended(before.text) and not SALUTATION.fullmatch(before.text) and len(before.text) < LONGEST
        if paragraphs and joins and not line.opens and not heads and not SALUTATION.match(line.text):
            bold = before.bold if before.bold < len(before.text) else before.bold + line.bold
            paragraphs[-1] = replace(before, text=before.text + line.text, bold=bold)
        else:
            paragraphs.append(line)
    return paragraphs


def _page_width(lines: list[Line]) -> int:
    """Cells of a full line where a text is broken for a page: most lines as wide, many of them without an end; or 0."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lines) < _LEAST_LINES or lengths[int(len(lines) * 0.9)] > _WIDEST:
        return 0
    widths = sorted(_cells(line.text) for line in lines)
    wide = [width for width in widths if width * 10 >= widths[int(len(widths) * 0.9)] * 8]
    full = Counter(wide).most_common(1)[0][0]
    running = [line for line in lines if _cells(line.text) >= full - _SLACK]
    unended = sum(not ended(line.text) for line in running)
    broken = full <= _WIDEST and len(running) * 10 >= len(lines) * 4 and unended * 2 >= len(running)
    return full if broken else 0


def _indent(lines: list[Line], full: int) -> int:
    """Cells by which first lines stand in: two characters where those behind a short last line are shorter than full."""
    first = [
        _cells(line.text)
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if ended(before.text) and _cells(before.text) * 10 < full * 8
        if _cells(line.text) * 10 >= full * 8 and not ended(line.text) and not after.opens
    ]
    return _INDENT if not first or sorted(first)[len(first) // 2] < full - 1 else 0


def _cells(text: str) -> int:
    """Cells that a text takes on a page where Latin letters and digits are half as wide as Chinese characters."""
    return len(text) + len(_WIDE.findall(text))


def _is_heading(line: Line) -> bool:
    """Whether a line opens with the mark of a heading and no sentence ends in it."""
    mark = marker(line.text)
    return mark is not None and mark.style <= Style.BRACKETED and not _STOP.search(line.text)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


@dataclass(frozen=True, slots=True)
class _Page:
    """How a text is set on its pages."""

    full: int
    """Cells of a full line."""
    layout: bool
    """Whether layout shows where paragraphs begin."""
    indent: int
    """Cells by which the first line of a paragraph stands in, or stood before it was copied."""
    across: bool
    """Whether it does so at the top of a page, too, where blank lines say nothing."""

    def goes_on(self, last: Line, line: Line, begins: bool) -> bool:
        """Whether ``line`` carries on the paragraph of ``last``, which is its first line where it ``begins`` it."""
        mark = marker(line.text)
        over = ended(last.text)
        had_room = self._had_room(last, line, begins)
        if SALUTATION.match(line.text) and (line.opens or over or had_room):
            return False
        if is_appendix_heading(line.text) or is_appendix_heading(last.text):
            return False
        shows = self.layout and (self.across or not line.torn)
        begins_anew = line.opens or had_room or (over and not (shows and self._is_running(last)))
        if mark is not None and mark.style <= Style.BRACKETED and begins_anew:
            return False
        if last.text[-1] in _COMMA:
            return True
        if shows:
            return not line.opens and (over or self._is_running(last))
        if over:
            return not had_room and mark is None
        if begins and _is_heading(last):
            return not had_room and not self._is_running(line)  # a heading that takes a second line
        return not had_room or (self._is_running(last) and bool(_INSIDE.search(last.text)))

    def _had_room(self, last: Line, line: Line, begins: bool) -> bool:
        """Whether the first word of ``line`` had room on ``last``, which may have stood in by two characters."""
        first = _FIRST_WORD.match(line.text)
        indent = self.indent if begins else 0
        return _cells(last.text) + _cells(first.group() if first else "") + indent <= self.full

    def _is_running(self, line: Line) -> bool:
        """Whether a line is as wide as running text; a heading is shorter."""
        return _cells(line.text) >= self.full * _RUNNING
