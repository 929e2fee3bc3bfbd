"""Copies of a page inside one file: what a crawler saved six times over is read once."""

from __future__ import annotations

from hzview.importing.source import Line, Removal

_LONG = 30
"""Characters; a line as long as this does not come twice by chance."""
_LEAST_LINES = 3
_LEAST_CHARACTERS = 200
_LEAST_AT_ONCE = 80
"""Characters of a copy, of two lines at least, that stands right behind what it repeats."""


def strip(lines: list[Line]) -> tuple[list[Line], list[Removal]]:
    """Take out the second and further copies of passages of several lines or of a long paragraph.

    What is repeated at once need not be so long.
    """
    texts = ["".join(line.text.split()) for line in lines]
    first: dict[str, int] = {}
    copied = [-1] * len(lines)  # for each line the line that it repeats
    for index, text in enumerate(texts):
        if len(text) < _LONG:
            continue
        original = first.setdefault(text, index)
        if original < index:
            _align(texts, copied, original, index)
    gone = set(_passages(texts, copied))
    removed = [
        Removal(line.number, line.text, f"重复：与第 {lines[copied[index]].number} 行相同")
        for index, line in enumerate(lines)
        if index in gone
    ]
    return [line for index, line in enumerate(lines) if index not in gone], removed


def _align(texts: list[str], copied: list[int], original: int, index: int) -> None:
    """Note that ``index`` repeats ``original``, and the like of the short lines on both sides."""
    copied[index] = original
    for step in (-1, 1):
        here, there = index + step, original + step
        while 0 <= there < len(texts) and original < here < len(texts) and there != index:
            if copied[here] >= 0 or texts[here] != texts[there]:
                break
            copied[here] = there
            here, there = here + step, there + step


def _passages(texts: list[str], copied: list[int]) -> list[int]:
    """Indices of the copied lines that stand in a passage long enough to be no chance."""
    found: list[int] = []
    start = 0
    while start < len(copied):
        end = start
        while end < len(copied) and copied[end] >= 0:
            end += 1
        length = sum(len(text) for text in texts[start:end])
        lines = end - start
        at_once = (
            lines > 1 and length >= _LEAST_AT_ONCE and copied[start:end] == list(range(start - lines, start))
        )
        some = length >= _LEAST_CHARACTERS and (lines >= _LEAST_LINES or length >= 2 * _LEAST_CHARACTERS)
        if at_once or some:
            found += range(start, end)
        start = max(end, start + 1)
    return found
