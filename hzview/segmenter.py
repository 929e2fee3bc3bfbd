"""Chinese text cut into words, by jieba, with the terms of government work reports kept whole.

jieba serves what is about words, never what is found or marked. It takes half a second and 80 MB to load, so nothing of
it is imported until the first call, and that may come from a thread. Its own way of loading is avoided: it leaves a
cache in the folder that everybody's temporary files are in, and reads back whatever lies there under that name with
``marshal``; it writes to the standard error; and it imports pkg_resources. Where rjieba is installed (the extra
``fast``), that does the bulk of the work, with the same results.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from threading import Lock
from types import ModuleType

TERMS = Path(__file__).with_name("terms.txt")
"""The terms that are kept whole, one a line."""
_FREQUENCY = 10_000
"""How often each term is held to occur. jieba's dictionary has 60 million words in all: this outweighs any way to cut
a term up, and is little beside the common words around it."""
_PIECE_BYTES = 1 << 18
"""How much of the dictionary is read at once."""
_SILENT = 60
"""A level of logging above all others."""
# What jieba takes for Chinese, and for a number or a word of another script; any other character stands by itself.
_PIECE = re.compile(r"([\u4e00-\u9fd5]+)|[A-Za-z0-9]+(?:\.[0-9]+|&[A-Za-z]+)?%?|.", re.DOTALL)
_UNKNOWN = 65536
"""Runs of characters that are in no dictionary whose cuts are remembered."""

Cutter = Callable[[str], Iterable[str]]
"""Cuts a run of Chinese characters into words."""

_lock = Lock()
_cutter: Cutter | None = None


def cut(text: str) -> list[str]:
    """Cut ``text`` into words; joined, they are the text again.

    Blanks and marks are words of their own. Give folded text (see ``hzview.folding``): blanks inside a word would cut
    it. The first call loads jieba, whichever thread it comes from; more threads may call.
    """
    return cut_by(_loaded(), text)


def load() -> None:
    """Load jieba now and not at the first call of ``cut``."""
    _loaded()


def is_loaded() -> bool:
    """Whether ``cut`` would answer at once."""
    return _cutter is not None


def terms() -> list[str]:
    """Return the terms that are kept whole, as they are usually written."""
    lines = TERMS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def edition() -> str:
    """Return what tells the words that come out from those of another jieba or other terms; loads nothing."""
    from hashlib import sha256
    from importlib.metadata import version

    return f"{version('jieba')}-{sha256(TERMS.read_bytes()).hexdigest()[:12]}"


def _loaded() -> Cutter:
    global _cutter
    if _cutter is None:
        with _lock:
            if _cutter is None:
                _cutter = quick_cutter() or plain_cutter()
    return _cutter


def cut_by(cutter: Cutter, text: str) -> list[str]:
    """Cut ``text`` as ``cut`` does, runs of Chinese characters by ``cutter``."""
    return list(_words(text, cutter))


def _words(text: str, cutter: Cutter) -> Iterator[str]:
    for number, piece in enumerate(_mixed().split(text)):
        if number % 2:  # what the pattern found
            yield piece
            continue
        for match in _PIECE.finditer(piece):
            if match[1]:
                yield from cutter(match[1])
            else:
                yield match[0]


@lru_cache(maxsize=1)
def _mixed() -> re.Pattern[str]:
    """Return a pattern of the terms that are not all Chinese (A股, 劣V类), which jieba would cut; longest first."""
    mixed = sorted((term for term in terms() if not _is_chinese(term)), key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z0-9])({'|'.join(map(re.escape, mixed))})", re.IGNORECASE)


def _is_chinese(text: str) -> bool:
    match = _PIECE.match(text)
    return match is not None and match[1] == text


def frequencies(dictionary: Path) -> tuple[dict[str, int], int]:
    """Return what jieba's ``Tokenizer.gen_pfdict`` makes of its dictionary, in half the time, and the sum of all.

    A line is a word, how often it occurs, and its class. Every beginning of a word is in, too, with 0 if it is none.
    It goes piece by piece, for a thread that does it should let others have their turn.
    """
    found: dict[str, int] = {}
    total = 0
    with dictionary.open(encoding="utf-8") as file:
        while lines := file.readlines(_PIECE_BYTES):
            fields = "".join(lines).split()
            counts = list(map(int, fields[1::3]))
            found.update(zip(fields[::3], counts, strict=True))
            total += sum(counts)
    for word in list(found):
        beginning = word[:-1]
        while beginning and beginning not in found:
            found[beginning] = 0
            beginning = beginning[:-1]
    return found, total


def plain_cutter() -> Cutter:
    """Load jieba and return its way to cut."""
    jieba = imported()
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = frequencies(Path(str(jieba.__file__)).with_name("dict.txt"))
    tokenizer.initialized = True
    for term in filter(_is_chinese, terms()):
        tokenizer.add_word(term, _FREQUENCY)
    cut: Cutter = tokenizer.cut
    return cut


def quick_cutter() -> Cutter | None:
    """Load rjieba and return a way to cut as jieba does; None where it is not installed.

    rjieba's model of unknown words breaks ties in another way, so jieba's, which needs no dictionary, is used for them.
    """
    try:
        import rjieba
    except ImportError:
        return None
    engine = rjieba.Jieba()
    for term in filter(_is_chinese, terms()):
        engine.add_word(term, _FREQUENCY, None)
    finalseg = imported().finalseg

    @lru_cache(maxsize=_UNKNOWN)
    def unknown(characters: str) -> tuple[str, ...]:
        """Cut what is no word of the dictionary, or would be one if it were not better cut up."""
        return tuple(characters if engine.has_word(characters) else finalseg.cut(characters))

    def cut(text: str) -> Iterator[str]:
        """Do what jieba's ``Tokenizer.cut`` does: look for new words where single characters stand side by side."""
        single: list[str] = []
        for word in chain(engine.cut(text, hmm=False), ("",)):
            if len(word) == 1:
                single.append(word)
                continue
            if len(single) == 1:
                yield single[0]
            elif single:
                yield from unknown("".join(single))
            single.clear()
            if word:
                yield word

    return cut


def imported() -> ModuleType:
    """Import jieba without a word of it and without pkg_resources, which it can do without."""
    had = "pkg_resources" in sys.modules
    if not had:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]  # what makes an import of it fail
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its patterns have escapes that newer Pythons warn of
            import jieba
    finally:
        if not had:
            del sys.modules["pkg_resources"]
    jieba.setLogLevel(_SILENT)
    module: ModuleType = jieba
    return module
