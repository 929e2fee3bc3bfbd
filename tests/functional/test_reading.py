"""Reading by keys and mouse: text, outline and table go together."""

from __future__ import annotations

from pathlib import Path

from hzview.figures.figure import Kind
from hzview.model import Paragraph, Position, Report, Role, Section
from hzview.settings import Settings
from hzview.tui.themes import looks_of
from hzview.typeset import cell_width
from tests.functional.driving import Driver, driving, little_report


def here(driver: Driver) -> str:
    """Return the title of the outline entry that is marked."""
    outline = driver.reader.outline
    return driver.reader.reading.outline[outline.entry(outline.cursor)].title


async def test_text_moves_by_the_keys_of_less_and_vim() -> None:
    async with driving(size=(70, 20)) as driver:
        document = driver.reader.document
        top = document.scroll_offset
        assert "2018年测试市政府工作报告" in driver.text

        await driver.press("j", "j", "k", "down")
        assert document.scroll_offset.y == top.y + 2
        await driver.press("g", "space")
        assert document.scroll_offset.y == document.page - 1
        await driver.press("b", "d", "d", "u")
        assert document.scroll_offset.y == document.page // 2
        await driver.press("G")
        assert document.scroll_offset.y == document.max_scroll_y > 0
        assert "100%" in driver.rows[0]
        assert driver.reader.reading.place.paragraph == len(driver.reader.reading.blocks) - 1
        await driver.press("k", "home")
        assert document.scroll_offset.y == 0


async def test_sections_and_the_outline_follow_each_other() -> None:
    async with driving(size=(120, 20)) as driver:
        await driver.press("}", "}")
        assert here(driver) == "（一）工业和投资"
        assert "工业和投资" in driver.rows[2]
        await driver.press("j", "j")
        assert here(driver) == "工业经济稳步回升"
        await driver.press("{")
        assert here(driver) == "（一）工业和投资"

        await driver.press("o", "G", "enter")
        assert driver.reader.focused is driver.reader.document
        assert here(driver) == "三、政府自身建设"
        await driver.press("o", "g", "h")
        assert "（一）工业和投资" not in driver.pane("outline")
        await driver.press("l", "l", "escape")
        assert "（一）工业和投资" in driver.pane("outline")


async def test_folding_all_and_clicks_in_the_outline() -> None:
    async with driving() as driver:
        row = next(y for y, row in enumerate(driver.rows) if "▾ 一、" in row)
        await driver.pilot.click("#outline", offset=(2, row - driver.reader.outline.region.y))
        assert "▸ 一、" in driver.rows[row]
        await driver.press("+")
        assert "工业经济稳步回升" in driver.pane("outline")
        await driver.press("-")
        assert "（一）" not in driver.pane("outline")
        await driver.press("+")
        row = next(y for y, row in enumerate(driver.pane("outline").splitlines()) if "投资结构" in row)
        await driver.pilot.click("#outline", offset=(12, row))
        await driver.pilot.pause()
        assert driver.reader.reading.place == Position(6, 0)


async def test_figures_in_text_and_table_go_together() -> None:
    async with driving() as driver:
        reading, table = driver.reader.reading, driver.reader.table
        assert [figure.text for figure in reading.figures][:4] == ["2476.1亿元", "8.5%", "408.9亿元", "1.3%"]
        await driver.press("]", "]")
        assert reading.figure is not None
        assert reading.figure.text == "8.5%"
        assert table.figure(table.cursor).text == "2476.1亿元"
        assert "↑8.5%" in driver.status
        await driver.press("]", "]")
        assert "↓1.3%" in driver.status
        await driver.press("[")
        assert "408.9亿元" in driver.status

        await driver.press("i", "G")
        assert reading.figure is not None
        assert driver.reader.document.shows(reading.figure.span.position)
        assert reading.figure in [table.figure(table.cursor)]
        await driver.press("enter", "escape")
        assert reading.figure is None

        for _ in range(len(reading.figures) + 1):
            await driver.press("]")
        assert "没有指标了" in driver.status
        assert reading.figure == reading.figures[-1]
        assert reading.figure.kind is Kind.TARGET


