"""The sentence around something that was found."""

from __future__ import annotations

import pytest

from hzview.search.sentences import sentence_around

TEXT = "甲。乙？”丙"


@pytest.mark.parametrize(
    ("start", "end", "context", "sentence"),
    [
        (0, 1, 0, "甲。"),
        (2, 3, 0, "乙？”"),
        (3, 4, 0, "乙？”"),
        (5, 6, 0, "丙"),
        (0, 3, 0, "甲。乙？”"),
        (1, 6, 0, "甲。乙？”丙"),
        (2, 3, 1, "甲。乙？”丙"),
        (0, 1, 1, "甲。乙？”"),
        (5, 6, 1, "乙？”丙"),
        (0, 1, 9, TEXT),
    ],
)
def test_the_sentence_around_a_span(start: int, end: int, context: int, sentence: str) -> None:
    first, last = sentence_around(TEXT, start, end, context)
    assert TEXT[first:last] == sentence


def test_of_a_text_that_ends_with_a_mark_and_of_none() -> None:
    assert sentence_around("甲。", 0, 1) == (0, 2)
    assert sentence_around("", 0, 0) == (0, 0)
