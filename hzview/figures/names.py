"""Names of indicators: lists taken apart, shared heads completed, purposes put in order."""

from __future__ import annotations

import re

from hzview.figures import territory
from hzview.figures.dates import behind_opening
from hzview.figures.lexicon import (
    NOUNS_TOO,
    OPENING_BARRED,
    OPENING_LENGTHS,
    OPENINGS,
    PREDICATE_LENGTHS,
    PREDICATES,
    words,
)

_SPLIT = re.compile(
    "、|以及|及其|(?<![以普涉触波危累])及(?!以[上下])|(?<![温调总饱缓共])和(?![谐平睦美合善])|(?<![参给])与(?![研会])|,"
)
_COMMAS = re.compile("、")
_QUOTED = re.compile('(?<=[”"])(?=[“"])')
_REGIONS = (
    "县市区",
    "县区",
    "区县",
    "城镇",
    "农村",
    "城市",
    "乡村",
    "城乡",
    "市区",
    "县域",
    "全市",
    "全省",
    "市级",
    "县级",
    "省级",
    "国家级",
    "农民",
    "市本级",
)
"""Modifiers that stand for one another at the head of a name (城镇、农村居民收入)."""
STATISTICS = tuple(
    words(
        "GDP gdp 交易额 产值 产量 人口 人数 余额 保费 储备 储蓄 出口 利润 利税 吞吐量 周转量 增加值 外资 存款 "
        "客流量 度 总值 总量 总额 成交额 投资 指数 支出 收入 收支 数 标准 比例 比重 水平 浓度 消费 消费额 率 生产总值 "
        "税收 经费 能力 能耗 营收 规模 贷款 资金 起数 进出口 进口 量 销售 销售额 零售额 面积 额 "
    )
)
"""Words that a statistic's name ends with; a list whose members all do is a list of indicators."""


FILLER = "\0"
"""Stands in a printed text where one character was folded to several."""
_MARKS = "、，,的:：;；"
_JOINTS = _MARKS + "和与及"
_NOTE = re.compile("[\\[［〔【]\\d{1,3}[\\]］〕】]|[①-⑳]")
"""The mark of a note: 三级[9], “四小园”③."""
_SUMS = ("总和", "饱和", "缓和", "普及", "涉及", "惠及", "波及", "触及", "参与")
"""Words that end like a joint."""


def tidy(name: str) -> str:
    """A name without blanks, fillers, dangling joints and a quotation mark that lost its partner."""
    if not name.isalnum():
        name = "".join(name.replace(FILLER, "").split())
    name = name.lstrip(_MARKS)
    if name[-1:] in _JOINTS and not name.endswith(_SUMS):
        name = name.rstrip(_JOINTS)
    if "分别" in name:
        name = name.replace("分别", "", 1)
    if name.isalnum():
        return name
    name = _NOTE.sub("", name)
    if name.count("“") != name.count("”"):
        name = name.strip("“”" + _MARKS)
    return name


def split_list(name: str, *, commas_only: bool = False) -> list[str]:
    """Take a list of names apart: A、B和C; 〔“国千”“省千”人才〕 too; at 、 alone where 和 is part of the names."""
    parts: list[str] = []
    depth = 0
    start = 0
    position = 0
    for match in (_COMMAS if commas_only else _SPLIT).finditer(name):
        at = match.start()
        depth += sum(name.count(c, position, at) for c in "（(《") - sum(
            name.count(c, position, at) for c in "）)》"
        )
        depth += name.count("“", position, at) - name.count("”", position, at)
        position = at
        if depth <= 0 and at > start:
            parts.append(name[start:at])
            start = match.end()
    parts.append(name[start:])
    split = [piece for part in parts for piece in _QUOTED.split(part)]
    return [part for part in split if part]


def complete(parts: list[str]) -> list[str]:
    """Give each member of a list the head that only the last one spells out.

    城镇、农村居民人均可支配收入 → 城镇居民人均可支配收入, 农村居民人均可支配收入; 基本养老、医疗保险参保率 → each with
    保险参保率. A member that ends like the last one is complete already.
    """
    last = parts[-1]
    if parts[:-1] and last.startswith("三产业") and all(part in ("一", "二") for part in parts[:-1]):
        return ["第" + part + last[1:] for part in (*parts[:-1], "三")]
    if len(parts) > 1 and (whole := opposite(last, parts[-2])):
        return [*parts[:-1], whole]
    if "两级" in last:
        last = last.replace("两级", "")
    done = [_completed(part, last) for part in parts[:-1]]
    heads = [whole[len(part) :] for whole, part in zip(done, parts, strict=False) if whole is not part]
    if heads and len(heads) < len(done):
        done = [
            part + heads[-1] if whole is part and not part.endswith(STATISTICS) else whole
            for whole, part in zip(done, parts, strict=False)
        ]
    return [*done, last]


