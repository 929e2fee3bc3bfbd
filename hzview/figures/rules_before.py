"""Rules that find the name before the number: its own noun, a share, a completion, a part of a whole."""

from __future__ import annotations

import re

from hzview.figures.case import Case
from hzview.figures.dates import YEAR
from hzview.figures.doubts import ORDER, TOPIC
from hzview.figures.late import Late
from hzview.figures.lexicon import DEFINING, LIGHT, Says, words
from hzview.figures.names import (
    STATISTICS,
    both,
    complete,
    opposite,
    shared_ending,
    split_list,
    split_predicate,
    strip_opening,
)
from hzview.figures.quantity import Form
from hzview.figures.units import Family

_LISTED = re.compile("[、和及与]")
_ORDINALS = "一二三四五六"


def by_composition(case: Case) -> list[str] | None:
    """三次产业结构调整为8:54.9:37.1 → 第一产业比重, 第二产业比重, 第三产业比重."""
    if case.members[0].form is not Form.PART:
        return None
    whole = case.noun or (case.context.names or [""])[-1]
    added = "增加值" if "增加值" in whole else ""
    return [
        f"第{_ORDINALS[part.part - 1]}产业{added}比重"
        if part.parts == 3 and (not whole or "产" in whole)
        else whole
        for part in case.members
    ]


_PLACES = re.compile("(?P<place>全?[国省市州县区球]|世界|全行业|全社会)的?")


def by_share(case: Case) -> list[str] | None:
    """高新技术产品增加值达1150亿元，〔占工业增加值的〕22% → 高新技术产品增加值占工业增加值的比重.

    占全国1.3%、〔全省〕11.1% goes on with the share.
    """
    lead, context = case.lead, case.context
    if case.family not in (Family.SHARE, Family.POINTS):
        return None
    if lead.share is not None:
        whole = case.shown[slice(*lead.share)].removeprefix("到")
        own = [] if lead.empty else split_names(case, case.noun)
        if case.noun in _DEPENDENT and context.names:
            own = _dependent(case, case.noun) or own
        subjects = own or context.whole or by_topic(case) or [""]
    elif case.group.linked and context.share and (place := _PLACES.fullmatch(case.text, *case.group.lead)):
        whole = place["place"]
        own, subjects = [], context.whole
    else:
        return None
    case.shared = True
    context.own_share = bool(own)
    context.whole = own or context.whole or subjects
    of = "的" if lead.words[:1] == ["的"] else ""
    return [f"{subject}占{whole}{of}比重" for subject in subjects]


_PLANNED = ("计划", "目标", "任务", "预算", "指标", "任务数")


def by_completion(case: Case) -> list[str] | None:
    """粮食总产量达到180万吨，〔完成年计划的〕106% → 粮食总产量完成年计划比例."""
    noun = case.noun
    if case.family is not Family.SHARE or case.lead.words[:1] != ["的"] or not noun.endswith(_PLANNED):
        return None
    own, done, plan = noun.rpartition("完成")
    context, count = case.context, len(case.members)
    subjects = context.whole
    if done and own:
        subjects = split_names(case, own.removesuffix("分别").removesuffix("均"))
    elif len(subjects) < count <= len(context.history):
        subjects = context.history[-count:]
    case.shared = True
    return [f"{subject}完成{plan}比例" for subject in subjects or [""]]


_PAID_BY = re.compile(
    "^(?:中央|国家|各级|本级|省级?|市级?|县级?|区级?|自治区)?(?:本级)?财政(?:每年|拟|将|共|累计|新增)?(?:安排|投入|下达|拨付|拿出|筹措|拨出)了?(?=.{4})"
)
"""Who pays, before what the money is called: 省财政安排|特困群体救助资金."""
_PLANNED_AT_END = re.compile("(?<=[入出字资金费])(?:拟|预算|计划|共)?安排$")
"""What was planned, behind what it is called: 一般预算支出|安排|723.8亿元."""
_GIVEN = re.compile("(?<=[金款额])已(?:经)?[\u4e00-\u9fff]{2}$")
"""What was done with money, behind what it is called: 教育专项资金|已征集|到1.28亿元."""
_SERVED = re.compile(
    "(?:[为向同给](?!民|上|日|业|比|城)|与(?!会))[^,、]{2,24}?"
    "(?P<act>提供|发放|提交|签约|签订|签署|减免|减轻|公布|推介|配备|下放|拨付|颁发|安装|兑现|捐赠|移交|交付|新增)"
)
"""For whom something is done, before what is done: 为各类市场主体|减免税费, 与山东港口等企业|签订合作协议."""
_COUNTED_BY = re.compile("按.{1,8}(?:统计|计算|口径|测算)$")
_INSIDE = re.compile("[个一成现年]")
"""One of these stands in every name that the three patterns below would change."""
_FIRST = re.compile("^.*(?:首个|唯一一?个|第一个)")
"""宁波舟山港成为全球首个|货物吞吐量突破10亿吨的港口."""
_DONE_INSIDE = re.compile("(?<=[^“、和未及已])(?:实现|完成)(?![率度“的和及或])")
"""A verb inside a name that says nothing: 软件业〔实现〕产值."""
_DATED = re.compile(rf"(?<=[省市县区国]){YEAR}年")
"""A year inside a name: 全省〔一九八一年〕职工工资总额."""
_CONDITIONS = ("扣除", "剔除", "如果", "若")
"""How a phrase begins that says on what condition a figure holds: 〔扣除减税降费因素〕增长11.7%."""
REGIONS = words("全国 全省 全市 全县 全区 我国 我省 我市 我县 我区 全州 全自治区 各地 其他 每")
"""What alone names nothing: 全市."""


