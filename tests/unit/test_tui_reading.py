"""Where one is in a report, and what is there: figures, hits, headings, entries of the outline."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.figures.figure import Bound, Figure, Kind, Measure
from hzview.model import Paragraph, Position, Report, Role, Section, Span
from hzview.tui.finding import FigureFinder
from hzview.tui.reading import Places, Reading
from hzview.tui.searching import SearchSession

REPORT = Report(
    "报告",
    paragraphs=(Paragraph("各位代表："),),
    sections=(
        Section(
            "回顾",
            "一、",
            Role.REVIEW,
            (Paragraph("生产总值增长8.5%。"),),
            (
                Section(
                    "工业",
                    "（一）",
                    None,
                    (Paragraph("工业向好。增加值增长8.7%，企业3058家。", 5), Paragraph("稳中求进。")),
                ),
            ),
        ),
        Section("任务", "二、", Role.TASKS, (Paragraph("生产总值增长8%以上。"),)),
    ),
)


def figure(paragraph: int, start: int, kind: Kind = Kind.ACTUAL) -> Figure:
    """Return a figure of four characters at a place."""
    span = Span(paragraph, start, start + 4)
    return Figure(
        span,
        "8.5%",
        Decimal("8.5"),
        None,
        "%",
        Bound.EXACT,
        ("生产总值",),
        Measure.GROWTH,
        kind,
        2017,
        0,
        span,
    )


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 40)), unique=True),
    st.integers(0, 10),
    st.integers(0, 45),
)
def test_places_answer_as_a_plain_list_would(
    starts: list[tuple[int, int]], paragraph: int, offset: int
) -> None:
    spans = sorted(Span(p, s * 5, s * 5 + 3) for p, s in starts)
    places = Places()
    for block in (5, 0, 9, *range(10)):
        run = [span for span in spans if span.paragraph == block and places.index(span) is None]
        places.insert(run)
    assert [places[i] for i in range(len(places))] == spans
    here = Position(paragraph, offset)
    covering = [i for i, span in enumerate(spans) if here in span]
    assert places.at(here) == (covering[0] if covering else None)
    assert places.next(here, past=False) == sum(span.position < here for span in spans)
    assert places.next(here, past=True) == sum(span.position <= here for span in spans)
    line = Span(paragraph, offset, offset + 7)
    shared = [
        i
        for i, span in enumerate(spans)
        if span.paragraph == paragraph and span.start < line.end and span.end > line.start
    ]
    assert list(places.overlapping(line)) == shared
    inside = [i for i, span in enumerate(spans) if 2 <= span.paragraph < paragraph]
    assert list(places.within(2, paragraph)) == inside


def test_figures_come_in_any_order_and_stand_in_that_of_the_text() -> None:
    reading = Reading(REPORT)
    late, early = figure(8, 4, Kind.TARGET), figure(3, 6)
    reading.add_figures((late,))
    reading.add_figures(())
    reading.add_figures((early,))
    assert reading.figures == [early, late]
    assert reading.figure_at(Position(3, 7)) == early
    assert reading.figure_at(Position(3, 10)) is None
    assert reading.kinds() == {Kind.ACTUAL: 1, Kind.TARGET: 1}
    assert reading.next_figure(1) == early
    assert reading.next_figure(-1) is None
    reading.figure = early
    assert reading.next_figure(1) == late
    reading.place, reading.figure = Position(8, 9), None
    assert reading.next_figure(-1) == late


def test_headings_entries_and_sections() -> None:
    reading = Reading(REPORT)
    titles = [entry.title for entry in reading.outline]
    assert titles == ["一、回顾", "（一）工业", "工业向好", "二、任务"]
    assert [reading.entry_at(block) for block in range(9)] == [None, None, 0, 0, 1, 2, 1, 3, 3]
    reading.place = Position(5, 3)
    assert reading.next_heading(1) == 7
    assert reading.next_heading(-1) == 4
    reading.place = Position(4, 0)
    assert reading.next_heading(-1) == 2
    reading.add_figures((figure(3, 6), figure(5, 9)))
    assert list(reading.section_figures()) == [1]
    reading.place = Position(0, 0)
    assert list(reading.section_figures()) == [0, 1]
    assert reading.next_heading(-1) is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [((3, 4), (3, 4)), ((99, 9), (8, 9)), ((3, 99), (3, 11)), ((-1, -5), (0, 0))],
)
def test_a_place_from_an_older_run_is_brought_inside(given: tuple[int, int], kept: tuple[int, int]) -> None:
    assert Reading(REPORT).clamped(Position(*given)) == Position(*kept)


def test_text_of_a_selection_goes_over_blocks() -> None:
    reading = Reading(REPORT)
    assert reading.text_of(Position(3, 0), Position(3, 4)) == "生产总值"
    assert reading.text_of(Position(1, 2), Position(3, 4)) == "代表：\n一、回顾\n生产总值"


def test_the_next_figure_is_found_before_all_are() -> None:
    reading = Reading(REPORT)
    finder = FigureFinder(reading)
    first = finder.next_figure(1)
    assert first is not None
    assert first.text == "8.5%"
    assert len(reading.figures) == 1
    reading.figure, reading.place = None, Position(8, 10)
    last = finder.next_figure(-1)
    assert last is not None
    assert last.text == "8%"
    reading.figure = first
    second = finder.next_figure(1)
    assert second is not None
    assert second.text == "8.7%"
    assert len(list(finder.strokes())) == 2
    assert [one.text for one in reading.figures] == ["8.5%", "8.7%", "3058家", "8%"]
    reading.figure = last
    assert finder.next_figure(1) is None


def test_a_search_goes_round_and_back() -> None:
    reading = Reading(REPORT)
    search = SearchSession(reading)
    reading.place = Position(5, 0)
    search.begin()
    assert search.ask("生产总值") == Position(8, 0)
    assert search.count == "2/2"
    assert search.step(1) == Position(3, 0)
    assert search.step(-1) == Position(8, 0)
    assert [len(reading.hits_within(first, 9)) for first in (0, 4)] == [2, 1]
    assert search.ask("没有") == Position(5, 0)
    assert search.count == "没有找到"
    assert search.step(1) is None
    assert search.ask("  ") == Position(5, 0)
    assert not search.active
    search.ask("总值")
    assert search.cancel() == Position(5, 0)
    assert reading.hits is None
