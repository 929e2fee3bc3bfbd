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
    text, style = "", ground
    left = width
    for piece, look in pieces:
        piece = shortened(piece, left, ambiguous, mark="")
        left -= cell_width(piece, ambiguous)
        if not piece:
            continue
        if not text or look == style or _same_blank(piece, look, style):
            text, style = text + piece, look if not text else style
        elif _same_blank(text, style, look):
            text, style = text + piece, look
        else:
            segments.append(Segment(text, style))
            text, style = piece, look
    rest = " " * left
    if rest and text and not _same_blank(rest, ground, style):
        segments += [Segment(text, style), Segment(rest, ground)]
    elif text or rest:
        segments.append(Segment(text + rest, style))
    return Strip(segments, width)


def filled(pieces: Iterable[Piece], width: int, ground: Style, ambiguous: int = 1) -> list[Piece]:
    """Return ``pieces`` with as much of ``ground`` behind them as makes ``width`` cells; what is too long is cut."""
    found: list[Piece] = []
    left = width
    for text, style in pieces:
        text = shortened(text, left, ambiguous)
        left -= cell_width(text, ambiguous)
        found.append((text, style))
    return [*found, (" " * left, ground)]


def _same_blank(text: str, style: Style, other: Style) -> bool:
    """Tell whether ``text`` is blank and looks the same in ``other`` as in ``style``: two escape sequences saved."""
    return (
        text.isspace()
        and text.isascii()
        and _plain(style)
        and _plain(other)
        and style.bgcolor == other.bgcolor
    )


def _plain(style: Style) -> bool:
    """Whether nothing of ``style`` but its ground shows in a blank."""
    return not (style.underline or style.reverse or style.strike or style.overline)


def inked(style: Style) -> Style:
    """Return the style of a blank that is filled with the ink of ``style``."""
    return Style(bgcolor=style.color) if style.color else style + Style(reverse=not style.reverse)


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
    return strip_of(
        [*filled(left, max(width - taken, 0), ground, ambiguous), *right], width, ground, ambiguous
    )
