"""The rules that name a group of quantities, each with the sentence it is for.

A rule looks at a ``Case`` and returns names — one for each member of the group, or one or several for all of them — or
None where it has nothing to say. They are asked in the order of ``RULES``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from hzview.figures.case import Case
from hzview.figures.quantity import Form
from hzview.figures.doubts import CARRIED, ORDER, TOPIC, UNNAMED
from hzview.figures.lexicon import ACT_OPENING_LENGTHS, ACTS, DEFINING, LIGHT, Says
from hzview.figures.names import (
    STATISTICS,
    YEAR,
    complete,
    shared_ending,
    split_list,
    split_predicate,
    strip_opening,
    town_and_country,
)
from hzview.figures.units import Family

Rule = Callable[[Case], list[str] | None]


def by_composition(case: Case) -> list[str] | None:
    """三次产业结构调整为8:54.9:37.1 → 第一产业比重, 第二产业比重, 第三产业比重."""
    if case.members[0].form is not Form.PART:
        return None
    whole = case.noun or (case.context.names or [""])[-1]
    names = []
    for part in case.members:
        order = "一二三四五六"[part.part - 1]
        if part.parts == 3 and ("产" in whole or not whole):
            names.append(f"第{order}产业{'增加值' if '增加值' in whole else ''}比重")
        else:
            names.append(whole)
    case.context.noun = whole
    return names


def by_completion(case: Case) -> list[str] | None:
    """粮食总产量达到180万吨，完成〔年计划的〕106% → 粮食总产量完成年计划比例."""
    if case.family is not Family.SHARE or case.lead.words[:1] != ["的"] or not case.noun.endswith(_PLANNED):
        return None
    case.shared = True
    subjects = case.context.whole
    return [f"{subject}完成{case.noun}比例" for subject in subjects or [""]]


_PLANNED = ("计划", "目标", "任务", "预算", "指标", "目标任务", "任务数")


def by_capacity(case: Case) -> list[str] | None:
    """建成投产宁德时代|160GWh|新能源电池项目 → 宁德时代新能源电池项目: the size of one thing, not a statistic."""
    if (
        not case.has_tail
        or case.lead.empty
        or case.lead.act
        or case.lead.words
        or case.family in _NO_CAPACITY
    ):
        return None
    start, end = case.tail
    noun = case.shown[start : split_predicate(case.text, start, end)[0]]
    if not _WORKS.search(noun):
        return None
    case.capacity = True
    return [case.noun[len(case.lead.opening_act) :] + noun]


_NO_CAPACITY = (Family.COUNT, Family.SHARE, Family.POINTS, Family.TIMES)
_WORKS = re.compile(
    "(?:项目|工程|机组|装置|生产线|基地|码头|电站|水库|电厂|厂|航道|储罐|线路|煤矿|扩建|技改)$"
)


def by_share(case: Case) -> list[str] | None:
    """高新技术产品增加值达1150亿元，〔占工业增加值的〕22% → 高新技术产品增加值占工业增加值的比重."""
    lead, context = case.lead, case.context
    if case.family not in (Family.SHARE, Family.POINTS):
        return None
    if lead.share is None:
        if not (case.group.linked and context.share and _PLACES.fullmatch(case.noun)):
            return None
        whole = case.noun
        subjects = context.whole
    else:
        whole = case.shown[slice(*lead.share)]
        if lead.empty:
            subjects = context.whole or by_topic(case) or [""]
        else:
            subjects = split_names(case, case.noun)
    case.shared = True
    if not context.whole:
        context.whole = subjects
    whole = whole.removeprefix("到") + ("的" if lead.words[:1] == ["的"] else "")
    return [f"{subject}占{whole}比重" for subject in subjects]


_PLACES = re.compile("全?[国省市州县区球]|世界|全行业|全社会")


def by_qualified_noun(case: Case) -> list[str] | None:
    """消除5053个|集体经济年收入低于〔10万元〕的薄弱村 · 各引进1个以上|〔50亿-100亿元〕项目: the second number is part of a noun."""
    following = case.following
    if (
        following is None
        or not case.group.follows
        or case.family is not Family.COUNT
        or not following.has_tail
    ):
        return None
    if following.family is Family.COUNT or following.group.follows and not following.has_tail:
        return None
    between = case.text[case.tail[0] : following.members[0].start]
    if "的" in between[-1:] or starts_with_act(case.text, following.members[-1].end):
        return None
    following.qualifies = True
    start = (
        strip_opening(case.text, case.tail[0], following.tail[1])
        if case.tail[0] < following.tail[1]
        else case.tail[0]
    )
    noun = case.shown[start : following.tail[1]]
    act = case.lead.act or (case.context.act if case.group.linked else "")
    return [noun if not act or act in LIGHT else act + noun]


def starts_with_act(text: str, start: int) -> bool:
    """Whether a verb begins at ``start``."""
    return any(text[start : start + n] in ACTS for n in ACT_OPENING_LENGTHS.get(text[start : start + 1], ()))


def by_budget(case: Case) -> list[str] | None:
    """安排3亿元|改造老区山区1000所农村学校 → 改造老区山区农村学校资金; 推动山区信息化建设，省财政安排1.75亿元 → 山区信息化建设资金."""
    if case.family is not Family.MONEY or case.changes:
        return None
    text, shown = case.text, case.shown
    start = case.tail[0]
    act = case.lead.act
    if not case.has_tail:
        if case.context.names and not case.context.topic_is_new:
            return None
        if not (_BUDGET.search(case.noun) or (case.lead.empty and act in _BUDGET_ACTS)):
            return None
        topic = by_topic(case) if case.context.topic else None
        return [topic[0].removesuffix("资金") + "资金"] if topic else None
    if purpose := _PURPOSE.match(text, start, case.clause.end):
        start = purpose.end()
    elif not (starts_with_act(text, start) or text[start] in "为对"):
        return None
    end = case.clause.end
    spoken = shown[start : case.tail[1]]
    if case.group.follows and case.following is not None:
        spoken += shown[case.following.tail[0] : end] if case.following.has_tail else ""
    spoken = spoken.replace("了", "")
    if (
        not purpose
        and act not in _BUDGET_ACTS
        and not case.noun.endswith(("投资", "资金", "拨款", "财政", *_BUDGET_ACTS))
    ):
        return [spoken] if not case.noun else None
    if case.noun.endswith("投资") and not act:
        return [spoken + "投资"]
    return [spoken if spoken.startswith("投入") else spoken + "资金"]


_BUDGET = re.compile("(?:财政|政府|上级|中央|专项|[省市县])(?:安排|投入|拨款|拿出|下达|下拨)$")
_PURPOSE = re.compile("(?:重点|主要|专项|全部)?(?:用于|用来|投向)")
_BUDGET_ACTS = (
    "安排",
    "筹集",
    "筹措",
    "投入",
    "拨付",
    "争取",
    "落实",
    "募集",
    "拨款",
    "下拨",
    "统筹",
    "发行",
    "集中",
    "下达",
    "拿出",
    "划拨",
    "整合",
)


def by_total(case: Case) -> list[str] | None:
    """排定推进总投资6600多亿元|的30项标志性工程 → 标志性工程总投资; 投资1.4亿元|的马市岛综合整治项目."""
    following = case.following
    if (
        case.has_tail
        and case.text[case.tail[0]] == "的"
        and case.noun in _INVESTMENTS
        and not case.group.follows
    ):
        return [case.shown[case.tail[0] + 1 : split_predicate(case.text, *case.tail)[0]] + case.noun]
    if following is None or not following.has_tail or case.lead.empty or case.family is Family.COUNT:
        return None
    if case.shown[case.tail[0] : following.members[0].start] != "的" or case.group.bounds[-1] is not None:
        return None
    noun = case.noun[len(case.lead.opening_act) :]
    start, end = following.tail
    return [case.shown[start : split_predicate(case.text, start, end)[0]] + noun]


_INVESTMENTS = ("投资", "总投资", "计划投资", "计划总投资", "概算投资", "估算投资")


def by_coverage(case: Case) -> list[str] | None:
    """感染性疾病门诊〔覆盖〕50%以上三级、二级医院 → 感染性疾病门诊覆盖三级、二级医院."""
    if not case.has_tail or case.lead.act not in ("覆盖", "惠及", "受益"):
        return None
    return [case.noun + case.lead.act + case.shown[slice(*case.tail)]]


def by_following_noun(case: Case) -> list[str] | None:
    """新增|7家|上市公司 · 2236个|村庄|完成景区化改造 · 80%以上|政务服务办件|实现网上受理."""
    lead = case.lead
    start, end = case.tail
    if start >= end or case.changes or lead.has(Says.TO | Says.FROM | Says.EACH | Says.APART):
        return None
    text, shown = case.text, case.shown
    act = lead.act or (case.context.act if case.group.linked and lead.empty else "")
    if case.context.act not in ACTS and not lead.act:
        act = ""
    of = text[start] == "的"
    if of:
        start += 1
    if case.family is Family.SHARE:
        return _share_of(case, start, end, of)
    if (
        of
        and not lead.act
        and lead.has(Says.ABOVE | Says.BELOW | Says.LEVEL | Says.AT_LEAST)
        and not lead.empty
    ):
        return None
    if case.family is not Family.COUNT and not lead.empty and not lead.act:
        return None
    noun_end, rest = split_predicate(text, start, end)
    noun, said = shown[start:noun_end], "" if of or case.group.follows else spoken(shown[rest:end])
    if act:
        if act in _CAUSATIVE or text[rest : rest + 1] in ("为", "向"):
            return [act + noun]
        if act in _NOMINAL and not lead.empty and (lead.light_act or lead.opening_act):
            return [case.noun + act + noun]
        whole = _bare(shown[start : noun_end if case.group.follows else end])
        act = act.rstrip("了")
        return [whole if act in LIGHT else act + whole]
    clause = lead.words[:1] == ["的"]
    before = case.noun[len(lead.opening_act) :] + "的" if clause and not lead.empty else case.noun
    if case.noun in _REGION_ONLY:
        before = ""
    elif case.noun.endswith(("和", "及", "与", "、")):
        before = lead.opening_act
    elif before and (
        before.endswith("等")
        or ("、" in before and not clause)
        or len(before) > (20 if clause else 12)
        or case.lead.opening_act in LIGHT
    ):
        before = ""
    return [of_noun(said, before + _bare(noun))]


_WORK = re.compile("(?<=[^化工]{3})(?:建设任务|工作任务|任务|(?<=[^化])建设|的空间布局|工作)$")


_AMID = re.compile("(?<![初高其集市之])中$")


def _bare(noun: str) -> str:
    """A noun without the 建设 or 任务 that only says that it is worked at."""
    noun = _WORK.sub("", noun)
    return noun[:-1] if _AMID.search(noun) else noun


def _share_of(case: Case, start: int, end: int, of: bool) -> list[str] | None:
    """Names of a share by what follows it: 70%的|人员, 机关内部非涉密事项100%|实现“一窗受理”."""
    text, shown, lead = case.text, case.shown, case.lead
    noun_end, rest = split_predicate(text, start, end)
    begins = split_predicate(text, start - 1, end)[0] == start or starts_with_act(text, start)
    if not lead.empty and (not lead.act or lead.act in LIGHT):
        if of and lead.has(Says.ABOVE | Says.LEVEL | Says.AT_LEAST | Says.BELOW):
            return None
        if not of or begins:
            said = spoken(shown[start:end])
            if said in ACTS:
                said += "率"
            return (
                [name + said for name in split_list(case.noun)]
                if "、" in case.noun and said
                else [case.noun + said]
            )
    if begins:
        return [lead.act + spoken(shown[start:end])]
    return [of_noun(spoken(shown[rest:end]), shown[start:noun_end])]


_NOMINAL = frozenset(
    "建设 改造 整治 治理 发展 培训 提升 保障 开发 培育 修复 帮扶 扶持 改革 创建 排查 救助 推广".split()
)
"""Verbs that are part of a noun where another verb governs them: 实施|营商环境|建设|10项|工程."""
_CAUSATIVE = frozenset(
    "资助 聘请 组织 发动 扶持 支持 帮助 选派 派出 推动 促进 带动 帮扶 安置 选聘 派遣 动员".split()
)
"""Verbs whose object goes on to do something: 资助|贫困家庭子女|接受技工教育."""

_ADVERBS = re.compile(
    "(?:全部|全面|均|都|已经|已|基本|扎实|妥善|深入|圆满|高效|平稳|大力|广泛|逐步|蓬勃|稳定|按时|正在|顺利|正式|提前|率先|加快|有序|成功|陆续|先后|累计|分别|持续|稳步|按期|如期|同步|彻底|相继|超额|了|得到|开始)+"
)
_DONE_ONLY = re.compile(
    "(?:实现|完成|推进|落实|进行|实施|开展|建设|办结|到位|达标|整改.{0,4}|运营|运行|安置|建成投入使用)?(?:了|完成|推进|实施|年度|良好|到位|落实|见效)?$"
)


def spoken(said: str) -> str:
    """What is said of a noun, without the words that only say that it was done: 全面完成."""
    match = _ADVERBS.match(said)
    rest = said[match.end() :] if match else said
    return "" if len(rest) < 2 or _DONE_ONLY.match(rest) else rest.replace("了", "", 1)


def of_noun(said: str, noun: str) -> str:
    """A noun with what is said of it before it: 完成景区化改造的村庄."""
    return f"{said}的{noun}" if said else noun


def by_own_noun(case: Case) -> list[str] | None:
    """〔城镇新增就业〕10.6万人 · 完成〔“个转企”〕1506家、〔“小升规”〕358家 · 项目613个、〔金额〕484亿元."""
    noun = case.noun
    if _INSIDE.search(noun):
        noun = _DATED.sub("", _INNER.sub("", _FIRST.sub("", noun)))
    if (
        case.lead.empty
        or noun in _REGION_ONLY
        or noun.startswith(_ADJUSTED)
        or (case.lead.has(Says.RATE) and noun in ("", "平均", "总体"))
    ):
        return None
    context = case.context
    if noun in _DEPENDENT:
        return _dependent(case, noun)
    if noun == "人均" and context.names:
        return ["人均" + name for name in context.names]
    if case.following and case.group.last - case.group.first == 1 and not case.has_tail and len(noun) <= 3:
        borrowed = _borrowed(case)
        if borrowed:
            return [noun + borrowed]
    act = context.act
    if (
        case.group.linked
        and act
        and act not in LIGHT
        and not case.lead.opening_act
        and not case.lead.light_act
    ):
        return [act + name for name in split_names(case, noun)]
    return split_names(case, noun)


_INSIDE = re.compile("[个一成现年]")
"""One of these stands in every name that the three patterns above would change."""
_ADJUSTED = ("扣除", "剔除", "如果", "若")
"""How a phrase begins that says on what condition a figure holds: 〔扣除减税降费因素〕增长11.7%."""
_DATED = re.compile(rf"(?<=[省市县区国]){YEAR}年")
"""A year inside a name: 全省〔一九八一年〕职工工资总额."""
_FIRST = re.compile("^.*(?:首个|唯一一?个|第一个)")
"""宁波舟山港成为全球首个|货物吞吐量突破10亿吨的港口."""
_INNER = re.compile("(?<=[^“、和])(?:实现|完成)(?![率度“])")
"""A verb inside a name that says nothing: 软件业〔实现〕产值."""
_REGION_ONLY = frozenset(
    "全国 全省 全市 全县 全区 我国 我省 我市 我县 我区 全州 全自治区 各地 其他 每".split()
)


def _borrowed(case: Case) -> str:
    """Noun that only the next group spells out: 省53个、市205个|重大建设项目; 5批|共104名|医护人员."""
    following = case.following
    if following is None or not following.has_tail or following.family is not case.family:
        return ""
    start, end = following.tail
    return case.shown[start : split_predicate(case.text, start, end)[0]]


_DEPENDENT = frozenset(
    "金额 总投资 投资 年度投资 总量 数量 总数 面积 产值 总产值 实到资金 合同金额 合同额 协议资金 总金额 装机容量 总额 投资额 总面积 建筑面积 占比 比重 "
    "计划投资 年产值 总投资额 参保率 覆盖率 达标率 合格率 完成率 开工率 增加值 利润 税收 规模 总规模 里程 总里程 长度 人数 总人数 率 完成投资 计划总投资 年度计划投资 合同总额 "
    "协议总投资 总引资额 签约金额 到位资金 总装机 总装机容量 产量 总产量 单产 亩产 销售收入 主营业务收入 营业收入 实现产值 投资总额 投资规模 合同引资 协议金额 营收 营业额 交易额 销售额 出口额 获评数量 吞吐量 成交额 服务人次 贷款余额 授信额度 参保人数 床位 建筑面积 营业收入".split()
)
"""Nouns that say nothing alone; what was counted before them belongs to the name."""


def _dependent(case: Case, noun: str) -> list[str] | None:
    """Complete a noun that says nothing alone with what the sentence spoke of."""
    context = case.context
    count = len(case.members)
    if not context.names:
        topic = by_topic(case)
        return [topic[0] + noun] if topic else None
    if len(context.names) == count > 1:
        ending = shared_ending(context.names)
        return [name[: len(name) - len(ending)] + noun for name in context.names]
    if context.family is Family.COUNT and len(context.names) == 1:
        return [context.noun + noun]
    if len(context.names) == 1 and noun in _ASPECTS:
        return [context.names[0] + noun]
    return [noun]


_ASPECTS = frozenset("占比 比重 总量 总数 数量 规模 总额".split())
"""Dependent nouns that always speak of what was named last."""


def by_act_alone(case: Case) -> list[str] | None:
    """开工建设棚改安置住房29.2万套、〔建成〕19.5万套 → 建成棚改安置住房."""
    act, context = case.lead.act, case.context
    if not act or not case.lead.empty:
        return None
    topic = None if context.noun else by_topic(case)
    if not context.noun and not topic:
        return None
    noun = context.noun or _bare(topic[0] if topic else "")
    for other in _DONE:
        noun = noun.removesuffix(other)
    case.doubts.append(CARRIED)
    return [noun if act in LIGHT else act + noun]


_DONE = ("新开工", "开工", "竣工", "建成", "投产", "建设")


def by_carrying(case: Case) -> list[str] | None:
    """地区生产总值达到2476.1亿元，〔增长〕8.5% → the name of the group before."""
    context, lead = case.context, case.lead
    if not context.names:
        return None
    if context.topic_is_new and (topic := _stated_topic(case)):
        return topic
    names = context.names
    if case.family is not Family.POINTS and context.share and context.whole:
        names = context.whole
    count = len(case.members)
    if count > 1 and len(names) != count and len(context.history) >= count:
        case.doubts.append(ORDER)
        return context.history[-count:]
    if lead.has(Says.EACH) and len(names) == 1 and len(context.run) > 1:
        return list(context.run)
    if case.clause.opened_by == ";":
        case.doubts.append(CARRIED)
    return list(names)


def _stated_topic(case: Case) -> list[str] | None:
    """A statistic that the clause right before speaks of: 〔原油产量继续增长〕，达到1.42亿吨."""
    span = case.context.topic
    if span is None:
        return None
    clause = case.shown[span[0] : span[1]]
    if not (_TOPIC_END.search(clause) or clause.endswith(STATISTICS)):
        return None
    names = by_topic(case)
    if names and names[0].endswith(STATISTICS):
        return names
    if names:
        case.doubts.pop()
    return None


def by_topic(case: Case) -> list[str] | None:
    """〔社会商品零售总额〕，比上年增长17.8% → the clause before, where it holds no number."""
    span = case.context.topic
    if span is None:
        return None
    start = strip_opening(case.text, *span)
    name = _TOPIC_END.sub("", case.shown[start : span[1]])
    if not 2 <= len(name) <= 40:
        return None
    case.doubts.append(TOPIC)
    return [name]


_TOPIC_END = re.compile(
    "(?:继续|持续|不断|稳步|快速|较快|平稳|大幅|进一步|明显|显著|稳定|逐年|逐步|全面|加快|迅速|有序|保持|实现|取得|深入|扎实|得到|日益|更加|"
    "近?[一二三四五六七八九十\\d]{1,2}年来|连续|多年){0,3}"
    "(?:增长|提高|提升|增加|扩大|下降|发展|推进|改善|优化|加快|完善|减少|增强|上升|好转|加大|见效|突破|向好|回升|较快|迅速|进展|成效|运行|壮大|"
    "健全|加强|深化|较大进展|新突破|新进展|丰收|活跃|旺盛|繁荣|领先|趋稳|趋好|进行|势头|态势).{0,3}$|(?:增速)?由负转正$|进行了.*$|保持.{0,8}势头$"
)


def by_whatever_stands(case: Case) -> list[str] | None:
    """Nothing names it: what stands behind it, or before it, is better than nothing."""
    case.doubts.append(UNNAMED)
    if borrowed := _borrowed(case):
        return [borrowed]
    start, end = case.tail
    return [(case.noun or case.lead.act or case.shown[start:end])[:30]]


RULES: tuple[Rule, ...] = (
    by_composition,
    by_share,
    by_completion,
    by_qualified_noun,
    by_total,
    by_budget,
    by_coverage,
    by_capacity,
    by_following_noun,
    by_own_noun,
    by_act_alone,
    by_carrying,
    by_topic,
    by_whatever_stands,
)
"""Asked in this order; the first that returns names is right."""


def split_names(case: Case, name: str) -> list[str]:
    """Names in a list before one or several numbers, as many as the numbers ask for."""
    count = len(case.members)
    each = case.lead.has(Says.EACH)
    if count == 1 and not each:
        if case.family is not Family.SHARE or not _LISTED.search(name):
            return [name]
        parts = split_list(name)
        return parts if len(parts) > 1 and all(part.endswith(STATISTICS) for part in parts) else [name]
    parts = split_list(name)
    if len(parts) > count > 1:
        at = name.index(parts[-count + 1], len("".join(parts[: -count + 1])))
        parts = [name[:at].rstrip("、和及与"), *parts[-count + 1 :]]
        case.doubts.append(ORDER)
    if count > 1:
        if len(parts) == count:
            return complete(parts)
        if len(parts) < count == 2 and (both := town_and_country(name)):
            return both
        case.doubts.append(ORDER)
        return [name]
    return complete(parts)


_LISTED = re.compile("[、和及与]")
