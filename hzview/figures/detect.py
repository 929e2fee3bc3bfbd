"""Find the written quantities of a text: a numeral with its unit, a share, a place in an order.

The rule is that a number is a figure when a unit follows it. That alone rejects dates, PM2.5, "811", 中国制造2025 and
1+N. What has a unit and yet is no figure — names in quotes, ordinals of events, idioms (千家万户), durations, the
rhetoric of small Chinese counts (四个方面) — is dropped by the named tests below.

Everything here reads folded text; offsets are folded offsets. Time grows linearly with the text: every repetition in a
pattern is bounded or possessive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from hzview.figures.numerals import parse
from hzview.figures.units import UNITS, Family, Unit
from hzview.folding import fold


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


_CN = "[〇零一二三四五六七八九两十百千万亿]"
_DECIMALS = "[〇零一二三四五六七八九]{1,8}"
_SMALL = "[一二三四五六七八九两十百]"
_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}+(?![\d,]\d)|\d{1,15}+(?!\d))(?:\.\d{1,8}+)?"
_MAGNITUDE = "(?:[十百千]?(?:万亿|万|亿)|[百千](?![瓦米克伏卡]))"


def _unit_pattern() -> str:
    """One alternation of all units, longest first, each with what may not follow it."""
    names = sorted(UNITS, key=lambda name: (-len(name), name))
    return "|".join(
        re.escape(name) + (f"(?!{'|'.join(UNITS[name].barred)})" if UNITS[name].barred else "")
        for name in names
    )


_UNIT = f"(?:{_unit_pattern()})"
_PER = "(?:/(?:万?(?:人|户|亩|吨|年|月|日|天|时|小时|千瓦时|立方米|平方米|平方公里|公里|次|度|股|升|斤|公斤|公顷|例|台|件|百人|千人)))?"
_AMOUNT = re.compile(
    rf"(?P<number>{_NUMBER})(?:(?P<dash>[-至到])(?P<to>{_NUMBER}))?(?P<more>[多余几]?)(?P<magnitude>{_MAGNITUDE}?)"
    rf"(?P<more2>[多余]?)(?P<unit>{_UNIT}{_PER}|(?<=[万亿多余])(?!年|级|产业集群|象|里|吨|元|亩|千瓦|斤|平方|立方|公里|美元|标箱|字))"
)
_RATIO = re.compile(rf"{_NUMBER}(?::{_NUMBER}){{1,4}}+(?![:\d])")
_FRACTION = re.compile(r"([1-9])/([2-9]|10)(?=以上|的|左右|[,。;、])")
_DIGIT = re.compile(r"\d")
_CHINESE = re.compile(
    rf"(?P<number>{_CN}{{1,16}}(?:点{_DECIMALS})?)(?:(?P<dash>[-至到])(?P<to>{_CN}{{1,16}}))?(?P<more>[多余几]?)(?P<magnitude>(?:万亿|万|亿)?)"
    rf"(?P<more2>[多余]?)(?P<unit>{_UNIT}{_PER}|(?<=[万亿多余])(?!年|级|象|里|吨|元|亩|千瓦|斤|平方|立方|公里|美元|标箱|字))"
)
_SHARE = re.compile(
    rf"(?P<base>百|千|万)分之(?P<number>{_CN}{{1,8}}(?:点{_DECIMALS})?|{_NUMBER})(?:[-至到](?:百分之|千分之)?(?P<to>{_CN}{{1,8}}(?:点{_DECIMALS})?))?"
)
_PARTS = re.compile(rf"(?P<whole>{_SMALL}{{1,4}})分之(?P<number>{_SMALL}{{1,4}})")
_TENTHS = re.compile(
    r"(?P<number>[一二三四五六七八九两])成(?P<half>半?)(?P<more>多?)(?=以上|以下|左右|的|[,。;、)]|$)"
)
_RANK = re.compile(rf"第(?P<number>\d{{1,3}}+|{_SMALL}{{1,4}})(?P<unit>[位名]?)(?![\d于置])")
_RANK_MORE = re.compile(
    rf"(?:、|和|与|及)(?P<all>第?(?P<number>\d{{1,3}}+|{_SMALL}{{1,4}})(?P<unit>[位名]?))(?=[、,。;)和与及的\"!]|$)"
)
_TOP = re.compile(rf"前(?P<number>\d{{1,3}}+|{_SMALL}{{1,3}})(?P<unit>[位名])?(?!\d)")
_INDEX = re.compile(
    rf"(?:指数|系数|容积率)(?:平均|均|分别)?(?:为|达到|达|是|由|从|提高到|上升到|提升到|降到|下降到|降至)?"
    rf"(?P<number>{_NUMBER})(?:[和、与](?P<other>{_NUMBER}))?(?=[,。;、)(以左上下提降比,]|$)"
)
_LEAD = re.compile("[〇零一二三四五六七八九两十百千万亿第前首]")

_SINGLE_OK_BEFORE = re.compile(
    "(?:了|共|新增|新建|建成|创建|引进|增加|减少|举办|承办|召开|开展|组建|成立|获得|获|荣获|培育|开通|开设|出台|制定|签订|建设|打造|新开|修建|兴建|设立|等)$"
)
_ONE_OK_BEFORE = re.compile("(?:新增|新建|建成|创建|引进|增加|减少|培育|开设|获得)$")
_BARE_OK_BEFORE = re.compile(
    "(?:突破|超过|超|跨过|跨越|迈过|越过|过|达到|达|迈上|站上|冲刺|首破|破|近|逾|上|直逼|接近|迈向|拉动|实现)$"
)
_BARE_OK_AFTER = re.compile('[,。;、)"!]|以上|大关|关口|台阶|目标|左右|和|的?规模')
_TIME_OK_BEFORE = re.compile(
    "时间|天数|时限|周期|时长|日数|缩短|压缩|提速|寿命|年限|优良|达标|压减|减至|缩减|耗时|用时|日照|最多|不超过"
)
_RANK_BEFORE = re.compile(
    "全国|全省|全市|全区|全球|世界|亚洲|居|列|排|名次|跃|升|保持|进入|位次|中部|西部|东部|地级|城市|运会|同类|前移|由|从|县|沿海|国家|国内|省内"
)
_NOT_RANK_BEFORE = re.compile("(?:放在|摆在|作为|置于|放到|摆到|是)$")
_RANK_AFTER = frozenset(',。;、)和与及的"!:?,')
_RANK_AFTER_OR_END = _RANK_AFTER | {""}
_TOP_BEFORE = re.compile(
    "全国|全省|全市|全区|全球|世界|排|居|列|进入|跻身|保持|进|名次|挺进|位次|争|位|入围|城市|第一方阵|稳|晋级"
)
_TOP_AFTER = frozenset(',。;、)和与及的"!:?,行之列')
_CJK_PAIR = re.compile("[一二三四五六七八九两]{2}")
_WEAK_IN_CHINESE = frozenset("度点分方升克天兆里担口头门面国市县区镇村乡省位组团款单票车段片块道p顷米瓦")
"""Units that a Chinese numeral before them usually makes an idiom of: 一点, 三方, 千里, 十分."""


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a folded text, in order."""
    found = [*_arabic(text), *_chinese(text)]
    if "指数" in text or "系数" in text or "容积率" in text:
        found.extend(_indices(text, {q.start for q in found}))
    if not found:
        return found
    found.sort(key=_by_place)
    hidden = _hidden(text)
    kept: list[Quantity] = []
    end = 0
    for quantity in found:
        if quantity.start >= end and not (hidden and _is_hidden(quantity, hidden)):
            kept.append(quantity)
            end = quantity.end
    return kept


