"""The wording of two reports side by side: which sentences stayed, changed, moved, went and came.

Sentences that are equal when folded are paired first, in their order (``difflib``). Each that is left is paired with the
one that is most like it, where enough of the two is the same; likeness is what two sentences have in common of their
pairs of neighbouring characters, which is quick and does not mind what was turned round. Pairs that do not keep the order
of the rest are *moved*.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from hzview.folding import fold
from hzview.model import BlockType, Report, Role, Span

LIKE = 0.4
"""Least likeness of two sentences that are taken for versions of one; 1 where they are equal, 0 with nothing in common."""
_SHORTEST = 6
"""Folded characters of a sentence below which only an equal one is its pair."""
_CANDIDATES = 12
"""How many sentences that share the rarest pairs of characters are looked at for each."""
_SENTENCE = re.compile(r"[^。！？!?；;]*[。！？!?；;]+[”’』」）)]*|[^。！？!?；;]+")


class Change(StrEnum):
    """What became of a sentence."""

    SAME = "same"
    CHANGED = "changed"
    DROPPED = "dropped"
    """It stands only in the first report."""
    ADDED = "added"
    """It stands only in the second."""


class Sentence(NamedTuple):
    """A sentence of a report."""

    span: Span
    """Where it stands, blanks around it left out."""
    text: str
    """What it says."""
    folded: str
    """The same, folded."""


class Pair(NamedTuple):
    """A sentence of the first report and its version in the second; one of them may be missing."""

    left: Sentence | None
    """In the first report."""
    right: Sentence | None
    """In the second."""
    likeness: float
    """1 where they are equal; 0 where one is missing."""
    moved: bool
    """Whether it stands in another order than the sentences around it."""

    @property
    def change(self) -> Change:
        """What became of the sentence."""
        if self.left is None:
            return Change.ADDED
        if self.right is None:
            return Change.DROPPED
        return Change.SAME if self.left.folded == self.right.folded else Change.CHANGED


class Piece(NamedTuple):
    """A run of characters of two versions of a sentence."""

    left: str
    """What the first says here; empty where the second adds."""
    right: str
    """What the second says here; empty where it leaves out."""

    @property
    def is_same(self) -> bool:
        """Whether both say the same here."""
        return self.left == self.right


def sentences(report: Report, role: Role | None = None) -> list[Sentence]:
    """Return the sentences of a report's paragraphs in order, only of parts that have ``role`` where it is given."""
    found = []
    for index, block in enumerate(report.blocks):
        part = report.parts[block.part]
        if block.type is not BlockType.PARAGRAPH or part.appendix or role not in (None, part.role):
            continue
        for match in _SENTENCE.finditer(block.text):
            text = match.group().strip()
            if text:
                start = match.start() + len(match.group()) - len(match.group().lstrip())
                found.append(Sentence(Span(index, start, start + len(text)), text, fold(text).text))
    return found


def align(left: Sequence[Sentence], right: Sequence[Sentence]) -> list[Pair]:
    """Pair the sentences of two reports; in the order of the second, what was dropped where it would stand."""
    partner = _equal(left, right)
    free_left = [i for i in range(len(left)) if i not in partner]
    free_right = sorted(set(range(len(right))) - set(partner.values()))
    likeness = dict.fromkeys(partner, 1.0)
    for score, i, j in _alike(left, right, free_left, free_right):
        partner[i], likeness[i] = j, score
    kept = _in_order(partner)
    back = {j: i for i, j in partner.items()}
    pairs: list[Pair] = []
    upto = 0
    for j, sentence in enumerate(right):
        if j not in back:
            pairs.append(Pair(None, sentence, 0.0, False))
            continue
        i = back[j]
        if i in kept:
            pairs += (Pair(left[k], None, 0.0, False) for k in range(upto, i) if k not in partner)
            upto = i + 1
        pairs.append(Pair(left[i], sentence, likeness[i], i not in kept))
    pairs += (Pair(left[k], None, 0.0, False) for k in range(upto, len(left)) if k not in partner)
    return pairs


