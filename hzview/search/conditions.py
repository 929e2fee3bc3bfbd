"""What a query asks of one block's folded text, and of the report around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from hzview.folding import fold
from hzview.search.fields import Term
from hzview.search.matchers import Blind, Exact, Matcher, bare, merged
from hzview.search.query import Clause, Query

_LONGEST_BLIND = 200
"""Folded characters of the longest term that is looked for with marks passed over; longer ones are not typed."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a text must hold, and must not hold."""

    groups: Sequence[Sequence[Matcher]]
    """Groups of matchers, each of which must find something by one of its own."""
    barred: Sequence[Matcher]
    """Matchers that must find nothing."""

    @property
    def matchers(self) -> list[Matcher]:
        """The matchers of all groups: what they find are hits."""
        return list(chain.from_iterable(self.groups))

    def met(self, text: str) -> bool:
        """Whether a folded text meets all of them."""
        return all(count(group, text) for group in self.groups) and not count(self.barred, text)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return the hits in a folded text, in its offsets, in order."""
        return merged(self.matchers, text) if self.groups else []


def exact(words: Iterable[Clause[Term]]) -> Conditions:
    """Return conditions that find words as they are."""
    groups: list[list[Matcher]] = []
    barred: list[Matcher] = []
    for clause in words:
        matchers = [Exact(term) for term in clause.any]
        if clause.without:
            barred += matchers
        else:
            groups.append([*matchers])
    return Conditions(groups, barred)


def blind(words: Iterable[Clause[Term]]) -> Conditions | None:
    """Return conditions that pass over marks; None where no word may be found so.

    A word of marks only asks for nothing.
    """
    groups: list[list[Matcher]] = []
    barred: list[Matcher] = []
    is_loose = False
    for clause in words:
        group: list[Matcher] = []
        for term in clause.any:
            wanted = "" if term.literal or clause.without else bare(term.text)
            if len(wanted) > _LONGEST_BLIND:
                return None
            is_loose = is_loose or bool(wanted)
            if term.literal or clause.without:
                group.append(Exact(term))
            elif wanted:
                group.append(Blind(wanted))
        if clause.without:
            barred += group
        elif group:
            groups.append(group)
    return Conditions(groups, barred) if is_loose else None


def means(query: Query, region: str, year: int | None) -> bool:
    """Whether a query asks for reports of ``region`` delivered in ``year``, among others perhaps."""
    folded = fold(region).text
    return all(
        any(piece in folded for piece in clause.any) is not clause.without for clause in query.regions
    ) and all(any(year in years for years in clause.any) is not clause.without for clause in query.years)


def count(matchers: Sequence[Matcher], text: str) -> int:
    """Return how many times ``matchers`` find something in a folded text."""
    return sum(matcher.count(text) for matcher in matchers)
