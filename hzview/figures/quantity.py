"""A written quantity: what detection hands to attribution."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from hzview.figures.units import Family


class Form(Enum):
    """How a quantity is written."""

    AMOUNT = "amount"
    """A numeral and its unit: 2476.1亿元, 8.5%."""
    RANK = "rank"
    """A place in an order: 第二位."""
    TOP = "top"
    """A place among the first: 前三位."""
    PART = "part"
    """One part of a composition: 8:54.9:37.1."""
    RATIO = "ratio"
    """A ratio to one: 2.1:1."""
    INDEX = "index"
    """A bare number that an index or coefficient names: 综合指数136.9."""


class Quantity(NamedTuple):
    """A written quantity; offsets are into the folded text."""

    start: int
    """First character of the surface."""
    end: int
    """One past the last character of the surface."""
    value: Decimal
    """Numeral times the magnitude that is not part of ``unit``."""
    value_to: Decimal | None
    """Upper end of a range."""
    unit: str
    """Unit with its magnitude, as it is written: 万人次; empty where there is none."""
    family: Family | None
    """What the unit measures; None for places, parts and bare numbers."""
    form: Form
    """How it is written."""
    approximate: bool
    """Whether 多, 余 or 几 stands inside it: a lower limit."""
    part: int = 0
    """Number of the part in a composition, from 1."""
    parts: int = 0
    """How many parts the composition has."""
