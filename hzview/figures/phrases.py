"""Phrases between a name and its number, taken off the end of what stands before it: 比上年, 占全省的, 每立方米, 居全省."""

from __future__ import annotations

import re
from collections.abc import Callable

from hzview.figures.dates import CLOSES, YEAR, before_closing
from hzview.figures.late import Late
from hzview.figures.lead import BOUNDS, Lead
from hzview.figures.lexicon import NOT_UNDER, RELATIONS, Says, words
from hzview.figures.places import HELD_PLACE
from hzview.figures.units import Family


def take(text: str, lead: Lead, rank: bool, family: Family | None) -> bool:
    """Take one phrase off the end of ``lead``; return whether one stands there.

    Args:
        text: The folded text.
        lead: What is left before the number.
        rank: Whether the number is a place.
        family: What its unit measures, where that is known.

    """
    if family is Family.TIMES and _multiple(text, lead):
        return True
    if family is Family.SHARE and _fraction(text, lead):
        return True
    return any(step(text, lead) for step in _steps(text, lead, rank))


_ABOVE = tuple(words("高于 低于 快于 慢于 好于 优于 超过 超出 高出 领先 多于 少于 大于 小于"))
_UNDER = frozenset(("低于", "慢于", "少于", "小于"))
_SHARE_NOUN = re.compile("(?:所占)?(?:的)?(?:比重|比例|份额|比率|百分比)$")
_PER = re.compile("(?:平均)?每(?:立方米|吨|亩|人|户|公斤|斤|年|月|天|日|标准立方米|平方米|度|学年)$")
_PART_OF = re.compile(
    "(?<!不)已?(?P<like>接近|相当于|达到|超过|不到|不足)(?P<whole>(?!\\d{4}年|[一二][〇零一二三四五六七八九]{3}年)[^,、的]{2,16})$"
)
_IN_ALL = Late("(?:全(?:国|省|市|区|县|州|球|社会)|世界)[^,、的]{0,10}$")
"""A whole that is one without 的: 用不到|全省|6%的耕地."""
_NO_WHOLE = Late("平均|水平|[增升降]|预期|计划|目标|任务|指标|去年|上年|同期|要求|标准|[年月]|比[例重]$")
"""What is no whole that something is part of, but something to compare with."""
_FROM_PHRASE = Late("(?:由|从)[^,、由从]{1,14}$")
_TO_PHRASE = Late(
    "(?:提高|增加|上升|提升|下降|降低|减少|扩大|缩小|增长|发展|回落|压缩|上涨|攀升|增|升|降|减)(?:到|至)[^,、到至]{1,12}$"
)


def _date(text: str, lead: Lead) -> bool:
    """Take a date off the end: 提高到|2002年的."""
    start = before_closing(text, lead.start, lead.end)
    if start == lead.end:
        return False
    lead.take(start, text[start : lead.end], 0)
    return True


def _comparison(text: str, lead: Lead) -> bool:
    """Take 比上年, 较年初, 与1997年相比 or 高于全国 off the end."""
    end = lead.end
    low = max(lead.start, end - 22)
    if not _COMPARED.search(text, low, end):
        return False
    at = text.rfind("按", low, end)
    if at >= 0 and text.endswith(_COUNTED_BY, at, end):
        lead.take(at, text[at:end], 0)
        return True
    if text.endswith(("相比", "比较", "比"), low, end):
        at = max(text.rfind("与", low, end), text.rfind("同", low, end))
        if at >= 0:
            lead.against = text[at + 1 : end]
            lead.take(at, text[at:end], 0)
            return True
    for word in ("比较", "比", "较"):
        at = text.rfind(word, low, end)
        if at < 0 or at + len(word) >= end:
            continue
        against = text[at + len(word) : end]
        if not _TIME.match(against) and (
            against[0] in "重例率值较特" or text[at - 1 : at] in _NO_COMPARISON_AFTER
        ):
            continue
        if "由" in against or "从" in against or (word == "比" and _HELD_OF.search(text, low, at)):
            continue
        lead.against, lead.end = against, at
        lead.words.append(text[at:end])
        if more := _MORE_THAN.search(against):
            lead.says |= Says.UP if more[1] == "多" else Says.DOWN
        return True
    return _difference(text, lead, low)


