"""Line breaking: speed beside rich's, first page of ten megabytes, and defects over all real reports. Bars: 2 MB/s, 100 ms, 0.

All of it without and with spaces between Chinese and Latin. Speeds count bytes of UTF-8. A defect is a line that starts with a closing mark or ends with an opening one, or a
figure that is cut, at any width from 24 to 120.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from hzview.figures import detect_spans
from hzview.model import Paragraph, Report
from hzview.opening import open_report
from hzview.typeset import INDENT, Measured, Typesetter
from tests.conftest import SHARED

_STARTS = frozenset("，。、；：！？）”’》」』】〕,.;:!?)%％‰℃…")
_ENDS = frozenset("“‘《「『【〔（([")
_WIDTHS = range(24, 121)
_TOO_WIDE = "too wide"
_LARGE = 10_000_000
"""Bytes of the text whose first page is timed."""


def real_texts() -> Iterator[tuple[str, list[str]]]:
    """Yield name and blocks of every real report beside the checkout; of the bundled one where there are none."""
    files = sorted(path for path in (SHARED / "reports").rglob("*") if path.suffix in (".md", ".txt"))
    opened = (open_report(str(file)) for file in files) if files else iter((open_report(None),))
    for report in opened:
        yield report.name, [block.text for block in report.report.blocks]


def main() -> None:
    """Measure and print."""
    texts = list(real_texts())
    paragraphs = [text for _, blocks in texts for text in blocks]
    size = sum(len(text.encode()) for text in paragraphs)
    print(f"{len(texts)} reports, {size / 1e6:.1f} MB")
    rich = _rich_speed(paragraphs[:2000])
    print(f"rich               {rich:6.1f} MB/s")
    for autospace in (False, True):
        print("-- with spaces" if autospace else "-- without spaces")
        _speed(paragraphs, size, rich, autospace=autospace)
        _first_page(paragraphs, autospace=autospace)
        _defects(texts, autospace=autospace)


def _speed(paragraphs: list[str], size: int, rich: float, *, autospace: bool) -> None:
    started = time.perf_counter()
    measured = [Measured(text, autospace=autospace) for text in paragraphs]
    ready = time.perf_counter()
    for paragraph in measured:
        paragraph.lines(76, INDENT)
    done = time.perf_counter()
    once, again = size / 1e6 / (done - started), size / 1e6 / (done - ready)
    print(
        f"measured and set   {once:6.1f} MB/s  bar 2: {'kept' if once >= 2 else 'MISSED'}  rich × {once / rich:.1f}"
    )
    print(f"set again          {again:6.1f} MB/s")


def _rich_speed(paragraphs: list[str]) -> float:
    from rich.console import Console
    from rich.text import Text

    console = Console(width=76)
    size = sum(len(text.encode()) for text in paragraphs)
    started = time.perf_counter()
    for text in paragraphs:
        Text(text).wrap(console, 76)
    return size / 1e6 / (time.perf_counter() - started)


def _first_page(paragraphs: list[str], *, autospace: bool) -> None:
    chosen: list[Paragraph] = []
    size = 0
    while size < _LARGE:
        for text in paragraphs:
            chosen.append(Paragraph(text))
            size += len(text.encode())
            if size >= _LARGE:
                break
    report = Report("十兆字节", paragraphs=tuple(chosen))
    _ = report.blocks
    started = time.perf_counter()
    setter = Typesetter(
        report, 76, keep=lambda index: detect_spans(report.blocks[index].text), autospace=autospace
    )
    for block in range(20):
        setter.rows_of(block)
    first = time.perf_counter() - started
    for block in range(len(report.blocks)):
        setter.rows_of(block)
    whole = time.perf_counter() - started
    started = time.perf_counter()
    setter.resize(60)
    for block in range(20):
        setter.rows_of(block)
    resized = time.perf_counter() - started
    kept = "kept" if max(first, resized) <= 0.1 else "MISSED"
    print(f"10 MB: first page {first * 1e3:.1f} ms, after a resize {resized * 1e3:.1f} ms  bar 100: {kept}")
    print(f"10 MB: all rows, figures found on the way, {whole:.2f} s")


def _defects(texts: list[tuple[str, list[str]]], *, autospace: bool) -> None:
    found: Counter[str] = Counter()
    lines = 0
    for name, blocks in texts:
        for text in blocks:
            spans = detect_spans(text)
            measured = Measured(text, spans, autospace=autospace)
            for width in _WIDTHS:
                covered = measured.lines(width, INDENT)
                lines += len(covered)
                for kind, at in _defects_of(measured, covered, spans, width):
                    found[kind] += 1
                    if found[kind] <= 3:
                        print(
                            f"  {kind}: {name}, width {width}: {text[max(at - 20, 0) : at]}|{text[at : at + 20]}"
                        )
    print(f"{lines} lines at widths {_WIDTHS[0]}–{_WIDTHS[-1]}")
    for kind in ("forbidden start", "forbidden end", "cut figure"):
        print(f"{kind:18} {found[kind]:6}  bar 0: {'MISSED' if found[kind] else 'kept'}")
    print(f"figures that, with the marks on them, are wider than a line: {found[_TOO_WIDE]}")


def _defects_of(
    measured: Measured, covered: list[tuple[int, int]], spans: tuple[tuple[int, int], ...], width: int
) -> Iterator[tuple[str, int]]:
    """Yield kind and offset of what is amiss at the breaks of one paragraph."""
    text = measured.text
    starts = [start for start, _ in spans]
    for before, start in covered[:-1]:
        if text[start] in _STARTS:
            yield "forbidden start", start
        if text[before:start].rstrip()[-1:] in _ENDS:
            yield "forbidden end", start
        span = bisect_right(starts, start - 1) - 1
        if span >= 0 and spans[span][0] < start < spans[span][1]:
            room = width - (0 if before else INDENT)
            yield (_TOO_WIDE if _cells_with_marks(measured, *spans[span]) > room else "cut figure"), start


def _cells_with_marks(measured: Measured, start: int, end: int) -> int:
    """Cells of a figure with the opening and closing marks that cannot be parted from it."""
    text = measured.text
    while start and text[start - 1] in _ENDS:
        start -= 1
    while end < len(text) and text[end] in _STARTS:
        end += 1
    return measured.cells(start, end)
