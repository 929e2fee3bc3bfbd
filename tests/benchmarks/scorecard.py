"""Scorecards of regions from a library of every report, and of one report. Bar: 100 ms each after start.

Times are the least of five, by the processor's clock; catalog and library are open.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hzview.catalog import load_catalog
from hzview.library import Library
from hzview.library.adding import add_files, files_in
from hzview.opening import open_report
from hzview.scorecard import wording
from hzview.scorecard.one import score
from hzview.scorecard.years import score_region, shares
from tests.benchmarks.measure import real_reports

_BAR = 0.1
"""Seconds."""
_ROUNDS = 5


def main() -> None:
    """Measure and print."""
    catalog = load_catalog()
    bundled = open_report(None).report
    _timed("one report", lambda: len(score(bundled, catalog)))
    reports = real_reports()
    if reports is None:
        return
    with TemporaryDirectory() as folder, Library(Path(folder) / "library.db", create=True) as library:
        for _ in add_files(library, files_in([str(reports)])):
            pass
        for region in ("国务院", "浙江省", "杭州市"):
            _timed(region, lambda: len(score_region(library, catalog, region).outcomes))  # noqa: B023
            counted = shares(entry.outcome for entry in score_region(library, catalog, region).outcomes)
            print(f"           {wording.summary(counted)}")


def _timed(name: str, work: Callable[[], int]) -> None:
    """Print how long ``work`` takes, and how much it finds."""
    seconds = []
    for _ in range(_ROUNDS):
        started = time.process_time()
        found = work()
        seconds.append(time.process_time() - started)
    kept = "kept" if min(seconds) <= _BAR else "MISSED"
    print(f"{name:10} {found:4} rows  {min(seconds) * 1e3:6.1f} ms  bar {_BAR * 1e3:g}: {kept}")


if __name__ == "__main__":
    main()
