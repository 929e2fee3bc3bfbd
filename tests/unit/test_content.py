"""Reports as TOML: what is written reads back, what is broken is named."""

from __future__ import annotations

import pytest

from hzview import content
from hzview.errors import HzviewError
from hzview.model import Paragraph, Report, Role, Section

REPORT = Report(
    title="2018年“某市”政府工作报告",
    year=2018,
    paragraphs=(Paragraph("各位代表："),),
    sections=(
        Section(
            "2017年主要工作",
            "一、",
            Role.REVIEW,
            (Paragraph('产业升级。增长8.7%，"双金"16家。', lead=5),),
            (Section("坚持改革", "（一）", paragraphs=(Paragraph("推进。"),)),),
            (Paragraph("各位代表！成绩来之不易。"), Paragraph("存在问题。一是偏低。", lead=5)),
        ),
        Section("2018年重点任务", "二、", Role.TASKS),
    ),
    appendices=(Section("名词解释"),),
)
TEXT = content.dump(REPORT)


def test_the_file_is_tidy() -> None:
    assert (
        TEXT
        == """\
paragraphs = [
    "各位代表：",
]

[report]
title = "2018年“某市”政府工作报告"
year = 2018

[[sections]]
number = "一、"
title = "2017年主要工作"
role = "review"
paragraphs = [
    { lead = "产业升级。", text = "增长8.7%，\\"双金\\"16家。" },
]

[[sections.sections]]
number = "（一）"
title = "坚持改革"
paragraphs = [
    "推进。",
    { level = 1, text = "各位代表！成绩来之不易。" },
    { level = 1, lead = "存在问题。", text = "一是偏低。" },
]

[[sections]]
number = "二、"
title = "2018年重点任务"
role = "tasks"

[[appendices]]
title = "名词解释"
"""
    )
    assert content.parse(TEXT, "x") == REPORT


def test_the_bundled_report_is_as_hzview_writes_it() -> None:
    text = content.bundled().read_text(encoding="utf8")
    assert content.dump(content.parse(text, "bundled")) == text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('role = "tasks"', 'role = "plan"', "第 29 行，sections[1].role：“plan”不是"),
        ('title = "坚持改革"', 'titel = "坚持改革"', "第 19 行，sections[0].sections[0].titel：不认识的键"),
        ('title = "坚持改革"', 'title = ""\nnumber = ""', "不是合法的 TOML"),
        ('title = "名词解释"', 'title = ""', "第 32 行，appendices[0].title：缺少标题"),
        ("year = 2018", 'year = "2018"', "第 7 行，report.year：应为四位年份"),
        ("year = 2018", "year = true", "第 7 行，report.year：应为四位年份"),
        ('    "推进。",', "    7,", "第 21 行，sections[0].sections[0].paragraphs[0]：应为字符串"),
        (
            '{ level = 1, text = "各',
            '{ level = 2, text = "各',
            "第 22 行，sections[0].sections[0].paragraphs[1]：level 应为 1 到 1 的整数",
        ),
        (
            '{ level = 1, lead = "存在问题。", text = "一是偏低。" }',
            '"存在问题。"',
            "第 23 行，sections[0].sections[0].paragraphs[2]：level 应为 1 到 1 的整数",
        ),
        (
            '{ lead = "产业升级。"',
            '{ level = 1, lead = "产业升级。"',
            "第 14 行，sections[0].paragraphs[0]：这里不能写 level",
        ),
        ("    { lead =", "    { head =", "第 14 行，sections[0].paragraphs[0].head：不认识的键"),
        ("[report]", "[rapport]", "第 5 行，rapport：不认识的键"),
        ('number = "二、"', "number = ", "第 27 行第 10 列：不是合法的 TOML"),
        ("[[appendices]]", "[appendices]", "第 31 行，appendices：应为数组"),
    ],
)
def test_a_broken_file_gives_file_line_and_key(old: str, new: str, message: str) -> None:
    assert TEXT.count(old) == 1
    with pytest.raises(HzviewError) as caught:
        content.parse(TEXT.replace(old, new), "坏.toml")
    assert str(caught.value).startswith("坏.toml：")
    assert message in str(caught.value)


def test_a_coda_stands_in_the_last_subsection_only() -> None:
    two = TEXT.replace(
        '[[sections]]\nnumber = "二、"',
        '[[sections.sections]]\ntitle = "又一节"\n\n[[sections]]\nnumber = "二、"',
    )
    with pytest.raises(HzviewError, match="level 只能写在上一级的最后一节里"):
        content.parse(two, "x")


def test_codas_of_several_levels_stand_from_the_inside_out() -> None:
    inner = Section(
        "甲", sections=(Section("乙", paragraphs=(Paragraph("乙文。"),)),), coda=(Paragraph("甲文。"),)
    )
    report = Report("报告", sections=(Section("一", sections=(inner,), coda=(Paragraph("一文。"),)),))
    text = content.dump(report)
    assert [line.strip() for line in text.splitlines() if "level" in line] == [
        '{ level = 2, text = "甲文。" },',
        '{ level = 1, text = "一文。" },',
    ]
    assert content.parse(text, "x") == report
    assert [block.text for block in report.blocks] == ["报告", "一", "甲", "乙", "乙文。", "甲文。", "一文。"]
    assert [report.path(index) for index in (4, 5, 6)] == [("一", "甲", "乙"), ("一", "甲"), ("一",)]
    with pytest.raises(HzviewError, match="从大到小"):
        content.parse(
            text.replace("level = 2", "level = 3")
            .replace("level = 1", "level = 2")
            .replace("level = 3", "level = 1"),
            "x",
        )


def test_a_deep_file_is_refused() -> None:
    text = '[report]\ntitle = "x"\n'
    for depth in range(1, content.MAX_DEPTH + 2):
        text += f"[[{'.'.join(['sections'] * depth)}]]\ntitle = 'x'\n"
    with pytest.raises(HzviewError, match="嵌套超过 16 层"):
        content.parse(text, "深.toml")
    with pytest.raises(HzviewError, match="嵌套过深"):
        content.parse("paragraphs = " + "[" * 100_000, "深.toml")


def test_control_characters_and_line_breaks_stay_out() -> None:
    text = '[report]\ntitle = "x\\u001b]52;c;QQ==\\u0007y"\n[[sections]]\ntitle = "a"\nparagraphs = ["""\n上\n  下\nGDP\ngrew\\u202e"""]\n'
    report = content.parse(text, "x")
    assert report.title == "x]52;c;QQ==y"
    assert report.sections[0].paragraphs[0].text == "上下GDP grew"


def test_a_line_is_found_behind_multi_line_strings() -> None:
    text = "[report]\ntitle = '''\n[[sections]]\nwrong = 1'''\n[[sections]]\ntitle = 'a'\nwrong = 1\n"
    with pytest.raises(HzviewError, match=r"第 7 行，sections\[0\].wrong"):
        content.parse(text, "x")
