"""The words of a query → SQL that looks them up in the index: exact, and without any syntax of the query's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hzview.library.index import pairs_of
from hzview.search.fields import Term
from hzview.search.matchers import bare
from hzview.search.query import Clause

_MOST_SINGLES = 40
"""Different characters of a term that are looked up where marks are passed over; the others are left to the matcher."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A question to the index."""

    sql: str
    """Gives ids of blocks; conditions on ``rowid`` and an order may be added at its end."""
    values: tuple[str, ...]
    """Its parameters."""

    def within(self, condition: str) -> Lookup:
        """Return the same with a condition (`` AND …``) added."""
        return replace(self, sql=self.sql + condition)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one clause asks of one table of the index."""

    table: str
    match: str
    """An expression of FTS5; every string in it is quoted."""


def exactly(words: Iterable[Clause[Term]]) -> Lookup | None:
    """Return the question for the blocks that hold ``words`` and nothing that they exclude; None if it asks for nothing."""
    clauses = tuple(words)
    wanted = [_parts(clause.any) for clause in clauses if not clause.without]
    barred = [part for clause in clauses if clause.without for part in _parts(clause.any)]
    return _lookup(wanted, barred)


def loosely(words: Iterable[Clause[Term]]) -> Lookup | None:
    """Return the question for blocks that may hold ``words``, marks passed over; each has to be looked at.

    Such a block has at least every character of a word, wherever; None if no word has any.
    """
    clauses = tuple(words)
    wanted = []
    for clause in clauses:
        if not clause.without:
            parts = [part for term in clause.any for part in _loose_parts(term)]
            if parts:
                wanted.append(parts)
    return _lookup(wanted, [])


def _loose_parts(term: Term) -> Sequence[_Part]:
    if term.literal:
        return _parts((term,))
    characters = list(dict.fromkeys(bare(term.text)))[:_MOST_SINGLES]
    return [_Part("single", " AND ".join(map(_quoted, characters)))] if characters else []


def _parts(terms: Sequence[Term]) -> list[_Part]:
    """What is asked of each table, so that a block meets one of ``terms`` where it meets one of the parts."""
    pairs = " OR ".join(_quoted(pairs_of(term.text)) for term in terms if len(term.text) > 1)
    singles = " OR ".join(_quoted(term.text) for term in terms if len(term.text) == 1)
    return [_Part(table, match) for table, match in (("pair", pairs), ("single", singles)) if match]


def _lookup(wanted: Sequence[Sequence[_Part]], barred: Sequence[_Part]) -> Lookup | None:
    """Put parts together: one table's expression leads, what asks of another one is a condition on it.

    The ``+`` keeps SQLite from asking the leading table for each id anew.
    """
    if not wanted:
        return None
    leading = next((parts[0].table for parts in wanted if parts[0].table == "pair" and len(parts) == 1), "")
    leading = leading or next((parts[0].table for parts in wanted if len(parts) == 1), "")
    joined = [parts[0].match for parts in wanted if len(parts) == 1 and parts[0].table == leading]
    others = [parts for parts in wanted if len(parts) > 1 or parts[0].table != leading]
    without = [part for part in barred if part.table == leading]
    match = " AND ".join(f"({one})" for one in joined)
    if without:
        match = f"({match}) NOT ({' OR '.join(part.match for part in without)})"
    conditions, values = ([f"{leading} MATCH ?"], [match]) if leading else ([], [])
    for parts in others:
        conditions.append(f"+rowid IN ({' UNION '.join(_ids(part) for part in parts)})")
        values += [part.match for part in parts]
    for part in barred:
        if part.table != leading:
            conditions.append(f"+rowid NOT IN ({_ids(part)})")
            values.append(part.match)
    sql = f"SELECT rowid FROM {leading or 'block'} WHERE {' AND '.join(conditions)}"
    return Lookup(sql, tuple(values))


def _ids(part: _Part) -> str:
    return f"SELECT rowid FROM {part.table} WHERE {part.table} MATCH ?"


def _quoted(text: str) -> str:
    """A string of FTS5, in which nothing is an operator."""
    return '"' + text.replace('"', '""') + '"'