def _by_place(quantity: Quantity) -> tuple[int, int]:
    """Order of quantities: by start, the longer first."""
    return quantity.start, -quantity.end


def detect_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end, in ``text`` itself, of every figure written in one block's text."""
    folded = fold(text)
    return tuple(folded.original(q.start, q.end) for q in quantities(folded.text))


def _arabic(text: str) -> Iterator[Quantity]:
    """Quantities that begin with an Arabic digit."""
    position = 0
    while first := _DIGIT.search(text, position):
        start = first.start()
        before = text[start - 1 : start]
        ratio = _RATIO.match(text, start)
        if ratio and (found := _ratio(text, ratio)):
            yield from found
            position = ratio.end()
            continue
        match = _AMOUNT.match(text, start)
        if match is None:
            if fraction := _FRACTION.match(text, start):
                value = round(Decimal(fraction.group(1)) / Decimal(fraction.group(2)), 6)
                yield Quantity(start, fraction.end(), value, None, "", Family.SHARE, Form.AMOUNT, False)
            position = _after_digits(text, start)
            continue
        position = match.end()
        if (
            before == "第"
            or (before.isascii() and before.isalpha() and not _is_economy(text, start))
            or before in "+"
        ):
            if before:
                continue
        if quantity := _amount(text, match):
            position = quantity.end
            yield quantity


