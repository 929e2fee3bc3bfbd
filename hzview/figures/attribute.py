"""Say of each quantity of a sentence what it measures: the automaton that walks from clause to clause.

For each group of quantities the rules of ``hzview.figures.rules`` are asked in order; the first that knows a name gives
it. What a group was named is kept for the groups that follow it in the sentence (``Context``): 地区生产总值达到2476.1亿元，
增长8.5%，增幅居全省第二位.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from hzview.figures import leftwards
from hzview.figures.case import Case, Context
from hzview.figures.clauses import Clause, Group, Sentence, goes_on, groups
from hzview.figures.figure import Bound, Measure
from hzview.figures.lead import Lead
from hzview.figures.lexicon import Says
from hzview.figures.measure import bound_of, falls, measure_of
from hzview.figures.names import split_predicate, tidy
from hzview.figures.nouns import noun_end
from hzview.figures.quantity import Form, Quantity
from hzview.figures.rules import RULES, by_carrying, rules_for
from hzview.figures.rules_behind import starts_with_act
from hzview.figures.units import Family


@dataclass(slots=True, eq=False)
class Reading:
    """What the rules make of one quantity."""

    quantity: Quantity
    """The quantity."""
    names: tuple[str, ...]
    """What it measures."""
    measure: Measure
    """How it relates to that."""
    sign: int
    """-1 for a fall."""
    bound: Bound
    """On which side of it the quantity lies."""
    threshold: bool
    """Whether it only qualifies another noun."""
    doubts: list[str]
    """Codes of ``hzview.figures.doubts``."""
    rule: str
    """Name of the rule that named it."""
    clause: tuple[int, int]
    """The clause it stands in."""
    lead: Lead
    """What stands before it."""

    @property
    def before(self) -> bool:
        """Whether it is where a change began (由〔A〕提高到B)."""
        return self.lead.has(Says.FROM)


def attribute(
    text: str, shown: str, sentence: Sentence, found: list[Quantity], context: Context
) -> list[Reading]:
    """Name every quantity of a sentence, in order.

    Args:
        text: Folded text of the block.
        shown: The same, character by character as it is printed.
        sentence: The sentence.
        found: All quantities of the block.
        context: What is known before the sentence begins; it holds what the sentence names when it is done.

    """
    readings: list[Reading] = []
    for clause in sentence.clauses:
        if clause.first == clause.last:
            if not _ADVERBIAL.match(text, clause.start, clause.end):
                context.topic = (clause.start, clause.end)
                context.topic_is_new = True
            continue
        cases = [_case(text, shown, clause, group, found, context) for group in groups(text, clause, found)]
        _walk(cases, readings)
    return readings


_ADVERBIAL = re.compile(
    "从|扣除|按|据|通过|经过|由于|随着|为|虽然|尽管|面对|根据|经|初步|其中$|同时$|另外$|此外$|特别是$|到|截至"
)
"""How a clause begins that names no subject."""


def _walk(cases: list[Case], readings: list[Reading]) -> None:
    """Name the groups of one clause, from left to right."""
    for case, following in pairwise(cases):
        case.following = following
    start: int | None = None
    last: Case | None = None
    for case in cases:
        if last is not None and goes_on(last.group, case.group):
            case.lead.says |= last.lead.says & _SHARED_SAYS
            case.lead.bound = case.lead.bound or last.lead.bound
        last = case
        if start is not None:
            case.lead = leftwards.read(
                case.text,
                start,
                case.group.lead[1],
                rank=case.ranked,
                tail=case.has_tail,
                family=case.family,
                home=case.context.home,
            )
            case.noun = case.shown[case.lead.start : case.lead.end]
        start = None
        if _qualifies_next(case):
            start = case.group.lead[0]
            readings.extend(_threshold(case))
        elif case.qualifies:
            readings.extend(_threshold(case))
        else:
            readings.extend(_name(case))


_SHARED_SAYS = Says.UP | Says.DOWN | Says.TO | Says.OVER | Says.UNDER
"""What a number with nothing but a joint before it shares with the one before: 分别下降|3亿元和2个百分点."""
_NOISE = re.compile(
    "的?(?:(?:较快|高速)?增长.*|涨幅.*|递增.*|大关|关口|新?台阶|(?:预期)?目标(?:任务.*)?|水平|任务|基础上|速度.*|增速.*|等|好成绩|增幅.*|量级|历史.*|占比|了)$"
)
"""What may stand behind a number and is no noun that it counts."""
_GROWN = re.compile("实际|大?约|将?(?:增|提高|上升|多|扩大|翻|下降|减|降|少)")
"""What behind a number that another is compared with tells the change: 比一九五二年的|五万八千人|增长两倍."""
_JOINT_NOUNS = ("及时", "和美", "和谐", "与会", "与人", "并网", "并购", "并轨")
"""Words that begin like a joint."""
_GROWTH_BEHIND = re.compile("的?(?:较快|高速|年均|平均)?(?:增长|增速|增幅|涨幅|递增|速度)")
"""What behind a share makes it a growth: 主营业务收入保持20%以上|增长."""


def _case(
    text: str, shown: str, clause: Clause, group: Group, found: list[Quantity], context: Context
) -> Case:
    """Put together what the rules look at for one group."""
    members = found[group.first : group.last]
    first = members[0]
    start, end = group.tail
    growth = start < end and _GROWTH_BEHIND.match(text, start, end)
    if start < end and shown[start] == "”":
        start += 1  # 审批“最多90天|”改革
    if start < end and text[start] == "(":
        close = text.find(")", start, end)
        start = close + 1 if close >= 0 else end  # 职业技能培训25万人次|（牵头责任单位：人社厅）
    if start < end and (
        (text[start] in "、和及与并" and not text.startswith(_JOINT_NOUNS, start))
        or first.form is not Form.AMOUNT
        or first.family in _DIFFERENCES
        or _NOISE.match(text, start, end)
        or (group.follows and _is_relation(text, start, end))
    ):
        end = start
    end = noun_end(text, start, end, follows=group.follows)
    rank = first.form is _RANK or first.form is _TOP
    lead = leftwards.read(
        text,
        group.lead[0],
        group.lead[1],
        rank=rank,
        tail=start < end,
        family=first.family,
        home=context.home,
    )
    if group.follows and lead.against and lead.words[:1] == ["的"] and _GROWN.match(text, *group.tail):
        lead.says = Says.FROM
    if growth:
        lead.says |= Says.RATE
    noun = shown[lead.start : lead.end]
    return Case(
        text, shown, group, members, first.family, lead, noun, (start, end), start < end, context, clause
    )


_RANK, _TOP = Form.RANK, Form.TOP
_DIFFERENCES = frozenset((Family.POINTS, Family.TIMES))
"""Families of what counts no things."""


def _is_relation(text: str, start: int, end: int) -> bool:
    """Whether the text between two numbers only relates them: 17.47万人〔增至〕46.87万人."""
    lead = leftwards.read(text, start, end)
    return lead.empty and not lead.act and bool(lead.words)


def _qualifies_next(case: Case) -> bool:
    """Whether the number only qualifies the noun that the next number counts.

    引进首期固定资产投资〔超10亿元〕的“大好高”项目22个 · 投资〔2亿元以上〕项目100个 · 居全国〔43个〕片区第18位
    """
    if not case.group.follows or not case.has_tail:
        return False
    if case.family is Family.COUNT:
        return case.following is not None and case.following.ranked
    start, end = case.tail
    bounded = any(bound is not None for bound in case.group.bounds)
    if case.text[start] == "的":
        return end - start > 1 or bounded
    following = case.following
    counted = following is not None and following.family is Family.COUNT and not following.has_tail
    if not (bounded or case.lead.has(Says.ABOVE | Says.BELOW) or (counted and end - start <= 6)):
        return False
    noun_end = leftwards.read(case.text, start, end).end
    if noun_end == start or starts_with_act(case.text, start):
        return False
    return split_predicate(case.text, start, noun_end)[0] == noun_end


def _threshold(case: Case) -> list[Reading]:
    """Readings of numbers that only qualify."""
    names = (tidy(case.noun.removeprefix("对") or case.shown[slice(*case.tail)].lstrip("的")),)
    return [
        Reading(q, names, Measure.LEVEL, 1, bound_of(case, i), True, [], "threshold", case.span, case.lead)
        for i, q in enumerate(case.members)
    ]


def _name(case: Case) -> list[Reading]:
    """Ask the rules, and make readings of the answer."""
    rule = RULES[-1]
    names: list[str] | None = None
    for rule in rules_for(case.family, case.has_tail or case.group.follows):
        names = rule.ask(case)
        if names:
            break
    names = [tidy(name) for name in names or [""]]
    context = case.context
    case.rate = context.rate and rule.ask is by_carrying and case.lead.has(Says.TO)
    case.falls = case.rate and context.falls
    context.rate = case.lead.has(Says.RATE)
    context.falls = context.rate and falls(case.lead)
    _remember(case, names)
    count = len(case.members)
    each: list[tuple[str, ...]] = [(name,) for name in names]
    named = each if count == len(names) else [tuple(dict.fromkeys(names))] * count
    clause, lead, readings = case.span, case.lead, []
    for index, quantity in enumerate(case.members):
        measure, sign = measure_of(case, quantity)
        bound = bound_of(case, index)
        readings.append(
            Reading(
                quantity,
                named[index],
                measure,
                sign,
                bound,
                case.capacity,
                case.doubts,
                rule.name,
                clause,
                lead,
            )
        )
    return readings


def _remember(case: Case, names: list[str]) -> None:
    """Keep the names for the groups that follow."""
    context, lead = case.context, case.lead
    act = lead.opening_act or lead.act or lead.light_act
    if act or not case.group.linked:
        context.act = act
    context.names = names
    context.topic_is_new = False
    context.share = case.shared
    if not case.shared:
        context.whole = names
    context.named = names[-1]
    context.acts = (lead.opening_act, lead.act)
    context.family = case.family
    context.people = "人" in case.members[0].unit
    history = context.history
    fresh = [name for name in names if name not in history]
    if fresh:
        history.extend(fresh)
        if len(history) > _REMEMBERED:
            del history[:-_REMEMBERED]
    if lead.says & Says.EACH:
        context.run = []
    elif fresh and not case.changes:
        del context.run[:-_REMEMBERED]
        context.run.extend(fresh)


_REMEMBERED = 40
"""How many names a sentence keeps: more than any sentence shares out, and few enough to look through each time."""
