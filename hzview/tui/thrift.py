"""A driver of Textual's that writes only what changes on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from textual.driver import Driver

from hzview.tui.canvas import Canvas
from hzview.typeset import cell_width


def thrifty_driver(
    driver: type[Driver], *, ambiguous: int = 1, terminal: list[Any] | None = None
) -> type[Driver]:
    """Return ``driver`` as one that writes fewer bytes to a terminal with characters of this ``ambiguous`` width.

    Whenever it leaves the terminal it sets it up as ``terminal`` (termios) says, if that is given, and not as it found it.
    Textual cuts what it writes to Windows' console into pieces that end anywhere: there it is left as it is.
    """
    if sys.platform == "win32":
        return driver

    class Thrifty(driver):  # type: ignore[valid-type, misc]
        """The driver of this platform, writing fewer bytes."""

        def __init__(self, *arguments: Any, **named: Any) -> None:
            """Begin with an unknown screen."""
            super().__init__(*arguments, **named)
            self.canvas = Canvas(_width_of(ambiguous), erases_in_colour=_erases_in_colour())
            """What the terminal shows."""

        def start_application_mode(self) -> None:
            """Take the terminal."""
            super().start_application_mode()
            if terminal is not None and hasattr(self, "attrs_before"):
                self.attrs_before = terminal

        def write(self, data: str) -> None:
            """Write what draws ``data``."""
            self.canvas.columns = self._app.size.width
            shorter = self.canvas.draw(data)
            if shorter:
                super().write(shorter)

    return Thrifty


def forget_screen(driver: Driver | None) -> None:
    """Let ``driver``, if it is a thrifty one, write everything anew: its window changed, or somebody else wrote there."""
    canvas = getattr(driver, "canvas", None)
    if isinstance(canvas, Canvas):
        canvas.forget()


def set_ambiguous(driver: Driver | None, ambiguous: int) -> None:
    """Let ``driver``, if it is a thrifty one, take characters of ambiguous width for ``ambiguous`` cells from now on."""
    canvas = getattr(driver, "canvas", None)
    if isinstance(canvas, Canvas):
        canvas.forget(_width_of(ambiguous))


def _width_of(ambiguous: int) -> Callable[[str], int]:
    """What tells the cells of a character."""

    @cache
    def width_of(character: str) -> int:
        return cell_width(character, ambiguous)

    return width_of


def in_gnu_screen() -> bool:
    """Tell whether the terminal is GNU screen. To whom asks for the mouse it gives Escape only with the key after it (4.9)."""
    return bool(os.environ.get("STY")) and os.environ.get("TERM", "").startswith("screen")


def _erases_in_colour() -> bool:
    """Whether what is erased takes the colour of the ground: everywhere but in GNU screen, as its terminfo says."""
    return not os.environ.get("TERM", "").startswith("screen") or bool(os.environ.get("TMUX"))
