"""Finding commands, headings and indicators by a part of their name. No screen code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from hzview.folding import fold

LONGEST = 60
"""Characters of a name beyond which it is cut."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """Something that has a name."""

    name: str
    """What is looked for."""
    what: str
    """A few characters that say what it is."""
    value: T
    """The thing."""


class Names(Generic[T]):
    """Things that are found by a part of their name."""

    def __init__(self, things: Iterable[Named[T]]) -> None:
        """Hold ``things``; of equals the first one comes first."""
        self._things = [(fold(thing.name).text, thing) for thing in things]

    def find(self, query: str) -> list[Named[T]]:
        """Return those whose name has every word of ``query`` in it, as it is or by its pinyin.

        Those that begin with the first word come first, those in which a word is there only by its pinyin last.
        """
        from hzview.pinyin import Pinyin  # no name is looked for before the first page is shown

        words = [folded for word in query.split() if (folded := fold(word).text)]
        sounds = {word: Pinyin(word) for word in words}
        ranked: list[tuple[int, Named[T]]] = []
        for name, thing in self._things:
            if all(word in name for word in words):
                ranked.append((0 if not words or name.startswith(words[0]) else 1, thing))
            elif all(word in name or sounds[word].spans(name) for word in words):
                ranked.append((2, thing))
        ranked.sort(key=lambda pair: pair[0])
        return [thing for _, thing in ranked]


Do = Callable[[], object]
"""What is done when a name is chosen; an awaitable it returns is awaited."""
