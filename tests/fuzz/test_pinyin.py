"""Properties of pinyin: whatever is typed for a run of characters finds it, letter by letter."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from hzview.folding import fold
from hzview.model import Report
from hzview.opening import open_report
from hzview.pinyin import Pinyin, matches, readings


def _runs(report: Report) -> list[str]:
    texts = (fold(block.text).text for block in report.blocks)
    return [
        run
        for text in texts
        for run in "".join(c if readings(c) else " " for c in text).split()
        if len(run) > 1
    ]


runs = st.sampled_from(_runs(open_report(None).report))


@st.composite
def typed(draw: st.DrawFn) -> tuple[str, str]:
    """A piece of real text and what somebody types for it: syllables and initials as they come."""
    run = draw(runs)
    start = draw(st.integers(0, len(run) - 2))
    piece = run[start : start + draw(st.integers(2, 6))]
    letters = []
    for character in piece:
        reading = draw(st.sampled_from(readings(character)))
        initial = reading[:2] if reading[:2] in ("zh", "ch", "sh") else reading[0]
        letters.append(draw(st.sampled_from((reading, initial, reading[0]))))
    return "".join(letters), piece


@given(typed())
def test_a_piece_is_found_by_whatever_is_typed_for_it(case: tuple[str, str]) -> None:
    query, piece = case
    assert (0, len(piece)) in matches(query, piece)


@given(typed(), runs)
def test_typing_nests(case: tuple[str, str], text: str) -> None:
    query, _ = case
    was_found = True
    for end in range(2, len(query) + 1):
        is_found = bool(matches(query[:end], text))
        assert was_found or not is_found
        was_found = is_found


@given(st.text("abcdeghinouxyzv'工业5 .%长", max_size=12), st.text("工业增加值长重行5g.v安西", max_size=20))
def test_any_query_gives_spans_in_order(query: str, text: str) -> None:
    spans = Pinyin(query).spans(text)
    assert all(start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
