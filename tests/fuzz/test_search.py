"""Properties of searching: exact as a scan, nested while typing, never an error."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hzview.folding import fold
from hzview.model import Paragraph, Position, Report
from hzview.search import Searcher

characters = st.sampled_from('工业增长的，。“”"（）()%.8５ⅤvVⅢ㎡ \u3000…—-,1一GDP')
texts = st.text(characters, min_size=1, max_size=40)
reports = st.builds(
    lambda paragraphs: Report("", paragraphs=tuple(map(Paragraph, paragraphs))), st.lists(texts, max_size=6)
)


@given(reports, st.data())
def test_a_piece_of_the_text_is_found_as_a_scan_finds_it(report: Report, data: st.DataObject) -> None:
    source = data.draw(st.sampled_from([block.text for block in report.blocks]))
    start = data.draw(st.integers(0, len(source)))
    wanted = fold(source[start : start + data.draw(st.integers(1, 8))]).text.replace('"', "")
    result = Searcher(report).find(f'"{wanted}"')
    scanned = [fold(block.text).text.count(wanted) if wanted else 0 for block in report.blocks]
    assert [len(result.hits.in_block(index)) for index in range(len(report.blocks))] == scanned
    assert len(result.hits) == sum(scanned)
    assert not result.note
    for hit in result.hits:
        assert wanted in fold(report.blocks[hit.span.paragraph].text[hit.span.start : hit.span.end]).text


@given(reports, texts)
def test_typing_nests(report: Report, query: str) -> None:
    searcher = Searcher(report)
    word = "".join(c for c in fold(query).text if c != '"')
    blocks = None
    for length in range(1, len(word) + 1):
        result = searcher.find(word[:length])
        if result.note or blocks == set():
            break
        here = set(result.hits.blocks)
        assert blocks is None or here <= blocks
        blocks = here


@given(reports, st.text() | texts)
def test_any_query_gives_hits_in_reading_order(report: Report, query: str) -> None:
    result = Searcher(report).find(query)
    hits = list(result.hits)
    assert len(hits) == len(result.hits)
    assert hits == [result.hits[i] for i in range(len(hits))]
    assert hits == sorted(hits, key=lambda hit: hit.span)
    for number, hit in enumerate(hits):
        span = hit.span
        assert 0 <= span.start < span.end <= len(report.blocks[span.paragraph].text)
        assert result.hits.before(Position(span.paragraph, span.end)) > number
    assert bool(result.note) <= bool(hits)


@given(reports, texts)
def test_hits_differ_from_the_query_in_marks_only_and_only_if_that_is_said(
    report: Report, query: str
) -> None:
    word = fold(query).text.replace('"', "")
    result = Searcher(report).find(word)
    for hit in result.hits:
        found = fold(report.blocks[hit.span.paragraph].text[hit.span.start : hit.span.end]).text
        if result.note:
            assert found != word
            assert _without_marks(found) == _without_marks(word)
        else:
            assert word in found


def _without_marks(text: str) -> str:
    return "".join(character for character in text if character.isalnum() or character in "%+")
