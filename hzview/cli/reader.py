"""``hzview`` and ``hzview FILE``: the reader, or the report as text where there is no terminal for it.

With ``--print-copied`` everything that was copied is printed at the end, for terminals through which nothing reaches a
clipboard, and for ``$(hzview --print-copied)``.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from hzview.cli import terminal
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.opening import open_report

if TYPE_CHECKING:
    from hzview.opening import Opened

LARGE = 1_000_000
"""Bytes of a file from which on one waits for the first page: about a third of a second for each as many."""


def run(report: str | None = None, print_copied: bool = False) -> int:
    """Open ``report`` in the reader and return its exit status; print it where there is no terminal for that.

    Raises:
        HzviewError: there is no terminal, and what is copied there should be printed.
    """
    opened = _opened(report)
    if print_copied:
        return _read_and_print(opened)
    if not terminal.is_terminal() or not _keyboard():
        from hzview.cli.text import print_report

        return print_report(opened.report)
    return _read(opened, None)


def _opened(report: str | None) -> Opened:
    """Open ``report``; who watches is told so where that takes seconds."""
    try:
        takes_long = report is not None and os.path.getsize(report) >= LARGE and terminal.is_terminal()
    except OSError:  # opening says what is wrong with it
        takes_long = False
    if not takes_long:
        return open_report(report)
    terminal.progress(f"正在读入 {os.path.basename(report or '')} …")
    try:
        return open_report(report)
    finally:
        terminal.progress("")


def _read(opened: Opened, copied: list[str] | None) -> int:
    from hzview import tui

    with terminal.screen():
        gc.enable()
        return tui.run(opened, copied)


def _read_and_print(opened: Opened) -> int:
    """Let a person read, then print what was copied, one text after another."""
    if terminal.is_dumb() or not _keyboard():
        raise HzviewError("--print-copied 要在能显示阅读器的终端里用")
    copied: list[str] = []
    status = _read(opened, copied)
    for text in copied:
        for line in text.split("\n"):
            terminal.columns_line(line.split("\t"))
    return status or (Status.FOUND if copied else Status.NOTHING)


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