def _alone(noun: str) -> str:
    """A noun without who pays, what was planned or done, and for whom."""
    if "财政" in noun:
        noun = _PAID_BY.sub("", noun)
    if noun.endswith("安排"):
        noun = _PLANNED_AT_END.sub("", noun)
    if "已" in noun:
        noun = _GIVEN.sub("", noun)
    served = _SERVED.match(noun)
    if served and len(noun) > served.end() + 1:
        return noun[served.end() if served["act"] in LIGHT else served.start("act") :]
    return noun


def by_own_noun(case: Case) -> list[str] | None:
    """〔城镇新增就业〕10.6万人 · 完成〔“个转企”〕1506家、〔“小升规”〕358家 · 项目613个、〔金额〕484亿元."""
    noun = case.noun
    noun = _alone(noun)
    if _INSIDE.search(noun):
        noun = _DATED.sub("", _DONE_INSIDE.sub("", _FIRST.sub("", noun)))
    lead, context = case.lead, case.context
    if lead.empty or noun in REGIONS or noun.startswith(_CONDITIONS) or _COUNTED_BY.match(noun):
        return None
    if noun.startswith(("拉动", "带动")) and case.family is Family.POINTS and "增长" in lead.words:
        return [noun + "增长"]
    if lead.has(Says.RATE) and noun in ("平均", "总体"):
        return None
    if case.clause.opened_by in ("", ",") and (whole := opposite(noun, context.named)):
        return [whole]
    if noun in _DEPENDENT or (case.group.linked and noun in _DEPENDENT_IN_LISTS) or _invested(case):
        return _dependent(case, noun)
    if noun in LEVELS and (other := LEVEL.search(context.noun)):
        return [context.noun[: other.start()] + noun + context.noun[other.end() :]]
    if noun in _DEPENDENT_IN_LISTS and context.topic_is_new and (whole := _of_topic(case, noun)):
        return [whole]
    if lead.opening_act in _CAUSING and (case.changes or case.family is Family.SHARE):
        noun = noun[len(lead.opening_act) :]
    if noun == "人均" and (names := context.names or by_topic(case)):
        return ["人均" + name for name in names]
    if context.named and (halves := _halves(case, noun)):
        return halves
    if case.following and len(case.members) == 1 and not case.has_tail and len(noun) <= 3:
        return [noun + borrowed(case)]
    if _is_governed(case):
        return [context.act + name for name in split_names(case, noun)]
    return _governed(lead.opening_act, split_names(case, noun))


def _is_governed(case: Case) -> bool:
    """Whether the verb of the list governs this member, too: 新增|公办园学位1.3万个、中小学学位3.25万个.

    接待游客7014万人次、旅游综合收入1041亿元: what is paid is not received as guests are.
    """
    context, lead = case.context, case.lead
    if not case.group.linked or lead.opening_act or lead.light_act or context.act in LIGHT:
        return False
    if context.act in DEFINING or context.family is case.family:
        return True
    return not case.noun.endswith((*STATISTICS, "花费", "引资", "融资"))


def _governed(act: str, names: list[str]) -> list[str]:
    """Names of a list with the verb that only the first one shows: 新增国家级、省级企业21家、47家."""
    if len(names) < 2 or not act or not names[0].startswith(act):
        return names
    return [name if name.startswith(act) else act + name for name in names]


_HALVES = words("城镇 农村 城市 乡村 市区 城区 县域 主城区 中心城区")
"""What alone names a part of what was named: 居民人均可支配收入增长7.5%，其中〔城镇〕增长7%."""
_PART_AT_END = re.compile("(?:城镇|农村|城市|乡村)$")
_WHOLE_OF = re.compile("^(?:城乡|全体|城镇|农村|城市|乡村)(?!化|低保)")