async def test_table_shows_the_section_or_all_of_it() -> None:
    async with driving() as driver:
        await driver.press("}", "}")
        inside = len(driver.reader.reading.section_figures())
        assert 0 < inside < len(driver.reader.reading.figures)
        assert f"本节 {inside}" in driver.text
        await driver.press("a")
        assert f"全文 {len(driver.reader.reading.figures)}" in driver.text
        await driver.pilot.click("#figures-caption")
        await driver.pilot.pause()
        assert f"本节 {inside}" in driver.text
        await driver.press("G")
        assert "这里没有指标" in driver.text


async def test_panes_by_width_and_a_place_that_stays() -> None:
    async with driving() as driver:
        reader = driver.reader
        sides = [reader.query_one("#outline-side"), reader.query_one("#figures-side")]

        def shown() -> list[bool]:
            return [side.display for side in sides]

        await driver.press("}", "}", "}")
        top = reader.document.top
        assert shown() == [True, True]
        await driver.resize(100, 30)
        assert shown() == [True, False]
        await driver.press("i")
        assert shown() == [False, True]
        await driver.press("tab")
        assert reader.focused is reader.document
        await driver.resize(60, 20)
        assert shown() == [False, False]
        await driver.press("o")
        assert shown() == [True, False]
        await driver.press("tab", "tab")
        assert shown() == [False, True]
        await driver.press("escape")
        assert shown() == [False, False]
        for columns, rows in ((40, 12), (10, 4), (1, 1), (300, 100), (120, 40)):
            await driver.resize(columns, rows)
        assert reader.document.top == top
        assert shown() == [True, True]
        await driver.press("o", "o")
        assert shown() == [False, True]


async def test_place_is_remembered(tmp_path: Path) -> None:
    async with driving(size=(60, 20), places=tmp_path) as driver:
        await driver.press("space", "space", "j")
        top = driver.reader.document.top
        await driver.press("q")
    async with driving(size=(90, 30), places=tmp_path) as driver:
        assert driver.reader.document.top == top
        assert top.paragraph > 1
    shorter = Report("短", paragraphs=(Paragraph("各位代表："),))
    async with driving(shorter, places=tmp_path) as driver:
        assert "各位代表：" in driver.text


async def test_a_place_that_cannot_be_saved_is_told_once_and_hinders_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    async with driving(places=blocked) as driver:
        await driver.app._save_beside()
        assert "记不住读到哪里" in driver.status
        driver.reader.notice("别的")
        await driver.app._save_beside()
        assert driver.status.strip() == "别的"
        await driver.press("q")
        assert driver.app.return_value == 0


async def test_another_theme_paints_everything_anew() -> None:
    def grounds(driver: Driver) -> set[str]:
        strips = driver.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip]
        return {style.bgcolor.name.upper() for style in styles if style and style.bgcolor}

    async with driving() as driver:
        await driver.press("]")
        before = looks_of(driver.app).inks
        dark = grounds(driver)
        assert {before.page, before.panel, before.here, before.actual} <= dark
        await driver.press("ctrl+t")
        after = looks_of(driver.app).inks
        assert {after.page, after.panel, after.here, after.actual} <= grounds(driver)
        assert before.page not in grounds(driver)
        await driver.press("ctrl+t")
        assert grounds(driver) == dark


async def test_text_of_a_report_is_never_markup() -> None:
    hostile = Report(
        "[red]标题[/]",
        paragraphs=(Paragraph("增长[bold]8.5%[/bold]，[@click=app.quit]点这里[/]，$primary。"),),
    )
    async with driving(hostile, size=(100, 12)) as driver:
        assert "[red]标题[/]" in driver.text
        assert "增长[bold]8.5%[/bold]，[@click=app.quit]点这里[/]" in driver.text
        await driver.press("]", "?", "escape", "ctrl+p")
        await driver.type("标")
        await driver.press("escape")
        assert "8.5%" in driver.status


