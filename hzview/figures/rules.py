"""The table of rules that name a group of quantities, and those that take a name over from before.

A rule looks at a ``Case`` and returns names — one for each member of the group, or one or several for all of them — or
None where it has nothing to say. To add one, write it with the sentence that it is for, put it into ``RULES`` where it
must be asked, and give it cases in ``tests/unit/figures``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from hzview.figures.case import Case
from hzview.figures.doubts import CARRIED, ORDER, UNNAMED
from hzview.figures.lexicon import LIGHT, Says
from hzview.figures.rules_before import (
    borrowed,
    by_completion,
    by_composition,
    by_own_noun,
    by_share,
    by_topic,
    stated_topic,
)
from hzview.figures.rules_behind import (
    by_budget,
    by_budget_topic,
    by_capacity,
    by_coverage,
    by_following_noun,
    by_purpose,
    by_qualified_noun,
    by_total,
)
from hzview.figures.units import Family


class Rule(NamedTuple):
    """One way to name a group of quantities."""

    name: str
    """What it is called in explanations and tests."""
    ask: Callable[[Case], list[str] | None]
    """The rule itself."""
    behind: bool
    """Whether it needs something behind the number, and is not asked where a mark follows."""
    families: tuple[Family | None, ...]
    """Families of units that it is for; empty for all."""
    about: str
    """What it does, in Chinese, with the sentence that it is for."""


_REACHING = ("惠及", "受益", "覆盖", "带动")
"""Verbs that say nothing without what does it: 发放一次性生活补助，〔惠及〕1100多万人."""
_INVESTED = re.compile("(?:年度|累计|总)?(?:计划)?(?:完成)?(?:总)?投资$")
_DONE = ("新开工", "开工", "竣工", "建成", "投产", "建设")


def by_act_alone(case: Case) -> list[str] | None:
    """开工建设棚改安置住房29.2万套、〔建成〕19.5万套 → 建成棚改安置住房."""
    act, context = case.lead.act, case.context
    if not act or not case.lead.empty:
        return None
    noun = context.noun
    if context.family is Family.MONEY and case.family is not Family.MONEY:
        noun = _INVESTED.sub("", noun)
        if noun == context.noun or noun not in context.history:
            return [act]  # 安排资金1.2亿元，新建3.42万亩
    if not noun:
        topic = by_topic(case)
        if topic and topic[0].endswith(act):
            return topic
        if topic and act in _REACHING:
            return [topic[0] + act]
        if not topic or not act.endswith(_DONE):
            case.doubts.clear()
            return [act] if topic else None
        noun = topic[0].removesuffix("工作")
    for other in ("计划", *_DONE):
        noun = noun.removesuffix(other).removeprefix(other)
    case.doubts.append(CARRIED)
    return [noun if act in LIGHT else act + noun]


_IN_ALL = frozenset(("累计", "总数", "总计", "共", "共有", "总量"))
"""Words before a number that counts all of what was newly counted: 新认定高新技术企业10家、〔累计〕59家."""


def by_carrying(case: Case) -> list[str] | None:
    """地区生产总值达到2476.1亿元，〔增长〕8.5% → the name of the group before."""
    context, lead = case.context, case.lead
    if not any(context.names):
        return None
    if topic := stated_topic(case):
        return topic
    names = context.names
    changed = case.family is Family.SHARE and lead.has(Says.TO)
    of_share = case.family is Family.POINTS or changed or (case.ranked and context.own_share)
    if context.share and context.whole and not of_share:
        names = context.whole
    elif len(names) == 1 and names[0] != context.noun and not _IN_ALL.isdisjoint(lead.words):
        names = [context.noun]
    count = len(case.members)
    if count > 1 and len(names) != count and len(context.history) >= count:
        if not lead.has(Says.APART):
            case.doubts.append(ORDER)
        return context.history[-count:]
    if lead.has(Says.EACH) and len(names) == 1 and len(context.run) > 1:
        return list(context.run)
    if case.clause.opened_by == ";":
        case.doubts.append(CARRIED)
    return list(names)


def by_sentence_before(case: Case) -> list[str] | None:
    """〔城乡居民储蓄大幅度增加〕。一九八五年末达到一千六百二十三亿元: nothing in the sentence names it."""
    context = case.context
    if not case.lead.empty or case.lead.act or case.has_tail or case.ranked:
        return None
    if context.before_span is not None:
        start, end = context.before_span
        mark = max(case.text.rfind(mark, start, end) for mark in ",;。!?")
        context.topic = max(mark + 1, start), end
        names = by_topic(case)
    else:
        names = list(context.before)
    if names:
        case.doubts.append(CARRIED)
    return names or None


_HELD = re.compile("^(?:位居|位列|名列|列入|跃居|稳居|高居|入围|进入|跻身|居|列|获得|荣获|获)")


def by_whatever_stands(case: Case) -> list[str] | None:
    """Nothing names it: what stands behind it, or before it, is better than nothing."""
    case.doubts.append(UNNAMED)
    among = _HELD.sub("", case.lead.words[-1]) if case.ranked and case.lead.words else ""
    nearest = borrowed(case) or case.noun or case.lead.act or case.shown[slice(*case.tail)] or among
    return [nearest[:30]]


_SHARES = (Family.SHARE, Family.POINTS)
_MONEY = (Family.MONEY,)
_COUNTS = (Family.COUNT,)
RULES: tuple[Rule, ...] = (
    Rule("composition", by_composition, False, (None,), "构成：三次产业结构调整为8:54.9:37.1 → 第一产业比重、第二产业比重……"),
    Rule("share", by_share, False, _SHARES, "占比：高新技术产品增加值达1150亿元，〔占工业增加值的〕22% → 高新技术产品增加值占工业增加值的比重"),
    Rule("completion", by_completion, False, _SHARES, "完成比例：粮食总产量达到180万吨，〔完成年计划的〕106% → 粮食总产量完成年计划比例"),
    Rule("qualified noun", by_qualified_noun, True, _COUNTS, "名词自带数量：消除5053个〔集体经济年收入低于10万元的薄弱村〕"),
    Rule("total", by_total, True, (), "数量之后才是主体：〔总投资〕6600多亿元的30项〔标志性工程〕 → 标志性工程总投资"),
    Rule("budget", by_budget, True, _MONEY, "款项用途：筹措80亿元用于〔山区建设〕 → 山区建设资金"),
    Rule("purpose", by_purpose, False, _MONEY, "款项用途在后一分句：安排4200万元，〔用于人才建设〕 → 人才建设资金"),
    Rule("budget topic", by_budget_topic, False, _MONEY, "款项用途在前一分句：推动〔山区信息化建设〕，省财政安排1.75亿元"),
    Rule("coverage", by_coverage, True, (), "覆盖面：〔感染性疾病门诊覆盖〕50%以上〔三级、二级医院〕"),
    Rule("capacity", by_capacity, True, (), "单个工程的规模：〔宁德时代〕160GWh〔新能源电池项目〕"),
    Rule("following noun", by_following_noun, True, (), "名称在数量之后：〔新增〕7家〔上市公司〕；2236个〔村庄完成景区化改造〕"),
    Rule("own noun", by_own_noun, False, (), "名称在数量之前：〔城镇新增就业〕10.6万人；完成“个转企”1506家、〔“小升规”〕358家"),
    Rule("act alone", by_act_alone, False, (), "只有动词：开工建设〔棚改安置住房〕29.2万套、〔建成〕19.5万套"),
    Rule("carrying", by_carrying, False, (), "名称承前：〔地区生产总值〕达到2476.1亿元，增长8.5%"),
    Rule("topic", by_topic, False, (), "名称是前一分句：〔社会商品零售总额〕，比上年增长17.8%"),
    Rule("sentence before", by_sentence_before, False, (), "名称在前一句：〔城乡居民储蓄大幅度增加〕。一九八五年末达到一千六百二十三亿元"),
    Rule("whatever stands", by_whatever_stands, False, (), "未能确定名称，取最近的文字"),
)  # fmt: skip
"""Asked in this order; the first that returns names is right."""


@cache
def rules_for(family: Family | None, behind: bool) -> tuple[Rule, ...]:
    """Return the rules to ask of a quantity of this family, with or without something behind it, in their order."""
    return tuple(
        rule
        for rule in RULES
        if (behind or not rule.behind) and (not rule.families or family in rule.families)
    )


ABOUT = {rule.name: rule.about for rule in RULES} | {
    "threshold": "只修饰其后的名词：引进固定资产投资〔超10亿元〕的项目22个"
}
"""What each rule does, by its name."""
