"""The rows of a whole report: whatever order blocks are set in, the page comes out the same."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.model import Paragraph, Position, Report, Section
from hzview.tui.flow import MARGIN, Flow
from hzview.typeset import Row, RowStyle, Typesetter

_TEXTS = st.text(alphabet="稳中求进，。增长8.5%（“ab 1", max_size=120)
_SECTIONS = st.lists(
    st.builds(
        Section,
        title=st.text(alphabet="一二三年度工作", max_size=40),
        paragraphs=st.lists(st.builds(Paragraph, text=_TEXTS), max_size=4).map(tuple),
    ),
    max_size=4,
)
_REPORTS = st.builds(
    Report, title=st.text(alphabet="政府工作报告", max_size=30), sections=_SECTIONS.map(tuple)
)
_WIDTHS = st.integers(1, 90)


def flow_of(report: Report, width: int) -> tuple[Flow, list[Row]]:
    """Return the flow of ``report``, and its rows as the typesetter gives them."""
    return Flow(report, Typesetter(report, width)), list(Typesetter(report, width).rows())


@given(_REPORTS, _WIDTHS, st.integers(0, 1000))
def test_rows_are_those_of_the_typesetter(report: Report, width: int, seed: int) -> None:
    flow, rows = flow_of(report, width)
    blocks = list(range(len(report.blocks)))
    random.Random(seed).shuffle(blocks)
    for block in blocks:
        flow.settle((block,))
    assert flow.settled
    assert flow.height == len(rows) + 2 * MARGIN
    assert [flow.row(y + MARGIN) for y in range(len(rows))] == rows
    assert flow.row(MARGIN - 1) is None
    assert flow.row(MARGIN + len(rows)) is None


@given(_REPORTS, _WIDTHS, st.data())
def test_moving_counts_real_rows(report: Report, width: int, data: st.DataObject) -> None:
    flow, rows = flow_of(report, width)
    start = data.draw(st.integers(0, len(rows) - 1))
    end = data.draw(st.integers(0, len(rows) - 1))
    place = Position(rows[start].block, 0)
    first = rows.index(next(row for row in rows if row.block == place.paragraph))
    y = flow.move(flow.top(place.paragraph), end - first)
    row = flow.row(y)
    assert row is not None
    assert (row.block, row.start, row.style) == (rows[end].block, rows[end].start, rows[end].style)
    assert flow.move(y, first - end) == flow.top(place.paragraph)


@given(_REPORTS, _WIDTHS, st.data())
def test_a_position_is_found_in_its_row(report: Report, width: int, data: st.DataObject) -> None:
    flow, _ = flow_of(report, width)
    block = data.draw(st.integers(0, len(report.blocks) - 1))
    offset = data.draw(st.integers(0, len(report.blocks[block].text)))
    row = flow.row(flow.y_of(Position(block, offset)))
    assert row is not None
    assert row.block == block
    assert row.style is not RowStyle.AIR
    assert row.start <= offset <= row.end
    assert flow.locate(flow.top(block))[0] == block


@pytest.mark.parametrize("count", [1, 7, 40])
def test_what_is_shown_is_set_before(count: int) -> None:
    report = Report("题", paragraphs=tuple(Paragraph("稳中求进。" * 30) for _ in range(50)))
    flow = Flow(report, Typesetter(report, 20))
    y = flow.top(10)
    flow.settle_rows(y, count)
    shown = [flow.row(at) for at in range(y, y + count)]
    assert all(row is not None for row in shown)
    assert not flow.settled
    flow.reset()
    assert flow.height > 50
