"""Words that lists of words leave out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

STOPWORDS = Path(__file__).with_name("stopwords.txt")
"""The list: words parted by blanks, lines that begin with # are remarks."""


@lru_cache(maxsize=1)
def stopwords() -> frozenset[str]:
    """Return the words of the list, folded as they are written there."""
    lines = STOPWORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
