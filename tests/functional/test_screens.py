"""Screens over the reader: a further report, and back to where one was."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.events import MouseDown, MouseUp
from textual.worker import Worker, WorkerState

from hzview.model import Position
from hzview.opening import Opened
from hzview.state import ReadingState, StateStore
from hzview.tui.screens.help import HelpScreen
from hzview.tui.screens.reader import ReaderScreen
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
        assert StateStore(tmp_path).load("second") == second.state()
        await driver.press("escape", "escape")
        assert driver.top_screen is first


async def test_a_screen_that_is_closed_while_it_opens_is_closed() -> None:
    async with driving() as driver:

        class Hasty(HelpScreen):
            def compose(self) -> ComposeResult:
                self.dismiss(None)
                yield from ()

        await driver.app.open_screen(Hasty({}, ambiguous=1))
        await driver.until(lambda: driver.top_screen is driver.reader)


@pytest.mark.parametrize("key", ["t", "#", "ctrl+p", "?"])
async def test_an_entry_that_is_clicked_on_three_times_at_once_is_chosen_once(key: str) -> None:
    async with driving() as driver:
        await driver.press(key)
        entries = driver.app.screen.query_one("EntryList").content_region
        for _ in range(3):
            driver.mouse(MouseDown, entries.x + 9, entries.y + 1)
            driver.mouse(MouseUp, entries.x + 9, entries.y + 1)
        await driver.until(lambda: driver.top_screen is driver.reader)
        await driver.rest()
        assert driver.app.return_value is None


async def test_a_report_that_was_left_opens_where_it_was_left(tmp_path: Path) -> None:
    StateStore(tmp_path).save("second", ReadingState(Position(9, 0)))
    async with driving(places=tmp_path) as driver:
        second = await driver.app.open_report(Opened(little_report(), "第二", "second"))
        await driver.rest()
        assert second.document.top == Position(9, 0)


async def test_how_a_report_is_left_survives(tmp_path: Path) -> None:
    async with driving(places=tmp_path) as driver:
        await driver.press("}", "}", "m", "a", "G", "/")
        await driver.type("部署")
        await driver.press("enter", "escape", "o", "g", "h")
        await driver.press("escape", "i", "i", "Z", "z")
        top, marks = driver.reader.document.top, dict(driver.reader.reading.marks)
        jumps = driver.reader.jumps.behind
        await driver.press("q")
    async with driving(size=(70, 24), places=tmp_path) as driver:
        reader = driver.reader
        assert reader.document.top == top
        assert reader.reading.marks == marks
        assert reader.jumps.behind == jumps
        assert reader.document.in_part
        assert reader.alone
        await driver.press("n")
        assert reader.searching.session.query == "部署"
        await driver.press("escape", "escape", "escape")
        await driver.resize(120, 40)
        assert not reader.alone
        assert not reader.table.is_on_screen
        assert reader.outline.folds()[1]


async def test_the_place_is_kept_without_a_quit(tmp_path: Path) -> None:
    async with driving(size=(60, 20), places=tmp_path) as driver:
        await driver.press("space", "m", "b")

        def saved() -> bool:
            left = StateStore(tmp_path).load("test")
            return left is not None and left.marks == {"b": driver.reader.document.top}

        await driver.until(saved)


async def test_a_state_of_another_text_is_taken_as_far_as_it_goes(tmp_path: Path) -> None:
    far = Position(900, 900)
    StateStore(tmp_path).save(
        "test", ReadingState(far, {"a": far}, (far,), frozenset((900,)), frozenset((1,)))
    )
    async with driving(places=tmp_path) as driver:
        assert driver.reader.reading.place.paragraph < len(driver.reader.reading.blocks)
        await driver.press("'", "a", "ctrl+o")


async def test_the_end_may_come_while_a_report_opens() -> None:
    for turns in range(8):
        async with driving() as driver:
            opened = Opened(little_report(), "第二", "second")
            opening: Worker[ReaderScreen] = driver.app.run_worker(partial(driver.app.open_report, opened))
            for _ in range(turns):
                await asyncio.sleep(0)
        assert opening.state is not WorkerState.ERROR
