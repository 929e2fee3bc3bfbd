"""One indicator over years and regions, as a table, drawn with characters and as a picture."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.catalog import load_catalog
from hzview.figures.extent import Extent
from hzview.figures.figure import Bound, Kind, Measure
from hzview.library.observations import Observation, Standing
from hzview.library.plot import LEAST, marks, plot, scale
from hzview.library.svg import svg
from hzview.library.trend import arrange
from hzview.typeset import cell_width

GDP = load_catalog()["gdp"]


def said(
    period: int,
    value: str,
    *,
    region: str = "甲市",
    year: int = 0,
    kind: Kind = Kind.ACTUAL,
    measure: Measure = Measure.LEVEL,
    unit: str = "亿元",
    value_to: str | None = None,
    extent: Extent = Extent.YEAR,
    standing: Standing = Standing.SINGLE,
    scope: str = "",
    number: int = 1,
) -> Observation:
    """Return a statement of the report of the year after (of a target, of the year itself) or of ``year``."""
    year = year or period + (kind is Kind.ACTUAL)
    upper = None if value_to is None else Decimal(value_to)
    text = value + unit if value_to is None else f"{value}—{value_to}{unit}"
    return Observation(
        *(year, region, year, number, GDP, scope, period, extent, measure, kind, Decimal(value), upper, unit),
        *(Bound.EXACT, text, "生产总值", "一、工作", f"生产总值{text}。", 1, 4, 5, standing),
    )


def test_a_cell_shows_what_is_said_nearest_to_its_year() -> None:
    found = [
        said(2017, "99", year=2020),
        said(2017, "100", year=2018, number=2),
        said(2017, "101", year=2018, number=3),
        said(2017, "8", kind=Kind.TARGET, year=2016),
        said(2017, "9", kind=Kind.TARGET, year=2017),
    ]
    shown = arrange(GDP, found, ["甲市"])
    results, targets = shown.series
    assert results.cells[2017].text == "100亿元"
    assert [one.text for one in results.cells[2017].others] == ["101亿元", "99亿元"]
    assert targets.cells[2017].text == "9亿元"


def test_only_annual_values_of_the_scope_are_shown_and_gaps_stay() -> None:
    found = [
        said(2014, "100"),
        said(2015, "500", extent=Extent.YEARS),
        said(2016, "30", extent=Extent.PART),
        said(2016, "10", scope="市区"),
        said(2017, "120"),
    ]
    shown = arrange(GDP, found, ["甲市"])
    assert list(shown.years) == [2014, 2015, 2016, 2017]
    assert list(shown.series[0].cells) == [2014, 2017]
    assert list(arrange(GDP, found, ["甲市"], scope="市区").series[0].cells) == [2016]


def test_values_are_brought_to_the_unit_that_most_of_them_have() -> None:
    found = [
        said(2015, "900"),
        said(2016, "950"),
        said(2017, "0.1", unit="万亿元"),
        said(2018, "7", unit="亿美元"),
    ]
    cells = arrange(GDP, found, ["甲市"]).series[0].cells
    assert [cell.value for cell in cells.values()] == [900, 950, 1000, None]


def test_without_a_measure_the_one_told_most_is_shown() -> None:
    found = [
        said(2016, "9"),
        said(2016, "8", measure=Measure.GROWTH),
        said(2017, "8", measure=Measure.GROWTH),
    ]
    assert arrange(GDP, found, ["甲市"]).measure is Measure.GROWTH
    assert arrange(GDP, [], ["甲市"]).measure is Measure.LEVEL
    assert list(arrange(GDP, [], ["甲市"]).years) == []


def test_what_is_disputed_is_marked() -> None:
    shown = arrange(GDP, [said(2016, "9", standing=Standing.CONFLICTING), said(2017, "10")], ["甲市"])
    assert [cell.text for cell in shown.series[0].cells.values()] == ["9亿元＊", "10亿元"]
    drawn = ["".join(piece.text for piece in line) for line in plot(shown, 60, 12)]
    assert any("*" in line for line in drawn[:-1])
    assert "* 说法不一" in drawn[-1]
    assert sum("stroke-dasharray" in line for line in svg(shown)) == 1


def test_lines_join_following_years_only_and_targets_never() -> None:
    together = arrange(GDP, [said(2016, "9"), said(2017, "90")], ["甲市"])
    apart = arrange(GDP, [said(2016, "9"), said(2018, "90")], ["甲市"])
    targets = arrange(GDP, [said(y, str(y % 7), kind=Kind.TARGET) for y in (2016, 2017)], ["甲市"])

    def dots(shown: object) -> int:
        assert isinstance(shown, type(together))
        return sum(0x2800 <= ord(c) < 0x2900 for line in plot(shown, 60, 12) for p in line for c in p.text)

    assert dots(together) > 5
    assert dots(apart) == dots(targets) == 0
    assert dots(arrange(GDP, [said(2016, "6", value_to="60", kind=Kind.TARGET)], ["甲市"])) > 3


def test_series_are_told_apart_by_their_marks() -> None:
    regions = [f"{n}市" for n in "甲乙丙丁戊"]
    found = [said(2016, "9", region=region, kind=kind) for region in regions for kind in Kind]
    few, many = arrange(GDP, found, regions[:3]), arrange(GDP, found, regions)
    for shown, ambiguous in ((few, 1), (few, 2), (many, 1)):
        assert len(set(marks(shown, ambiguous).values())) == len(shown.series)
    assert all(mark.isascii() for mark in marks(few, 2).values())


points = st.lists(
    st.tuples(
        st.integers(1979, 2030),
        st.decimals(-(10**6), 10**6, places=2),
        st.sampled_from(list(Kind)),
        st.sampled_from(["甲市", "乙市"]),
        st.sampled_from(list(Standing)),
    ),
    min_size=1,
    max_size=30,
)


@given(points, st.integers(LEAST[0], 120), st.integers(LEAST[1], 40), st.sampled_from([1, 2]))
def test_a_plot_fits_into_its_room(
    found: list[tuple[int, Decimal, Kind, str, Standing]], width: int, height: int, ambiguous: int
) -> None:
    made = [said(y, str(v), kind=kind, region=r, standing=s) for y, v, kind, r, s in found]
    shown = arrange(GDP, made, ["甲市", "乙市"])
    drawn = plot(shown, width, height, ambiguous)
    assert len(drawn) == height
    for line in drawn[: height - 3]:
        assert cell_width("".join(piece.text for piece in line)) == width
    assert all(cell_width("".join(p.text for p in line), 1) <= width for line in drawn)
    axis = scale(shown)
    assert axis is not None
    values = [float(c.value) for one in shown.series for c in one.cells.values() if c.value is not None]
    assert axis.low <= min(values) + 1e-6
    assert max(values) - 1e-6 <= axis.high
    labels = [axis.label(tick) for tick in axis.ticks]
    assert len(set(labels)) == len(labels)


def test_too_little_room_draws_nothing() -> None:
    shown = arrange(GDP, [said(2016, "9")], ["甲市"])
    assert plot(shown, LEAST[0] - 1, 20) == plot(shown, 60, LEAST[1] - 1) == []
    assert plot(arrange(GDP, [], ["甲市"]), 60, 20) == []


def test_the_picture_is_well_formed_and_tells_where_each_value_is_said() -> None:
    found = [
        said(2016, "9", region="<甲>市"),
        said(2017, "10", value_to="12", kind=Kind.TARGET, region="<甲>市"),
    ]
    root = ET.fromstring("\n".join(svg(arrange(GDP, found, ["<甲>市"]))))
    titles = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}title")]
    assert any("<甲>市 2016 9亿元：生产总值9亿元。" in title for title in titles)
    assert list(svg(arrange(GDP, [], ["甲市"]))) == []


@pytest.mark.parametrize(("low", "high"), [("0", "0"), ("0.001", "0.002"), ("-5", "-4"), ("1", "1000000")])
def test_ticks_are_round_and_hold_all(low: str, high: str) -> None:
    axis = scale(arrange(GDP, [said(2016, low), said(2017, high)], ["甲市"]))
    assert axis is not None
    assert axis.low <= float(low)
    assert float(high) <= axis.high
    assert 2 <= len(axis.ticks) <= 8
