"""The screens that hold targets to results and reports to one another."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events

from hzview.library import Library
from hzview.library.schema import library_path
from hzview.model import Report
from hzview.tui.screens.compare import CompareScreen
from hzview.tui.screens.palette import PaletteScreen
from hzview.tui.screens.scorecard import ScoreScreen
from hzview.tui.screens.verdicts import VerdictScreen
from hzview.typeset import cell_width
from tests.functional.driving import Driver, driving
from tests.functional.test_settings import written
from tests.unit.scorecard.reports import put, report

REVIEW = "地区生产总值达到2476.1亿元，增长8.5%。固定资产投资1731亿元，增长7%。进出口总额增长9%。"
TASKS = "改造老旧小区450个。地区生产总值增长8%以上，固定资产投资增长10%左右，社会消费品零售总额增长9%。"
NEXT = (
    "地区生产总值达到2700亿元，增长8.2%。固定资产投资增长9.8%。社会消费品零售总额增长7%。改造老旧小区500个。"
)
SIZES = [(120, 40), (100, 30), (60, 20), (40, 12)]


def this() -> Report:
    """Return the report that is read."""
    return report(2018, REVIEW, TASKS)


def after() -> Report:
    """Return the one of the year after."""
    return report(2019, NEXT, "改造老旧小区600个。地区生产总值增长7.5%左右，新增学位3000个。")


@pytest.fixture
def library() -> Path:
    """The user's library, with both reports."""
    return put(library_path(), this(), after())


@asynccontextmanager
async def reading(size: tuple[int, int] = (120, 40)) -> AsyncIterator[Driver]:
    """Read the first report."""
    async with driving(this(), size=size) as driver:
        await driver.rest()
        yield driver


async def back_to(screen: object, driver: Driver) -> None:
    """Take back step after step until ``screen`` is there again."""
    for _ in range(4):
        if driver.top_screen is screen:
            return
        await driver.press("escape")
    assert driver.top_screen is screen


@pytest.mark.parametrize("size", SIZES)
async def test_enter_on_the_scorecard_goes_to_the_sentence(size: tuple[int, int]) -> None:
    async with reading(size) as driver:
        await driver.press("t")
        assert isinstance(driver.top_screen, ScoreScreen)
        assert "地区生产总值增速" in driver.text
        assert "8%以上" in driver.text
        await driver.press("enter")
        figure = driver.reader.reading.figure
        assert figure is not None
        assert figure.text == "8%"
        assert "8%" in driver.pane("document")
        assert driver.reader.document.shows(figure.span.position)


async def test_tab_chooses_the_result_and_the_table_is_found_again_where_it_was_left() -> None:
    async with reading() as driver:
        await driver.press("t", "j", "tab", "enter")
        figure = driver.reader.reading.figure
        assert figure is not None
        assert figure.text == "7%"
        await driver.press("t")
        assert isinstance(driver.top_screen, ScoreScreen)
        row = driver.top_screen.list.row(driver.top_screen.list.cursor)
        assert row is not None
        assert row.main.indicator == "固定资产投资"


async def test_both_sentences_stand_under_the_table() -> None:
    async with reading() as driver:
        await driver.press("t")
        assert "固定资产投资增长10%左右，社会消费品零售总额增长9%。" in driver.text
        assert "地区生产总值达到2476.1亿元，增长8.5%。" in driver.text
        await driver.press("G")
        assert "进出口总额增长9%。" in driver.text
        assert "固定资产投资增长10%左右" not in driver.text


