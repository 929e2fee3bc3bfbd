"""The head of a report: title, meeting line and speaker stand before its first words; the rest there is page chrome."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hzview.importing.chinese import HAN, simplified
from hzview.importing.markers import Style, chinese_number, marker
from hzview.importing.source import Line, Removal
from hzview.importing.titles import is_main_title

_ADDRESSED = r"(?:[各名]位|尊敬的各位|尊敬的)?(?:人大)?(?:代表|同志[们們]?|主任)[们們]?|(?:尊敬的)?各位(?:领导|來賓|来宾|朋友|同志)[们們]?"
_OTHERS = r"[、，,]?(?:各位|同志[们們])"
# Those who preside are addressed with others, never alone: 主席团、各位代表：
# Each of several that are addressed ends where the next begins, so that there is but one way to take them apart.
SALUTATION = re.compile(
    rf"(?:(?:大会|大會)?主席[团團]?[、，, ]+)?(?:{_ADDRESSED})"
    rf"(?:[、，,]?(?:各位[^，。！：:](?:(?!{_OTHERS})[^，。！：:]){{0,7}}|同志[们們]))*[！!：:，,。]|同志[们們]"
)
_REPORT = re.compile(r"(?:政府)?工作报告|施政报告|政府工作的?报告")
_SPEAKER = re.compile(
    rf"(?:省长|市长|州长|县长|区长|旗长|盟长|主席|总理|专员|行政长官|主任)[ 　:：]*(?:{HAN}|[·])|^(?:{HAN}|[· ]){{2,10}}$"
)
DATE = re.compile(
    r"(?P<year>(?:19|20)\d{2}|[一二][〇○零OＯo０九八七六五四三二一]{3}) ?年 ?"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?(?P<day>\d{1,3}|[一二三四五六七八九十]{1,3}) ?日"
)
_PAGE_DATE = re.compile(r"今天|星期[一二三四五六日天]|\d{1,2}[:：]\d{2}|来源|发布|更新")
"""What stands beside a date that is the page's."""
_FIRST_WORDS = re.compile(
    r"(?:[现現]在|下面|这里|這裡)?[，,]?(?:由?我|受)[^。]{0,60}(?:报告|報告|审议|審議|审查|審查)"
)
"""How a report begins that addresses nobody: 我代表市人民政府向大会报告工作，请予审议。"""
_INTRODUCED = re.compile(r"小编|整理|编者|导语|转载|来源|欢迎|本文|下载")
_LEAST_SENTENCE = 10
_MEETING = re.compile(r"代表大会|会议上|次会议|人代会")
_CONGRESS = re.compile(
    r"第[^第，。]{1,6}[届屆][^，。]{0,4}(?:人民代表大[会會]|人大)(?:第[^，。]{1,4}次(?:[^，。]{0,2}[会會][议議])?上?[）)]?)?"
)
_BODY_LENGTH = 45
_SEARCHED = 80
_HEAD_LINES = 6
"""Lines above a salutation among which the head of the report stands."""


@dataclass(slots=True)
class Head:
    """What stood before the body."""

    titles: list[Line] = field(default_factory=list)
    """Lines that name the report, in order."""
    meeting: list[Line] = field(default_factory=list)
    """Lines with the date or the congress."""
    speaker: list[Line] = field(default_factory=list)
    """Lines with the speaker."""
    subtitles: list[Line] = field(default_factory=list)
    """Lines right below the title that are none of these: 关于第七个五年计划的报告."""
    rest: list[Line] = field(default_factory=list)
    """Anything else."""


def split(lines: list[Line]) -> tuple[Head, list[Line]]:
    """Part the head of a report from its body."""
    start = _body_start(lines)
    head = Head()
    for line in _whole_title(lines[:start]):
        _sort(line, head)
    return head, lines[start:]


def _whole_title(lines: list[Line]) -> list[Line]:
    """Join the two lines of a title or a meeting that is broken inside (政府工作报 | 告, 第十二届 | 人民代表大会)."""
    whole: list[Line] = []
    for line in lines:
        before = "".join(whole[-1].text.split()) if whole else ""
        compact = "".join(line.text.split())
        broken = len(before + compact) < 60 and not _REPORT.search(before) and not _REPORT.search(compact)
        found = _CONGRESS.search(before + compact)
        meets = found is not None and found.start() < len(before) < found.end()
        if before and (meets or (broken and _REPORT.search(before + compact))):
            whole[-1] = whole[-1].with_text(before + compact)
        else:
            whole.append(line)
    return whole