async def test_empty_report() -> None:
    async with driving(Report(""), size=(80, 24)) as driver:
        await driver.press(
            "j",
            "G",
            "]",
            "}",
            "{",
            "o",
            "enter",
            "l",
            "h",
            "+",
            "-",
            "escape",
            "i",
            "enter",
            "tab",
            "y",
            "Y",
            "n",
        )
        await driver.press("/")
        await driver.type("无")
        await driver.press("enter", "g")
        assert driver.reader.reading.place.paragraph == 0


async def test_the_users_keys(tmp_path: Path) -> None:
    settings = Settings(keys={"next-figure": ("x",), "quit": ("x",)}, measure=40, ambiguous_width=2)
    async with driving(settings=settings) as driver:
        assert "x 下一指标" in driver.text
        assert "x 既是" in driver.status
        assert driver.reader.document._typesetter.width == 40
    settings = Settings(keys={"next-figure": ("x", "）")})
    async with driving(settings=settings) as driver:
        await driver.press("x", "）")
        assert driver.reader.reading.figure == driver.reader.reading.figures[1]
        await driver.press("]")
        assert driver.reader.reading.figure == driver.reader.reading.figures[1]


async def test_the_keys_at_the_foot_are_those_that_matter_and_can_be_clicked_on() -> None:
    async with driving() as driver:

        async def click(hint: str) -> None:
            x = cell_width(driver.rows[-1].split(hint)[0])
            await driver.pilot.click("#keys", offset=(x, 0))
            await driver.pilot.pause()

        assert "? 帮助  / 搜索" in driver.rows[-1]
        await click("o 目录")
        assert "展开" in driver.rows[-1]
        await click("h 折叠")
        assert "▸ 一、" in driver.pane("outline")
        await click("Esc 后退")
        assert driver.reader.focused is driver.reader.document
        await click("/ 搜索")
        await driver.type("投资")
        assert "回车 停在此处" in driver.rows[-1]
        await click("Ctrl+N 下一处")
        await click("回车 停在此处")
        assert driver.reader.reading.hit == 1
        await click("] 下一指标")
        assert driver.reader.reading.figure is not None
        await click("q 退出")
        assert driver.app.return_value == 0


async def test_input_methods_and_wheel(tmp_path: Path) -> None:
    async with driving(little_report(), size=(80, 16)) as driver:
        await driver.press("】", "］")
        assert driver.reader.reading.figure == driver.reader.reading.figures[1]
        await driver.press("【", "、")
        await driver.type("投资")
        assert "1/" in driver.text
        await driver.press("escape", "？", "escape")
        await driver.press("g")
        document = driver.reader.document
        document.wheel(3)
        await driver.pilot.pause()
        assert document.scroll_offset.y == 3


async def test_the_table_marks_what_may_be_read_wrong_and_the_status_line_says_why() -> None:
    text = "生产总值增长8%。贸易顺差连续两年下降，2016年比上年减少6.4%。"
    section = Section("工作", "一、", Role.REVIEW, (Paragraph(text),))
    async with driving(Report("报告", year=2018, sections=(section,))) as driver:
        names = [row.split() for row in driver.pane("figures").splitlines()]
        assert ["生产总值"] in names
        assert ["贸易顺差", "？"] in names
        await driver.press("]", "]")
        assert "存疑：" in driver.status
        await driver.press("[")
        assert "存疑：" not in driver.status


async def test_who_opens_it_for_the_first_time_gets_a_hint_that_goes_away(tmp_path: Path) -> None:
    async with driving(places=tmp_path / "places") as driver:
        assert "第一次打开：? 列出全部按键" in driver.status
        await driver.press("j")
        assert "第一次打开" not in driver.text
        await driver.press("q")
    async with driving(places=tmp_path / "places") as driver:
        assert "第一次打开" not in driver.text
