"""What every screen that lies over the reader has in common: it is closed once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

ResultT = TypeVar("ResultT")
"""What a screen gives to whoever opened it."""


class OverScreen(Screen[ResultT]):
    """A screen over another one, which shows again when this one closes."""

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Close with ``result``, unless it is closed already.

        Keys and clicks that come at once all reach the screen that was there when they came.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()
