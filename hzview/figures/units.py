"""Units as data: what can follow a numeral, what it measures, and its base unit.

A unit is written as magnitude + unit (亿元, 万人次); the magnitudes are in ``numerals``. Factors are exact and follow the
national definitions: 1亩 = 2000/3平方米, 1斤 = 500克, 1里 = 500米. The list of classifiers is what follows a number at
least five times in 674 reports of 1954–2025, with the words that such a character may begin instead (5家庭, 3条例).
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction


class Family(StrEnum):
    """What a unit measures."""

    MONEY = "money"
    SHARE = "share"
    """Percent and its kin: a part of a whole or a relative change."""
    POINTS = "points"
    """Percentage points: the difference of two shares, never a share."""
    TIMES = "times"
    """Multiples of a base: 倍, 番."""
    COUNT = "count"
    """Things told off one by one, with their classifier."""
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    WEIGHT = "weight"
    POWER = "power"
    ENERGY = "energy"
    TRAFFIC = "traffic"
    TIME = "time"
    DATA = "data"
    OTHER = "other"
    """Points of an index, decibels, degrees: nothing to convert."""


class Unit(NamedTuple):
    """One unit, without magnitude."""

    name: str
    """As it is written: 平方公里."""
    family: Family
    """What it measures."""
    ratio: str
    """How many of ``base`` one of it is, as a whole number or a fraction: 2000/3."""
    base: str
    """The unit that values are compared in; its own name where nothing converts to it."""
    barred: tuple[str, ...]
    """What, right behind it, makes another word of it: 5家|庭, 3条|例."""

    @property
    def factor(self) -> Fraction:
        """The ``ratio`` as a number."""
        return _fraction(self.ratio)


@cache
def _fraction(ratio: str) -> Fraction:
    """Read a ratio. Numbers are made of the few that something is converted by: figures alone need none."""
    from fractions import Fraction

    return Fraction(ratio)


# A line: family, then its units; `=factor base` converts, `!a,b` bars what may not follow.
_TABLE = """
money 个亿=100000000,元!元,级,斤,千,吨,美,人,立,平,标 元!素,旦,宵,宇 块钱=1,元 元人民币=1,元 美元 美金=1,美元 港元 港币=1,港元 欧元 日元 英镑 卢布 新台币 澳门元
share % ‰=1/10,% /万=1/100,% /10万=1/1000,% /十万=1/1000,%
points 个百分点 百分点=1,个百分点 个千分点=1/10,个百分点 千分点=1/10,个百分点 个基点=1/100,个百分点 基点=1/100,个百分点
times 倍!增 番!茄,号
length 公里=1000,米 千米=1000,米 华里=500,米 海里=1852,米 延米=1,米 延长米=1,米 厘米=1/100,米 毫米=1/1000,米
length 公尺=1,米 尺=1/3,米!寸,度 米!粒,袋,跨,见 里!程,面,弄 km=1000,米 皮长公里 芯公里 车道公里 单线公里 双线公里 管孔公里 沟公里
area 平方公里=1000000,平方米 平方千米=1000000,平方米 平方米 平米=1,平方米 公顷=10000,平方米 亩=2000/3,平方米!均,产
area 顷=200000/3,平方米 公亩=100,平方米
volume 立方米 公方=1,立方米 千升=1,立方米 立方=1,立方米!千,公 方=1,立方米!面,案,向,式,便,阵,针,米,位,志,略,法,言,块,圆 升=1/1000,立方米!级,至,到,学,规,格,高,温,旗
weight 吨!级,位 公吨=1,吨 公斤=1/1000,吨 千克=1/1000,吨 斤=1/2000,吨 市斤=1/2000,吨 克=1/1000000,吨!服,隆,拉,难
weight 重量箱 毫克=1/1000000000,吨 微克=1/1000000000000,吨 担=1/20,吨!当,任,保,负,心,忧 市担=1/20,吨 载重吨 总吨 综合吨 折纯吨
weight 吨标准煤 吨标煤=1,吨标准煤 吨标准油 千克标准煤=1/1000,吨标准煤 吨二氧化碳 吨二氧化碳当量=1,吨二氧化碳 吨当量
power 千瓦 兆瓦=1000,千瓦 吉瓦=1000000,千瓦 瓦=1/1000,千瓦 kW=1,千瓦 MW=1000,千瓦 GW=1000000,千瓦 千伏安 兆伏安=1000,千伏安
power 马力 蒸吨 kVA=1,千伏安 MVA=1000,千伏安 千瓦装机=1,千瓦 峰瓦=1/1000,千瓦
energy 安时 千瓦时 千瓦小时=1,千瓦时 兆瓦时=1000,千瓦时 kWh=1,千瓦时 MWh=1000,千瓦时 GWh=1000000,千瓦时 吉焦 度!假,过,电厂
traffic 吨公里 人公里 换算吨公里 吨海里 标箱 标准箱=1,标箱 标准集装箱=1,标箱 TEU=1,标箱 吨·公里=1,吨公里 人·公里=1,人公里
time 岁 周岁=1,岁 天!津,然,气,河,府,台,山,宫,空,地 个工作日 工作日=1,个工作日 学时 课时 小时 个小时=1,小时 分钟 秒 毫秒
data GB TB PB MB 兆!瓦,伏,帕 Gbps Tbps Mbps kbps PFLOPS P FLOPS EFLOPS 标准机架 机架
other 摄氏度 分贝 个点 点!位,多,击,对,状,名,亮,评,赞,火,钟,半,前,后,上,在,面 分!钟,之,别,类,布,配,析,公司,会,校,行,局,部,区,为,成,期,批,步,级,管,包,子,贝,享,院,量,流,红,开,解,层,离,工,担,散,歧,厂,段,支,店
count 人!才,大代表,大会,大常委,大议案,大建议,大工作,大及其,民,口,员,均,力资,们,物,工智能,工湿地,文,居环境,道主义,生
count 人次 户!籍,均,外,口,型 户次 件次 家次 项次 架次 班次 场次 批次 车次 辆次 艘次 例次 门次 台次 人天 课次 期次 趟次
count 间次 航次 宗次 笔次 剂次 剂 台套 台(套) 台/套 套(件) 套(户) 户(套) 套(间) 条(段) 县(市) 县(区) 县(市、区) 件套 个次 个(次) 家(次) 处(个) 个(处) 个(家) 家(个) 项(个) 个(项)
count 个航班 个车位 个泊位 个床位 个学位 个席位 个标箱 个机架 个方面 方面 个名额 名额 个岗位 张床位 车位 泊位 床位 学位
count 个!月,年头,世纪,小时,星期,礼拜,季度,学期,学年,工作日,百分,千分,人所,人信,人消,性,体户,体工商,体经营,税改,税起,税制,税政,税收,税缴,税专,税征,税扣,税费,税减,税优,税等,别,旬,代表,转企
count 家!庭,园,长,具,政,属,畜,禽,喻户晓 件!套 项!目,基本原则 条!例,约,款,理,龙 名!单,录,称,牌,优特,誉,义,镇,村,列,酒,次,胜
count 所!有,在地,得,属,谓,需 座!谈,位 处!理,置,于,在,罚,长 台!县,河,山,风,湾,商,胞,资,账,阶,地,式,州 套!牌,用,取,利,餐
count 辆 艘 架!空,构,设 列!入,席,为,车,明,举 班!子,组,级,列,车 场!所,地,馆,景,面,合,域
count 次!产业,生,要,于,党,全会,全委会,全体,代表,日,数,贷,高峰 批!准,复,发,量,评,示,而 期!货,间,末,满,限,待,盼,望,刊,债 届!人大,人民,政协,全国人,全国政,中央,省人,省委,省政,市人,市委,市政,区人,区委,县人,县委,常委,委员,党,一次,二次,三次,四次,五次,六次,一中,二中,三中,四中,五中,六中,七中
count 部!门,分,队,委,长,级,署,位,属,落 种!植,子,类,粮,养,业,苗,猪,畜,鸡 类!型,似,别,地,标,水
count 门!峡,县,户,类,诊,口,槛,前,店,票,头,窗 只!有,要,是,能,会,需,争,为,做,进,跑,减,增 头!条,部,号,等,脑,羊,雁,衔
count 口!岸,径,粮,号,碑,感,头,腔,袋 眼!科,镜,前,界,光 棵 株!洲 幢 栋!梁 间!接,隔,的,距 张!家,贴,江,掖,北
count 份!额,子 本!科,级,地,市,省,土,届,质,次,月,年,区,县,周,行,报 册 篇!章,幅 幅!度 封 例!如,外 眼井=1,眼
count 起!来,步,到,点,草,诉,飞,降,航,重机,重设,重运,势,义,始 宗!旨,教 笔!试,记 对!外,口,接,标,于,应,全,比,策,象,立,重,经,违
count 支!持,撑,付,出,柱,农,援,配,部,边 股!份,权,东,金,票,改 轮!换,岗,作,候,胎,渡 颗 枚 块!状,茎,头 片!区,面,段
count 段!位,落 道!路,德,理,地,口 款!项,式 单!位,元,一,个,项,独,体,产,列,边 票!房,据,价 县!域,城,级,市区,委,政,乡,处
count 位!于,居,列,置,次,数,移 趟 匹!配 羽 尾!气,矿,水 盏 锭 团!队,结,体,购,圆,员,委 组!织,合,建,装,团,长,成
count 国!家,际,内,有,企,道,省,税,土,外 市!场,民,级,委,政,直,区,县,域,值,长,辖,属,州,郊 区!域,县,级,委,间,划,位,块,政,长
count 镇!区,村,街,级,域,政 村!民,庄,级,居,镇,容,集,卫,务,委,组,社 乡!镇,村,亲,贤,愁,土,风,级 省!级,市,道,定,委,政,部
count 工!业,程,作,艺,人,商,会,信,厂,矿,资,地,具,农,伤,龄,序,种,时,读,期,房,匠,友,贸,学,段,委,科,青,行,况,效,装,部,建,投,改,本,类,量,率,验,复,交,口,长,日
count 顶!级,层,尖,部,目,岗,点,替,天,住 管!理,道,网,线,委,控,廊,护,辖,制,教,家,党,住,好,区,片 基!本,础,地,金,层,因,于,建,站,准,点,调,督,数,诺 棒!球 印张
count 车!位,辆,间,道,站,主,流,型 箱!式,涵 瓶 袋 枝 帧 艇 粒!子 床!位,上
"""


def _read() -> dict[str, Unit]:
    """Read the table above."""
    units: dict[str, Unit] = {}
    for line in _TABLE.split("\n"):
        family, *entries = line.split() or [""]
        for entry in entries:
            entry, _, barred = entry.partition("!")
            name, _, factor = entry.partition("=")
            by, _, base = factor.partition(",")
            follow = tuple(barred.split(",")) if barred else ()
            units[name.lower()] = Unit(name, Family(family), by or "1", base or name, follow)
    return units


UNITS = _read()
"""Every unit by its folded name, without magnitudes."""

_MAGNITUDES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2}
_SHOWN_INSTEAD = {
    "亩": ("平方公里", "公顷"), "公顷": ("平方公里", "亩"), "平方公里": ("亩", "公顷"), "斤": ("公斤", "吨"),
    "公斤": ("吨",), "里": ("公里",), "华里": ("公里",), "担": ("吨",), "兆瓦": ("千瓦",), "吉瓦": ("千瓦",),
    "‰": ("%",), "标准箱": ("标箱",),
}  # fmt: skip
"""Units that readers of today may want to see for one that a report uses."""


def split(unit: str) -> tuple[int, str]:
    """Split a unit as it is written into the factor of its magnitude and the unit: 万亩 → (10000, 亩).

    What is no known unit is returned whole, with the factor 1; a bare magnitude leaves an empty unit.
    """
    if unit.lower() in UNITS:
        return 1, unit
    for name, factor in _MAGNITUDES.items():
        if unit.startswith(name):
            more, rest = split(unit[len(name) :])
            return factor * more, rest
    return 1, unit


def base(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return a value in the base unit of its kind: 15万亩 → 100000000平方米. Units of no known kind stay as they are."""
    factor, name = split(unit)
    known = UNITS.get(name.lower())
    if known is None:
        return value * factor, name
    return _times(value, known.factor * factor), known.base


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """Return ``value`` of ``unit`` in the unit ``to``; None where the two do not measure the same."""
    amount, one = base(value, unit)
    factor, other = base(Decimal(1), to)
    if one != other:
        return None
    return amount / factor


def equivalents(value: Decimal, unit: str) -> tuple[tuple[Decimal, str], ...]:
    """Return a quantity in other units that a reader may know better: 15万亩 → 100平方公里, 1万公顷.

    Values are exact; the magnitude 万 or 亿 is chosen so that they stay short.
    """
    _, name = split(unit)
    found = []
    for other in _SHOWN_INSTEAD.get(name, ()):
        amount = convert(value, unit, other)
        if amount is None:
            continue
        for magnitude in ("亿", "万"):
            if abs(amount) >= _MAGNITUDES[magnitude]:
                amount, other = amount / _MAGNITUDES[magnitude], magnitude + other
                break
        found.append((amount, other))
    return tuple(found)


def _times(value: Decimal, factor: Fraction) -> Decimal:
    """Multiply exactly as far as a decimal can hold it."""
    return value * factor.numerator / factor.denominator
