"""Whose government reports: names of places and the level of their governments."""

from __future__ import annotations

import re

from hzview.importing.chinese import HAN

STATE = "国务院"
"""Region of the reports of the central government."""
_MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})
# Cities of prefecture level (GB/T 2260, division codes xx01–xx99 of the provinces), with those that were renamed or
# merged in the years that reports are from: 襄樊, 思茅, 巢湖, 莱芜. Every other 市 is of county level.
_CITIES = """
    石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水
    太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特
    包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 沈阳 大连
    鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛
    长春 吉林 四平 辽源 通化 白山 松原 白城 哈尔滨 齐齐哈尔 鸡西
    鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 南京 无锡
    徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州
    宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖
    蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 巢湖 六安
    亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德
    南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南
    青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 莱芜 临沂
    德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作
    濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰
    宜昌 襄阳 襄樊 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 长沙 株洲
    湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 广州
    韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾
    河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州
    北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚
    三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山
    南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺
    毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 思茅 临沧 拉萨
    日喀则 昌都 林芝 山南 那曲 西安 铜川 宝鸡 咸阳 渭南 延安 汉中
    榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉
    庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐
    克拉玛依 吐鲁番 哈密
    """
_PREFECTURES = frozenset(name + "市" for name in _CITIES.split())
# Autonomous regions and prefectures by their full names; people write 伊犁州, 新疆 and 宁夏自治区.
_AUTONOMOUS_NAMES = """
    内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区 延边朝鲜族自治州
    恩施土家族苗族自治州 湘西土家族苗族自治州 阿坝藏族羌族自治州 甘孜藏族自治州 凉山彝族自治州
    黔西南布依族苗族自治州 黔东南苗族侗族自治州 黔南布依族苗族自治州 楚雄彝族自治州
    红河哈尼族彝族自治州 文山壮族苗族自治州 西双版纳傣族自治州 大理白族自治州 德宏傣族景颇族自治州
    怒江傈僳族自治州 迪庆藏族自治州 临夏回族自治州 甘南藏族自治州 海北藏族自治州 黄南藏族自治州
    海南藏族自治州 果洛藏族自治州 玉树藏族自治州 海西蒙古族藏族自治州 昌吉回族自治州
    博尔塔拉蒙古自治州 巴音郭楞蒙古自治州 克孜勒苏柯尔克孜自治州 伊犁哈萨克自治州
    """
_AUTONOMOUS = _AUTONOMOUS_NAMES.split()
_PROVINCES_NAMES = """
    北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省
    福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省
    甘肃省 青海省
    """
_PROVINCES = _PROVINCES_NAMES.split()
_LONG_STEMS = ("内蒙古", "黔西南", "黔东南", "西双版", "博尔塔", "巴音郭", "克孜勒")
_BARE_UNITS = frozenset(
    {"自治区", "自治州", "自治县", "自治旗", "地区", "新区", "林区", "特区", "特别行政区"}
)
_STANDS_OUT = {"province": 3, "prefecture": 4}
"""Times that a text names the place that it is from, at the least; a county names the city around it, too."""
# Sites of the governments of provinces (www.zj.gov.cn), as gov.cn lists them.
_SITES_NAMES = """
    bj 北京市 beijing 北京市 tj 天津市 sh 上海市 shanghai 上海市 cq 重庆市 hebei 河北省 shanxi 山西省
    nmg 内蒙古自治区 ln 辽宁省 jl 吉林省 hlj 黑龙江省 js 江苏省 jiangsu 江苏省 zj 浙江省 ah 安徽省
    fujian 福建省 fj 福建省 jiangxi 江西省 shandong 山东省 henan 河南省 hubei 湖北省 hunan 湖南省
    gd 广东省 gxzf 广西壮族自治区 hainan 海南省 sc 四川省 guizhou 贵州省 yn 云南省 xizang 西藏自治区
    shaanxi 陕西省 gansu 甘肃省 gs 甘肃省 qinghai 青海省 qh 青海省 nx 宁夏回族自治区
    xinjiang 新疆维吾尔自治区
    """
