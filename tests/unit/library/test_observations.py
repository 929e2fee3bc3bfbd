"""What reports say of catalogued indicators, and how statements go together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.catalog import Catalog, load_catalog
from hzview.figures import extract
from hzview.figures.extent import Extent
from hzview.figures.figure import Bound, Measure
from hzview.library import Library
from hzview.library.adding import prepare
from hzview.library.observations import Observation, Standing, agree, find_region, observations, observe
from hzview.library.store import Prepared
from hzview.model import Report

CATALOG = load_catalog()
REPORTS = {
    "2018年甲市政府工作报告": """
一、2017年工作回顾

2017年，地区生产总值达到2476.1亿元，增长8.5%，比全省高1个百分点。城镇登记失业率2.5%。五年来，进出口总额年均增长9%。

全市地区生产总值增长8.1%。市区固定资产投资增长7%。

二、2018年工作安排

地区生产总值增长8%左右，固定资产投资增长10%以上，项目投资超过200亿元。
""",
    "2019年甲市政府工作报告": """
一、2018年工作回顾

2018年，地区生产总值达到2719.1亿元，增长8.1%。2017年，地区生产总值为2495亿元。

二、2019年工作安排

地区生产总值增长7.5—8%，居民消费价格涨幅控制在3%以内。
""",
    "2019年乙市政府工作报告": """
一、2018年工作回顾

全市地区生产总值增长6.9%，全省地区生产总值增长7.1%。
""",
}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three reports."""
    folder = tmp_path_factory.mktemp("library")
    with Library(folder / "a.db", create=True) as library:
        for title, text in REPORTS.items():
            (folder / f"{title}.md").write_text(f"# {title}\n{text}")
            report = prepare(str(folder / f"{title}.md"))
            assert isinstance(report, Prepared)
            library.add(report)
    return folder / "a.db"


@pytest.fixture
def library(file: Path) -> Iterator[Library]:
    with Library(file) as library:
        yield library


def said(found: tuple[Observation, ...]) -> list[tuple[object, ...]]:
    return [(o.year, o.period, str(o.measure), str(o.kind), o.text, str(o.standing)) for o in found]


def test_all_that_is_said_of_an_indicator_stands_side_by_side(library: Library) -> None:
    found = observations(library, CATALOG, indicators=[CATALOG["gdp"]], regions=["甲市"])
    assert said(found) == [
        (2018, 2017, "level", "actual", "2476.1亿元", "revised"),
        (2018, 2017, "growth", "actual", "8.5%", "conflicting"),
        (2018, 2017, "growth", "actual", "8.1%", "conflicting"),
        (2018, 2018, "growth", "target", "8%", "single"),
        (2019, 2018, "level", "actual", "2719.1亿元", "single"),
        (2019, 2018, "growth", "actual", "8.1%", "single"),
        (2019, 2017, "level", "actual", "2495亿元", "revised"),
        (2019, 2019, "growth", "target", "7.5—8%", "single"),
    ]
    assert all(o.sentence.find(o.text) >= 0 for o in found)


def test_scopes_are_kept_apart(library: Library) -> None:
    found = observations(library, CATALOG, regions=["乙市"])
    assert [(o.scope, o.text) for o in found] == [("", "6.9%"), ("全省", "7.1%")]
    found = observations(library, CATALOG, indicators=[CATALOG["fixed-investment"]])
    assert [(o.scope, o.bound) for o in found] == [("市区", Bound.EXACT), ("", Bound.AT_LEAST)]


def test_only_annual_values_are_of_a_year_and_gaps_are_none(library: Library) -> None:
    found = observations(library, CATALOG, regions=["甲市"])
    assert [o.extent for o in found if o.indicator.id == "trade"] == [Extent.YEARS]
    assert not any(o.measure is Measure.CHANGE for o in found)


def test_years_choose_by_what_is_spoken_of_and_standings_stay(library: Library) -> None:
    gdp = [CATALOG["gdp"]]
    all_of_them = observations(library, CATALOG, indicators=gdp)
    some = observations(library, CATALOG, indicators=gdp, years=(2017, 2017))
    assert some == tuple(o for o in all_of_them if o.period == 2017)
    assert len(some) == 4


