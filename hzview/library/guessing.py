"""What a query in Latin letters may mean, guessed from the words of the library."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from dataclasses import dataclass, replace

from hzview.search.fields import Term
from hzview.search.query import Clause, Query

_MOST = 12
"""Guesses that are offered."""
_WHOLE = 1.5
"""How many times likelier a word is that was typed to its end."""
_LINE = "\n"


@dataclass(frozen=True, slots=True)
class Guess:
    """A word that may be meant."""

    word: str
    """The word."""
    reports: int
    """In how many reports it is a word."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """The one term of a query that may be pinyin."""

    term: Term
    """The term."""

    @property
    def text(self) -> str:
        """What was typed, folded."""
        return self.term.text

    def replaced(self, query: Query, word: str) -> Query:
        """Return ``query`` with ``word`` (folded) in place of what was typed."""

        def of(clause: Clause[Term]) -> Clause[Term]:
            terms = (Term(word, True) if term == self.term else term for term in clause.any)
            return clause if clause.without else replace(clause, any=tuple(terms))

        return replace(query, words=tuple(map(of, query.words)))


def spelt(query: Query) -> Spelt | None:
    """Return the term of ``query`` that may be pinyin; None where there is none, or more than one."""
    from hzview.pinyin import could_be

    terms = [term for term in query.terms if not term.literal and term.text.isascii() and could_be(term.text)]
    return Spelt(terms[0]) if len(terms) == 1 else None


class Guesser:
    """Guesses words by their pinyin."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Take the words from ``db``, when they are first needed and whenever they have changed."""
        self._db = db
        self._version = -1
        self._words: list[Guess] = []
        self._joined = self._code = ""
        self._starts: list[int] = []

    def guesses(self, typed: str) -> tuple[Guess, ...]:
        """Return the words that ``typed`` (folded) may be, or be the beginning of: the commonest first, whole ones ahead."""
        from hzview.pinyin import Pinyin

        pinyin = Pinyin(typed)
        if not pinyin:
            return ()
        self._load()
        found: list[tuple[float, int]] = []
        for start, end in pinyin.spans(self._joined, self._code):
            if self._joined[start - 1] == _LINE:
                place = bisect_left(self._starts, start)
                is_whole = self._joined[end] == _LINE
                found.append((-self._words[place].reports * (_WHOLE if is_whole else 1), place))
        return tuple(self._words[place] for _, place in sorted(found)[:_MOST])

    def _load(self) -> None:
        """Take the words, the commonest first."""
        from hzview.pinyin import coded

        version: int = self._db.execute("PRAGMA data_version").fetchone()[0]
        if version == self._version:
            return
        rows = self._db.execute("SELECT word, reports FROM word ORDER BY reports DESC, word")
        self._words = [Guess(*row) for row in rows]
        self._joined = _LINE + "".join(guess.word + _LINE for guess in self._words)
        self._code = coded(self._joined)
        self._starts = []
        at = 1
        for guess in self._words:
            self._starts.append(at)
            at += len(guess.word) + 1
        self._version = version
