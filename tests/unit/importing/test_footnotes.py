"""Footnotes come out of every format in one form: [1] in the text, [1] … in an appendix."""

from __future__ import annotations

import pytest

from hzview.importing import Imported, import_report
from hzview.importing.footnotes import mark
from hzview.notes import notes_of
from tests.unit.importing import made
from tests.unit.importing.material import lost_and_doubled

_BODY = "全市生产总值增长8.5%，人民生活持续改善，社会大局保持稳定，各项事业取得新的成绩。"
_LAST = "让我们团结起来，为建设更加美好的家园而努力奋斗！"


def _links(imported: Imported) -> list[tuple[str, list[str], str]]:
    report = imported.report
    return [
        (
            note.term,
            [report.blocks[p.paragraph].text[p.start : p.end] for p in note.places],
            note.explained(report),
        )
        for note in notes_of(report)
    ]


def test_footnotes_of_markdown_are_moved_behind_the_text_and_numbered() -> None:
    text = f"# 2018年湖州市政府工作报告\n\n一、回顾\n\n推进“两新”[^b]政策。{_BODY}\n\n[^a]: 四水共治：指治水。\n\n实施四水共治[^a]。{_BODY}\n\n{_LAST}\n\n[^b]: “两新”：指更新。\n"
    imported = import_report(text.encode(), "a.md")
    assert [a.title for a in imported.report.appendices] == ["注释"]
    assert _links(imported) == [
        ("“两新”", ["两新”[1]"], "指更新。"),
        ("四水共治", ["四水共治[2]"], "指治水。"),
    ]
    assert lost_and_doubled(text, imported) == ({}, {})


@pytest.mark.parametrize("sup", ["<sup>{}</sup>", "<sup>[{}]</sup>", "<a href='#n{0}'><sup>{0}</sup></a>"])
def test_raised_numbers_of_a_page_are_marks(sup: str) -> None:
    page = (
        f"<html><body><h1>2018年湖州市政府工作报告</h1><p>一、回顾</p><p>推进“两新”{sup.format(1)}政策，增长5%{sup.format(2)}。{_BODY}</p>"
        f"<p>建成绿地30km<sup>2</sup>。{_BODY}</p><p>{_LAST}</p><p>名词解释</p><p>1.“两新”：指更新。</p><p>2.增长：按可比价格。</p></body></html>"
    )
    imported = import_report(page.encode(), "a.html")
    assert [places[0] for _, places, _ in _links(imported)] == ["两新”[1]", "增长"]
    assert "[2]" in "".join(block.text for block in imported.report.blocks)
    assert any("30km2" in block.text for block in imported.report.blocks)


def test_raised_numbers_of_a_word_file_are_marks() -> None:
    raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>"
    data = made.docx(
        made.paragraph("2018年湖州市政府工作报告"),
        made.paragraph("一、回顾"),
        made.paragraph("推进“两新”", inside=f"{raised}<w:r><w:t>政策。{_BODY}</w:t></w:r>"),
        made.paragraph(_LAST),
        made.paragraph("名词解释"),
        made.paragraph("1.“两新”：指更新。"),
    )
    assert _links(import_report(data, "a.docx")) == [("“两新”", ["两新”[1]"], "指更新。")]


def test_raised_numbers_of_a_pdf_are_marks() -> None:
    lines = [
        "2018年湖州市政府工作报告",
        "一、回顾",
        "推进“两新”",
        _BODY,
        _LAST,
        "名词解释",
        "1.“两新”：指更新。",
    ]
    pieces = [(72.0, 800.0 - 30 * i, line) for i, line in enumerate(lines)]
    pieces.insert(3, (160.0, 744.0, "1"))
    pieces.insert(4, (170.0, 740.0, "政策。"))
    assert _links(import_report(made.pdf([pieces]), "a.pdf")) == [("“两新”", ["两新”[1]"], "指更新。")]


@pytest.mark.parametrize(
    ("raised", "before", "written"),
    [
        ("1", "“两新”", "[1]"),
        (" 12 ", "增长8%", "[12]"),
        ("2", "30km", "2"),
        ("15", "10", "15"),
        ("[1]", "新", "[1]"),
        ("1", "", "1"),
    ],
)
def test_what_is_raised_is_a_mark_behind_chinese_only(raised: str, before: str, written: str) -> None:
    assert mark(raised, before) == written


def test_footnotes_without_a_heading_get_one_and_it_is_said() -> None:
    text = f"2018年湖州市政府工作报告\n一、回顾\n推进“两新”[1]政策。{_BODY}\n实施四水共治[2]。{_BODY}\n{_LAST}\n[1]“两新”：指更新。\n[2]四水共治：指治水。\n"
    imported = import_report(text.encode(), "a.txt")
    assert [a.title for a in imported.report.appendices] == ["注释"]
    assert [places for _, places, _ in _links(imported)] == [["两新”[1]"], ["四水共治[2]"]]
    assert any(removal.instead == "注释" for removal in imported.removed)
    assert lost_and_doubled(text, imported) == ({}, {})


def test_a_list_that_the_text_has_no_marks_for_gets_none() -> None:
    text = f"2018年湖州市政府工作报告\n一、回顾\n{_BODY}\n{_LAST}\n[1]新建学校10所。\n[2]新建医院2所。\n"
    assert import_report(text.encode(), "a.txt").report.appendices == ()
