"""Whether a main section looks back or ahead, by its heading first and by its words where that is silent."""

from __future__ import annotations

import pytest

from hzview.importing import import_report
from hzview.importing.roles import role_of, role_of_run
from hzview.model import Role

BACK = "取得了明显成效，顺利完成，成功获得，连续位居前列，圆满成功。" * 3
AHEAD = "大力推进，加快构建，努力打造，确保抓好，积极探索，必须做好。" * 3
MIXED = "取得成效。大力推进，加快构建，努力打造。"
HALF = "取得成效，顺利完成。" + "大力推进，加快构建，努力打造。"
REVIEW, TASKS, OTHER = Role.REVIEW, Role.TASKS, Role.OTHER


@pytest.mark.parametrize(
    ("title", "text", "before", "expected"),
    [
        ("2020年工作回顾", BACK, None, REVIEW),
        ("2021年工作安排", AHEAD, REVIEW, TASKS),
        ("全面完成2020年目标任务", BACK, None, REVIEW),
        ("“十四五”发展的总体考虑", BACK, REVIEW, TASKS),
        ("振奋精神，扎扎实实做好二〇二一年工作", BACK, REVIEW, TASKS),
        ("全面实现规划的主要措施", AHEAD, REVIEW, TASKS),
        ("当前形势和基本任务", BACK, None, REVIEW),
        ("厉行节约，反对浪费", "", TASKS, TASKS),
        ("全面加强政府自身建设", BACK, TASKS, TASKS),
        ("规划前两年的执行情况", BACK, TASKS, REVIEW),
        ("关于国际形势和外交工作", BACK, TASKS, OTHER),
        ("没有说明的一节", AHEAD, None, TASKS),
        ("坚持长期稳定发展的方针", MIXED, REVIEW, TASKS),
        ("民生持续改善", MIXED, REVIEW, REVIEW),
        ("围绕中心任务，攻坚克难", "刚刚过去的一年是开局之年。" + HALF, None, REVIEW),
        ("围绕中心任务，攻坚克难", "2020年是开局之年。" + HALF, None, REVIEW),
        ("围绕中心任务，攻坚克难", "2021年是开局之年。" + HALF, None, TASKS),
        ("没有说明的一节", "", None, OTHER),
    ],
)
def test_a_section_has_the_role_that_its_heading_and_its_words_give(
    title: str, text: str, before: Role | None, expected: Role
) -> None:
    assert role_of(title, text, 2021, before) is expected


@pytest.mark.parametrize(
    ("text", "around", "expected"),
    [
        (AHEAD, REVIEW, TASKS),
        (BACK, TASKS, REVIEW),
        (BACK, REVIEW, None),
        (AHEAD, TASKS, None),
        ("", REVIEW, None),
    ],
)
def test_numbers_that_begin_anew_may_belong_to_the_other_part(
    text: str, around: Role, expected: Role | None
) -> None:
    assert role_of_run(text, around) is expected


def test_subsections_of_a_part_without_a_heading_have_its_role() -> None:
    lines = ["2021年湖州市政府工作报告", "各位代表：", "2020年工作回顾", BACK]
    for title, text in (("经济增长", BACK), ("民生改善", BACK), ("加快发展", AHEAD), ("改善民生", AHEAD)):
        lines += [f"{'一' if title in ('经济增长', '加快发展') else '二'}、{title}", text]
    report = import_report("\n".join(lines).encode(), "x").report
    assert [(part.section.title, part.role) for part in report.parts if part.depth == 2] == [
        ("经济增长", REVIEW),
        ("民生改善", REVIEW),
        ("加快发展", TASKS),
        ("改善民生", TASKS),
    ]