def _halves(case: Case, noun: str) -> list[str]:
    """Names of parts of what was named last; empty where ``noun`` is no such part or list of them."""
    if noun not in _HALVES and (len(noun) > 8 or not _LISTED.search(noun)):
        return []
    parts = split_list(noun)
    if not _HALVES.issuperset(parts):
        return []
    context = case.context
    act = context.named[: len(context.named) - len(context.noun)]
    whole = _PART_AT_END.sub("", _WHOLE_OF.sub("", context.noun))
    return [act + part + whole for part in parts]


LEVELS = words("国家级 省级 市级 县级 区级 州级 省部级 世界级 国际级 自治区级 镇级 村级")
LEVEL = Late("(?:国家|省部?|市|县|区|州|世界|国际|自治区|镇|村)级")
"""A level that alone names nothing: 获国家级科技奖3项、〔省级〕21项."""
_CAUSING = words("带动 推动 促进 拉动 使 帮助")
"""Verbs before what they make grow: 〔带动〕旅游总收入增长10%."""


def borrowed(case: Case) -> str:
    """Return the noun that only the next group spells out: 省53个、市205个|重大建设项目; 5批|共104名|医护人员."""
    following = case.following
    if following is None or not following.has_tail or following.family is not case.family:
        return ""
    start, end = following.tail
    return case.shown[start : split_predicate(case.text, start, end)[0]]


_DEPENDENT = words(
    "金额 总金额 总额 数量 总量 总数 数 率 规模 总规模 占比 比重 人数 总人数 面积 总面积 建筑面积 里程 总里程 长度 "
    "总投资 年度投资 计划投资 计划总投资 年度计划投资 完成投资 投资额 总投资额 投资总额 投资规模 实到资金 到位资金 协议资金 "
    "合同金额 合同额 合同总额 合同引资 协议金额 协议总投资 签约金额 总引资额 参保率 覆盖率 达标率 合格率 完成率 "
    "服务人次 获评数量 装机容量 总装机 总装机容量"
)
"""Nouns that say nothing alone; what was counted before them belongs to the name."""
_DEPENDENT_IN_LISTS = words(
    "投资 产值 年产值 总产值 实现产值 增加值 产量 总产量 单产 亩产 利润 税收 营收 营业额 营业收入 销售收入 销售额 主营业务收入 "
    "交易额 成交额 出口额 贷款余额 授信额度 床位 开工率 资金"
)
"""The same where 、 joins them to what was counted; behind a comma they may speak of the whole economy."""
_ASPECTS = words("占比 比重 总量 总数 数量 规模 总额")
"""Those that always speak of what was named last."""


_NO_OWNER = re.compile(
    "[的在、“”]|加快|加速|高效|活力|大幅|持续|高速|基本|提[升速高]|较|进一步|出台|实施|推动|推进|中$"
)
"""What is left of a clause that names nobody whose product or profit it could be."""


def _of_topic(case: Case, noun: str) -> str:
    """粮食生产再获丰收，〔产量〕达到90亿斤 → 粮食产量: what the clause before says something general of; else empty."""
    span = case.context.topic
    if span is None or not _TOPIC_END.search(case.shown[span[0] : span[1]]):
        return ""
    topic = by_topic(case)
    if not topic or len(topic[0]) > 12 or noun == "资金" or _NO_OWNER.search(topic[0]):
        return ""
    if topic[0].endswith(noun):
        return topic[0]
    return topic[0].removesuffix("生产" if "产" in noun else "") + noun


def _invested(case: Case) -> bool:
    """Whether the number is what was invested in the things counted before: 实施援藏项目90个，完成〔投资〕3.52亿元."""
    return (
        case.noun == "投资"
        and case.clause.opened_by in ("", ",")
        and case.context.family is Family.COUNT
        and case.context.noun.endswith(("项目", "工程"))
    )


def _dependent(case: Case, noun: str) -> list[str] | None:
    """Complete a noun that says nothing alone with what the sentence spoke of.

    签约项目613个、金额484亿元 → 签约项目金额; 基本养老和医疗保险参保人数分别达到…，参保率分别达到… → 基本养老保险参保率.
    """
    context = case.context
    if not context.names:
        topic = by_topic(case)
        return [topic[0] + noun] if topic else None
    count = len(case.members)
    if _invested(case) and len(context.names) < count <= len(context.history):
        return [name + noun for name in context.history[-count:]]
    if len(context.names) == count > 1:
        ending = shared_ending(context.names)
        return [name[: len(name) - len(ending)] + noun for name in context.names]
    if len(context.names) == 1 and context.family is Family.COUNT and not context.people:
        return [context.noun + noun]
    if len(context.names) == 1 and noun in _ASPECTS:
        return [context.names[0] + noun]
    return [noun]


