"""Bytes that reach the terminal for a page down and for a line down, through a pty. Bars at 120×40: 15 kB and 3 kB."""

from __future__ import annotations

import statistics

from tests.benchmarks.measure import as_installed
from tests.terminal.screen import Terminal, hzview

_BARS = {"page down": 15_000, "line down": 3_000}
_KEYS = {"page down": "\x1b[6~", "line down": "j"}
_TIMES = 8


def bytes_for(terminal: Terminal, key: str, times: int) -> list[int]:
    """Press ``key`` so many times in a reader that is open; return the bytes that each wrote."""
    sizes = []
    for _ in range(times):
        before = len(terminal.received)
        terminal.send(key)
        terminal.settle()
        sizes.append(len(terminal.received) - before)
    return sizes


def main() -> None:
    """Measure and print."""
    for columns, rows in ((80, 24), (120, 40), (200, 60)):
        with as_installed() as env, Terminal([hzview()], columns=columns, rows=rows, env=env) as terminal:
            terminal.wait_for("回顾本届市政府")
            terminal.settle()
            for name, key in _KEYS.items():
                sizes = bytes_for(terminal, key, _TIMES)
                most, bar = max(sizes), _BARS[name]
                kept = "kept" if most <= bar else "MISSED"
                verdict = f"  bar {bar}: {kept}" if (columns, rows) == (120, 40) else ""
                print(
                    f"{columns}×{rows} {name}: {statistics.median(sizes):.0f}, at most {most} bytes{verdict}"
                )
