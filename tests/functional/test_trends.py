"""The indicator at hand over the years."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from hzview.figures import Kind
from hzview.library.schema import library_path
from hzview.model import Report
from hzview.tui.screens.palette import PaletteScreen
from hzview.tui.screens.reader import ReaderScreen
from hzview.tui.screens.trend import TrendScreen
from tests.functional.driving import Driver, driving
from tests.unit.scorecard.reports import put, report

REVIEW = "地区生产总值达到2476.1亿元，增长8.5%。固定资产投资1731亿元，增长7%。办好菜市场12个。"
TASKS = "地区生产总值增长8%以上。"
SIZES = [(120, 40), (100, 30), (60, 20), (40, 12)]


def this() -> Report:
    """Return the report that is read."""
    return report(2018, REVIEW, TASKS)


@pytest.fixture
def library() -> Path:
    """The user's library: three years of the region, one of another."""
    return put(
        library_path(),
        this(),
        report(
            2019,
            "地区生产总值达到2700亿元，增长8.2%。全市地区生产总值增长7.9%。",
            "地区生产总值增长7.5%左右。",
        ),
        report(2021, "地区生产总值增长3%。", "地区生产总值增长6%—6.5%。"),
        report(2019, "全市地区生产总值增长6.6%。", "", region="别处市"),
    )


@asynccontextmanager
async def reading(size: tuple[int, int] = (120, 40), figures: int = 2) -> AsyncIterator[Driver]:
    """Read the first report with the figure of that number selected: 2 is the growth of 地区生产总值."""
    async with driving(this(), size=size) as driver:
        await driver.rest()
        await driver.press(*"]" * figures)
        yield driver


def trend_of(driver: Driver) -> TrendScreen:
    """Return the screen, which must be on top."""
    screen = driver.top_screen
    assert isinstance(screen, TrendScreen)
    return screen


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_the_report_behind_a_cell_and_escape_comes_back(
    size: tuple[int, int], library: Path
) -> None:
    async with reading(size) as driver:
        await driver.press("T")
        await driver.rest()
        screen = trend_of(driver)
        assert "地区生产总值增速" in driver.text
        assert screen.grid.year_here == 2017, "it begins with the year of the figure"
        await driver.press("g", "j")
        assert screen.grid.year_here == 2018
        assert "8.2%" in driver.text
        await driver.press("enter")
        await driver.rest()
        opened = driver.top_screen
        assert isinstance(opened, ReaderScreen)
        assert opened.reading.report.year == 2019
        assert opened.reading.figure is not None
        assert opened.reading.figure.text == "8.2%"
        await driver.press("escape", "escape")
        assert driver.top_screen is screen
        await driver.press("T")
        assert isinstance(driver.top_screen, ReaderScreen)


async def test_years_without_a_statement_stay_and_say_so(library: Path) -> None:
    async with reading() as driver:
        await driver.press("T")
        await driver.rest()
        await driver.press("g", "j", "j")
        screen = trend_of(driver)
        assert screen.grid.year_here == 2019
        assert screen.grid.here is None
        assert "没有说到" in screen.status.text
        await driver.press("l")
        assert "约7.5%" in screen.status.text


async def test_disputed_values_are_marked_and_tab_shows_the_other_statement(library: Path) -> None:
    async with reading() as driver:
        await driver.press("T")
        await driver.rest()
        await driver.press("g", "j")
        screen = trend_of(driver)
        assert "8.2%＊" in driver.text
        assert "共 2 处说到，说法不一" in screen.status.text
        await driver.press("tab", "enter")
        await driver.rest()
        opened = driver.top_screen
        assert isinstance(opened, ReaderScreen)
        assert opened.reading.figure is not None
        assert opened.reading.figure.text == "7.9%"