_SITES = dict(re.findall(r"(\w+) (\w+)", _SITES_NAMES))
_SITE = re.compile(r"//(?:www\.)?([a-z]+)\.gov\.cn(?:[/:]|$)")
_UNIT = r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|林区|特区|省|市|州|盟|县|区|旗)"
# 我市, 全省, 本县 and 各市 are no names.
_DEICTIC = re.compile(r"^(?:我|全|本|各|该|此|外|两|几|每|其他|所有|一个|这个|设)")
_OUTER = re.compile(
    rf"^(?:中华人民共和国)?(?P<province>{HAN}{{2,7}}?(?:省|自治区)|北京市|天津市|上海市|重庆市)?"
    rf"(?P<city>{HAN}{{2,10}}?(?:自治州|地区|盟|市))?"
    rf"(?P<own>{HAN}{{1,12}}?{_UNIT})$"
)


def region_in(text: str) -> str:
    """Return the place that ``text``, a name with its province perhaps before it, names; empty if it names none.

    福建省晋江市 → 晋江市; 我市 → nothing.
    """
    text = re.sub(r"[\W\d_a-zA-Z]+|^\d*年|年度?$", "", text).lstrip("年")
    text = re.sub(r"(省|市|州|县|区|旗)\1$", r"\1", text)
    if text in {"国务院", "全国", "中华人民共和国", "中央", "国家"}:
        return STATE
    own = _OUTER.match(text)
    if (
        own is None
        or _DEICTIC.match(text)
        or _DEICTIC.match(own.group("own"))
        or own.group("own") in _BARE_UNITS
    ):
        return ""
    return _full_name(own.group("own"))


def _full_name(name: str) -> str:
    """Return the full name of an autonomous region or prefecture that is named shortly; any other name as it is."""
    for unit in ("自治区", "自治州", "州"):
        stem = name.removesuffix(unit)
        if stem != name and len(stem) >= 2:
            kind = "自治区" if unit == "自治区" else "自治州"
            full = [known for known in _AUTONOMOUS if known.startswith(stem) and known.endswith(kind)]
            return full[0] if len(full) == 1 else name
    return name


def named_most(text: str, level: str) -> tuple[str, int]:
    """Return the place of a level that a text names most, and how often; an empty name where none stands out.

    A report that says 我省 throughout still names itself (浙江精神, 浙商 aside) far oftener than any other place.
    """
    if level == "province":
        known = [*_PROVINCES, *(name for name in _AUTONOMOUS if name.endswith("区"))]
    else:
        known = [*_PREFECTURES, *(name for name in _AUTONOMOUS if name.endswith("州"))]
    counts = sorted(((text.count(short_name(name)), name) for name in known), reverse=True)
    (most, name), (second, _) = counts[0], counts[1]
    return (name, most) if most >= _STANDS_OUT[level] and most >= 2 * second else ("", 0)


def site_of(address: str) -> str:
    """Return the province whose government has the site at ``address``; empty for any other address."""
    site = _SITE.search(address)
    return _SITES.get(site.group(1), "") if site else ""


def short_name(name: str) -> str:
    """Return a place's name without its unit: 浙江, 湖州, 内蒙古, 红河."""
    if name in _AUTONOMOUS:
        return name[:3] if name.startswith(_LONG_STEMS) else name[:2]
    return name.removesuffix("省").removesuffix("市")


def level_of(region: str) -> str:
    """Return the level of a region's government: state, province, prefecture, county or empty."""
    if not region:
        return ""
    if region == STATE:
        return "state"
    if region in _MUNICIPALITIES or region.endswith(("省", "自治区", "特别行政区")):
        return "province"
    if region.endswith(("自治州", "地区", "盟", "州")) or region in _PREFECTURES:
        return "prefecture"
    return "county"
