"""A search at every key, in one report and in four million characters. Bars: 5 ms and 20 ms at the 95th percentile."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence

from hzview.figure_filter import figure_source
from hzview.figures import extract
from hzview.model import Paragraph, Report
from hzview.opening import open_report
from hzview.search import Searcher
from tests.benchmarks.typeset import real_texts

_TYPED = (
    "规上工业增加值",
    "地区生产总值",
    "最多跑一次",
    "工业 增加值 增长",
    "发展 建设 推进",
    "PM2.5",
    "8.5%",
    "“两山”",
    "推进中国制造2025试点",
    "，",
    "的",
    "没有这样的一句话",
    '"乡村振兴"',
)
"""Queries of many kinds; each is typed letter by letter."""
_READ = (
    "gyzjz",
    "gongyezengjiazhi",
    "工业|农业 增长 -服务业",
    "节:工业 投资",
    "发展 数:>100亿元",
)
"""Queries that are read as pinyin, signs and fields, typed likewise."""
_LARGE = 4_000_000
"""Characters of the larger text."""
_SCREEN = 40
"""Hits that are located after each key: those on a screen."""


def main() -> None:
    """Measure and print."""
    report = open_report(None).report
    base = _keys(report, "one report", _TYPED, 5.0)
    _keys(report, "  pinyin and fields", _READ, 5.0)
    many = _large(report)
    large = _keys(many, "4 million characters", _TYPED, 20.0)
    _keys(many, "  pinyin and fields", _READ, 20.0)
    print(f"{'larger / one':22} median × {large / base:.1f}")


def _large(report: Report) -> Report:
    """A report of four million characters made of real ones."""
    texts = [text for _, blocks in real_texts() for text in blocks] or [block.text for block in report.blocks]
    chosen: list[Paragraph] = []
    size = 0
    while size < _LARGE:
        for text in texts:
            chosen.append(Paragraph(text))
            size += len(text)
            if size >= _LARGE:
                break
    return Report("四百万字", paragraphs=tuple(chosen))


def _keys(report: Report, name: str, typed: Sequence[str], bar: float) -> float:
    """Type the queries ``typed`` into ``report``, print the times of its keys in ms, and return their median."""
    figures = extract(report)
    searcher = Searcher(report, figure_source(lambda: figures))
    _ = report.blocks
    started = time.perf_counter()
    searcher.prepare()
    prepared = (time.perf_counter() - started) * 1e3
    times: list[tuple[float, str]] = []
    for query in typed:
        for end in range(1, len(query) + 1):
            started = time.perf_counter()
            hits = searcher.find(query[:end]).hits
            _ = hits[:_SCREEN]
            times.append(((time.perf_counter() - started) * 1e3, query[:end]))
    taken = [milliseconds for milliseconds, _ in times]
    median, high = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    slowest, query = max(times)
    verdict = "kept" if high <= bar else "MISSED"
    print(f"{name:22} folded once in {prepared:.1f} ms; {len(times)} keys: median {median:.3f} ms")
    print(
        f"{'':22} 95th percentile {high:.3f} ms  bar {bar:g}: {verdict}; slowest {slowest:.1f} ms ({query})"
    )
    return median
