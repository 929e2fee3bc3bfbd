"""Statements for the tests of the rules."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from hzview.catalog import Polarity
from hzview.figures.figure import Bound, Kind, Measure
from hzview.model import Span
from hzview.scorecard.statement import Place, Prices, Statement

BASIC = Statement(
    "地区生产总值", "gdp ", 0, Polarity.UP, False, Measure.GROWTH, Decimal(8), None, "%", "%", Bound.EXACT, Kind.TARGET, 2018,
    Prices.UNSAID, False, "↑8%", "地区生产总值增长8%。", 0, Place(0, Span(0, 8, 10)),
)  # fmt: skip
"""A target of 8 % of something whose rise is good news."""
values = st.decimals(1, 1000, places=1)
"""Values of figures, none of them nothing."""


def promise(value: Decimal | int, bound: Bound = Bound.EXACT, **more: Any) -> Statement:
    """Return a target."""
    return BASIC._replace(value=Decimal(value), bound=bound, **more)


def result(value: Decimal | int, bound: Bound = Bound.EXACT, **more: Any) -> Statement:
    """Return a result."""
    return BASIC._replace(value=Decimal(value), bound=bound, kind=Kind.ACTUAL, **more)
