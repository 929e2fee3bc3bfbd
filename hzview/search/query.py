"""What a person typed into the search line → the terms that a paragraph must hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hzview.folding import fold

_PIECE = re.compile(r'"(?P<phrase>[^"]*)(?:"(?=\s|$)|$)|(?P<word>\S+)')
_OPENING = frozenset("\"'([{<《〈「『")
_CLOSING = frozenset("\"')]}>》〉」』%‰")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for."""

    text: str
    """What to look for, folded; never empty."""
    literal: bool
    """Whether it stood in straight double quotes: to be found as it is or not at all."""


def parse(query: str) -> tuple[Term, ...]:
    """Return the terms of ``query``, each once, in its order; none if it holds nothing but blanks.

    A blank parts two terms where words stand on both sides of it. It parts nothing beside a mark or between single
    characters: ``8.5 %``, ``达到 ，`` and ``政 府 工 作`` are copied from reports that are spaced out like that.
    A straight double quote at the start of a term opens a phrase; the next one closes it if a blank or nothing follows,
    and while there is none yet it goes on to the end. Any other quote is text.
    """
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
