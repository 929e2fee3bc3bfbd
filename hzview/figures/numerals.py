"""Numerals as reports write them: Arabic, Chinese and mixed, and their exact values.

Everything reads *folded* text (see ``hzview.folding``): digits and letters are half width, every dash is ``-``, every
colon ``:``, and ``，`` has become ``,``. A pattern here never backtracks over a run of digits: runs are possessive and
a match may not begin inside one.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

DIGITS = dict(
    zip("〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖", (0, *range(10), 2, *range(1, 10)), strict=True)
)
"""Chinese digits, the formal ones included."""
STEPS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
"""Places inside a group of four."""
MAGNITUDES = {"": Decimal(1), "万": Decimal(10) ** 4, "亿": Decimal(10) ** 8, "万亿": Decimal(10) ** 12}
"""What may stand between a numeral and its unit and is kept as part of the unit (亿元)."""


def parse(numeral: str) -> Decimal:
    """Return the exact value of an Arabic, Chinese or mixed numeral.

    >>> parse("1,120.5"), parse("一百七十八点六"), parse("四亿零七百"), parse("3.5万")
    (Decimal('1120.5'), Decimal('178.6'), Decimal('400000700'), Decimal('35000.0'))

    Raises ValueError where it is none.
    """
    if numeral.isascii():
        return Decimal(numeral.replace(",", ""))
    if len(numeral) > _LONGEST:
        raise ValueError("too long for a numeral")
    return _parse_mixed(numeral)


_LONGEST = 40
"""Characters of the longest numeral with Chinese characters in it."""


@lru_cache(maxsize=4096)
def _parse_mixed(numeral: str) -> Decimal:
    """Value of a numeral with at least one Chinese character."""
    whole, point, fraction = numeral.partition("点")
    if point:
        places = "".join(str(DIGITS[digit]) for digit in fraction)
        return _whole(whole) + Decimal(f"0.{places}")
    return _whole(whole)


def _whole(numeral: str) -> Decimal:
    """Value of 二万三千八百五十一, 四亿零七百, 3.5万, 五万万 or 一九八四 (digits read one by one)."""
    if not numeral:
        raise ValueError("no numeral")
    if len(numeral) > 1 and all(character in DIGITS for character in numeral):
        return Decimal("".join(str(DIGITS[character]) for character in numeral))
    for magnitude in ("亿", "万"):
        more, found, rest = numeral.rpartition(magnitude)
        if found:
            return (_whole(more) if more else 1) * MAGNITUDES[magnitude] + (_whole(rest) if rest else 0)
    return _below(numeral)


def _below(numeral: str) -> Decimal:
    """Value of a numeral without 万 and 亿; a place that nothing stands before counts once (十二, 千)."""
    total = Decimal(0)
    digits = ""
    for character in numeral:
        if character in STEPS:
            total += (Decimal(digits) if digits.strip("0") else 1) * STEPS[character]
            digits = ""
        elif character in DIGITS:
            digits = digits.removeprefix("0") + str(DIGITS[character])
        else:
            digits += character
    return total + (Decimal(digits) if digits else 0)
