"""Say of each quantity of a sentence what it measures: the automaton that walks from clause to clause.

For each group of quantities the rules of ``RULES`` are asked in order; the first that knows a name gives it. What a
group was named is kept for the groups that follow it in the sentence (``Context``): 地区生产总值达到2476.1亿元，增长8.5%，
增幅居全省第二位.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from hzview.figures import lead as leads
from hzview.figures.clauses import Clause, Group, Sentence, groups
from hzview.figures.detect import Form, Quantity
from hzview.figures.figure import Bound, Measure
from hzview.figures.lead import Lead
from hzview.figures.lexicon import DEFINING, LIGHT, Says
from hzview.figures.names import (
    STATISTIC,
    complete,
    split_list,
    split_predicate,
    strip_opening,
    town_and_country,
)
from hzview.figures.units import Family


@dataclass(slots=True)
class Reading:
    """What the rules make of one quantity."""

    quantity: Quantity
    """The quantity."""
    names: tuple[str, ...] = ("",)
    """What it measures."""
    measure: Measure = Measure.LEVEL
    """How it relates to that."""
    sign: int = 1
    """-1 for a fall."""
    bound: Bound = Bound.EXACT
    """On which side of it the quantity lies."""
    threshold: bool = False
    """Whether it only qualifies another noun."""
    doubts: tuple[str, ...] = ()
    """Codes of ``hzview.figures.doubts``."""
    rule: str = ""
    """Name of the rule that named it."""
    clause: tuple[int, int] = (0, 0)
    """The clause it stands in."""
    lead: Lead | None = None
    """What stands before it."""
    before: bool = False
    """Whether it is where a change began (由〔A〕提高到B)."""


@dataclass(slots=True)
class Context:
    """What a sentence has named so far."""

    names: list[str] = field(default_factory=list)
    """Names of the last group, one for each of its members or all of its one member."""
    whole: list[str] = field(default_factory=list)
    """The same before a share (占…) replaced them."""
    noun: str = ""
    """The last name without its act."""
    history: list[str] = field(default_factory=list)
    """All names since the sentence began."""
    run: list[str] = field(default_factory=list)
    """Names of parallel levels since the last one that was shared out."""
    act: str = ""
    """The verb that governs the list being read."""
    topic: tuple[int, int] | None = None
    """The last clause without a quantity."""
    points_to_share: bool = False
    """Whether the last name is a share."""


@dataclass(slots=True)
class Case:
    """One group with all that the rules may look at."""

    text: str
    """Folded text of the block."""
    shown: str
    """The same, character by character as it is printed."""
    group: Group
    """The group."""
    members: list[Quantity]
    """Its quantities."""
    lead: Lead
    """What stands before it."""
    tail: tuple[int, int]
    """What stands behind it."""
    context: Context
    """What the sentence has named."""
    clause: Clause
    """The clause."""
    doubts: list[str] = field(default_factory=list)
    """Doubts that a rule has."""

    @property
    def noun(self) -> str:
        """The name before the number as it is printed, without acts that say nothing."""
        return self.shown[self.lead.start : self.lead.end]

    @property
    def family(self) -> Family | None:
        """Family of the first quantity's unit."""
        return self.members[0].family

    @property
    def changes(self) -> bool:
        """Whether the number is a growth or a change."""
        return self.lead.has(Says.UP, Says.DOWN, Says.RATE, Says.OVER, Says.UNDER)


_NOISE = re.compile("(?:的)?(?:大关|关口|台阶|目标|水平|规模|任务|以上|左右|的|了|及|和|、|等|上下)*")


def attribute(text: str, shown: str, sentence: Sentence, found: list[Quantity]) -> list[Reading]:
    """Name every quantity of a sentence, in order."""
    context = Context()
    readings: list[Reading] = []
    for clause in sentence.clauses:
        if clause.first == clause.last:
            context.topic = (clause.start, clause.end)
            continue
        pending_start: int | None = None
        for group in groups(text, clause, found):
            lead_start = pending_start if pending_start is not None else group.lead[0]
            case = _case(text, shown, clause, group, found, context, lead_start)
            if _is_threshold(case):
                readings.extend(_threshold(case))
                pending_start = lead_start
                continue
            pending_start = None
            readings.extend(_name(case))
    return readings


def _case(
    text: str,
    shown: str,
    clause: Clause,
    group: Group,
    found: list[Quantity],
    context: Context,
    lead_start: int,
) -> Case:
    members = found[group.first : group.last]
    rank = members[0].form in (Form.RANK, Form.TOP)
    lead = leads.read(text, lead_start, group.lead[1], rank)
    start, end = group.tail
    noise = _NOISE.match(text, start, end)
    if (
        noise
        and noise.end() > start
        and (
            noise.end() >= end
            or noise.group().startswith(("大", "关", "台", "目", "的目", "的水", "水", "的规", "任"))
        )
    ):
        start = end
    return Case(text, shown, group, members, lead, (start, end), context, clause)