def differences(left: str, right: str) -> list[Piece]:
    """Return both versions of a sentence in runs that are the same and runs that are not; numbers stay whole."""
    first, second = _TOKEN.findall(left), _TOKEN.findall(right)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    pieces: list[Piece] = []
    for _, a, b, c, d in matcher.get_opcodes():
        piece = Piece("".join(first[a:b]), "".join(second[c:d]))
        alone = piece.is_same and len(piece.left) < _WORD and a > 0 and b < len(first)
        if pieces and (alone or not piece.is_same) and not pieces[-1].is_same:
            pieces[-1] = Piece(pieces[-1].left + piece.left, pieces[-1].right + piece.right)
        else:
            pieces.append(piece)
    return pieces


_WORD = 2
"""Characters that two versions have in common for the eye to find its way by; a single one only breaks a change in two."""
_TOKEN = re.compile(r"[\d０-９]+(?:[.．,，][\d０-９]+)*[%％‰]?|[A-Za-z]+|.", re.DOTALL)


def _equal(left: Sequence[Sentence], right: Sequence[Sentence]) -> dict[int, int]:
    """Pair equal sentences: first in order, then those that moved; the index in ``right`` by that in ``left``."""
    matcher = SequenceMatcher(None, [s.folded for s in left], [s.folded for s in right], autojunk=False)
    partner = {a + k: b + k for a, b, size in matcher.get_matching_blocks() for k in range(size)}
    taken = set(partner.values())
    places: dict[str, list[int]] = {}
    for j in reversed(range(len(right))):
        if j not in taken:
            places.setdefault(right[j].folded, []).append(j)
    for i, sentence in enumerate(left):
        if i not in partner and (free := places.get(sentence.folded)):
            partner[i] = free.pop()
    return partner


def _alike(
    left: Sequence[Sentence], right: Sequence[Sentence], free_left: list[int], free_right: list[int]
) -> Iterator[tuple[float, int, int]]:
    """Yield pairs of sentences that are versions of one another, the likest first, each sentence once."""
    index: dict[str, list[int]] = {}
    for j in free_right:
        if len(right[j].folded) >= _SHORTEST:
            for pair in _bigrams(right[j].folded):
                index.setdefault(pair, []).append(j)
    scored = [
        (score, i, j)
        for i in free_left
        if len(left[i].folded) >= _SHORTEST
        for j in _candidates(left[i].folded, index)
        if (score := likeness(left[i].folded, right[j].folded)) >= LIKE
    ]
    done_left: set[int] = set()
    done_right: set[int] = set()
    for score, i, j in sorted(scored, key=lambda entry: (-entry[0], abs(entry[1] - entry[2]), entry[1])):
        if i not in done_left and j not in done_right:
            done_left.add(i)
            done_right.add(j)
            yield score, i, j


def _candidates(text: str, index: dict[str, list[int]]) -> list[int]:
    """Return the sentences that share most with ``text``, a rare pair of characters counting more than a common one."""
    shared: Counter[int] = Counter()
    for pair in _bigrams(text):
        places = index.get(pair, ())
        if len(places) <= _COMMON:
            for j in places:
                shared[j] += 1
    return [j for j, _ in shared.most_common(_CANDIDATES)]


_COMMON = 200
"""Sentences with a pair of characters beyond which it tells nothing."""


def likeness(first: str, second: str) -> float:
    """Return how much two folded texts have in common: the Dice coefficient of their pairs of characters, 0 to 1."""
    one, other = _bigrams(first), _bigrams(second)
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else float(first == second)


@lru_cache(maxsize=8192)
def _bigrams(text: str) -> Counter[str]:
    return Counter(text[k : k + 2] for k in range(len(text) - 1))


def _in_order(partner: dict[int, int]) -> set[int]:
    """Return the keys of the longest run of pairs that keep their order (patience)."""
    ends: list[int] = []
    keys: list[int] = []
    before: dict[int, int | None] = {}
    for i in sorted(partner):
        place = bisect_left(ends, partner[i])
        before[i] = keys[place - 1] if place else None
        if place == len(ends):
            ends.append(partner[i])
            keys.append(i)
        else:
            ends[place], keys[place] = partner[i], i
    kept: set[int] = set()
    at = keys[-1] if keys else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept
