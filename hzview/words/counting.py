"""The words of one report, counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from hzview import segmenter
from hzview.folding import Folded, fold
from hzview.model import Report
from hzview.words.stopwords import stopwords

BETWEEN = "\n"
"""Stands between the blocks of a text in which terms are counted; folded text has no blanks, so no term holds it."""
RULES = 1
"""Goes up whenever ``tokens`` or ``is_word`` changes: counts that were kept are made anew."""
PER = 10_000
"""Characters that rates are given for: 每万字."""
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"第?[〇零一二三四五六七八九十百千万亿两几]+")


class Token(NamedTuple):
    """A word where it stands."""

    word: str
    """The word, folded."""
    start: int
    """Its first character, counted in the folded text."""


def tokens(text: str) -> Iterator[Token]:
    """Yield the words in a folded text: no marks, no blanks, no numbers."""
    start = 0
    for word in segmenter.cut(text):
        if is_word(word):
            yield Token(word, start)
        start += len(word)


def is_word(text: str) -> bool:
    """Whether what the segmenter cut off is a word: it has a letter or a Chinese character, and is no number."""
    return _LETTER.search(text) is not None and not _NUMBER.fullmatch(text)


def is_listed(word: str) -> bool:
    """Whether lists of words show ``word``: it has more than one character and is no stop word."""
    return len(word) > 1 and word not in stopwords()


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in ``texts``, blocks that are not folded yet."""
    found = Counter(chain.from_iterable(segmenter.cut(fold(text).text) for text in texts))
    return Counter({word: count for word, count in found.items() if is_word(word)})


class Words:
    """The words of a report, or of some of its blocks. Making one loads the segmenter, if it is not loaded yet."""

    def __init__(self, report: Report, blocks: Iterable[int] | None = None) -> None:
        """Count the words of ``report``; of its ``blocks`` with these indices, if given."""
        self.report = report
        """The report."""
        self.blocks = tuple(range(len(report.blocks)) if blocks is None else blocks)
        """Indices into ``Report.blocks`` of the blocks that are counted."""
        self.counts: Counter[str] = Counter()
        """How often each word stands by itself, in the order of their first appearance; stop words too."""
        self.paragraphs: Counter[str] = Counter()
        """In how many blocks each word stands by itself."""
        self._folded: dict[int, Folded] = {}
        self._first: dict[str, tuple[int, int]] = {}
        for block in self.blocks:
            self._count(block)
        self.text = BETWEEN.join(folded.text for folded in self._folded.values())
        """The folded text of the blocks, ``BETWEEN`` between them."""

    def _count(self, block: int) -> None:
        folded = self._folded[block] = fold(self.report.blocks[block].text)
        found = list(tokens(folded.text))
        for token in found:
            self._first.setdefault(token.word, (block, token.start))
        self.counts.update(token.word for token in found)
        self.paragraphs.update({token.word for token in found})

    @property
    def total(self) -> int:
        """How many words there are, each as often as it stands; stop words too, numbers and marks not."""
        return self.counts.total()

    @property
    def characters(self) -> int:
        """How many characters there are, marks and figures included, blanks not."""
        return sum(len(folded.text) for folded in self._folded.values())

    def anywhere(self, term: str) -> int:
        """Return how often the characters of ``term`` stand in the text, inside longer words too, as Ctrl+F counts."""
        return occurrences(self.text, fold(term).text)

    def spelling(self, word: str) -> str:
        """Return ``word`` as it is written where it first stands by itself; as it is where it does not."""
        if word not in self._first:
            return word
        block, start = self._first[word]
        first, end = self._folded[block].original(start, start + len(word))
        return "".join(self.report.blocks[block].text[first:end].split())

    def listed(self, *, every: bool = False) -> list[str]:
        """Return the words that a list shows, the commonest first and, of equals, the one that stands first.

        ``every`` asks for stop words and single characters as well.
        """
        return [word for word, _ in self.counts.most_common() if every or is_listed(word)]


def occurrences(text: str, term: str) -> int:
    """Return how often the folded ``term`` stands in the folded ``text``; of overlapping ones the first counts."""
    return text.count(term) if term else 0


def rate(count: int, characters: int) -> float:
    """Return how often something stands in ``PER`` characters of a text."""
    return count * PER / characters if characters else 0.0
