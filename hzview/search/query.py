"""What a person typed into the search line → what a block of text, its report and its figures must be like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from hzview.folding import fold
from hzview.search import fields
from hzview.search.fields import Field, Range, Term, Unreadable, Years

T = TypeVar("T")

_NAME = "|".join(sorted(fields.NAMES, key=len, reverse=True))
_TOKEN = re.compile(
    rf"""(?P<blank>\s*)(?P<bars>(?:[|｜]\s*)*)
    (?P<sign>[-－](?=[^\s\d\-－|｜]))?
    (?:(?P<name>{_NAME})[:：∶︰])?
    (?:"(?P<phrase>[^"]*)(?:"(?=[\s|｜]|$)|$)|(?P<word>[^\s|｜]+)|(?=[\s|｜]|$))""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = frozenset("\"'([{<《〈「『")
_CLOSING = frozenset("\"')]}>》〉」』%‰")
_MOST_TOKENS = 64
"""Parts of a query beyond which it is no query but a text, and looked for as one."""


@dataclass(frozen=True, slots=True)
class Clause(Generic[T]):
    """One condition: something of ``any`` must be there, or nothing of it."""

    any: tuple[T, ...]
    """What satisfies it, parted by ``|`` in the query; never empty."""
    without: bool = False
    """Whether none of them may be there (``-词``)."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. All clauses must hold."""

    words: tuple[Clause[Term], ...] = ()
    """What one block's text must hold, or not hold."""
    sections: tuple[Clause[str], ...] = ()
    """Pieces of a heading above the block (its own included), folded."""
    regions: tuple[Clause[str], ...] = ()
    """Pieces of the name of the report's region, folded."""
    years: tuple[Clause[Years], ...] = ()
    """Years of the report's delivery."""
    values: tuple[Clause[Range], ...] = ()
    """How much a figure in the block says; never ``without``. One figure must satisfy all ``values`` and ``kinds``."""
    kinds: tuple[Clause[str], ...] = ()
    """Of what kind or measure that figure is: values of ``figures.Kind`` and ``figures.Measure``; never ``without``."""
    hint: str = ""
    """In Chinese, what of the query could not be read, and how it is written; empty where all was read."""
    rest: str = ""
    """What of the query are not words that must be there, as it was typed: exclusions and fields."""
    plain: tuple[Term, ...] = ()
    """The query read as text with nothing but blanks and quotes as signs; empty where it holds no text."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words whose occurrences are hits, each once, in the order of the query."""
        return tuple(
            dict.fromkeys(term for clause in self.words if not clause.without for term in clause.any)
        )

    @property
    def asks_figures(self) -> bool:
        """Whether it asks for figures."""
        return bool(self.values or self.kinds)

    @property
    def asks_fields(self) -> bool:
        """Whether it asks for anything but words."""
        return bool(self.sections or self.regions or self.years or self.asks_figures)

    @property
    def is_plain(self) -> bool:
        """Whether ``plain`` asks for the same: it has no sign but blanks and quotes."""
        return not self.asks_fields and self.words == tuple(Clause((term,)) for term in self.plain)


def parse(query: str) -> Query:
    """Return what ``query`` asks for; an empty ``Query`` if it holds nothing but blanks.

    A blank parts two words that must both be there, ``|`` two of which one must be (it binds closer than a blank);
    ``-词`` after a blank excludes. A field is its name and a colon: 节 地区 年 数 类, or section region year value kind;
    what has the form of a field and no such name is text. A field that cannot be read is text too, with a hint; one
    that is not yet typed to its end asks for nothing.

    A blank parts nothing beside a mark or between single characters: ``8.5 %``, ``达到 ，`` and ``政 府 工 作`` are
    copied from reports that are spaced out like that. A straight double quote at the start of a term opens a phrase,
    found as it is or not at all; the next one closes it if a blank, a ``|`` or nothing follows, and while there is none
    yet it goes on to the end. Any other quote is text.
    """
    plain = _plain(query)
    tokens = list(_tokens(query))
    if len(tokens) > _MOST_TOKENS:
        return _as_text(plain)
    builder = _Builder()
    for token in tokens:
        builder.take(token)
    read = builder.query(plain)
    return read if read.terms or read.asks_fields else _as_text(plain, read.hint)


def _as_text(plain: tuple[Term, ...], hint: str = "") -> Query:
    return Query(tuple(Clause((term,)) for term in plain), hint=hint, plain=plain)


@dataclass(frozen=True, slots=True)
class _Token:
    """One term as it was typed."""

    text: str
    """What stands after sign and field."""
    whole: str
    """All of it, for use as text."""
    literal: bool
    """Whether ``text`` stood in straight double quotes."""
    field: Field | None
    """What is asked for; None for words."""
    without: bool
    """Whether ``-`` stood before it."""
    after_bar: bool
    """Whether ``|`` stood before it."""


