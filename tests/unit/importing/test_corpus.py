"""Real reports: outlines made by hand, and 674 files of which nothing may be lost."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from hzview.content import dump
from hzview.importing import Imported, import_report
from hzview.model import Role
from tests.unit.importing.material import SHARED, lost_and_doubled, shared

_OUTLINES = sorted((SHARED / "gold" / "outlines").glob("*.json"))
_LEAST_WITH_BOTH_ROLES = 0.97


@pytest.mark.parametrize("gold", [pytest.param(path, id=path.stem) for path in _OUTLINES])
def test_outlines(gold: Path, tmp_path: Path) -> None:
    source = shared("reports", "messy") / json.loads(gold.read_text(encoding="utf-8"))["source"]
    imported = import_report(source.read_bytes(), source.name)
    written = tmp_path / "report.toml"
    written.write_text(dump(imported.report), encoding="utf-8")
    scorer = [sys.executable, str(gold.parents[1] / "score_outline.py"), str(gold), str(written)]
    *amiss, _ = subprocess.run(scorer, capture_output=True, text=True, check=False).stdout.splitlines()
    assert [line for line in amiss if line and not _is_one_heading(line, imported)] == []


def _is_one_heading(complaint: str, imported: Imported) -> bool:
    """Whether a complaint that a phrase is not there once is of a heading: the scorer counts in paragraphs only."""
    phrase = complaint.removeprefix("repeated: ")
    headings = [part.section.heading for part in imported.report.parts]
    return phrase != complaint and sum(phrase in heading for heading in headings) == 1


@cache
def corpus() -> dict[str, tuple[str, Imported]]:
    """Every report of the corpus in Markdown, imported, by place and year."""
    folder = shared("reports", "markdown")

    def read() -> Iterator[tuple[str, tuple[str, Imported]]]:
        for path in sorted(folder.glob("**/*.md")):
            data = path.read_bytes()
            yield f"{path.parent.name}/{path.stem}", (data.decode("utf-8"), import_report(data, path.name))

    return dict(read())


def test_reports_have_both_roles() -> None:
    lacking = Counter[bool]()
    for name, (_, imported) in corpus().items():
        year = re.match(r"\d{4}", name.partition("/")[2])
        if year and int(year.group()) > 1978:
            roles = {part.role for part in imported.report.parts if part.depth}
            lacking[{Role.REVIEW, Role.TASKS} <= roles] += 1
    assert lacking[True] >= _LEAST_WITH_BOTH_ROLES * lacking.total()


def test_nothing_of_a_report_is_lost_or_doubled() -> None:
    wrong = {
        name: found
        for name, (text, imported) in corpus().items()
        if any(found := lost_and_doubled(text, imported))
    }
    assert wrong == {}


def test_nothing_is_taken_for_chrome_in_the_midst_of_a_report() -> None:
    """What is removed for a reason other than being head or copy is little."""
    for name, (text, imported) in corpus().items():
        gone = sum(len(removal.text) for removal in imported.removed if "页面" in removal.reason)
        assert gone < 0.02 * len(text) + 200, name
