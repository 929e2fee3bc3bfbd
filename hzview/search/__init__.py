"""Finding a passage by what it says: exact as Ctrl-F, on folded text, in original positions."""

from hzview.search.hits import Hit, Hits, Result
from hzview.search.match import Searcher

__all__ = ["Hit", "Hits", "Result", "Searcher"]