_DIGITS = re.compile(r"[\d.]++")


def _after_digits(text: str, start: int) -> int:
    """End of the run of digits and points at ``start``."""
    run = _DIGITS.match(text, start)
    return run.end() if run else start + 1


def _is_economy(text: str, start: int) -> bool:
    """Whether the letters before ``start`` are GDP, after which a number may follow at once."""
    return text.endswith(("gdp", "cpi", "ppi", "r&d"), max(0, start - 3), start)


def _amount(text: str, match: re.Match[str]) -> Quantity | None:
    """Turn a matched amount into a quantity, its range included; None where it is no figure."""
    number, to, unit = match.group("number"), match.group("to"), match.group("unit")
    start, end = match.span()
    magnitude = match.group("magnitude")
    family = _family(unit)
    if family is Family.TIME and not _is_lasting(text, start, unit):
        return None
    scale, magnitude = _split_magnitude(magnitude)
    value = parse(number) * scale
    value_to = parse(to) * scale if to else None
    if to is None and text[end : end + 1] in ("-", "至", "到"):
        other = _AMOUNT.match(text, end + 1)
        if other and (other.group("unit") == unit or not unit) and not other.group("to"):
            before = text[max(0, start - 14) : start]
            if text[end] == "-" or not ("从" in before or "由" in before):
                other_scale, _ = _split_magnitude(other.group("magnitude"))
                value_to, end = parse(other.group("number")) * other_scale, other.end()
                unit, family = other.group("unit"), _family(other.group("unit"))
    if text[start - 1 : start] == "-" and text[max(0, start - 2) : start - 1] in (
        "长",
        "速",
        "为",
        "幅",
        "达",
    ):
        start, value = start - 1, -value
    more = bool(match.group("more") or match.group("more2"))
    return Quantity(start, end, value, value_to, magnitude + unit, family, Form.AMOUNT, more)


def _split_magnitude(magnitude: str) -> tuple[Decimal, str]:
    """Split 千万 into the factor 1000 and the magnitude 万 that stays with the unit."""
    if magnitude in ("", "万", "亿", "万亿"):
        return Decimal(1), magnitude
    if magnitude in ("百", "千"):
        return parse(magnitude), ""
    return parse(magnitude[0]), magnitude[1:]


def _family(unit: str) -> Family | None:
    """Family of a unit as it is written, a per-part included; a bare magnitude (670万职工) counts."""
    if not unit:
        return Family.COUNT
    known = UNITS.get(unit) or UNITS.get(unit.partition("/")[0])
    return known.family if known else None


def _is_lasting(text: str, start: int, unit: str) -> bool:
    """Whether a time is a quantity and no mere duration: 优良天数300天 is, 连续6天 and 24小时 are not."""
    return unit in ("岁", "周岁") or bool(_TIME_OK_BEFORE.search(text, max(0, start - 12), start))


def _ratio(text: str, match: re.Match[str]) -> list[Quantity]:
    """Parts of a composition, or one ratio to one; empty where it is a time of day or the like."""
    numbers = match.group().split(":")
    start = match.start()
    before = text[max(0, start - 20) : start]
    cue = any(word in before for word in ("比", "结构", "差距", "倍差", "产业", "三产"))
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


