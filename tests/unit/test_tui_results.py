"""The rows of what was found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hzview.model import Paragraph, Report, Section
from hzview.search import Searcher
from hzview.tui.results import Group, ResultRows

REPORT = Report(
    "题",
    paragraphs=(Paragraph("工业。"),),
    sections=(
        Section(
            "甲",
            "一、",
            paragraphs=(Paragraph("无。工业，又是工业。工业！"), Paragraph("工业")),
            sections=(Section("乙", "（一）", paragraphs=(Paragraph("无"),)), Section("工业", "（二）")),
        ),
        Section("丙", "二、", paragraphs=(Paragraph("前面很长的一句话，说的是工业，后面还有"),)),
    ),
)


def rows(query: str, report: Report = REPORT) -> ResultRows:
    return ResultRows(report, Searcher(report).find(query).hits)


def test_hits_stand_under_the_headings_of_their_sections() -> None:
    listed = rows("工业")
    assert [(listed.heading(group), group.end - group.first) for group in listed.groups] == [
        ("题", 1),
        ("一、甲", 4),
        ("一、甲 › （二）工业", 1),
        ("二、丙", 1),
    ]
    assert len(listed) == 4 + 7


def test_a_hit_stands_in_its_sentence_with_the_others_there() -> None:
    listed = rows("工业")
    assert listed.sentence(1, 100) == [("工业", True), ("，又是", False), ("工业", True), ("。", False)]
    assert listed.sentence(3, 100) == [("工业", True), ("！", False)]
    assert listed.sentence(6, 4) == [("…", False), ("，说的是", False), ("工业", True), ("，后面还有", False)]


def test_nothing_found_is_no_row() -> None:
    assert len(rows("没有")) == 0
    assert rows("没有").groups == ()


@given(st.lists(st.lists(st.text("工业。无", max_size=6), max_size=4), max_size=5))
def test_every_hit_has_one_row(sections: list[list[str]]) -> None:
    report = Report(
        "题", sections=tuple(Section("节", paragraphs=tuple(map(Paragraph, s))) for s in sections)
    )
    listed = rows("工", report)
    hits = 0
    for row in range(len(listed)):
        group, is_heading = listed.group_of(row)
        assert isinstance(group, Group)
        if is_heading:
            assert listed.hit_at(row) == hits == group.first
        else:
            assert listed.hit_at(row) == hits
            assert listed.row_of(hits) == row
            assert ("工", True) in listed.sentence(hits, 50)
            hits += 1
    assert sum(group.end - group.first for group in listed.groups) == hits
