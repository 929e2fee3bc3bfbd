"""What is offered where nothing is found."""

from __future__ import annotations

import re

import pytest

from hzview.model import Paragraph, Report, Section
from hzview.search import Searcher, aliases
from hzview.search.rescue import Offer, other_names, rescue


def searcher(*texts: str) -> Searcher:
    return Searcher(Report("题", sections=tuple(Section("某节", paragraphs=(Paragraph(t),)) for t in texts)))


def said(query: str, *texts: str) -> list[str]:
    return [offer.said for offer in rescue(searcher(*texts), query)]


@pytest.mark.parametrize(
    ("query", "text", "offers"),
    [
        ("固投", "固定资产投资增长", ["也搜：固定资产投资"]),
        ("固投增长", "固定资产投资增长", ["也搜：固定资产投资增长"]),
        ("gdp", "地区生产总值，国内生产总值", ["也搜：地区生产总值", "也搜：国内生产总值", "也搜：生产总值"]),
        ("地区生产总值", "GDP增长", ["也搜：GDP"]),
        ("规上工业 增长", "规模以上工业增长", ["也搜：规模以上工业 增长"]),
        ("增长8.5%", "增长百分之八点五", ["也搜：增长百分之八点五"]),
        ("增长百分之十二", "增长12%", ["也搜：增长12%"]),
        ("固投 节:某", "固定资产投资", ["也搜：固定资产投资 节:某"]),
        ("固投 -增长", "固定资产投资", ["也搜：固定资产投资 -增长"]),
        ('"固投"', "固定资产投资", []),
        ("财政总收入", "一般公共预算收入", []),
    ],
)
def test_other_names_of_the_same_thing(query: str, text: str, offers: list[str]) -> None:
    assert said(query, text) == offers


@pytest.mark.parametrize(
    ("query", "texts", "offers"),
    [
        ("财政收入增长多少", ["增长的是财政收入"], ["同一段里有：财政收入、增长"]),
        ("污水处理率", ["污水得到处理"], ["同一段里有：污水、处理（略去“率”）"]),
        ("登记失业率", ["失业率下降"], ["只搜：失业率（略去“登记”）"]),
        ("固投项目建设", ["建设的项目多，固定资产投资也多"], ["同一段里有：固定资产投资、项目、建设"]),
        ("政府债务风险", ["政府有债务，防住风险。", "什么"], ["同一段里有：政府、债务、风险"]),
        ("AI产业", ["产业"], []),
        ("没有的东西", ["工业"], []),
    ],
)
def test_the_words_of_the_query(query: str, texts: list[str], offers: list[str]) -> None:
    assert said(query, *texts) == offers


def test_words_in_one_section_where_no_block_has_them_all() -> None:
    inside = Section("债务", "（一）", paragraphs=(Paragraph("政府"), Paragraph("风险")))
    around = Section("工作", "一、", paragraphs=(Paragraph("政府"),), sections=(inside,))
    report = Report("题", sections=(around, Section("别的", paragraphs=(Paragraph("债务"),))))
    (offer,) = rescue(Searcher(report), "政府债务风险")
    assert offer.said == "同一节里有：政府、债务、风险"
    assert offer.result.note
    assert [hit.span.paragraph for hit in offer.result.hits] == [3, 4, 5]


@pytest.mark.parametrize(
    ("query", "text", "offers"),
    [
        ("规上工业曾加值", "规上工业增加值", "是不是：规上工业增加值"),
        ("进出口总额", "进出口总值", "是不是：进出口总值"),
        ("数字济", "数字季度经济", ""),
        ("生态补尝机制", "生态补偿机制", "是不是：生态补偿机制"),
        ("最多跑次", "最多跑一次", "是不是：最多跑一次"),
        ("最多跑一一次", "最多跑一次", "是不是：最多跑一次"),
        ("医改", "以改", ""),
    ],
)
def test_near_spellings(query: str, text: str, offers: str) -> None:
    found = said(query, text)
    assert [offer for offer in found if offer.startswith("是不是")] == ([offers] if offers else [])


def test_an_offer_finds_what_it_says_and_can_be_typed() -> None:
    for query, text in (("固投", "固定资产投资"), ("财政收入增长多少", "增长的是财政收入")):
        one = searcher(text)
        assert not one.find(query).hits
        for offer in rescue(one, query):
            again = one.find(offer.query)
            assert list(again.hits) == list(offer.result.hits)
            assert offer.result.hits


def test_other_names_are_offered_beside_what_is_found() -> None:
    one = searcher("GDP是地区生产总值")
    assert [offer.said for offer in other_names(one, "gdp")] == ["也搜：地区生产总值", "也搜：生产总值"]
    assert other_names(one, "没有") == []


def test_marks_in_a_query_are_only_marks() -> None:
    for query in ("[[[[工", "工业^]-\\增", "(((?:工业", "--&&~~||工"):
        rescue(searcher("工业增加值[（"), query)


def test_a_pasted_text_is_not_worked_on() -> None:
    assert said("规上工业曾加值" * 10, "规上工业增加值" * 10) == []


def test_names_of_one_group_are_no_names_of_another() -> None:
    names = [name for group in aliases.groups() for name in group]
    assert len(names) == len(set(names))
    assert all(len(group) > 1 for group in aliases.groups())
    assert len(aliases.groups()) >= 30


@pytest.mark.parametrize(
    "kept_apart", [("财政总收入", "一般公共预算收入"), ("农民人均纯收入", "农村居民人均可支配收入")]
)
def test_what_statistics_keep_apart_has_no_common_name(kept_apart: tuple[str, str]) -> None:
    assert kept_apart[1] not in aliases.same_as(kept_apart[0])
    assert not any(kept_apart[1] == other for other in aliases.others(kept_apart[0]))


@pytest.mark.parametrize(
    ("digits", "words"),
    [
        ("8%", "百分之八"),
        ("8.5%", "百分之八点五"),
        ("10%", "百分之十"),
        ("23%", "百分之二十三"),
        ("0.5%", "百分之零点五"),
    ],
)
def test_percentages_in_figures_and_in_words(digits: str, words: str) -> None:
    assert words in list(aliases.others(digits))
    if re.match("[1-9]", digits):
        assert digits in list(aliases.others(words))


def test_an_offer_keeps_its_query_readable() -> None:
    (offer,) = other_names(searcher('说"好"的固定资产投资'), '"说" 固投')
    assert offer == Offer('"说" 固定资产投资', '也搜："说" 固定资产投资', offer.result)
