"""Asking the terminal, before the reader begins, how wide it draws “ and whether its ground is light.

Characters of ambiguous width take one cell or two: the question is where the cursor is before and after “ was written
(ECMA-48, 8.3.35: CPR; VT100's device status report). The ground is asked for by OSC 11 (xterm, "Operating System
Commands"); terminals answer in order, so that whoever knows OSC 11 has answered it before the cursor's place comes.
A terminal that does not answer is not waited for: the answer comes while the reader is being imported, or is of no use.
One that comes later is a report of the cursor's place to Textual, which passes over it.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

_QUESTION = b"\x1b7\x1b[6n\xe2\x80\x9c\x1b[6n\x1b8\x1b[K"
_GROUND_QUESTION = b"\x1b]11;?\x1b\\"
_GROUND = re.compile(
    rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})[^\x07\x1b]*(?:\x07|\x1b\\)"
)
_WEIGHTS = (0.2126, 0.7152, 0.0722)
"""How much red, green and blue make a ground light (ITU-R BT.709)."""
_REPORT = re.compile(rb"\x1b\[([0-9]{1,4});([0-9]{1,4})R")
_SEQUENCE = re.compile(rb"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\|$)|\[[0-?]*[ -/]*[@-~]|O.|.)?", re.DOTALL)
_LEAST_SECONDS = 0.05
"""How long an answer is waited for at least."""
_MOST_BYTES = 4096


class WidthQuestion:
    """One question to the terminal. As a context, it leaves the terminal as it was before."""

    def __init__(self) -> None:
        """Ask nothing yet."""
        self.attributes: list[Any] | None = None
        """How the terminal was set up before it was asked (termios); None where it was not asked."""
        self.typed_ahead = ""
        """What a person typed while the answer was waited for: characters, escape sequences taken out."""
        self.is_light: bool | None = None
        """Whether the terminal's ground is light; None where it was not asked, or has not said so. Known once there was
        an ``answer``."""
        self.cells: int | None = None
        """How many cells the terminal gives “; None where it has not said so. Known once there was an ``answer``."""
        self._asked = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.attributes is not None:
            import termios

            with suppress(termios.error):  # the terminal has gone
                termios.tcsetattr(0, termios.TCSANOW, self.attributes)

    def ask(self, *, ground: bool = False) -> None:
        """Ask, if the standard input is a terminal that may answer; what it answers is not echoed.

        The ``ground`` is asked for only where the terminal is near: Textual would take a late answer for keys.
        """
        if sys.platform == "win32" or os.environ.get("TERM", "dumb") in ("dumb", "linux", ""):
            return
        import termios

        try:
            attributes = termios.tcgetattr(0)
            quiet = list(attributes)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            screen = os.open(os.ttyname(0), os.O_WRONLY | os.O_NOCTTY)
        except (OSError, termios.error):
            return
        try:
            termios.tcsetattr(0, termios.TCSANOW, quiet)
            self.attributes = attributes
            is_far = any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))
            os.write(screen, _QUESTION if is_far or not ground else _GROUND_QUESTION + _QUESTION)
            self._asked = time.monotonic()
        except (OSError, termios.error):
            return
        finally:
            os.close(screen)

    def answer(self) -> int | None:
        """Return how many cells “ takes, 1 or 2; None if the terminal has not said so by now."""
        if not self._asked:
            return None
        said = self._answered()
        if match := _GROUND.search(said):
            self.is_light = _lightness(match.groups()) > 0.5
        rest = _SEQUENCE.sub(b"", said).decode("utf-8", "ignore")
        self.typed_ahead = "".join(key for key in rest if key.isprintable())
        reports = _REPORT.findall(said)
        if len(reports) < 2:
            return None
        (row, before), (same, after) = reports[:2]
        cells = int(after) - int(before)
        if row == same and cells in (1, 2):
            self.cells = cells
        return self.cells

    def _answered(self) -> bytes:
        """What has come from the terminal by now, up to the second report."""
        deadline = self._asked + _LEAST_SECONDS
        said = b""
        while len(said) < _MOST_BYTES and len(_REPORT.findall(said)) < 2:
            ready, _, _ = select.select([0], [], [], max(deadline - time.monotonic(), 0))
            read = os.read(0, _MOST_BYTES) if ready else b""
            if not read:
                break
            said += read
        return said


def _lightness(parts: tuple[bytes, ...]) -> float:
    """How light a colour is, from 0 to 1: each part is a hexadecimal share of as many digits as it has (XParseColor)."""
    shares = (int(part, 16) / ((1 << 4 * len(part)) - 1) for part in parts)
    return sum(share * weight for share, weight in zip(shares, _WEIGHTS, strict=True))
