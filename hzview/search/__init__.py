"""Finding a passage by what it says: exact as Ctrl-F, on folded text, in original positions."""

from hzview.search.match import Hit, Hits, Result, Searcher

__all__ = ["Hit", "Hits", "Result", "Searcher"]
