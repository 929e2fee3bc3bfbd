"""What a query asks for: its signs, its fields, and what is said of what cannot be read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hzview.search.fields import Limit, Range, Term, Years
from hzview.search.query import Clause, Query, parse


def words(query: str) -> list[str]:
    """Return the words of a query, a clause each: alternatives joined by |, a - before what must not be there."""
    return ["-" * c.without + "|".join(term.text for term in c.any) for c in parse(query).words]


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("工业|农业", ["工业|农业"]),
        ("工业 | 农业 增长", ["工业|农业", "增长"]),
        ("增长 工业｜农业|服务业", ["增长", "工业|农业|服务业"]),
        ("工业 |", ["工业"]),
        ("| 工业", ["工业"]),
        ("工业 || 农业", ["工业|农业"]),
        ('"工 业"|农业', ["工业|农业"]),
        ("工业 -投资", ["工业", "-投资"]),
        ("工业 －投资|消费", ["工业", "-投资|消费"]),
        ('工业 -"投 资" 增长', ["工业", "-投资", "增长"]),
        ("-投资", ["-投资"]),
        ("-投资 工业", ["-投资", "工业"]),
        ("下降 -5%", ["下降-5%"]),
        ("中国-东盟", ["中国-东盟"]),
        ("工业 - 农业", ["工业-农业"]),
        ("说|", ["说"]),
        ("|", ["|"]),
    ],
)
def test_signs(query: str, read: list[str]) -> None:
    assert words(query) == read


def test_an_exclusion_is_one_only_after_a_blank() -> None:
    assert not parse("-投资 工业").words[0].without
    assert parse("工业 -投资").words[1] == Clause((Term("投资", False),), True)


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("节:工业", Query(sections=(Clause(("工业",)),))),
        ("section：“工业”", Query(sections=(Clause(('"工业"',)),))),
        ('章节:"工 业"', Query(sections=(Clause(("工业",)),))),
        ("节:工业|农业", Query(sections=(Clause(("工业", "农业")),))),
        ("节:工业 节:投资", Query(sections=(Clause(("工业",)), Clause(("投资",))))),
        ("地区：浙江", Query(regions=(Clause(("浙江",)),))),
        ("Region:浙江|江苏", Query(regions=(Clause(("浙江", "江苏")),))),
        ("年:2018", Query(years=(Clause((Years(2018, 2018),)),))),
        ("year:2015-2020", Query(years=(Clause((Years(2015, 2020),)),))),
        ("年：２０１５～２０２０年", Query(years=(Clause((Years(2015, 2020),)),))),
        ("年:2015..", Query(years=(Clause((Years(2015, 9999),)),))),
        ("年:2015|2017-2018", Query(years=(Clause((Years(2015, 2015), Years(2017, 2018))),))),
        ("类:目标", Query(kinds=(Clause(("target",)),))),
        ("kind:actual", Query(kinds=(Clause(("actual",)),))),
        ("类:增速|增减", Query(kinds=(Clause(("growth", "change")),))),
    ],
)
def test_fields(query: str, read: Query) -> None:
    got = parse(query)
    assert (got.sections, got.regions, got.years, got.kinds) == (
        read.sections,
        read.regions,
        read.years,
        read.kinds,
    )
    assert not got.words
    assert not got.hint
    assert not got.is_plain


def limit(number: str, unit: str = "", *, is_open: bool = False) -> Limit:
    return Limit(Decimal(number), unit, is_open)


@pytest.mark.parametrize(
    ("query", "low", "high"),
    [
        ("数:>1000亿元", limit("1000", "亿元", is_open=True), None),
        ("数：≥1,000亿元", limit("1000", "亿元"), None),
        ("value:<=8.5%", None, limit("8.5", "%")),
        ("数:<-5%", None, limit("-5", "%", is_open=True)),
        ("数:8%", limit("8", "%"), limit("8", "%")),
        ("数:=２件", limit("2", "件"), limit("2", "件")),
        ("数:8%..10%", limit("8", "%"), limit("10", "%")),
        ("数:8..10%", limit("8", "%"), limit("10", "%")),
        ("数:8%—10%", limit("8", "%"), limit("10", "%")),
        ("数:-5%..-1%", limit("-5", "%"), limit("-1", "%")),
        ("数:900亿元至1万亿元", limit("900", "亿元"), limit("1", "万亿元")),
        ("数:8个百分点..", limit("8", "个百分点"), None),
        ("数:..10%", None, limit("10", "%")),
    ],
)
def test_values(query: str, low: Limit | None, high: Limit | None) -> None:
    assert parse(query).values == (Clause((Range(low, high),)),)


def test_several_things_at_once() -> None:
    read = parse("工业|制造业 增加值 -服务业 节:目标 -节:附件 地区:浙江 年:2018 数:>8%|<0% 类:目标")
    assert words("工业|制造业 增加值 -服务业") == ["工业|制造业", "增加值", "-服务业"]
    assert [term.text for term in read.terms] == ["工业", "制造业", "增加值"]
    assert read.sections == (Clause(("目标",)), Clause(("附件",), True))
    assert len(read.values[0].any) == 2
    assert read.asks_figures
    assert not read.hint


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("年:去年", "年"),
        ("年:2020-2015", "年"),
        ("数:很多", "数"),
        ("类:别的", "类"),
        ("工业 -数:>8%", "- 号"),
        ("工业 | 年:2018", "两边"),
    ],
)
def test_what_cannot_be_read_is_text_and_is_said(query: str, hint: str) -> None:
    assert hint in parse(query).hint


def test_an_unreadable_field_is_looked_for_as_it_stands() -> None:
    assert words("年:去年 增长") == ["年:去年", "增长"]


@pytest.mark.parametrize(
    "field", ["节:", "年:", "年:20", "年:2015-20", "数:", "数:>", "数:>=", "类:", "类:目"]
)
def test_a_field_that_is_not_typed_to_its_end_asks_for_nothing(field: str) -> None:
    assert words(f"增长 {field}") == ["增长"]
    assert parse(f"增长 {field}").hint


def test_a_field_alone_that_is_not_typed_to_its_end_is_text() -> None:
    assert words("节:") == ["节:"]


@pytest.mark.parametrize("query", ["会议:增长", "PM2.5:35", "比例：8:2", "http://a.b/年"])
def test_other_colons_are_text(query: str) -> None:
    assert parse(query).is_plain


def test_a_text_pasted_into_the_line_is_no_query() -> None:
    text = " ".join(["工业|农业"] * 100)
    assert parse(text).is_plain
