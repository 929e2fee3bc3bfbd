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


_AMONG = (
    "(?:(?:全国|全省|全市|全区|全县|全球|世界|亚洲|苏南|苏中|苏北|粤东|粤西|粤北|长江经济带|全流域|国内|省内|全疆|全州|中部|西部|东部|沿海|各市|各省|东北|西北|西南|华东|长三角|珠三角|省级|地级|同类|同期|中西部|国家级|"
    "设区|省会|副省级|计划单列|大中|县级|百强|十强|各|市州|州市|省份|县域|城市|市|县|州|省|区|园区|自治区|高新区|开发区|经开区|地区|之|中|的|第|排名|\\(区\\)|\\(市\\)|\\(区、市\\)|集装箱枢纽港|港口|"
    "直辖市|乡镇|参评|非|旅游|制造业|外贸|综合|总|实力|三省|五省|区市|领域|同行业|\\d{1,3}个|主要|重点|前)+)"
)
"""Among whom a place is held: 全国同类城市."""
HELD_PLACE = re.compile(
    "(?:连续|继续|再次|稳|仍|保持|已|上升|提升|跃升|前移|攀升|进位|由|从|提高|下降|后退)*"
    f"(?:(?:在(?:{_AMONG}|[^,、在的]{{1,18}}中))?(?:位居|位列|名列|排名(?!进入|居|列|位|上|前|跃|保持|升|跻|由|从)|跃居|稳居|高居|排在|列在|排到|进入|跻身|居|列|排(?!名))(?:于|在)?[^居列排,、]{{0,18}}?|"
    f"(?:升到|升至|升为|前移到|前移至|进到|保持|为|获得|荣获|获|夺得|取得|由|从|到|至|在)?{_AMONG}?)$"
)
"""What stands before a place, at the end of a text: 居全省, 列全国同类城市."""
