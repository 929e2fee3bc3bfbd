"""Rules that find the name behind the number: the noun that it counts, what money is for, what a share is of."""

from __future__ import annotations

import re

from hzview.figures.case import Case
from hzview.figures.lexicon import ACT_OPENING_LENGTHS, ACTS, LIGHT, Says, words
from hzview.figures.names import split_list, split_predicate, strip_opening
from hzview.figures.rules_before import LEVEL, LEVELS, REGIONS, by_topic
from hzview.figures.units import Family

_REACHED = Says.ABOVE | Says.BELOW | Says.LEVEL | Says.AT_LEAST
_NOT_COUNTING = Says.TO | Says.FROM | Says.EACH | Says.APART


def starts_with_act(text: str, start: int) -> bool:
    """Whether a verb begins at ``start``: 安排3亿元|改造|老区山区农村学校."""
    return any(text[start : start + n] in ACTS for n in ACT_OPENING_LENGTHS.get(text[start : start + 1], ()))


def by_qualified_noun(case: Case) -> list[str] | None:
    """消除5053个|集体经济年收入低于〔10万元〕的薄弱村 · 引进1个|〔50亿-100亿元〕项目: the second number is part of a noun."""
    following = case.following
    if following is None or not case.group.follows or case.family is not Family.COUNT:
        return None
    if following.family is Family.COUNT or not following.has_tail:
        return None
    start, end = case.tail[0], following.tail[1]
    number = following.members[0].start
    if case.text[number - 1] == "的" or starts_with_act(case.text, following.members[-1].end):
        return None
    following.qualifies = True
    if start < following.group.lead[1]:
        start = strip_opening(case.text, start, end, case.context.home)
    return [_with_act(case.lead.act or _listed_act(case), case.shown[start:end])]


def _listed_act(case: Case) -> str:
    """The verb that governs the list of which the group is a member."""
    return case.context.act if case.group.linked else ""


def _with_act(act: str, noun: str) -> str:
    """A noun with the verb that governs it, where that says anything."""
    return noun if act in LIGHT else act.rstrip("了") + noun


_INVESTMENTS = ("投资", "总投资", "计划投资", "计划总投资", "概算投资", "估算投资")


def by_total(case: Case) -> list[str] | None:
    """排定推进总投资6600多亿元|的30项标志性工程 → 标志性工程总投资; 投资1.4亿元|的马市岛综合整治项目."""
    following, text = case.following, case.text
    start, end = case.tail
    if case.lead.empty or case.family is Family.COUNT or text[start : start + 1] != "的":
        return None
    if case.noun in _INVESTMENTS and not case.group.follows:
        return [case.shown[start + 1 : split_predicate(text, start, end)[0]] + case.noun]
    if following is None or not following.has_tail or following.members[0].start != start + 1:
        return None
    if case.group.bounds[-1] is not None:
        return None
    start, end = following.tail
    noun = case.shown[start : split_predicate(text, start, end)[0]]
    return [noun + case.noun[len(case.lead.opening_act) :]]


_BUDGET_ACTS = tuple(
    words("安排 筹集 筹措 投入 拨付 争取 落实 募集 拨款 下拨 统筹 发行 集中 下达 拿出 划拨 整合")
)
_BUDGET = re.compile("(?:财政|政府|上级|中央|专项|[省市县])(?:安排|投入|拨款|拿出|下达|下拨)$")
_FUNDS = ("投资", "资金", "拨款", "财政", *_BUDGET_ACTS)
_PURPOSE = re.compile("(?:[^,、的]{0,4}资金)?(?:重点|主要|专项|全部)?(?:用于|用来|投向)")


def by_budget(case: Case) -> list[str] | None:
    """安排3亿元|改造老区山区1000所农村学校 → 改造老区山区农村学校资金; 筹措80亿元|用于山区建设 → 山区建设资金."""
    if case.family is not Family.MONEY or not case.has_tail or case.changes:
        return None
    text, shown = case.text, case.shown
    start, end = case.tail
    purpose = _PURPOSE.match(text, start, end)
    if purpose:
        start = purpose.end()
    elif text[start] not in "为对" and not starts_with_act(text, start):
        return None
    said = shown[start:end]
    if case.group.follows and case.following is not None:
        said += shown[slice(*case.following.tail)]
    said = said.replace("了", "", 1)
    noun, act = case.noun, case.lead.act
    if purpose and noun.endswith("资金") and not _SOME.fullmatch(noun):
        return [noun]
    if noun.endswith("投资") and not act:
        return [said + "投资"]
    if not (purpose or act in _BUDGET_ACTS or noun.endswith(_FUNDS)):
        return None if noun else [said]
    return [said if said.startswith("投入") or said.endswith("资金") else said + "资金"]


