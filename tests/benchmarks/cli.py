"""``hzview figures`` and the other verbs beside ``python -c pass``. Bar: 8 × for figures."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

from tests.benchmarks.measure import medians, report
from tests.terminal.screen import hzview

_RUNS = 15
_BAR = 8.0
_BASE = "python -c pass"


def _timed(*command: str) -> Callable[[], float]:
    def action() -> float:
        started = time.perf_counter()
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - started

    return action


def main() -> None:
    """Measure and print."""
    verbs = {
        "hzview figures": _timed(hzview(), "figures"),
        "hzview figures --format jsonl": _timed(hzview(), "figures", "--format", "jsonl"),
        "hzview outline": _timed(hzview(), "outline"),
        "hzview text": _timed(hzview(), "text"),
        "hzview search": _timed(hzview(), "search", "生态"),
    }
    report(medians({_BASE: _timed(sys.executable, "-c", "pass"), **verbs}, _RUNS), _BASE, _BAR)