def _chinese(text: str) -> Iterator[Quantity]:
    """Quantities that begin with a Chinese numeral or with 第, 前, 首."""
    position = 0
    while first := _LEAD.search(text, position):
        start = first.start()
        character = text[start]
        position = start + 1
        if character == "第":
            if match := _RANK.match(text, start):
                position = match.end()
                for quantity in _ranks(text, match):
                    position = quantity.end
                    yield quantity
        elif character == "前":
            if (match := _TOP.match(text, start)) and (top := _top(text, match)):
                position = match.end()
                yield top
        elif character == "首":
            if (
                text.startswith("首位", start)
                and text[start + 2 : start + 3] in _RANK_AFTER_OR_END
                and any(c in text[max(0, start - 9) : start] for c in "居列位排")
            ):
                yield Quantity(start, start + 2, Decimal(1), None, "位", None, Form.RANK, False)
        else:
            run = _CN_RUN.match(text, start)
            position = run.end() if run else start + 1
            if (quantity := _written(text, start)) is not None:
                position = quantity.end
                yield quantity


_CN_RUN = re.compile(rf"{_CN}++")


def _written(text: str, start: int) -> Quantity | None:
    """The quantity that begins with the Chinese numeral at ``start``, if it is one."""
    if share := _SHARE.match(text, start):
        to = share.group("to")
        unit = {"百": "%", "千": "‰", "万": "/万"}[share.group("base")]
        return Quantity(
            start, share.end(), parse(share.group("number")), parse(to) if to else None, unit, Family.SHARE,
            Form.AMOUNT, False,
        )  # fmt: skip
    if parts := _PARTS.match(text, start):
        value = round(parse(parts.group("number")) / parse(parts.group("whole")), 6)
        return Quantity(start, parts.end(), value, None, "", Family.SHARE, Form.AMOUNT, False)
    if tenths := _TENTHS.match(text, start):
        value = parse(tenths.group("number")) + (Decimal("0.5") if tenths.group("half") else 0)
        more = bool(tenths.group("more"))
        return Quantity(start, tenths.end(), value, None, "成", Family.SHARE, Form.AMOUNT, more)
    if text.startswith("一半", start):
        return Quantity(start, start + 2, Decimal("0.5"), None, "", Family.SHARE, Form.AMOUNT, False)
    match = _CHINESE.match(text, start)
    return _chinese_amount(text, match) if match else None


