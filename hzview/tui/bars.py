"""Small bars for shares and growths, drawn in eighths of a cell. No screen code."""

from __future__ import annotations

from decimal import Decimal

CELLS = 8
"""Cells of a whole bar."""
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def bar(value: Decimal, whole: Decimal, cells: int = CELLS) -> str:
    """Return ``value`` of ``whole`` as a bar of at most ``cells`` cells; what is not nothing shows at least a sliver.

    Its sign is not drawn: an arrow beside the number tells it.
    """
    if not value or whole <= 0:
        return ""
    eighths = min(max(int(abs(value) * cells * 8 / whole), 1), cells * 8)
    full, rest = divmod(eighths, 8)
    return _EIGHTHS[8] * full + (_EIGHTHS[rest] if rest else "")
