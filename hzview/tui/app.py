"""The application around the reader: themes, keys of the user, the place that is remembered, and leaving it well."""

from __future__ import annotations

import asyncio
import contextlib
import signal

from textual.app import App

from hzview.opening import Opened
from hzview.tui.actions import Scope, bindings
from hzview.tui.copying import Copier
from hzview.tui.reading import Reading
from hzview.tui.screens.reader import ReaderScreen
from hzview.tui.themes import INKSTONE, PAPER, THEMES

SAVE_SECONDS = 5.0
"""How often the place is saved while one reads, in case the terminal is taken away."""


class HzviewApp(App[int], inherit_bindings=False):
    """The reader as an application. It ends with an exit status."""

    CSS_PATH = "hzview.tcss"
    TITLE = "hzview"
    BINDINGS = bindings(Scope.APP)
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(self, opened: Opened) -> None:
        """Read ``opened``."""
        super().__init__()
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = INKSTONE.name
        self._opened = opened
        self._reading = Reading(opened.report)

    def get_default_screen(self) -> ReaderScreen:
        """Return the reader."""
        return ReaderScreen(self._reading, Copier(), {})


def run(opened: Opened) -> int:
    """Let a person read ``opened`` and return the exit status."""
    return HzviewApp(opened).run() or 0