def _chinese_amount(text: str, match: re.Match[str]) -> Quantity | None:
    """Turn a matched Chinese amount into a quantity; None where it is an idiom, a name or rhetoric."""
    number, to, unit = match.group("number"), match.group("to"), match.group("unit")
    start, end = match.span()
    before = text[max(0, start - 4) : start]
    if before.endswith(("第", "点", "“", "十", "这", "那", "每", "某", "数", "几", "上", "任")) and before:
        return None
    if _CJK_PAIR.search(number) and "点" not in number:
        return None
    family = _family(unit)
    bounded = end == len(text) or bool(_BARE_OK_AFTER.match(text, end))
    if not _means_amount(before, number, unit, family, bounded):
        return None
    if family is Family.TIME and not _is_lasting(text, start, unit):
        return None
    bare, magnitude = number, match.group("magnitude")
    if not magnitude:
        for tail in ("万亿", "亿", "万"):
            if number.endswith(tail) and "点" not in number:
                bare, magnitude = number[: -len(tail)], tail
                break
    if not unit and not magnitude:
        return None
    scale = Decimal({"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[magnitude])
    if "亿" in bare:
        value = parse(bare + magnitude) / scale
    else:
        value = parse(bare) if bare else Decimal(1)
    value_to = parse(to.removesuffix(magnitude)) if to else None
    if to and value_to is not None and value_to <= value:
        return None
    more = bool(match.group("more") or match.group("more2"))
    return Quantity(start, end, value, value_to, magnitude + unit, family, Form.AMOUNT, more)


def _means_amount(before: str, number: str, unit: str, family: Family | None, bounded: bool) -> bool:
    """Whether a Chinese numeral before this unit is meant as a number."""
    if number[0] in "百千万亿":
        return bool(
            family is not Family.COUNT and (unit or len(number) > 1) and _BARE_OK_BEFORE.search(before)
        )
    if not unit:
        return len(number) > 1
    if len(number) == 1 and number != "十":
        if unit in _WEAK_IN_CHINESE or number == "二" or (number == "一" and unit == "批") or "方面" in unit:
            return False
        if number == "一" and family not in (Family.COUNT, Family.TIMES):
            return False
        if family is Family.COUNT:
            return bool(_SINGLE_OK_BEFORE.search(before)) and (
                number != "一" or bool(_ONE_OK_BEFORE.search(before))
            )
        return True
    if unit == "届" or unit in "国省":
        return False
    return not (
        unit in _WEAK_IN_CHINESE and unit not in "担升亩口头" and len(number) < 3
    ) and number + unit not in ("十里",)


def _ranks(text: str, match: re.Match[str]) -> Iterator[Quantity]:
    """The place at ``match`` and those that share its 第 or 位: 第二和第一位, 第一、二、三位."""
    start, end = match.span()
    before = text[max(0, start - 14) : start]
    more: list[re.Match[str]] = []
    at = end
    while (other := _RANK_MORE.match(text, at)) and len(more) < 12:
        more.append(other)
        at = other.end()
    named = match.group("unit") or any(other.group("unit") for other in more)
    bounded = end == len(text) or text[end] in _RANK_AFTER or more
    if _NOT_RANK_BEFORE.search(before) or not _RANK_BEFORE.search(before):
        return
    if not named and not bounded:
        return
    yield Quantity(
        start, end, parse(match.group("number")), None, match.group("unit"), None, Form.RANK, False
    )
    for other in more:
        yield Quantity(
            other.start("all"), other.end("all"), parse(other.group("number")), None, other.group("unit"), None,
            Form.RANK, False,
        )  # fmt: skip


def _top(text: str, match: re.Match[str]) -> Quantity | None:
    """A place among the first N; None where 前 is a time (前三季度) or nothing was reached."""
    start, end = match.span()
    if not match.group("unit") and not (end == len(text) or text[end] in _TOP_AFTER):
        return None
    if not _TOP_BEFORE.search(text, max(0, start - 12), start):
        return None
    unit = match.group("unit") or ""
    return Quantity(start, end, parse(match.group("number")), None, unit, None, Form.TOP, False)


def _indices(text: str, taken: set[int]) -> Iterator[Quantity]:
    """Bare numbers that an index or a coefficient names."""
    for match in _INDEX.finditer(text):
        for name in ("number", "other"):
            start, end = match.span(name)
            number = match.group(name)
            if number is None or start in taken or (len(number) == 4 and number[:2] in ("19", "20")):
                continue
            yield Quantity(start, end, parse(number), None, "", None, Form.INDEX, False)


_MARKS = re.compile('["《》。!?]')


def _hidden(text: str) -> list[tuple[int, int, bool]]:
    """Spans of quoted names (closed within one sentence) and of titles in 《》: start, end, whether a title."""
    spans: list[tuple[int, int, bool]] = []
    quote = title = -1
    for mark in _MARKS.finditer(text):
        character, at = mark.group(), mark.start()
        if character == '"':
            if quote < 0:
                quote = at
            else:
                spans.append((quote, at, False))
                quote = -1
        elif character == "《":
            title = at
        elif character == "》":
            if title >= 0:
                spans.append((title, at, True))
            title = -1
        else:
            quote = -1
    return spans


def _is_hidden(quantity: Quantity, spans: list[tuple[int, int, bool]]) -> bool:
    """Whether a quantity is part of a title, or a mere count inside a quoted name: “20条”, “五个一批”."""
    for start, end, title in spans:
        if start < quantity.start and quantity.end <= end:
            if title or quantity.form in (Form.RANK, Form.TOP):
                return title or end - start < 8
            return (quantity.family is Family.COUNT and end - start < 30) or quantity.unit == ""
    return False


def unit_of(quantity: Quantity) -> Unit | None:
    """The unit of a quantity without its magnitude; None where it has none."""
    name = quantity.unit
    while name not in UNITS and name[:1] in ("万", "亿"):
        name = name[1:]
    return UNITS.get(name)
