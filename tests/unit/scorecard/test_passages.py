"""The wording of two reports: each sentence has one place, and what is put together again is what was taken apart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hzview.folding import fold
from hzview.model import Role, Span
from hzview.scorecard.passages import Change, Sentence, align, differences, likeness, sentences
from tests.unit.scorecard.reports import report

_WORDS = (
    "改造老旧小区",
    "新增学位",
    "深化改革",
    "扩大开放",
    "稳定就业",
    "1000个",
    "5万个",
    "8%",
    "，",
    "全面",
    "加快",
)
texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(lambda words: "".join(words) + "。")
pages = st.lists(texts, max_size=12)


def page(lines: list[str]) -> list[Sentence]:
    """Return sentences of a report that has one in each paragraph."""
    return [Sentence(Span(n, 0, len(text)), text, fold(text).text) for n, text in enumerate(lines)]


@given(pages, pages)
def test_every_sentence_has_one_place(left: list[str], right: list[str]) -> None:
    first, second = page(left), page(right)
    pairs = align(first, second)
    assert [pair.right for pair in pairs if pair.right] == second
    assert sorted(pair.left for pair in pairs if pair.left) == first
    for pair in pairs:
        assert pair.left or pair.right
        if pair.left and pair.right:
            assert (pair.change is Change.SAME) == (pair.left.folded == pair.right.folded)


@given(pages)
def test_a_report_beside_itself_has_not_changed(lines: list[str]) -> None:
    assert all(pair.change is Change.SAME and not pair.moved for pair in align(page(lines), page(lines)))


@given(pages, pages)
def test_what_was_dropped_keeps_its_order(left: list[str], right: list[str]) -> None:
    dropped = [pair.left for pair in align(page(left), page(right)) if pair.left and not pair.right]
    assert dropped == sorted(dropped)


def test_a_sentence_that_changed_and_one_that_moved_are_told() -> None:
    left = page(["改造老旧小区1000个，惠及居民。", "深化改革，扩大开放。", "稳定就业大局，保障民生。"])
    right = page(
        [
            "稳定就业大局，保障民生。",
            "改造老旧小区1200个，惠及居民。",
            "深化改革，扩大开放。",
            "新增学位5万个。",
        ]
    )
    found = [(pair.change, pair.moved) for pair in align(left, right)]
    assert found == [
        (Change.SAME, True),
        (Change.CHANGED, False),
        (Change.SAME, False),
        (Change.ADDED, False),
    ]


@given(texts, texts)
def test_differences_put_together_are_both_versions(left: str, right: str) -> None:
    pieces = differences(left, right)
    assert "".join(piece.left for piece in pieces) == left
    assert "".join(piece.right for piece in pieces) == right
    assert all(one.is_same or other.is_same for one, other in pairwise(pieces))


def test_numbers_stay_whole_in_differences() -> None:
    changed = [
        (piece.left, piece.right)
        for piece in differences("增长8.5%左右", "增长8.1%左右")
        if not piece.is_same
    ]
    assert changed == [("8.5%", "8.1%")]


@given(texts, texts)
def test_likeness_is_a_share_and_goes_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
    assert likeness(one, one) == 1


def test_sentences_are_those_of_the_part_and_know_their_places() -> None:
    both = report(2018, "去年很好。收成不错；市场繁荣。", "今年更好！“加油。”")
    tasks = sentences(both, Role.TASKS)
    assert [s.text for s in tasks] == ["今年更好！", "“加油。”"]
    assert len(sentences(both)) == 5
    for sentence in sentences(both):
        span = sentence.span
        assert both.blocks[span.paragraph].text[span.start : span.end] == sentence.text
