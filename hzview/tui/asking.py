"""Asking the terminal, before the reader begins, how wide it draws “: characters of ambiguous width take one cell or two.

The question is where the cursor is before and after “ was written (ECMA-48, 8.3.35: CPR; VT100's device status report).
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
_REPORT = re.compile(rb"\x1b\[([0-9]{1,4});([0-9]{1,4})R")
_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)?", re.DOTALL)
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

    def ask(self) -> None:
        """Ask, if the standard input is a terminal that may answer; what it answers is not echoed."""
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
            os.write(screen, _QUESTION)
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
        rest = _SEQUENCE.sub(b"", said).decode("utf-8", "ignore")
        self.typed_ahead = "".join(key for key in rest if key.isprintable())
        reports = _REPORT.findall(said)
        if len(reports) < 2:
            return None
        (row, before), (same, after) = reports[:2]
        cells = int(after) - int(before)
        return cells if row == same and cells in (1, 2) else None

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
