"""Moving: numbers before keys, marks, the way back, headings by name."""

from __future__ import annotations

import pytest

from hzview.model import Position
from tests.functional.driving import driving

SMALL = (60, 20)


async def test_a_number_before_a_key_repeats_it() -> None:
    async with driving(size=SMALL) as driver:
        document, reading = driver.reader.document, driver.reader.reading
        await driver.press("1", "2")
        assert driver.status == "12"
        await driver.press("j")
        assert document.scroll_offset.y == 12
        await driver.press("３", "k")
        assert document.scroll_offset.y == 9
        await driver.press("5", "escape", "j")
        assert document.scroll_offset.y == 10
        await driver.press("g", "3", "]")
        assert reading.figure == reading.figures[2]
        await driver.press("9", "9", "】")
        assert reading.figure == reading.figures[-1]
        await driver.press("2", "[")
        assert reading.figure == reading.figures[-3]
        await driver.press("escape", "g", "2", "}")
        assert reading.report.path(reading.place.paragraph)[-1:] == ("（一）工业和投资",)
        await driver.press("7", "G")
        assert document.top.paragraph == 7
        await driver.press("%")
        assert "先打数" in driver.status
        await driver.press("5", "0", "%")
        assert abs(document.scroll_offset.y - document.virtual_size.height // 2) <= 1
        await driver.press("/")
        await driver.type("12")
        assert driver.reader.searching.session.query == "12"


async def test_a_number_goes_to_an_entry_of_a_list() -> None:
    async with driving() as driver:
        await driver.press("i", "a", "g", "4", "G")
        assert driver.reader.table.cursor == 3
        await driver.press("2", "k")
        assert driver.reader.table.cursor == 1


async def test_marks() -> None:
    async with driving(size=SMALL) as driver:
        document = driver.reader.document
        await driver.press("}", "}", "}")
        top = document.top
        await driver.press("m")
        assert "按一个字母" in driver.status
        await driver.press("ａ", "G")
        far = document.top
        await driver.press("'")
        assert "a （二）民生和服务" in driver.status
        await driver.press("a")
        assert document.top == top
        await driver.type("‘’")
        assert document.top == far
        await driver.press("'", "b")
        assert "没有标记 b" in driver.status
        await driver.press("m", "escape", "m", "。")
        assert "标记是一个字母" in driver.status
        assert driver.reader.reading.marks == {"a": top}


async def test_far_jumps_can_be_gone_back_and_forward_over() -> None:
    async with driving(size=SMALL) as driver:
        document, reading = driver.reader.document, driver.reader.reading
        await driver.press("j", "j")
        begun = document.top
        await driver.press("/")
        await driver.type("危机")
        await driver.press("enter")
        assert not document.shows(begun)
        first = document.top
        await driver.press("G", "ctrl+o")
        assert document.top == first
        await driver.press("ctrl+o")
        assert document.top == begun
        assert reading.place == document.eye()
        await driver.press("alt+left")
        assert "没有跳转过" in driver.status
        await driver.press("ctrl+right_square_bracket", "alt+right", "alt+right")
        assert document.scroll_offset.y == document.max_scroll_y
        await driver.press("alt+right")
        assert "没有跳转过" in driver.status


async def test_headings_are_gone_to_by_a_part_of_their_name() -> None:
    async with driving(size=SMALL) as driver:
        await driver.press("#")
        await driver.type("自身")
        await driver.press("enter")
        reading = driver.reader.reading
        assert reading.report.path(reading.place.paragraph) == ("三、政府自身建设",)
        await driver.press("ctrl+o")
        assert reading.place.paragraph <= 1
        await driver.press("#", "escape")
        assert driver.top_screen is driver.reader
        assert driver.reader.document.top <= Position(1, 0)


async def test_keys_typed_before_the_first_page_are_done_whatever_they_are() -> None:
    async with driving(typed_ahead=" ,g]") as driver:
        figure = driver.reader.reading.figure
        assert figure is not None
        assert figure.text == "2476.1亿元"


@pytest.mark.parametrize("typed", ["zishenjianshe", "zfzsjs", "zfzs", "zhengfuzis", "自身 js"])
async def test_headings_are_gone_to_by_their_pinyin_or_its_initials(typed: str) -> None:
    async with driving(size=SMALL) as driver:
        await driver.press("#")
        await driver.type(typed)
        assert "政府自身建设" in driver.text
        await driver.press("enter")
        reading = driver.reader.reading
        assert reading.report.path(reading.place.paragraph) == ("三、政府自身建设",)
