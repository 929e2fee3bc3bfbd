"""Library: adding every report, adding them again, size, list and export. Bars: 180 s, 5 s, 6 × the text, 100 ms.

Times are by the clock, adding with as many processes as there are processors; the list is read in this process.
"""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from hzview.library import Choice, Library
from hzview.library.adding import Result, add_files, files_in
from tests.conftest import SHARED

_BARS = {"add": 180.0, "again": 5.0}
"""Seconds."""
_SIZE = 6.0
"""Bytes of the library for one of the text."""
_LIST = 0.1
"""Seconds."""


def main() -> None:
    """Measure and print."""
    reports = SHARED / "reports" / "markdown"
    files = files_in([str(reports)])
    if not reports.is_dir():
        print("no reports beside the checkout")
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        for name, bar in _BARS.items():
            seconds, added, failed = _add(path, files)
            print(
                f"{name:6} {len(files)} files, {added} added, {failed} failed  {seconds:6.1f} s"
                f"  bar {bar:g}: {_kept(seconds <= bar)}"
            )
        size = path.stat().st_size / sum(Path(file).stat().st_size for file in files)
        print(f"size   {size:.2f} × the text  bar {_SIZE:g}: {_kept(size <= _SIZE)}")
        _read(path)


def _add(path: Path, files: list[str]) -> tuple[float, int, int]:
    """Add ``files``; return seconds, and how many were added and failed."""
    started = time.perf_counter()
    with Library(path, create=True) as library:
        results = [outcome.result for outcome in add_files(library, files)]
    seconds = time.perf_counter() - started
    return seconds, results.count(Result.ADDED), results.count(Result.FAILED)


def _read(path: Path) -> None:
    """Time the list and the figures of one province's reports, the library opened anew each time."""
    for name, choice, with_figures in (("list", Choice(), False), ("export", Choice("浙江省"), True)):
        seconds = []
        for _ in range(5):
            started = time.perf_counter()
            with Library(path) as library:
                found = library.reports(choice)
                rows = sum(len(library.figures(int(str(r["id"])))) for r in found) if with_figures else 0
            seconds.append(time.perf_counter() - started)
        bar = f"  bar {_LIST * 1e3:g}: {_kept(min(seconds) <= _LIST)}" if not with_figures else ""
        print(f"{name:6} {len(found)} reports, {rows} rows of figures  {min(seconds) * 1e3:6.1f} ms{bar}")


def _kept(good: bool) -> str:
    return "kept" if good else "MISSED"


if __name__ == "__main__":
    main()
