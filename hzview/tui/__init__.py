"""The reader on the screen: ``run`` opens it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hzview.opening import Opened


def run(opened: Opened, copied: list[str] | None = None) -> int:
    """Let a person read ``opened`` and return the exit status. What is copied is added to ``copied``, if that is given.

    Garbage is not collected until the first page is on the screen: going through what the imports leave behind takes
    longer than anything else that happens before.

    Raises:
        HzviewError: the settings file cannot be used.
    """
    gc.disable()
    from hzview.tui.app import run_app

    try:
        return run_app(opened, copied)
    finally:
        gc.enable()
