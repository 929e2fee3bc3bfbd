"""First text of the report on the screen, beside a Textual app of one widget, through a pty. Bar: 1.6 ×."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from tests.benchmarks.measure import as_installed, medians, report
from tests.terminal.screen import Terminal, hzview

_RUNS = 15
_BAR = 1.6
_BASE = "Textual, one widget"
ONE_WIDGET = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class One(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("湖州市政府工作报告")

One().run()
"""
"""The app that the reader is measured by."""


def first_text(command: list[str], seen: str, env: dict[str, str]) -> Callable[[], float]:
    """Return an action that starts ``command`` and takes the time until its output holds ``seen``."""
    wanted = seen.encode()

    def action() -> float:
        started = time.perf_counter()
        with Terminal(command, columns=120, rows=40, env=env) as terminal:
            terminal.wait_for_bytes(wanted)
            return time.perf_counter() - started

    return action


def main() -> None:
    """Measure and print."""
    with as_installed() as env:
        actions = {
            _BASE: first_text([sys.executable, "-c", ONE_WIDGET], "湖州市政府工作报告", env),
            "hzview": first_text([hzview()], "回顾本届市政府", env),
        }
        report(medians(actions, _RUNS), _BASE, _BAR)
