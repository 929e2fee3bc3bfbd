"""Doubts: why a reading may be wrong, said with the figure. A wrong name shown with certainty is worse."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

CARRIED: Final = "carried"
"""The name was taken over from further back: from before a semicolon, or from the sentence before."""
ORDER: Final = "order"
"""Several numbers and several names were paired by their order, but their counts do not match."""
TOPIC: Final = "topic"
"""The name was made of a clause before that holds no number."""
UNNAMED: Final = "unnamed"
"""No rule knew a name; what stands nearest is shown."""
LONG: Final = "long"
"""The name is so long that it probably holds more than a name."""
KIND: Final = "kind"
"""Actual or target was decided by a word of the sentence, against or without the part of the report."""

DOUBTS: Final = MappingProxyType(
    {
        CARRIED: "名称承自分号之前或前一句",
        ORDER: "多个数与多个名称按次序对应，数目不一",
        TOPIC: "名称取自前一分句",
        UNNAMED: "未能确定名称，取最近的文字",
        LONG: "名称过长，可能含有其他文字",
        KIND: "实绩或目标由句中用词判定，非由所在部分",
    }
)
"""Each code with what a reader is told of it."""
