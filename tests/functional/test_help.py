"""Help and palette: what the registry lists can be run from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hzview import state
from hzview.model import Paragraph, Report
from hzview.tui.actions import ACTIONS
from hzview.tui.keys import shown
from hzview.tui.screens.help import HelpScreen
from hzview.tui.screens.palette import PaletteScreen
from hzview.tui.themes import PAPER
from hzview.typeset import cell_width
from tests.functional.driving import Driver, driving


def shows_palette(driver: Driver) -> bool:
    """Tell whether the palette is on top."""
    return isinstance(driver.top_screen, PaletteScreen)


async def test_help_lists_every_action_and_runs_it() -> None:
    async with driving(size=(100, 200)) as driver:
        await driver.press("?")
        screen = driver.app.screen
        assert isinstance(screen, HelpScreen)
        for action in ACTIONS:
            row = next(
                row for row in driver.rows if f" {action.help}" in row and shown(action.keys[0]) in row
            )
            assert row
        theme = next(action for action in ACTIONS if action.id == "theme")
        while screen.list.action_at(screen.list.cursor) is not theme:
            assert screen.list.cursor < screen.list.count - 1
            await driver.press("j")
        before = driver.app.theme
        await driver.press("enter")
        assert driver.top_screen is driver.reader
        assert driver.app.theme != before
        await driver.press("ctrl+t", "f1", "?")
        assert driver.app.theme == before
        assert driver.top_screen is driver.reader


async def test_help_is_searched_as_one_types() -> None:
    async with driving() as driver:
        await driver.press("?", "/")
        await driver.type("mingan")
        assert "换浅色或深色" in driver.text
        assert "下移一行" not in driver.text
        before = driver.app.theme
        await driver.press("enter")
        assert driver.top_screen is driver.reader
        assert driver.app.theme != before
        await driver.press("?", "、")
        driver.send(*"Ctrl+O", "escape", "/", *"复制", "down", "enter")
        await driver.pilot.pause()
        assert driver.top_screen is driver.reader
        assert "没有选中什么" in driver.status
        await driver.press("?", "/")
        await driver.type("没有的")
        await driver.press("enter", "down")
        assert driver.top_screen is not driver.reader
        await driver.press("escape", "escape")
        assert driver.top_screen is driver.reader


async def test_help_on_a_small_screen() -> None:
    async with driving(size=(40, 12)) as driver:
        await driver.press("?", "G")
        assert "退出" in driver.text
        await driver.press("q")
        assert driver.top_screen is driver.reader


async def test_palette_goes_to_headings_figures_and_actions() -> None:
    async with driving() as driver:
        await driver.press("ctrl+p")
        assert shows_palette(driver)
        await driver.type("自身")
        await driver.press("enter")
        assert driver.top_screen is driver.reader
        assert driver.reader.reading.report.path(driver.reader.reading.place.paragraph) == (
            "三、政府自身建设",
        )

        await driver.press("：")
        await driver.type("财政")
        await driver.press("enter")
        assert driver.reader.reading.figure is not None
        assert driver.reader.reading.figure.text == "408.9亿元"

        await driver.press("ctrl+p")
        await driver.type("明暗")
        await driver.press("enter")
        assert driver.app.theme == PAPER.name
        await driver.press("ctrl+p")
        await driver.type("nord")
        await driver.press("enter")
        assert driver.app.theme == "nord"


async def test_palette_opens_other_reports(tmp_path: Path) -> None:
    from hzview.library import Library
    from hzview.library.adding import add_files

    other = tmp_path / "另一份.txt"
    other.write_text("2019年别处市政府工作报告\n\n一、2018年工作回顾\n\n地区生产总值增长7.5%。\n", "utf-8")
    with Library(create=True) as library:
        assert [outcome.complaint for outcome in add_files(library, [str(other)])] == [""]
    state.StateStore(tmp_path / "places").save(str(other), state.ReadingState())
    async with driving(places=tmp_path / "places") as driver:
        first = driver.reader
        await driver.press("ctrl+p")
        await driver.until(lambda: shows_palette(driver))
        await driver.type("另一份")
        assert "最近读过" in driver.text
        await driver.press("enter")
        await driver.until(lambda: driver.app.reader is not first)
        assert driver.app.reader.reading.report.year == 2019
        await driver.press("escape")
        assert driver.app.reader is first
        await driver.press("ctrl+p")
        await driver.until(lambda: shows_palette(driver))
        await driver.type("别处市")
        assert "文库" in driver.text
        other.unlink()
        await driver.press("enter")
        await driver.until(lambda: driver.app.reader is not first)
        assert driver.app.reader.reading.report.year == 2019


async def test_a_page_further_shows_what_was_below() -> None:
    async with driving() as driver:
        await driver.press("?")
        first = driver.pane_of("help-list").splitlines()
        await driver.press("space")
        second = driver.pane_of("help-list").splitlines()
        assert second[0].rstrip(" ▐") == first[-1].rstrip(" ▐")
        await driver.press("b")
        assert driver.pane_of("help-list").splitlines() == first


async def test_a_report_without_headings_says_so() -> None:
    async with driving(Report("报告", paragraphs=(Paragraph("没有标题的报告。"),))) as driver:
        assert "这份报告没有标题" in driver.pane("outline")


@pytest.mark.parametrize("width", [24, 30, 40, 60, 80, 120])
async def test_the_line_of_keys_shows_the_way_out_first_of_all(width: int) -> None:
    async with driving(size=(width, 24)) as driver:
        await driver.press("i")
        keys = driver.rows[-1]
        assert "Esc 后退" in keys
        assert cell_width(keys.rstrip()) <= width
        await driver.press("F")
        assert "Esc 放弃" in driver.rows[-1]