def _tokens(query: str) -> Iterator[_Token]:
    end = len(query.rstrip())
    at = 0
    while at < end:
        match = _TOKEN.match(query, at)
        if match is None or match.end() == at:
            return
        at = match.end()
        after_bar = bool(match["bars"])
        whole = query[match.end("bars") : at]
        if match["sign"] and (after_bar or not match["blank"]):  # a sign of the text: -5%
            yield _Token(whole, whole, False, None, False, after_bar)
            continue
        asked = fields.NAMES[match["name"].lower()] if match["name"] else None
        text = match["phrase"] or match["word"] or ""
        if text or asked:
            is_phrase = match["phrase"] is not None
            yield _Token(text, whole, is_phrase, asked, bool(match["sign"]), after_bar)


@dataclass
class _Builder:
    """A query while it is read."""

    clauses: list[tuple[Field | None, list[object], bool]] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    word: str = ""
    """Text of the word that the next piece may still belong to."""
    last: str = ""
    """The last piece of it."""
    rest: str = ""
    """What was typed of exclusions and fields."""

    def take(self, token: _Token) -> None:
        """Take the next token."""
        asked = token.field
        if token.after_bar and asked is None and self.clauses:
            asked = self.clauses[-1][0]
        try:
            if asked is not None:
                self._take_field(asked, token)
                return
        except Unreadable as error:
            self.hints.append(str(error))
            if not error.is_complete:
                return
            token = replace(token, text=token.whole, literal=False, without=False)
        self._take_word(token)

    def _take_field(self, asked: Field, token: _Token) -> None:
        if token.without and asked in (Field.VALUE, Field.KIND):
            raise Unreadable(f"{asked.value}：前面不能用 - 号")
        self._add(asked, fields.read(asked, token.text), token)
        self.word = self.last = ""

    def _take_word(self, token: _Token) -> None:
        piece = fold(token.text).text
        joins = not (token.literal or token.without or token.after_bar)
        if joins and self.word and piece and not _is_parted(self.word, self.last, piece):
            self.word += piece
            self.clauses[-1][1][-1] = Term(self.word, False, token.text.isupper())
        elif piece:
            self._add(None, Term(piece, token.literal, token.text.isupper()), token)
            self.word = "" if token.literal or token.without else piece
        self.last = piece or self.last

    def _add(self, asked: Field | None, value: object, token: _Token) -> None:
        """Add a value, to the clause before it if ``|`` stood between and both are of one kind."""
        joined = token.after_bar and bool(self.clauses) and self.clauses[-1][0] is asked
        if joined:
            self.clauses[-1][1].append(value)
        else:
            if token.after_bar and self.clauses:
                self.hints.append("| 两边要同是词，或同是一种条件")
            self.clauses.append((asked, [value], token.without))
        if asked is not None or self.clauses[-1][2]:
            self.rest += ("|" if joined else " " if self.rest else "") + token.whole

    def query(self, plain: tuple[Term, ...]) -> Query:
        """Return what was read."""
        chosen: dict[Field | None, list[Clause[object]]] = {}
        for asked, values, without in self.clauses:
            clause = Clause(tuple(dict.fromkeys(values)), without)
            if clause not in chosen.setdefault(asked, []):
                chosen[asked].append(clause)

        def of(asked: Field | None) -> tuple[Clause[T], ...]:
            return tuple(chosen.get(asked, ()))  # type: ignore[arg-type]

        return Query(
            of(None),
            of(Field.SECTION),
            of(Field.REGION),
            of(Field.YEAR),
            of(Field.VALUE),
            of(Field.KIND),
            "；".join(dict.fromkeys(self.hints)),
            self.rest,
            plain,
        )


_PIECE = re.compile(r'"(?P<phrase>[^"]*)(?:"(?=\s|$)|$)|(?P<word>\S+)')


def _plain(query: str) -> tuple[Term, ...]:
    """The terms of a query in which blanks and quotes are the only signs, each once, in its order."""
    terms: list[Term] = []
    word = last = ""
    for match in _PIECE.finditer(query):
        if match["word"] is None:
            terms += (Term(word, False), Term(fold(match["phrase"]).text, True))
            word = last = ""
            continue
        piece = fold(match["word"]).text
        if word and piece and _is_parted(word, last, piece):
            terms.append(Term(word, False))
            word = ""
        word += piece
        last = piece or last
    terms.append(Term(word, False))
    return tuple(dict.fromkeys(term for term in terms if term.text))


def _is_parted(word: str, last: str, piece: str) -> bool:
    """Whether the blank between ``word``, whose last piece is ``last``, and the next ``piece`` parts two words."""
    ends_word = word[-1].isalnum() or (word[-1] in _CLOSING and len(word) > 1)
    begins_word = piece[0].isalnum() or (piece[0] in _OPENING and len(piece) > 1)
    return ends_word and begins_word and (len(last) > 1 or len(piece) > 1 or not last.isalnum())
