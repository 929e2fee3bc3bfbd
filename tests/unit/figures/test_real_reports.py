"""Figures of real reports: those labelled by hand, and what must never be one in a sample of all the others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hzview.figures import detect_spans, extract
from hzview.figures.rows import figure_rows
from hzview.opening import open_report
from tests.conftest import SHARED
from tests.unit.figures.dates import offences

GOLD = sorted((SHARED / "gold" / "figures").glob("*.jsonl")) if SHARED.is_dir() else []
SAMPLE = 40
"""Every which report is looked at by the tests; the benchmark looks at all of them."""


@pytest.mark.parametrize("gold", GOLD or [None], ids=lambda path: path.stem if path else "absent")
def test_the_bars_of_the_labelled_reports(gold: Path | None, shared: Path, tmp_path: Path) -> None:
    """Spans all but perfect, nine in ten right in every field: the report it was written on and seven others."""
    assert gold is not None
    source = next(path for path in gold.parent.glob(f"{gold.stem}.*") if path.suffix != ".jsonl")
    report = open_report(str(source)).report
    rows = tmp_path / "rows.jsonl"
    with rows.open("w", encoding="utf8") as file:
        for row in figure_rows(report, extract(report)):
            file.write(json.dumps(row, ensure_ascii=False, default=float) + "\n")
    scorer = [sys.executable, str(shared / "gold" / "score.py"), str(gold), str(rows)]
    printed = subprocess.run(scorer, check=True, capture_output=True, text=True, encoding="utf8").stdout
    score = json.loads(printed.splitlines()[-1])
    assert score["f1"] >= 0.98
    assert score["kind"] >= 0.98
    assert score["all"] >= 0.88


def test_no_figure_reaches_into_a_date_a_plan_or_a_number_of_a_heading(shared: Path) -> None:
    paths = sorted((shared / "reports" / "markdown").glob("*/*.md"))
    assert paths
    found = [
        f"{path.parent.name}/{path.name}: {offence}"
        for path in paths[::SAMPLE]
        for block in open_report(str(path)).report.blocks
        for offence in offences(block.text, detect_spans(block.text))
    ]
    assert found == []
