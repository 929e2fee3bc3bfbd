"""Text and a width → lines, by the rules of Chinese typesetting. No screen code: the reader and ``hzview text`` share it.

A printed table needs nothing but ``cell_width``; the rest is imported when it is first asked for.
"""

from typing import TYPE_CHECKING

from hzview.typeset.classes import cell_width

if TYPE_CHECKING:
    from hzview.typeset.breaking import Measured, wrap
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


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from hzview.typeset import breaking, page

    return getattr(breaking if name in ("Measured", "wrap") else page, name)
