"""What a library holds, by region and year."""

from __future__ import annotations

from hzview.tui.holdings import Heading, Holdings, Region


def row(number: int, region: str, level: str, year: int | None) -> dict[str, object]:
    """Return a row of ``Library.reports``."""
    return {"id": number, "region": region, "level": level, "year": year, "title": f"{region}{year}"}


ROWS = [
    row(1, "湖州市", "prefecture", 2018),
    row(2, "国务院", "state", 2020),
    row(3, "浙江省", "province", 2016),
    row(4, "浙江省", "province", 2019),
    row(5, "浙江省", "province", 2019),
    row(6, "", "", None),
    row(7, "安吉县", "county", 2018),
]


def names(holdings: Holdings, query: str = "") -> list[str]:
    """Return the lines as they are shown."""
    return [line.text if isinstance(line, Heading) else line.shown for line in holdings.lines(query)]


def test_levels_come_from_the_state_down_and_what_is_not_known_last() -> None:
    assert names(Holdings(ROWS)) == [
        *("国家", "国务院", "省级", "浙江省", "地级", "湖州市", "县级", "安吉县", "级别不详", "地区不详")
    ]


def test_years_and_what_is_missing() -> None:
    holdings = Holdings(ROWS)
    assert holdings.years == range(2016, 2021)
    assert holdings.reports == 7
    (zhejiang,) = (region for region in holdings.regions if region.name == "浙江省")
    assert (zhejiang.reports, zhejiang.missing) == (3, 2)
    assert [held.number for held in zhejiang.years[2019]] == [4, 5]


def test_regions_are_found_by_a_part_of_the_name_or_pinyin() -> None:
    holdings = Holdings(ROWS)
    assert names(holdings, "江") == ["省级", "浙江省"]
    assert names(holdings, "huz") == ["地级", "湖州市"]
    assert names(holdings, "zjs") == ["省级", "浙江省"]
    assert names(holdings, "没有") == []


def test_an_empty_library() -> None:
    holdings = Holdings()
    assert (holdings.years, holdings.reports, holdings.lines("")) == (range(0), 0, [])
    assert Holdings([row(6, "", "", None)]).years == range(0)
    assert isinstance(Holdings([row(6, "", "", None)]).lines("")[1], Region)
