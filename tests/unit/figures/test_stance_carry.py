"""What a sentence takes over from those before it: the year of an aim, of a whole, of a plan."""

from __future__ import annotations

import pytest

from hzview.figures import Kind, extract
from hzview.figures.extent import Extent
from hzview.model import Paragraph, Report, Role, Section
from tests.unit.figures.test_extent import P, S, Y, extents


def said(title: str, text: str, role: Role, year: int = 2022) -> list[tuple[str, Kind, int | None]]:
    """Return text, kind and period of the figures of one paragraph."""
    report = Report("", year=year, sections=(Section(title, role=role, paragraphs=(Paragraph(text),)),))
    return [(figure.text, figure.kind, figure.period) for figure in extract(report)]


def test_items_of_an_aim_speak_of_its_year() -> None:
    text = "今后五年的总体目标是：到2026年，打造一流城市。一是实力跃升。财政收入突破650亿元。2022年，财政收入增长5%。"
    assert said("二、工作安排", text, Role.TASKS) == [
        ("650亿元", Kind.TARGET, 2026),
        ("5%", Kind.TARGET, 2022),
    ]


def test_what_is_of_a_whole_speaks_of_its_year() -> None:
    text = "工农业总产值在一九五七年达到1387亿元。其中，工业总产值达到704亿元。"
    assert [period for *_, period in said("一、回顾", text, Role.REVIEW, 1959)] == [1957, 1957]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("二、“十四五”时期的奋斗目标", 2025),
        ("二、第一个五年计划概要", 2022),
        ("二、“十四五”时期的奋斗目标和2022年工作安排", 2022),
        ("二、今后五年的目标", 2026),
        ("二、2023年计划的任务和主要指标", 2023),
        ("二、一九八一年的教训", 2022),
        ("二、２０２２年工作和今后五年的目标", 2022),
        ("二、“十四五”时期的目标和2035年远景目标", 2025),
    ],
)
def test_a_plan_in_the_heading_fixes_the_year(title: str, period: int) -> None:
    assert said(title, "财政收入达到300亿元。", Role.TASKS) == [("300亿元", Kind.TARGET, period)]


def test_then_is_a_year_named_before() -> None:
    text = "到2025年，粮食产量达到1.4万亿斤。届时，经济总量超过90万亿元。"
    assert [period for *_, period in said("二、工作安排", text, Role.TASKS)] == [2025, None]


def test_a_plan_restated_in_a_review_is_no_result() -> None:
    text = "人大会议通过的主要指标是：工业总产值增长10%。执行的结果是：工业总产值增长24.5%。"
    assert said("一、回顾", text, Role.REVIEW) == [
        ("10%", Kind.TARGET, 2021),
        ("24.5%", Kind.ACTUAL, 2021),
    ]
    text = "全会提出了钢产量1800万吨、粮食产量10500亿斤的两项指标。"
    assert said("一、回顾", text, Role.REVIEW) == [
        ("1800万吨", Kind.TARGET, None),
        ("10500亿斤", Kind.TARGET, None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一九八二年同一九七八年相比，零售总额由1559亿元增加到2570亿元，增长64.8%。", [S]),
        ("财政收入由346.7亿元增加到1034.5亿元，增长2倍。", [S]),
        ("财政收入由上年的346.7亿元增加到434.5亿元，增长25.3%。", [Y]),
        ("五年全国新增城镇就业5100万人。", [P]),
    ],
)
def test_what_grew_over_several_years_is_of_several(text: str, expected: list[Extent]) -> None:
    assert extents("一、2017年主要工作", text)[-1:] == expected


def test_under_a_heading_of_both_the_last_opening_decides() -> None:
    title = "一、过去五年回顾及2017年主要工作"
    five, year = "换届以来的五年，是奋力前行的五年。", "刚刚过去的2017年，任务艰巨。"
    fact = "单位生产总值能耗下降20%，新增就业80万人。"
    assert extents(title, five, fact, year, fact) == [S, P, Y, Y]
    assert extents(title, fact) == [Y, P]


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        # the plan that a result is compared with is no plan
        ("生产总值增长8%，高于预期目标1个百分点，财政收入增长9%。", Role.REVIEW, [("actual", 2021)] * 3),
        ("全年主要预期目标是：生产总值增长8%。", Role.REVIEW, [("target", 2022)]),
        # where a change began
        ("赤字率从去年的2.1%提高到2.3%。", Role.TASKS, [("actual", 2021), ("target", 2022)]),
        ("比重由上年的54.3%提高到56.1%。", Role.REVIEW, [("actual", 2020), ("actual", 2021)]),
        ("比重由上年的31%上升到1981年的67%。", Role.REVIEW, [("actual", 1980), ("actual", 1981)]),
        ("贫困人口由“七五”末的8500万减少到6500万。", Role.REVIEW, [("actual", 1990), ("actual", 2021)]),
        ("增速由今年预计的3%提高到4%。", Role.TASKS, [("actual", None), ("target", 2022)]),
        # the year of a base or of prices is not the year of the number
        ("人均收入在2020年基础上增长20%。", Role.TASKS, [("target", 2022)]),
        ("总产值按1995年价格计算达到1500亿元。", Role.TASKS, [("target", 2022)]),
        ("到2025年，城镇化率达到70%。", Role.TASKS, [("target", 2025)]),
        ("从2022年1月1日起，关税水平已由15%降到12%。", Role.TASKS, [("actual", None), ("actual", 2022)]),
        ("销量从2019年的5万辆增加到8万辆。", Role.REVIEW, [("actual", 2019), ("actual", 2021)]),
        ("有24%的企业存在着亏损。", Role.TASKS, [("actual", 2022)]),
        ("从效果看，两年来发行国债2100亿元，建设5100多个项目。", Role.TASKS, [("actual", 2021)] * 2),
        # efforts ahead and efforts made
        ("经过五年的努力，城镇居民收入超过2万元。", Role.TASKS, [("target", 2022)]),
        ("经过广泛征集，确定民生实事12件。", Role.TASKS, [("actual", 2021)]),
    ],
)
def test_years_and_plans_that_a_number_is_compared_with(
    text: str, role: Role, expected: list[tuple[str, int | None]]
) -> None:
    assert [(str(kind), period) for _, kind, period in said("一、工作", text, role)] == expected