@pytest.mark.parametrize("size", [(120, 40), (96, 30), (95, 30), (80, 24), (64, 24), (60, 20)])
async def test_the_columns_of_the_scorecard_are_named(size: tuple[int, int]) -> None:
    async with reading(size) as driver:
        await driver.press("t")
        assert isinstance(driver.top_screen, ScoreScreen)
        names = driver.rows[1]
        row = next(row for row in driver.rows[2:] if "↑8%以上" in row)
        first, target = row.replace("地区生产总值增速", "").split()[0], "↑8%以上"
        if size[0] > 64:
            for name, value in (("实绩", first), ("目标", target)):
                ends = [text[: text.index(what)] + what for text, what in ((names, name), (row, value))]
                assert len(set(map(cell_width, ends))) == 1, ends
        assert "目标比实绩" in names
        assert "-0.5点" in row
        assert ("━" in row) == (size[0] >= 120), "the bar leaves room for the step"
        assert size[0] < 95 or "约合2674.2亿元" in row


async def test_the_columns_are_named_where_they_stand_when_the_settings_make_them_wider() -> None:
    quoting = report(
        2018,
        "地区生产总值达到2476.1亿元，增长8.5%。“双高”企业达到126家，增长7%。",
        "“双高”“双金”企业达到200家。地区生产总值增长8%以上。",
    )
    async with driving(quoting) as driver:
        await driver.press("t")
        before = driver.rows
        written("ambiguous_width = 2\n")
        driver.app.post_message(events.AppFocus())
        await driver.until(lambda: driver.reader.document.ambiguous == 2)
        await driver.pilot.pause()
        wider = driver.rows
        assert "地区生产总值增速" in driver.text
        assert wider != before
        await driver.resize(121, 40)
        await driver.resize(120, 40)
        assert driver.rows == wider


async def test_a_report_without_a_year_says_so() -> None:
    async with driving(Report("报告")) as driver:
        await driver.press("t")
        assert driver.top_screen is driver.reader
        assert "不知道这份报告是哪一年的" in driver.status


async def test_without_a_library_the_scorecard_says_so() -> None:
    async with reading() as driver:
        await driver.press("t", "t")
        assert isinstance(driver.top_screen, ScoreScreen)
        assert "还没有文库：按 L 打开文库，再按 + 加入报告" in driver.text
        await driver.press("escape", "B")
        assert "还没有文库：按 L 打开文库，再按 + 加入报告" in driver.status


@pytest.mark.parametrize("size", SIZES)
async def test_over_the_years_every_cell_opens_its_sentences(library: Path, size: tuple[int, int]) -> None:
    async with reading(size) as driver:
        await driver.press("t", "t")
        screen = driver.top_screen
        assert isinstance(screen, VerdictScreen)
        assert screen.grid.year_here == 2018, "it begins with the last year that can be judged"
        assert "2018" in driver.text
        assert "达" in driver.text
        await driver.press("enter")
        await driver.until(lambda: driver.top_screen is not screen)
        await driver.rest()
        assert driver.reader.reading.report.year == 2018
        assert driver.reader.reading.figure is not None
        await back_to(screen, driver)
        await driver.press("tab", "enter")
        await driver.until(lambda: driver.top_screen is not screen)
        assert driver.reader.reading.report.year == 2019


async def test_a_report_that_is_no_longer_in_the_library_is_told_of(library: Path) -> None:
    async with reading() as driver:
        await driver.press("t", "t")
        screen = driver.top_screen
        with Library(library) as held:
            held.remove([int(str(row["id"])) for row in held.reports()])
        await driver.press("enter")
        await driver.rest()
        assert driver.top_screen is screen
        assert "没有编号为" in driver.text


async def test_verdicts_are_said_in_words(library: Path) -> None:
    async with reading() as driver:
        await driver.press("t", "t")
        assert "2018 地区生产总值增速  达到  目标↑8%以上  结果↑8.2%" in driver.text
        await driver.press("j")
        assert "基本达到  目标↑约10%  结果↑9.8%  目标是“左右”，相差不到 5%" in driver.text
        await driver.press("j")
        assert "社会消费品零售总额增速  未达到  目标↑9%  结果↑7%" in driver.text
        assert "能判断的 4 项中达到的占 50%" in driver.text
        await driver.press("l", "l")
        assert "这一年没有定目标" in driver.text
        await driver.press("t")
        assert isinstance(driver.top_screen, ScoreScreen)


