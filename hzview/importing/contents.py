"""Tables of contents: headings that a text says before it says them, with leaders and page numbers or without."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from hzview.importing import pages
from hzview.importing.head import SALUTATION
from hzview.importing.markers import marker
from hzview.importing.source import Line, Removal
from hzview.importing.titles import is_main_title

_REASON = "目录"
_HEADING = re.compile(r"[【\[（(]?(?:内容)?目[录錄次][】\]）)]?[：:]?|contents", re.IGNORECASE)
_LEADERS = re.compile(r"[ .．…·⋯•_—－-]{3,}[（(]?\d{1,3}[）)]?$")
_PAGE = re.compile(r"[ .．…·⋯•_|—－-]*[（(]?\d{1,3}[）)]?$")
_LIST_END = "；;。！，"
_SEARCHED = 300
"""Lines at the beginning of a text among which its contents stand."""
_LEAST = 3
_LONGEST = 100
_KEY = 4
"""Characters by which the lines that an entry may announce are looked up."""
_MOST_ALIKE = 1_000
"""Lines that begin alike, among which an entry is looked for; no report has so many."""
_BULLET = re.compile(r"\A[-*•·●○▪] ?")
_IDLE = re.compile(r"[\s。.．：:]+")


def strip(lines: list[Line]) -> tuple[list[Line], list[Removal]]:
    """Take the table of contents out of ``lines``.

    Its entries are lines with leaders and a page number, or lines that a heading further down repeats. Below 目录 one
    is enough; without it three in a row are needed.
    """
    found = _Contents(lines).find()
    removed = [Removal(lines[i].number, lines[i].text, _REASON) for i in sorted(found)]
    return [line for i, line in enumerate(lines) if i not in found], removed


class _Contents:
    """Knows where each line of a text begins alike further down."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.begin: dict[str, list[tuple[int, str]]] = defaultdict(list)

    def find(self) -> set[int]:
        """Indices of the lines of the table."""
        top = self.lines[:_SEARCHED]
        named = next((i for i, line in enumerate(top) if _HEADING.fullmatch("".join(line.text.split()))), -1)
        if named < 0 and _longest_row(top) < _LEAST:
            return set()
        self._look_up()
        if named >= 0:
            return {named, *self._run(named + 1)}
        start = 0
        while start < len(top):
            run = self._run(start) if marker(top[start].text) or _LEADERS.search(top[start].text) else []
            if sum(i not in self._numbers(run) for i in run) >= _LEAST:
                return set(run)
            start += max(1, len(run))
        return set()

    def _look_up(self) -> None:
        """Note how each line begins."""
        for index, line in enumerate(self.lines):
            text = _bare(line.text[:_LONGEST])
            alike = self.begin[text[:_KEY]]
            if len(alike) < _MOST_ALIKE:
                alike.append((index, text))

    def _numbers(self, run: list[int]) -> set[int]:
        return {i for i in run if pages.is_number(self.lines[i].text)}

    def _run(self, start: int) -> list[int]:
        """Indices of the entries that stand in a row from ``start`` on, page numbers between them included."""
        run: list[int] = []
        for index in range(start, min(len(self.lines), _SEARCHED)):
            text = self.lines[index].text
            is_number = bool(run) and (pages.is_number(text) or text.isdigit())
            if not is_number and not _LEADERS.search(text) and not self._is_announced(index):
                break
            run.append(index)
        return run

    def _is_announced(self, index: int) -> bool:
        """Whether a line is an entry without leaders: a line further down begins with what it says."""
        text = _BULLET.sub("", self.lines[index].text, count=1)
        if not _KEY <= len(text) <= _LONGEST or text[-1] in _LIST_END or SALUTATION.match(text):
            return False
        if marker(text) is None and not is_main_title(_PAGE.sub("", text)):
            return False
        keys = {_bare(text), _bare(_PAGE.sub("", text))}
        return any(
            below > index and said.startswith(key)
            for key in keys
            if len(key) >= _KEY
            for below, said in self.begin[key[:_KEY]]
        )


def _could_be(line: Line) -> bool:
    """Whether a line looks as an entry does."""
    text = line.text
    return len(text) <= _LONGEST and (marker(text) is not None or _LEADERS.search(text) is not None)


def _longest_row(lines: list[Line]) -> int:
    """How many lines that look as entries do stand in a row at the most."""
    longest = row = 0
    for line in lines:
        row = row + 1 if _could_be(line) else 0
        longest = max(longest, row)
    return longest


def _bare(text: str) -> str:
    """A line as an entry repeats it: width, blanks and points apart."""
    return _IDLE.sub("", unicodedata.normalize("NFKC", text))
