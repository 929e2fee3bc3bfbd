"""What a query asks of one block's folded text, in each of the ways that words are looked for, and of the report around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, permutations

from hzview.folding import fold
from hzview.search.fields import Term
from hzview.search.matchers import Blind, ByPinyin, Exact, Matcher, bare, merged
from hzview.search.query import Clause, Query

_LONGEST_BLIND = 200
"""Folded characters of the longest term that is looked for with marks passed over; longer ones are not typed."""


@dataclass(frozen=True)
class Conditions:
    """What a text must be like. Offsets are those of the folded text."""

    groups: tuple[tuple[Matcher, ...], ...]
    """Of each group one matcher must find something."""
    barred: tuple[Matcher, ...] = ()
    """None of these may find anything."""

    @property
    def matchers(self) -> tuple[Matcher, ...]:
        """Those whose finds are hits."""
        return tuple(chain.from_iterable(self.groups))

    @property
    def overlap(self) -> bool:
        """Whether a find of one matcher may lie inside that of another."""
        return any(one.covers(other) for one, other in permutations(self.matchers, 2))

    def met(self, text: str) -> bool:
        """Tell whether ``text`` is like that."""
        return all(count(group, text) for group in self.groups) and not count(self.barred, text)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand in ``text``, in order, without what lies inside a longer find."""
        return merged(self.matchers, text) if self.groups else []


def count(matchers: Sequence[Matcher], text: str) -> int:
    """Return how many finds all ``matchers`` have in ``text``."""
    return sum(matcher.count(text) for matcher in matchers)


def exact(words: Iterable[Clause[Term]]) -> Conditions:
    """Return the conditions for words as they are."""
    return _conditions(words, Exact)


def blind(words: Iterable[Clause[Term]]) -> Conditions | None:
    """Return the conditions for words with marks passed over; None where no word may be found so.

    A word of marks only asks for nothing then; what may not be there stays as it is.
    """
    words = tuple(words)
    wanted = {
        term: bare(term.text)
        for clause in words
        if not clause.without
        for term in clause.any
        if not term.literal
    }
    if not any(wanted.values()) or max(map(len, wanted.values())) > _LONGEST_BLIND:
        return None

    def matcher(term: Term) -> Matcher | None:
        text = wanted.get(term)
        return Exact(term) if text is None else Blind(text) if text else None

    return _conditions(words, matcher)


def by_pinyin(
    words: Iterable[Clause[Term]], occurs: Callable[[str], bool], codes: Callable[[str], str]
) -> Conditions | None:
    """Return the conditions for words typed as pinyin; None where none of them can be.

    A word that ``occurs`` as it stands is looked for as it is, and so is one in capitals: that is a name. ``codes``
    is ``hzview.pinyin.coded``, or what remembers its answers.
    """
    from hzview.pinyin import Pinyin, could_be

    words = tuple(words)
    spelt: dict[Term, ByPinyin] = {}
    for term in (term for clause in words if not clause.without for term in clause.any):
        if term.literal or term.is_name or not could_be(term.text) or occurs(term.text):
            continue
        if pinyin := Pinyin(term.text):
            spelt[term] = ByPinyin(pinyin, codes)
    return _conditions(words, lambda term: spelt.get(term) or Exact(term)) if spelt else None


def _conditions(words: Iterable[Clause[Term]], make: Callable[[Term], Matcher | None]) -> Conditions:
    groups: list[tuple[Matcher, ...]] = []
    barred: list[Matcher] = []
    for clause in words:
        if clause.without:
            barred += map(Exact, clause.any)
        elif group := tuple(matcher for term in clause.any if (matcher := make(term)) is not None):
            groups.append(group)
    return Conditions(tuple(groups), tuple(barred))


def means(query: Query, region: str, year: int | None) -> bool:
    """Whether a query asks for reports of ``region`` delivered in ``year``, among others perhaps."""
    folded = fold(region).text
    return all(
        any(piece in folded for piece in clause.any) is not clause.without for clause in query.regions
    ) and all(any(year in years for years in clause.any) is not clause.without for clause in query.years)
