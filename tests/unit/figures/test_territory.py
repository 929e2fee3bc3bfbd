"""Words for the report's own territory, which open a name and are no part of it."""

from __future__ import annotations

import pytest

from hzview.figures import extract
from hzview.figures.territory import behind_opening, openings
from hzview.model import Paragraph, Report, Role, Section


def names(text: str, region: str) -> list[str]:
    """Return the names of the figures of a report of ``region`` that says ``text``."""
    part = Section("正文", role=Role.REVIEW, paragraphs=(Paragraph(text),))
    report = Report("政府工作报告", year=2018, region=region, sections=(part,))
    return [name for figure in extract(report) for name in figure.indicators]


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("全市地区生产总值达到2476.1亿元。", "湖州市", "地区生产总值"),
        ("湖州市地区生产总值达到2476.1亿元。", "湖州市", "地区生产总值"),
        ("我省的粮食总产量达到180万吨。", "浙江省", "粮食总产量"),
        ("全国国内生产总值增长8%。", "国务院", "国内生产总值"),
        ("全自治区粮食总产量达到180万吨。", "宁夏回族自治区", "粮食总产量"),
        ("全市共实现新增就业8万人。", "湖州市", "新增就业"),
        # another territory than the report's own says of what the figure is
        ("全国国内生产总值增长8%。", "湖州市", "全国国内生产总值"),
        ("全省粮食总产量达到180万吨。", "湖州市", "全省粮食总产量"),
        # the last character of the word begins another one
        ("全市场主体达到18万户。", "湖州市", "全市场主体"),
        ("全县城镇化率达到60%。", "德清县", "全县城镇化率"),
        ("全国文明城市达到18个。", "国务院", "全国文明城市"),
        ("全国和自由贸易试验区负面清单条数压减51%。", "国务院", "全国和自由贸易试验区负面清单条数"),
    ],
)
def test_own_territory_is_left_out_and_no_other(text: str, region: str, expected: str) -> None:
    assert names(text, region) == [expected]


@pytest.mark.parametrize(
    "region", ["", "湖州市", "浙江省", "国务院", "德清县", "内蒙古自治区", "大理白族自治州"]
)
def test_an_opening_alone_is_taken_off_whole_and_nothing_else_is(region: str) -> None:
    for word in openings(region):
        assert behind_opening(word, 0, len(word), openings(region)) == len(word)
    assert behind_opening("粮食", 0, 2, openings(region)) == 0
