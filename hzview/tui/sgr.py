"""How a terminal draws text, and the shortest way from one look to another (ECMA-48, 8.3.117: SGR). No screen code."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_FOREGROUNDS = frozenset(map(str, (*range(30, 38), 39, *range(90, 98))))
_BACKGROUNDS = frozenset(map(str, (*range(40, 48), 49, *range(100, 108))))
_UNSEEN_IN_BLANKS = frozenset(("1", "2", "3"))
"""Bold, dim, italic: a blank looks the same with and without."""


class Look(NamedTuple):
    """How text is drawn."""

    attributes: frozenset[str]
    """Codes other than colours: 1 for bold, 4 for underlined."""
    foreground: str
    """Code of the text's colour; empty for the terminal's own."""
    background: str
    """Code of the ground's colour; empty for the terminal's own."""


PLAIN = Look(frozenset(), "", "")
"""The look of a terminal on which no SGR sequence holds."""


@lru_cache(maxsize=1024)
def after(look: Look, codes: str) -> Look:
    """Return how text is drawn after an SGR sequence of these codes."""
    attributes, foreground, background = look
    parts = iter(codes.split(";"))
    for part in parts:
        if part in ("38", "48"):
            space = next(parts, "5")
            values = [next(parts, "0") for _ in range(3 if space == "2" else 1)]
            colour = ";".join((part, space, *values))
            foreground, background = (colour, background) if part == "38" else (foreground, colour)
        elif part in ("", "0"):
            attributes, foreground, background = PLAIN
        elif part in _FOREGROUNDS:
            foreground = part
        elif part in _BACKGROUNDS:
            background = part
        else:
            attributes |= {part}
    return Look(attributes, foreground, background)


@lru_cache(maxsize=1024)
def change(have: Look, want: Look) -> str:
    """Return the shortest sequence that leads from one look to another; empty where they are the same."""
    codes = []
    if (
        have.attributes - want.attributes
        or (have.foreground and not want.foreground)
        or (have.background and not want.background)
    ):
        codes.append("0")
        have = PLAIN
    codes += sorted(want.attributes - have.attributes)
    codes += [new for old, new in zip(have[1:], want[1:], strict=True) if new != old]
    joined = ";".join(codes)
    return f"\x1b[{'' if joined == '0' else joined}m" if codes else ""


@lru_cache(maxsize=1024)
def of_blank(look: Look) -> Look:
    """Return how a blank of this look is drawn: the colour of the text does not show unless it is underlined or so."""
    if look.attributes - _UNSEEN_IN_BLANKS:
        return look
    return Look(frozenset(), "", look.background)