def _is_threshold(case: Case) -> bool:
    """Whether the number only qualifies the noun that the next number counts.

    引进首期固定资产投资〔超10亿元〕的“大好高”项目22个 · 投资〔2亿元以上〕项目100个
    """
    if not case.group.follows or case.members[0].form is not Form.AMOUNT or case.family is Family.COUNT:
        return False
    between = case.text[case.tail[0] : case.tail[1]]
    if not between:
        return False
    if between.startswith("的"):
        return len(between) > 1
    return (
        any(b is not None for b in case.group.bounds)
        and split_predicate(case.text, *case.tail)[0] == case.tail[1]
    )


def _threshold(case: Case) -> list[Reading]:
    """Readings of a qualifying number."""
    name = case.noun or case.shown[case.tail[0] : case.tail[1]].lstrip("的")
    return [
        Reading(
            q,
            (name,),
            Measure.LEVEL,
            1,
            _bound(case, i),
            True,
            (),
            "threshold",
            (case.clause.start, case.clause.end),
            case.lead,
        )
        for i, q in enumerate(case.members)
    ]


Rule = Callable[[Case], list[str] | None]


def by_share(case: Case) -> list[str] | None:
    """高新技术产品增加值达1150亿元，〔占工业增加值的〕22% → 高新技术产品增加值占工业增加值比重."""
    if case.lead.share is None or case.family not in (Family.SHARE, Family.POINTS, Family.TIMES):
        return None
    whole = case.shown[slice(*case.lead.share)]
    own = case.noun
    subjects = split_names(case, own) if own else (case.context.whole or _topic(case) or [""])
    if not own:
        case.doubts.append("carried")
    return [f"{subject}占{whole}比重" for subject in subjects]


def by_composition(case: Case) -> list[str] | None:
    """三次产业结构调整为8:54.9:37.1 → 第一产业比重, 第二产业比重, 第三产业比重."""
    if case.members[0].form is not Form.PART:
        return None
    name = case.noun or (case.context.names or [""])[-1]
    return [name]


def by_following_noun(case: Case) -> list[str] | None:
    """新增|7家|上市公司 · 2236个|村庄|完成景区化改造 · 筹措80亿元|用于山区建设."""
    start, end = case.tail
    if start >= end or case.members[0].form is not Form.AMOUNT or case.changes and not case.lead.act:
        return None
    if case.family in (Family.POINTS, Family.TIMES):
        return None
    if case.lead.has(Says.TO, Says.FROM):
        return None
    return _noun_after(case, start, end)


_PURPOSE = re.compile("(?:重点|主要|专项)?用于|用来|来|以")
_MONEY_ACTS = frozenset(
    "筹集 筹措 安排 投入 拨付 争取 落实 募集 拨款 下拨 统筹 发行 集中 下达 提供 拿出".split()
)


def _noun_after(case: Case, start: int, end: int) -> list[str] | None:
    text, shown, lead = case.text, case.shown, case.lead
    of = text[start] == "的"
    if of:
        start += 1
    share = case.family is Family.SHARE
    noun_end, rest = split_predicate(text, start, end)
    begins = split_predicate(text, start - 1, end)[0] == start
    if case.noun and not lead.act and not of and case.family is not Family.COUNT:
        if share:
            return [case.noun + _spoken(shown[start:end])]
        if case.noun.endswith(("投资", "资金", "拨款")) and begins:
            return [_spoken(shown[start:end]) + "投资"]
        return None
    if (
        case.noun
        and lead.has(Says.LEVEL, Says.EACH, Says.APART)
        and not lead.act
        and case.family is not Family.COUNT
    ):
        return None
    if begins or noun_end <= start:
        spoken = _spoken(shown[rest if not begins else start : end])
        purpose = _PURPOSE.match(spoken)
        if purpose:
            spoken = spoken[purpose.end() :]
        if case.family is Family.MONEY:
            return [spoken + "资金"]
        return [(case.noun if share else lead.act) + spoken]
    noun = shown[start:noun_end]
    said = shown[rest:end]
    if lead.act:
        if case.family is Family.MONEY and said and lead.act in _MONEY_ACTS:
            return [_spoken(said) + noun]
        name = noun if said else shown[start:end]
        return [name if lead.act in LIGHT else lead.act + name]
    if not said:
        return [noun]
    spoken = _spoken(said)
    return [noun if not spoken else spoken + noun]


