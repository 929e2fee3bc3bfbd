"""The words of a report: lists, filter, context, and the way to the text."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from hzview.cli.main import run
from hzview.library.steps import Tell
from hzview.model import Paragraph, Report, Section
from hzview.tui import word_lists
from hzview.tui.screens.words import WordsScreen
from hzview.tui.word_lists import View, WordList, WordLists
from hzview.words.counting import Words
from tests.functional.driving import Driver, driving
from tests.unit.cli.sample import REPORT


def report(year: int = 2018, said: str = "发展数字经济，规上工业增长，工业互联网领跑。") -> Report:
    """Return a report of a few pages that says what is ``said`` at its end."""
    filler = tuple(Paragraph(f"我们坚持稳中求进，推进改革{number}。" * 9) for number in range(30))
    section = Section(f"{year}年重点任务", "一、", paragraphs=(*filler, Paragraph(said)))
    return Report(
        f"{year}年测试市政府工作报告", "测试市", "prefecture", year, sections=(Section("回顾"), section)
    )


def screen(driver: Driver) -> WordsScreen:
    """Return the screen of words."""
    top = driver.app.screen
    assert isinstance(top, WordsScreen)
    return top


@pytest.fixture
def library(tmp_path: Path) -> None:
    """The user's library with the report of the year before and one of another city."""
    text = REPORT.replace("2018", "2017")
    (tmp_path / "before.toml").write_text(text.replace("代表：", "代表：棚户区改造。"), encoding="utf-8")
    (tmp_path / "other.toml").write_text(text.replace("测试市", "别县"), encoding="utf-8")
    assert run(["library", "add", str(tmp_path)]) == 0


async def test_words_are_listed_filtered_and_found_in_the_text() -> None:
    async with driving(report()) as driver:
        await driver.press("W")
        await driver.until(lambda: screen(driver).pane.count > 0)
        counts = [listed.size for listed in screen(driver).pane.words]
        assert counts == sorted(counts, reverse=True)
        assert "坚持" in driver.rows[1]
        everything = screen(driver).pane.count
        await driver.press("/")
        await driver.type("gy")
        assert [listed.spelling for listed in screen(driver).pane.words] == ["规上工业", "工业互联网"]
        await driver.press("escape")
        assert screen(driver).pane.count == everything
        await driver.press("/")
        await driver.type("规上")
        await driver.press("enter", "enter")
        assert "1 处" in driver.rows[0]
        assert "2018年重点任务" in driver.rows[-2]
        await driver.press("enter")
        assert driver.top_screen is driver.reader
        assert driver.reader.document.shows(driver.reader.reading.place)
        assert driver.reader.reading.place.paragraph == len(driver.reader.reading.blocks) - 1
        assert driver.reader.reading.hit == 0
        await driver.press("ctrl+o")
        assert driver.reader.reading.place.paragraph == 0


async def test_escape_takes_back_step_by_step() -> None:
    async with driving(report(), size=(40, 12)) as driver:
        await driver.press("W")
        await driver.until(lambda: screen(driver).pane.count > 0)
        await driver.press("/")
        await driver.type("推进")
        await driver.press("enter", "enter", "G")
        assert screen(driver).context.count == 270
        assert screen(driver).context.cursor == 269
        await driver.press("escape")
        assert not screen(driver).context.display
        assert screen(driver).pane.count == 1
        await driver.press("escape")
        assert screen(driver).pane.count > 1
        await driver.press("q")
        assert driver.top_screen is driver.reader


@pytest.mark.usefixtures("library")
async def test_beside_the_year_before_and_the_library() -> None:
    async with driving(report()) as driver:
        await driver.press("W", "tab")
        await driver.until(lambda: screen(driver).pane.count > 0)
        assert "新增" in driver.text
        assert "比2017年：新增" in driver.rows[-2]
        await driver.press("l")
        assert screen(driver).view is View.KEYWORDS
        await driver.until(lambda: screen(driver).pane.count > 0)
        assert "比其余 2 份" in driver.rows[-2]
        await driver.press("shift+tab", "/")
        await driver.type("penghu")
        await driver.press("enter", "enter")
        assert "2017年测试市政府工作报告" in driver.rows[0]
        await driver.press("enter")
        assert driver.reader.reading.report.year == 2017
        assert driver.reader.reading.hit == 0
        await driver.press("escape", "escape")
        assert driver.reader.reading.report.year == 2018


async def test_without_a_library_it_says_so() -> None:
    async with driving(report(), size=(60, 20)) as driver:
        for _ in range(2):
            await driver.press("W", "tab")
            await driver.until(lambda: "还没有文库：按 L" in driver.text)
            await driver.press("enter", "j", "tab")
            await driver.until(lambda: "还没有文库：按 L" in driver.text)
            await driver.press("escape")
            assert driver.top_screen is driver.reader


async def test_it_stays_alive_while_it_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes long is done elsewhere, says how far it is, and ends when nobody waits for it any more."""
    go_on, ended = threading.Event(), threading.Event()

    def slow(words: Words, tell: Tell) -> WordList:
        try:
            tell("正在分词", 3, 9)
            go_on.wait(30)
            tell("正在分词", 4, 9)
        finally:
            ended.set()
        raise AssertionError("nobody waits for this")

    monkeypatch.setattr(word_lists, "keywords", slow)
    async with driving(report()) as driver:
        await driver.press("W", "shift+tab")
        await driver.until(lambda: "正在分词 3/9" in driver.text)
        await driver.press("j", "enter", "escape")
        assert driver.top_screen is driver.reader
        await driver.press("j")
        go_on.set()
        await driver.until(ended.is_set)
        await driver.press("W")
        await driver.until(lambda: screen(driver).pane.count > 0)


def test_lists_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = WordLists(report())
    made = lists.make(View.FREQUENCY)
    monkeypatch.setattr(word_lists, "frequency", None)
    assert lists.make(View.FREQUENCY) is made is lists.made(View.FREQUENCY)
    assert lists.made(View.KEYWORDS) is None
