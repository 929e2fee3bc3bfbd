"""Headings of a report's main parts, told by their words where they have no number."""

from __future__ import annotations

import re

from hzview.importing.chinese import simplified

_WHEN = r"(?:19|20)\d{2}年|过去|今年|今后|明年|去年|“?[一二三四五六七八九十]{1,2}五”?|本届|[一二三四五]年来|新一届|下一步|下一阶段|主要"
_WHAT = r"回顾|成就|成绩|成效|任务|安排|打算|目标|建议|部署|工作|思路|要求|意见|情况|重点|规划|进展|发展概况"
_MAIN = re.compile(
    rf"(?:[^，。]{{0,6}}(?:{_WHEN}))[^。]{{0,30}}(?:{_WHAT})[^。]{{0,24}}"
    r"|[^。，]{0,14}建设[^。，]{2,12}政府|[^。]{0,12}(?:工作|发展)(?:的)?回顾|[^。]{0,14}政府自身(?:改革和)?建设[^。]{0,8}"
    r"|.{0,12}(?:工作安排|重点工作|主要任务|工作任务)(?:建议)?"
)
_SENTENCE = re.compile(r"[是为][：:]|\d(?:%|％|万|亿|元)")
_LONGEST = 40


def is_main_title(text: str) -> bool:
    """Whether a line reads as the heading of a main part: 2020年工作任务, 过去五年工作回顾, 加强政府自身建设."""
    if len(text) > 2 * _LONGEST:
        return False
    compact = simplified(text).replace(" ", "")
    if _SENTENCE.search(compact):
        return False
    if not 4 <= len(compact) <= _LONGEST or compact[-1] in "。！；，、：？:;,!?…":
        return False
    return _MAIN.fullmatch(compact) is not None and compact.count("，") <= 1
