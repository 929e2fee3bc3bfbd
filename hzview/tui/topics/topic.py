"""What the topics have in common."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hzview.tui.screens.reader import ReaderScreen

Doing = Callable[..., Awaitable[None] | None]
"""Does an action. One that can be done so many times, or for a number, takes it as its argument."""


class Topic:
    """Some of what can be done in the reader: a method ``action_next_figure`` does the action ``next-figure``.

    A topic holds what only its actions need; what is being read, and where, stands in ``reader.reading``.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        """Act in ``reader``."""
        self.reader = reader
        """The screen; its panes, its lines and ``go`` are there for every topic."""

    def doing(self, method: str) -> Doing | None:
        """Return what does the action whose ``Action.method`` this is; None if another topic does."""
        found: Doing | None = getattr(self, f"action_{method}", None)
        return found

    def step_back(self) -> bool:
        """Take back a step of what this topic did; tell whether there was one."""
        return False
