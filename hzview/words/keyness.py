"""Words that stand out: said much more, or much less, in one text than in others.

Two measures, since neither does alone. The *log-likelihood* says how surely a difference is none of chance, and grows
with the size of the texts: by it alone the commonest words come first however little they differ. The *log ratio* says how
great the difference is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log, log2

from hzview.words.counting import Words, is_listed

SURE = 15.13
"""Log-likelihood above which a difference is none of chance: p < 0.0001, one degree of freedom. P. Rayson, D. Berridge,
B. Francis: Extending the Cochran rule for the comparison of word frequencies between corpora (JADT 2004) find that at
this value expected counts of 1 suffice."""
TWICE = 1.0
"""Log ratio from which a difference is worth a line: twice as often, or half."""
OFTEN = 3
"""How often a report has to say a word before it stands out: twice may be one passage."""
_NONE = 0.5
"""What counts as how often a word stands where it does not stand at all (A. Hardie, as below)."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word of a report beside other texts."""

    word: str
    """The word, folded."""
    count: int
    """How often it stands in the report."""
    others: int
    """How often it stands in the other texts."""
    likelihood: float
    """See ``log_likelihood``."""
    ratio: float
    """See ``log_ratio``; below 0 where the report says the word less."""


def log_likelihood(count: int, others: int, total: int, others_total: int) -> float:
    """Return the log-likelihood G² of a word standing ``count`` times in ``total`` words and ``others`` in ``others_total``.

    T. Dunning: Accurate methods for the statistics of surprise and coincidence (Computational Linguistics 19.1, 1993),
    in the form of P. Rayson and R. Garside: Comparing corpora using frequency profiling (Workshop on Comparing Corpora,
    ACL 2000): G² = 2 (a ln(a/E₁) + b ln(b/E₂)), where E₁ = c (a+b)/(c+d) and E₂ = d (a+b)/(c+d) are what both texts would
    have if they did not differ.
    """
    if not total or not others_total:
        return 0.0
    share = (count + others) / (total + others_total)
    return 2 * (_part(count, total * share) + _part(others, others_total * share))


def _part(found: int, expected: float) -> float:
    return found * log(found / expected) if found else 0.0


def log_ratio(count: int, others: int, total: int, others_total: int) -> float:
    """Return how many times a word doubles from the other texts to this one: 1 is twice as often, -1 half as often.

    A. Hardie: Log Ratio, an informal introduction (CASS, Lancaster 2014): log₂((a/c) / (b/d)), 0.5 for a count of 0.
    """
    if not total or not others_total:
        return 0.0
    return log2((count or _NONE) / total / ((others or _NONE) / others_total))


def stand_out(
    words: Words, others: Mapping[str, int], others_total: int, *, every: bool = False
) -> list[Keyword]:
    """Return the words that ``words`` has surely and clearly more often than others, then those it has less often.

    ``others`` are the counts of other texts with ``others_total`` words. Each half begins with the surest.
    """
    found = []
    total = words.total
    for word in {**words.counts, **others}:
        if not every and not is_listed(word):
            continue
        count, elsewhere = words.counts[word], others.get(word, 0)
        likelihood = log_likelihood(count, elsewhere, total, others_total)
        ratio = log_ratio(count, elsewhere, total, others_total)
        if likelihood >= SURE and abs(ratio) >= TWICE and (ratio < 0 or count >= OFTEN):
            found.append(Keyword(word, count, elsewhere, likelihood, ratio))
    return sorted(found, key=lambda keyword: (keyword.ratio < 0, -keyword.likelihood))
