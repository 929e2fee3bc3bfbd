"""Timing several things in turn, so that whatever else the machine does falls on all of them alike."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import SHARED


def medians(actions: Mapping[str, Callable[[], float]], runs: int) -> dict[str, float]:
    """Do every action once to warm up, then all of them in turn ``runs`` times; return the median of what each returns.

    An action returns its own time in seconds.
    """
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for run in range(runs + 1):
        for name, action in actions.items():
            seconds = action()
            if run:
                taken[name].append(seconds)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def real_reports() -> Path | None:
    """Return the folder of real reports beside the checkout; say so and return None where it is absent."""
    reports = SHARED / "reports" / "markdown"
    if reports.is_dir():
        return reports
    print("no reports beside the checkout")
    return None


def report(times: Mapping[str, float], base: str, bar: float | None = None) -> None:
    """Print each time and its ratio to that of ``base``, and whether it keeps to the ``bar``."""
    for name, seconds in times.items():
        ratio = seconds / times[base]
        verdict = (
            "" if bar is None or name == base else f"  bar {bar:g}: {'kept' if ratio <= bar else 'MISSED'}"
        )
        print(f"{name:28} {seconds * 1000:8.1f} ms  × {ratio:.2f}{verdict}")


@contextmanager
def as_installed() -> Iterator[dict[str, str]]:
    """Yield an environment for programs as a person has them: modules compiled once, folders of its own.

    Without it a machine that keeps no compiled modules would measure the compiler.
    """
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "HOME": folder}
        env |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": os.path.join(folder, "compiled")}
        env |= {
            f"XDG_{name}_HOME": os.path.join(folder, name) for name in ("CONFIG", "STATE", "DATA", "CACHE")
        }
        yield env
