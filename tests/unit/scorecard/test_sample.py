"""The verdicts on a sample labelled by hand, from the sentences to the verdict."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from hzview.catalog import load_catalog
from hzview.catalog.names import key
from hzview.figures import extract
from hzview.model import Report
from hzview.scorecard.gathering import of_report
from hzview.scorecard.pairing import promises, results, settle
from tests.unit.scorecard.reports import report

CATALOG = load_catalog()
CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "sample.toml").read_text(encoding="utf-8")
)["case"]


def _said(one: Report) -> list[Any]:
    return of_report(one, extract(one), CATALOG)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['region']}{case['year']}")
def test_the_verdict_is_that_of_a_reader(case: dict[str, Any]) -> None:
    year, region = case["year"], case["region"]
    promised = promises(_said(report(year, "", case["promise"], region=region)))
    reported = results(_said(report(year + 1, case["report"], "", region=region)))
    found: dict[str, set[str]] = {}
    for outcome in settle(promised, reported):
        name = f"{outcome.promise.key.strip()} {outcome.promise.measure}"
        found.setdefault(name, set()).add(outcome.judgement.verdict.value)
    for name, verdict in case["verdicts"].items():
        indicator, measure = name.split()
        known = CATALOG.find(indicator)
        assert found[f"{known.id if known else '=' + key(indicator)} {measure}"] == {verdict}, name


def test_there_are_enough_of_each_verdict() -> None:
    verdicts = [verdict for case in CASES for verdict in case["verdicts"].values()]
    assert len(verdicts) > 80
    for verdict, least in (("met", 40), ("missed", 10), ("about", 3), ("unclear", 8)):
        assert verdicts.count(verdict) >= least
