"""From text to figures: each written quantity, what it measures, how much, of what kind."""

from hzview.figures.detect import detect_spans
from hzview.figures.engine import extract
from hzview.figures.figure import Bound, Figure, Kind, Measure

__all__ = ["Bound", "Figure", "Kind", "Measure", "detect_spans", "extract"]
