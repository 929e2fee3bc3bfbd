"""Finding Chinese by the letters of its pinyin: initials (gyzjz), syllables (gongye) and any mixture of the two.

Letters are read in every way that they can be: ``xian`` is 西安 and 先. Each element is an initial (``z`` is zh too, ``zh``
only zh) or a whole syllable, and what stands last may be a syllable that is not yet typed to its end. An apostrophe parts
syllables; ü is typed v. Characters and digits among the letters are themselves: ``5gjz`` is 5G基站.

Looking goes in two steps: where the first letters of the readings fit is found by a pattern in the text's *initials*, a
letter a character; what is found there is then read syllable by syllable.

The table of readings beside this module comes from pypinyin (MIT) and is made by ``tools.pinyin_table``. It is read when
letters are first looked for, in a millisecond or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple

_FILE = Path(__file__).with_name("pinyin.txt")
_LONGEST = 48
"""Characters of a query beyond which it is no pinyin."""
_LOOKED_FOR = 4
"""Initials that are looked for before reading on."""
_LETTERS = re.compile("[a-z]+")
_PAIRS = frozenset(("zh", "ch", "sh"))
_PRIVATE = 0xE000


def could_be(query: str) -> bool:
    """Tell whether ``query`` (folded) has letters enough, two, to be looked for as pinyin; reads no table."""
    return len(query) <= _LONGEST and sum(map(len, _LETTERS.findall(query))) > 1


def initials(text: str) -> str:
    """Return ``text`` (folded) with a letter for each character that has a reading; as long as the text.

    A character of several initials (长: z, c) gets a private one. It serves ``Pinyin.spans`` again and again: 60 ns a
    character.
    """
    return text.translate(_table().letters)


class Pinyin:
    """One query, to be found in any number of texts. Texts are folded ones; offsets count their code points."""

    def __init__(self, query: str) -> None:
        """Look for ``query``, folded."""
        self._steps = _steps(query.replace("ü", "v").strip("'")) if could_be(query) else []
        # Where every element is a single initial, the pattern of the initials says all.
        self._says_all = all(
            _is_open(piece) and stop == at + 1
            for at, steps in enumerate(self._steps)
            for piece, stop in steps
        )
        most = len(self._steps) if self._says_all else _LOOKED_FOR
        first = sorted(self._first_letters(0, most))
        self._pattern = re.compile("|".join("".join(run) for run in first)) if first else None
        self._fits: dict[tuple[str, str], bool] = {}

    def __bool__(self) -> bool:
        """Whether it can be read as pinyin at all."""
        return self._pattern is not None

    def spans(self, text: str, letters: str | None = None) -> list[tuple[int, int]]:
        """Return where the query stands in ``text``, in order, each as long as can be and after the one before.

        ``letters`` are the text's ``initials``, where they are at hand.
        """
        if self._pattern is None:
            return []
        letters = initials(text) if letters is None else letters
        if self._says_all:
            return [match.span() for match in self._pattern.finditer(letters)]
        found: list[tuple[int, int]] = []
        match = self._pattern.search(letters)
        while match is not None:
            at = match.start()
            end = self._read(text, at)
            if end:
                found.append((at, end))
            match = self._pattern.search(letters, end or at + 1)
        return found

    def starts(self, text: str) -> bool:
        """Tell whether ``text`` begins with the query."""
        return bool(self._steps) and self._read(text, 0) > 0

    def _read(self, text: str, at: int) -> int:
        """Return where the longest reading ends that begins at ``at``; 0 where there is none."""
        end = 0
        places = {0}
        while places and at < len(text):
            character = text[at]
            at += 1
            reached = {
                stop for place in places for piece, stop in self._steps[place] if self._fit(piece, character)
            }
            if len(self._steps) in reached:
                end = at
                reached.remove(len(self._steps))
            places = reached
        return end

    def _fit(self, piece: str, character: str) -> bool:
        """Whether ``character`` can be read as an element: itself, a whole syllable, or, ending in *, its beginning."""
        key = (piece, character)
        known = self._fits.get(key)
        if known is None:
            said = readings(character)
            if _is_open(piece):
                known = character == piece[:-1] or any(reading.startswith(piece[:-1]) for reading in said)
            else:
                known = character == piece or piece in said
            self._fits[key] = known
        return known

    def _first_letters(self, place: int, most: int) -> Iterator[tuple[str, ...]]:
        """Yield patterns of the initials of the first ``most`` elements from ``place``, each once."""
        if not self._steps:
            return
        if not most or place == len(self._steps):
            yield ()
            return
        classes = _table().classes
        for letter, stop in dict.fromkeys((piece[0], stop) for piece, stop in self._steps[place]):
            one = classes.get(letter) or re.escape(initials(letter))
            for rest in dict.fromkeys(self._first_letters(stop, most - 1)):
                yield (one, *rest)


def _is_open(piece: str) -> bool:
    """Whether an element is only the beginning of a syllable."""
    return len(piece) > 1 and piece.endswith("*")


@lru_cache(maxsize=8)
def _pinyin(query: str) -> Pinyin:
    return Pinyin(query)


def matches(query: str, text: str) -> list[tuple[int, int]]:
    """Return where ``text`` can be read as ``query``, both folded: spans in order, none where it cannot."""
    return _pinyin(query).spans(text)


def starts(query: str, text: str) -> bool:
    """Tell whether ``text`` begins with what can be read as ``query``, both folded."""
    return _pinyin(query).starts(text)


class _Table(NamedTuple):
    """The table of readings, as it is needed."""

    text: str
    """A line a syllable: the syllable, a blank, its characters."""
    syllables: frozenset[str]
    """Every syllable."""
    beginnings: frozenset[str]
    """Every beginning of a syllable."""
    letters: Mapping[int, str]
    """For ``str.translate``: a character's initial."""
    classes: Mapping[str, str]
    """For each letter, the pattern of the initials that it may stand for."""


