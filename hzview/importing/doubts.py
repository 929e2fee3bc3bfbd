"""What a person should look at after an import: places where the rules do not decide, one line of Chinese each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hzview.importing.markers import Style, marker
from hzview.importing.structure import Node
from hzview.model import Report, Role, Section

_BLANK_YEAR = re.compile(r"(?<!\d)(?:20|19)[xX×＊*]{2} ?年")
_LOOSE_END = re.compile(r"[。！][^。！？；：，、…”’）》\d\W][^。！？；，：]{2,14}\Z")
_FIGURE = re.compile(r"\d(?:%|％|亿|万元|个百分点)")
_LONGEST_TITLE = 60
_MOST = 20
"""Lines of one kind; more say no more."""


def doubts(report: Report) -> tuple[str, ...]:
    """Return what is doubtful in a report that was imported."""
    return (*_unknown(report), *_numbering(report), *_headings(report), *_text(report))


def _unknown(report: Report) -> Iterator[str]:
    if not report.region:
        yield "没有找到是哪个地区的报告，请用 --region 指定"
    if report.year is None:
        yield "没有找到报告的年份，请用 --year 指定"
    roles = {part.role for part in report.parts if part.depth}
    if not report.sections:
        yield "没有找到小标题"
    elif Role.REVIEW not in roles:
        yield "没有看出哪一部分是回顾"
    elif Role.TASKS not in roles:
        yield "没有看出哪一部分是任务安排"


def _numbering(report: Report) -> Iterator[str]:
    """Numbers that are missing among the sections of one part."""
    found = [line for part in report.parts if not part.appendix for line in _gaps(part.section.sections)]
    yield from found[:_MOST]


def _gaps(sections: tuple[Section, ...]) -> Iterator[str]:
    before: dict[Style, int] = {}
    for section in sections:
        mark = marker(section.number + section.title)
        if mark is None or not section.number or mark.style is Style.DASH:
            continue
        expected = before.get(mark.style, 0) + 1
        if mark.value not in (expected, 1):
            yield f"小标题的序号不连续：“{section.heading[:30]}”前面缺一项"
        before[mark.style] = mark.value


def _headings(report: Report) -> Iterator[str]:
    """Headings so long, or with a figure, that the text behind them seems to have run into them."""
    titles = [part.section.title for part in report.parts if part.depth and not part.appendix]
    found = [title for title in titles if len(title) > _LONGEST_TITLE or _FIGURE.search(title)]
    yield from [f"小标题可能与正文连在了一起：“{title[:40]}……”" for title in found][:_MOST]


def seams(root: Node) -> Iterator[str]:
    """Headings that only their words part from the text on their line."""
    nodes, found = [*root.children], 0
    while nodes and found < _MOST:
        node = nodes.pop(0)
        nodes[:0] = node.children
        if node.heading is not None and node.heading.seam:
            found += 1
            yield f"小标题与正文连写，按字句分开：“{node.title[-20:]}｜{node.lines[0].text[:10]}……”"


def _text(report: Report) -> Iterator[str]:
    found: list[str] = []
    for block in report.blocks[1:]:
        text = block.text
        if _BLANK_YEAR.search(text):
            found.append(f"年份被隐去：“{text[:30]}……”")
        loose = _LOOSE_END.search(text) if len(text) > 60 else None
        if loose:
            found.append(f"段末有不成句的文字，可能是插入的广告或断开的标题：“……{text[loose.start() + 1 :]}”")
    yield from found[:_MOST]
