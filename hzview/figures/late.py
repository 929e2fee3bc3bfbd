"""Patterns that are compiled when they are first used.

Compiling a pattern takes about as long as reading five figures. Those that many a report never needs would make every
start of the program later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Late:
    """A regular expression that is compiled when one of its methods is first asked for.

    The methods are those of ``re.Pattern``.
    """

    def __init__(self, source: str) -> None:
        """Keep the ``source`` of the pattern."""
        self._source = source

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """Find the first match anywhere."""
        return self._pattern.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Match at one place."""
        return self._pattern.match

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Iterate over all matches."""
        return self._pattern.finditer

    @cached_property
    def sub(self) -> Callable[[str, str], str]:
        """Replace every match."""
        return self._pattern.sub
