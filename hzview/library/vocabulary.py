"""The words of a report, without a dictionary: what is repeated in it, in changing company.

A run of characters is taken for a word where it stands several times, and not always between the same neighbours (the
criterion of left and right variety of Harris 1955, "From phoneme to morpheme", as it is used to find new words in
Chinese). Names in quotation marks and names of indicators are words anyway. This serves to guess what is meant by a
query in Latin letters, and nothing else: matching is by characters.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

LONGEST = 10
"""Characters of the longest word."""
_LONGEST_REPEATED = 6
"""Characters of the longest word that is told by its being repeated."""
_OFTEN = 3
"""How often a word stands in a report, at least."""
_SHARE = 0.6
"""How much of its company one neighbour makes up, at most."""
_HAN = "\u3007\u3400-\u9fff"
_NOT_HAN = re.compile(f"[^{_HAN}]+")
_QUOTED = re.compile(f"[“《]([{_HAN}]{{2,{LONGEST}}})[”》]")
_NAME = re.compile(f"[{_HAN}]{{2,{LONGEST}}}")
_NO_EDGE = frozenset("的了和与及在是为对等将从以到被把向并或也都就着过之其这那各于由使让个项")
"""Function words, by which hardly a word begins or ends."""
_BREAK = "\n"


def words_of(texts: Sequence[str], indicators: Iterable[str]) -> list[str]:
    """Return the words of a report in order of their characters, each once.

    ``texts`` are those of its blocks, ``indicators`` the names of what its figures measure.
    """
    found = {name for name in indicators if _NAME.fullmatch(name)}
    for text in texts:
        found.update(_QUOTED.findall(text))
    found.update(_repeated(_BREAK.join(texts)))
    return sorted(found)


def _repeated(text: str) -> Iterable[str]:
    """Yield what is repeated in changing company."""
    text = _BREAK + _NOT_HAN.sub(_BREAK, text) + _BREAK
    starts: Sequence[int] = range(len(text))
    for length in range(2, _LONGEST_REPEATED + 1):
        places: dict[str, list[int]] = defaultdict(list)
        for start in starts:
            places[text[start : start + length]].append(start)
        kept = {run: at for run, at in places.items() if len(at) >= _OFTEN and _BREAK not in run}
        for run, at in kept.items():
            if run[0] in _NO_EDGE or run[-1] in _NO_EDGE:
                continue
            if _varies(text[start - 1] for start in at) and _varies(text[start + length] for start in at):
                yield run
        starts = [
            start for at in kept.values() for start in at
        ]  # a longer one begins where a shorter one does


def _varies(neighbours: Iterable[str]) -> bool:
    """Whether no character is neighbour too often; beside a mark or the end of a line anything may stand."""
    counted = Counter(neighbours)
    every = counted.total()
    counted.pop(_BREAK, None)
    return max(counted.values(), default=0) <= _SHARE * every
