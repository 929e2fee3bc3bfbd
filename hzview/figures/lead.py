"""Read what stands before a number: from the number leftwards to the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hzview.figures.lexicon import (
    ACT_LENGTHS,
    ACT_OPENING_LENGTHS,
    ACTS,
    LIGHT,
    RELATION_LENGTHS,
    RELATIONS,
    SCOPE_LENGTHS,
    SCOPES,
    Says,
)
from hzview.figures.names import strip_opening


@dataclass(slots=True)
class Lead:
    """What the text before a number says. Offsets are folded offsets."""

    start: int
    """Where the name begins."""
    end: int
    """One past the end of the name; equal to ``start`` where there is none."""
    says: list[Says] = field(default_factory=list)
    """What the words between name and number say, from the number leftwards."""
    words: list[str] = field(default_factory=list)
    """Those words, for explanations."""
    share: tuple[int, int] | None = None
    """What the number is a share of (占〔全省〕的)."""
    against: str = ""
    """What it is compared with (比〔上年〕, 高于〔全国〕)."""
    act: str = ""
    """The verb right before the number (新增|7家), no part of ``start``–``end``."""
    opening_act: str = ""
    """The verb that opens the name (新增|上市公司|7家), part of ``start``–``end`` unless light."""

    def has(self, *meanings: Says) -> bool:
        """Whether any word says one of these."""
        return any(meaning in self.says for meaning in meanings)


_DATE_END = re.compile(
    r"(?:到|至|截至|在)?(?:\d{4}年?(?:底|末|初|年末|年底|同期|全年)?|[\"“]?十[一二三四五]五[\"”]?(?:末|期末|时期|期间|初期)|\d{1,2}月(?:份|底|末)?|"
    r"[一二三四五六七八九十\d]{1,2}年[前来间中]?|本世纪末|上世纪末|年初|年底|年末|上年同期|去年同期|上年末|上年底|去年底|去年末|去年|今年|上年|前年|当年|同期)$"
)
_DATE_LAST = frozenset("年底末初月份期间前来中")
_ABOVE = (
    "高于",
    "低于",
    "快于",
    "慢于",
    "好于",
    "优于",
    "超过",
    "超出",
    "高出",
    "领先",
    "多于",
    "少于",
    "大于",
    "小于",
)
_UNDER = frozenset(("低于", "慢于", "少于", "小于"))
_SHARE_NOUN = re.compile("(?:的|所占)?(?:比重|比例|份额|比率|百分比)$")
_PER = re.compile("(?:平均)?每(?:立方米|吨|亩|人|户|公斤|斤|年|月|天|日|标准立方米|平方米|度|学年)$")


def read(text: str, start: int, end: int, rank: bool) -> Lead:
    """Read ``text[start:end]``, which ends where a number begins; ``rank`` where the number is a place."""
    lead = Lead(start, end)
    while lead.end > start:
        if not (
            _relation(text, lead, rank)
            or _date(text, lead)
            or _comparison(text, lead)
            or _share(text, lead)
            or _per(text, lead)
        ):
            break
    lead.start = min(strip_opening(text, start, lead.end), lead.end)
    _acts(text, lead)
    return lead


def _relation(text: str, lead: Lead, rank: bool) -> bool:
    """Take one relation word off the end."""
    end = lead.end
    last = text[end - 1]
    for length in RELATION_LENGTHS.get(last, ()):
        word = text[end - length : end]
        if length <= end - lead.start and word in RELATIONS:
            lead.end = end - length
            lead.says.append(RELATIONS[word])
            lead.words.append(word)
            return True
    if rank:
        for length in SCOPE_LENGTHS.get(last, ()):
            word = text[end - length : end]
            if length <= end - lead.start and word in SCOPES:
                lead.end = end - length
                lead.words.append(word)
                return True
    return False


def _date(text: str, lead: Lead) -> bool:
    """Take a date off the end: 提高到|2002年的."""
    if text[lead.end - 1] not in _DATE_LAST:
        return False
    from_ = max(lead.start, lead.end - 10)
    match = _DATE_END.search(text[from_ : lead.end])
    if not match:
        return False
    lead.words.append(match.group())
    lead.end = from_ + match.start()
    return True


def _comparison(text: str, lead: Lead) -> bool:
    """Take 比上年, 较年初, 与1997年相比 or 高于全国 off the end."""
    end = lead.end
    low = max(lead.start, end - 22)
    if text.endswith(("相比", "比较"), low, end):
        at = max(text.rfind("与", low, end), text.rfind("同", low, end), text.rfind("和", low, end))
        if at >= 0:
            lead.against, lead.end = text[at + 1 : end - 2], at
            return True
    for word in ("比", "较"):
        at = text.rfind(word, low, end)
        if (
            at < 0
            or at + 1 >= end
            or text[at + 1] in "重例率值较特"
            or text[max(at - 1, 0)] in "占同环可之对年"
        ):
            continue
        if text.find("占", low, at) >= 0 and word == "比":
            continue
        lead.against, lead.end = text[at + 1 : end], at
        lead.words.append(text[at:end])
        return True
    for word in _ABOVE:
        at = text.rfind(word, low, end)
        if at >= 0 and at + len(word) < end and "的" not in text[at:end]:
            lead.against, lead.end = text[at + len(word) : end], at
            lead.says.append(Says.UNDER if word in _UNDER else Says.OVER)
            lead.words.append(text[at:end])
            return True
    return False


def _share(text: str, lead: Lead) -> bool:
    """Take 占全省的 off the end, the spelled-out noun (比重) included."""
    if lead.share:
        return False
    low = max(lead.start, lead.end - 30)
    at = text.rfind("占", low, lead.end)
    if at < 0 or at + 1 >= lead.end or text[at + 1] in "比地有用领补" or text[max(at - 1, 0)] in "侵抢霸强":
        return False
    stop = lead.end
    if spelled := _SHARE_NOUN.search(text[at + 1 : stop]):
        stop = at + 1 + spelled.start()
    if stop <= at + 1:
        return False
    lead.share, lead.end = (at + 1, stop), at
    lead.words.append(text[at:stop])
    if at and text[at - 1] == "所":
        lead.end -= 1
    return True


def _per(text: str, lead: Lead) -> bool:
    """Take 每立方米 off the end: PM2.5平均浓度|每立方米|42微克."""
    low = max(lead.start, lead.end - 9)
    match = _PER.search(text[low : lead.end])
    if not match:
        return False
    lead.words.append(match.group())
    lead.end = low + match.start()
    return True


def _acts(text: str, lead: Lead) -> None:
    """Set the verbs at both ends of the name apart."""
    end = lead.end
    if end > lead.start:
        for length in ACT_LENGTHS.get(text[end - 1], ()):
            word = text[end - length : end]
            if length <= end - lead.start and word in ACTS:
                lead.act, lead.end = word, end - length
                break
    if lead.act:
        joined = text[lead.start : lead.end]
        if joined.endswith(("、", "和", "及", "与", "并")):
            lead.act = _joined_acts(text, lead)
    while lead.end > lead.start:
        for length in ACT_OPENING_LENGTHS.get(text[lead.start], ()):
            word = text[lead.start : lead.start + length]
            if length <= lead.end - lead.start and word in ACTS:
                break
        else:
            return
        if word in LIGHT:
            lead.start = strip_opening(text, lead.start + length, lead.end)
            lead.opening_act = lead.opening_act or ("" if lead.end > lead.start else word)
            continue
        lead.opening_act = word
        return


def _joined_acts(text: str, lead: Lead) -> str:
    """Read 新建、改扩建 or 淘汰和整治 as one act."""
    act = lead.act
    end = lead.end
    while end > lead.start and text[end - 1] in "、和及与并":
        joint = text[end - 1]
        for length in ACT_LENGTHS.get(text[end - 2], ()) if end - 2 >= lead.start else ():
            word = text[end - 1 - length : end - 1]
            if word in ACTS and end - 1 - length >= lead.start:
                act, end = word + joint + act, end - 1 - length
                break
        else:
            break
    lead.end = end
    return act
