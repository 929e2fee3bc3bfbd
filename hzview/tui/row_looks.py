"""What each character of a row of the text wears: leads, figures, hits, the selection and the caret. No screen code."""

from __future__ import annotations

from dataclasses import dataclass

from hzview.figures.figure import Kind
from hzview.model import Position, Span
from hzview.tui.caret import right_of
from hzview.tui.reading import Places, Reading
from hzview.tui.selecting import Selection
from hzview.typeset import Row, RowStyle, Typesetter

Look = tuple[str, ...]
"""The names of the looks that a character wears, the strongest last."""

_FIGURE_LOOKS = {Kind.ACTUAL: ("now-actual", "actual"), Kind.TARGET: ("now-target", "target-text")}

_UNDER_A_WASH = {"now-actual": "actual", "now-target": "target-text", "hit-now": "hit"}
"""What is worn instead under a hit, a mark or a selection. They change the ground alone: ink that is made for another one
could not be read on it."""
_WASHES = frozenset(("hit", "selection", "marked"))


def row_looks(
    row: Row, setter: Typesetter, reading: Reading, selection: Selection | None, caret: Position | None
) -> list[Look]:
    """Return what each character of ``setter.text_of(row)`` wears."""
    base = ("page",) if row.style is RowStyle.TEXT else ("page", "strong")
    worn = _Worn(row, setter, [base] * len(setter.text_of(row)))
    block = reading.blocks[row.block]
    if row.style is RowStyle.TEXT:
        worn.put(0, block.lead, "page", "lead")
    for index in reading.figure_places.overlapping(Span(row.block, row.start, row.end)):
        figure = reading.figures[index]
        now, still = _FIGURE_LOOKS[figure.kind]
        worn.put(figure.span.start, figure.span.end, "page", now if figure == reading.figure else still)
        if figure.span in reading.marked:
            worn.put_over(figure.span.start, figure.span.end, "marked")
    hits = Places(reading.hits.in_block(row.block) if reading.hits else ())
    before = reading.hits_within(row.block, row.block).start
    for index in hits.overlapping(Span(row.block, row.start, row.end)):
        look = "hit-now" if before + index == reading.hit else "hit"
        worn.put_over(hits[index].start, hits[index].end, look)
    if selection is not None:
        worn.put_over(*selection.within(row.block), "selection")
    if caret is not None and caret.paragraph == row.block:
        worn.put_over(caret.offset, right_of(block.text, caret.offset), "caret")
    return worn.looks


@dataclass(frozen=True, slots=True)
class _Worn:
    """The looks of a row while they are put on, by offsets in the block's text.

    A space that stands for no text wears what is put on the characters on both its sides at once.
    """

    row: Row
    setter: Typesetter
    looks: list[Look]

    def put(self, start: int, end: int, *look: str) -> None:
        """Put ``look`` on the characters from ``start`` to ``end``, instead of what they wore."""
        for index in self._drawn(start, end):
            self.looks[index] = look

    def put_over(self, start: int, end: int, name: str) -> None:
        """Put ``name`` over what the characters from ``start`` to ``end`` wear."""
        for index in self._drawn(start, end):
            worn = self.looks[index]
            if name in _WASHES:
                worn = tuple(_UNDER_A_WASH.get(under, under) for under in worn)
            self.looks[index] = (*worn, name)

    def _drawn(self, start: int, end: int) -> range:
        """Where in the row they are drawn."""
        if end <= max(start, self.row.start):
            return range(0)
        last = self.setter.index_of(self.row, end - 1)
        return range(self.setter.index_of(self.row, start), min(last + 1, len(self.looks)))
