"""Finding the figures of a report bit by bit: what is on the screen first, the rest while nothing else is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from hzview.figures.figure import Figure
from hzview.tui.reading import Reading

STROKE = 16
"""Blocks whose figures are found at a stroke in the background; between two strokes keys are heard."""


class FigureFinder:
    """Finds the figures of the report that is read, each block's once."""

    def __init__(self, reading: Reading) -> None:
        """Put what is found into ``reading``."""
        self._reading = reading
        self._done = bytearray(len(reading.blocks))

    def find(self, blocks: range) -> None:
        """Find the figures of ``blocks``, as far as that was not done."""
        from hzview.figures import extract

        for block in blocks:
            if not self._done[block]:
                self._done[block] = 1
                self._reading.add_figures(extract(self._reading.report, range(block, block + 1)))

    def strokes(self) -> Iterator[range]:
        """Find all figures, from where one reads to the end and then from the start; yield after each stroke."""
        end, here = len(self._reading.blocks), self._reading.place.paragraph
        for first, last in ((here, end), (0, here)):
            for start in range(first, last, STROKE):
                blocks = range(start, min(start + STROKE, last))
                self.find(blocks)
                yield blocks

    def next_figure(self, step: int, times: int = 1) -> Figure | None:
        """Return the ``times``-th figure after (``step`` 1) or before (-1) where one is, though not all were found yet.

        Where there are not so many, the last one in that direction; None where there is none.
        """
        reading = self._reading
        here = reading.figure.span.paragraph if reading.figure else reading.place.paragraph
        blocks = range(here, len(reading.blocks)) if step > 0 else range(here, -1, -1)
        for block in blocks:
            self.find(range(block, block + 1))
            figure = reading.next_figure(step, times)
            if figure is not None and figure.span.paragraph * step <= block * step:
                return figure
        return reading.figures[-1 if step > 0 else 0] if reading.next_figure(step) else None
