"""``hzview figures`` and the other verbs beside ``python -c pass``. Bar: 8 × for figures."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

from tests.benchmarks.measure import as_installed, medians, report
from tests.terminal.screen import hzview

_RUNS = 15
_BAR = 8.0
_BASE = "python -c pass"


def _timed(env: dict[str, str], *command: str) -> Callable[[], float]:
    def action() -> float:
        started = time.perf_counter()
        subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - started

    return action


def main() -> None:
    """Measure and print."""
    verbs = (["figures"], ["figures", "--format", "jsonl"], ["outline"], ["text"], ["search", "生态"])
    with as_installed() as env:
        actions = {_BASE: _timed(env, sys.executable, "-c", "pass")}
        actions |= {" ".join(["hzview", *verb]): _timed(env, hzview(), *verb) for verb in verbs}
        report(medians(actions, _RUNS), _BASE, _BAR)
