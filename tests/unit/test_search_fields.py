"""Searching one report by signs and fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from hzview.model import Paragraph, Report, Section, Span
from hzview.search import Searcher
from hzview.search.match import BY_PINYIN, PUNCTUATION_IGNORED, TAKEN_AS_TEXT, WORD_WANTED
from hzview.search.query import Query


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(map(Paragraph, texts))


REPORT = Report(
    "2018年湖州市政府工作报告",
    region="湖州市",
    year=2018,
    sections=(
        Section(
            "工业发展",
            "一、",
            paragraphs=paragraphs("工业增长8%，投资增长5%。", "农业增长"),
            sections=(Section("技术改造", "（一）", paragraphs=paragraphs("投资工业|农业")),),
        ),
        Section("农业发展", "二、", paragraphs=paragraphs("工业反哺农业", "投资增长9%")),
    ),
)
"""Blocks: 0 title, 1 heading, 2–3 text, 4 heading, 5 text, 6 heading, 7–8 text."""


def found(query: str, here: int | None = None) -> list[tuple[int, str]]:
    """Return block and text of each hit."""
    spans = [hit.span for hit in Searcher(REPORT).find(query, here).hits]
    return [(span.paragraph, REPORT.blocks[span.paragraph].text[span.start : span.end]) for span in spans]


def blocks(query: str, here: int | None = None) -> list[int]:
    """Return the blocks with hits, and see that the hits say the same."""
    hits = Searcher(REPORT).find(query, here).hits
    assert sorted({hit.span.paragraph for hit in hits}) == list(hits.blocks)
    return list(hits.blocks)


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("反哺|技术", [4, 7]),
        ("工业|农业 增长", [2, 3]),
        ("增长 工业|农业", [2, 3]),
        ("投资 -工业", [8]),
        ("增长 -工业|9%", [3]),
        ("投资 节:工业", [2, 5]),
        ("投资 节:技术", [5]),
        ("投资 节:技术|农业", [5, 8]),
        ("投资 -节:工业", [8]),
        ("投资 节:工业 节:技术", [5]),
        ("投资 节:没有", []),
        ("投资 年:2018 地区:湖州", [2, 5, 8]),
        ("投资 年:2015-2017", []),
        ("投资 -年:2015-2017", [2, 5, 8]),
        ("投资 地区:杭州|湖州", [2, 5, 8]),
        ("投资 -地区:湖州", []),
    ],
)
def test_conditions_on_a_block(query: str, where: list[int]) -> None:
    assert blocks(query) == where


def test_alternatives_and_words_are_hits_but_not_what_is_excluded() -> None:
    assert found('增长 工业|投资 -"9%"') == [(2, "工业"), (2, "增长"), (2, "投资"), (2, "增长")]


def test_a_section_alone_finds_its_heading() -> None:
    assert found("节:技术") == [(4, "技术")]
    assert found("节:工业 节:技术") == [(4, "技术")]
    assert found("节:发展") == [(1, "发展"), (6, "发展")]


def test_the_section_at_hand() -> None:
    assert blocks("投资 节:.", here=5) == [5]
    assert blocks("投资 节:.", here=1) == [2, 5]
    assert blocks("投资 -节:.", here=2) == [8]
    assert blocks("投资 节:.") == []


def test_marks_are_passed_over_under_conditions_too() -> None:
    result = Searcher(REPORT).find("增长8，投资 节:工业")
    assert [hit.span for hit in result.hits] == []
    result = Searcher(REPORT).find("8%投资 节:工业")
    assert [hit.span for hit in result.hits] == [Span(2, 4, 9)]
    assert result.note == PUNCTUATION_IGNORED


def test_signs_are_text_where_they_find_nothing_else() -> None:
    result = Searcher(REPORT).find("工业|农业 节:没有")
    assert not result.hits
    report = Report("题", paragraphs=paragraphs("环节:工业|农业"))
    result = Searcher(report).find("节:工业|农业")
    assert [hit.span for hit in result.hits] == [Span(1, 1, 8)]
    assert result.note == TAKEN_AS_TEXT


def test_what_asks_for_another_report_is_told_so() -> None:
    assert Searcher(REPORT).find("投资 年:2015").note == "这份报告是湖州市2018年的"
    assert Searcher(REPORT).find("年:2018").note == WORD_WANTED
    assert Searcher(Report("题")).find("题 地区:湖州").note == "这份报告没有记下地区和年份"


def test_what_cannot_be_read_is_hinted_at() -> None:
    result = Searcher(REPORT).find("投资 年:去年")
    assert not result.hits
    assert result.hint
    assert [hit.span.paragraph for hit in Searcher(REPORT).find("投资 年:").hits] == [2, 5, 8]


def figures(query: Query) -> Mapping[int, Sequence[Span]]:
    """Find 5% and 9%, whatever is asked for."""
    assert query.asks_figures
    return {2: [Span(2, 11, 13)], 8: [Span(8, 4, 6)]}


def test_figures_are_hits_and_conditions() -> None:
    searcher = Searcher(REPORT, figures)

    def hits(query: str) -> list[Span]:
        return [hit.span for hit in searcher.find(query).hits]

    assert hits("数:>1%") == [Span(2, 11, 13), Span(8, 4, 6)]
    assert hits("工业 数:>1%") == [Span(2, 0, 2), Span(2, 11, 13)]
    assert hits("9% 类:目标") == [Span(8, 4, 6)]
    assert hits("类:目标 节:农业") == [Span(8, 4, 6)]
    assert hits("数:>1% -工业") == [Span(8, 4, 6)]
    assert not Searcher(REPORT).find("数:>1%").hits


def pinyin_hits(query: str, *texts: str) -> tuple[list[str], str]:
    report = Report("题", paragraphs=paragraphs(*texts))
    result = Searcher(report).find(query)
    spans = [hit.span for hit in result.hits]
    return [report.blocks[s.paragraph].text[s.start : s.end] for s in spans], result.note


def test_letters_are_read_as_pinyin_where_they_do_not_occur() -> None:
    assert pinyin_hits("gyzjz", "规上工业 增加值") == (["工业 增加值"], BY_PINYIN)
    assert pinyin_hits("gyzjz 增长", "工业增加值", "增长，工业增加值") == (["增长", "工业增加值"], BY_PINYIN)
    assert pinyin_hits("gdp", "GDP", "高等评") == (["GDP"], "")
    assert pinyin_hits("gdp gy", "gdp，工业", "高等评，工业") == (["gdp", "工业"], BY_PINYIN)
    assert pinyin_hits("gy -xx", "工业", "工业xx") == (["工业"], BY_PINYIN)


def test_capitals_and_quotes_are_no_pinyin() -> None:
    assert pinyin_hits("AI", "热爱") == ([], "")
    assert pinyin_hits("ai", "热爱") == (["爱"], BY_PINYIN)
    assert pinyin_hits('"ai"', "热爱") == ([], "")
    assert pinyin_hits("section:gy", "工业") == ([], "")
