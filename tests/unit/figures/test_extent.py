"""What time a figure speaks of."""

from __future__ import annotations

import pytest

from hzview.figures import extract
from hzview.figures.extent import Extent, Extents
from hzview.figures.rows import figure_rows
from hzview.model import Paragraph, Report, Role, Section

Y, S, P, M = Extent.YEAR, Extent.YEARS, Extent.PASSAGE, Extent.PART


def extents(title: str, *paragraphs: str, role: Role = Role.REVIEW) -> list[Extent]:
    section = Section(title, role=role, paragraphs=tuple(map(Paragraph, paragraphs)))
    report = Report("2018年某市政府工作报告", region="某市", year=2018, sections=(section,))
    asked = Extents(report)
    return [asked.of(row) for row in figure_rows(report, extract(report))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地区生产总值增长8.5%。", [Y]),
        ("五年来，地区生产总值年均增长8.5%。", [S]),
        ("地区生产总值五年年均增长8.5%，2017年增长7%。", [S, Y]),
        ("地区生产总值、财政收入平均每年增长8%、9%。", [S, S]),
        ("五年来，财政收入由200亿元增加到300亿元。", [Y, Y]),
        ("五年来，新增就业30万人。2017年，新增就业6万人。", [P, Y]),
        ("五年来，居民收入增长50%。", [S]),
        ("累计完成投资300亿元。", [S]),
        ("全年累计完成投资300亿元。", [Y]),
        ("地区生产总值比2012年增长50%，比2016年增长8%。", [S, Y]),
        ("财政收入比上年增长8%。", [Y]),
        ("“十二五”时期，地区生产总值增长60%。", [S]),
        ("2013—2017年，新增就业30万人。", [P]),
        ("党的十八大以来，居民收入增长60%。", [S]),
        ("1—10月，规上工业增加值增长8%；全年增长9%。", [M, Y]),
        ("一季度，地区生产总值增长6%。", [M]),
        ("上半年地区生产总值增长6%，下半年增长7%。", [M, M]),
        ("1—12月，规上工业增加值增长8%。", [Y]),
        ("春节期间，旅游收入增长8%。", [M]),
        ("固定资产投资增长5.3%，增速比最低谷（1—3月）高出11个百分点；旅游收入增长5%。", [Y, Y, Y]),
        ("PM2.5年均浓度下降10%。", [Y]),
        ("居全省第2位。", [Y]),
        ("连续5年居全省第2位。", [Y]),
        ("经济总量翻一番。", [S]),
        ("出口161.9亿美元，比“九五”时期增长1.2倍。", [S, S]),
        ("出口161.9亿美元，比“九五”末增长1.2倍。", [Y, S]),
        ("2017年与2012年相比，地区生产总值增长50%。", [S]),
        ("过去一年是本届政府第一年。地区生产总值增长8%。", [Y]),
    ],
)
def test_words_of_the_sentence_decide(text: str, expected: list[Extent]) -> None:
    found = extents("一、2017年主要工作", text)
    assert found == expected


def test_the_passage_goes_on_behind_the_sentence_and_the_dash() -> None:
    found = extents("一、工作回顾", "过去五年，我们这样走过。", "——新增就业30万人。", "新增就业30万人。")
    assert found == [P, Y]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("一、过去五年工作回顾", "地区生产总值增长50%。", [S]),
        ("一、过去五年工作回顾", "新增就业30万人。", [P]),
        ("一、过去五年工作回顾", "完成投资213亿元，增长14.7%。", [Y, Y]),
        ("一、过去五年工作回顾", "同比增长7%。", [Y]),
        ("一、过去五年工作回顾", "刚刚过去的2017年，目标完成。地区生产总值增长7%。", [Y]),
        ("一、“十三五”时期和2017年工作回顾", "地区生产总值增长5%。", [Y]),
        ("一、“十三五”时期和2017年工作回顾", "新增就业30万人。", [P]),
        ("一、“十三五”开局之年工作回顾", "新增就业30万人。", [Y]),
    ],
)
def test_headings_decide_where_no_word_does(title: str, text: str, expected: list[Extent]) -> None:
    assert extents(title, text) == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("二、2018年工作", "地区生产总值增长8%。", [Y]),
        ("二、今后五年目标", "地区生产总值年均增长8%。", [S]),
        ("二、“十三五”发展目标", "财政收入达到300亿元。", [P]),
        ("二、2018年工作", "到2020年，财政收入达到300亿元。", [P]),
        ("二、2018年工作", "到2020年，居民收入增长50%。", [S]),
    ],
)
def test_targets(title: str, text: str, expected: list[Extent]) -> None:
    assert extents(title, text, role=Role.TASKS) == expected
