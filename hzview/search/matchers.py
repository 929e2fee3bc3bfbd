"""How one term is found in one block's folded text: as it is, with marks passed over, or by its pinyin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from hzview.search.fields import Term

if TYPE_CHECKING:
    from hzview.pinyin import Pinyin

_MARK = r"[^\w%‰+]"
"""One mark that a search may pass over, in folded text: anything but letters, characters, digits and signs of number."""
_ANY_MARKS = re.compile(f"{_MARK}+")
_NUMBER_MARK = re.compile(f"(?<=[0-9%‰]){_MARK}+(?=[0-9])")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


class Matcher(Protocol):
    """Finds one term in folded text."""

    def count(self, text: str) -> int:
        """Return how many times the term occurs in ``text``, overlaps aside."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where it occurs, in order; as many as ``count`` says."""

    def covers(self, other: Matcher) -> bool:
        """Tell whether a find of ``other`` may lie inside a find of this one."""


class Exact:
    """Finds a term as it is."""

    def __init__(self, term: Term) -> None:
        """Look for ``term``."""
        self._text = term.text

    def covers(self, other: Matcher) -> bool:
        """Tell whether a find of ``other`` may lie inside a find of this one."""
        return not isinstance(other, Exact) or other._text in self._text

    def count(self, text: str) -> int:
        """Return how many times the term occurs in ``text``, overlaps aside."""
        return text.count(self._text)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where it occurs, in order."""
        found: list[tuple[int, int]] = []
        at = text.find(self._text)
        while at >= 0:
            found.append((at, at + len(self._text)))
            at = text.find(self._text, at + len(self._text))
        return found


class Blind:
    """Finds a term with marks passed over on both sides; those inside a number count."""

    def __init__(self, wanted: str) -> None:
        """Look for ``wanted``, which ``bare`` has gone through and which is not empty."""
        gaps = (_gap(left, right) for left, right in pairwise(wanted))
        self._first = wanted[0]
        self._pattern = re.compile(
            re.escape(wanted[0])
            + "".join(gap + re.escape(c) for gap, c in zip(gaps, wanted[1:], strict=True))
        )

    def covers(self, other: Matcher) -> bool:
        """Tell whether a find of ``other`` may lie inside a find of this one."""
        return True

    def count(self, text: str) -> int:
        """Return how many times the term occurs in ``text``, overlaps aside."""
        return len(self.spans(text)) if self._first in text else 0

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where it occurs, in order."""
        return [match.span() for match in self._pattern.finditer(text)]


class ByPinyin:
    """Finds what can be read as the letters that were typed."""

    def __init__(self, pinyin: Pinyin, codes: Callable[[str], str]) -> None:
        """Look for ``pinyin`` by way of the ``codes`` of a text, which are asked for again at each key."""
        self._pinyin = pinyin
        self._codes = codes

    def covers(self, other: Matcher) -> bool:
        """Tell whether a find of ``other`` may lie inside a find of this one."""
        return True

    def count(self, text: str) -> int:
        """Return how many times the letters can be read, overlaps aside."""
        return len(self.spans(text))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where they can be read, in order."""
        return self._pinyin.spans(text, self._codes(text))


def bare(text: str) -> str:
    """A folded term without marks, but for those inside a number; thousands lose their comma."""
    text = _THOUSANDS.sub("", text)
    kept = {at for match in _NUMBER_MARK.finditer(text) for at in range(*match.span())}
    return "".join(c for at, c in enumerate(text) if at in kept or not _ANY_MARKS.match(c))


def _gap(left: str, right: str) -> str:
    """The pattern of what may stand in the text between two neighbours of a bare term."""
    if left.isdecimal() and right.isdecimal():
        return "(?:,(?=[0-9]{3}(?![0-9])))?"
    inside_number = (left in "%‰" and right.isdecimal()) or _ANY_MARKS.search(left + right)
    return "" if inside_number else f"{_MARK}*"


def merged(matchers: Sequence[Matcher], text: str) -> list[tuple[int, int]]:
    """Where any of ``matchers`` finds something, in order, without what lies inside a longer find."""
    if len(matchers) == 1:
        return matchers[0].spans(text)
    return longest(span for matcher in matchers for span in matcher.spans(text))


def longest(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ``spans`` in order, without those that lie inside another one."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return kept
