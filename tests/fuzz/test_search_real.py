"""Searching real reports: exact as looking for a string in the folded text, whatever is looked for."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from hzview.figure_filter import figure_source
from hzview.figures import extract
from hzview.folding import fold
from hzview.model import Report
from hzview.opening import open_report
from hzview.search import Searcher
from hzview.search.fields import Term
from hzview.search.query import parse
from hzview.search.rescue import rescue
from tests.conftest import SHARED

_SOME = 37
"""Of so many real reports one is searched."""


@cache
def reports() -> tuple[Report, ...]:
    """The report that hzview ships with, and some of the real ones where they are at hand."""
    files = sorted(SHARED.glob("reports/markdown/**/*.md"))[::_SOME]
    return (open_report(None).report, *(open_report(str(file)).report for file in files))


@cache
def searcher(number: int) -> Searcher:
    report = reports()[number]
    return Searcher(report, figure_source(cache(lambda: extract(report))))


@cache
def folded(number: int) -> tuple[str, ...]:
    return tuple(fold(block.text).text for block in reports()[number].blocks)


@st.composite
def pieces(draw: st.DrawFn) -> tuple[int, str]:
    """A report's number and one to eight characters of it, as they are printed."""
    number = draw(st.integers(0, len(reports()) - 1))
    text = draw(st.sampled_from([block.text for block in reports()[number].blocks if block.text]))
    start = draw(st.integers(0, len(text) - 1))
    return number, text[start : start + draw(st.integers(1, 8))]


@given(pieces())
@settings(max_examples=200)
def test_what_is_printed_is_found_wherever_it_stands(case: tuple[int, str]) -> None:
    number, piece = case
    wanted = fold(piece).text
    scanned = [text.count(wanted) if wanted else 0 for text in folded(number)]
    queries = [] if '"' in wanted else [f'"{wanted}"']
    if parse(wanted).terms == (Term(wanted, False),) and parse(wanted).is_plain:
        queries.append(wanted)
    for query in queries:
        result = searcher(number).find(query)
        assert [len(result.hits.in_block(block)) for block in range(len(scanned))] == scanned
        assert not result.note
        for hit in result.hits:
            text = reports()[number].blocks[hit.span.paragraph].text
            assert wanted in fold(text[hit.span.start : hit.span.end]).text


@given(pieces())
def test_typing_a_piece_letter_by_letter_nests(case: tuple[int, str]) -> None:
    number, piece = case
    word = "".join(fold(piece).text.split('"'))
    blocks: set[int] | None = None
    for end in range(1, len(word) + 1):
        here = set(searcher(number).find(f'"{word[:end]}"').hits.blocks)
        assert blocks is None or here <= blocks
        blocks = here


tokens = st.sampled_from(
    [
        '"',
        "*",
        "(",
        ")",
        "-",
        ":",
        "^",
        "|",
        "||",
        "-工业",
        "工业|农业",
        "AND",
        "OR",
        "NEAR",
        "节:",
        "节:.",
        "年:2018",
        "年:abc",
        "地区：湖州",
        "数:>8%",
        "数:8%..",
        "数:>",
        "类:目标",
        "-节:工业",
        "section:x",
        "value:1..2",
        "kind:",
        "gyzjz",
        "xi'an",
        "\\",
        "[",
        "]",
        "{",
        "}",
        "?",
        "+",
        "$",
        "工业",
        "增长",
        "固投",
        "没有的词",
        "%",
        "％",
        "“",
        "”",
        "'",
        "｜",
        "－",
    ]
)
queries = st.lists(tokens | st.text(max_size=4), max_size=6).map(" ".join)


@given(st.integers(0, 1), queries)
@settings(max_examples=200)
def test_whatever_is_typed_gives_an_answer(number: int, query: str) -> None:
    number = min(number, len(reports()) - 1)
    result = searcher(number).find(query, here=3)
    hits = list(result.hits)
    assert hits == sorted(hits, key=lambda hit: hit.span)
    assert all(hit.span.start < hit.span.end for hit in hits)
    for said in (result.note, result.hint):
        assert said.isprintable()


@given(st.integers(0, 1), queries)
@settings(max_examples=60)
def test_whatever_is_offered_finds_something(number: int, query: str) -> None:
    number = min(number, len(reports()) - 1)
    if not searcher(number).find(query).hits:
        for offer in rescue(searcher(number), query):
            assert offer.result.hits
