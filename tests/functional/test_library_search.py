"""Searching the library from the reader."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from hzview.errors import HzviewError
from hzview.opening import Opened
from hzview.tui.screens.library_search import LibrarySearchScreen
from hzview.tui.screens.reader import ReaderScreen
from tests.functional.driving import Driver, driving


@asynccontextmanager
async def searching(
    query: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Driver, LibrarySearchScreen]]:
    """Search the library for ``query``."""
    async with driving(size=size) as driver:
        await driver.press("ctrl+g")
        screen = driver.top_screen
        assert isinstance(screen, LibrarySearchScreen)
        await driver.type(query)
        await counted(driver, screen, query)
        yield driver, screen


def gone(number: int) -> Opened:
    """Find no report, as ``stored`` does once it was taken out."""
    raise HzviewError("文库里没有这份报告")


async def counted(driver: Driver, screen: LibrarySearchScreen, query: str) -> None:
    """Wait until what was asked is counted."""
    await driver.until(
        lambda: (
            screen._answer.question == screen._asked
            and screen._asked.query == query
            and screen._answer.counts is not None
        )
    )
    await driver.pilot.pause()


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_what_is_typed_is_found_the_newest_first_with_counts(size: tuple[int, int]) -> None:
    async with searching("碳汇交易", size) as (driver, screen):
        reports = [
            row.listed.found.entry
            for row in screen.found.rows
            if row.listed and not row.passage and not row.more
        ]
        assert [(entry.year, entry.region) for entry in reports] == [
            (2019, "金华市"),
            (2018, "江苏省"),
            (2018, "绍兴市"),
            (2017, "绍兴市"),
        ]
        assert "4 份 10 段" in driver.text
        assert "碳汇交易" in driver.text
        if size[0] == 120:
            assert "还有 4 段" in driver.text
            assert "地区" in driver.text
            assert "2018" in driver.pane_of("facets")


@pytest.mark.usefixtures("library")
async def test_enter_opens_the_report_at_the_hit_and_escape_comes_back() -> None:
    async with searching("增长7%") as (driver, screen):
        first = driver.reader
        await driver.press("down", "enter")
        await driver.until(lambda: driver.reader is not first)
        await driver.rest()
        reader = driver.reader
        assert isinstance(driver.top_screen, ReaderScreen)
        assert reader.reading.hits
        assert "增长7%左右" in driver.pane("document")
        assert reader.reading.report.region in "金华市江苏省"
        cursor = screen.found.cursor
        await driver.press("escape", "escape")
        await driver.until(lambda: driver.top_screen is screen)
        assert (screen.field.value, screen.found.cursor) == ("增长7%", cursor)
        await driver.press("escape")
        assert driver.top_screen is first


@pytest.mark.usefixtures("library")
async def test_a_report_that_cannot_be_opened_any_more_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    async with searching("增长7%") as (driver, screen):
        monkeypatch.setattr("hzview.library.stored.stored", gone)
        await driver.press("down", "enter")
        await driver.rest()
        assert driver.top_screen is screen
        assert "文库里没有这份报告" in driver.text


@pytest.mark.usefixtures("library")
async def test_counts_narrow_and_escape_widens() -> None:
    async with searching("碳汇交易") as (driver, screen):
        await driver.press("tab")
        lines = [facet.text for facet in screen.facets.facets]
        for _ in range(lines.index("绍兴市")):
            await driver.press("j")
        await driver.press("enter")
        await counted(driver, screen, "碳汇交易")
        assert {row.listed.found.entry.region for row in screen.found.rows if row.listed} == {"绍兴市"}
        assert "文库搜索  绍兴市" in driver.text
        await driver.press("tab", "escape")
        await counted(driver, screen, "碳汇交易")
        assert screen._answer.counts is not None
        assert screen._answer.counts.reports == 4
        await driver.press("escape")
        assert driver.top_screen is driver.reader


@pytest.mark.usefixtures("library")
async def test_pinyin_offers_words_and_enter_takes_one() -> None:
    async with searching("thjy") as (driver, screen):
        assert screen.found.rows[0].guess is not None
        assert "按拼音找到“碳汇交易”" in driver.text
        await driver.press("up", "up", "up", "enter")
        assert screen.field.value == "碳汇交易"
        await counted(driver, screen, "碳汇交易")
        assert screen._answer.listed


@pytest.mark.usefixtures("library")
async def test_nothing_and_conditions_are_told() -> None:
    async with searching("没有这个词") as (driver, screen):
        assert "没有找到" in driver.text
        screen.field.value = ""
        await driver.type("年:2018")
        await counted(driver, screen, "年:2018")
        assert "2 份" in driver.text
        await driver.press("enter")
        await driver.until(lambda: driver.reader.reading.report.year == 2018)


@pytest.mark.usefixtures("library")
async def test_keys_faster_than_answers_end_with_the_last_one() -> None:
    async with searching("碳") as (driver, screen):
        for text in ("碳汇", "增", "增长", "没有", "最多跑"):
            screen.field.value = text
        await counted(driver, screen, "最多跑")
        assert screen._answer.counts is not None
        assert screen._answer.counts.reports == 4


@pytest.mark.usefixtures("library")
async def test_more_is_listed_as_one_goes_down() -> None:
    async with searching("增长", (60, 8)) as (driver, screen):
        for _ in range(30):
            await driver.press("pagedown")
            await driver.pilot.pause(0.02)
        assert len(screen._answer.listed) == 4


async def test_without_a_library_it_says_how_to_make_one() -> None:
    async with driving() as driver:
        await driver.press("ctrl+g")
        await driver.until(lambda: "还没有报告：按 Esc 返回，再按 L 打开文库，按 + 加入" in driver.text)
        await driver.type("增长")
        await driver.until(lambda: "还没有报告" in driver.text)
        await driver.press("enter", "down", "tab", "escape", "escape")
        assert driver.top_screen is driver.reader


@pytest.mark.usefixtures("library")
async def test_other_names_are_offered_where_nothing_is_found() -> None:
    async with searching("GDP") as (driver, screen):
        assert "是不是  地区生产总值" in driver.text
        await driver.press("enter")
        assert screen.field.value == "地区生产总值"
        await counted(driver, screen, "地区生产总值")
        assert len(screen._answer.listed) == 4


@pytest.mark.usefixtures("library")
async def test_the_key_of_the_results_leads_on_to_the_library() -> None:
    async with driving() as driver:
        await driver.press("/")
        await driver.type("增长")
        await driver.press("enter", "S", "S")
        await driver.until(lambda: isinstance(driver.top_screen, LibrarySearchScreen))
        screen = driver.top_screen
        assert isinstance(screen, LibrarySearchScreen)
        assert screen.field.value == "增长"
        await counted(driver, screen, "增长")
        assert len(screen._answer.listed) == 4