@cache
def _table() -> _Table:
    text = _FILE.read_text("utf-8")
    lines = [line.partition(" ") for line in text.split("\n")[:-1]]
    letters: dict[int, str] = {}
    several: dict[int, str] = {}
    for syllable, _, characters in lines:
        codes = dict.fromkeys(map(ord, characters), syllable[0])
        for code in codes.keys() & letters.keys():
            several[code] = several.get(code, letters[code]) + syllable[0]
        letters.update(codes)
    private: dict[frozenset[str], str] = {}
    for code, of_it in several.items():
        if len(set(of_it)) > 1:
            letters[code] = private.setdefault(frozenset(of_it), chr(_PRIVATE + len(private)))
    classes = {
        letter: f"[{letter}{''.join(one for some, one in private.items() if letter in some)}]"
        for letter in ascii_lowercase
    }
    syllables = frozenset(syllable for syllable, _, _ in lines)
    beginnings = frozenset(syllable[:end] for syllable in syllables for end in range(1, len(syllable) + 1))
    return _Table(text, syllables, beginnings, letters, classes)


@cache
def readings(character: str) -> tuple[str, ...]:
    """Return how ``character`` is read, syllables without tones (ü is v); empty where it is not in the table."""
    text = _table().text
    found = []
    at = text.find(character) if ord(character) in _table().letters else -1
    while at >= 0:
        begin = text.rfind("\n", 0, at) + 1
        found.append(text[begin : text.index(" ", begin)])
        at = text.find(character, at + 1)
    return tuple(found)


def alike(character: str) -> str:
    """Return the characters that share a reading with ``character``, itself among them; empty where it has none."""
    lines = (line.partition(" ") for line in _table().text.split("\n"))
    said = readings(character)
    return "".join(characters for syllable, _, characters in lines if syllable in said)


def _steps(query: str) -> list[list[tuple[str, int]]]:
    """For each place in ``query``, the elements that may begin there and where they end; none where it cannot be read.

    An element is a character, a syllable, or what begins a syllable and a ``*``. Only elements from which the end can be
    reached are given.
    """
    steps: list[list[tuple[str, int]]] = [[] for _ in query]
    for at in range(len(query) - 1, -1, -1):
        if query[at] == "'":  # only a mark: whatever begins behind it begins here
            steps[at] = steps[at + 1] if at + 1 < len(query) else []
            continue
        steps[at] = [
            (piece, stop) for piece, stop in _elements(query, at) if stop == len(query) or steps[stop]
        ]
    return steps if steps and steps[0] else []


def _elements(query: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield the elements that may begin at ``at``, and where they end."""
    letters = _LETTERS.match(query, at)
    if letters is None:
        yield query[at], at + 1
        return
    table = _table()
    for stop in range(at + 1, min(letters.end(), at + 6) + 1):
        piece = query[at:stop]
        is_open = stop == len(query) or stop == at + 1 or piece in _PAIRS
        if is_open and (piece in table.beginnings or stop == at + 1):
            yield f"{piece}*", stop
        elif piece in table.syllables:
            yield piece, stop
