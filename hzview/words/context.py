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


def occurrences_of(report: Report, term: str, blocks: Iterable[int] | None = None) -> Iterator[Occurrence]:
    """Yield every place of ``term``, in reading order, as many as ``Words.anywhere`` counts.

    Only in ``blocks`` (indices into ``Report.blocks``), if given.
    """
    wanted = fold(term).text
    if not wanted:
        return
    for block in range(len(report.blocks)) if blocks is None else blocks:
        text = report.blocks[block].text
        folded = fold(text)
        if wanted not in folded.text:
            continue
        starts, ends = _edges(folded.text)
        for start in _starts(folded.text, wanted):
            end = start + len(wanted)
            inside = "" if start in starts and end in ends else _around(text, folded, start, end)
            yield Occurrence(Span(block, *folded.original(start, end)), inside)


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
