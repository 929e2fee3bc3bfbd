"""What one sentence says of one indicator, as far as promise and result are compared."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from hzview.catalog import Polarity
from hzview.figures.figure import Bound, Kind, Measure
from hzview.model import Span


class Prices(StrEnum):
    """At what prices a growth is measured, as far as the sentence says."""

    UNSAID = ""
    """It does not say."""
    REAL = "real"
    """实际增长, 扣除价格因素: what the rise of prices adds is taken off."""
    ALIKE = "alike"
    """可比, 同口径: the year before is counted in the same way."""


class Place(NamedTuple):
    """Where a statement stands."""

    report: int
    """Id of the report in the library; 0 where it comes from none."""
    span: Span
    """The figure, in original offsets of its block."""


class Statement(NamedTuple):
    """One figure said of one indicator."""

    indicator: str
    """What it is called: the name in the catalog with the scope that narrows it, else as the report writes it."""
    key: str
    """Tells indicators apart: the id in the catalog and the scope, else the folded name."""
    weight: int
    """Place in the catalog, where what matters comes first; ``UNCATALOGUED`` where it is not in it."""
    polarity: Polarity | None
    """Whether a rise is good news; None where it is not catalogued."""
    is_price: bool
    """Whether it is a price index, whose targets are ceilings."""
    measure: Measure
    """Level, growth, change or rank."""
    value: Decimal
    """In ``unit``; negative for a fall."""
    value_to: Decimal | None
    """Upper end of a range; None elsewhere."""
    unit: str
    """Base unit: 元 of 亿元."""
    unit_said: str
    """The unit as the report writes it, with its magnitude: 亿元."""
    bound: Bound
    """On which side of the value it lies."""
    kind: Kind
    """Actual or target."""
    year: int
    """Year that it speaks of: of that one alone, and of all of it."""
    prices: Prices
    """At what prices a growth is measured."""
    stretch: bool
    """Whether the target is only striven for (力争)."""
    said: str
    """As short as it can be said: ↑8.5%, 1000万人以上."""
    sentence: str
    """The sentence."""
    begins: int
    """Where in its block the sentence begins."""
    place: Place
    """Where it stands."""


UNCATALOGUED = 1 << 30
"""Weight of what the catalog does not know."""

_PRICES = re.compile(
    r"(?P<real>实际(?=[^利使到完直吸引投上])|扣除(?:物价|价格)[^，,；;。]{0,8}[，,]?|剔除(?:物价|价格)[^，,；;。]{0,8}[，,]?)"
    r"|(?P<alike>可比|同口径|同比口径)"
)
"""Words on prices before a growth; 实际|利用外资 is a name."""
_CLAUSE = re.compile("[，,；;。:：]")
_REAL_BEHIND = re.compile(r"(?:以上|左右|以内)?[（(](?:扣除|剔除|实际)")
_STRETCH = re.compile("力争|争取|努力实现|冲刺|更好结果|跳起摸高|奋斗目标")


def prices_of(block: str, start: int, end: int) -> Prices:
    """Return at what prices the growth ``block[start:end]`` is measured, by the words of its clause before it.

    Only the last such word before the number counts, and only from its own clause: 增长10.4%，扣除价格因素〔实际〕增长7.4%.
    """
    if _REAL_BEHIND.match(block, end):
        return Prices.REAL
    last = max(_PRICES.finditer(block, max(0, start - _NEAR), start), key=re.Match.end, default=None)
    if last is None or _CLAUSE.search(block, last.end(), start):
        return Prices.UNSAID
    return Prices.REAL if last["real"] else Prices.ALIKE


def is_stretch(block: str, start: int) -> bool:
    """Whether the number at ``start`` is only striven for: a word of striving stands before it in its clause."""
    near = max(0, start - _NEAR)
    marks = [mark.end() for mark in _CLAUSE.finditer(block, near, start)]
    return _STRETCH.search(block, marks[-1] if marks else near, start) is not None


_NEAR = 60
"""Characters before a number that are looked at: more than a clause has."""
