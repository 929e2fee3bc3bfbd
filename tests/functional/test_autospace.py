"""Spaces between Chinese and Latin: they are seen, and nothing else knows of them."""

from __future__ import annotations

import pytest
from rich.style import Style

from hzview.model import Paragraph, Position, Report
from hzview.opening import Opened
from hzview.settings import Settings
from tests.functional.driving import FILLER, Driver, driving

SPACED = Settings(autospace=True)


@pytest.fixture(autouse=True)
def one_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a text for one word, without loading the segmenter."""
    monkeypatch.setattr("hzview.segmenter.load", lambda: None)
    monkeypatch.setattr("hzview.segmenter.cut", lambda text: [text])


def ground_at(driver: Driver, x: int, y: int) -> object:
    """Return what shows of a cell of the screen where it is blank: its ground, and whether it is reversed."""
    (segment,) = driver.app.screen._compositor.render_strips()[y].crop(x, x + 1)
    style = segment.style or Style()
    return style.bgcolor, bool(style.reverse), bool(style.underline)


async def click(driver: Driver, x: int, y: int, times: int = 1) -> None:
    """Click on a cell of the screen."""
    left, top = driver.reader.document.region.offset
    await driver.pilot.click("#document", offset=(x - left, y - top), times=times)
    await driver.pilot.pause()


async def test_a_key_draws_them_and_takes_them_away(copied: list[str]) -> None:
    async with driving() as driver:
        before = driver.pane("document")
        driver.find("达到2476.1亿元，增长8.5%；")
        await driver.press("A")
        driver.find("达到 2476.1 亿元，增长 8.5%；")
        driver.find("一、2017 年工作回顾")
        assert "空一格" in driver.status
        await driver.press("]", "y", "p")
        await driver.rest()
        assert copied[0] == "2476.1亿元"
        assert copied[1].startswith("全市地区生产总值达到2476.1亿元，增长8.5%；")
        await driver.press("escape", "Ａ")
        assert driver.pane("document") == before


async def test_the_setting_draws_them_from_the_start_and_the_place_is_kept() -> None:
    report = Report("报告", paragraphs=tuple(Paragraph(f"{n}年GDP增长8.5%。{FILLER * 3}") for n in range(60)))
    async with driving(report, (60, 20), settings=SPACED) as driver:
        driver.find("0 年 GDP 增长 8.5%。")
        await driver.press("3", "0", "g")
        top = driver.reader.document.top
        assert top.paragraph > 20
        for _ in range(2):
            await driver.press("A")
            await driver.rest()
            assert driver.reader.document.top == top
            assert driver.reader.document.shows(top)


async def test_a_drag_is_exact_and_ends_beside_a_space() -> None:
    async with driving(settings=SPACED) as driver:
        document = driver.reader.document
        x, y = driver.find("达到 2476.1 亿元")
        for cell, selected in (
            (3, "达到"),
            (4, "达到"),
            (5, "达到2"),
            (10, "达到2476.1"),
            (11, "达到2476.1"),
        ):
            await driver.drag((x, y), (x + cell, y))
            assert document.selected_text() == selected
        await driver.drag((x + 15, y), (x + 11, y))
        assert document.selected_text() == "亿元"
        await driver.drag((x + 11, y), (x + 13, y))
        assert document.selected_text() == "亿"
        await driver.drag((x + 4, y), (x + 11, y))
        assert document.selected_text() == "2476.1"
        beside, within = ground_at(driver, x, y), ground_at(driver, x + 5, y)
        assert ground_at(driver, x + 4, y) == beside != within
        assert ground_at(driver, x + 11, y) == beside


async def test_a_figure_holds_the_space_within_it_and_none_beside_it() -> None:
    async with driving(settings=SPACED) as driver:
        reading, document = driver.reader.reading, driver.reader.document
        x, y = driver.find("达到 2476.1 亿元")
        await click(driver, x + 11, y)
        assert reading.figure is not None
        assert reading.figure.text == "2476.1亿元"
        plain, within = ground_at(driver, x, y), ground_at(driver, x + 11, y)
        assert within == ground_at(driver, x + 10, y) == ground_at(driver, x + 12, y)
        assert ground_at(driver, x + 4, y) == plain != within
        await click(driver, x + 4, y)
        assert reading.figure is None
        await click(driver, x + 11, y, times=2)
        assert document.selected_text() == "2476.1亿元"


async def test_keys_go_by_characters_and_from_row_to_row_by_cells() -> None:
    async with driving(settings=SPACED) as driver:
        document = driver.reader.document
        await driver.press("]", "v", "5", "l")
        assert document.selected_text() == "2476.1"
        await driver.press("l", "h", "l")
        assert document.selected_text() == "2476.1亿"
        x, y = driver.find("2476.1 亿元")
        assert ground_at(driver, x + 6, y) == ground_at(driver, x + 5, y)
        await driver.press("j", "k")
        assert document.selected_text() == "2476.1亿"
        await driver.press("$")
        assert document.caret is not None
        await driver.press("0")
        assert document.caret == Position(3, 0)


async def test_hits_are_found_and_marked_across_them() -> None:
    async with driving(settings=SPACED) as driver:
        await driver.press("/")
        await driver.type("达到2476.1亿")
        await driver.press("enter")
        x, y = driver.find("达到 2476.1 亿元")
        looks = {ground_at(driver, x + cell, y) for cell in range(14)}
        assert len(looks) == 1
        assert ground_at(driver, x - 1, y) not in looks


async def test_every_report_that_is_open_follows() -> None:
    async with driving() as driver:
        below = driver.reader
        report = Report("另一份", paragraphs=(Paragraph("增长8.5%左右。"),))
        await driver.app.open_report(Opened(report, "另一份", "other"))
        await driver.rest()
        await driver.press("A")
        driver.find("增长 8.5% 左右")
        await driver.press("escape", "escape")
        assert driver.reader is below
        driver.find("达到 2476.1 亿元")
