"""Selections: each filter alone, and what a limit means."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hzview.errors import HzviewError
from hzview.figures import Kind, Measure, extract
from hzview.figures.select import Limit, Selection
from hzview.model import Paragraph, Report, Role, Section

REPORT = Report(
    "报告",
    year=2018,
    sections=(
        Section(
            "2017年主要工作",
            number="一、",
            role=Role.REVIEW,
            paragraphs=(
                Paragraph("地区生产总值达到2476.1亿元，增长8.5%，居全省第二位。"),
                Paragraph("实到外资10.5亿美元，整治农田15万亩、绿地3平方公里。"),
            ),
        ),
        Section(
            "2018年重点任务",
            number="二、",
            role=Role.TASKS,
            paragraphs=(Paragraph("GDP增长6%—6.5%，农民收入增加300元，增长8%。"),),
        ),
    ),
)
FIGURES = extract(REPORT)


def chosen(selection: Selection) -> list[str]:
    """Surfaces of the figures that a selection takes."""
    return [figure.text for figure in selection.choose(REPORT, FIGURES)]


def test_nothing_asked_takes_all() -> None:
    assert Selection().choose(REPORT, FIGURES) == FIGURES


def test_each_filter_alone() -> None:
    assert chosen(Selection(kind=Kind.TARGET)) == ["6%—6.5%", "300元", "8%"]
    assert chosen(Selection(measure=Measure.RANK)) == ["第二位"]
    assert chosen(Selection(unit="元")) == ["2476.1亿元", "300元"]
    assert chosen(Selection(unit="亿元")) == ["2476.1亿元"]
    assert chosen(Selection(unit="％")) == ["8.5%", "6%—6.5%", "8%"]
    assert chosen(Selection(section="重点任务")) == ["6%—6.5%", "300元", "8%"]
    assert chosen(Selection(indicator="gdp")) == ["6%—6.5%"]


def test_a_limit_with_a_unit_takes_what_converts() -> None:
    assert chosen(Selection(minimum=Limit.parse("4平方公里"))) == ["15万亩"]
    assert chosen(Selection(maximum=Limit.parse("4平方公里"))) == ["3平方公里"]
    assert chosen(Selection(minimum=Limit.parse("8%"))) == ["8.5%", "8%"]
    assert chosen(Selection(minimum=Limit.parse("6.2%"), maximum=Limit.parse("7%"))) == ["6%—6.5%"]
    assert chosen(Selection(minimum=Limit.parse("1000万美元"))) == ["10.5亿美元"]


def test_a_bare_limit_is_in_base_units() -> None:
    assert chosen(Selection(minimum=Limit.parse("200000000000"))) == ["2476.1亿元"]
    assert "第二位" in chosen(Selection(maximum=Limit.parse("２")))


@pytest.mark.parametrize("text", ["", "多少", "8%9%", "1/0", "--"])
def test_a_limit_that_is_no_number_is_said_so(text: str) -> None:
    with pytest.raises(HzviewError, match="数值看不懂"):
        Limit.parse(text)


def test_a_limit_keeps_its_sign() -> None:
    assert Limit.parse("-5") == Limit(Decimal(-5), "")
