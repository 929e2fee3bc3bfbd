"""Footnotes: their marks in the text, raised or in brackets, and their words, gathered in an appendix behind it.

Whatever a format makes of a footnote, a report has it in one form: ``[1]`` in the text and ``[1] …`` in an appendix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hzview.importing.appendix import is_appendix_heading
from hzview.importing.source import Line, Removal

HEADING = "注释"
"""Heading of the appendix of footnotes, where the file gives them none."""
_ADDED = "脚注列在文末，另加标题"
_RELABELLED = "脚注的标号改成数字"
_RAISED = re.compile(r"\s*(\d{1,3})\s*")
_CARRIES_NOTE = re.compile(r"[^\W\d_a-zA-Z]|[”’》〉）)%％、。，；：！]")
_MARK = re.compile(r"[\[［〔【](\d{1,3})[\]］〕】]|([①-⑳])")
_DEFINITION = re.compile(r"\[\^([\w-]{1,40})\]:\s*")
_REFERENCE = re.compile(r"\[\^([\w-]{1,40})\]")
_LEAST = 2
"""Footnotes without a heading that a list of them has at the least."""


def mark(raised: str, before: str) -> str:
    """Return what stands above the line as it is written in it: a number behind Chinese as ``[1]``, else as it is.

    ``before`` is the text that it stands behind: the 2 of m² and the 15 of 10¹⁵ are no marks.
    """
    number = _RAISED.fullmatch(raised)
    return f"[{number.group(1)}]" if number and _CARRIES_NOTE.match(before.rstrip()[-1:]) else raised


def heading(number: int) -> tuple[Line, Removal]:
    """Return the heading of an appendix of footnotes as a line, and the account of it."""
    return Line(HEADING, number, level=1), Removal(number, "", _ADDED, HEADING)


def from_markdown(lines: list[Line]) -> tuple[list[Line], list[Removal]]:
    """Move the footnotes of a Markdown text (``[^1]: …``) behind it, numbered in the order of their marks."""
    notes = {i: found for i, line in enumerate(lines) if (found := _DEFINITION.match(line.text))}
    if not notes:
        return lines, []
    numbers: dict[str, int] = {}
    relabelled: list[tuple[str, str]] = []

    def numbered(found: re.Match[str]) -> str:
        label = f"[{numbers.setdefault(found.group(1), len(numbers) + 1)}]"
        relabelled.append((found.group(), label))
        return label

    text = [
        line.with_text(_REFERENCE.sub(numbered, line.text)) for i, line in enumerate(lines) if i not in notes
    ]
    moved = [(numbered(found), lines[i].part(found.end())) for i, found in notes.items()]
    first = moved[0][1].number
    head, added = heading(first)
    said = [line.with_text(f"{label} {line.text}") for label, line in sorted(moved, key=_order)]
    before, after = zip(*relabelled, strict=True)
    return [*text, head, *said], [added, Removal(first, " ".join(before), _RELABELLED, " ".join(after))]


def _order(note: tuple[str, Line]) -> int:
    return int(note[0].strip("[]"))


def with_heading(lines: list[Line]) -> tuple[list[Line], list[Removal]]:
    """Put a heading over footnotes that stand behind a text without one, each with a mark that the text has, too."""
    values = [_leading(line.text) for line in lines]
    start = next((i for i in range(len(lines) - 1, 0, -1) if values[i] == 1), 0)
    listed = [value for value in values[start:] if value]
    if not start or listed != list(range(1, len(listed) + 1)) or len(listed) < _LEAST:
        return lines, []
    if is_appendix_heading(lines[start - 1].text) or len(listed) * 2 < len(lines) - start:
        return lines, []
    marked = set(_marks(lines[:start]))
    if not set(listed) <= marked:
        return lines, []
    head, added = heading(lines[start].number)
    return [*lines[:start], head, *lines[start:]], [added]


def _leading(text: str) -> int:
    found = _MARK.match(text)
    return _value(found) if found else 0


def _marks(lines: list[Line]) -> Iterator[int]:
    """The numbers of the marks that stand inside of lines."""
    for line in lines:
        for found in _MARK.finditer(line.text, 1):
            yield _value(found)


def _value(found: re.Match[str]) -> int:
    return int(found.group(1)) if found.group(1) else ord(found.group(2)) - ord("①") + 1
