"""Units: every one converts to its base and back, and to what a reader may know better."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.figures import units
from hzview.figures.detect import quantities
from hzview.folding import fold


@pytest.mark.parametrize("unit", units.UNITS.values(), ids=lambda unit: unit.name)
def test_every_unit_has_a_base_that_is_its_own(unit: units.Unit) -> None:
    base = units.UNITS.get(unit.base.lower())
    assert base is None or (base.base == unit.base and base.factor == 1)
    assert unit.factor > 0


@pytest.mark.parametrize("unit", units.UNITS.values(), ids=lambda unit: unit.name)
def test_every_unit_is_found_behind_a_number(unit: units.Unit) -> None:
    """A unit that no text yields is dead; a duration needs a word that makes it a quantity."""
    text = fold(f"平均时间缩短37.5{unit.name}。").text
    assert [quantity.unit for quantity in quantities(text)] == [unit.name]


@given(st.sampled_from(sorted(units.UNITS)), st.sampled_from(["", "万", "亿", "万亿"]))
def test_magnitudes_come_apart(name: str, magnitude: str) -> None:
    factor, rest = units.split(magnitude + name)
    assert (factor, rest) in {({"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[magnitude], name), (1, name)}


@given(st.decimals(1, 10**6, places=2, allow_nan=False, allow_infinity=False))
def test_there_and_back_is_the_same(value: Decimal) -> None:
    there = units.convert(value, "万亩", "平方公里")
    assert there is not None
    back = units.convert(there, "平方公里", "万亩")
    assert back is not None
    assert abs(back - value) < Decimal("1e-15") * value


def test_what_converts() -> None:
    assert units.base(Decimal("2476.1"), "亿元") == (Decimal("247610000000"), "元")
    assert units.convert(Decimal(15), "万亩", "平方公里") == 100
    assert units.convert(Decimal(2), "亿斤", "万吨") == 10
    assert units.convert(Decimal(3), "公里", "米") == 3000
    assert units.convert(Decimal(5), "‰", "%") == Decimal("0.5")
    assert units.convert(Decimal(1), "个百分点", "%") is None
    assert units.convert(Decimal(1), "美元", "元") is None
    assert units.UNITS["亩"].factor == Fraction(2000, 3)


def test_what_is_shown_instead() -> None:
    assert units.equivalents(Decimal(15), "万亩") == ((Decimal(100), "平方公里"), (Decimal(1), "万公顷"))
    assert units.equivalents(Decimal(8), "%") == ()


def test_an_unknown_unit_stays_as_it_is() -> None:
    assert units.base(Decimal(3), "万蒲式耳") == (Decimal(30000), "蒲式耳")
