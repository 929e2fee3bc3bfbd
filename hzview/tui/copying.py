"""Copying from the reader: off the screen's thread, with the truth told about where the text went."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from hzview.errors import HzviewError
from hzview.printable import printable

class Copier:
    async def copy(self, text: str, say: Callable[[str], None]) -> None:
        say(text)