def removals(head: Head) -> list[Removal]:
    """Say what of the head does not stand in the body, and why."""
    kinds = (
        (head.titles, "标题，已记入 title"),
        (head.meeting, "日期与会议，已记入 date 和 meeting"),
        (head.speaker, "报告人，已记入 speaker"),
        (head.subtitles, "副标题"),
        (head.rest, "正文之前的页面文字"),
    )
    found = [Removal(line.number, line.text, reason) for lines, reason in kinds for line in lines]
    return sorted(found, key=lambda removal: removal.line)


def _body_start(lines: list[Line]) -> int:
    """Index of the first line of the body: the first salutation, else the first heading or paragraph.

    A salutation below a letter that sends the report round counts where the report's own head stands above it.
    """
    first = next((i for i, line in enumerate(lines[:_SEARCHED]) if _opens(lines, i, line)), 0)
    for index, line in enumerate(lines[:_SEARCHED]):
        if SALUTATION.match(line.text):
            return (
                index
                if index <= first or _has_head(lines[max(first, index - _HEAD_LINES) : index])
                else first
            )
    return first


def _opens(lines: list[Line], index: int, line: Line) -> bool:
    """Whether the body may begin with a line: running text, a first heading, a heading with text below it."""
    if _is_body(line) or _is_first_heading(line):
        return True
    if _is_first_sentence(line.text, lines[:index]):
        return True
    below = lines[index + 1] if index + 1 < len(lines) else None
    is_heading = is_main_title(line.text) and not _REPORT.search(line.text)
    return is_heading and below is not None and _is_body(below)


def _is_first_sentence(text: str, above: list[Line]) -> bool:
    """Whether a line is a short sentence of the body: it says that the report is given, or stands below the head."""
    if len(text) < _LEAST_SENTENCE or not text.endswith(("。", "：", "！")):
        return False
    if _FIRST_WORDS.match(text):
        return True
    meets = DATE.search(text) and _MEETING.search(text)
    return text.endswith("。") and not meets and not _INTRODUCED.search(text) and _has_head(above)


def _has_head(lines: list[Line]) -> bool:
    """Whether a title, or a date with a congress, stands in these lines."""
    return any(
        len(line.text) <= _BODY_LENGTH + 20
        and (
            _REPORT.search(simplified(line.text).replace(" ", ""))
            or (DATE.search(line.text) and _MEETING.search(line.text))
        )
        for line in lines
    )


def _is_body(line: Line) -> bool:
    """Whether a line is running text."""
    text = line.text
    if len(text) < _BODY_LENGTH or (DATE.search(text[:40]) and _MEETING.search(text[:90]) and len(text) < 90):
        return False
    return text.endswith(("。", "！", "；", "：", "”", "？")) or text.count("，") + text.count(",") > 2


def _is_first_heading(line: Line) -> bool:
    mark = marker(line.text)
    return mark is not None and mark.style in (Style.PART, Style.NUMERAL, Style.BRACKETED) and mark.value == 1


def _sort(line: Line, head: Head) -> None:
    """Put a line of the head where it belongs."""
    text = simplified(line.text)
    compact = text.replace(" ", "")
    if _MEETING.search(text) or (DATE.search(text) and not _PAGE_DATE.search(text)):
        is_title = _REPORT.search(compact) and not _MEETING.search(text) and len(compact) < 60
        (head.titles if is_title else head.meeting).append(line)
    elif _REPORT.search(compact) and len(compact) < 60:
        head.titles.append(line)
    elif _SPEAKER.search(text) and len(text) <= 40:
        head.speaker.append(line)
    elif head.titles and not (head.meeting or head.speaker or head.rest):
        head.subtitles.append(line)
    else:
        head.rest.append(line)


def date_in(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of the first full date in ``text``, in digits or Chinese numerals."""
    match = DATE.search(text)
    if match is None:
        return None
    year = (
        re.sub("[○OＯo０零]", "〇", match.group("year"))
        if not match.group("year").isdigit()
        else match.group("year")
    )

    def number(printed: str) -> int:
        return int(printed) if printed.isdigit() else chinese_number(printed)

    year_number, month, day = number(year), number(match.group("month")), number(match.group("day"))
    return (year_number, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
