"""Finding Chinese by the letters of its pinyin: initials (gyzjz), syllables (gongye) and any mixture of the two.

Letters are read in every way that they can be: ``xian`` is 西安 and 先. Each element is an initial (``z`` is zh too, ``zh``
only zh) or a whole syllable, and what stands last may be a syllable that is not yet typed to its end. An apostrophe parts
syllables; ü is typed v. Characters and digits among the letters are themselves: ``5gjz`` is 5G基站.

Looking goes in two steps: where the readings of the first few characters fit is found by patterns in the text's *code*, a
code a character that stands for its readings; where that does not say all, what is found is read on to the end.

The table of readings beside this module comes from pypinyin (MIT) and is made by ``tests.makers.pinyin_table``. It is read when
letters are first looked for, in a millisecond or two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("pinyin.txt")
_LONGEST = 48
"""Characters of a query beyond which it is no pinyin."""
_LOOKED_FOR = 3
"""Elements that patterns look for."""
_LETTERS = re.compile("[a-z]+")
_PAIRS = frozenset(("zh", "ch", "sh"))
_FIRST_CODE = 0xAC00
"""Codes are characters from here on, in the block of Hangul, of which no Chinese text has any."""


def could_be(query: str) -> bool:
    """Tell whether ``query`` (folded) has letters enough, two, to be looked for as pinyin; reads no table."""
    return len(query) <= _LONGEST and sum(map(len, _LETTERS.findall(query))) > 1


def coded(text: str) -> str:
    """Return ``text`` (folded) with each character that has readings replaced by the code of them; as long as the text.

    It serves ``Pinyin.spans`` again and again: 60 ns a character.
    """
    return text.translate(_table().codes)


class Pinyin:
    """One query, to be found in any number of texts. Texts are folded ones; offsets count their code points."""

    def __init__(self, query: str) -> None:
        """Look for ``query``, folded."""
        self._steps = _steps(query.replace("ü", "v").strip("'")) if could_be(query) else []
        self._fits: dict[tuple[str, str], bool] = {}
        ways = sorted(set(self._ways(0, _LOOKED_FOR)), key=lambda way: (-len(way.classes), way))
        self._patterns = [(re.compile("".join(way.classes)), way.is_all) for way in ways]

    def __bool__(self) -> bool:
        """Whether it can be read as pinyin at all."""
        return bool(self._patterns)

    def spans(self, text: str, code: str | None = None) -> list[tuple[int, int]]:
        """Return where the query stands in ``text``, in order; of finds that overlap, the first, and of those the longest.

        ``code`` is what ``coded`` gives for the text, where that is at hand.
        """
        if not self._patterns:
            return []
        code = coded(text) if code is None else code
        only, is_all = self._patterns[0]
        if is_all and len(self._patterns) == 1:
            return [match.span() for match in only.finditer(code)]
        found = [
            span for pattern, is_all in self._patterns for span in self._found(text, code, pattern, is_all)
        ]
        if len(self._patterns) == 1:
            return found
        kept: list[tuple[int, int]] = []
        for span in sorted(found, key=lambda span: (span[0], -span[1])):
            if not kept or span[0] >= kept[-1][1]:
                kept.append(span)
        return kept

    def starts(self, text: str) -> bool:
        """Tell whether ``text`` begins with the query."""
        return bool(self._steps) and self._read(text, 0) > 0

    def _found(
        self, text: str, code: str, pattern: re.Pattern[str], is_all: bool
    ) -> Iterator[tuple[int, int]]:
        """Yield what ``pattern`` finds, read on to the end where it does not say all."""
        match = pattern.search(code)
        while match is not None:
            at, end = match.span()
            if not is_all:
                end = self._read(text, at)
            if end:
                yield at, end
            match = pattern.search(code, end or at + 1)

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

    def _ways(self, place: int, most: int) -> Iterator[_Way]:
        """Yield the ways to read at most ``most`` elements from ``place`` on."""
        if place == len(self._steps):
            if place:
                yield _Way((), True)
            return
        if not most:
            yield _Way((), False)
            return
        for piece, stop in self._steps[place]:
            # The code of a character that has readings says only how it is read.
            is_sure = len(piece) > 1 or not readings(piece)
            for way in self._ways(stop, most - 1):
                yield _Way((_class(piece), *way.classes), is_sure and way.is_all)


class _Way(NamedTuple):
    """A way to read the beginning of a query."""

    classes: tuple[str, ...]
    """A pattern of codes for each element."""
    is_all: bool
    """Whether nothing follows, and what the patterns find is what was looked for."""


def _is_open(piece: str) -> bool:
    """Whether an element is only the beginning of a syllable."""
    return len(piece) > 1 and piece.endswith("*")


@lru_cache(maxsize=1024)
def _class(piece: str) -> str:
    """The pattern of the codes of an element."""
    table = _table()
    if len(piece) == 1:
        return re.escape(coded(piece))
    if not _is_open(piece):
        codes = [number for number, said in enumerate(table.said) if piece in said]
        return f"[{''.join(chr(_FIRST_CODE + number) for number in codes)}]"
    whole = piece[:-1]
    first = bisect_left(table.syllables, whole)
    last = bisect_left(table.syllables, whole + "~") - 1  # behind every letter
    run = f"{chr(_FIRST_CODE + first)}-{chr(_FIRST_CODE + last)}" if first <= last else ""
    more = (number for number in range(len(table.syllables), len(table.said)))
    several = "".join(
        chr(_FIRST_CODE + number) for number in more if any(r.startswith(whole) for r in table.said[number])
    )
    return f"[{whole if len(whole) == 1 else ''}{run}{several}]"


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

    lines: tuple[str, ...]
    """The characters of each syllable."""
    syllables: tuple[str, ...]
    """Every syllable, in alphabetical order."""
    beginnings: frozenset[str]
    """Every beginning of a syllable."""
    codes: Mapping[int, str]
    """For ``str.translate``: a character's code."""
    said: tuple[tuple[str, ...], ...]
    """The readings that each code stands for: first each syllable alone, then what polyphones have."""


