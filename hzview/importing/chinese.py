"""What a Chinese character is to the patterns of an import."""

from __future__ import annotations

HAN = r"[^\W\d_a-zA-Z]"
"""One Chinese character: a letter that is not Latin, 〇 included.

The blocks of Unicode say it more exactly, and take a millisecond to compile in each pattern; there are fifty.
"""

# Traditional characters of the words that titles, headings and names of places are told by; a text keeps its own.
_TRADITIONAL = (
    "報會議長區縣務國總當屆顧結績劃規體進設發經濟業續過來時實現從對開關於這們個為與後還應處點問題構強農產動決盡權條單並縮減穩優質環廣變種類術職責"
    "頭鎮鄉歲廳備際機說見錄詞釋註義語專項黨記書貫徹學習帶領導聯係統籌計確爭達標無線雲臨陽遼龍寧蘇滬陝貴滿漢嶺麗濱烏魯齊慶張馬紹興衛東門許陳劉趙吳鄭孫錢楊韓馮蔣鄧羅謝賀顏"
)
_SIMPLIFIED = (
    "报会议长区县务国总当届顾结绩划规体进设发经济业续过来时实现从对开关于这们个为与后还应处点问题构强农产动决尽权条单并缩减稳优质环广变种类术职责"
    "头镇乡岁厅备际机说见录词释注义语专项党记书贯彻学习带领导联系统筹计确争达标无线云临阳辽龙宁苏沪陕贵满汉岭丽滨乌鲁齐庆张马绍兴卫东门许陈刘赵吴郑孙钱杨韩冯蒋邓罗谢贺颜"
)
_SIMPLER = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(text: str) -> str:
    """Return ``text`` as the rules of an import know it: 政府工作報告 → 政府工作报告; as long as it was."""
    return text.translate(_SIMPLER)
