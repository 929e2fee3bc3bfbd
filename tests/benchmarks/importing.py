"""Importing: speed of text, Markdown and each other format, and how time grows with length. Bars: 2 MB/s, linear.

Speeds count bytes of the file and processor time; PDF is read by a process of its own, so its time is by the clock.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from hzview.importing import import_report
from tests.conftest import SHARED

_BAR = 2.0
"""Megabytes a second for text and Markdown."""
_TIMES_LONGER = 16
_GROWTH = 1.5
"""How much more than in proportion the time of a longer text may grow."""


def main() -> None:
    """Measure and print."""
    reports = sorted((SHARED / "reports" / "markdown").rglob("*.md"))
    if not reports:
        print("no reports beside the checkout")
        return
    texts = [path.read_bytes() for path in reports]
    for ending in ("md", "txt"):
        seconds = _seconds(texts, f"x.{ending}", time.process_time)
        speed = sum(map(len, texts)) / 1e6 / seconds
        print(f"{ending:5} {len(texts)} reports  {speed:5.1f} MB/s  bar {_BAR:g}: {_kept(speed >= _BAR)}")
    for path in sorted((SHARED / "reports" / "messy").iterdir()):
        _one(path)
    _growth(texts)


def _seconds(texts: list[bytes], name: str, clock: Callable[[], float]) -> float:
    started = clock()
    for data in texts:
        import_report(data, name)
    return clock() - started


def _one(path: Path) -> None:
    data = path.read_bytes()
    seconds = min(_seconds([data], path.name, time.perf_counter) for _ in range(3))
    print(f"{path.suffix[1:]:5} {path.stem:32} {len(data) / 1e3:6.0f} kB {seconds * 1e3:7.1f} ms")


def _growth(texts: list[bytes]) -> None:
    """Compare the time for a text with the time for sixteen different ones in one file."""
    longest = sorted(texts, key=len)[-_TIMES_LONGER:]
    apart = min(_seconds(longest, "x.md", time.process_time) for _ in range(3))
    together = min(_seconds([b"\n\n".join(longest)], "x.md", time.process_time) for _ in range(3))
    growth = together / apart
    print(
        f"{_TIMES_LONGER} × as long takes {growth:.2f} × in proportion  bar {_GROWTH:g}: {_kept(growth <= _GROWTH)}"
    )


def _kept(kept: bool) -> str:
    return "kept" if kept else "MISSED"
