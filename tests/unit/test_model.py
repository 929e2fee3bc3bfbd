"""The content model: one flat text with a place for everything."""

from __future__ import annotations

import pytest

from hzview.model import BlockType, Paragraph, Position, Report, Role, Section, Span

REPORT = Report(
    title="报告",
    paragraphs=(Paragraph("各位代表："),),
    sections=(
        Section(
            "回顾",
            "一、",
            Role.REVIEW,
            (Paragraph("总的看。"),),
            (Section("工业", "（一）", paragraphs=(Paragraph("升级。增长8%。", 3),)),),
        ),
        Section("任务", "二、", Role.TASKS, sections=(Section("自身建设", role=Role.OTHER),)),
    ),
    appendices=(Section("名词解释", paragraphs=(Paragraph("注。"),)),),
)


def test_blocks_are_the_text_in_reading_order() -> None:
    assert [(b.type, b.text) for b in REPORT.blocks] == [
        (BlockType.TITLE, "报告"),
        (BlockType.PARAGRAPH, "各位代表："),
        (BlockType.HEADING, "一、回顾"),
        (BlockType.PARAGRAPH, "总的看。"),
        (BlockType.HEADING, "（一）工业"),
        (BlockType.PARAGRAPH, "升级。增长8%。"),
        (BlockType.HEADING, "二、任务"),
        (BlockType.HEADING, "自身建设"),
        (BlockType.HEADING, "名词解释"),
        (BlockType.PARAGRAPH, "注。"),
    ]


def test_a_role_is_inherited_until_a_section_has_its_own() -> None:
    assert [(p.section.title, p.role, p.depth, p.appendix) for p in REPORT.parts] == [
        ("报告", Role.OTHER, 0, False),
        ("回顾", Role.REVIEW, 1, False),
        ("工业", Role.REVIEW, 2, False),
        ("任务", Role.TASKS, 1, False),
        ("自身建设", Role.OTHER, 2, False),
        ("名词解释", Role.OTHER, 1, True),
    ]


def test_the_outline_holds_headings_and_topic_sentences() -> None:
    assert [(e.title, e.depth, e.position.paragraph, e.end, e.is_lead) for e in REPORT.outline] == [
        ("一、回顾", 1, 2, 6, False),
        ("（一）工业", 2, 4, 6, False),
        ("升级", 3, 5, 6, True),
        ("二、任务", 1, 6, 8, False),
        ("自身建设", 2, 7, 8, False),
        ("名词解释", 1, 8, 10, False),
    ]


def test_a_path_names_the_headings_above() -> None:
    assert REPORT.path(5) == ("一、回顾", "（一）工业")
    assert REPORT.path(0) == REPORT.path(1) == ()


def test_a_span_holds_its_positions_only() -> None:
    span = Span(3, 1, 4)
    assert [Position(3, i) in span for i in range(5)] == [False, True, True, True, False]
    assert Position(2, 1) not in span
    assert span.position == Position(3, 1)


@pytest.mark.parametrize(
    ("year", "date", "expected"),
    [
        (2018, "2018-01-24", 2018),
        (2018, "", 2018),
        (2022, "2022-12-26", 2023),
        (2018, "2017-12-01", 2018),
        (None, "", None),
    ],
)
def test_a_congress_at_the_end_of_a_year_plans_the_next(
    year: int | None, date: str, expected: int | None
) -> None:
    assert Report("报告", year=year, date=date).plan_year == expected
