"""Which panes are to be seen at which width. No screen code."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

MEDIUM = 80
"""Columns from which one side pane stands beside the text."""
WIDE = 120
"""Columns from which both do."""

_CHOSEN = "panes"
"""The word that goes with what a person chose; without it nothing was chosen."""


class Side(StrEnum):
    """A pane beside the text; its value is the id of the widget."""

    OUTLINE = "outline"
    FIGURES = "figures"


class Arrangement:
    """What the person wants to see at each of the three widths.

    Wide: both side panes, unless one was closed. Medium: one of them, or none. Narrow: the text, over which one pane
    may lie.
    """

    def __init__(self) -> None:
        """Begin with both panes, the outline, and the text alone."""
        self._wide = set(Side)
        self._medium: Side | None = Side.OUTLINE
        self._over: Side | None = None

    def words(self) -> frozenset[str]:
        """Return what is to be seen on wide and medium screens, in words."""
        wide = (f"wide-{side}" for side in self._wide)
        return frozenset((_CHOSEN, *wide, f"medium-{self._medium or 'none'}"))

    def take(self, words: Collection[str]) -> None:
        """Take over what ``words`` said, if they are of this kind; no pane lies over the text."""
        if _CHOSEN in words:
            self._wide = {side for side in Side if f"wide-{side}" in words}
            self._medium = next((side for side in Side if f"medium-{side}" in words), None)
            self._over = None

    def visible(self, columns: int) -> frozenset[Side]:
        """Return the side panes to be seen on a screen of ``columns``."""
        if columns >= WIDE:
            return frozenset(self._wide)
        side = self._medium if columns >= MEDIUM else self._over
        return frozenset((side,) if side else ())

    def show(self, side: Side, columns: int) -> None:
        """Let ``side`` be seen at this width."""
        if columns >= WIDE:
            self._wide.add(side)
        elif columns >= MEDIUM:
            self._medium = side
        else:
            self._over = side

    def hide(self, side: Side, columns: int) -> None:
        """Let ``side`` not be seen at this width."""
        if columns >= WIDE:
            self._wide.discard(side)
        elif columns >= MEDIUM:
            self._medium = None if self._medium is side else self._medium
        else:
            self._over = None if self._over is side else self._over

    def covers(self, columns: int) -> bool:
        """Tell whether a pane lies over the text."""
        return columns < MEDIUM and self._over is not None
