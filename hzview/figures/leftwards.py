"""Read what stands before a number: from the number leftwards to the name."""

from __future__ import annotations

from hzview.figures import phrases
from hzview.figures.dates import behind_mark
from hzview.figures.lead import Lead
from hzview.figures.lexicon import (
    ACT_LENGTHS,
    ACT_OPENING_LENGTHS,
    ACTS,
    COMPARING,
    LIGHT,
    OPENING_BARRED,
    PLANS,
    RELATION_BARRED,
    RELATION_LENGTHS,
    RELATIONS,
    Says,
    words,
)
from hzview.figures.names import strip_opening
from hzview.figures.units import Family


def read(
    text: str,
    start: int,
    end: int,
    *,
    rank: bool = False,
    tail: bool = False,
    family: Family | None = None,
    home: tuple[str, ...] = (),
) -> Lead:
    """Read ``text[start:end]``, which ends where a number begins.

    Args:
        text: The folded text.
        start: Where the clause, or what is left of it, begins.
        end: Where the number begins.
        rank: Whether the number is a place.
        tail: Whether a noun follows the number, so that a verb before it governs that noun.
        family: What the unit of the number measures, where that is known.
        home: Words for the report's own territory.

    """
    lead = Lead(behind_mark(text, start, end), end)
    if tail:
        while lead.words[-1:] != ["的"] and not _act_before(text, lead) and _hedge(text, lead):
            pass
    _strip(text, lead, rank, family)
    if lead.act:
        lead.says &= _BESIDE_ACTS
    if lead.start < lead.end:
        _name(text, lead, tail, home)
    return lead


def _name(text: str, lead: Lead, tail: bool, home: tuple[str, ...]) -> None:
    """Set what opens the name that is left apart, and leave out what is none."""
    end = lead.end
    start = lead.start = min(strip_opening(text, lead.start, end, home), end)
    name = text[start:end]
    if name in _NO_NAME or name.endswith(_NO_NAMES):
        lead.end = start
    elif not tail and name.removeprefix("实际") in ACTS:
        lead.act, lead.end = name.removeprefix("实际"), start
    else:
        _opening_acts(text, lead, home)


def _strip(text: str, lead: Lead, rank: bool, family: Family | None) -> None:
    """Take word after word off the end, until a name is left or nothing."""
    start = lead.start
    while lead.end > start:
        if rank and phrases.take_place(text, lead):
            continue
        if not _relation(text, lead) and not phrases.take(text, lead, rank, family):
            return


def _relation(text: str, lead: Lead) -> bool:
    """Take one relation word off the end."""
    end = lead.end
    room = end - lead.start
    for length in RELATION_LENGTHS.get(text[end - 1], ()):
        if length > room:
            continue
        at = end - length
        word = text[at:end]
        says = RELATIONS.get(word)
        if says is None:
            continue
        before = text[at - 1 : at]
        if word in RELATION_BARRED and before in RELATION_BARRED[word]:
            continue
        if word in PLANS and not any(other != "的" for other in lead.words):
            return False
        if before in COMPARING and says is Says.PAST:
            return False
        if word == "增长" and lead.says & Says.FROM:
            says = Says.RATE  # 地区生产总值增长|由6.3%|上升到6.7%
        lead.take(at, word, says)
        return True
    return False


def _hedge(text: str, lead: Lead) -> bool:
    """Take a word that only bounds the number off the end: 解决了〔超过〕1000亿元债务."""
    end, says, bound = lead.end, lead.says, lead.bound
    if end > lead.start and _relation(text, lead):
        if RELATIONS[lead.words[-1]] & _HEDGES:
            return True
        lead.end, lead.says, lead.bound = end, says, bound
        lead.words.pop()
    return False


_HEDGES = Says.ABOVE | Says.AT_LEAST | Says.BELOW | Says.AT_MOST | Says.ABOUT | Says.NOTHING | Says.PAST
_BESIDE_ACTS = _HEDGES | Says.EACH | Says.APART | Says.AHEAD
"""What words around a verb may still say of its number: 加快|形成|10个 does not grow by ten."""
_NO_NAME = words("统计 初步统计 测算 估算 比 较 按 含 其中 差 了 上年度 由上年度 年度 年")
_NO_NAMES = ("初期", "时期", "期间", "以来", "年间", "以后", "精简后", "调整后", "改革后")
"""What is left of a lead and names nothing."""


def _act_before(text: str, lead: Lead) -> bool:
    """Take the verb that governs the noun behind the number off the end: 长三角毗邻区域|开通|22条|公交线."""
    end = lead.end
    while end > lead.start:
        for length in ACT_LENGTHS.get(text[end - 1], ()):
            word = text[end - length : end]
            if length <= end - lead.start and word in ACTS:
                joined = (
                    word in RELATION_BARRED and text[end - length - 1 : end - length] in RELATION_BARRED[word]
                )
                if not joined or text.endswith(("我国", "全国"), lead.start, end - length):
                    break
        else:
            break
        word = text[end - length : end]
        lead.act = word + text[end : lead.end] + lead.act if lead.act else word
        end -= length
        lead.end = end
        if end - lead.start >= 2 and text[end - 1] in "、和及与并":
            end -= 1
            continue
        break
    return bool(lead.act)


_NOUN_ENDINGS = frozenset("率量数额度值费者器")


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether a verb at the start of a name is only part of a noun: 办结|率, 有|效投诉."""
    return text[end] in _NOUN_ENDINGS or text[end] in OPENING_BARRED.get(text[start:end], "")


def _opening_acts(text: str, lead: Lead, home: tuple[str, ...]) -> None:
    """Set the verbs that open the name apart, and leave those out that say nothing."""
    while lead.end > lead.start:
        for length in ACT_OPENING_LENGTHS.get(text[lead.start], ()):
            end = lead.start + length
            if end < lead.end and text[lead.start : end] in ACTS and not _is_joined(text, lead.start, end):
                break
        else:
            return
        word = text[lead.start : lead.start + length]
        if word in ("有", "具有") and "的" in text[end : lead.end - 1]:
            return  # 有就业意愿的脱贫劳动力
        if word in LIGHT:
            lead.light_act = word
            lead.start = strip_opening(text, lead.start + length, lead.end, home)
            if text.startswith(("和", "及", "与", "并"), lead.start) and lead.end - lead.start > 2:
                lead.start += 1
            continue
        lead.opening_act = word
        return
