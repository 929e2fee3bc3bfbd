"""Appendices: 附件, 名词解释, 民生实事项目; what follows the body under headings of its own."""

from __future__ import annotations

import re

from hzview.importing.chinese import simplified
from hzview.importing.markers import marker
from hzview.importing.source import Line

_NUMBERED = re.compile(
    r"[（(【《]{0,2}(?:《?政府工作报告》?)?附(?:件|录|注|表)?[一二三四五六七八九十\d]{0,3}[：:、.．]?[）)】]{0,2}"
)
_WITH_TITLE = re.compile(r"(附(?:件|录|表)[一二三四五六七八九十\d]{1,3})[：:、.．]? ?(.{2,})")
_APPENDIX = re.compile(
    r"[（(【《]{0,2}(?:《?政府工作报告》?)?附(?:件|录|注|表|：|:|$)[一二三四五六七八九十\d]{0,3}[）)】]?(?:[：: 、.．]?.{0,40})?"
    r"|(?:[-*] ?)?(?:资料|材料)?[：:]?[（(【《\[]{0,2}[\w《》“”（）]{0,14}"
    r"(?:名词|用语|词语|术语|有关词汇|词汇|名词术语|专业术语|相关名词)(?:及[^。]{0,8})?(?:的)?(?:解释|注释|说明|注解|释义)[》】）)\]]{0,2}"
    r"(?:和说明)?[：:]?(?:[（(].{0,40}[）)])?[：:]?"
    r"|《?政府工作报告》?(?:注释|释义|解读|说明)"
    r"|注 ?释[：:]?"
)
_LONGEST = 50
_FAREWELL = re.compile(r"让我们|奋斗|谢谢|奋进|前进|贡献|胜利|努力")
_ADDRESS = re.compile(r"各位代表|同志们[！，：]")
_BEHIND_FAREWELL = 3
"""Lines below the last words of a report in which an appendix without 附件 before it may begin."""
_REMARK = ("注：", "注:", "（注", "备注")
_UNTITLED = "。！；，、？;,!?…）)"


def is_appendix_heading(text: str) -> bool:
    """Whether a line opens an appendix wherever it stands."""
    if len(text) > _LONGEST + 10:
        return False
    compact = simplified(text).replace(" ", "")
    return (
        len(compact) <= _LONGEST
        and _APPENDIX.fullmatch(compact) is not None
        and not compact.endswith(("。", "；"))
    )


def split_appendices(lines: list[Line]) -> tuple[list[Line], list[list[Line]]]:
    """Part the body from the appendices, each with its heading as its first line."""
    total = sum(len(line.text) for line in lines)
    seen = 0
    farewell = _farewell(lines)
    starts: list[int] = []
    for index, line in enumerate(lines):
        behind = 0 < index - farewell <= _BEHIND_FAREWELL if farewell >= 0 else False
        opens = seen * 3 > total and (
            is_appendix_heading(line.text) or (behind and not starts and _is_title(line))
        )
        second = bool(starts) and starts[-1] == index - 1 and _is_bare(lines[index - 1])
        if opens and not second:
            starts.append(index)
        seen += len(line.text)
    if not starts:
        return lines, []
    ends = [*starts[1:], len(lines)]
    return lines[: starts[0]], [lines[start:end] for start, end in zip(starts, ends, strict=True)]


def title_of(lines: list[Line]) -> tuple[str, str, int]:
    """Return number and title of an appendix, and how many of its lines they are: 附件1 | 2025年省十件民生实事."""
    first = lines[0].text.strip("【】[] ")
    below = lines[1] if len(lines) > 1 else None
    if _is_bare(lines[0]) and below is not None and (is_appendix_heading(below.text) or _is_title(below)):
        return first.rstrip("：:") + " ", below.text.strip("【】[] "), 2
    numbered = _WITH_TITLE.fullmatch(first)
    return (numbered.group(1) + " ", numbered.group(2), 1) if numbered else ("", first, 1)


def _is_bare(line: Line) -> bool:
    return _NUMBERED.fullmatch(line.text.replace(" ", "")) is not None


def _farewell(lines: list[Line]) -> int:
    """Index of the report's last words: a call to go forward behind which nobody is addressed any more; or -1."""
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].text
        if len(text) > 20 and text.endswith(("！", "!", "！”")) and _FAREWELL.search(text):
            return index
        if _ADDRESS.search(text):
            return -1
    return -1


def _is_title(line: Line) -> bool:
    text = line.text
    if not 4 <= len(text) <= 40 or text[-1] in _UNTITLED or text.startswith(_REMARK) or "|" in text:
        return False
    return marker(text) is None
