"""Screens over the reader: a further report, and back to where one was."""

from __future__ import annotations

from pathlib import Path

from hzview.model import Position
from hzview.opening import Opened
from hzview.settings import PlaceStore
from tests.functional.driving import driving, little_report


async def test_another_report_opens_over_the_reader_and_esc_comes_back(tmp_path: Path) -> None:
    async with driving(size=(80, 24), places=tmp_path) as driver:
        first = driver.reader
        await driver.press("}", "}")
        here = first.reading.place
        second = await driver.app.open_report(Opened(little_report(), "第二", "second"), Position(9, 5))
        await driver.rest()
        assert driver.reader is driver.top_screen is second
        assert second.document.shows(Position(9, 5))
        await driver.press("/")
        await driver.type("部署")
        await driver.press("enter", "escape")
        assert driver.reader is second
        assert second.reading.hits is None
        await driver.press("G", "escape")
        assert driver.reader is driver.top_screen is first
        assert first.reading.place == here
        assert PlaceStore(tmp_path).load("second") == second.document.top
        await driver.press("escape", "escape")
        assert driver.top_screen is first


async def test_a_report_that_was_left_opens_where_it_was_left(tmp_path: Path) -> None:
    PlaceStore(tmp_path).save("second", Position(9, 0))
    async with driving(places=tmp_path) as driver:
        second = await driver.app.open_report(Opened(little_report(), "第二", "second"))
        await driver.rest()
        assert second.document.top == Position(9, 0)
