"""Dates at the edges of a name."""

from __future__ import annotations

import pytest

from hzview.figures.dates import before_closing, behind_opening


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("到2020年森林覆盖率", "森林覆盖率"),
        ("2016-2020年全市投资", "投资"),
        ("6月份以来规模以上工业增加值", "规模以上工业增加值"),
        ("十二月份,财政收入", "财政收入"),
        ("一九八一年底全省人口", "人口"),
        ("第三季度末贷款余额", "贷款余额"),
        ("上半年出口", "出口"),
        ('"十三五"期间投资', "投资"),
        ("五年来新增就业", "新增就业"),
        ("本世纪末农业总产值", "农业总产值"),
        ("3.粮食产量", "粮食产量"),
        ("3.5万人", "3.5万人"),
        ("一二线城市", "一二线城市"),
        ("前三甲医院", "前三甲医院"),
        ("粮食产量", "粮食产量"),
    ],
)
def test_a_date_that_opens_a_name_is_passed_over(text: str, name: str) -> None:
    assert text[behind_opening(text, 0, len(text)) :] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("森林覆盖率由2015年底", "森林覆盖率由"),
        ("财政收入比上年同期", "财政收入比"),
        ("增加值已连续六年", "增加值"),
        ("增加值连续十二个月", "增加值"),
        ("粮食产量一九八〇年", "粮食产量"),
        ("出口3月份", "出口"),
        ("投资2016-2020年", "投资"),
        ("就业五年来", "就业"),
        ("粮食亩产年度", "粮食亩产年度"),
        ("粮食亩产", "粮食亩产"),
    ],
)
def test_a_date_that_closes_a_name_is_left_out(text: str, name: str) -> None:
    assert text[: before_closing(text, 0, len(text))] == name