def _difference(text: str, lead: Lead, low: int) -> bool:
    """Take 高于全国, 不低于当地人均收入 off the end; it begins behind ``low``."""
    end = lead.end
    for word in _ABOVE:
        at = text.rfind(word, low, end)
        if at >= 0 and at + len(word) < end and "的" not in text[at:end]:
            lead.against = text[at + len(word) : end]
            bound = NOT_UNDER.get(word) if text[at - 1 : at] == "不" else None
            if bound:
                lead.take(at - 1, text[at - 1 : end], bound)
            else:
                lead.take(at, text[at:end], Says.UNDER if word in _UNDER else Says.OVER)
            return True
    return False


_MORE_THAN = re.compile("(?:年|期|月|初|底|末|计划)(多|少)[^的]{1,2}$")
"""A comparison with a verb of its own that tells a change: 比上年|多回笼|8.45亿元, 比计划少收."""
_TIME = re.compile(
    f"上|去年|前年|年初|{YEAR}|\\d{{1,2}}[年月]|同期|计划|全国|全省|全市|历史|解放前|预算|原|这|当|建国|改革"
)
_COUNTED_BY = ("口径", "数额", "价格", "可比价", "计算", "汇率", "标准", "基数")
"""How a phrase ends that says by what something was counted: 按可比口径."""
_COMPARED = re.compile("[比较按于过出先]")
"""One of these stands in every comparison; most leads have none."""
_NO_COMPARISON_AFTER = frozenset("占同环可对之年入差系")


def _share(text: str, lead: Lead) -> bool:
    """Take 占全省的 off the end, the spelled-out noun (比重) included."""
    if lead.share:
        return False
    low = max(lead.start, lead.end - 30)
    at = text.rfind("占", low, lead.end)
    if at < 0 or at + 1 >= lead.end or text[at - 1 : at] in _NO_SHARE_AFTER:
        return False
    if text[at + 1] in "比有用领补" or (text[at + 1] == "地" and not text.startswith("区", at + 2)):
        return False
    stop = lead.end
    if spelled := _SHARE_NOUN.search(text[at + 1 : stop]):
        stop = at + 1 + spelled.start()
    if stop <= at + 1:
        return False
    lead.share, lead.end = (at + 1, stop), at
    lead.words.append(text[at:stop])
    if text[at - 1 : at] == "所":
        lead.end -= 1
    return True


_NO_SHARE_AFTER = frozenset("侵抢霸强独")


def _per(text: str, lead: Lead) -> bool:
    """Take 每立方米 off the end: PM2.5平均浓度|每立方米|42微克."""
    low = max(lead.start, lead.end - 9)
    at = text.find("每", low, lead.end)
    if at < 0:
        return False
    match = _PER.search(text[low : lead.end])
    if not match:
        return False
    lead.words.append(match.group())
    lead.end = low + match.start()
    return True


def _phrase(text: str, lead: Lead) -> bool:
    """Take 从第四次人口普查的, 提高到第五次人口普查的 off the end, once 的 is off."""
    if not lead.words or lead.words[-1] != "的":
        return False
    low = max(lead.start, lead.end - 20)
    if (
        (part := _PART_OF.search(text, low, lead.end))
        and lead.share is None
        and before_closing(text, low, part.end()) == part.end()
    ):
        lead.share = part.span("whole")
        lead.take(part.start(), part.group(), RELATIONS.get(part.group("like"), 0))
        return True
    for pattern, says in ((_TO_PHRASE, Says.TO), (_FROM_PHRASE, Says.FROM)):
        if match := pattern.search(text[low : lead.end]):
            lead.take(low + match.start(), match.group(), says)
            return True
    return False


