"""From a key to the last byte that it causes, through a pty, beside a page down that Textual animates. Bar: 0.1 × at the 95th percentile."""

from __future__ import annotations

import statistics
import sys
import time

from tests.benchmarks.measure import as_installed
from tests.terminal.screen import Terminal, hzview

_BAR = 0.1
_KEYS = ("j", " ", "]", "k", "b", "[", "}", "{")
_TIMES = 200
_ANIMATED_TIMES = 20
_PAGE_DOWN, _PAGE_UP = "\x1b[6~", "\x1b[5~"
_QUIET = 0.25
"""Seconds without a byte after which the last one has come."""
_ANIMATED = """
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

class Animated(App[None]):
    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static("回顾本届市政府开局之年，我们统筹推进各项工作。" * 2000)

Animated().run()
"""


def latencies(terminal: Terminal, keys: list[str]) -> list[float]:
    """Return for each of ``keys`` the seconds until its last byte came; for those that wrote nothing, nothing."""
    found = []
    for key in keys:
        before, started = len(terminal.received), time.perf_counter()
        terminal.send(key)
        last = terminal.last_byte(_QUIET)
        if len(terminal.received) > before:
            found.append(last - started)
    return found


def percentile(seconds: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(seconds, n=20)[-1]


def main() -> None:
    """Measure and print."""
    with as_installed() as env:
        with Terminal([sys.executable, "-c", _ANIMATED], columns=120, rows=40, env=env) as terminal:
            terminal.wait_for("回顾本届市政府")
            terminal.last_byte(_QUIET)
            animated = percentile(latencies(terminal, [_PAGE_DOWN, _PAGE_UP] * (_ANIMATED_TIMES // 2)))
        with Terminal([hzview()], columns=120, rows=40, env=env) as terminal:
            terminal.wait_for("回顾本届市政府")
            terminal.last_byte(1.0)
            ours = percentile(latencies(terminal, list(_KEYS) * (_TIMES // len(_KEYS))))
    ratio = ours / animated
    print(f"animated page, 95 %  {animated * 1000:7.1f} ms")
    print(
        f"hzview's keys, 95 %  {ours * 1000:7.1f} ms  × {ratio:.3f}  bar {_BAR}: {'kept' if ratio <= _BAR else 'MISSED'}"
    )
