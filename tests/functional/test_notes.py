"""Notes in the reader: K tells what a word means, Enter goes to the explanation, Esc comes back."""

from __future__ import annotations

from hzview.model import Paragraph, Report, Role, Section
from tests.functional.driving import FILLER, driving, little_report


def noted() -> Report:
    """Return a report that explains some of its words."""
    review = Section(
        "2017年工作回顾",
        "一、",
        Role.REVIEW,
        (
            Paragraph(f"坚持“两新”[1]政策。{FILLER}"),
            *[Paragraph(FILLER * 9)] * 8,
            Paragraph(f"推进四水共治[2]。{FILLER}“两新”见效。"),
            *[Paragraph(FILLER * 4)] * 8,
        ),
    )
    notes = Section(
        "名词解释", paragraphs=(Paragraph("[1]“两新”：指更新改造。"), Paragraph("[2]四水共治：指统筹治水。"))
    )
    return Report("2018年测试市政府工作报告", sections=(review,), appendices=(notes,))


async def test_the_word_at_hand_its_neighbours_and_the_way_there_and_back() -> None:
    async with driving(noted(), size=(100, 30)) as driver:
        top = driver.reader.document.top
        await driver.press("K")
        assert "指更新改造。" in driver.text
        assert "坚持“两新”[1]政策" in driver.text
        await driver.press("enter")
        assert driver.top_screen is driver.reader
        assert "[1]“两新”：指更新改造。" in driver.pane("document")
        assert driver.reader.document.top != top
        await driver.press("escape")
        assert driver.reader.document.top == top
        await driver.press("K", "]")
        assert "指统筹治水。" in driver.text
        await driver.press("]")
        assert "指更新改造。" in driver.text
        await driver.press("]", "[", "[", "[", "j", "G", "g")
        assert "指更新改造。" in driver.text
        await driver.resize(40, 12)
        assert "指更新改造。" in driver.text
        await driver.press("escape")
        assert driver.top_screen is driver.reader


async def test_from_the_list_of_notes_to_the_text() -> None:
    async with driving(noted(), size=(100, 30)) as driver:
        await driver.press("G", "K")
        assert "回车 到正文" in driver.text
        await driver.press("enter")
        assert driver.top_screen is driver.reader
        assert "[1]政策" in driver.pane("document") or "四水共治[2]" in driver.pane("document")


async def test_esc_does_not_go_back_once_one_has_read_on() -> None:
    async with driving(noted(), size=(100, 30)) as driver:
        await driver.press("K", "enter", "g", "space")
        here = driver.reader.document.top
        await driver.press("escape")
        assert driver.reader.document.top == here


async def test_where_nothing_is_explained_that_is_said() -> None:
    async with driving(noted(), size=(100, 30)) as driver:
        await driver.press("space", "K")
        assert "没有附解释的词语" in driver.status
    async with driving(little_report()) as driver:
        await driver.press("K")
        assert "没有名词解释" in driver.status
