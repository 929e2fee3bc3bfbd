"""Copying from the reader: beside its loop, one text after another, with the truth about where each went."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date

from hzview.model import Report
from hzview.settings import Settings
from hzview.tui.citing import Quoted, cite
from hzview.tui.widgets.painting import shortened

_SHOWN = 36
"""Cells of what was copied that the notice repeats."""


class Copier:
    """Hands text to the clipboard and says what came of it."""

    def __init__(
        self, settings: Settings, write_terminal: Callable[[str], None], copied: list[str] | None = None
    ) -> None:
        """Copy as ``settings`` say; ``write_terminal`` sends an escape sequence to the terminal.

        What is copied is also added to ``copied``, which is printed in the end, where that was asked for.
        """
        self._copied = copied
        self.settings = settings
        """How to copy."""
        self._write_terminal = write_terminal
        self._turn = asyncio.Lock()

    def citation(self, report: Report, quoted: Quoted) -> str:
        """Return ``quoted`` with its source, as the settings want it written."""
        return cite(report, quoted, self.settings.citation, date.today())

    @property
    def table_form(self) -> str:
        """In what form the settings want a table of figures."""
        return self.settings.table

    async def copy(self, text: str, what: str = "") -> str:
        """Copy ``text`` and return the notice: what was copied (``what``, else its beginning), and by which way."""
        from hzview import clipboard

        async with self._turn:
            outcome = await asyncio.to_thread(
                clipboard.copy, text, command=self.settings.clipboard, write_terminal=self._write_terminal
            )
        message = outcome.message
        if self._copied is not None:
            self._copied.append(clipboard.clean(text))
            message = f"{message}；退出时输出" if outcome.way else "退出时输出"
        said = what or f"“{shortened(' '.join(text.split()), _SHOWN)}”"
        return f"{said} {message}"
