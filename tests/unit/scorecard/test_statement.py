"""What the words around a figure say of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.scorecard.gathering import sentence_start
from hzview.scorecard.statement import Prices, is_stretch, prices_of


def _at(text: str, number: str) -> tuple[int, int]:
    start = text.index(number)
    return start, start + len(number)


@pytest.mark.parametrize(
    ("text", "number", "prices"),
    [
        ("城镇居民收入增长10.4%，扣除价格上涨因素实际增长7.4%。", "10.4%", Prices.UNSAID),
        ("城镇居民收入增长10.4%，扣除价格上涨因素实际增长7.4%。", "7.4%", Prices.REAL),
        ("扣除价格因素，分别实际增长7.7%和6.8%。", "6.8%", Prices.REAL),
        ("农民人均纯收入增长6%（扣除物价因素）。", "6%", Prices.REAL),
        ("实际利用外资增长11.6%。", "11.6%", Prices.UNSAID),
        ("居民收入实际增长6%，财政收入增长12%。", "12%", Prices.UNSAID),
        ("一般公共预算收入可比增长8%。", "8%", Prices.ALIKE),
    ],
)
def test_prices_are_those_of_the_clause(text: str, number: str, prices: Prices) -> None:
    assert prices_of(text, *_at(text, number)) is prices


@pytest.mark.parametrize(
    ("text", "number", "stretch"),
    [
        ("出口总额30亿美元，争取32亿美元。", "30亿", False),
        ("出口总额30亿美元，争取32亿美元。", "32亿", True),
        ("力争财政收入增长8%。", "8%", True),
        ("力争上游，财政收入增长8%。", "8%", False),
    ],
)
def test_striving_is_that_of_the_clause(text: str, number: str, *, stretch: bool) -> None:
    assert is_stretch(text, _at(text, number)[0]) is stretch


@given(
    st.lists(st.sampled_from(("增长8%", "8%", "，", "投资", "100亿元")), min_size=1, max_size=12),
    st.integers(0, 50),
)
def test_a_sentence_begins_where_its_figures_say(pieces: list[str], begins: int) -> None:
    sentence = "".join(pieces)
    figures = []
    at = 0
    for piece in pieces:
        if piece not in "，投资":
            figures.append((begins + at, piece))
        at += len(piece)
    if figures:
        found = sentence_start(figures, sentence)
        assert all(sentence.startswith(text, start - found) for start, text in figures)
        if len({text for _, text in figures}) == len(figures) == sentence.count("%") + sentence.count("亿"):
            assert found == begins


def test_a_figure_of_another_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="not in its sentence"):
        sentence_start([(3, "9%")], "增长8%。")
