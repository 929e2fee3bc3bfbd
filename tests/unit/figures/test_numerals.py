"""Numerals: what is written as Chinese is read back as the same number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.figures.numerals import parse

DIGITS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")
GROUPS = ("", "万", "亿")


def chinese(number: int) -> str:
    """Write a whole number below 10¹² in Chinese, as reports do."""
    if number == 0:
        return "零"
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    text = ""
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if not group:
            continue
        if text and group < 1000:
            text += "零"
        text += four(group) + GROUPS[index]
    return text


def four(number: int) -> str:
    """Write a number below ten thousand."""
    text = ""
    pending = False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if pending and text else "") + DIGITS[digit] + PLACES[place]
            pending = False
        else:
            pending = True
    return text


@given(st.integers(0, 10**12 - 1))
def test_whole_numbers_are_read_back(number: int) -> None:
    assert parse(chinese(number)) == number


@given(st.integers(0, 10**8), st.text("一二三四五六七八九零", min_size=1, max_size=4))
def test_decimals_are_read_back(whole: int, fraction: str) -> None:
    places = "".join(str(DIGITS.index(digit)) for digit in fraction)
    assert parse(f"{chinese(whole)}点{fraction}") == Decimal(f"{whole}.{places}")


@given(st.decimals(0, 10**9, places=3, allow_nan=False, allow_infinity=False))
def test_thousands_commas_say_nothing(number: Decimal) -> None:
    assert parse(f"{number:,f}") == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("一百七十八点六", Decimal("178.6")),
        ("二万三千八百五十一", 23_851),
        ("四亿零七百", 400_000_700),
        ("两千零五", 2005),
        ("二〇一八", 2018),
        ("千", 1000),
        ("五万万", 500_000_000),
        ("3.5万", 35_000),
        ("1,120.5", Decimal("1120.5")),
    ],
)
def test_as_reports_write_them(text: str, value: Decimal | int) -> None:
    assert parse(text) == value


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("二千零十六", 2016), ("一万零十", 10010), ("三百零一十", 310), ("十", 10), ("二千零六", 2006)],
)
def test_a_ten_behind_a_zero_counts_once(numeral: str, value: int) -> None:
    assert parse(numeral) == value
