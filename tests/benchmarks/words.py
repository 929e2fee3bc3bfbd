"""``hzview words`` on the bundled report: 1.5 s; beside a library of 674 reports, first and again, a few seconds."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.measure import as_installed, medians
from tests.conftest import SHARED
from tests.terminal.screen import hzview

_RUNS = 7
_BAR = 1.5
_WITHOUT_RJIEBA = (
    "import sys; sys.modules['rjieba'] = None; from hzview.cli.main import run; sys.exit(run(sys.argv[1:]))"
)


def _seconds(env: dict[str, str], *command: str) -> float:
    started = time.perf_counter()
    subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    with as_installed() as env:
        commands = {
            "words, jieba": [sys.executable, "-c", _WITHOUT_RJIEBA, "words"],
            "words, rjieba": [hzview(), "words"],
            "words --kwic 发展": [hzview(), "words", "--kwic", "发展"],
        }
        actions = {
            name: lambda command=command: _seconds(env, *command) for name, command in commands.items()
        }
        for name, seconds in medians(actions, _RUNS).items():
            print(f"{name:28} {seconds:6.2f} s  bar {_BAR:g} s: {'kept' if seconds <= _BAR else 'MISSED'}")
        _beside_a_library(env)


def _beside_a_library(env: dict[str, str]) -> None:
    reports = SHARED / "reports" / "markdown"
    if not reports.is_dir():
        print("no reports beside the checkout: no library to compare with")
        return
    with TemporaryDirectory() as folder:
        library = ["--library", str(Path(folder) / "library.db")]
        _seconds(env, hzview(), "library", "add", str(reports), *library)
        for name, more in (
            ("--keyness, the first time", ["--keyness"]),
            ("--keyness, again", ["--keyness"]),
            ("--trend 数字经济", ["--trend", "数字经济"]),
        ):
            print(f"{'words ' + name:34} {_seconds(env, hzview(), 'words', *more, *library):6.2f} s")
