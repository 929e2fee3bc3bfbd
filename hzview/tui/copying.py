"""Copying from the reader: beside its loop, one text after another, with the truth about where each went."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from hzview.tui.widgets.painting import shortened

_SHOWN = 36
"""Cells of what was copied that the notice repeats."""


class Copier:
    """Hands text to the clipboard and says what came of it."""

    def __init__(self, command: tuple[str, ...], write_terminal: Callable[[str], None]) -> None:
        """Try the user's ``command`` first; ``write_terminal`` sends an escape sequence to the terminal."""
        self._command = command
        self._write_terminal = write_terminal
        self._turn = asyncio.Lock()

    async def copy(self, text: str) -> str:
        """Copy ``text`` and return the notice: what was copied, and by which way."""
        from hzview import clipboard

        async with self._turn:
            outcome = await asyncio.to_thread(
                clipboard.copy, text, command=self._command, write_terminal=self._write_terminal
            )
        said = shortened(text.replace("\n", " "), _SHOWN)
        return f"“{said}” {outcome.message}"
