"""Text and a width → lines, by the rules of Chinese typesetting. No screen code: the reader and ``hzview text`` share it."""

from hzview.typeset.breaking import Measured, wrap
from hzview.typeset.classes import cell_width
from hzview.typeset.page import INDENT, MEASURE, KeptSpans, Row, RowStyle, Typesetter

__all__ = [
    "INDENT",
    "MEASURE",
    "KeptSpans",
    "Measured",
    "Row",
    "RowStyle",
    "Typesetter",
    "cell_width",
    "wrap",
]