_TOPIC_END = Late(
    "(?:继续|持续|不断|稳步|快速|较快|平稳|大幅度?|进一步|明显|显著|稳定|逐年|逐步|全面|加快|迅速|有序|保持|实现|取得|深入|扎实|得到|日益|再获|喜获|又获|再夺"
    "|更加|近?[一二三四五六七八九十\\d]{1,2}年来|连续(?:[一二两三四五六七八九十几\\d]{1,2}年)?|多年){0,3}"
    "(?:增长|提高|提升|增加|扩大|下降|发展|推进|改善|优化|加快|完善|减少|增强|上升|好转|加大|见效|突破|向好|回升|较快|迅速|进展|成效"
    "|运行|壮大|健全|加强|深化|较大进展|新突破|新进展|丰收|活跃|旺盛|繁荣|领先|趋稳|趋好|进行|势头|态势).{0,3}$"
    "|(?:也|都|均)?(?:已|仍然|仍|相继|逆势|初步|首次|成功|连续(?:.{1,3}年)?|在[^,]{2,8}中){0,3}"
    "(?:实现.{0,8}(?:跨越|突破|翻番)|跨[越过].{0,10}(?:大关|台阶)|[迈跃]上.{0,8}台阶|上扬|攀升|控制在.{2,12}|形成|站稳.{0,8}"
    "|得到了?.{0,6}(?:发展|提高|改善|加强))$"
    "|(?:增速)?由负转正$|进行了.*$|保持.{0,8}势头$|再?创.{0,8}$"
)
"""What a clause says of its subject in general: 粮食生产|获得丰收."""


_MOVING = Says.UP | Says.DOWN | Says.RATE | Says.TO | Says.FROM
_MOVED = re.compile(
    "(?:今明两年|(?:连续)?第?[一二三四五六七八九十多\\d]{1,2}年|逐年|不断|稳步|大幅度?|持续|继续|进一步)*"
    "(?:提高|增加|扩大|提升|降低|减少|压缩|压减)(?=[^了到至,]{4,24}$)"
)
"""What opens a clause about a change: 〔连续7年提高〕企业退休人员基本养老金水平，年均增长10%."""


def by_topic(case: Case) -> list[str] | None:
    """〔社会商品零售总额〕，比上年增长17.8% → the clause before, where it holds no number."""
    span = case.context.topic
    if span is None:
        return None
    start = strip_opening(case.text, *span, case.context.home)
    if case.lead.has(_MOVING) and (moved := _MOVED.match(case.text, start, span[1])):
        start = moved.end()
    name = _TOPIC_END.sub("", case.shown[start : span[1]])
    if not 2 <= len(name) <= 40:
        return None
    case.doubts.append(TOPIC)
    return split_names(case, name) if len(case.members) > 1 else [name]


def stated_topic(case: Case) -> list[str] | None:
    """Return the statistic that the clause right before speaks of: 〔原油产量继续增长〕，达到1.42亿吨."""
    span = case.context.topic
    if span is None or not case.context.topic_is_new:
        return None
    clause = case.shown[span[0] : span[1]]
    if not (clause.endswith(STATISTICS) or _TOPIC_END.search(clause)):
        return None
    doubts = list(case.doubts)
    names = by_topic(case)
    if names and names[0].endswith(STATISTICS):
        return names
    case.doubts[:] = doubts
    return None


_WHOLE = 5
"""Characters from which a member of a list is hardly a modifier of the others (国有、集体企业)."""


def split_names(case: Case, name: str) -> list[str]:
    """Return the names in a list before one or several numbers, as many as the numbers ask for.

    财政总收入和地方财政收入均增长8% → both; 城镇、农村居民人均可支配收入分别达到A和B → one for each number.
    """
    count = len(case.members)
    each = case.lead.has(Says.EACH) or (count == 1 and not case.has_tail and "各" in case.lead.words)
    if count == 1 and not each:
        if case.family is not Family.SHARE or not _LISTED.search(name):
            return [name]
        parts = split_list(name)
        return parts if len(parts) > 1 and all(part.endswith(STATISTICS) for part in parts) else [name]
    parts = split_list(name)
    if count == 1 or len(parts) == count:
        return complete(parts)
    if len(parts) > count:
        listed = split_list(name, commas_only=True)
        if len(listed) == count and (
            count > 2 or all(part[-1] == name[-1] or len(part) >= _WHOLE for part in listed)
        ):
            return complete(listed)
        at = name.index(parts[1 - count], len("".join(parts[: 1 - count])))
        case.doubts.append(ORDER)
        return complete([name[:at].rstrip("、和及与"), *parts[1 - count :]])
    parts = [member for part in parts for member in both(part)]
    if len(parts) == count:
        return complete(parts)
    case.doubts.append(ORDER)
    return [name]
