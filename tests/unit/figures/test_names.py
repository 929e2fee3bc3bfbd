"""What holds for every name, whatever it names."""

from __future__ import annotations

import re

import pytest

from hzview.content import bundled
from hzview.figures import Figure, extract
from hzview.figures.doubts import UNNAMED
from hzview.figures.names import complete, split_list, strip_opening, tidy
from hzview.figures.territory import openings
from hzview.model import Report
from hzview.opening import open_report
from tests.unit.figures.reports import report
from tests.unit.figures.test_cases import CASES

BUILT = set("占的比重第一二三四五六产业城镇农村存贷款完成例资金增长率增加值收入支出进出口余额各均人")
"""Characters that rules put into names; everything else is of the text."""
FRAGMENT = re.compile("^[、，,；;：:。的]|[、，,；;：:。与的]$|(?<!总)和$|(?<![惠普涉])及$")


def bundled_report() -> Report:
    """Return the report that comes with the program."""
    return open_report(str(bundled())).report


def all_figures() -> list[tuple[Report, Figure]]:
    """Figures of the bundled report and of every case, each with its report."""
    reports = [
        bundled_report(),
        *(report(str(case["text"]), str(case.get("role", "review"))) for _, case in CASES),
    ]
    return [(opened, figure) for opened in reports for figure in extract(opened)]


FIGURES = all_figures()


def test_a_name_is_built_of_pieces_of_its_paragraph() -> None:
    for opened, figure in FIGURES:
        text = opened.blocks[figure.span.paragraph].text
        for name in figure.indicators:
            assert set(name) <= set(text) | BUILT, (name, text)


def test_a_name_is_no_fragment() -> None:
    for opened, figure in FIGURES:
        for name in figure.indicators:
            assert name or UNNAMED in figure.doubts, opened.blocks[figure.span.paragraph].text
            assert tidy(name) == name
            assert figure.threshold or not FRAGMENT.search(name), name
            for one, other in ("“”", "（）", "()", "《》"):
                assert name.count(one) == name.count(other), name


def test_a_name_does_not_open_with_the_reports_own_territory() -> None:
    opened = bundled_report()
    assert opened.region
    for figure in extract(opened):
        for name in figure.indicators:
            if name.startswith(openings(opened.region)):
                assert strip_opening(name, 0, len(name), openings(opened.region)) == 0


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("城镇、农村居民人均可支配收入", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("旅游人次和总收入", ["旅游人次", "旅游总收入"]),
        ("粮食播种面积、产量", ["粮食播种面积", "粮食产量"]),
        ("一般公共预算收入、支出", ["一般公共预算收入", "一般公共预算支出"]),
        ("技术市场总量和增速", ["技术市场总量", "增速"]),
    ],
)
def test_a_list_of_names_is_taken_apart_and_completed(name: str, parts: list[str]) -> None:
    assert complete(split_list(name)) == parts
