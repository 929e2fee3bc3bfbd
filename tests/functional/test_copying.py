"""Selecting and copying: what is under the pointer, what reaches the clipboard, what is said of it."""

from __future__ import annotations

from hzview.typeset import cell_width
from tests.functional.driving import FILLER, driving


async def test_figures_and_citations(copied: list[str]) -> None:
    async with driving() as driver:
        await driver.press("y", "Y")
        assert copied == []
        assert "没有选中什么" in driver.status
        await driver.press("]", "y")
        await driver.rest()
        assert "“2476.1亿元” 已复制到系统剪贴板(xclip)" in driver.status
        await driver.press("]")
        assert "8.5%" in driver.status
        await driver.press("[", "Y")
        await driver.rest()
        assert copied[0] == "2476.1亿元"
        assert copied[1].endswith("2476.1亿元（《2018年测试市政府工作报告》，一、2017年工作回顾）")
        assert "地区生产总值" in copied[1]


async def test_a_drag_is_exact_on_both_halves_of_a_wide_character(copied: list[str]) -> None:
    async with driving() as driver:
        x, y = driver.find("地区生产")
        for left in (0, 1):
            for right in (6, 7):
                await driver.drag((x + left, y), (x + right, y))
                assert driver.reader.document.selected_text() == "地区生产"
        await driver.drag((x + 7, y), (x, y))
        assert driver.reader.document.selected_text() == "地区生产"
        assert "选中 4 字" in driver.status
        await driver.press("ctrl+c", "y")
        await driver.press("Y")
        await driver.rest()
        assert copied == [
            "地区生产",
            "地区生产",
            "“地区生产”（《2018年测试市政府工作报告》，一、2017年工作回顾）",
        ]
        await driver.press("escape")
        assert driver.reader.document.selection is None
        await driver.press("ctrl+c")
        assert "按 q 退出" in driver.status
        await driver.press("ctrl+c")
        assert driver.app.return_value == 0


async def test_a_drag_stays_in_its_pane_and_goes_over_blocks() -> None:
    async with driving() as driver:
        x, y = driver.find("各位代表")
        await driver.drag((x, y), (119, y + 3))
        assert driver.reader.document.selected_text() == "各位代表：\n一、2017年工作回顾"
        await driver.drag((x, y), (x, 200))
        assert driver.reader.document.selected_text().startswith("各位代表：\n一、")
        assert driver.reader.document.scroll_offset.y <= driver.reader.document.max_scroll_y
        await driver.pilot.click("#document", offset=(1, 1))
        assert driver.reader.document.selection is None


async def test_double_and_triple_clicks() -> None:
    async with driving() as driver:
        document = driver.reader.document
        left, top = document.region.offset
        x, y = driver.find("408.9")
        await driver.pilot.click("#document", offset=(x - left + 2, y - top))
        await driver.pilot.pause()
        assert driver.reader.reading.figure is not None
        assert driver.reader.reading.figure.text == "408.9亿元"
        await driver.pilot.click("#document", offset=(x - left + 2, y - top), times=2)
        assert document.selected_text() == "408.9亿元"
        x, y = driver.find("稳中求进")
        await driver.pilot.click("#document", offset=(x - left, y - top), times=2)
        assert document.selected_text() == FILLER.split("，")[0]
        await driver.pilot.click("#document", offset=(x - left, y - top), times=3)
        assert document.selected_text() == FILLER * 6


async def test_a_drag_beyond_the_edge_scrolls() -> None:
    async with driving(size=(80, 14)) as driver:
        document = driver.reader.document
        x, y = driver.find("各位代表")
        region = document.region
        await driver.pilot.mouse_down("#document", offset=(x - region.x, y - region.y))
        from textual import events

        document.post_message(
            events.MouseMove(document, 10, region.height + 3, 1, 0, 1, False, False, False, 10, 99)
        )
        await driver.until(lambda: document.scroll_offset.y > 2)
        await driver.pilot.mouse_up("#document", offset=(10, 5))
        stopped = document.scroll_offset.y
        await driver.pilot.pause(0.2)
        assert document.scroll_offset.y == stopped
        assert document.selected_text().startswith("各位代表：\n一、")


async def test_on_a_narrow_screen_a_notice_is_told_to_its_end_over_the_text(copied: list[str]) -> None:
    async with driving(size=(40, 12)) as driver:
        await driver.press("]")
        before = driver.rows
        await driver.press("p")
        await driver.rest()
        said = driver.status
        assert said.endswith("已复制到系统剪贴板(xclip)")
        assert cell_width(said) > 40
        rows = driver.rows
        covered = next(y for y in range(12) if rows[y] != before[y])
        assert "".join(row.strip() for row in rows[covered:]).replace(" ", "") == said.replace(" ", "")
        assert rows[:covered] == before[:covered]
        assert all(cell_width(row) <= 39 for row in rows[covered:])

        await driver.resize(120, 40)
        assert said in driver.rows[-2]
        await driver.resize(40, 12)
        await driver.press("escape")
        await driver.press("escape")
        assert driver.rows[:-1] == before[:-1]
        assert copied
