"""Sentences of reports and the figures that must come out of them: one file of cases for each rule or matter.

A case is a sentence, the role of the part that it stands in (``review`` where none is given; the report is of 2018) and
its figures in order, each as ``text | names joined by + | measure bound value unit | kind period``. All figures are
listed: one more or one less fails.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hzview.figures import Figure, extract
from hzview.figures.explain import explain
from hzview.figures.rules import RULES
from tests.unit.figures.reports import report

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def cases() -> Iterator[tuple[str, dict[str, object]]]:
    """Yield all cases with the file each is of."""
    for path in FILES:
        for case in tomllib.loads(path.read_text("utf8"))["cases"]:
            yield path.stem, case


CASES = list(cases())


def written(figure: Figure) -> str:
    """Write a figure as the cases do."""
    value = f"{figure.value:f}" + ("" if figure.value_to is None else f"..{figure.value_to:f}")
    said = f"{figure.measure} {figure.bound} {value} {figure.unit}".rstrip()
    threshold = " threshold" if figure.threshold else ""
    return (
        f"{figure.text} | {'+'.join(figure.indicators)} | {said} | {figure.kind} {figure.period}{threshold}"
    )


@pytest.mark.parametrize(
    ("name", "case"), CASES, ids=[f"{name}-{str(case['text'])[:12]}" for name, case in CASES]
)
def test_case(name: str, case: dict[str, object]) -> None:
    found = extract(report(str(case["text"]), str(case.get("role", "review"))))
    assert [written(figure) for figure in found] == case["figures"]


def test_every_rule_has_a_case_of_its_own_name() -> None:
    """A rule that no case exercises under its own name is a rule that may break unseen."""
    used: set[str] = set()
    for name, case in CASES:
        text, role = str(case["text"]), str(case.get("role", "review"))
        opened = report(text, role)
        rules = {explain(opened, number).rule for number in range(1, len(extract(opened)) + 1)}
        used |= {rule for rule in rules if rule.replace(" ", "_") == name}
    assert used == {rule.name for rule in RULES}
