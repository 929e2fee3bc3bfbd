"""Fewer bytes for the same picture.

Every piece of text that Textual writes carries its whole style before it and a reset behind it; on a page of figures that
is more than half of all bytes. What is written here carries only what differs from the piece before. (ECMA-48, 8.3.117:
SGR sets what it names and leaves the rest.)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from textual.driver import Driver

_SGR = re.compile("\x1b\\[([0-9;]*)m")
_MOVES = re.compile("(?:\x1b\\[[0-9;]*H|[\r\n])*")
_FOREGROUNDS = frozenset(map(str, (*range(30, 38), 39, *range(90, 98))))
_BACKGROUNDS = frozenset(map(str, (*range(40, 48), 49, *range(100, 108))))


class _Look(NamedTuple):
    """How a terminal draws text."""

    attributes: frozenset[str]
    """Codes other than colours: 1 for bold, 4 for underlined."""
    foreground: str
    """Code of the text's colour; empty for the terminal's own."""
    background: str
    """Code of the ground's colour; empty for the terminal's own."""


_PLAIN = _Look(frozenset(), "", "")


@lru_cache(maxsize=1024)
def _after(look: _Look, codes: str) -> _Look:
    """How text is drawn after an SGR sequence of these codes."""
    attributes, foreground, background = look
    parts = iter(codes.split(";"))
    for part in parts:
        if part in ("38", "48"):
            space = next(parts, "5")
            values = [next(parts, "0") for _ in range(3 if space == "2" else 1)]
            colour = ";".join((part, space, *values))
            foreground, background = (colour, background) if part == "38" else (foreground, colour)
        elif part in ("", "0"):
            attributes, foreground, background = _PLAIN
        elif part in _FOREGROUNDS:
            foreground = part
        elif part in _BACKGROUNDS:
            background = part
        else:
            attributes |= {part}
    return _Look(attributes, foreground, background)


@lru_cache(maxsize=1024)
def _change(have: _Look, want: _Look) -> str:
    """The shortest sequence that leads from one look to another; empty where they are the same."""
    codes = []
    if (
        have.attributes - want.attributes
        or (have.foreground and not want.foreground)
        or (have.background and not want.background)
    ):
        codes.append("0")
        have = _PLAIN
    codes += sorted(want.attributes - have.attributes)
    codes += [new for old, new in zip(have[1:], want[1:], strict=True) if new != old]
    joined = ";".join(codes)
    return f"\x1b[{'' if joined == '0' else joined}m" if codes else ""


def thrifty(data: str) -> str:
    """Return what draws the same as ``data``, which begins and ends with a plain look, in fewer characters."""
    written: list[str] = []
    have = want = _PLAIN
    done = 0
    for match in _SGR.finditer(data):
        text = data[done : match.start()]
        if text:
            if have != want and not _MOVES.fullmatch(text):
                written.append(_change(have, want))
                have = want
            written.append(text)
        want = _after(want, match[1])
        done = match.end()
    written += (_change(have, want), data[done:])
    return "".join(written)


def thrifty_driver(driver: type[Driver]) -> type[Driver]:
    """Return ``driver`` as one that writes fewer bytes."""

    class Thrifty(driver):  # type: ignore[valid-type, misc]
        """The driver of this platform, writing fewer bytes."""

        def write(self, data: str) -> None:
            """Write ``data``, shortened."""
            super().write(thrifty(data))

    return Thrifty