_OPPOSITES = {
    "支出": "收入", "贷款": "存款", "贷款余额": "存款余额", "进口": "出口", "出口": "进口",
}  # fmt: skip
"""Statistics that share what stands before the first of two: 一般公共预算收入、支出."""


_VISITS = re.compile("(?:接待)?(?:总)?(?:人次|人数)数?$")
_AREA = re.compile("(?:播种|种植|栽播|播栽|栽培|栽种|养殖|播)?面积$|(?:播种|种植|栽播|播栽)$")
_YIELDS = frozenset(words("产量 总产量 总产 单产 亩产 产值 总产值 年产值"))


def opposite(name: str, before: str) -> str:
    """支出 behind 一般公共预算收入 → 一般公共预算支出; empty where the two are no such pair.

    产量 behind 粮食播种面积 → 粮食产量; 收入 behind 旅游接待人次 → 旅游收入.
    """
    if name in _YIELDS and (area := _AREA.search(before)) and area.start():
        return before[: area.start()] + name
    if name in ("收入", "总收入", "综合收入") and (visits := _VISITS.search(before)) and visits.start():
        return before[: visits.start()] + name
    other = _OPPOSITES.get(name)
    if other and before.endswith(other) and len(before) > len(other):
        return before[: -len(other)] + name
    return ""


def _completed(part: str, last: str) -> str:
    """``part`` with what it shares with ``last``."""
    if part.isascii() and (token := _TOKEN.match(last)):
        return part + last[token.end() :]
    insured = _INSURANCE.match(last)
    if insured and part.endswith(_INSURANCES):
        return part + last[insured.end() :]
    if part[-1] in '”"' and last[0] in '“"':
        close = max(last.rfind("”"), last.rfind('"'))
        return part + last[close + 1 :] if 0 < close < len(last) - 1 else part
    if part[-1] == last[-1] or len(part) >= len(last) or part.endswith(STATISTICS):
        return part
    if part[-1] in '”"':
        return part + last[-1] if last[-1] in "数率额量" else part
    if len(part) <= 3 or part.endswith(_REGIONS):
        for region in _REGIONS:
            if last.startswith(region):
                return part + last[len(region) :]
    for length in (2, 1):
        at = last.find(part[-length:], 1)
        if len(part) >= length and 0 < at < len(last) - length:
            return part + last[at + length :]
    if (
        part[-1] in _WHOLES
        and (at := max(last.rfind(c) for c in _WHOLES) + 1)
        and 2 <= len(last) - at < len(last)
    ):
        return part + last[at:]
    if len(part) * 2 <= len(last):
        return part + last[len(part) :]
    if last.endswith(STATISTICS) and len(part) <= 10 and 4 < len(last) <= 10:
        return part + last[2:]
    return part


_TOKEN = re.compile(r"[A-Za-z0-9.]+")
_WHOLES = "地区面县村城镇厂校院园市州省河湖井站"
"""What places end with; where the first member of a list does, the shared head follows such a place in the last."""
_INSURANCES = ("养老", "医疗", "失业", "工伤", "生育")
_INSURANCE = re.compile("(?:养老|医疗|失业|工伤|生育)(?=保险|参保)")
"""Social insurances, whose shared head is cut anywhere: 基本养老、医疗|保险参保率."""


def shared_ending(names: list[str]) -> str:
    """The longest ending that all names share: 参保人数 of 基本养老保险参保人数 and 基本医疗保险参保人数."""
    first = min(names, key=len)
    length = 0
    while length < len(first) - 1 and all(name[-length - 1] == first[-length - 1] for name in names):
        length += 1
    ending = first[len(first) - length :]
    return ending[2:] if ending.startswith("保险") else ending


_INDUSTRIES = ("第一产业", "第二产业", "第三产业")
_PAIRS = {
    "城乡": ("城镇", "农村"), "存贷款": ("存款", "贷款"), "三次产业": _INDUSTRIES, "一二三产业": _INDUSTRIES,
    "一二三产": _INDUSTRIES,
}  # fmt: skip
"""Words that speak of several things at once, and what they are each."""