def test_a_report_alone_says_what_it_says_in_a_library(library: Library) -> None:
    from hzview import content

    for known in library.reports():
        report = content.parse(library.toml(int(str(known["id"]))), "a")
        alone = observe(report, extract(report), CATALOG)
        region = [str(known["region"])]
        of_it = [o for o in observations(library, CATALOG, regions=region) if o.year == known["year"]]
        assert [o._replace(report=0, standing=Standing.SINGLE) for o in of_it] == [
            o._replace(standing=Standing.SINGLE) for o in alone
        ]


def test_the_bundled_report_is_observed(bundled: Report) -> None:
    found = {
        (o.indicator.id, str(o.measure), str(o.kind)): o.value
        for o in observe(bundled, extract(bundled), CATALOG)
    }
    assert found["gdp", "level", "actual"] == Decimal("2476.1")
    assert found["gdp", "growth", "actual"] == Decimal("8.5")


def test_a_catalog_that_was_extended_finds_more_in_the_same_library(library: Library, tmp_path: Path) -> None:
    more = tmp_path / "more.toml"
    more.write_text(
        '[[indicator]]\nid = "project-investment"\nname = "项目投资"\nunits = ["money"]\nnature = "flow"\n'
        'polarity = "up"\ndefinition = "项目的投资"\n',
        encoding="utf-8",
    )
    catalog: Catalog = load_catalog(more)
    assert not any(o.written == "项目投资" for o in observations(library, CATALOG))
    found = observations(library, catalog, indicators=[catalog["project-investment"]])
    assert [(o.text, o.bound) for o in found] == [("200亿元", Bound.ABOVE)]


def test_statements_leave_with_their_report_and_are_missed_where_lost(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "b.db"
    copy.write_bytes(file.read_bytes())
    with Library(copy) as library:
        library.remove([1])
        assert list(library.check()) == []
    db = sqlite3.connect(copy)
    assert db.execute("SELECT DISTINCT report FROM statement ORDER BY 1").fetchall() == [(2,), (3,)]
    db.execute("DELETE FROM statement WHERE report = 3")
    db.commit()
    with Library(copy) as library:
        assert list(library.check()) == ["数据库：2 行观测值与指标对不上"]


def test_regions_are_found_by_their_very_name_first() -> None:
    known = ["吉林市", "吉林省", "浙江省", "通化市"]
    assert find_region(known, "吉林市") == ("吉林市",)
    assert find_region(known, "吉林") == ("吉林市", "吉林省")
    assert find_region(known, "浙江") == ("浙江省",)
    assert find_region(known, "化市") == ("通化市",)
    assert find_region(known, "") == tuple(known)
    assert find_region(known, "北京") == ()


def _one(library: Library) -> Observation:
    return observations(library, CATALOG, indicators=[CATALOG["gdp"]])[0]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2476.1", "亿元", "="), ("2476", "亿元", "="), True),
        (("2476.1", "亿元", "="), ("0.2476", "万亿元", "="), True),
        (("2476.1", "亿元", "="), ("2475", "亿元", "="), False),
        (("2476.1", "亿元", "="), ("2400", "亿元", ">"), True),
        (("2476.1", "亿元", "="), ("2500", "亿元", ">="), False),
        (("2476.1", "亿元", "="), ("2500", "亿元", "<="), True),
        (("8.4", "%", "="), ("8", "%", "~"), True),
        (("8.4", "%", "="), ("9.5", "%", "~"), False),
        (("100", "亿美元", "="), ("700", "亿元", "="), True),
    ],
)
def test_statements_agree_as_far_as_they_are_exact(
    library: Library, one: tuple[str, str, str], other: tuple[str, str, str], expected: bool
) -> None:
    first, second = (
        _one(library)._replace(value=Decimal(value), unit=unit, bound=Bound(bound))
        for value, unit, bound in (one, other)
    )
    assert agree(first, second) is expected
    assert agree(second, first) is expected


@given(st.decimals(-1000, 1000, places=2), st.integers(0, 2), st.sampled_from(list(Bound)))
def test_a_statement_agrees_with_its_own_rounding(value: Decimal, places: int, bound: Bound) -> None:
    row = (
        1,
        "甲市",
        2018,
        1,
        "地区生产总值",
        "",
        "level",
        "1",
        None,
        "亿元",
        str(bound),
        "actual",
        2017,
        "",
        "",
        1,
        0,
        1,
        0,
    )
    from hzview.library.observations import _observation

    one = _observation(row, CATALOG)
    assert one is not None
    exact = one._replace(value=value)
    assert agree(exact, exact._replace(value=round(value, places)))
