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