def by_budget_topic(case: Case) -> list[str] | None:
    """推动山区信息化建设，〔省财政安排〕1.75亿元 → 山区信息化建设资金."""
    context = case.context
    if case.family is not Family.MONEY or case.has_tail or context.topic is None or case.changes:
        return None
    if context.names and not context.topic_is_new:
        return None
    if not (_BUDGET.search(case.noun) or (case.lead.empty and case.lead.act in _BUDGET_ACTS)):
        return None
    topic = by_topic(case)
    return [topic[0].removesuffix("资金") + "资金"] if topic else None


_PAYING = frozenset(_BUDGET_ACTS)
_NEXT = re.compile("[,;。!?]")
_SOME = re.compile(
    "(?:[^,]{0,3}财政)?(?:安排|投入|拨付|筹措|争取|落实|整合|统筹|筹集)?(?:中央|国家|专项|财政|各类|国债|补助|配套)*(?:资金)?"
)
"""What money is called that says nothing of what it is for."""


def by_purpose(case: Case) -> list[str] | None:
    """安排4200万元，〔用于人才建设〕 → 人才建设资金; 投入1000万元，〔补助农村居民最低生活保障〕; 总投资24亿元，〔建设报业大厦〕."""
    lead = case.lead
    if (
        case.has_tail
        or case.changes
        or case.group.follows
        or case.text[case.clause.end : case.clause.end + 1] != ","
    ):
        return None
    invested = case.noun in _INVESTMENTS and not case.context.names
    if not invested and not _SOME.fullmatch(case.noun):
        return None
    if not invested and not ({lead.act, lead.opening_act, lead.light_act} & _PAYING or "财政" in case.noun):
        return None
    start = case.clause.end + 1
    match = _NEXT.search(case.text, start)
    end = match.start() if match else len(case.text)
    purpose = _PURPOSE.match(case.text, start, end)
    if not purpose and not starts_with_act(case.text, start):
        return None
    said = _COUNTED.sub(
        "", case.shown[purpose.end() if purpose else start : end].replace("了", "", 1)
    ).removesuffix("等")
    if not 4 <= len(said) <= 24 or said[0] == "的" or any(character.isdigit() for character in said):
        return None
    return [said + (case.noun if invested else "资金")]


_COUNTED = re.compile(
    "\\d[\\d.,]*[多余]?[万亿]?(?:个|项|件|所|条|座|公里|家|处|亩|户|套|人|名)(?:以上|左右)?"
)
"""How many, in what money is for: 办好|34项|民生实事."""


def by_coverage(case: Case) -> list[str] | None:
    """感染性疾病门诊〔覆盖〕50%以上三级、二级医院 → 感染性疾病门诊覆盖三级、二级医院."""
    if not case.has_tail or case.lead.act not in ("覆盖", "惠及", "受益"):
        return None
    return [case.noun + case.lead.act + case.shown[slice(*case.tail)]]


_NO_CAPACITY = (Family.COUNT, Family.SHARE, Family.POINTS, Family.TIMES)
_WORKS = tuple(words("项目 工程 机组 装置 生产线 基地 码头 电站 水库 电厂 厂 航道 储罐 线路 煤矿 扩建 技改"))


def by_capacity(case: Case) -> list[str] | None:
    """建成投产宁德时代|160GWh|新能源电池项目 → 宁德时代新能源电池项目: the size of one thing, not a statistic."""
    lead = case.lead
    if not case.has_tail or lead.act or lead.words or case.family in _NO_CAPACITY:
        return None
    start, end = case.tail
    noun = case.shown[start : split_predicate(case.text, start, end)[0]]
    if not noun.endswith(_WORKS):
        return None
    case.capacity = True
    return [case.noun[len(lead.opening_act) :] + noun]


_CAUSATIVE = words("资助 聘请 组织 发动 扶持 支持 帮助 选派 派出 推动 促进 带动 帮扶 安置 选聘 派遣 动员")
"""Verbs whose object goes on to do something: 资助|贫困家庭子女|接受技工教育."""
_HAVING = words("有 共有 已有 又有 现有 拥有")
"""Verbs that only say that there is something: 有9个|县区|通过了验收."""
_NOMINAL = words("建设 改造 整治 治理 发展 培训 提升 保障 开发 培育 修复 帮扶 扶持 改革 创建 排查 救助 推广")
"""Verbs that are part of a noun where another verb governs them: 实施|营商环境|建设|10项|工程."""


