"""Where one has been: the way back over far jumps, and forward again. No screen code."""

from __future__ import annotations

from collections.abc import Sequence

from hzview.model import Position

MOST_JUMPS = 100
"""Places that are remembered; the oldest are forgotten first."""


class Jumps:
    """Places that were left by a far jump, as a browser remembers pages."""

    def __init__(self, behind: Sequence[Position] = ()) -> None:
        """Begin with the places ``behind``, the oldest first."""
        self._behind = list(behind)[-MOST_JUMPS:]
        self._ahead: list[Position] = []
        self._run = ""

    @property
    def behind(self) -> tuple[Position, ...]:
        """The places that ``back`` goes to, the nearest last."""
        return tuple(self._behind)

    def leave(self, place: Position, run: str = "") -> None:
        """Take note that ``place`` is left by a jump.

        Of steps of one ``run`` — hit after hit, figure after figure — only where the first one began is remembered.
        """
        if run and run == self._run:
            return
        self._run = run
        self._ahead.clear()
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-MOST_JUMPS]

    def end_run(self) -> None:
        """Take note that something else was done than another step of the run."""
        self._run = ""

    def back(self, here: Position) -> Position | None:
        """Return the place that was left last, which ``here`` can be come back to from; None where there is none."""
        return self._step(self._behind, self._ahead, here)

    def forward(self, here: Position) -> Position | None:
        """Return the place that ``back`` came from; None where there is none."""
        return self._step(self._ahead, self._behind, here)

    def _step(self, source: list[Position], other: list[Position], here: Position) -> Position | None:
        self._run = ""
        while source:
            place = source.pop()
            if place != here:
                other.append(here)
                return place
        return None
