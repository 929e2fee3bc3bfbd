"""Value, unit, bound and measure of figures, whatever they are named: each kind in several wordings, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.figures import Figure, extract
from tests.unit.figures.reports import report
from tests.unit.figures.test_numerals import chinese


def said(figure: Figure) -> str:
    """Write what a figure says, without its name."""
    value = f"{figure.value:f}" + ("" if figure.value_to is None else f"..{figure.value_to:f}")
    return f"{figure.text} {figure.measure} {figure.bound} {value} {figure.unit}".rstrip()


def read(text: str, role: str = "review") -> list[str]:
    """What all figures of a text say."""
    return [said(figure) for figure in extract(report(text, role))]


ROUND = {
    "接待游客首次突破千万人次。": ["千万人次 level > 1000 万人次"],
    "快递业务量突破百亿件，市场主体增加超过百万户。": ["百亿件 level > 100 亿件", "百万户 change > 100 万户"],
    "境外办企业累计已超百家，院士工作站近百家。": ["百家 level > 100 家", "百家 level ~ 100 家"],
    "惠民演出千余场，培训百余人。": ["千余场 level > 1000 场", "百余人 level > 100 人"],
    "生猪出栏百万头以上。": ["百万头 level >= 100 万头"],
    "缺电十亿度，腾出电力一亿度。": ["十亿度 level = 10 亿度", "一亿度 level = 1 亿度"],
    "十几万民工围垦，增加十几亿元。": ["十几万 level > 10 万", "十几亿元 change > 10 亿元"],
    # classes, idioms and what says no number
    "壮大百亿元企业，实施百万亩国家储备林项目，上百家企业、数十家单位、几千名专家。": [],
    "千家万户喜迎百年大庆，百人会议万里长征。": [],
}
DIGITS = {
    "近8成的项目已落地，产量占全国9成。": ["8成 level ~ 8 成", "9成 level = 9 成"],
    "实施988个亿元以上项目，8个案例入选，建设20个人文社科基地和60个年度重大项目。": [
        "988个 level = 988 个",
        "8个 level = 8 个",
        "20个 level = 20 个",
        "60个 level = 60 个",
    ],
    "投资3个亿。": ["3个亿 level = 3 个亿"],
    "收入倍差缩小到1.98以内，价格指数控制在103以内，收入比降至2.2。": [
        "1.98 level <= 1.98",
        "103 level <= 103",
        "2.2 level = 2.2",
    ],
    "优良天数达254天，增加18天；动画产品1.74万分钟。": [
        "254天 level = 254 天",
        "18天 change = 18 天",
        "1.74万分钟 level = 1.74 万分钟",
    ],
    "涉及5300多个税目。": ["5300多个 level > 5300 个"],
    "考核连续3次获全国先进，连续三届蝉联，召开3次会议。": ["3次 level = 3 次"],
    "支持1700所以上中小学。": ["1700所 level >= 1700 所"],
    "贸易国家已达14o多个。": ["14o多个 level > 140 个"],
    # E100 is a name, 18 days are a duration, the ordinals are no places
    "宝骏E100成功上市，连续奋战18天，每年增加两个月休假。": [],
    "完成了八届人大三次会议确定的任务，普遍进行了四项基本原则的教育。": [],
    "利用外资从第二产业为主向第一、第三产业拓展。": [],
    "分别列全省第一、第二和第三位。": ["第一 rank = 1", "第二 rank = 2", "第三位 rank = 3 位"],
    "举办了三届论坛。": ["三届 level = 3 届"],
}
UNITS = {
    "全省投工6754万工，完成石方20万公方，棉布一亿公尺。": [
        "6754万工 level = 6754 万工",
        "20万公方 level = 20 万公方",
        "一亿公尺 level = 1 亿公尺",
    ],
    "核酸日检测能力16万管，帐篷31.3万顶，啤酒40万千升，路灯700余基，重大案件30多起。": [
        "16万管 level = 16 万管",
        "31.3万顶 level = 31.3 万顶",
        "40万千升 level = 40 万千升",
        "700余基 level > 700 基",
        "30多起 level > 30 起",
    ],
    # names that begin like a unit, a voltage, a slogan of magnitudes
    "建成零工市场，推行零基预算，三尺讲台，六尺巷，50万伏变电站，十百千万工程。": [],
}
RANGES = {
    "增加一百三十至二百三十万吨。": ["一百三十至二百三十万吨 change = 130..230 万吨"],
    "安排一百五十万至一百八十万平方米。": ["一百五十万至一百八十万平方米 level = 150..180 万平方米"],
    "单产八十斤到九十九斤。": ["八十斤到九十九斤 level = 80..99 斤"],
    "总产值五点六至六点七亿元。": ["五点六至六点七亿元 level = 5.6..6.7 亿元"],
    "参加者三千至一万人。": ["三千至一万人 level = 3000..10000 人"],
    "由八十斤提高到九十九斤。": ["八十斤 level = 80 斤", "九十九斤 level = 99 斤"],
}
LISTS = {
    "粮食面积和产量分别稳定在172万亩和14.3亿斤以上。": [
        "172万亩 level >= 172 万亩",
        "14.3亿斤 level >= 14.3 亿斤",
    ],
    "审批时限分别压减至90个、20个工作日以内。": ["90个 level <= 90 个", "20个工作日 level <= 20 个工作日"],
    "旅客和货物吞吐量分别突破600万人次和10万吨。": [
        "600万人次 level > 600 万人次",
        "10万吨 level > 10 万吨",
    ],
    "出口额、占比分别下降3亿元和2个百分点。": ["3亿元 change = -3 亿元", "2个百分点 change = -2 个百分点"],
    "电信业务总量、收入分别增长44.5%和1.9倍。": ["44.5% growth = 44.5 %", "1.9倍 growth = 1.9 倍"],
    # each number has a verb, or a noun, of its own
    "实现产值600亿元、增长10%以上。": ["600亿元 level = 600 亿元", "10% growth >= 10 %"],
    "培育过50亿元企业4家、科技企业3家。": [
        "50亿元 level > 50 亿元",
        "4家 level = 4 家",
        "3家 level = 3 家",
    ],
    "引进5亿元以上项目46个、10亿元以上15个。": [
        "5亿元 level >= 5 亿元",
        "46个 level = 46 个",
        "10亿元 level >= 10 亿元",
        "15个 level = 15 个",
    ],
}
BOUNDS = {
    "投资力争突破1000亿元。": ["1000亿元 level > 1000 亿元"],
    "规模已超过5000亿元，网点已近500家。": ["5000亿元 level > 5000 亿元", "500家 level ~ 500 家"],
    "民生投入超过财政总支出的80%。": ["80% level > 80 %"],
    "用不到全省6%的耕地贡献了10%的产量。": ["6% level < 6 %", "10% level = 10 %"],
    "成本接近全国的一倍。": ["一倍 level ~ 1 倍"],
    # above a place by points is a gap
    "增速超过全省平均水平0.2个百分点。": ["0.2个百分点 change = 0.2 个百分点"],
}
MEASURES = {
    "投资增长7.3%，大大低于1985年增长44.6%的速度。": ["7.3% growth = 7.3 %", "44.6% growth = 44.6 %"],
    "投资增长7.3%，比上年低4.6%。": ["7.3% growth = 7.3 %", "4.6% change = -4.6 %"],
    "加快5市集中供热工程建设，提速120万吨乙二醇项目建设。": ["5市 level = 5 市", "120万吨 level = 120 万吨"],
    "增速由低于全省1.1个百分点转为高于全省0.5个百分点。": [
        "1.1个百分点 change = -1.1 个百分点",
        "0.5个百分点 change = 0.5 个百分点",
    ],
    "经济增速加快2个百分点。": ["2个百分点 change = 2 个百分点"],
    "好于Ⅲ类水体比例达到85.7%。": ["85.7% level = 85.7 %"],
    "货币净回笼59亿元，比上年多回笼8.45亿元，存款比年初少增3亿元。": [
        "59亿元 level = 59 亿元",
        "8.45亿元 change = 8.45 亿元",
        "3亿元 change = -3 亿元",
    ],
    "利润降幅由10%收窄到5%，收入增幅由6%提高到8%。": [
        "10% growth = -10 %",
        "5% growth = -5 %",
        "6% growth = 6 %",
        "8% growth = 8 %",
    ],
    "贸易顺差36亿美元。": ["36亿美元 level = 36 亿美元"],
    "能耗降低2.33%的目标任务全面完成。": ["2.33% growth = -2.33 %"],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [case for cases in (ROUND, DIGITS, UNITS, RANGES, LISTS, BOUNDS, MEASURES) for case in cases.items()],
)
def test_fields(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_what_a_number_is_compared_with_is_of_its_own_year() -> None:
    text = "职工达到1019万人，比1952年的615万人增长66%。"
    figures = extract(report(text, "review"))
    assert [(figure.text, said(figure).split()[1], figure.period) for figure in figures] == [
        ("1019万人", "level", 2017),
        ("615万人", "level", 1952),
        ("66%", "growth", 2017),
    ]


@given(st.integers(1, 9000), st.integers(1, 900), st.sampled_from("至到-"), st.sampled_from(("", "万", "亿")))
def test_a_range_has_one_unit_however_it_is_written(low: int, more: int, joint: str, magnitude: str) -> None:
    """10至20万吨, 十至二十万吨, 十万至二十万吨 and 十万吨至二十万吨 are one range."""
    first, last = chinese(low), chinese(low + more)
    expected = (Decimal(low), Decimal(low + more), f"{magnitude}吨")
    written = [f"{first}{m}{joint}{last}{magnitude}" for m in {"", magnitude}]
    for number in (
        f"{low}至{low + more}{magnitude}",
        *written,
        f"{first}{magnitude}吨{joint}{last}{magnitude}",
    ):
        (figure,) = extract(report(f"钢产量{number}吨。", "review"))
        factor = {"": 1, "万": 10**4, "亿": 10**8}[figure.unit[:-1]]
        scale = {"": 1, "万": 10**4, "亿": 10**8}[magnitude]
        assert figure.value_to is not None
        assert (figure.value * factor, figure.value_to * factor) == (expected[0] * scale, expected[1] * scale)


@given(
    st.lists(
        st.sampled_from(("172万亩", "14.3亿斤", "98%", "35家", "1.2万人")),
        min_size=2,
        max_size=4,
        unique=True,
    ),
    st.sampled_from(("以上", "左右", "以内")),
    st.sampled_from(("、", "和")),
)
def test_what_bounds_the_end_of_a_list_bounds_all_of_it(amounts: list[str], bound: str, joint: str) -> None:
    *most, last = amounts
    figures = extract(report(f"各项指标分别达到{'、'.join(most)}{joint}{last}{bound}。", "tasks"))
    assert len(figures) == len(amounts)
    assert len({figure.bound for figure in figures}) == 1
    assert figures[0].bound != "="
