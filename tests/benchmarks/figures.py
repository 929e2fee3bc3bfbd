"""Figures: speed (bar 5 MB/s on one core), growth with the text, the labelled reports' scores, and no figure in a date.

The speed is that of ``extract`` on real reports as they were imported; megabytes are of UTF-8. Growth is the time of a
text ten times as long over ten times the time of the text.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from hzview.errors import HzviewError
from hzview.figures import detect_spans, extract
from hzview.figures.rows import figure_rows
from hzview.model import Paragraph, Report, Role, Section
from hzview.opening import open_report
from tests.conftest import SHARED
from tests.unit.figures.dates import offences

_BAR = 5.0
"""Megabytes of text in a second."""
_RUNS = 5


def main() -> None:
    """Measure and print."""
    reports = [(path, report) for path, report in _reports()]
    if not reports:
        print(f"no real reports: {SHARED} is not there")
        reports = [(Path("bundled"), open_report(None).report)]
    _speed([report for _, report in reports])
    _growth(open_report(None).report)
    _scores()
    _dates(reports)


def _reports() -> Iterator[tuple[Path, Report]]:
    """Yield every report that can be imported."""
    for path in sorted((SHARED / "reports" / "markdown").glob("*/*.md")):
        try:
            yield path, open_report(str(path)).report
        except HzviewError as error:
            print(f"not a report: {path.name}: {error}")


def _time(reports: Sequence[Report]) -> float:
    """Seconds of processor time that the figures of ``reports`` take."""
    started = time.process_time()
    for report in reports:
        extract(report)
    return time.process_time() - started


def _speed(reports: Sequence[Report]) -> None:
    """Print the speed over all reports, the best of some runs."""
    size = sum(len(block.text.encode()) for report in reports for block in report.blocks) / 1e6
    for report in reports:
        extract(report)
    seconds = min(_time(reports) for _ in range(_RUNS))
    count = sum(len(extract(report)) for report in reports)
    verdict = "kept" if size / seconds >= _BAR else "MISSED"
    print(
        f"speed    {size:.1f} MB, {count} figures in {seconds:.2f} s: {size / seconds:.2f} MB/s  bar {_BAR:g}: {verdict}"
    )


def _growth(report: Report) -> None:
    """Print how the time grows where a report, and where one paragraph, becomes ten and a hundred times as long."""
    text = "".join(block.text for block in report.blocks)
    for name, make in (("paragraphs", _many), ("one paragraph", _one)):
        base = min(_time([make(text, 4)]) for _ in range(_RUNS))
        ratios = [min(_time([make(text, 4 * times)]) for _ in range(2)) / base / times for times in (10, 40)]
        print(f"growth   {name}: × {ratios[0]:.2f} at 10 times, × {ratios[1]:.2f} at 40 times the text")


def _many(text: str, times: int) -> Report:
    """A report of ``times`` paragraphs."""
    part = Section("正文", role=Role.REVIEW, paragraphs=(Paragraph(text),) * times)
    return Report("报告", year=2018, sections=(part,))


def _one(text: str, times: int) -> Report:
    """A report of one paragraph that is ``times`` as long."""
    return _many(text * times, 1)


def _scores() -> None:
    """Print what the scorer says of every labelled report."""
    for gold in sorted((SHARED / "gold" / "figures").glob("*.jsonl")):
        source = next(path for path in gold.parent.glob(f"{gold.stem}.*") if path.suffix != ".jsonl")
        report = open_report(str(source)).report
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
            for row in figure_rows(report, extract(report)):
                file.write(json.dumps(row, ensure_ascii=False, default=float) + "\n")
            file.flush()
            scorer = [sys.executable, str(SHARED / "gold" / "score.py"), str(gold), file.name]
            printed = subprocess.run(
                scorer, check=True, capture_output=True, text=True, encoding="utf8"
            ).stdout
        score = json.loads(printed.splitlines()[-1])
        fields = "  ".join(
            f"{name} {score[name]:.3f}" for name in ("f1", "indicator", "indicator_loose", "kind", "all")
        )
        print(f"{gold.stem:16} {fields}")


def _dates(reports: Sequence[tuple[Path, Report]]) -> None:
    """Print every figure that reaches into a date, a plan's name or the number of a heading, and how many there are."""
    count = 0
    for path, report in reports:
        for block in report.blocks:
            for offence in offences(block.text, detect_spans(block.text)):
                count += 1
                print(f"in a date or name: {path.parent.name}/{path.name}: {offence}")
    print(
        f"dates    {count} figures inside a date, a plan name or a heading number in {len(reports)} reports"
    )
