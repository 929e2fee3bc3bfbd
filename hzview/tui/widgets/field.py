"""A field for typing in."""

from __future__ import annotations

import asyncio
import unicodedata
from contextlib import suppress
from functools import cache
from typing import Protocol

from textual.keys import KEY_NAME_REPLACEMENTS
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

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell whether a key types something: Textual forgets those whose names are its own (``slash``, ``plus``)."""
        return super().check_consume_key(key, character or _typed_by(key))

    async def catch_up(self) -> str:
        """Wait until everything typed so far has arrived, and return it."""
        arrived = asyncio.Event()
        self.call_next(arrived.set)
        await arrived.wait()
        return self.value


@cache
def _typed_by(key: str) -> str | None:
    """Return the character that the key with this name types."""
    names = {short: long for long, short in KEY_NAME_REPLACEMENTS.items()}
    name = names.get(key, key)
    for blank in (" ", "-"):  # Textual has put _ for both
        with suppress(KeyError):
            return unicodedata.lookup(name.replace("_", blank))
    return None


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