def _fraction(text: str, lead: Lead) -> bool:
    """Take what the number is a part of off the end: 社会民生投入|超过财政总支出的|80%, 用|不到全省|6%的耕地."""
    low = max(lead.start, lead.end - 20)
    of = lead.words[-1:] == ["的"]
    if lead.share or not (of or "全" in text[low : lead.end] or "世界" in text[low : lead.end]):
        return False
    match = _PART_OF.search(text, low, lead.end)
    if match is None or _NO_WHOLE.search(match.group("whole")):
        return False
    if not of and not _IN_ALL.match(match.group("whole")):
        return False
    lead.share = match.span("whole")
    lead.take(match.start(), match.group(), RELATIONS.get(match.group("like"), 0))
    return True


_HELD_OF = re.compile("占(?![用有地补领])")
_GROUND = Late("在[^,、;在]{2,14}(?:基础上|情况下|条件下|前提下|形势下)$")
_BRACKET = re.compile(r"\([^()]*(?:预计|下同|口径|含|包括|按|不变价|可比|扣除|剔除)[^()]*\)$")
_BASE = Late("(?P<like>是|为|相当于|等于|达到|接近|超过|不到|不足)(?P<base>[^,、;]{2,26})$")


def _ground(text: str, lead: Lead) -> bool:
    """Take 在现行政策基础上 off the end."""
    low = max(lead.start, lead.end - 20)
    match = _GROUND.search(text[low : lead.end]) if text[lead.end - 1] in "上下" else None
    if not match:
        return False
    lead.take(low + match.start(), match.group(), 0)
    return True


def _bracket(text: str, lead: Lead) -> bool:
    """Take a bracket that only says how it was counted off the end: 地区生产总值|（预计数，下同）|550亿元."""
    low = max(lead.start, lead.end - 30)
    match = _BRACKET.search(text[low : lead.end]) if text[lead.end - 1] == ")" else None
    if not match:
        return False
    lead.take(low + match.start(), match.group(), 0)
    return True


def _multiple(text: str, lead: Lead) -> bool:
    """Take what the number is a multiple of off the end: 固定资产投资|是上一个五年|的3.1倍."""
    if lead.words[-1:] != ["的"]:
        return False
    low = max(lead.start, lead.end - 32)
    match = _BASE.search(text[low : lead.end])
    if not match:
        return False
    says = RELATIONS.get(match.group("like"), 0)
    lead.take(low + match.start(), match.group(), says if says in BOUNDS else 0)
    return True


def take_place(text: str, lead: Lead) -> bool:
    """Take 居全省, 列全国同类城市 off the end."""
    low = max(lead.start, lead.end - 26)
    match = None if lead.words else HELD_PLACE.search(text[low : lead.end])
    if not match or match.start() == match.end():
        return False
    start, word = low + match.start(), match.group()
    if start == lead.start and _ASSESSED.match(word):
        start += word.index("中")
        word = text[start : lead.end]
    if word.startswith(("由", "从")) or "由" in word[:4]:
        lead.says |= Says.FROM
    lead.words.append(word)
    lead.end = start
    return True


_ASSESSED = re.compile("在[^中]*[考评测赛查][^中]*中")
"""An assessment is the name of a place where nothing else is: 在〔全国“创业型城市”绩效评估〕中|名列第一."""


_Step = Callable[[str, Lead], bool]
_STEPS: tuple[_Step, ...] = (_comparison, _date, _share, _per, _phrase, _ground, _bracket)
_END_STEPS: tuple[_Step, ...] = (_date, _ground, _bracket)
"""Those that take off only what ends in one of a few characters."""
_RANK_STEPS: tuple[_Step, ...] = (_date, _bracket)
"""What may be taken off besides relation words (and, before a place, 居全省)."""
_ENDS = CLOSES | frozenset("上下)")
"""What the end steps take off ends in one of these."""
_WORTH = re.compile("[比较按于过出先占每]")
"""One of these stands in whatever else the steps take off, unless 的 was taken off before; most names have none."""


def _steps(text: str, lead: Lead, rank: bool) -> tuple[_Step, ...]:
    """Return the steps that may take something off the end; for most names none."""
    end = lead.end
    if rank:
        return _RANK_STEPS if text[end - 1] in _ENDS else ()
    if lead.words[-1:] == ["的"] or _WORTH.search(text, max(lead.start, end - 30), end):
        return _STEPS
    return _END_STEPS if text[end - 1] in _ENDS else ()
