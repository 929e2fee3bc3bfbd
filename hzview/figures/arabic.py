"""Quantities that begin with an Arabic digit: amounts, ranges, ratios, compositions, fractions, index numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hzview.figures.late import Late
from hzview.figures.numerals import MAGNITUDES, parse
from hzview.figures.patterns import (
    MAY_FOLLOW,
    NUMBER,
    Tail,
    family,
    is_lasting,
    is_run,
    magnitudes_at,
    tail_at,
)
from hzview.figures.quantity import Form, Quantity
from hzview.figures.units import UNITS, Family

_RUN = re.compile(r"[0-9]\d*+(?:[.,]\d++)*+")
"""It begins with a class, to which the matcher skips at twice the speed of a repetition."""
_HEAD = re.compile(rf"({NUMBER})(?:[-至到]({NUMBER}))?")
_NUMBER = re.compile(NUMBER)
_SERIES = re.compile(rf"(?:{NUMBER}[、和与及]){{1,8}}")
_JOINTS = frozenset("、和与及")
_NO_AMOUNT_AFTER = frozenset("第+abcdefghijklmnopqrstuvwxyz")
_NO_SERIES_AFTER = _NO_AMOUNT_AFTER | {"."}
_RATIO = re.compile(rf"{NUMBER}(?::{NUMBER}){{1,4}}+(?![:\d])")
_TENTHS = re.compile(r"(\d(?:\.\d)?)成(?=以上|以下|左右|的|多|[,。;、)]|$)")
_FRACTION = re.compile(r"([1-9])/([2-9]|10)(?=以上|的|左右|[,。;、])")
_INDICES = ("指数", "系数", "容积率", "倍差", "收入比")
"""What names a bare number."""
_INDEX = Late(
    f"(?:{'|'.join(_INDICES)})(?:平均|均|分别)?"
    "(?:为|达到|达|是|由|从|(?:控制|保持|稳定)在|(?:提高|上升|提升|下降|降|缩小)[到至为])?"
    rf"(?P<number>{NUMBER})(?:[和、与](?P<other>{NUMBER}))?(?=[,。;、)(以左上下提降比]|$)"
)
_ITEM = re.compile(r"\d{1,2}\.\d{1,3}$")
"""What looks like a decimal and, at the start of a paragraph, is the number of an item and a count: 11.|41条举措."""
_RATIO_CUES = ("比", "结构", "差距", "倍差", "产业", "三产")


def arabic(text: str) -> Iterator[Quantity]:
    """Yield the quantities of a folded text that begin with an Arabic digit, in order."""
    done = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        mark = text[end : end + 1]
        if start < done or mark not in MAY_FOLLOW:
            continue
        if mark == ":" and (found := _ratio(text, start)):
            yield from found
            done = found[-1].end + (2 if found[-1].form is Form.RATIO else 0)
            continue
        if mark in _JOINTS:
            if found := _series(text, start):
                yield from found
                done = found[-1].end
            continue
        quantity = _quantity(text, start)
        while quantity is None and (start := text.find(",", start, end) + 1):
            quantity = _quantity(text, start)
        if quantity is not None:
            yield quantity
            done = quantity.end
    if any(map(text.__contains__, _INDICES)):
        yield from _indices(text)


def _series(text: str, start: int) -> list[Quantity]:
    """Numbers that share the unit behind the last one: 高于全市平均水平0.8、7.3、2.9个百分点.

    The last is no part of them: it is an amount of its own.
    """
    match = _SERIES.match(text, start)
    last = _amount_at(text, match.end()) if match else None
    if match is None or last is None or text[start - 1 : start] in _NO_SERIES_AFTER:
        return []
    _, to, tail = last
    quantity = None if to else _quantity_of(text, match.end(), last)
    if quantity is None or quantity.start != match.end():
        return []
    scale, _ = _split_magnitude(tail.magnitude)
    return [
        quantity._replace(
            start=number.start(), end=number.end(), value=parse(number.group()) * scale, value_to=None
        )
        for number in _NUMBER.finditer(text, start, match.end())
    ]


def _quantity(text: str, start: int) -> Quantity | None:
    """The quantity that begins at ``start``, if there is one."""
    amount = _amount_at(text, start)
    if amount is None:
        return _part(text, start)
    if text[start - 1 : start] in _NO_AMOUNT_AFTER and not _is_economy(text, start):
        return None
    return _quantity_of(text, start, amount)


def _part(text: str, start: int) -> Quantity | None:
    """A part of a whole that is written without a unit: 1/3 (kept to six decimal places), 4成."""
    if tenths := _TENTHS.match(text, start):
        value, unit, end = Decimal(tenths.group(1)), "成", tenths.end()
    elif fraction := _FRACTION.match(text, start):
        value = round(Decimal(fraction.group(1)) / Decimal(fraction.group(2)), 6)
        unit, end = "", fraction.end()
    else:
        return None
    return Quantity(start, end, value, None, unit, Family.SHARE, Form.AMOUNT, False)


_Amount = tuple[str, str, Tail]
"""An amount as it is written: its numeral, the upper end of a range before the unit (empty where there is none), what follows."""


def _amount_at(text: str, start: int) -> _Amount | None:
    """The amount that begins at ``start``, if one does."""
    head = _HEAD.match(text, start)
    if head is None or (tail := tail_at(text, head.end(), _magnitudes)) is None:
        return None
    return head[1], head[2] or "", tail


_PLACES = frozenset("十百千")
_UNITS_FROM_PLACES = frozenset("瓦米克伏卡分升")
"""What behind 千 or 百 makes a unit of it: 千瓦, 百分点."""


def _magnitudes(text: str, at: int) -> Sequence[str]:
    """Magnitudes that may stand at ``at``: those of 3千万元 and 3千人, but not of 3千瓦."""
    first = text[at : at + 1]
    if first not in _PLACES:
        return magnitudes_at(text, at)
    alone = "" if first == "十" or text[at + 1 : at + 2] in _UNITS_FROM_PLACES else first
    return (*(first + magnitude for magnitude in magnitudes_at(text, at + 1) if magnitude), alone, "")


def _is_economy(text: str, start: int) -> bool:
    """Whether the letters before ``start`` are GDP or the like, after which a number may follow at once."""
    return text.endswith(("gdp", "cpi", "ppi", "r&d"), max(0, start - 3), start)


def _quantity_of(text: str, start: int, amount: _Amount) -> Quantity | None:
    """Turn an amount into a quantity, its range included; None where it is no figure."""
    number, to, (more, magnitude, unit, end) = amount
    kind = family(unit)
    if (kind is Family.TIME and not is_lasting(text, start, amount[2])) or is_run(text, start, unit):
        return None
    if start == 0 and kind is Family.COUNT and not magnitude and _ITEM.match(number):
        start = number.index(".") + 1
        number = number[start:]
    scale, magnitude = _split_magnitude(magnitude)
    value, value_to = scale * parse(number), scale * parse(to) if to else None
    if value_to is None and text[end : end + 1] in _TO:
        other = _amount_at(text, end + 1)
        if other and _is_range(text, start, end, unit, other):
            factor, magnitude = _split_magnitude(other[2].magnitude)
            value_to, end, unit = factor * parse(other[0]), other[2].end, other[2].unit
            kind = family(unit)
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1] in _BEFORE_MINUS:
        start, value = start - 1, -value
    unit = magnitude + (UNITS[unit].name if unit in UNITS else unit)
    return Quantity(start, end, value, value_to, unit, kind, Form.AMOUNT, more)


_TO = frozenset("-至到")
_BEFORE_MINUS = frozenset("长速为幅达")
"""What a dash before a number makes negative: 增速为|-3%."""


def _is_range(text: str, start: int, end: int, unit: str, other: _Amount) -> bool:
    """Whether two amounts joined at ``end`` are one range: 5.5%至6% is, 从41.7%到86.7% is not."""
    _, to, tail = other
    if to or (unit and tail.unit != unit):
        return False
    before = text[max(0, start - 14) : start]
    return text[end] == "-" or not ("从" in before or "由" in before)


_ONE = Decimal(1)


def _split_magnitude(magnitude: str) -> tuple[Decimal, str]:
    """Split 千万 into the factor 1000 and the magnitude 万 that stays with the unit."""
    if magnitude in MAGNITUDES:
        return _ONE, magnitude
    if magnitude in ("百", "千"):
        return parse(magnitude), ""
    return parse(magnitude[0]), magnitude[1:]


def _ratio(text: str, start: int) -> list[Quantity]:
    """Parts of a composition, or one ratio to one; empty where it is a time of day or the like."""
    match = _RATIO.match(text, start)
    if match is None:
        return []
    numbers = match.group().split(":")
    before = text[max(0, start - 20) : start]
    cue = any(word in before for word in _RATIO_CUES) and not before.endswith("比例尺")
    if len(numbers) == 2 and not (cue or "." in match.group()):
        return []
    if len(numbers) == 2 and numbers[1] == "1":
        return [Quantity(start, match.end(), parse(numbers[0]), None, "", None, Form.RATIO, False)]
    found = []
    for index, number in enumerate(numbers, 1):
        end = start + len(number)
        found.append(
            Quantity(start, end, parse(number), None, "", None, Form.PART, False, index, len(numbers))
        )
        start = end + 1
    return found


def _indices(text: str) -> Iterator[Quantity]:
    """Bare numbers that an index or a coefficient names; a year is none."""
    for match in _INDEX.finditer(text):
        for name in ("number", "other"):
            number = match.group(name)
            if number is None or (len(number) == 4 and number[:2] in ("19", "20")):
                continue
            start, end = match.span(name)
            yield Quantity(start, end, parse(number), None, "", None, Form.INDEX, False)
