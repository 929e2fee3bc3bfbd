"""Say of each quantity of a sentence what it measures: the automaton that walks from clause to clause.

For each group of quantities the rules of ``RULES`` are asked in order; the first that knows a name gives it. What a
group was named is kept for the groups that follow it in the sentence (``Context``): 地区生产总值达到2476.1亿元，增长8.5%，
增幅居全省第二位.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hzview.figures import lead as leads
from hzview.figures.case import Case, Context
from hzview.figures.clauses import Clause, Group, Sentence, groups
from hzview.figures.detect import Form, Quantity
from hzview.figures.figure import Bound, Measure
from hzview.figures.lead import Lead
from hzview.figures.lexicon import ACT_OPENING_LENGTHS, ACTS, DEFINING, RELATIONS, Says
from hzview.figures.names import split_predicate
from hzview.figures.rules import RULES, by_carrying
from hzview.figures.units import Family


@dataclass(slots=True)
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
    doubts: tuple[str, ...]
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


def attribute(text: str, shown: str, sentence: Sentence, found: list[Quantity]) -> list[Reading]:
    """Name every quantity of a sentence, in order."""
    context = Context()
    readings: list[Reading] = []
    for clause in sentence.clauses:
        if clause.first == clause.last:
            if not _ADVERBIAL.match(text, clause.start, clause.end):
                context.topic = (clause.start, clause.end)
                context.topic_is_new = True
            continue
        parts = groups(text, clause, found)
        cases = [_case(text, shown, clause, parts, i, found, context) for i in range(len(parts))]
        start: int | None = None
        for index, case in enumerate(cases):
            case.following = cases[index + 1] if index + 1 < len(cases) else None
            if start is not None:
                _reread(case, start)
            start = None
            if _qualifies_next(case):
                readings.extend(_threshold(case))
                start = case.group.lead[0]
            elif case.qualifies:
                readings.extend(_threshold(case))
            else:
                readings.extend(_name(case))
    return readings


_ADVERBIAL = re.compile(
    "从|扣除|按|据|通过|经过|由于|随着|为|虽然|尽管|面对|根据|经|初步|其中$|同时$|另外$|此外$|特别是$|到|截至"
)
"""How a clause begins that names no subject."""
_NOISE = re.compile(
    "的?(?:大关|关口|台阶|目标|水平|的水平|任务|基础上|新台阶|的?基础上|的?速度.*|的?增速.*|等|的?好成绩|的?增幅.*|量级|的?历史.*|的?占比|了)$"
)


def _case(
    text: str,
    shown: str,
    clause: Clause,
    parts: list[Group],
    index: int,
    found: list[Quantity],
    context: Context,
) -> Case:
    """Put together what the rules look at for one group."""
    group = parts[index]
    members = found[group.first : group.last]
    first = members[0]
    start, end = group.tail
    if start < end and (text[start] in "、和及与" or first.form is not Form.AMOUNT):
        end = start
    if end - start > 1 and _NOISE.match(text, start, end):
        end = start
    if group.follows and start < end and _is_relation(text, start, end):
        end = start
    if first.family in (Family.POINTS, Family.TIMES):
        end = start
    lead = leads.read(text, *group.lead, rank=first.form in (Form.RANK, Form.TOP), tail=start < end)
    return Case(text, shown, group, members, lead, (start, end), context, clause)


def _is_relation(text: str, start: int, end: int) -> bool:
    """Whether the text between two numbers only relates them: 17.47万人〔增至〕46.87万人."""
    lead = leads.read(text, start, end)
    return lead.empty and not lead.act and bool(lead.words)


def _reread(case: Case, start: int) -> None:
    """Read a lead again from further left, where the number before it only qualified its noun."""
    case.lead = leads.read(case.text, start, case.group.lead[1], tail=case.has_tail)


def _qualifies_next(case: Case) -> bool:
    """Whether the number only qualifies the noun that the next number counts.

    引进首期固定资产投资〔超10亿元〕的“大好高”项目22个 · 投资〔2亿元以上〕项目100个
    """
    if not case.group.follows or case.members[0].form is not Form.AMOUNT or case.family is Family.COUNT:
        return False
    if not case.has_tail:
        return False
    between = case.text[case.tail[0] : case.tail[1]]
    if between[0] == "的":
        return len(between) > 1 or any(bound is not None for bound in case.group.bounds)
    following = case.following
    if (
        following is not None
        and following.family is Family.COUNT
        and len(between) <= 6
        and not following.has_tail
    ):
        return split_predicate(case.text, *case.tail)[0] == case.tail[1] and not _starts_with_act(case)
    qualified = any(bound is not None for bound in case.group.bounds) or case.lead.has(Says.ABOVE, Says.BELOW)
    return (
        qualified and split_predicate(case.text, *case.tail)[0] == case.tail[1] and not _starts_with_act(case)
    )


def _starts_with_act(case: Case) -> bool:
    """Whether a verb follows the number: 安排3亿元|改造|…"""
    text, start = case.text, case.tail[0]
    return any(text[start : start + n] in ACTS for n in ACT_OPENING_LENGTHS.get(text[start : start + 1], ()))


def _threshold(case: Case) -> list[Reading]:
    """Readings of a number that only qualifies."""
    name = case.noun or case.shown[slice(*case.tail)].lstrip("的")
    return [
        Reading(
            q, (tidy(name),), Measure.LEVEL, 1, bound_of(case, i), True, (), "threshold", case.span, case.lead
        )
        for i, q in enumerate(case.members)
    ]


def _name(case: Case) -> list[Reading]:
    """Ask the rules, and make readings of the answer."""
    for rule in RULES:
        names = rule(case)
        if names:
            break
    case.rate = case.context.rate and rule is by_carrying and case.lead.has(Says.TO)
    case.context.rate = case.lead.has(Says.RATE)
    names = [tidy(name) for name in names or [""]]
    _remember(case, names)
    count = len(case.members)
    readings = []
    for index, quantity in enumerate(case.members):
        own = (names[index],) if count > 1 and len(names) == count else tuple(dict.fromkeys(names))
        measure, sign = measure_of(case, quantity)
        bound = bound_of(case, index)
        readings.append(
            Reading(
                quantity,
                own,
                measure,
                sign,
                bound,
                case.capacity,
                tuple(case.doubts),
                rule.__name__,
                case.span,
                case.lead,
            )
        )
    return readings


FILLER = "\0"
"""Stands in a printed text where one character was folded to several."""


def tidy(name: str) -> str:
    """A name without blanks, fillers and dangling joints."""
    name = name.replace(FILLER, "")
    return "".join(name.split()).strip(
        '、，,的:：;；和与及“”"' if name.count("“") != name.count("”") else "、，,的:：;；和与及"
    )


def _remember(case: Case, names: list[str]) -> None:
    """Keep the names for the groups that follow."""
    context, lead = case.context, case.lead
    if lead.opening_act or lead.act or lead.light_act:
        context.act = lead.opening_act or lead.act or lead.light_act
    elif not case.group.linked:
        context.act = ""
    context.names = names
    context.topic_is_new = False
    context.share = case.shared
    if not case.shared:
        context.whole = names
    noun = names[-1]
    for act in (lead.opening_act, lead.act, context.act if context.act in DEFINING else ""):
        if act and noun.startswith(act) and len(noun) > len(act):
            noun = noun[len(act) :]
    context.noun = noun
    context.family = case.family
    fresh = [name for name in names if name not in context.history]
    context.history.extend(fresh)
    if lead.has(Says.EACH):
        context.run = []
    elif not case.changes:
        context.run.extend(fresh)


def measure_of(case: Case, quantity: Quantity) -> tuple[Measure, int]:
    """Measure and sign of a quantity, by its form, its unit and the words before it."""
    lead, family = case.lead, quantity.family
    if quantity.form in (Form.RANK, Form.TOP):
        return Measure.RANK, 1
    relative = family in (Family.SHARE, Family.TIMES)
    sign = -1 if lead.has(Says.DOWN, Says.UNDER) or _falls(lead) else 1
    if lead.has(Says.RATE) and relative:
        return Measure.GROWTH, sign
    if case.rate and relative:
        return Measure.GROWTH, 1
    if quantity.form in (Form.PART, Form.RATIO) or lead.has(Says.TO, Says.FROM):
        return Measure.LEVEL, 1
    if family is Family.POINTS:
        return Measure.CHANGE, sign
    if lead.has(Says.UP, Says.DOWN) and relative:
        return Measure.GROWTH, sign
    if lead.has(Says.OVER, Says.UNDER):
        return (Measure.GROWTH if relative and not lead.against else Measure.CHANGE), sign
    if lead.has(Says.UP, Says.DOWN, Says.RATE):
        return (Measure.GROWTH if relative else Measure.CHANGE), sign
    act = lead.act or lead.opening_act or (case.context.act if case.group.linked else "")
    if act in _CHANGING and family not in (Family.SHARE, Family.TIMES):
        return Measure.CHANGE, _CHANGING[act]
    return Measure.LEVEL, 1


def _falls(lead: Lead) -> bool:
    """Whether the rate is one of a fall: 降幅, 减少幅度."""
    return any(word[0] in "降减下" and RELATIONS.get(word) is Says.RATE for word in lead.words)


_CHANGING = {"增加": 1, "增加了": 1, "减少": -1, "减少了": -1}
"""Acts that make a change of what is counted; 新增 does not: it names a level of its own."""

_SAID_BOUNDS = {
    Says.ABOVE: Bound.ABOVE, Says.AT_LEAST: Bound.AT_LEAST, Says.BELOW: Bound.BELOW, Says.AT_MOST: Bound.AT_MOST,
    Says.ABOUT: Bound.ABOUT,
}  # fmt: skip


def bound_of(case: Case, index: int) -> Bound:
    """Bound of one member: what stands behind it or the list, what stands inside it, what stands before the list."""
    quantity = case.members[index]
    bounds = case.group.bounds
    after = bounds[index]
    if after is None and index < len(bounds) - 1 and not any(bounds[:-1]):
        after = bounds[-1]
    if quantity.form is Form.TOP:
        return Bound.AT_MOST
    if quantity.approximate:
        return Bound.ABOVE
    said = next((_SAID_BOUNDS[says] for says in case.lead.says if says in _SAID_BOUNDS), None)
    if said is Bound.ABOUT or after is Bound.ABOUT:
        return Bound.ABOUT
    return said or after or Bound.EXACT
