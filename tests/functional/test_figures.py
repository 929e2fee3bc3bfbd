"""The table of figures: filter, orders, sections, marks, details."""

from __future__ import annotations

from tests.functional.driving import driving


async def test_the_table_is_filtered_as_one_types() -> None:
    async with driving() as driver:
        reading, table = driver.reader.reading, driver.reader.table
        await driver.press("a", "F")
        everything = table.count
        await driver.type("》1000")
        assert {figure.text for figure in map(table.figure, range(table.count))} == {
            "2476.1亿元",
            "3058家",
            "1731亿元",
        }
        assert "/》1000" in driver.text
        await driver.press("down", "down")
        assert reading.figure is not None
        assert reading.figure.text == "1731亿元"
        await driver.press("enter")
        assert table.has_focus
        assert table.count == 3
        await driver.press("escape")
        assert table.count == everything
        assert table.has_focus
        await driver.press("F")
        await driver.type("没有的")
        assert "没有符合条件的指标" in driver.text
        await driver.press("enter", "x", "x", "c", "e", "escape", "F")
        assert driver.reader.reading.marked == set()
        driver.send("escape", "j")
        await driver.pilot.pause()
        assert table.count == everything
        assert table.has_focus
        await driver.press("F", "8", "%", "ctrl+c")
        assert table.view.query == ""


async def test_a_filter_that_finds_nothing_in_the_section_tells_of_the_whole_report() -> None:
    async with driving() as driver:
        table = driver.reader.table
        await driver.press("}", "F")
        await driver.type("就业")
        assert table.count == 0
        assert "本节没有符合条件的指标" in driver.pane("figures")
        assert "全文有 1 项，按 a 列出" in driver.pane("figures")
        await driver.press("enter")
        assert [table.figure(index).text for index in range(table.count)] == ["5万人"]
        assert "本节没有，列出全文的 1 项" in driver.status
        assert "全文" in driver.pane("figures-caption")
        await driver.press("enter")
        assert driver.reader.reading.figure is not None
        await driver.press("F")
        await driver.type("没有")
        assert "全文有" not in driver.pane("figures")


async def test_the_table_is_sorted_and_grouped() -> None:
    async with driving() as driver:
        table = driver.reader.table
        await driver.press("a", "r", "r")
        assert "按大小排列" in driver.status
        assert "大小" in driver.pane("figures-caption")
        await driver.press("r")
        assert table.figure(0).text == "10.4%"
        await driver.press("r", "R", "i", "g")
        assert "一、2017年工作回顾" in driver.pane("figures")
        seen = []
        for _ in range(table.count):
            seen.append(table.figure(table.cursor).text)
            assert table.figures_of(table.cursor)
            await driver.press("j")
        assert "408.9亿元" in seen
        assert seen[-1] == "5万人"
        await driver.press("g", "k", "k")
        assert table.figures_of(table.cursor)
        await driver.resize(60, 20)
        await driver.press("i")
        assert "一、2017年工作回顾" in driver.pane("figures")


async def test_marked_figures_are_copied_as_a_table(copied: list[str]) -> None:
    async with driving() as driver:
        await driver.press("c")
        assert "没有标记" in driver.status
        await driver.press("x")
        assert "没有选中指标" in driver.status
        await driver.press("]", "x", "i", "j", "x")
        assert "已标记 3 个指标" in driver.status
        assert driver.pane("figures").count("*") == 2
        await driver.press("c")
        await driver.rest()
        assert "标记的 3 个指标（电子表格） 已复制到" in driver.status
        assert "再按 c 换 Markdown" in driver.status
        await driver.press("c")
        await driver.rest()
        await driver.press("X", "c")
        await driver.rest()
        assert [text[:2] for text in copied] == ["指标", "| ", "指标"]
        assert len(copied[0].splitlines()) == 4
        assert "\t" in copied[0]
        assert len(copied[2].splitlines()) > 4


async def test_sentence_and_paragraph(copied: list[str]) -> None:
    async with driving() as driver:
        await driver.press("s", "p")
        assert copied == []
        await driver.press("]", "s", "p")
        await driver.rest()
        assert copied[0] == copied[1]
        assert copied[0].startswith("全市地区生产总值达到")
        x, y = driver.find("投资结构")
        await driver.drag((x, y), (x + 6, y))
        await driver.press("s", "p")
        await driver.rest()
        assert copied[2] == "投资结构持续优化。"
        assert copied[3].startswith("投资结构持续优化。固定资产投资完成")


async def test_details_of_a_figure_and_its_neighbours() -> None:
    async with driving(size=(100, 30)) as driver:
        await driver.press("e")
        assert "没有选中指标" in driver.status
        await driver.press("]", "e")
        assert driver.app.screen.query("#details-list")
        for said in ("地区生产总值", "2476.1亿元", "247,610,000,000元", "实绩", "规则", "2017年"):
            assert said in driver.text
        await driver.press("]", "]", "]", "j", "k", "G", "g")
        assert "下降" in driver.text
        assert driver.reader.reading.figure is not None
        assert driver.reader.reading.figure.text == "1.3%"
        await driver.resize(40, 12)
        assert "1.3%" in driver.text
        await driver.press("e")
        assert driver.top_screen is driver.reader
