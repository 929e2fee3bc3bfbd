"""Quantities that begin with a Chinese numeral: 百分之八, 三分之一, 八成, 二万三千八百五十一亿元, 五十多亿, 六十五种.

Chinese numerals are everywhere in prose — 进一步, 一批, 千方百计, 四个方面 — and few of them are figures. A numeral is
meant as a number where it is long, or its unit measures something, or a verb counts what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from hzview.figures import places
from hzview.figures.late import Late
from hzview.figures.numerals import parse
from hzview.figures.patterns import (
    CHINESE,
    DIGIT,
    MAY_FOLLOW,
    NUMBER,
    SMALL,
    Tail,
    family,
    is_lasting,
    is_run,
    tail_at,
    unit_at,
)
from hzview.figures.quantity import Form, Quantity
from hzview.figures.units import Family

_RUN = re.compile(rf"{CHINESE}++")
_DECIMAL = rf"{CHINESE}{{1,16}}(?:点{DIGIT}{{1,8}})?"
_INTEGER = re.compile(f"{CHINESE}{{1,16}}")
_UPPER = Late(_DECIMAL)
_LONGEST = 16
"""Characters of the longest numeral."""
_MAGNITUDES = frozenset("百千万亿")
"""What is an amount without a number before it only where something reaches it, or bounds it: 突破千亿, 千余家, 百万头以上."""
_DECIMALS = re.compile(f"{DIGIT}{{1,8}}")
_SHARE = Late(
    rf"(?P<base>百|千|万)分之(?P<number>{_DECIMAL}|{NUMBER})(?:[-至到](?:百分之|千分之)?(?P<to>{_DECIMAL})(?!年|{CHINESE}))?"
)
_PARTS = Late(rf"(?P<whole>{SMALL}{{1,4}})分之(?P<number>{SMALL}{{1,4}})")
_TENTHS = Late(
    r"(?P<number>[一二三四五六七八九两])成(?P<half>半?)(?P<more>多?)(?=以上|以下|左右|的|[,。;、)]|$)"
)
_SHARE_UNITS = {"百": "%", "千": "‰", "万": "/万"}
_FOLLOW = "".join(sorted(MAY_FOLLOW | frozenset("点分成半")))
_LEAD = re.compile(
    r"[〇零一二三四五六七八九两十百千万亿第前首](?<![\d百千万亿][百千万亿])"
    f"(?=[〇零一二三四五六七八九两0-9{re.escape(_FOLLOW)}])(?!分点)"
)
"""Where something may begin: a numeral of several characters or with a unit, an ordinal, 首位; not the 万 of 5万元 or
the 百 of 百分点."""

_NOT_AFTER = frozenset("第届点十这那每某数几上任")
"""What before a Chinese numeral makes it an ordinal or a pronoun: 第|十二届, 这|三个, 数|十家."""
_COUNTED = re.compile(
    "(?:了|共|新增|新建|建成|创建|引进|增加|减少|举办|承办|召开|开展|组建|成立|获得|获|荣获|培育|开通|开设|出台|制定|签订"
    "|由原来的|由原有的|发展到|增加到|扩大到|减少到|减到|增至|建设|打造|新开|修建|兴建|设立|等)$"
)
"""What before a single numeral and a classifier counts: 开展了|两次."""
_ONE_COUNTED = re.compile("(?:新增|新建|建成|创建|引进|增加|减少|培育|开设|获得)$")
"""The same before 一, which elsewhere is an article: 创建|一家."""
_REACHED = re.compile(
    "(?:突破|超过|超|跨过|跨越|迈过|越过|过|达到|达|迈上|站上|冲刺|首破|破|近|逾|上|直逼|接近|迈向|拉动|实现)$"
)
"""What before a magnitude without a number makes it an amount: 突破|千亿美元."""
_COUNTED_UP_TO = re.compile("(?:突破|超过|超|逾|首破|达到|接近|近|直逼|冲刺|破)$")
"""The same before things counted: 超|百家, 突破|千万人次."""
_AT_LEAST = re.compile("以上(?:[,。;、)]|$)")
"""What makes it an amount whatever stands before: 出栏百万头|以上."""
_ROUND = re.compile('[,。;、)"!]|以上|大关|关口|台阶|目标|左右|和|的?规模|$')
"""What follows such an amount; before a noun it is a class: 百亿元|企业."""
_TWO_DIGITS = re.compile("[一二三四五六七八九两]{2}|十百|百千|千百")
_WEAK = frozenset("度点分方升克天兆里担口头门面市县区镇村乡位组位团款单票车段片块道p顷米瓦工顶管基棒尺")
"""Units that a Chinese numeral before them usually makes an idiom of: 一点, 三方, 千里, 十分."""


def chinese(text: str) -> Iterator[Quantity]:
    """Yield the quantities of a folded text that begin with a Chinese numeral, or with 第, 前, 首."""
    position = run_end = 0
    while first := _LEAD.search(text, position):
        start = first.start()
        character = text[start]
        position = start + 1
        quantity: Quantity | None = None
        if character == "第":
            for quantity in places.ranks(text, start):
                yield quantity
                position = quantity.end
            continue
        if character == "前":
            quantity = places.top(text, start)
        elif character == "首":
            quantity = places.head(text, start)
        else:
            if start >= run_end and (run := _RUN.match(text, start)):
                run_end = run.end()
            position = run_end
            quantity = _written(text, start, run_end)
        if quantity is not None:
            yield quantity
            position = quantity.end


def _written(text: str, start: int, end: int) -> Quantity | None:
    """The quantity that begins with the Chinese numeral ``text[start:end]``, if it is one."""
    mark = text[end : end + 1]
    if mark == "分" and (share := _share(text, start)):
        return share
    if mark == "成" and (tenths := _TENTHS.match(text, start)):
        value = parse(tenths.group("number")) + (Decimal("0.5") if tenths.group("half") else 0)
        more = bool(tenths.group("more"))
        return Quantity(start, tenths.end(), value, None, "成", Family.SHARE, Form.AMOUNT, more)
    if mark == "半" and text[start:end] == "一":
        return Quantity(start, start + 2, Decimal("0.5"), None, "", Family.SHARE, Form.AMOUNT, False)
    before = text[max(0, start - 4) : start]
    if before[-1:] in _NOT_AFTER:
        return None
    if text[start] in _MAGNITUDES and not (
        mark in _MORE or _REACHED.search(before) or "以上" in text[end : end + 6]
    ):
        return None
    for number, to, stop in _heads(text, start, min(end, start + _LONGEST)):
        if tail := tail_at(text, stop):
            return _amount(text, start, number, to, tail)
    return None


def _heads(text: str, start: int, end: int) -> Iterator[tuple[str, str, int]]:
    """Yield the numeral ``text[start:end]``, the upper end of its range and the end of both, longest first.

    Shorter ones leave a magnitude outside. A 千 that begins a unit is no part of the numeral: 一百万|千瓦.
    """
    ends = [*range(end, start, -1)]
    if text.startswith("点", end) and (decimals := _DECIMALS.match(text, end + 1)):
        ends = [*range(decimals.end(), decimals.start(), -1), *ends]
    for end in ends:
        if text[end - 1] == "千" and unit_at(text, end - 1):
            continue
        if text[end : end + 1] in ("-", "至", "到") and (other := _UPPER.match(text, end + 1)):
            for last in range(other.end(), other.start(), -1):
                yield text[start:end], text[other.start() : last], last
        yield text[start:end], "", end


def _share(text: str, start: int) -> Quantity | None:
    """百分之八, 百分之八至九, 千分之十三, 三分之一 (kept to six decimal places)."""
    if match := _SHARE.match(text, start):
        to = match.group("to")
        return Quantity(
            start, match.end(), parse(match.group("number")), parse(to) if to else None,
            _SHARE_UNITS[match.group("base")], Family.SHARE, Form.AMOUNT, False,
        )  # fmt: skip
    if match := _PARTS.match(text, start):
        value = round(parse(match.group("number")) / parse(match.group("whole")), 6)
        return Quantity(start, match.end(), value, None, "", Family.SHARE, Form.AMOUNT, False)
    return None


def _amount(text: str, start: int, number: str, to: str, tail: Tail) -> Quantity | None:
    """Turn an amount into a quantity; None where it is an idiom, a name or rhetoric."""
    more, magnitude, unit, end = tail
    if "点" not in number and _TWO_DIGITS.search(number):
        return None
    before = text[max(0, start - 4) : start]
    lower, magnitude = _split(number, magnitude)
    if not unit and not magnitude:
        return None
    value_to: Decimal | None
    if to:
        upper, own = _split(to, "")
        if own and not magnitude and _LARGE.isdisjoint(lower) and parse(lower) < parse(upper or "一"):
            magnitude = own  # 一百三十至二百三十|万吨
        value_to = _value(upper if own == magnitude else to, magnitude)
    else:
        value_to, end = _upper(text, end, magnitude + unit, before)
    ranged = value_to is not None and unit not in _WEAK and "方" not in unit
    if not (ranged or _is_meant(text, before, number, tail)):
        return None
    kind = family(unit)
    if (kind is Family.TIME and not is_lasting(text, start, tail)) or is_run(text, start, unit):
        return None
    value = _value(lower, magnitude)
    if value_to is not None and value_to <= value:
        return None
    return Quantity(start, end, value, value_to, magnitude + unit, kind, Form.AMOUNT, more)


_LARGE = frozenset("万亿")
_MORE = frozenset("多余")


def _upper(text: str, end: int, unit: str, before: str) -> tuple[Decimal | None, int]:
    """Upper end of a range that bears its unit twice, and where it ends: 八十斤|到九十九斤; 由八十斤到九十九斤 is none."""
    if text[end : end + 1] not in ("-", "至", "到") or "由" in before or "从" in before:
        return None, end
    run = _INTEGER.match(text, end + 1)
    for number, to, stop in _heads(text, end + 1, run.end()) if run else ():
        tail = None if to else tail_at(text, stop)
        if tail and not tail.more:
            upper, magnitude = _split(number, tail.magnitude)
            if magnitude + tail.unit == unit:
                return _value(upper, magnitude), tail.end
    return None, end


def _split(number: str, magnitude: str) -> tuple[str, str]:
    """Split the magnitude that ends a numeral off it: 二万三千八百五十一亿 → 二万三千八百五十一, 亿."""
    if magnitude or "点" in number:
        return number, magnitude
    for tail in ("万亿", "亿", "万"):
        if number.endswith(tail):
            return number[: -len(tail)], tail
    return number, ""


def _value(bare: str, magnitude: str) -> Decimal:
    """Value in units of ``magnitude``: 四亿零七百 before 万 is 40700."""
    if "亿" in bare and magnitude:
        return parse(bare + magnitude) / parse(f"1{magnitude}")
    return parse(bare) if bare else Decimal(1)


def _is_meant(text: str, before: str, number: str, tail: Tail) -> bool:
    """Whether a Chinese numeral before this unit is meant as a number."""
    unit = tail.unit
    kind = family(unit)
    if number[0] in _MAGNITUDES:
        return _is_round_amount(text, before, number, tail)
    if not unit:
        return len(number) > 1 or bool(tail.magnitude)
    if "方面" in unit:
        return False
    if unit in "届国省":
        return len(number) == 1 and unit == "届" and bool(_COUNTED.search(before))
    if len(number) > 1 or number == "十":
        weak = unit in _WEAK and unit not in "担升亩口头" and number[-1] not in _LARGE
        return not (weak and len(number) < 3)
    if unit in _WEAK or number == "二" or (number == "一" and unit == "批"):
        return False
    if kind is Family.COUNT:
        return bool((_ONE_COUNTED if number == "一" else _COUNTED).search(before))
    return number != "一" or kind is Family.TIMES


def _is_round_amount(text: str, before: str, number: str, tail: Tail) -> bool:
    """Whether a magnitude without a digit is an amount: 突破|千亿美元, 超|百家, 出栏|百万头以上, |千余家; 百亿元企业 is a class."""
    unit, end = tail.unit, tail.end
    counted = family(unit) is Family.COUNT and bool(unit)
    if counted and tail.more and not tail.magnitude:
        return len(number) == 1 and unit not in _WEAK
    if _ROUND.match(text, end) is None or not (unit or len(number) > 1):
        return False
    weak = unit in _WEAK and (len(number) == 1 or unit in "县市区镇村乡")
    if _AT_LEAST.match(text, end) and not weak:
        return True
    if counted:
        return not weak and bool(_COUNTED_UP_TO.search(before))
    return bool(_REACHED.search(before))
