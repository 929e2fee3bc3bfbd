"""Names in reports and the indicators that they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.catalog import Catalog, Indicator, load_catalog
from hzview.catalog.names import GROWTHS, SCOPES, core, key, take_apart
from hzview.figures.figure import Measure
from hzview.figures.territory import own

_CATALOG = load_catalog()


@pytest.fixture
def catalog() -> Catalog:
    return _CATALOG


def test_entries_are_whole(catalog: Catalog) -> None:
    for indicator in catalog:
        assert indicator.definition.count("\n") == 0
        assert indicator.units
        for name in indicator.names:
            assert catalog.find(name) is indicator, name
        assert catalog.find(indicator.id) is indicator


@pytest.mark.parametrize(
    ("name", "unit", "measure", "region", "id", "scope"),
    [
        ("地区生产总值", "亿元", "level", "", "gdp", ""),
        ("全市生产总值", "亿元", "level", "湖州市", "gdp", ""),
        ("全市 ＧＤＰ", "%", "growth", "湖州市", "gdp", ""),
        ("国内生产总值", "万亿元", "level", "国务院", "gdp", ""),
        ("全国国内生产总值", "%", "growth", "浙江省", "gdp", "全国"),
        ("全省地区生产总值", "%", "growth", "湖州市", "gdp", "全省"),
        ("全区地区生产总值", "%", "growth", "内蒙古自治区", "gdp", ""),
        ("GDP增速", "%", "growth", "", "gdp", ""),
        ("地区生产总值总量", "亿元", "level", "", "gdp", ""),
        ("规模以上工业增加值", "%", "growth", "", "industry-value-above", ""),
        ("规上工业增加值", "亿元", "level", "", "industry-value-above", ""),
        ("工业增加值", "亿元", "level", "", "industry-value", ""),
        ("市区社会消费品零售总额", "亿元", "level", "", "retail-sales", "市区"),
        ("全市市区固定资产投资", "亿元", "level", "湖州市", "fixed-investment", "市区"),
        ("城镇固定资产投资", "%", "growth", "", "fixed-investment", "城镇"),
        ("“固定资产投资”（不含农户）", "%", "growth", "", "fixed-investment", ""),
        ("研究与试验发展经费支出相当于地区生产总值的比例", "%", "level", "", "rd-intensity", ""),
        ("全社会研发经费投入与GDP之比", "%", "level", "", "rd-intensity", ""),
    ],
)
def test_names_are_matched(
    catalog: Catalog, name: str, unit: str, measure: str, region: str, id: str, scope: str
) -> None:
    match = catalog.match(name, unit, measure, region)
    assert match is not None
    assert (match.indicator.id, match.scope, match.measure) == (id, scope, Measure(measure))


@pytest.mark.parametrize(
    ("name", "unit", "measure"),
    [
        ("非农GDP", "亿元", "level"),
        ("地区生产总值目标任务", "%", "growth"),
        ("杭州市生产总值", "亿元", "level"),
        ("单位生产总值", "亿元", "level"),
        ("固定资产投资", "个", "level"),
        ("固定资产投资", "%", "level"),
        ("固定资产投资", "个百分点", "change"),
        ("固定资产投资增速", "个百分点", "change"),
        ("固定资产投资", "", "level"),
        ("服务业增加值占地区生产总值比重", "%", "growth"),
        ("", "亿元", "level"),
        ("全市", "亿元", "level"),
    ],
)
def test_what_is_not_the_indicator_is_not_matched(
    catalog: Catalog, name: str, unit: str, measure: str
) -> None:
    assert catalog.match(name, unit, measure) is None


def test_what_statistics_keep_apart_stays_apart(catalog: Catalog) -> None:
    groups = [
        ("国内生产总值", "国民生产总值", "社会总产值", "工农业总产值", "海洋生产总值"),
        ("工业增加值", "规模以上工业增加值", "工业总产值", "规模以上工业总产值"),
        ("固定资产投资", "全社会固定资产投资", "工业投资", "民间投资"),
        ("货物进出口总额", "出口总额", "服务进出口总额", "跨境电商进出口额"),
        ("实际使用外资", "合同利用外资", "实际利用内资", "引进省外资金"),
    ]
    for group in groups:
        found = [catalog.find(name) for name in group]
        assert None not in found
        assert len({indicator.id for indicator in found if indicator}) == len(group)


def test_a_report_of_nowhere_takes_every_whole_for_its_own() -> None:
    assert "全省" in own("")
    assert "全省" not in own("湖州市")
    assert own("湖州市") == {"全市", "我市", "本市"}
    assert "全区" in own("广西壮族自治区")
    assert "全州" in own("大理白族自治州")


@given(st.text(alphabet="全市省规上城镇农村GDPgdp总量额增速生产值的“”（） 　累计", max_size=16))
def test_a_name_falls_apart_into_what_it_is_made_of(name: str) -> None:
    apart = take_apart(name)
    assert apart.key.endswith(apart.core + apart.amount + apart.growth)
    assert apart.scope in ("", *SCOPES)
    assert apart.key == key(apart.key)
    assert core(name) in apart.core
    assert bool(apart.core) == bool(apart.key)


@given(st.data())
def test_spelling_scope_and_tail_do_not_hide_an_indicator(data: st.DataObject) -> None:
    catalog = _CATALOG
    indicator: Indicator = data.draw(st.sampled_from(catalog.indicators))
    name = data.draw(st.sampled_from(indicator.names))
    spelt = "".join(c + data.draw(st.sampled_from(("", " ", "　", "“"))) for c in name)
    assert catalog.find(spelt) is indicator
    assert catalog.find("全市" + name) in (indicator, catalog.find(take_apart("全市" + name).key))
    tail = data.draw(st.sampled_from(GROWTHS))
    for unit, measure in (("亿元", "level"), ("%", "growth"), ("万人", "level"), ("", "rank")):
        for full in (name, name + tail, "市区" + name, "全市" + spelt + "总量" + tail):
            match = catalog.match(full, unit, measure)
            assert match is None or core(full) in catalog.cores(match.indicator)


def test_near_names_are_offered(catalog: Catalog) -> None:
    assert "地区生产总值" in catalog.near("生产总直")
    assert "民间投资占固定资产投资比重" in catalog.near("固定资产投资", 30)
    assert catalog.near("") == ()