def by_following_noun(case: Case) -> list[str] | None:
    """新增|7家|上市公司 · 2236个|村庄|完成景区化改造 · 80%以上|政务服务办件|实现网上受理."""
    lead, text = case.lead, case.text
    start, end = case.tail
    if not case.has_tail or case.changes or (lead.has(_NOT_COUNTING) and not lead.act):
        return None
    of = text[start] == "的"
    if of:
        start += 1
    if case.family is Family.SHARE:
        return _share_of(case, start, end, of)
    if not lead.empty and not lead.act and (of and lead.has(_REACHED)):
        return None
    if (
        case.family is Family.MONEY
        and not lead.act
        and lead.words
        and case.shown[start:end].endswith(_PAID)
        and end - start <= 10
    ):
        return [case.shown[start:end]]
    if not lead.empty and not lead.act and case.family is not Family.COUNT:
        return _made_of(case, start, end, of)
    noun_end, rest = split_predicate(text, start, end)
    if not lead.act and not of and (said := _said_at_once(case, start, end)):
        return [said]
    act = lead.act or (_listed_act(case) if lead.empty else "")
    if act and not (act in _HAVING and noun_end < end):
        return [_object(case, act, start, noun_end, end)]
    said = "" if of or case.group.follows else spoken(case.shown[rest:end])
    if said.startswith(_MADE_INTO):
        said = ""
    return [_of(said, _before(case) + _bare(_with_head(case, case.shown[start:noun_end])))]


_REACHED_FIRST = re.compile("(?:实现|达到|完成)了?(?:稳定|全部|全面)?(?=.{2})")


_AT_ONCE = tuple(
    words(
        "实现 达到 从中 积极 主动 均 已 全部 已经 正在 成功 陆续 相继 得到 走上 住上 喝上 用上 告别 摆脱 投身 顺利 荣获 获评"
        " 被列 被评 被命 被认 被授 被国 被省 被纳"
    )
)
"""How what is said of things begins, and no noun does."""


def _said_at_once(case: Case, start: int, end: int) -> str:
    """What is said of people or things that only their unit names: 24.5万人|实现了脱贫 → 脱贫; empty where a noun follows.

    5个项目中的|3个|实现竣工投产 → 竣工投产的项目.
    """
    if case.family is not Family.COUNT or not case.text.startswith(_AT_ONCE, start, end):
        return ""
    said = spoken(case.shown[start:end])
    if match := _REACHED_FIRST.match(said):
        said = said[match.end() :]
    if not said or case.group.follows:
        return ""
    noun = case.noun[len(case.lead.opening_act) :]
    return (
        _of(said, noun.removesuffix("中")) if case.lead.words[:1] == ["的"] and noun.endswith("中") else said
    )


_PAID = ("津贴", "补助", "补贴", "奖励", "奖金", "生活费", "救助金", "慰问金")
"""What is paid to people: 给予医生每人每月500元|人才津贴."""
_MADE_INTO = ("为", "作为", "命名为", "评为", "向")
"""How what a thing is made into begins: 1500台|公交车|为清洁燃料车."""


def _with_head(case: Case, noun: str) -> str:
    """A noun that is only a level, with the head that the next group spells out: 34个|市级|和140个|县级试点."""
    following = case.following
    if noun not in LEVELS or following is None or not following.has_tail:
        return noun
    start, end = following.tail
    head = case.shown[start : split_predicate(case.text, start, end)[0]]
    level = LEVEL.match(head)
    return noun + head[level.end() :] if level else noun


def _made_of(case: Case, start: int, end: int, of: bool) -> list[str] | None:
    """国投生物|10万吨|电子级乙醇 → 国投生物电子级乙醇: what is measured, and whose it is."""
    if of or case.lead.says or split_predicate(case.text, start, end)[0] < end:
        return None
    return [case.noun + case.shown[start:end]]


def _object(case: Case, act: str, start: int, noun_end: int, end: int) -> str:
    """Name of what a verb counts: 新增|7家|上市公司; what the object goes on to do is left out."""
    lead = case.lead
    noun = case.shown[start:noun_end]
    if act == "解决" and (solved := _solved(case, case.shown[start:end])):
        return solved
    if act in _CAUSATIVE or case.text.startswith(("为", "向", "作为"), noun_end):
        return act + noun
    if case.text.startswith(_PURPOSES, noun_end):
        return _with_act(act, noun)
    if act in _NOMINAL and not lead.empty and lead.start > case.group.lead[0]:
        return case.noun + act + noun
    return _with_act(act, _bare(noun if case.group.follows else case.shown[start:end]))


