"""Which entries of the outline are to be seen, as parts of it are folded and unfolded. No screen code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hzview.model import OutlineEntry


class FoldingTree:
    """The outline as a tree that folds.

    Unless a person said otherwise, sections of the first level are open, and of the rest those that one is reading in.
    """

    def __init__(self, entries: Sequence[OutlineEntry]) -> None:
        """Hold ``entries``, in reading order."""
        self._entries = entries
        self._parents = _parents(entries)
        self._has_children = [False] * len(entries)
        for parent in self._parents:
            if parent >= 0:
                self._has_children[parent] = True
        self._said: dict[int, bool] = {}
        self._reading_in: frozenset[int] = frozenset()
        self.visible: list[int] = []
        """Indices of the entries that are to be seen, in order."""
        self._list()

    def read_in(self, entry: int | None) -> bool:
        """Take note that ``entry`` is being read; tell whether other entries are to be seen by that."""
        path = frozenset(self._path(entry))
        if path == self._reading_in:
            return False
        self._reading_in = path
        before = self.visible
        self._list()
        return before != self.visible

    def folds(self, entry: int) -> bool:
        """Tell whether anything is below ``entry``."""
        return self._has_children[entry]

    def is_open(self, entry: int) -> bool:
        """Tell whether what is below ``entry`` is to be seen, if it is itself."""
        default = self._entries[entry].depth == 1 or entry in self._reading_in
        return self._said.get(entry, default)

    def set_open(self, entry: int, opened: bool) -> None:
        """Open or fold ``entry``."""
        self._said[entry] = opened
        self._list()

    def said(self, opened: bool) -> list[int]:
        """Return the entries that a person opened, or folded."""
        return [entry for entry, said in self._said.items() if said is opened]

    def say(self, opened: Iterable[int], folded: Iterable[int]) -> None:
        """Open and fold these entries."""
        self._said = {**dict.fromkeys(opened, True), **dict.fromkeys(folded, False)}
        self._list()

    def set_all(self, opened: bool) -> None:
        """Open or fold every entry."""
        self._said = dict.fromkeys(range(len(self._entries)), opened)
        self._list()

    def parent(self, entry: int) -> int | None:
        """Return the entry around ``entry``."""
        return self._parents[entry] if self._parents[entry] >= 0 else None

    def shown_for(self, entry: int) -> int:
        """Return ``entry`` if it is to be seen, else the innermost entry around it that is."""
        shown = entry
        for above in self._path(entry)[1:]:
            if not self.is_open(above):
                shown = above
        return shown

    def _path(self, entry: int | None) -> list[int]:
        """``entry`` and those around it, innermost first."""
        path = []
        while entry is not None:
            path.append(entry)
            entry = self.parent(entry)
        return path

    def _list(self) -> None:
        self.visible = []
        hidden_below = 1 << 60
        for index, entry in enumerate(self._entries):
            if entry.depth > hidden_below:
                continue
            hidden_below = 1 << 60
            self.visible.append(index)
            if self._has_children[index] and not self.is_open(index):
                hidden_below = entry.depth


def _parents(entries: Sequence[OutlineEntry]) -> list[int]:
    """For each entry the index of the one around it; -1 for the outermost."""
    parents = []
    above: list[int] = []
    for index, entry in enumerate(entries):
        while above and entries[above[-1]].depth >= entry.depth:
            above.pop()
        parents.append(above[-1] if above else -1)
        above.append(index)
    return parents
