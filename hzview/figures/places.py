"""Places in an order: 居全省第二位, 第二和第一位, 第一、二、三位, 前三位, 首位.

An ordinal is a place only where something is ranked; 第七届, 第一产业, 第三方 and 第一, (firstly) are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from hzview.figures.numerals import parse
from hzview.figures.patterns import SMALL
from hzview.figures.quantity import Form, Quantity

_RANK = re.compile(rf"第(?P<number>\d{{1,3}}+|{SMALL}{{1,4}})(?P<unit>[位名]?)(?![\d于置])")
_MORE = re.compile(
    rf"(?:、|和|与|及)(?P<all>第?(?P<number>\d{{1,3}}+|{SMALL}{{1,4}})(?P<unit>[位名]?))"
    '(?=[、,。;)和与及的"!]|$)'
)
_NAMED = re.compile(rf"[、和与及]第?(?:\d{{1,2}}|{SMALL}{{1,3}})(?:次?产业|季度|批|期|届|代|轮|方)")
"""What behind an ordinal shows that it counts no places: 从第二产业向第一|、第三产业."""
_TOP = re.compile(rf"前(?P<number>\d{{1,3}}+|{SMALL}{{1,3}})(?P<unit>[位名])?(?!\d)")
_RANKED = re.compile(
    "全国|全省|全市|全区|全球|世界|亚洲|居|列|排|名次|跃|升|保持|进入|位次|中部|西部|东部|地级|城市|运会|同类|前移|由|从|县"
    "|沿海|国家|国内|省内"
)
_NOT_RANKED = re.compile("(?:放在|摆在|作为|置于|放到|摆到|是)$")
_TOPPED = re.compile(
    "全国|全省|全市|全区|全球|世界|排|居|列|进入|跻身|保持|进|名次|挺进|位次|争|位|入围|城市|第一方阵|稳|晋级"
)
_AFTER = frozenset((*',。;、)和与及的"!:?', ""))
_TOP_AFTER = _AFTER | frozenset("行之列")


def ranks(text: str, start: int) -> Iterator[Quantity]:
    """Yield the place that begins with the 第 at ``start``, and those that share its 第 or 位."""
    match = _RANK.match(text, start)
    if match is None:
        return
    end = match.end()
    before = text[max(0, start - 14) : start].rpartition("。")[2]
    if _NOT_RANKED.search(before) or not _RANKED.search(before):
        return
    more: list[re.Match[str]] = []
    at = end
    while (other := _MORE.match(text, at)) and len(more) < 12:
        more.append(other)
        at = other.end()
    if _NAMED.match(text, at):
        return
    named = match.group("unit") or any(other.group("unit") for other in more)
    if not named and not more and text[end : end + 1] not in _AFTER:
        return
    yield _place(start, end, match, Form.RANK)
    for other in more:
        yield _place(*other.span("all"), other, Form.RANK)


def _place(start: int, end: int, match: re.Match[str], form: Form) -> Quantity:
    """The place that ``match`` holds."""
    unit = match.group("unit") or ""
    return Quantity(start, end, parse(match.group("number")), None, unit, None, form, False)


def top(text: str, start: int) -> Quantity | None:
    """Return a place among the first N; None where 前 is a time (前三季度) or nothing was reached."""
    match = _TOP.match(text, start)
    if match is None or (not match.group("unit") and text[match.end() : match.end() + 1] not in _TOP_AFTER):
        return None
    if not _TOPPED.search(text, max(0, start - 12), start):
        return None
    return _place(start, match.end(), match, Form.TOP)


def head(text: str, start: int) -> Quantity | None:
    """Return the first place that 首位 names; None where it only says 首位产业."""
    if not text.startswith("首位", start) or text[start + 2 : start + 3] not in _AFTER:
        return None
    if not any(character in "居列位排" for character in text[max(0, start - 9) : start]):
        return None
    return Quantity(start, start + 2, Decimal(1), None, "位", None, Form.RANK, False)
