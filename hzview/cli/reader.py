"""``hzview`` and ``hzview FILE``: the reader, or the report as text where there is no terminal for it."""

from __future__ import annotations

import gc
import os
import sys

from hzview.cli import terminal
from hzview.opening import open_report


def run(report: str | None = None) -> int:
    """Open ``report`` in the reader and return its exit status; print it where there is no terminal for that."""
    opened = open_report(report)
    if not terminal.is_terminal() or not _keyboard():
        from hzview.cli.text import print_report

        return print_report(opened.report)
    from hzview import tui

    gc.enable()
    return tui.run(opened)


def _keyboard() -> bool:
    """Make the standard input the keyboard, where a report was piped through it; tell whether there is one."""
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    try:
        terminal_device = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal_device, 0)
    os.close(terminal_device)
    return True
