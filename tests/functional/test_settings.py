"""Settings that change while the reader runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual import events

from hzview.settings import load_settings, settings_path
from hzview.tui.themes import INKSTONE, PAPER
from hzview.tui.widgets.adapting import Adapting
from hzview.typeset import cell_width
from tests.functional.driving import Driver, driving


def written(text: str) -> Path:
    """Write the user's settings file, as an editor does: beside it, then in its place."""
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    os.replace(fresh, path)
    return path


async def come_back(driver: Driver, said: str) -> None:
    """Come back from another window, and wait for what the reader has to say."""
    driver.reader.unsay()
    driver.app.post_message(events.AppFocus())
    await driver.until(lambda: said in driver.status)


async def test_a_changed_file_is_taken_without_a_restart(copied: list[str]) -> None:
    async with driving() as driver:
        reader, document = driver.reader, driver.reader.document
        await driver.press("]")
        figure, wide = reader.reading.figure, document.flow.height
        written(
            'theme = "paper"\nmeasure = 30\ncitation = "markdown"\ntable = "csv"\n[keys]\nnext-figure = ["f5"]\n'
        )
        await come_back(driver, "theme、measure、citation、table、keys")

        assert driver.app.theme == PAPER.name
        assert max(cell_width(row.strip()) for row in driver.pane("document").splitlines()) <= 32
        await driver.until(lambda: document.flow.height > wide)
        assert reader.reading.figure == figure
        assert figure is not None
        assert document.shows(figure.span.position)
        assert "F5 下一指标" in driver.rows[-1]

        await driver.press("]")
        assert reader.reading.figure == figure
        await driver.press("f5")
        assert reader.reading.figure not in (None, figure)
        await driver.press("Y")
        await driver.rest()
        assert "**" in copied[-1]
        await driver.press("x", "c")
        await driver.rest()
        assert "," in copied[-1].splitlines()[0]


async def test_what_a_file_says_wrong_is_told_and_the_settings_that_held_hold() -> None:
    async with driving() as driver:
        written("measure = 40\n")
        await come_back(driver, "measure")
        height = driver.reader.document.flow.height

        path = written("measure = 40\n\ntheme = 7\n")
        await come_back(driver, f"{path}：第 3 行，theme：")
        assert "照旧" in driver.status
        path = written("measure = [\n")
        await come_back(driver, f"{path}：第 2 行：不合 TOML 语法")
        path = written('[keys]\nhelp = "n"\nquit = "contrl+q"\n')
        await come_back(driver, f"{path}：第 3 行，keys.quit：没有 contrl+q 这个键（共 2 处")
        await driver.press("?")
        assert "按键" in driver.text
        await driver.press("escape")
        assert driver.reader.document.flow.height == height

        written("measure = 40\n# nothing else\n")
        await come_back(driver, "改好了")
        written("measure = 50\n")
        await come_back(driver, "measure")
        path.unlink()
        await come_back(driver, "measure")
        assert driver.reader.document.flow.height < height


async def test_it_is_noticed_without_coming_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hzview.tui.app.LOOK_SECONDS", 0.02)
    async with driving() as driver:
        written('theme = "paper"\n')
        await driver.until(lambda: driver.app.theme == PAPER.name)


async def test_a_theme_chosen_by_a_key_stays_until_the_file_names_another() -> None:
    written('theme = "inkstone"\n')
    async with driving(settings=load_settings()) as driver:
        await driver.press("ctrl+t")
        assert driver.app.theme == PAPER.name
        written('theme = "inkstone"\nmeasure = 40\n')
        await come_back(driver, "measure")
        assert driver.app.theme == PAPER.name
        written('theme = "nord"\n')
        await come_back(driver, "theme")
        assert driver.app.theme == "nord"
        settings_path().unlink()
        await come_back(driver, "theme")
        assert driver.app.theme == INKSTONE.name


async def test_wide_characters_and_keys_reach_every_open_screen() -> None:
    async with driving() as driver:
        await driver.press("?", "/")
        await driver.type("换浅色或深色")
        assert "Ctrl+T" in driver.text
        written('ambiguous_width = 2\n[keys]\ntheme = ["f7"]\n')
        driver.app.post_message(events.AppFocus())
        await driver.until(lambda: "F7" in driver.text)
        assert "Ctrl+T" not in driver.text
        await driver.press("escape", "escape")
        assert {
            widget.ambiguous for widget in driver.reader.walk_children() if isinstance(widget, Adapting)
        } == {2}
        await driver.press("?")
        settings_path().unlink()
        driver.app.post_message(events.AppFocus())
        await driver.until(lambda: driver.reader.document.ambiguous == 1)
        shown = driver.app.screen.walk_children()
        assert {widget.ambiguous for widget in shown if isinstance(widget, Adapting)} == {1}


async def test_a_key_that_was_rebound_moves_the_caret() -> None:
    async with driving() as driver:
        await driver.press("v", "l")
        caret = driver.reader.document.caret
        written('[keys]\ncaret-right = ["f8"]\n')
        await come_back(driver, "keys")
        await driver.press("f8")
        moved = driver.reader.document.caret
        assert caret is not None
        assert moved is not None
        assert moved > caret


async def test_the_file_and_its_state_are_told_on_a_key() -> None:
    async with driving() as driver:
        await driver.press(",")
        assert driver.status.startswith(f"{settings_path()}：没有设置文件")
        written("measure = 30\n")
        await driver.press("，")
        assert driver.status.startswith(f"{settings_path()}：没有问题；已照新的设置：measure")
        written("measure = 3\n")
        await driver.press(",")
        assert driver.status.startswith(f"{settings_path()}：第 1 行，measure：应为")


async def test_spaces_chosen_by_a_key_stay_until_the_file_says_another_thing() -> None:
    async with driving() as driver:
        await driver.press("A")
        written("measure = 60")
        await come_back(driver, "measure")
        driver.find("达到 2476.1 亿元")
        written("measure = 60\nautospace = true")
        await come_back(driver, "autospace")
        driver.find("达到 2476.1 亿元")
        await driver.press("A")
        driver.find("达到2476.1亿元")
        written("")
        await come_back(driver, "autospace")
        driver.find("达到2476.1亿元")