_NAMELESS = ("项目", "工程", "企业", "方面")
"""Nouns that say too little alone: 赣抚平原灌区改造等|12个|项目."""
_PURPOSES = ("对", "用于", "进行")
"""How a phrase begins that says what an object is for: 制定15项|措施|对物价进行调控."""
_HEADS = frozenset("人户万亿头口")


def _solved(case: Case, noun: str) -> str:
    """解决6000万|农村人口饮水安全问题 → 解决农村人口饮水安全: people were counted and not problems; else empty."""
    if not noun.endswith("问题") or case.members[0].unit[-1:] not in _HEADS:
        return ""
    return "解决" + noun.removesuffix("问题").removesuffix("等").removesuffix("的").removeprefix("的")


def _before(case: Case) -> str:
    """What of the text before a counted noun belongs to its name: “夏季攻势”|401项|任务, 按合理工期建设的|123个|项目."""
    lead, noun = case.lead, case.noun
    noun = noun.lstrip("对向为给与同")
    if not noun or noun in REGIONS:
        return ""
    if noun.endswith(("和", "及", "与", "、")):
        return lead.opening_act
    if lead.words[:1] == ["的"]:
        noun = noun[len(lead.opening_act) :].removesuffix("中") + "的"
        return noun if len(noun) <= 20 else ""
    if noun.endswith("等"):
        noun = noun[len(lead.opening_act) :]
        named = (
            case.text[case.tail[0] : case.tail[1]].startswith(_NAMELESS) and case.tail[1] - case.tail[0] <= 4
        )
        return noun if named and "、" not in noun and len(noun) <= 16 else ""
    return "" if "、" in noun or len(noun) > 12 else noun


def _share_of(case: Case, start: int, end: int, of: bool) -> list[str] | None:
    """Names of a share by what follows it: 70%的|人员, 机关内部非涉密事项100%|实现“一窗受理”."""
    text, shown, lead = case.text, case.shown, case.lead
    noun_end, rest = split_predicate(text, start, end)
    begins = split_predicate(text, start - 1, end)[0] == start or starts_with_act(text, start)
    if not lead.empty and (not lead.act or lead.act in LIGHT):
        if of and lead.has(_REACHED):
            return None
        if begins or not of:
            said = spoken(shown[start:end])
            said += "率" if said in ACTS else ""
            subjects = split_list(case.noun) if said and "、" in case.noun else [case.noun]
            return [subject + said for subject in subjects]
    if of and lead.act and lead.act not in LIGHT and noun_end < end:
        return [lead.act + shown[start:noun_end]]
    if begins:
        return [lead.act + spoken(shown[start:end])]
    return [_of(spoken(shown[rest:end]), shown[start:noun_end])]


_WORK = re.compile(
    "的(?:规划|预期|奋斗|总体|工作)?(?:目标任务|目标|要求|任务|基础上|同时)$|(?<=^项目)建设$|(?<=^工程)建设$|(?<=..)等(?:项目|工程)(?:建设)?$"
    "|(?<=[^化工]{3})(?:建设任务|工作任务|任务|(?<=[^化])建设|的空间布局|工作)$"
)
_AMID = re.compile("(?<![初高其集市之])中$")


def _bare(noun: str) -> str:
    """A noun without the 建设 or 任务 that only says that it is worked at."""
    noun = _WORK.sub("", noun)
    return noun[:-1] if _AMID.search(noun) else noun


_ADVERBS = re.compile(
    "(?:按(?:年度|计划|要求|进度)(?:工作)?(?:计划|目标)?|全部|全面|积极|直接|均|都|已经|已|即将|及时|有效|得以|基本|扎实|妥善|深入|圆满|高效|平稳|大力|广泛|逐步|蓬勃|稳定|按时|正在|顺利|正式|提前|率先|加快|有序"
    "|成功|陆续|先后|累计|分别|持续|稳步|按期|如期|同步|彻底|相继|超额|了|得到|开始)+"
)
_DONE_ONLY = re.compile(
    "(?:实现|完成|推进|落实|进行|实施|开展|建设|办结|到位|达标|整改.{0,4}|运营|运行|安置|进展|建成投入使用)?"
    "(?:了|完成|推进|实施|年度|良好|到位|落实|见效|顺利)?$"
)


def spoken(said: str) -> str:
    """Return what is said of a noun, without the words that only say that it was done: 全面完成."""
    match = _ADVERBS.match(said)
    rest = said[match.end() :] if match else said
    return "" if len(rest) < 2 or _DONE_ONLY.match(rest) else rest.replace("了", "", 1)


def _of(said: str, noun: str) -> str:
    """A noun with what is said of it before it: 完成景区化改造的村庄."""
    return f"{said}的{noun}" if said else noun
