"""From text to figures: each written quantity, what it measures, how much, of what kind.

The engine's patterns take longer to compile than a screen takes to open, so the engine is imported when it is first asked
for: the reader has the schema at once, and shows its first page before.
"""

from typing import TYPE_CHECKING

from hzview.figures.figure import Bound, Figure, Kind, Measure

if TYPE_CHECKING:
    from hzview.figures.detect import detect_spans
    from hzview.figures.engine import extract

__all__ = ["Bound", "Figure", "Kind", "Measure", "detect_spans", "extract"]


def __getattr__(name: str) -> object:
    if name == "extract":
        from hzview.figures.engine import extract

        return extract
    if name == "detect_spans":
        from hzview.figures.detect import detect_spans

        return detect_spans
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
