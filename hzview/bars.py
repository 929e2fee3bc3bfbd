"""Bars for shares, growths and counts, drawn in halves of a cell."""

from __future__ import annotations

from decimal import Decimal

CELLS = 8
"""Cells of a whole bar."""
_WHOLE, _HALF = "━", "╸"


def bar(value: Decimal, whole: Decimal, cells: int = CELLS) -> str:
    """Return ``value`` of ``whole`` as a bar of at most ``cells`` cells; what is not nothing is at least half a cell.

    Its sign is not drawn: an arrow beside the number tells it.
    """
    if not value or whole <= 0:
        return ""
    halves = min(max(round(abs(value) * cells * 2 / whole), 1), cells * 2)
    return _WHOLE * (halves // 2) + _HALF * (halves % 2)
