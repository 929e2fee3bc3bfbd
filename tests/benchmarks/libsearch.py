"""Searching a library: first page, counts, exactness, size. Bars at all real reports: 15 ms, 60 ms, 0 differences.

Then the same figures for a library of 10,000 reports, recombined from real paragraphs (60,000 with ``--large``), with
its build time a megabyte of text and its size. Times are of a searcher that was used before, in this process.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from contextlib import closing
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from hzview import content
from hzview.folding import fold
from hzview.library import Library, Prepared
from hzview.library.adding import add_files, files_in
from hzview.library.index import indexed
from hzview.library.searching import LibrarySearcher
from hzview.model import Paragraph, Report, Section
from hzview.processes import side_by_side
from tests.benchmarks.measure import real_reports

_QUERIES = (
    *("规", "规上", "规上工", "规上工业", "规上工业增", "规上工业增加", "规上工业增加值"),
    *(
        "的",
        "，",
        "发展",
        "工业",
        "增长",
        "固定资产投资",
        "8.5%",
        "PM2.5",
        "“两山”",
        "最多跑一次",
        "没有这样一句话",
    ),
    *("工业 发展", "乡村振兴|脱贫攻坚", "工业 -农业", "节:工作 数字经济", "年:2018 工业", "地区:浙江 环境"),
    "坚持以人民为中心的发展思想，在高质量发展中促进共同富裕",
)
_PAGE_BAR, _COUNT_BAR = 15.0, 60.0
"""Milliseconds."""
_ROWS, _PASSAGES = 40, 3
"""Rows of a screen, and passages of one report in it."""
_TERMS = 5000
"""Random pieces of real text that are looked up and scanned for."""
_MANY, _LARGE = 10_000, 60_000
_BLOCKS = 90
"""Paragraphs of a recombined report: the mean of the real ones."""


def main() -> None:
    """Measure and print."""
    reports = real_reports()
    if reports is None:
        return
    with TemporaryDirectory() as folder:
        real = Path(folder) / "real.db"
        with (
            Library(real, create=True) as library,
            closing(add_files(library, files_in([str(reports)]))) as done,
        ):
            print(f"{sum(1 for _ in done)} files added")
        _measure(real, barred=True)
        texts = _texts(real)
        _exactness(real, texts)
        many = Path(folder) / "many.db"
        _build(many, real, _LARGE if "--large" in sys.argv else _MANY)
        _measure(many, barred=False)


@cache
def _texts(path: Path) -> list[str]:
    with Library(path) as library:
        return [
            block.text
            for row in library.reports()
            for block in content.parse(library.toml(int(str(row["id"]))), "").blocks
        ]


def _measure(path: Path, *, barred: bool) -> None:
    """Time pages and counts of all queries."""
    pages: list[tuple[float, str]] = []
    counts: list[tuple[float, str]] = []
    with LibrarySearcher(path) as searcher:
        for query in _QUERIES * 3:
            started = time.perf_counter()
            results = searcher.find(query)
            for found in results.page(_ROWS, _PASSAGES):
                results.passages(found, _PASSAGES)
            paged = time.perf_counter()
            results.counts()
            counted = time.perf_counter()
            pages.append(((paged - started) * 1e3, query))
            counts.append(((counted - paged) * 1e3, query))
    for name, times, bar in (("first page", pages, _PAGE_BAR), ("counts", counts, _COUNT_BAR)):
        best = {query: min(taken for taken, asked in times if asked == query) for _, query in times}
        slowest = max(best, key=best.__getitem__)
        verdict = ("kept" if best[slowest] <= bar else "MISSED") if barred else "not held to it"
        print(
            f"{name:12} {len(best)} queries: median {statistics.median(best.values()):.1f} ms,"
            f" slowest {best[slowest]:.1f} ms ({slowest})  bar {bar:g}: {verdict}"
        )


def _exactness(path: Path, texts: list[str]) -> None:
    """Look random pieces of 1 to 8 characters up, and scan for them."""
    chance = random.Random(1)
    folded = [text for text in (fold(text).text for text in texts) if text]
    wrong = 0
    with LibrarySearcher(path) as searcher:
        for _ in range(_TERMS):
            text = chance.choice(folded)
            start = chance.randrange(len(text))
            piece = text[start : start + chance.randint(1, 8)].replace('"', "")
            results = searcher.find(f'"{piece}"')
            wrong += results.counts().passages != sum(piece in text for text in folded) if piece else 0
    print(
        f"exactness    {_TERMS} random pieces: {wrong} differ from a scan  bar 0: {'MISSED' if wrong else 'kept'}"
    )


def _build(path: Path, real: Path, reports: int) -> None:
    """Make a library of recombined reports and print what it took."""
    started = time.perf_counter()
    size = 0
    numbers = range(reports)
    with Library(path, create=True) as library:
        with closing(side_by_side(partial(_recombined, real), numbers, _ended)) as made:
            for prepared in made:
                size += len(prepared.toml.encode())
                library.add(prepared)
        library.tidy()
    seconds = time.perf_counter() - started
    print(
        f"{reports} reports, {size / 1e6:.0f} MB of text: built in {seconds:.0f} s, {seconds / size * 1e9:.0f} ms/MB;"
        f" size {path.stat().st_size / size:.2f} × the text, without figures"
    )


def _recombined(real: Path, number: int) -> Prepared:
    """Return a report of paragraphs of those in the library at ``real``; each process reads them once."""
    texts = _texts(real)
    chance = random.Random(number)
    year, region = 1980 + number % 45, f"第{number // 45}市"
    paragraphs = tuple(Paragraph(text) for text in chance.choices(texts, k=_BLOCKS))
    report = Report(
        f"{year}年{region}政府工作报告",
        region=region,
        level="prefecture",
        year=year,
        sections=(Section("回顾", "一、", paragraphs=paragraphs),),
    )
    return Prepared(str(number), "文件", report, content.dump(report), (), indexed(report, ()), ())


def _ended(number: int) -> Prepared:
    raise RuntimeError(f"report {number} could not be made")


if __name__ == "__main__":
    main()
