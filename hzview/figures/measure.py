"""Measure, sign and bound of a quantity: by its form, its unit and the words around it."""

from __future__ import annotations

from hzview.figures.case import Case
from hzview.figures.figure import Bound, Measure
from hzview.figures.lead import Lead
from hzview.figures.lexicon import RELATIONS, Says
from hzview.figures.quantity import Form, Quantity
from hzview.figures.units import Family

_RANK, _TOP, _PART, _RATIO = Form.RANK, Form.TOP, Form.PART, Form.RATIO
_RELATIVE = frozenset((Family.SHARE, Family.TIMES))
"""Families of what may be a growth."""
_RATE = Says.RATE
_REACHED = Says.TO | Says.FROM
_DECIDING = Says.LEVEL | Says.UP | Says.DOWN | Says.OVER | Says.UNDER
_GAP = Says.OVER | Says.UNDER
_MOVED = Says.UP | Says.DOWN
_PACES = frozenset(("加快", "提速"))
"""Words that say how fast a thing is done and not by how much it grew: 〔加快〕5市集中供热工程建设."""
_CHANGING = {"增加": 1, "减少": -1}
"""Acts that make a change of what is counted; 新增 does not: it names a level of its own."""


def measure_of(case: Case, quantity: Quantity) -> tuple[Measure, int]:
    """Return measure and sign of one member of a group.

    居全省第二位 is a rank; 增长8.5% a growth, 提高2.9个百分点 and 增加300元 changes; 提高到68% and 由17% levels; 比全国高
    1个百分点 the change of a gap; 减少地质灾害隐患点1000处 a change of −1000.
    """
    lead, form = case.lead, quantity.form
    if form is _RANK or form is _TOP:
        return Measure.RANK, 1
    says, relative = lead.says, quantity.family in _RELATIVE
    if not says:
        return _by_act(case, relative)
    nearest = _nearest(lead) if says & _GAP else None
    under = says & Says.UNDER and not (relative and nearest is Says.UP)  # 低于上年|增长44.6%|的速度
    sign = -1 if under or says & Says.DOWN or case.falls or (says & _RATE and falls(lead)) else 1
    if relative and (case.rate or says & _RATE):
        return Measure.GROWTH, sign
    gap = says & _GAP and quantity.family is Family.POINTS
    if (says & _REACHED and not gap) or form is _PART or form is _RATIO:
        return Measure.LEVEL, 1
    if says & _MOVED and (relative or _PACES.isdisjoint(lead.words) or quantity.family is Family.POINTS):
        return (Measure.GROWTH if relative else Measure.CHANGE), sign
    if gap or (says & _GAP and nearest is not Says.LEVEL):
        return (Measure.GROWTH if relative and not lead.against else Measure.CHANGE), sign
    if says & _RATE or quantity.family is Family.POINTS:
        return Measure.CHANGE, sign
    return _by_act(case, relative)


def _by_act(case: Case, relative: bool) -> tuple[Measure, int]:
    """Measure where no word between name and number decides: the verb before the noun may."""
    lead = case.lead
    if case.members[0].family is Family.POINTS:
        return Measure.CHANGE, 1
    act = lead.act or lead.opening_act or (case.context.act if case.group.linked else "")
    sign = 0 if relative else _CHANGING.get(act.rstrip("了"), 0)
    return (Measure.CHANGE, sign) if sign else (Measure.LEVEL, 1)


def _nearest(lead: Lead) -> Says | None:
    """What the word nearest to the number says that decides between a level and a change."""
    for word in lead.words:
        says = RELATIONS.get(word)
        if says is not None and says & _DECIDING:
            return says
    return None


def falls(lead: Lead) -> bool:
    """Return whether the rate before a number is one of a fall: 降幅, 减少幅度."""
    return any(word[0] in "降减下" and RELATIONS.get(word) is _RATE for word in lead.words)


def bound_of(case: Case, index: int) -> Bound:
    """Return the bound of one member.

    What stands inside the number (70多万) and what stands right behind it (8%以上) or behind the whole list comes before
    what stands before the list (超过); 左右 and 约 win over everything else (控制在3.5%左右).
    """
    quantity = case.members[index]
    after = case.group.bounds[index]
    if quantity.form is _TOP:
        return Bound.AT_MOST
    if quantity.approximate:
        return Bound.ABOVE
    said = case.lead.bound
    if said is after is None:
        return Bound.EXACT
    if said is Bound.ABOUT or after is Bound.ABOUT:
        return Bound.ABOUT
    return said or after or Bound.EXACT