@cache
def _table() -> _Table:
    pairs = [line.split(" ") for line in _FILE.read_text("utf-8").split("\n")[:-1]]
    codes: dict[int, str] = {}
    several: dict[int, tuple[str, ...]] = {}
    for number, (syllable, characters) in enumerate(pairs):
        those = dict.fromkeys(map(ord, characters), chr(_FIRST_CODE + number))
        for code in those.keys() & codes.keys():
            several[code] = (*several.get(code, (pairs[ord(codes[code]) - _FIRST_CODE][0],)), syllable)
        codes.update(those)
    sets = {
        said: chr(_FIRST_CODE + len(pairs) + at) for at, said in enumerate(dict.fromkeys(several.values()))
    }
    codes.update((code, sets[said]) for code, said in several.items())
    syllables = tuple(syllable for syllable, _ in pairs)
    beginnings = frozenset(syllable[:end] for syllable in syllables for end in range(1, len(syllable) + 1))
    return _Table(
        tuple(characters for _, characters in pairs),
        syllables,
        beginnings,
        codes,
        (*((syllable,) for syllable in syllables), *sets),
    )


def readings(character: str) -> tuple[str, ...]:
    """Return how ``character`` is read, syllables without tones (ü is v); empty where it is not in the table."""
    table = _table()
    code = table.codes.get(ord(character))
    return table.said[ord(code) - _FIRST_CODE] if code is not None else ()


def alike(character: str) -> str:
    """Return the characters that share a reading with ``character``, itself among them; empty where it has none."""
    said, table = readings(character), _table()
    return "".join(
        those for syllable, those in zip(table.syllables, table.lines, strict=True) if syllable in said
    )


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
        elif _is_syllable(piece):
            yield piece, stop


def _is_syllable(piece: str) -> bool:
    syllables = _table().syllables
    at = bisect_left(syllables, piece)
    return at < len(syllables) and syllables[at] == piece
