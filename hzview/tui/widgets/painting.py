"""Strips from text and styles, with as few escape sequences as the picture allows."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from hzview.typeset import cell_width

Piece = tuple[str, Style]
"""Some text and how it looks."""


def strip_of(pieces: Iterable[Piece], width: int, ground: Style, ambiguous: int = 1) -> Strip:
    """Return ``pieces`` one after another, neighbours of one style merged, in a strip of exactly ``width`` cells.

    What is too long is cut; what is too short is filled with ``ground``. Widths are ours, not rich's: the terminal may
    draw ambiguous characters in two cells.
    """
    segments: list[Segment] = []
    cells = 0
    text, style = "", ground
    for piece, look in (*pieces, ("", ground)):
        piece = shortened(piece, width - cells, ambiguous, mark="")
        cells += cell_width(piece, ambiguous)
        if look == style or not text:
            text, style = text + piece, look
        elif piece:
            segments.append(Segment(text, style))
            text, style = piece, look
    rest = " " * (width - cells)
    if rest and style == ground:
        text += rest
        rest = ""
    if text:
        segments.append(Segment(text, style))
    if rest:
        segments.append(Segment(rest, ground))
    return Strip(segments, width)


def shortened(text: str, width: int, ambiguous: int = 1, mark: str = "…") -> str:
    """Return ``text`` if it fits into ``width`` cells, else as much of it as does with ``mark`` behind it."""
    if cell_width(text, ambiguous) <= width:
        return text
    room = width - cell_width(mark, ambiguous)
    kept = 0
    for character in text:
        room -= cell_width(character, ambiguous)
        if room < 0:
            break
        kept += 1
    return text[:kept] + mark if width >= cell_width(mark, ambiguous) else ""


def padded(text: str, width: int, ambiguous: int = 1) -> str:
    """Return ``text`` cut or filled to exactly ``width`` cells."""
    text = shortened(text, width, ambiguous)
    return text + " " * (width - cell_width(text, ambiguous))


def spread(left: list[Piece], right: list[Piece], width: int, ground: Style, ambiguous: int = 1) -> Strip:
    """Return ``left`` at the left edge and ``right`` at the right one; the left gives way where both do not fit."""
    taken = sum(cell_width(text, ambiguous) for text, _ in right)
    room = width - taken
    fitted: list[Piece] = []
    for text, style in left:
        text = shortened(text, room, ambiguous)
        room -= cell_width(text, ambiguous)
        fitted.append((text, style))
    return strip_of([*fitted, (" " * max(room, 0), ground), *right], width, ground, ambiguous)
