"""The screen of the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from hzview.library import Library
from hzview.model import Report
from hzview.tui.screens.compare import CompareScreen
from hzview.tui.screens.library import LibraryScreen
from hzview.tui.screens.library_search import LibrarySearchScreen
from hzview.tui.screens.verdicts import VerdictScreen
from hzview.tui.widgets.shelves import HOW_TO_FILL
from tests.functional.driving import Driver, driving
from tests.functional.reports import text_of
from tests.functional.test_library_search import gone


async def opened(driver: Driver) -> LibraryScreen:
    """Open the screen."""
    await driver.press("L")
    await driver.rest()
    screen = driver.top_screen
    assert isinstance(screen, LibraryScreen)
    return screen


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (20, 5)])
async def test_regions_stand_by_level_with_a_mark_a_year(size: tuple[int, int]) -> None:
    async with driving(size=size) as driver:
        screen = await opened(driver)
        if size[1] >= 12:
            shown = driver.pane_of("shelves")
            assert [
                name for name in ("省级", "江苏省", "地级", "绍兴市", "金华市") if name not in shown
            ] == []
            assert shown.count("▪") == 4
        assert screen.shelves.chosen_region is not None


@pytest.mark.parametrize("size", [(120, 40), (60, 20), (40, 12)])
async def test_an_empty_library_says_how_to_fill_it(size: tuple[int, int]) -> None:
    async with driving(size=size) as driver:
        await opened(driver)
        said = "".join(driver.pane_of("shelves").split())
        assert said == "".join(HOW_TO_FILL.split())


@pytest.mark.usefixtures("library")
async def test_a_name_that_no_region_has_says_so() -> None:
    async with driving() as driver:
        await opened(driver)
        await driver.press("/")
        await driver.type("没有的")
        assert driver.pane_of("shelves").splitlines()[0] == " 没有这样的地区"


@pytest.mark.usefixtures("library")
async def test_a_year_without_a_report_says_so() -> None:
    async with driving() as driver:
        screen = await opened(driver)
        await driver.press("/")
        await driver.type("jhs")
        await driver.press("enter", "enter")
        assert "这一年没有报告" in driver.text
        await driver.press("l")
        assert screen.shelves.year == 2019
        assert "2019年金华市政府工作报告" in driver.text


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("region", "year", "shown"),
    [("绍兴市", 2017, 2017), ("绍兴市", 2012, 2018), ("金华市", None, 2019), ("北京市", 2017, 2018)],
)
async def test_it_begins_at_the_report_that_is_read(region: str, year: int | None, shown: int) -> None:
    async with driving(Report("报告", region=region, year=year)) as driver:
        screen = await opened(driver)
        assert screen.shelves.chosen_region is not None
        assert screen.shelves.chosen_region.name == (region if region != "北京市" else "江苏省")
        assert screen.shelves.year == shown
        assert screen.shelves.here


@pytest.mark.usefixtures("library")
async def test_enter_opens_the_report_of_the_year_and_escape_comes_back() -> None:
    async with driving() as driver:
        screen = await opened(driver)
        first = driver.reader
        await driver.press("/")
        await driver.type("sxs")
        await driver.press("enter")
        assert screen.shelves.chosen_region is not None
        assert screen.shelves.chosen_region.name == "绍兴市"
        await driver.press("h", "h", "l", "h")
        assert screen.shelves.year == 2017
        await driver.press("enter")
        await driver.until(lambda: driver.reader is not first)
        assert driver.reader.reading.report.year == 2017
        await driver.rest()
        await driver.press("escape")
        await driver.until(lambda: driver.top_screen is screen)
        await driver.press("escape")
        assert "江苏省" in driver.text
        await driver.press("escape")
        assert driver.top_screen is first


@pytest.mark.usefixtures("library")
async def test_removing_asks_first() -> None:
    async with driving() as driver:
        screen = await opened(driver)
        await driver.press("h", "D")
        assert "移出文库？" in driver.text
        await driver.press("n")
        assert "移出文库？" not in driver.text
        await driver.press("D", "y")
        await driver.rest()
        assert "已移出：2018年江苏省政府工作报告" in driver.text
        assert "江苏省" not in driver.pane_of("shelves")
        with Library() as store:
            assert len(store.reports()) == 3
        assert screen.shelves.count == 3


@pytest.mark.usefixtures("library")
async def test_adding_a_path_says_what_became_of_it(tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    for year in (2015, 2016):
        (more / f"{year}.txt").write_text(text_of(year, "云南省"), encoding="utf-8")
    async with driving() as driver:
        screen = await opened(driver)
        await driver.press("+")
        await driver.type(str(more))
        await driver.press("enter")
        await driver.rest()
        assert "加入 2，已在文库 0，失败 0" in driver.text
        assert "云南省" in driver.pane_of("shelves")
        await driver.press("+", "escape")
        assert screen.focused is screen.shelves


async def test_an_empty_library_says_how_to_fill_it_and_is_filled(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text_of(2016, "云南省"), encoding="utf-8")
    async with driving() as driver:
        await opened(driver)
        assert "按 + 写上报告文件或目录" in driver.text
        await driver.press("j", "h", "enter", "D", "t", "B")
        await driver.rest()
        await driver.press("+")
        await driver.type(str(tmp_path / "没有.txt"))
        await driver.press("enter")
        await driver.rest()
        assert "没有这个文件" in driver.text
        await driver.press("+")
        await driver.type(str(tmp_path / "a.txt"))
        await driver.press("enter")
        await driver.rest()
        assert "云南省" in driver.pane_of("shelves")


@pytest.mark.usefixtures("library")
async def test_search_years_and_comparison_open_from_here() -> None:
    async with driving() as driver:
        screen = await opened(driver)
        await driver.press("S")
        await driver.until(lambda: isinstance(driver.top_screen, LibrarySearchScreen))
        await driver.press("escape")
        await driver.press("G", "t")
        await driver.until(lambda: isinstance(driver.top_screen, VerdictScreen))
        await driver.press("escape")
        await driver.press("l", "B")
        await driver.until(lambda: isinstance(driver.top_screen, CompareScreen))
        await driver.press("escape")
        await driver.until(lambda: driver.top_screen is screen)


@pytest.mark.usefixtures("library")
async def test_what_cannot_be_compared_any_more_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    async with driving() as driver:
        screen = await opened(driver)
        monkeypatch.setattr("hzview.library.stored.stored", gone)
        await driver.press("B")
        await driver.rest()
        assert driver.top_screen is screen
        assert "文库里没有这份报告" in driver.text


@pytest.mark.usefixtures("library")
async def test_the_own_side_of_a_comparison_from_here_is_the_report_that_is_read() -> None:
    async with driving() as driver:
        reader = driver.reader
        await opened(driver)
        await driver.press("G", "l", "B")
        await driver.until(lambda: isinstance(driver.top_screen, CompareScreen))
        await driver.press("w", "g", "j", "tab", "enter")
        await driver.rest()
        assert driver.top_screen is reader
