"""Properties of folding: character by character, with a way back that is exact."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hzview.folding import fold

texts = st.text(st.sampled_from("aAＡ工ⅢⅤ㎡℃“” \u3000\u200b…—％8.") | st.characters(), max_size=30)


@given(texts, texts)
def test_texts_fold_piece_by_piece(left: str, right: str) -> None:
    assert fold(left + right).text == fold(left).text + fold(right).text


@given(texts, st.text(" \t\u3000\u00a0\u200b\ufeff", max_size=3), st.integers(0, 30))
def test_blanks_make_no_difference(text: str, blanks: str, at: int) -> None:
    assert fold(text[:at] + blanks + text[at:]).text == fold(text).text


@given(texts)
def test_offsets_count_what_folded_before_them(text: str) -> None:
    folded = fold(text)
    lengths = [len(fold(text[:position]).text) for position in range(len(text) + 1)]
    assert [folded.offset(position) for position in range(len(text) + 1)] == lengths


@given(texts, st.data())
def test_a_folded_span_goes_back_to_the_shortest_text_that_holds_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.original(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.text[start:end] in fold(text[first:last]).text
    assert folded.offset(first) <= start < folded.offset(first + 1)
    assert folded.offset(last - 1) < end <= folded.offset(last)
