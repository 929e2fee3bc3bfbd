"""Bytes that reach the terminal for one PageDown, through a pty. Bar: 30 kB, and no second frame."""

from __future__ import annotations

from tests.benchmarks.measure import as_installed
from tests.terminal.screen import Terminal, hzview

_BAR = 30_000
_PAGE_DOWN = "\x1b[6~"
_PAGES = 5


def page_downs(terminal: Terminal, pages: int) -> list[int]:
    """Page down ``pages`` times in a reader that is open; return the bytes that each wrote."""
    sizes = []
    for _ in range(pages):
        before = len(terminal.received)
        terminal.send(_PAGE_DOWN)
        terminal.settle()
        sizes.append(len(terminal.received) - before)
    return sizes


def main() -> None:
    """Measure and print."""
    for columns, rows in ((80, 24), (120, 40), (200, 60)):
        with as_installed() as env, Terminal([hzview()], columns=columns, rows=rows, env=env) as terminal:
            terminal.wait_for("回顾本届市政府")
            terminal.settle()
            most = max(page_downs(terminal, _PAGES))
        print(f"{columns}×{rows}: at most {most} bytes  bar {_BAR}: {'kept' if most <= _BAR else 'MISSED'}")
