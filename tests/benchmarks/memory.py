"""Memory of the reader that has not searched, beside a Textual app of one widget. Bar: 1.3 ×."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from tests.benchmarks.measure import as_installed
from tests.benchmarks.start import ONE_WIDGET
from tests.terminal.screen import Terminal, hzview

_RUNS = 5
_BAR = 1.3
_QUIET = 1.5
"""Seconds without a byte after which a program is held to rest: every figure found."""


def resident(command: list[str], seen: str, env: dict[str, str]) -> float:
    """Return the megabytes that ``command`` keeps in memory once it has shown ``seen`` and rests."""
    with Terminal(command, columns=120, rows=40, env=env) as terminal:
        terminal.wait_for_bytes(seen.encode())
        terminal.last_byte(_QUIET)
        process = Path("/proc") / str(terminal.pid)
        line = next(x for x in (process / "status").read_text(encoding="utf-8").splitlines() if "VmRSS" in x)
        return int(line.split()[1]) / 1024


def main() -> None:
    """Measure and print."""
    if not Path("/proc/self/status").exists():
        print("only where the system tells of memory in /proc")
        return
    with as_installed() as env:
        base = [sys.executable, "-c", ONE_WIDGET]
        one = statistics.median(resident(base, "湖州市政府工作报告", env) for _ in range(_RUNS))
        reader = statistics.median(resident([hzview()], "回顾本届市政府", env) for _ in range(_RUNS))
    ratio = reader / one
    print(f"Textual, one widget {one:6.1f} MB")
    print(
        f"hzview              {reader:6.1f} MB  × {ratio:.2f}  bar {_BAR:g}: {'kept' if ratio <= _BAR else 'MISSED'}"
    )