async def test_regions_come_and_go(library: Path) -> None:
    async with reading() as driver:
        await driver.press("T")
        await driver.rest()
        await driver.press("x")
        screen = trend_of(driver)
        assert "只剩这一个地区了" in screen.status.text
        await driver.press("a")
        assert isinstance(driver.top_screen, PaletteScreen)
        await driver.type("别处")
        await driver.press("enter")
        await driver.rest()
        assert trend_of(driver) is screen
        assert "别处市实绩" in driver.text
        assert "■" in driver.text
        await driver.press("l", "l")
        series = screen.grid.series_here
        assert series is not None
        assert series.region == "别处市"
        await driver.press("x")
        await driver.rest()
        assert "别处市" not in driver.text


async def test_the_measure_changes(library: Path) -> None:
    async with reading() as driver:
        await driver.press("T")
        await driver.rest()
        await driver.press("m")
        await driver.rest()
        assert "地区生产总值（亿元）" in driver.text
        assert "2700亿元" in driver.text
        await driver.press("m")
        await driver.rest()
        assert "地区生产总值增速（%）" in driver.text


async def test_a_click_chooses_a_cell_and_a_sentence(library: Path) -> None:
    async with reading() as driver:
        await driver.press("T")
        await driver.rest()
        screen = trend_of(driver)
        await driver.pilot.click(screen.grid, offset=(10, 0))
        await driver.pilot.pause()
        assert screen.grid.year_here == 2017
        await driver.pilot.click("#sentences", offset=(6, 1))
        await driver.rest()
        assert isinstance(driver.top_screen, ReaderScreen)


@pytest.mark.parametrize(
    ("figures", "said"),
    [(0, "没有选中指标"), (5, "指标目录里没有这一项")],
)
async def test_what_cannot_be_shown_is_said(figures: int, said: str) -> None:
    async with reading(figures=figures) as driver:
        await driver.press("T")
        assert isinstance(driver.top_screen, ReaderScreen)
        assert said in driver.status


@pytest.mark.parametrize("others", [(), (report(2019, "地区生产总值增长6.6%。", "", region="别处市"),)])
async def test_a_report_that_is_in_no_library_speaks_for_itself(others: tuple[Report, ...]) -> None:
    if others:
        put(library_path(), *others)
    async with reading() as driver:
        reader = driver.top_screen
        await driver.press("T")
        assert trend_of(driver).grid.year_here == 2017
        assert "8.5%" in driver.text
        await driver.press("a")
        await driver.rest()
        assert isinstance(driver.top_screen, PaletteScreen) is bool(others)
        if others:
            await driver.press("escape")
        await driver.press("enter")
        await driver.rest()
        assert driver.top_screen is reader
        assert "8.5%" in driver.status


async def test_beside_a_library_the_report_adds_its_years() -> None:
    put(library_path(), report(2020, "地区生产总值增长6.6%。", ""))
    async with reading() as driver:
        await driver.press("T")
        await driver.rest()
        await driver.press("g")
        screen = trend_of(driver)
        assert [len(one.cells) for one in screen.trend.series] == [2, 1]
        assert screen.grid.year_here == 2017


async def test_a_measure_that_is_not_told_of_years_gives_way() -> None:
    averaged = report(2018, "五年来，地区生产总值年均增长8%。2017年，地区生产总值2476.1亿元。", "")
    async with driving(averaged) as driver:
        await driver.rest()
        await driver.press("]", "T")
        assert "地区生产总值（亿元）" in driver.text
        assert not driver.app.screen.query_one("#plot").display, "one value makes no line"
        assert "只有这一年的；把历年报告加入文库（L），就能看走势" in driver.text
        assert "说法不一" not in driver.text


async def test_of_a_target_the_column_of_targets_is_shown() -> None:
    async with reading(figures=6) as driver:
        assert driver.reader.reading.figure is not None
        assert driver.reader.reading.figure.kind is Kind.TARGET
        await driver.press("T")
        series = trend_of(driver).grid.series_here
        assert series is not None
        assert series.kind is Kind.TARGET
        assert trend_of(driver).grid.year_here == 2018
