"""Properties of line breaking on generated text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hzview.typeset import Measured, cell_width, wrap

STARTS = set("，。、；：！？）”’》」』】〕,.;:!?)%％‰℃…")
ENDS = set("“‘《「『【〔（([")
BLANKS = " \u3000"

widths = st.integers(24, 120)
figures = st.sampled_from(["8.7%", "2476.1亿元", "二万三千亿元", "７２．５％", "70多万人次", "2.9 个百分点"])
words = st.sampled_from(["PM2.5", "GDP", "e-Government", "1+6", "5G", "2018年"])
cores = st.one_of(st.sampled_from("的一增长经济湖州"), words, figures)


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A paragraph where every line of 20 cells and more has a legal break, and the spans of its figures."""
    text, keep = "", []
    for _ in range(draw(st.integers(1, 60))):
        text += draw(st.text("“《（([", max_size=2))
        core = draw(cores)
        if core not in "的一增长经济湖州":
            keep.append((len(text), len(text) + len(core)))
        text += core
        text += draw(st.text("，。、；：！？）”》,.;:!?)%％…", max_size=2))
        text += draw(st.text(BLANKS, max_size=1))
    return text, tuple(keep)


@given(paragraphs(), widths)
def test_no_forbidden_line_and_no_cut_figure(
    paragraph: tuple[str, tuple[tuple[int, int], ...]], width: int
) -> None:
    text, keep = paragraph
    covered = wrap(text, width, keep, 4)
    shown = [text[start:end].strip(BLANKS) for start, end in covered]
    assert all(line for line in shown)
    assert not [line for line in shown[1:] if line[0] in STARTS]
    assert not [line for line in shown[:-1] if line[-1] in ENDS]
    assert not [end for _, end in covered for first, last in keep if first < end < last]


@given(st.text(), st.integers(1, 60), st.integers(0, 8), st.sampled_from((1, 2)))
def test_nothing_is_lost_and_nothing_sticks_out(text: str, width: int, indent: int, ambiguous: int) -> None:
    measured = Measured(text, (), ambiguous)
    covered = measured.lines(width, indent)
    assert covered[0][0] == 0
    assert covered[-1][1] == len(text)
    assert all(before[1] == after[0] for before, after in pairwise(covered))
    for number, (start, end) in enumerate(covered):
        assert start < end or not text
        room = max(width - (0 if number else indent), 1)
        cells = measured.cells(start, measured.drawn_end(start, end))
        lone = sum(measured.cells(at, at + 1) > 0 for at in range(start, end)) <= 1
        assert cells <= room or lone


@given(st.text(), st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=4))
def test_strange_spans_do_no_harm(text: str, keep: list[tuple[int, int]]) -> None:
    assert wrap(text, 20, keep)[-1][1] == len(text)


@given(st.text(), st.text())
def test_widths_add_up(left: str, right: str) -> None:
    joined = any(mark in left + right for mark in ("\u200d", "\ufe0f"))
    assert joined or cell_width(left + right) == cell_width(left) + cell_width(right)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_measured_cells_are_the_width_of_the_text(text: str) -> None:
    assert Measured(text).cells(0, len(text)) == cell_width(text)


meeting = (
    st.text(st.sampled_from("的一年月长AzI8.5%％℃²７Ａé\u0301α，。（）“”—+ \u3000\u200b"), max_size=90)
    | st.text()
)


@given(meeting, st.integers(1, 60), st.integers(0, 8), st.sampled_from((1, 2)), st.booleans())
def test_spaced_lines_are_exact(text: str, width: int, indent: int, ambiguous: int, hang: bool) -> None:
    measured = Measured(text, (), ambiguous, autospace=True)
    covered = measured.lines(width, indent, hang=hang)
    assert "".join(text[start:end] for start, end in covered) == text
    for number, (start, end) in enumerate(covered):
        last = measured.drawn_end(start, end)
        drawn = measured.drawn(start, last)
        at = [measured.index_of(start, offset) for offset in range(start, last)]
        assert "".join(drawn[index] for index in at) == text[start:last]
        added = set(range(len(drawn))) - set(at)
        assert all(drawn[index] == " " and 0 < index < len(drawn) - 1 for index in added)
        assert measured.cells(start, last) == measured_plainly(text, start, last, ambiguous) + len(added)
        room = max(width - (0 if number else indent), 1) + (2 if hang else 0)
        assert measured.cells(start, last) <= room or drawn_characters(measured, start, last) <= 1 + hang
        for offset in range(start, last):
            cells = measured.cells(offset, offset + 1)
            first = measured.cell_of(start, offset)
            assert {measured.offset_at(start, last, first + inside) for inside in range(cells)} <= {offset}


def measured_plainly(text: str, start: int, end: int, ambiguous: int) -> int:
    return Measured(text, (), ambiguous).cells(start, end)


def drawn_characters(measured: Measured, start: int, end: int) -> int:
    return sum(measured.cells(at, at + 1) > 0 for at in range(start, end))


@given(meeting, st.sampled_from((1, 2)))
def test_spaces_stand_between_chinese_and_narrow_latin_only(text: str, ambiguous: int) -> None:
    import unicodedata

    measured = Measured(text, (), ambiguous, autospace=True)
    drawn = measured.drawn(0, len(text))
    index = [measured.index_of(0, offset) for offset in range(len(text))]
    for before, after in pairwise(range(len(text))):
        if index[after] - index[before] == 1:
            continue
        drawn_on = "".join(mark for mark in text if cell_width(mark) == 0)
        latin, chinese = sorted((text[:after].rstrip("%‰‱℃℉°′″¹²³" + drawn_on)[-1], text[after]))
        assert drawn[index[after] - 1] == " "
        assert unicodedata.category(latin)[0] in "LN"
        assert cell_width(latin, ambiguous) == 1
        assert unicodedata.name(chinese, "CJK").startswith(("CJK", "IDEOGRAPHIC", "HANGZHOU"))


@given(paragraphs(), widths)
def test_spaces_leave_no_forbidden_line_and_cut_no_figure(
    paragraph: tuple[str, tuple[tuple[int, int], ...]], width: int
) -> None:
    text, keep = paragraph
    measured = Measured(text, keep, autospace=True)
    covered = measured.lines(width, 4)
    shown = [measured.drawn(start, end).strip(BLANKS) for start, end in covered]
    assert not [line for line in shown[1:] if line[0] in STARTS]
    assert not [line for line in shown[:-1] if line[-1] in ENDS]
    assert not [end for _, end in covered for first, last in keep if first < end < last]
