"""The ways to take a query, each with what it asks of the index and of the texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hzview.library.lookup import Lookup, exactly, loosely
from hzview.search.conditions import Conditions, blind, exact
from hzview.search.fields import Term
from hzview.search.match import PUNCTUATION_IGNORED, TAKEN_AS_TEXT
from hzview.search.query import Clause, Query


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to take a query."""

    query: Query
    """What is asked for."""
    conditions: Conditions
    """What a block's text has to be like."""
    lookup: Lookup | None
    """What is asked of the index; None where every block comes into question, or none."""
    must_be_read: bool
    """Whether a block that comes into question has to be looked at."""
    note: str = ""
    """In Chinese, how it differs from what was asked for."""
    is_as_text: bool = False
    """Whether signs and fields of the query are taken for text."""

    @property
    def is_about_reports(self) -> bool:
        """Whether it only asks which reports there are."""
        return not says_what(self.query)


def says_what(query: Query) -> bool:
    """Whether a query says what to look for, not only in which reports."""
    return bool(query.terms or query.sections or query.asks_figures)


def attempts(query: Query) -> Iterator[Attempt]:
    """Yield the ways to take ``query``, in the order in which they are to be tried."""
    yield from _ways(query)
    if not query.is_plain and query.plain:
        as_text = Query(tuple(Clause((term,)) for term in query.plain))
        for way in _ways(as_text):
            note = "；".join(filter(None, (TAKEN_AS_TEXT, way.note)))
            yield replace(way, note=note, is_as_text=True)


def _ways(query: Query) -> Iterator[Attempt]:
    """Yield the ways to look for the words of a query: exactly, and with marks passed over."""
    words = query.words
    if not says_what(query):
        if query.asks_fields and not words:
            yield Attempt(query, exact(()), None, False)
        return
    among = ""
    if not query.terms and not query.asks_figures:  # headings themselves are what is looked for
        pieces = [piece for clause in query.sections if not clause.without for piece in clause.any]
        words = (*words, Clause(tuple(Term(piece, True) for piece in pieces))) if pieces else ()
        among = " AND +rowid IN (SELECT id FROM part)"
    lookup = exactly(words)
    if lookup is not None:
        yield Attempt(query, exact(words), lookup.within(among), query.asks_figures)
    elif query.asks_figures:
        yield Attempt(query, exact(words), None, True)
    loose = blind(words)
    lookup = loosely(words)
    if loose is not None and lookup is not None:
        yield Attempt(query, loose, lookup.within(among), True, PUNCTUATION_IGNORED)
