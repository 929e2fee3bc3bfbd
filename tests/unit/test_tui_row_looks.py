"""What the characters of a row wear: spaces that stand for no text, and that all of it can be read."""

from __future__ import annotations

from itertools import product

import pytest
from textual.theme import Theme

from hzview.figures import extract
from hzview.model import Paragraph, Position, Report, Span
from hzview.search.match import Searcher
from hzview.tui.reading import Reading
from hzview.tui.row_looks import Look, row_looks
from hzview.tui.selecting import Selection
from hzview.tui.themes import THEMES, looks
from hzview.typeset import Typesetter
from tests.unit.test_tui_themes import contrast

TEXT = "工业向好。增加值达到2476.1亿元，增长8.5%；今年目标增长9%以上。"


def reading() -> Reading:
    """Return a report of one paragraph being read, with its figures."""
    found = Reading(Report("报告", paragraphs=(Paragraph(TEXT, 5),)))
    found.add_figures(extract(found.report))
    return found


def worn(
    shown: Reading, *, autospace: bool, selection: Selection | None = None, caret: Position | None = None
) -> tuple[str, list[Look]]:
    """Return what is drawn of the paragraph, in one row, and what each character of it wears."""
    setter = Typesetter(shown.report, 100, measure=100, autospace=autospace)
    row = setter.rows_of(1)[-1]
    return setter.text_of(row), row_looks(row, setter, shown, selection, caret)


def test_a_space_wears_what_is_on_both_sides_of_it_at_once() -> None:
    shown = reading()
    selection = Selection(Position(1, 9), Position(1, 17))
    text, plain = worn(shown, autospace=False, selection=selection)
    spaced, dressed = worn(shown, autospace=True, selection=selection)
    assert spaced == "工业向好。增加值达到 2476.1 亿元，增长 8.5%；今年目标增长 9% 以上。"
    assert [look for mark, look in zip(spaced, dressed, strict=True) if mark != " "] == plain
    looks_of_spaces = [look for mark, look in zip(spaced, dressed, strict=True) if mark == " "]
    assert looks_of_spaces[0] == ("page", "selection")
    assert looks_of_spaces[1] == plain[text.index("亿")] == ("page", "actual", "selection")
    assert looks_of_spaces[2:] == [("page",)] * 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_whatever_lies_upon_whatever_can_be_read(theme: Theme) -> None:
    shown = reading()
    styles = looks(theme)
    whole = Selection(Position(1, 0), Position(1, len(TEXT)))
    hits = Searcher(shown.report).find("2476.1亿元，增长8.5%；今年目标增长9%").hits
    assert len(hits) == 1
    every: set[Look] = set()
    for figure, marked, hit, selection in product(
        (None, *shown.figures), (False, True), (None, -1, 0), (None, whole)
    ):
        shown.figure = figure
        shown.marked = {one.span for one in shown.figures} if marked else set[Span]()
        shown.set_hits(hits if hit is not None else None)
        shown.hit = 0 if hit == 0 else None
        every.update(worn(shown, autospace=True, selection=selection, caret=Position(1, 12))[1])
    assert len(every) > 15
    for look in every:
        style = styles(*look)
        assert style.color is not None
        assert style.bgcolor is not None
        assert contrast(style.color.name, style.bgcolor.name) >= 4, look
