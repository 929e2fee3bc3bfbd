"""A term in context: every place where its characters stand, and in which word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hzview import segmenter
from hzview.folding import Folded, fold
from hzview.model import Report, Span


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a term stands."""

    span: Span
    """Its characters in the block's own text."""
    inside: str
    """The longer word, or the words, that it is part of, as written; empty where it stands by itself."""


def places_of(report: Report, term: str, blocks: Iterable[int] | None = None) -> Iterator[Span]:
    """Yield every place of ``term``, in reading order, as many as ``Words.anywhere`` counts; needs no segmenter.

    Only in ``blocks`` (indices into ``Report.blocks``), if given.
    """
    for block, folded, starts, length in _found(report, term, blocks):
        for start in starts:
            yield Span(block, *folded.original(start, start + length))


def occurrences_of(report: Report, term: str, blocks: Iterable[int] | None = None) -> Iterator[Occurrence]:
    """Yield the places that ``places_of`` yields, each with the longer word that it is part of."""
    for block, folded, starts, length in _found(report, term, blocks):
        text = report.blocks[block].text
        begins, ends = _edges(folded.text)
        for start in starts:
            end = start + length
            inside = "" if start in begins and end in ends else _around(text, folded, start, end)
            yield Occurrence(Span(block, *folded.original(start, end)), inside)


def _found(
    report: Report, term: str, blocks: Iterable[int] | None
) -> Iterator[tuple[int, Folded, list[int], int]]:
    """Yield the blocks that have ``term``, their folded texts, where it starts in those, and its length there."""
    wanted = fold(term).text
    if not wanted:
        return
    for block in range(len(report.blocks)) if blocks is None else blocks:
        folded = fold(report.blocks[block].text)
        starts = list(_starts(folded.text, wanted))
        if starts:
            yield block, folded, starts, len(wanted)


def _starts(text: str, term: str) -> Iterator[int]:
    start = text.find(term)
    while start >= 0:
        yield start
        start = text.find(term, start + len(term))


def _edges(text: str) -> tuple[set[int], set[int]]:
    """Return where the words of a folded text begin and where they end."""
    starts, ends, at = set(), set(), 0
    for word in segmenter.cut(text):
        starts.add(at)
        at += len(word)
        ends.add(at)
    return starts, ends


def _around(text: str, folded: Folded, start: int, end: int) -> str:
    """Return the word or words, as written, that hold ``start``–``end`` of the folded text."""
    at = first = 0
    for word in segmenter.cut(folded.text):
        if at <= start:
            first = at
        at += len(word)
        if at >= end:
            break
    return "".join(text[slice(*folded.original(first, at))].split())
