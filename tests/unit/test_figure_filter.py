"""Searching by figures: values in their units, kinds and measures."""

from __future__ import annotations

import pytest

from hzview.figure_filter import figure_source
from hzview.figures import extract
from hzview.model import Paragraph, Report, Role, Section
from hzview.search import Searcher

TEXT = (
    "地区生产总值达到2476.1亿元，增长8.5%，占比提高8.5个百分点，建成高标准农田15万亩。",
    "财政收入超过1万亿元，固定资产投资下降10.6%，居全省第二位。",
)
REPORT = Report(
    "2018年测试市政府工作报告",
    year=2018,
    sections=(
        Section("工作回顾", "一、", Role.REVIEW, tuple(map(Paragraph, TEXT))),
        Section("主要任务", "二、", Role.TASKS, (Paragraph("地区生产总值增长7%—8%，新增就业5万人。"),)),
    ),
)


def found(query: str) -> list[str]:
    searcher = Searcher(REPORT, figure_source(lambda: extract(REPORT)))
    spans = [hit.span for hit in searcher.find(query).hits]
    return [REPORT.blocks[span.paragraph].text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("query", "figures"),
    [
        ("数:>1000亿元", ["2476.1亿元", "1万亿元"]),
        ("数:>0.1万亿元", ["2476.1亿元", "1万亿元"]),
        ("数:1000亿元..5000亿元", ["2476.1亿元"]),
        ("数:1000..5000亿元", ["2476.1亿元"]),
        ("数:10000亿元", ["1万亿元"]),
        ("数:8.5%", ["8.5%"]),
        ("数:8.5个百分点", ["8.5个百分点"]),
        ("数:8%..10%", ["8.5%", "7%—8%"]),
        ("数:>8%", ["8.5%"]),
        ("数:<0%", ["10.6%"]),
        ("数:>=100平方公里", ["15万亩"]),
        ("数:第二位", []),
        ("类:位次", ["第二位"]),
        ("类:目标", ["7%—8%", "5万人"]),
        ("类:目标 数:%", []),
        ("类:目标|位次", ["第二位", "7%—8%", "5万人"]),
        ("类:目标 类:增速", ["7%—8%"]),
        ("类:实绩 数:>8%", ["8.5%"]),
        ("类:目标 数:>8%", []),
        ("数:8.5%|15万亩", ["8.5%", "15万亩"]),
        ("数:>2000000000000亿元", []),
    ],
)
def test_figures_that_are_meant(query: str, figures: list[str]) -> None:
    assert found(query) == figures


def test_a_word_and_a_figure_in_one_block() -> None:
    assert found("固定资产 数:>1000亿元") == ["1万亿元", "固定资产"]
    assert found("生产总值 类:目标") == ["生产总值", "7%—8%", "5万人"]
    assert found("生产总值 数:<0%") == []
