"""Selecting by keys, and the views of the text."""

from __future__ import annotations

import pytest

from hzview.model import Position
from tests.functional.driving import FILLER, Driver, driving


@pytest.fixture(autouse=True)
def one_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a text for one word, without loading the segmenter."""
    monkeypatch.setattr("hzview.segmenter.load", lambda: None)
    monkeypatch.setattr("hzview.segmenter.cut", lambda text: [text])


async def test_text_is_selected_by_keys_and_copied(copied: list[str]) -> None:
    async with driving() as driver:
        document = driver.reader.document
        await driver.press("]", "v")
        assert document.selected_text() == "2"
        await driver.press("5", "l", "k", "j")
        assert document.selected_text() == "2476.1"
        await driver.press("l", "l")
        assert document.selected_text() == "2476.1亿元"
        assert document.caret == Position(3, 17)
        await driver.press("o", "h", "h")
        assert document.selected_text() == "达到2476.1亿元"
        await driver.press("ｙ")
        await driver.rest()
        assert copied == ["达到2476.1亿元"]
        assert document.caret is None
        assert document.selection is None
        await driver.press("V")
        assert document.selected_text().startswith("全市地区生产总值")
        assert document.selected_text().endswith("下降1.3%。")
        await driver.press("v", "0")
        assert document.selected_text().endswith("2")
        await driver.press("v")
        assert document.caret is None


async def test_all_that_moves_extends_the_selection(copied: list[str]) -> None:
    async with driving(size=(60, 20)) as driver:
        document = driver.reader.document
        await driver.press("v", "g")
        await driver.press("}", "}")
        assert document.selected_text().startswith("2018年测试市政府工作报告\n各位代表：\n一")
        await driver.press("space")
        assert document.caret is not None
        assert document.shows(document.caret)
        await driver.press("]")
        figure = driver.reader.reading.figure
        assert figure is not None
        assert document.caret == figure.span.position
        await driver.press("G", "$")
        assert document.selected_text().endswith(FILLER[-5:])
        await driver.press("1", "0", "k")
        assert document.shows(document.caret)
        await driver.press("{", "b", "e", "w", "escape")
        assert document.caret is None
        assert document.selection is None
        await driver.press("b", "j", "y")
        assert copied == []


async def test_the_caret_takes_up_what_the_mouse_selected(copied: list[str]) -> None:
    async with driving() as driver:
        x, y = driver.find("地区生产")
        await driver.drag((x, y), (x + 3, y))
        await driver.press("v", "2", "l")
        assert driver.reader.document.selected_text() == "地区生产"
        await driver.resize(60, 20)
        assert driver.reader.document.selected_text() == "地区生产"
        await driver.press("o")
        await driver.press("e", "Y")
        await driver.rest()
        assert "《2018年测试市政府工作报告》" in copied[0]


async def test_the_text_alone() -> None:
    async with driving() as driver:
        await driver.press("escape")
        before = driver.rows
        await driver.press("z")
        assert "目录" not in driver.text
        assert "帮助" not in driver.rows[-1]
        assert "地区生产总值达到2476.1亿元" in driver.text
        await driver.press("z")
        assert driver.rows == before
        await driver.press("z", "o")
        assert "目录" in driver.text
        assert driver.reader.focused is driver.reader.outline
        await driver.press("escape", "z", "escape")
        assert driver.rows == before


async def test_only_the_sentences_that_hold_figures() -> None:
    async with driving(size=(60, 20)) as driver:
        reader, document = driver.reader, driver.reader.document
        await driver.press("}", "}", "Z")
        assert document.in_part
        assert "稳中求进" not in document_text(driver.reader.document.virtual_size.height, driver)
        assert "政府自身建设" not in document_text(document.virtual_size.height, driver)
        await driver.press("escape", "Z", "]", "]", "]")
        figure = reader.reading.figure
        await driver.press("enter")
        assert not document.in_part
        assert reader.reading.figure == figure
        assert figure is not None
        assert document.shows(figure.span.position)
        await driver.press("Z", "/")
        await driver.type("先机")
        assert not document.in_part
        assert "先机" in driver.text
        await driver.press("escape", "Z", "#")
        await driver.type("自身")
        await driver.press("enter")
        assert not document.in_part


def document_text(height: int, driver: Driver) -> str:
    """Return all rows of the document pane."""
    return "\n".join(driver.reader.document.paint(y).text for y in range(height))
