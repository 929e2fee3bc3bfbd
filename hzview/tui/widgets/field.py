"""A field for typing in."""

from __future__ import annotations

import asyncio
from typing import Protocol

from textual.widgets import Input

from hzview.tui.actions import Scope, bindings
from hzview.tui.widgets.entries import EntryList


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


class Picking(Protocol):
    """Whoever lists what fits to what is typed, for something of it to be picked."""

    @property
    def list(self) -> EntryList:
        """What is listed."""

    def look_for(self, query: str) -> None:
        """List what fits to ``query``."""

    def close_field(self) -> None:
        """Pick nothing."""


class PickField(Field):
    """A field above a list, whose cursor it moves."""

    BINDINGS = bindings(Scope.PALETTE)

    def __init__(self, picking: Picking, *, id: str, placeholder: str) -> None:
        """Type for ``picking``."""
        super().__init__(id=id, placeholder=placeholder)
        self._picking = picking

    async def _catch_up(self) -> None:
        self._picking.look_for(await self.catch_up())

    async def action_palette_choose(self) -> None:
        """Pick what the cursor is on."""
        await self._catch_up()
        self._picking.list.action_choose()

    def action_palette_close(self) -> None:
        """Pick nothing."""
        self._picking.close_field()

    async def action_palette_down(self) -> None:
        """Go down by a line."""
        await self._catch_up()
        self._picking.list.move_by(1)

    async def action_palette_up(self) -> None:
        """Go up by a line."""
        await self._catch_up()
        self._picking.list.move_by(-1)
