"""The words of two reports beside each other: new, gone, said more, said less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hzview.words.counting import Words
from hzview.words.keyness import log_likelihood, log_ratio

LIKELY = 6.63
"""Log-likelihood above which a word is said more or less: p < 0.01, one degree of freedom (two texts of the same kind have
little to compare; see ``keyness.SURE`` for many)."""


class Change(StrEnum):
    """What became of a word from one report to the next."""

    NEW = "new"
    """The earlier report does not have it, not even inside another word."""
    GONE = "gone"
    """The later report does not have it, not even inside another word."""
    MORE = "more"
    """Both have it, and the later one says it more often than chance would have it."""
    LESS = "less"
    """Both have it, and the later one says it less often than chance would have it."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A word and what became of it."""

    word: str
    """The word, folded."""
    change: Change
    """What became of it."""
    count: int
    """How often the later report has it as a word."""
    before: int
    """How often the earlier report has it as a word."""


def compare(words: Words, before: Words, *, every: bool = False) -> list[Changed]:
    """Return the words that changed from ``before`` to ``words``: new, gone, more, less.

    New and gone words begin with the commonest, the others with the surest.
    """
    new = _only_in(words, before, every=every)
    gone = _only_in(before, words, every=every)
    return [
        *(Changed(word, Change.NEW, words.counts[word], 0) for word in new),
        *(Changed(word, Change.GONE, 0, before.counts[word]) for word in gone),
        *_shifted(words, before, every=every),
    ]


def _only_in(words: Words, other: Words, *, every: bool) -> Iterator[str]:
    return (word for word in words.listed(every=every) if word not in other.text)


def _shifted(words: Words, before: Words, *, every: bool) -> list[Changed]:
    totals = words.total, before.total
    found = []
    for word in words.listed(every=every):
        count, earlier = words.counts[word], before.counts[word]
        if not earlier:
            continue
        likelihood = log_likelihood(count, earlier, *totals)
        if likelihood >= LIKELY:
            change = Change.MORE if log_ratio(count, earlier, *totals) > 0 else Change.LESS
            found.append((change is Change.LESS, -likelihood, Changed(word, change, count, earlier)))
    return [changed for *_, changed in sorted(found, key=lambda item: item[:2])]