async def test_what_was_promised_long_ago_comes_after_the_rest(library: Path) -> None:
    put(library_path(), report(2001, REVIEW, "预计全年国民生产总值增长9%。"), report(2002, REVIEW, TASKS))
    async with reading() as driver:
        await driver.press("t", "t")
        rows = [row for row in driver.pane_of("verdicts").splitlines() if row.strip()]
        assert "国民生产总值增速" in rows[-1]
        assert "地区生产总值增速" in rows[0]


async def test_the_report_of_the_year_before_is_offered_first() -> None:
    put(library_path(), report(2017, REVIEW, TASKS), this(), after())
    async with reading() as driver:
        await driver.press("B")
        screen = driver.top_screen
        assert isinstance(screen, PaletteScreen)
        assert [named.name for named in screen.list.found] == ["测试市2017", "测试市2019"]


@pytest.mark.parametrize("size", SIZES)
async def test_two_reports_stand_beside_one_another(library: Path, size: tuple[int, int]) -> None:
    async with reading(size) as driver:
        await driver.press("B")
        assert isinstance(driver.top_screen, PaletteScreen)
        await driver.type("没有的")
        assert "没有符合的" in driver.text
        await driver.press("enter", "ctrl+u")
        await driver.type("2019")
        await driver.press("enter")
        await driver.until(lambda: isinstance(driver.top_screen, CompareScreen))
        screen = driver.top_screen
        assert isinstance(screen, CompareScreen)
        assert "改造老旧小区" in driver.text
        beside = [row for row in driver.rows if "450个" in row and "600个" in row]
        assert bool(beside) == (size[0] >= 100)
        await driver.press("enter")
        await driver.until(lambda: driver.top_screen is not screen)
        await driver.rest()
        assert driver.reader.reading.report.year == 2019
        await back_to(screen, driver)
        await driver.press("tab", "enter")
        await driver.until(lambda: driver.top_screen is driver.reader)
        assert driver.reader.reading.report.year == 2018


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (99, 30), (72, 20), (60, 20), (40, 24)])
async def test_the_names_stand_above_what_the_reports_say(library: Path, size: tuple[int, int]) -> None:
    async with reading(size) as driver:
        await driver.press("B", "enter")
        await driver.until(lambda: isinstance(driver.top_screen, CompareScreen))
        names = next(row for row in driver.rows if "▸" in row)
        if size[0] >= 100:
            added = next(row for row in driver.rows if row.startswith(" 新"))
            column = cell_width(added[: added.index(added[2:].strip())])
            assert cell_width(names[: names.index("▸")]) == column
        assert "…" not in names
        await driver.press("w")
        await driver.pilot.pause()
        names = next(row for row in driver.rows if "2018年" in row and "2019年" in row and "→" not in row)
        values = next(row for row in driver.rows if row.count("%") > 1)
        first, second = values.replace("地区生产总值增速", "").replace("实绩", "").split()[:2]
        for name, value in (("2018年", first), ("2019年", second)):
            ends = [row[: row.index(text)] + text for row, text in ((names, name), (values, value))]
            assert len(set(map(cell_width, ends))) == 1, ends


async def test_what_is_compared_can_be_changed(library: Path) -> None:
    async with reading() as driver:
        await driver.press("B", "enter")
        await driver.until(lambda: isinstance(driver.top_screen, CompareScreen))
        assert "工作部署的措辞，只看变化" in driver.text
        await driver.press("a")
        assert "全部句子" in driver.text
        await driver.press("s")
        assert "工作回顾的措辞" in driver.text
        await driver.press("w")
        assert "两份都有" in driver.text
        assert "目标  地区生产总值增速" in driver.text
        assert "-0.5点" in driver.text
        await driver.press("a")
        assert "先按 w" in driver.text
        await driver.press("s")
        assert "先按 w" in driver.text
        await driver.press("w")
        assert "工作回顾的措辞，全部句子" in driver.text
        await driver.press("q")
        await driver.until(lambda: driver.top_screen is driver.reader)
