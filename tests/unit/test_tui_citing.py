"""Citations in each form: nothing of a report is taken for markup, and references are as the standard has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hzview.model import Paragraph, Report, Section
from hzview.tui.citing import CITATIONS, Quoted, cite, reference

TODAY = date(2026, 3, 1)
REPORT = Report(
    "2018年湖州市政府工作报告",
    region="湖州市",
    year=2018,
    sections=(Section("主要工作", "一、", paragraphs=(Paragraph("增长8.5%。"),)),),
)
ONLINE = replace(REPORT, date="2018-01-23", source="市政府网站 https://www.huzhou.gov.cn/a_b.html，下载")
FIGURE = Quoted("8.5%", 2, "生产总值", True)


def test_a_figure_in_each_form() -> None:
    assert (
        cite(REPORT, FIGURE, "plain", TODAY) == "生产总值：8.5%（《2018年湖州市政府工作报告》，一、主要工作）"
    )
    assert cite(ONLINE, FIGURE, "markdown", TODAY) == (
        "生产总值：**8.5%**（[《2018年湖州市政府工作报告》](<https://www.huzhou.gov.cn/a_b.html>)，一、主要工作）"
    )
    assert cite(ONLINE, FIGURE, "gbt7714", TODAY) == (
        "生产总值：8.5%[1]\n\n[1] 湖州市人民政府. 2018年湖州市政府工作报告[R/OL]. (2018-01-23)[2026-03-01]. "
        "https://www.huzhou.gov.cn/a_b.html."
    )


def test_text_is_quoted() -> None:
    text = Quoted("增长8.5%\n下降", 2)
    assert cite(REPORT, text, "plain", TODAY).startswith("“增长8.5%\n下降”（《")
    assert cite(REPORT, text, "markdown", TODAY).startswith("> 增长8.5%\n>\n> 下降\n>\n> （《")


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (REPORT, "湖州市人民政府. 2018年湖州市政府工作报告[R]. [出版地不详]: [出版者不详], 2018."),
        (
            replace(ONLINE, date=""),
            "湖州市人民政府. 2018年湖州市政府工作报告[R/OL]. 2018[2026-03-01]. https://www.huzhou.gov.cn/a_b.html.",
        ),
        (replace(REPORT, region="国务院"), "国务院. 2018年"),
        (Report(""), "政府工作报告[R]. [出版地不详]: [出版者不详], [出版年不详]."),
    ],
)
def test_references(report: Report, expected: str) -> None:
    assert reference(report, TODAY).startswith(expected)


@pytest.mark.parametrize("form", CITATIONS)
def test_what_is_not_known_is_left_out(form: str) -> None:
    said = cite(Report("", paragraphs=(Paragraph("8%"),)), Quoted("8%", 1, "", True), form, TODAY)
    assert "8%" in said
    assert "《》" not in said
    assert "（）" not in said


def test_nothing_in_a_report_is_markup() -> None:
    said = cite(replace(REPORT, title="*[x](y)*"), Quoted("<b>`8%`", 2, "_a_", True), "markdown", TODAY)
    assert r"\*\[x\](y)\*" in said
    assert r"\<b\>\`8%\`" in said