def both(name: str) -> list[str]:
    """城乡居民收入 → 城镇居民收入, 农村居民收入; 存贷款余额 → 存款余额, 贷款余额; else the name alone."""
    for pair, members in _PAIRS.items():
        at = name.find(pair)
        if at >= 0:
            return [name[:at] + member + name[at + len(pair) :] for member in members]
    return [name]


_OF_PHRASES = frozenset(("用于", "经", "有"))
"""Openings that belong to what follows where that qualifies a noun: 用于轻工业的支出, 经省政府批准的职工大学."""


def strip_opening(text: str, start: int, end: int, home: tuple[str, ...] = ()) -> int:
    """Return where the name in ``text[start:end]`` begins, behind 其中, 预计, 今年, 到2020年 and the like.

    ``home`` are the words for the report's own territory (全市), which open a name and are no part of it, either.
    """
    while start < end:
        character = text[start]
        lengths = OPENING_LENGTHS.get(character)
        if lengths:
            for length in lengths:
                word = text[start : start + length]
                if length > end - start or word not in OPENINGS:
                    continue
                if length == end - start and word in NOUNS_TOO:
                    continue
                if word in _OF_PHRASES and "的" in text[start + length : end - 1]:
                    continue
                if word not in OPENING_BARRED or text[start + length : start + length + 1] not in _bars(word):
                    start += length
                    break
            else:
                lengths = None
        if lengths:
            continue
        behind = behind_opening(text, start, end)
        if behind > start:
            joint = text[behind : behind + 1] in ("和", "与", "及")
            start = behind + (joint and behind_opening(text, behind + 1, end) > behind + 1)
            continue
        if character in "、,.-=·①②③④⑤⑥⑦⑧⑨⑩":
            start += 1
            continue
        behind = territory.behind_opening(text, start, end, home) if home else start
        if behind == start:
            break
        start = behind
    return start


def _bars(word: str) -> str:
    """What may not follow an opening; never empty, so that the end of a text bars nothing."""
    return OPENING_BARRED[word] or "\0"


_INSIDE_WORDS = {
    "由": ("自事理缘", ""), "向": ("方导取定转趋面意走动倾", ""), "为": ("行作成称认", ""), "占": ("侵抢", ""), "获": ("收捕查", ""),
    "均": ("人户亩平日年月", "衡"), "都": ("首成古", "市"), "接受": ("直", ""), "接入": ("直", ""), "积极": ("", "分性因心"), "直接": ("", "融投经税债补引"), "共同": ("", "富体"), "对": ("结针绝相应校核面反比配一双派", "外口接台标照象等俄港虾手策抗"),
    "分布": ("", "式"), "运行": ("", "图"), "使用": ("", "权量面"), "提供": ("", "商者"), "通过": ("", "率"),
    "安装": ("", "工队"), "完成": ("", "率"), "实现": ("", "率"), "持续": ("", "力"), "稳定": ("", "器"), "解决": ("", "率"),
    "复工": ("", "率"),
}  # fmt: skip
"""Characters before and behind a predicate with which it is one word of the noun: 自|由|贸易, 群众直|接受|益."""


def _is_joined(text: str, at: int, word: str) -> bool:
    """Whether a word at ``at`` is no predicate, but part of a noun."""
    before, behind = _INSIDE_WORDS.get(word, ("", ""))
    following = text[at + len(word) : at + len(word) + 1]
    return text[at - 1] in before or following == "的" or (following or "\0") in behind


def split_predicate(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the noun at ``start`` ends and what is said of it begins: 村庄|完成景区化改造.

    Returns the end of the noun and the start of the predicate without its adverbs; both ``end`` where nothing is said.
    """
    position = start + 1
    while position < end:
        character = text[position]
        if character == '"':
            close = text.find('"', position + 1, end)
            position = close + 1 if close >= 0 else position + 1
            continue
        if character == "(":
            close = text.find(")", position + 1, end)
            position = close + 1 if close >= 0 else position + 1
            continue
        if (
            character == "在"
            and position - start >= 2
            and text[position + 1 : position + 2] not in OPENING_BARRED["在"]
        ):
            return position, position
        if text[position - 1] in "未已待不拟" or (
            text[position - 1] == "新" and text[position - 2 : position - 1] not in ("更", "创", "革", "全")
        ):
            position += 1
            continue
        for length in PREDICATE_LENGTHS.get(character, ()):
            word = text[position : position + length]
            if word in PREDICATES and position + length <= end and not _is_joined(text, position, word):
                return position, position
        position += 1
    return end, end
