"""Trend: names matched, one indicator over all regions, all that a region says. Bars: 200 000 names/s, 100 ms each.

Also says which part of the figures of each decade the catalog knows. Fills a library of all reports first, which takes a
minute or two; the catalog is read anew, and names are looked up for the first time, in each query.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from hzview.catalog import Catalog, load_catalog
from hzview.catalog.names import take_apart
from hzview.library import Library
from hzview.library.adding import add_files, files_in
from hzview.library.observations import observations
from hzview.library.trend import trend
from tests.benchmarks.measure import real_reports

_QUERY = 0.1
"""Seconds."""
_NAMES = 200_000
"""Names in a second, looked up before."""


def main() -> None:
    """Measure and print."""
    reports = real_reports()
    if reports is None:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with Library(path, create=True) as library:
            for _ in add_files(library, files_in([str(reports)])):
                pass
            _match(library)
            _query("GDP, every region", lambda c: len(trend(library, c, c["gdp"], library.regions()).series))
            _query("GDP, one region", lambda c: len(trend(library, c, c["gdp"], ["国务院"]).years))
            for region in ("国务院", "浙江省"):
                _query(f"all of {region}", partial(_all_of, library, region))


def _all_of(library: Library, region: str, catalog: Catalog) -> int:
    return len(observations(library, catalog, regions=[region]))


def _match(library: Library) -> None:
    """Print how fast names are matched, and how many of the levels and growths of each decade."""
    catalog = load_catalog()
    asked = [
        (known["year"], str(row["indicator"]), str(row["unit"]), str(row["measure"]), str(known["region"]))
        for known in library.reports()
        for row in library.figures(int(str(known["id"])))
        if row["measure"] in ("level", "growth") and not row["threshold"]
    ]
    for what in ("new", "known"):
        started = time.perf_counter()
        found = [catalog.match(*names) is not None for _, *names in asked]
        speed = len(asked) / (time.perf_counter() - started)
        bar = f"  bar {_NAMES}: {_kept(speed >= _NAMES)}" if what == "known" else ""
        print(f"match, {what} names  {speed:10.0f}/s{bar}")
    decades: defaultdict[int, list[bool]] = defaultdict(list)
    for (year, *_), is_known in zip(asked, found, strict=True):
        decades[int(str(year or 0)) // 10 * 10].append(is_known)
    print(f"{len(catalog)} indicators know {sum(found) / len(found):.1%} of {len(found)} levels and growths")
    for decade, matched in sorted(decades.items()):
        print(f"  {decade or '?'}s  {len(matched):6}  {sum(matched) / len(matched):.1%}")


def _query(name: str, query: Callable[[Catalog], int]) -> None:
    seconds = []
    for _ in range(5):
        catalog = load_catalog()
        take_apart.cache_clear()
        started = time.perf_counter()
        found = query(catalog)
        seconds.append(time.perf_counter() - started)
    best = min(seconds)
    print(f"{name:20} {found:6} found  {best * 1e3:6.1f} ms  bar {_QUERY * 1e3:g}: {_kept(best <= _QUERY)}")


def _kept(good: bool) -> str:
    return "kept" if good else "MISSED"


if __name__ == "__main__":
    main()