_ADVERBS = re.compile(
    "^(?:全部|全面|均|都|已|基本|顺利|正式|提前|率先|加快|有序|成功|陆续|先后|累计|分别|持续|稳步|按期|如期|同步|彻底|实现|完成|推进|相继|主动|超额|了|得到|开始|落实|进行|实施)+"
)


def _spoken(said: str) -> str:
    """What is said of a noun without the words that only say that it was done: 全面完成, 实现."""
    spoken = _ADVERBS.sub("", said)
    return spoken.replace("了", "") if len(spoken) > 1 else ""


def by_own_noun(case: Case) -> list[str] | None:
    """〔城镇新增就业〕10.6万人 · 完成〔“个转企”〕1506家、〔“小升规”〕358家."""
    noun = case.noun
    if not noun or noun in _NO_NAME:
        return None
    context = case.context
    if case.lead.act and case.lead.act not in LIGHT:
        return split_names(case, noun + case.lead.act if not noun.endswith(("、", "和")) else noun)
    if case.group.linked and context.act and not case.lead.opening_act and context.act in DEFINING:
        return [context.act + name for name in split_names(case, noun)]
    return split_names(case, noun)


_NO_NAME = frozenset("总量 增量 总数 数量 规模 其中 名次 人均 占比 总额".split())


def by_act_alone(case: Case) -> list[str] | None:
    """开工建设棚改安置住房29.2万套、〔建成〕19.5万套 → 建成棚改安置住房."""
    act = case.lead.act
    if not act or case.noun:
        return None
    if not case.context.noun:
        return None
    case.doubts.append("carried")
    return [case.context.noun if act in LIGHT else act + case.context.noun]


def by_carrying(case: Case) -> list[str] | None:
    """地区生产总值达到2476.1亿元，〔增长〕8.5% → the name of the group before."""
    context = case.context
    if not context.names:
        return None
    names = context.names
    if case.family is not Family.POINTS and context.points_to_share and context.whole:
        names = context.whole
    count = len(case.members)
    if case.lead.has(Says.APART) and len(names) != count and len(context.history) >= count > 1:
        case.doubts.append("order")
        return context.history[-count:]
    if case.lead.has(Says.EACH) and len(names) == 1 and len(context.run) > 1:
        return list(context.run)
    if case.noun:
        return [name + case.noun for name in names]
    return list(names)


def by_topic(case: Case) -> list[str] | None:
    """〔社会商品零售总额〕，比上年增长17.8% → the clause before, where it holds no number."""
    names = _topic(case)
    if names:
        case.doubts.append("topic")
    return names


_TOPIC_END = re.compile(
    "(?:继续|持续|不断|稳步|快速|较快|平稳|大幅|进一步|明显|显著|稳定|逐年|逐步|全面|加快|迅速|有序|保持|实现|取得|深入|扎实|得到)?(?:增长|提高|提升|增加|扩大|下降|发展|推进|改善|优化|加快|完善|减少|增强|上升|"
    "好转|加大|见效|突破|向好|回升|较快|迅速|进展|成效|完成|运行|壮大|健全|加强|深化|建设|实施|较大进展|新突破|新进展).{0,4}$"
)


def _topic(case: Case) -> list[str] | None:
    """Name out of the clause before."""
    span = case.context.topic
    if span is None:
        return None
    start = strip_opening(case.text, *span)
    name = _TOPIC_END.sub("", case.shown[start : span[1]])
    return [name] if 2 <= len(name) <= 24 else None


def by_whatever_stands(case: Case) -> list[str] | None:
    """Nothing names it: what stands before it, or behind it, is better than nothing."""
    case.doubts.append("unnamed")
    name = case.noun or case.lead.act or case.shown[case.tail[0] : case.tail[1]]
    return [name[:30]]


RULES: tuple[Rule, ...] = (
    by_composition,
    by_share,
    by_following_noun,
    by_own_noun,
    by_act_alone,
    by_carrying,
    by_topic,
    by_whatever_stands,
)
"""Asked in this order; the first that returns names is right."""


def split_names(case: Case, name: str) -> list[str]:
    """Names that a list before one or several numbers holds, in the number that the numbers ask for."""
    count = len(case.members)
    each = case.lead.has(Says.EACH)
    if (
        count == 1
        and not each
        and not (case.family is Family.SHARE and ("、" in name or "和" in name or "及" in name))
    ):
        return [name]
    parts = split_list(name)
    if count > 1:
        if len(parts) == count:
            return complete(parts)
        if count == 2 and (both := town_and_country(name)):
            return both
        if len(parts) > 1 or len(case.members) > 1:
            case.doubts.append("order")
        return [name]
    if each:
        return complete(parts)
    if all(STATISTIC.search(part) for part in parts):
        return parts
    return [name]


