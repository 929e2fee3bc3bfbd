"""A field for typing in."""

from __future__ import annotations

import asyncio

from textual.widgets import Input


class Field(Input):
    """A field of one line whose actions can wait for what was typed before them.

    Keys with an action are heard by the application, characters by the field, each in a queue of its own: an action
    must not overtake the characters.
    """

    def __init__(self, *, id: str, placeholder: str) -> None:
        """Begin empty, with ``placeholder`` in it."""
        super().__init__(id=id, compact=True, select_on_focus=True, placeholder=placeholder)

    async def catch_up(self) -> str:
        """Wait until everything typed so far has arrived, and return it."""
        arrived = asyncio.Event()
        self.call_next(arrived.set)
        await arrived.wait()
        return self.value
