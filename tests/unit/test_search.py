"""Queries and what they find in one report."""

from __future__ import annotations

import pytest

from hzview.model import Paragraph, Position, Report, Section, Span
from hzview.search import Searcher
from hzview.search.fields import Term
from hzview.search.match import PUNCTUATION_IGNORED
from hzview.search.query import parse


def report(*paragraphs: str) -> Report:
    section = Section("工业强市", "一、", paragraphs=tuple(Paragraph(text) for text in paragraphs))
    return Report("政府工作报告", sections=(section,))


def found(query: str, *paragraphs: str) -> list[str]:
    subject = report(*paragraphs)
    spans = [hit.span for hit in Searcher(subject).find(query).hits]
    return [subject.blocks[span.paragraph].text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("", []),
        (" \u3000", []),
        ("工业", ["工业"]),
        ("工业 增加值", ["工业", "增加值"]),
        ("工业\u3000GDP", ["工业", "gdp"]),
        ("工业 工业", ["工业"]),
        ("政 府 工 作", ["政府工作"]),
        ("8.5 % 左右", ["8.5%", "左右"]),
        ("达到 ， 增长", ["达到,增长"]),
        ("（一） 坚持", ["(一)", "坚持"]),
        ("“低小散” 企业", ['"低小散"', "企业"]),
        ('"中国 制造" 试点', ["中国制造", "试点"]),
        ('"中国', ["中国"]),
        ('"', []),
        ('"低小散"企业', ['"低小散"企业']),
        ('"两山" "双金"', ["两山", "双金"]),
        ('说"好"的', ['说"好"的']),
        ("2018 年度", ["2018", "年度"]),
    ],
)
def test_terms_of_a_query(query: str, terms: list[str]) -> None:
    assert [term.text for term in parse(query).terms] == terms
    assert parse(query).is_plain


def test_only_a_quoted_term_is_literal() -> None:
    assert parse('"中国" 制造').terms == (Term("中国", True), Term("制造", False))


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("劣V类", "剿灭劣Ⅴ类水", ["劣Ⅴ类"]),
        ("ｇｄｐ", "人均GDP", ["GDP"]),
        ("“低小散”", '整治"低小散"企业', ['"低小散"']),
        ("74772亿元", "达到7 4 7 7 2 亿元", ["7 4 7 7 2 亿元"]),
        ("5%-6%", "增长5％—6％", ["5％—6％"]),
        ("人人", "人人人人", ["人人", "人人"]),
        ("平方米", "10㎡", ["㎡"]),
        ("没有", "什么", []),
    ],
)
def test_exact_hits(query: str, text: str, hits: list[str]) -> None:
    assert found(query, text) == hits


def test_headings_and_the_title_are_searched() -> None:
    hits = Searcher(report("工业")).find("工").hits
    assert [hit.span for hit in hits] == [Span(0, 2, 3), Span(1, 2, 3), Span(2, 0, 1)]


def test_words_must_stand_in_one_block_and_each_occurrence_is_a_hit() -> None:
    assert found("工业 增长", "工业增长，农业增长", "工业下降", "增长") == ["工业", "增长", "增长"]


def test_a_hit_inside_a_longer_one_is_not_counted_twice() -> None:
    assert found("增加 增加值", "增加值增加了") == ["增加值", "增加"]


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("推进中国制造2025试点", "推进“中国制造2025”试点", ["推进“中国制造2025”试点"]),
        ("城乡，居民", "城乡（居民）", ["城乡（居民"]),
        ("1120亿元", "收入1，120亿元", ["1，120亿元"]),
        ("1,120亿元", "收入1120亿元", ["1120亿元"]),
        ("“增长8.5%”", "增长8.5%", ["增长8.5%"]),
        ("15", "1.5%", []),
        ("1.5", "15%", []),
        ("56", "5、6月", []),
        ("增长8左右", "增长8%左右", []),
        ('"城乡居民"', "城乡（居民）", []),
        ("，。", "工业", []),
        ("城乡，居民 工业", "城乡居民的工业", ["城乡居民", "工业"]),
    ],
)
def test_marks_are_passed_over_only_where_nothing_is_found(query: str, text: str, hits: list[str]) -> None:
    assert found(query, text) == hits
    assert Searcher(report(text)).find(query).note == (PUNCTUATION_IGNORED if hits else "")


def test_an_exact_hit_keeps_others_out() -> None:
    assert found("城乡居民", "城乡居民", "城乡、居民") == ["城乡居民"]
    assert Searcher(report("城乡居民")).find("城乡居民").note == ""


def test_hits_are_counted_and_indexed_by_place() -> None:
    hits = Searcher(report("税收与税", "收入", "税")).find("税").hits
    assert len(hits) == 3
    assert list(hits.blocks) == [2, 4]
    assert hits[-1].span == Span(4, 0, 1)
    assert [hit.span for hit in hits[:2]] == [Span(2, 0, 1), Span(2, 3, 4)]
    assert hits.in_block(2) == (Span(2, 0, 1), Span(2, 3, 4))
    assert hits.in_block(3) == ()
    places = [Position(0, 0), Position(2, 0), Position(2, 1), Position(3, 0), Position(4, 0), Position(4, 1)]
    assert [hits.before(place) for place in places] == [0, 0, 1, 2, 2, 3]
    with pytest.raises(IndexError):
        _ = hits[3]


def test_a_query_longer_than_anything_typed_is_refused_the_lenient_search_only() -> None:
    text = "工业，" * 300
    assert len(found(text, text)) == 1
    assert found("工业" * 300, text) == []
