"""Any report survives TOML, and any text at all is either a report or one clear line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hzview import content
from hzview.errors import HzviewError
from hzview.model import BlockType, Paragraph, Report, Role, Section
from hzview.printable import one_line, printable

lines = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(one_line)
titles = lines.filter(bool)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    text = draw(lines)
    return Paragraph(text, draw(st.integers(0, len(text))))


@st.composite
def sections(draw: st.DrawFn, depth: int = 3) -> Section:
    children = tuple(draw(st.lists(sections(depth - 1), max_size=2 if depth > 1 else 0)))
    return Section(
        draw(titles),
        draw(lines),
        draw(st.sampled_from([None, *Role])),
        tuple(draw(st.lists(paragraphs(), max_size=3))),
        children,
        tuple(draw(st.lists(paragraphs(), max_size=2))) if children else (),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    return Report(
        title=draw(titles),
        region=draw(lines),
        year=draw(st.none() | st.integers(1, 9999)),
        source=draw(lines),
        paragraphs=tuple(draw(st.lists(paragraphs(), max_size=2))),
        sections=tuple(draw(st.lists(sections(), max_size=3))),
        appendices=tuple(draw(st.lists(sections(), max_size=1))),
    )


@given(reports())
def test_a_report_survives_toml(report: Report) -> None:
    text = content.dump(report)
    again = content.parse(text, "report.toml")
    assert again == report
    assert content.dump(again) == text


@given(reports())
def test_every_block_belongs_to_the_part_that_says_so(report: Report) -> None:
    for index, block in enumerate(report.blocks):
        part = report.parts[block.part]
        assert part.first <= index < part.end
        if block.type is not BlockType.PARAGRAPH:
            assert part.first == index
    for index, part in enumerate(report.parts[1:], 1):
        parent = report.parts[part.parent]
        assert part.parent < index
        assert parent.first < part.first < part.end <= parent.end
        assert part.depth == parent.depth + 1
    assert report.parts[0].end == len(report.blocks)


@given(st.text(max_size=200) | st.text('[]{}="\\.\nreportsctionlead ', max_size=200))
def test_any_text_is_a_report_or_one_clear_line(text: str) -> None:
    try:
        content.parse(text, "报告.toml")
    except HzviewError as error:
        message = str(error)
        assert message.startswith("报告.toml：")
        assert message == printable(message)


@given(st.text())
def test_one_line_leaves_nothing_a_terminal_obeys_and_is_idempotent(text: str) -> None:
    line = one_line(text)
    assert line == one_line(line) == printable(line)
    assert len((line or "x").splitlines()) == 1
