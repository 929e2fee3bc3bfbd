"""Footnotes of a PDF: lines in small print at the foot of a page, each with a number that its text has as a mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hzview.importing import pages
from hzview.importing.source import Line

_SMALL = 0.88
"""Share of the size of running text that footnotes have at the most."""
_LABEL = re.compile(r"(?:[\[［【〔（(] ?(\d{1,2}) ?[\]］】〕）)]|(\d{1,2})(?![\d.%年月日、])|([①-⑳])) ?")
_MARK = re.compile(r"[\[［【〔（(](\d{1,2})[\]］】〕）)]|([①-⑳])")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page and the size of most of it."""

    line: Line
    """The line."""
    size: float
    """Size of its characters in points."""


def part(rows: Sequence[Sequence[Row]]) -> tuple[list[list[Line]], list[Line]]:
    """Return the lines of each page without its footnotes, and the footnotes of all pages, each as one line."""
    sizes: Counter[float] = Counter()
    for page in rows:
        for row in page:
            sizes[row.size] += len(row.line.text)
    small = _SMALL * sizes.most_common(1)[0][0] if sizes else 0.0
    texts: list[list[Line]] = []
    notes: list[Line] = []
    for page in rows:
        end = len(page)
        while end and _is_page_number(page[end - 1].line.text):
            end -= 1
        start = _start(page, end, small)
        texts.append([row.line for row in [*page[:start], *page[end:]]])
        notes += _joined([row.line for row in page[start:end]])
    return texts, notes


def _is_page_number(text: str) -> bool:
    return pages.is_number(text) or text.isdecimal()


def _start(page: Sequence[Row], end: int, small: float) -> int:
    """Index of the first footnote of a page, ``end`` where it has none; the text above must have the mark of each."""
    start = end
    while start and page[start - 1].size <= small:
        start -= 1
    marked = {_value(found) for row in page[:start] for found in _MARK.finditer(row.line.text, 1)}
    while start < end and not _LABEL.match(page[start].line.text):
        start += 1
    labels = [found for row in page[start:end] if (found := _LABEL.match(row.line.text))]
    return start if start and labels and _value(labels[0]) in marked else end


def _joined(lines: list[Line]) -> list[Line]:
    """Put the lines of footnotes together; one begins where its number follows the one before."""
    notes: list[Line] = []
    before = 0
    for line in lines:
        found = _LABEL.match(line.text)
        if found and (not notes or _value(found) == before + 1):
            before = _value(found)
            label = found.group(3) or f"[{before}]"
            notes.append(replace(line, text=f"{label} {line.text[found.end() :]}", bold=0, opens=True))
        else:
            notes[-1] = replace(notes[-1], text=notes[-1].text + line.text)
    return notes


def _value(found: re.Match[str]) -> int:
    """The number that a label or a mark says."""
    circled = found.group(found.re.groups)
    return ord(circled) - ord("①") + 1 if circled else int(next(filter(None, found.groups())))
