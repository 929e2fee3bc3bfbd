"""Notes: the list behind a report read in every form that it has, and linked to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.model import Paragraph, Position, Report, Section, Span
from hzview.notes import Note, note_at, notes_of


def report(body: str | tuple[str, ...], *notes: str, heading: str = "名词解释") -> Report:
    """Return a report that says ``body`` and has a list of notes."""
    texts = (body,) if isinstance(body, str) else body
    return Report(
        "报告",
        sections=(Section("回顾", paragraphs=tuple(map(Paragraph, texts))),),
        appendices=(Section(heading, paragraphs=tuple(map(Paragraph, notes))),),
    )


def linked(found: Report) -> list[tuple[str, str, list[str]]]:
    """Return number and term of each note, and the words of the body that it is linked to."""
    return [
        (note.number, note.term, [found.blocks[p.paragraph].text[p.start : p.end] for p in note.places])
        for note in notes_of(found)
    ]


BODY = "坚持“两新”政策，实施“1+6”专项行动，四水共治见效。"


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        (("1.“两新”：指大规模设备更新和消费品以旧换新。",), [("1.", "“两新”", ["两新"])]),
        (
            ("（1）“两新”：指更新。", "（2）四水共治：指治水。"),
            [("（1）", "“两新”", ["两新"]), ("（2）", "四水共治", ["四水共治"])],
        ),
        (("【四水共治】即统筹推进水环境治理。",), [("", "四水共治", ["四水共治"])]),
        (("（P1）“1+6”专项行动：“1”即一项；“6”即六项。",), [("（P1）", "“1+6”专项行动", ["1+6”专项行动"])]),
        (("四水共治（P12）：指治水。",), [("", "四水共治", ["四水共治"])]),
        (
            ("1.“两新”", "指大规模设备更新。", "2.四水共治（《报告》第1页第3行）", "指治水。"),
            [("1.", "“两新”", ["两新"]), ("2.", "四水共治", ["四水共治"])],
        ),
        (("四水共治", "报告原文：四水共治见效。", "解释：指治水。"), [("", "四水共治", ["四水共治"])]),
        (("1.四水共治 即统筹推进水环境治理。",), [("1.", "四水共治", ["四水共治"])]),
        (("1.四水共治是指统筹推进水环境治理。",), [("1.", "四水共治", ["四水共治"])]),
        (
            ("①“两新”：指更新。", "②“四水共治”：指治水。"),
            [("①", "“两新”", ["两新"]), ("②", "“四水共治”", ["四水共治"])],
        ),
        (
            ("“四水共治”指治水。", "“两新”指更新。"),
            [("", "“四水共治”", ["四水共治"]), ("", "“两新”", ["两新"])],
        ),
    ],
    ids=[
        "1.",
        "（1）",
        "【】",
        "（P1）",
        "（P12）",
        "term above",
        "bare term above",
        "blank",
        "是指",
        "①",
        "指",
    ],
)
def test_every_form_of_a_list_is_read(
    notes: tuple[str, ...], expected: list[tuple[str, str, list[str]]]
) -> None:
    assert linked(report(BODY, *notes)) == expected


def test_the_explanation_is_what_follows_the_term_and_the_paragraphs_below() -> None:
    found = report(BODY, "1.“两新”：指更新。", "分两步实施。", "2.四水共治：指治水。")
    assert [note.explained(found) for note in notes_of(found)] == ["指更新。分两步实施。", "指治水。"]


@pytest.mark.parametrize("mark", ["[{}]", "［{}］", "〔{}〕", "【{}】"])
def test_marks_in_brackets_belong_to_the_entries_of_their_numbers(mark: str) -> None:
    one, two = mark.format(1), mark.format(2)
    found = report(
        (f"网上办事深度达到56%{one}。", f"深化“两新”{two}政策。"), "1.说明：按年计算。", "2.“两新”：指更新。"
    )
    assert linked(found) == [("1.", "说明", [one]), ("2.", "“两新”", [f"两新”{two}"])]


def test_marks_count_anew_with_the_list() -> None:
    found = report(
        ("深化改革[1]。", "推进“两新”[1]政策。"), "1.改革：指改革。", "2.其他：指其他。", "1.“两新”：指更新。"
    )
    assert [places for _, _, places in linked(found)] == [["改革[1]"], [], ["两新”[1]"]]


def test_a_footnote_without_a_term_is_known_by_its_number() -> None:
    found = report("完成投资200亿元[1]。", "[1] 按可比价格计算。", heading="注释")
    note = notes_of(found)[0]
    assert (note.number, note.term, note.explained(found)) == ("[1]", "", "按可比价格计算。")
    assert linked(found)[0][2] == ["[1]"]


@pytest.mark.parametrize(
    "body",
    [
        "落实国发〔2022〕2号文件和川府发〔12〕3号文件。",
        "目标是：（1）两条路；（2）三座桥。",
        "完成“五个一批”项目。",
    ],
    ids=["document", "list", "longer word"],
)
def test_what_is_no_mark_and_no_name_is_not_linked(body: str) -> None:
    assert all(
        not note.places
        for note in notes_of(report(body, "1.“五个一”推进机制：指机制。", "2.“两新”：指更新。"))
    )


def test_a_number_is_not_found_inside_a_longer_one() -> None:
    found = report("实施“1+1+9”部署和“1+1”方案。", "“1+1”：指方案。", "“1+1+9”：指部署。")
    assert linked(found) == [("", "“1+1”", ["1+1"]), ("", "“1+1+9”", ["1+1+9"])]
    assert notes_of(found)[0].places == (Span(2, 13, 16),)


def test_several_terms_of_one_entry_and_widths_do_not_matter() -> None:
    found = report(
        "坚持“两盯”，做到“三干”，发展ＩＰＯ。", "1.“两盯”“三干”：指作风。", "2.IPO：指首次公开募股。"
    )
    assert [places for _, _, places in linked(found)] == [["两盯", "三干"], ["ＩＰＯ"]]


def test_appendices_of_other_kinds_have_no_notes() -> None:
    assert notes_of(report("新建学校10所。", "1.新建学校：10所。", heading="2018年十件民生实事")) == ()


def test_the_note_at_hand_is_the_one_around_or_else_the_nearest() -> None:
    found = report("推进“两新”政策，四水共治见效。", "“两新”：指更新。", "四水共治：指治水。")
    notes = notes_of(found)

    def term(offset: int) -> str:
        at = note_at(notes, Position(2, offset))
        return at[0].term if at else ""

    assert [term(offset) for offset in (0, 3, 5, 9, 15)] == [
        "“两新”",
        "“两新”",
        "“两新”",
        "四水共治",
        "四水共治",
    ]
    assert note_at(notes, Position(1, 0)) is None


def test_of_two_notes_at_one_place_the_longer_counts() -> None:
    notes = (
        Note("", "两新", Span(3, 0, 2), (), (Span(1, 2, 4),)),
        Note("", "两新政策", Span(4, 0, 4), (), (Span(1, 2, 6),)),
    )
    at = note_at(notes, Position(1, 3))
    assert at is not None
    assert at[0].term == "两新政策"


_TEXT = st.text(alphabet="“”两新四水（）()[]12①：:。， A《》、P即是指", min_size=1, max_size=30)


@given(body=st.lists(_TEXT, min_size=1, max_size=4), notes=st.lists(_TEXT, max_size=6))
def test_whatever_a_report_says_spans_lie_inside_of_it(body: list[str], notes: list[str]) -> None:
    found = report(tuple(body), *notes)
    for note in notes_of(found):
        for span in (note.entry, *note.explanation, *note.places):
            assert 0 <= span.start < span.end <= len(found.blocks[span.paragraph].text)
        assert list(note.places) == sorted(set(note.places))
        assert all(not found.parts[found.blocks[p.paragraph].part].appendix for p in note.places)
        assert all(found.parts[found.blocks[e.paragraph].part].appendix for e in note.explanation)
