"""How a figure is said in few characters, the same on the screen and in a printed table."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import Final

from hzview.figures.figure import Bound, Figure, Kind, Measure

KINDS: Final = MappingProxyType({Kind.ACTUAL: "实绩", Kind.TARGET: "目标"})
"""What each kind is called."""
MEASURES: Final = MappingProxyType(
    {Measure.LEVEL: "水平", Measure.GROWTH: "增速", Measure.CHANGE: "增减", Measure.RANK: "位次"}
)
"""What each measure is called."""
BEHIND_NAMES: Final = MappingProxyType({**MEASURES, Measure.LEVEL: ""})
"""What is said of a measure behind the name of an indicator: 地区生产总值, 地区生产总值增速."""
_BOUNDS = {
    Bound.EXACT: ("", ""),
    Bound.AT_LEAST: ("", "以上"),
    Bound.AT_MOST: ("", "以内"),
    Bound.ABOVE: ("超", ""),
    Bound.BELOW: ("不到", ""),
    Bound.ABOUT: ("约", ""),
}
_SAYING_SO = frozenset("多余几近约超")
"""Characters that say in the figure's own text that it is not exact."""


def arrow(figure: Figure) -> str:
    """Return ↑ for a rise, ↓ for a fall, nothing for what is neither."""
    return _arrow(figure.measure, figure.value)


def _arrow(measure: Measure, value: Decimal) -> str:
    if measure not in (Measure.GROWTH, Measure.CHANGE) or not value:
        return ""
    return "↑" if value > 0 else "↓"


def in_table(figure: Figure) -> str:
    """Return ``figure`` as short as it can be said: ↑8.5%, 70%以上, 第二位."""
    return short(figure.measure, figure.value, figure.bound, figure.text)


def short(measure: Measure, value: Decimal, bound: Bound, text: str) -> str:
    """Return a figure as short as it can be said, by what ``in_table`` needs of it."""
    return _arrow(measure, value) + (text if measure is Measure.RANK else bounded(text, bound))


def bounded(text: str, bound: Bound) -> str:
    """Return a written number with its bound: 70%以上, 超100亿元; as it is where it says so itself (70多万)."""
    before, after = _BOUNDS[bound]
    return f"{before}{text}{after}" if _SAYING_SO.isdisjoint(text) else text


def in_other_units(figure: Figure) -> str:
    """Return ``figure`` in units that a reader may know better: 15万亩 as 100平方公里、1万公顷; empty where there are none."""
    from hzview.figures.units import equivalents

    return "、".join(f"{_rounded(value)}{unit}" for value, unit in equivalents(figure.value, figure.unit))


def _rounded(value: Decimal) -> str:
    """Four significant digits, more than the reports themselves mostly have: 27.53, 0.6667, 4829."""
    digits = max(3 - value.adjusted(), 0)
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