def _name(case: Case) -> list[Reading]:
    """Ask the rules, and make readings of the answer."""
    for rule in RULES:
        names = rule(case)
        if names:
            break
    else:
        names = [""]
    names = [_tidy(name) for name in names]
    rule_name = rule.__name__
    share = rule is by_share
    _remember(case, names, share)
    return [_reading(case, index, names, rule_name) for index in range(len(case.members))]


_TIDY = re.compile(r"\s+")


def _tidy(name: str) -> str:
    """A name without blanks and dangling joints."""
    name = _TIDY.sub("", name)
    return name.strip("、，,的:：和与及")


def _reading(case: Case, index: int, names: list[str], rule: str) -> Reading:
    quantity = case.members[index]
    count = len(case.members)
    own = (names[index],) if count > 1 and len(names) == count else tuple(names)
    if quantity.form is Form.PART:
        own = (_part_name(quantity, names[0]),)
    measure, sign = measure_of(case, quantity)
    return Reading(
        quantity, own, measure, sign, _bound(case, index), False, tuple(case.doubts), rule,
        (case.clause.start, case.clause.end), case.lead, case.lead.has(Says.FROM),
    )  # fmt: skip


def _part_name(quantity: Quantity, whole: str) -> str:
    """Name of one part of a composition."""
    order = "一二三四五六"[quantity.part - 1]
    if quantity.parts == 3 and ("产业" in whole or "产" in whole or not whole):
        base = "增加值" if "增加值" in whole else ""
        return f"第{order}产业{base}比重"
    return whole


def measure_of(case: Case, quantity: Quantity) -> tuple[Measure, int]:
    """Measure and sign of a quantity, by its form, its unit and the words before it."""
    lead, family = case.lead, quantity.family
    if quantity.form in (Form.RANK, Form.TOP):
        return Measure.RANK, 1
    if quantity.form in (Form.PART, Form.RATIO) or lead.has(Says.TO, Says.FROM):
        return Measure.LEVEL, 1
    sign = -1 if lead.has(Says.DOWN, Says.UNDER) else 1
    if family is Family.POINTS:
        return Measure.CHANGE, sign
    if lead.has(Says.OVER, Says.UNDER):
        if family is Family.SHARE and not lead.against:
            return Measure.GROWTH, sign
        return Measure.CHANGE, sign
    if lead.has(Says.UP, Says.DOWN, Says.RATE):
        relative = family in (Family.SHARE, Family.TIMES)
        return (Measure.GROWTH if relative else Measure.CHANGE), sign
    return Measure.LEVEL, 1


_SAID_BOUNDS = {
    Says.ABOVE: Bound.ABOVE, Says.AT_LEAST: Bound.AT_LEAST, Says.BELOW: Bound.BELOW, Says.AT_MOST: Bound.AT_MOST,
    Says.ABOUT: Bound.ABOUT,
}  # fmt: skip


def _bound(case: Case, index: int) -> Bound:
    """Bound of one member: what stands behind it or the list, what stands inside it, what stands before the list."""
    quantity = case.members[index]
    bounds = case.group.bounds
    after = bounds[index]
    if after is None and case.lead.has(Says.APART) and index < len(bounds) - 1 and not any(bounds[:-1]):
        after = bounds[-1]
    said = next((_SAID_BOUNDS[s] for s in case.lead.says if s in _SAID_BOUNDS), None)
    if quantity.form is Form.TOP:
        return Bound.AT_MOST
    if quantity.approximate:
        return Bound.ABOVE
    if said is Bound.ABOUT or after is Bound.ABOUT:
        return Bound.ABOUT
    return said or after or Bound.EXACT


def _remember(case: Case, names: list[str], share: bool) -> None:
    """Keep the names for the groups that follow."""
    context = case.context
    if case.lead.act in DEFINING or case.lead.opening_act:
        context.act = case.lead.opening_act or case.lead.act
    elif not case.group.linked:
        context.act = ""
    context.names = names
    context.points_to_share = share
    if not share:
        context.whole = names
    noun = names[-1]
    for act in (case.lead.opening_act, case.lead.act):
        if act and noun.startswith(act):
            noun = noun[len(act) :]
    context.noun = noun
    fresh = [name for name in names if name not in context.history]
    context.history.extend(fresh)
    if case.changes:
        context.run = [] if case.lead.has(Says.EACH) else context.run
    else:
        context.run.extend(fresh)
