"""How long a time a figure speaks of: a year (or a moment of it), several years, or a part of one.

A target of 年均增长8% over five years is not one of a year, nor is what came in between January and October. The rules, in the
order in which they decide; the clause is what stands before the number since the last ，；：。 and the like:

1. A place in an order is of a year. 年均, 累计, 翻一番 in the clause, a change from a year before last (比2010年增长50%), a growth
   from an amount that is not said to be last year's (由346亿元增加到1034亿元，增长2倍), or an amount that is held against five
   earlier years (是“十一五”时期的2倍): several years.
2. Otherwise the last word about time that governs the number does: one in its clause, or one that opens a clause of the
   sentence before it, unless a bracket has closed behind it. 2017年, 去年, 全年, 预计, 同比: a year. 一季度, 1—10月, 上半年,
   春节期间: part of one. 五年来, “十三五”时期, 2013—2017年, 党的十八大以来: several years for growths and changes; a level may be
   either, so it is of a *passage* about several years (五年来，财政收入达到300亿元), unless it is said to have been reached from
   another one (由200亿元增加到300亿元).
3. Without such a word the sentences before it in the paragraph do, and behind a dash the paragraph before: what opens them
   with 五年来 makes a passage. Then the headings do: 过去五年工作回顾. In such a passage an amount and the growth right behind it
   (投资213亿元，增长14.7%) are of a year, and a target for the planned year is of several. Under a heading that names one year
   as well (“十三五”时期和2020年工作回顾) the last paragraph that opens with one or the other (…以来的五年; 过去的2020年) decides,
   and where none does growths are left to the year.
4. A growth to a year behind the planned one (到2020年增长50%) is of several years, a level until then of a passage.
5. Everything else is of a year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from hzview.figures.figure import Kind, Measure
from hzview.model import BlockType, Report


class Extent(StrEnum):
    """What time a figure speaks of."""

    YEAR = "year"
    """One year, or a moment of it."""
    YEARS = "years"
    """Several years together or on the average, or from some year on."""
    PASSAGE = "passage"
    """It stands where several years are spoken of and does not say itself: a year or all of them, as the indicator is."""
    PART = "part"
    """Some months of a year."""


_N = "[两二三四五六七八九十几0-9]{1,3}"
_PLAN = '(?:十[一二三四五]|[一二三四五六七八九十])五"?'
_YEAR = "(?:[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})"
_SINCE = '(?:以来|期间|时期|后[两三]年|前[三四]年|(?<=")时)'
_SPANS = (
    f"与{_YEAR}年[底末]?相比",
    f"(?:过去|近|这|今后|未来|最近|前|后|上一个|头)的?(?:{_N})个?年",
    f"(?<![0-9零一二三四五六七八九十第〇])(?:{_N})年(?:来|间|里|之间|累计|共|总|中|当中|时间|任期|全[国省市区县州])",
    f"连续(?:{_N}|多)年|多年来|近年来|近些年来|历年来?|几年来",
    f"{_YEAR}年?(?:[-至到]){_YEAR}年|{_YEAR}年(?:以来|来|起)",
    f"{_PLAN}(?:规划|计划)?{_SINCE}|第[一二三四五六七八九十]{{1,2}}个五年(?:计划|规划)(?:期间|时期)?(?!末|期末)",
    "(?:党的)?十[一二三四五六七八九]大以来|改革开放(?:四十年|[0-9]{2}年)?以来|(?:建国|解放|建市|撤地设市|换届|执政|开工|成立|实施|启动|试点|开展)(?:[^，。；,;]{0,8})以来",
    "(?:本届|上届)政府(?:任期|五年|以来|成立以来|组成以来)|任期内|本届任期",
)
_YEAR_WORDS = f"同比|过去的?一年|[比较](?:上年|去年)|预计|初步(?:统计|核算|预计)|{_YEAR}年(?:末|底|全年|度)?|去年|今年|上年|明年|本年|全年|当年|1-12月|一至十二月|12月(?:底|末)|年度|一年来|年[末底](?!以来)"
_PARTS = (
    "第?[一二三四1-4]季度|前[一二三两1-3]个?季度|[上下]半年|前[0-9]{1,2}个月|前[一二三四五六七八九十]{1,2}个月"
    "|[0-9]{1,2}[-至到][0-9]{1,2}月|[一二三四五六七八九十]{1,2}[-至到][一二三四五六七八九十]{1,2}月"
    "|(?<![0-9])[0-9]{1,2}月(?:份|[底末])|(?<![0-9一二三四五六七八九十])[一二三四五六七八九十]{1,2}月(?:份|[底末])|当月|单月"
    "|(?:黄金周|春节|国庆|五一|中秋|假日|假期|节日)(?:期间|假期|黄金周|长假)"
)
_CUE = re.compile(f"(?P<years>{'|'.join(_SPANS)})|(?P<year>{_YEAR_WORDS})|(?P<part>{_PARTS})")
_WHOLE_YEAR = re.compile("1-12月|一至十二月|12月[底末]")
_MEANS = re.compile(
    "年均(?!浓度|值|气温|降水|降雨)|年平均增[长速]|平均每年|每年平均|年平均递?增|年递增|年增长率平均|累计|翻[了近两一二三番]*$|翻[一两二三]番|[两二三四五]年平均|每年(?:新增|增长|递增)"
)
_WITHIN = re.compile("全年累计|当年累计|年内累计|今年累计")
_BASE = re.compile(
    f"(?:比|较|由|从|自)(?P<year>{_YEAR})年|(?:比|较)[^，,。；;]{{0,6}}(?:年前|{_PLAN}(?:规划|计划)?(?:末|期末|时期|期间)|解放前|建国初|改革开放前|上届|换届|初期)"
)
_AGAINST_PLAN = re.compile(f'[左右以上多]{{0,2}}[，,、]?(?:是|为|比|较|相当于|超过)"?{_PLAN}(?!"?的?期?末)')
"""What behind an amount compares it with all of an earlier five years: 出口161.9亿美元，比“九五”时期增长1.2倍."""
_COMPARED = frozenset("比较是为于由从自超同")
_OPENING = re.compile(
    r"(?:^|[，,；;：:。！!？?（(—-])[截至到在从自经过用据按刚去年的”\"’全市省国我一是二三四五六七八九、.0-9)）.]{0,8}$"
)
_MARK = re.compile("[，,；;：:。！!？?（(]")
_END = re.compile("[。！!？?]")
_CLOSED = re.compile("[^（()）]*[)）]")
"""What follows a word in a bracket that has closed."""
_WINDOW = 200
"""Characters before a number beyond which no clause goes on."""
_REACHED = re.compile(
    "(?:增加|提高|上升|增长|扩大|攀升|跃升|提升|下降|降低|减少|缩小|降|升|增)[到至为]|[由从](?:[^，。；]{0,8}年)?[底末]?的?$"
)
_SEVERAL = re.compile(
    f"(?:过去|近|这|今后|未来|前|上)的?(?:{_N})个?年|[五四三]年(?:来|间|工作|以来|发展|主要|政府|目标|的)|本届政府"
    f"|{_PLAN}(?!的?(?:期末|末|开局|收官|起步))(?:规划|计划|期间|时期|以来|主要|发展|目标|经济|回顾|工作|总体|奋斗|时)"
)
_LEVEL_BEFORE = re.compile(
    "[元吨户家个人次辆台件套][左右多]{0,2}[，,、]?(?:分别|同比|比上年|比去年)?(?:增长|下降|增加|增|降)$"
)
_GROWTH_BEHIND = re.compile(
    "[左右以上多]{0,2}[，,、（(]?(?:分别|同比|比上年|比去年|较上年)*(?:增长|下降|增幅|增速|增加)"
)
_ONE = re.compile(f"{_YEAR}年|今年|去年|上年|明年")
_OPENS = re.compile(
    f"(?P<years>(?:以来的?|过去的?|这|近|上一个)[五5]年|[五5]年(?:来|间|里|以来))"
    f"|(?P<year>过去的?(?:一年|{_YEAR}年)|^{_YEAR}年|去年|一年来)"
)
"""How a paragraph goes over to the five years, or to the year, under a heading that names both."""
_OPENING_WINDOW = 60
"""Characters of a paragraph in which it says so."""
_FROM_TO = re.compile(
    "[由从](?![^，,。；;]{0,8}(?:上年|去年))[^，,。；;]{1,24}(?:增加|提高|增长|上升|扩大|发展|跃升|攀升)[到至为][^，,。；;]{1,20}[，,][^，,。；;]{0,4}(?:增长|增加|增)了?$"
)
"""What grew from a base that is not said to be last year's: 由346.7亿元增加到1034.5亿元，〔增长〕2倍."""
_SENTENCE = 600
"""Characters before a number beyond which no sentence goes on."""
_WITH_YEAR = re.compile(f"(?:同|与|和|跟|比)(?P<year>{_YEAR})年(?:的[^，,。；;]{{0,6}})?相?比[，,]")
"""What the rest of a sentence is compared with: 一九八二年〔同一九七八年相比，〕零售总额增长64.8%."""
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_PLAIN = str.maketrans(
    {
        **{chr(0xFF10 + i): str(i) for i in range(10)},
        **dict.fromkeys("“”＂", '"'),
        **dict.fromkeys("—–－─~～―", "-"),
    }
)


class _Cue(NamedTuple):
    """A word about time; offsets are those of the block's text."""

    start: int
    end: int
    extent: Extent
    opens: bool
    """Whether it opens a clause."""


class Extents:
    """Says of the figures of one report what time they speak of. Asked in the order of the text, it looks at a block once."""

    def __init__(self, report: Report) -> None:
        """Make ready for the figures of ``report``."""
        self._report = report
        self._block = -1
        self._text = ""
        self._cues: list[_Cue] = []

    def of(self, row: Mapping[str, object]) -> Extent:
        """Return the extent of a figure: a row as ``hzview.figures.rows`` gives it, of this report."""
        paragraph, at = row["paragraph"], row["start"]
        assert isinstance(paragraph, int)
        assert isinstance(at, int)
        if row["measure"] == Measure.RANK:
            return Extent.YEAR
        self._read(paragraph)
        low = max(0, at - _WINDOW)
        clause = max((mark.end() for mark in _MARK.finditer(self._text, low, at)), default=low)
        if _means_years(self._text, clause, at, row):
            return Extent.YEARS
        said = self._said(clause, at)
        if said is None:
            said = self._around(row, at)
        elif said is Extent.PASSAGE:
            if row["measure"] != Measure.LEVEL:
                return Extent.YEARS
            return Extent.YEAR if _REACHED.search(self._text, clause, at) else said
        return self._ahead(row, said)

    def _ahead(self, row: Mapping[str, object], said: Extent) -> Extent:
        """Return ``said``, but not a year for what is to come behind the planned one."""
        plan, period = self._report.plan_year, row["period"]
        if said is Extent.YEAR and plan is not None and isinstance(period, int) and period > plan:
            if row["measure"] != Measure.LEVEL:
                return Extent.YEARS
            return Extent.PASSAGE if row["kind"] == Kind.TARGET else said
        return said

    def _said(self, clause: int, at: int) -> Extent | None:
        """Return what the words in the sentence before the number say; None where there are none."""
        sentence = max((mark.end() for mark in _END.finditer(self._text, 0, at)), default=0)
        for cue in reversed(self._cues):
            if cue.start >= at:
                continue
            if cue.start < sentence:
                break
            if (cue.start >= clause or cue.opens) and not _CLOSED.match(self._text, cue.end, at):
                return cue.extent
        return None

    def _around(self, row: Mapping[str, object], at: int) -> Extent:
        """Return what the sentences before, the paragraph before a dash, and the headings say."""
        said, mixed = self._before(at)
        if said is not Extent.PASSAGE:
            return said
        end, level = row["end"], row["measure"] == Measure.LEVEL
        assert isinstance(end, int)
        if row["kind"] == Kind.TARGET and row["period"] == self._report.plan_year:
            return Extent.YEAR if mixed else Extent.YEARS
        if level:
            return Extent.YEAR if _GROWTH_BEHIND.match(self._text, end) else said
        if mixed or _LEVEL_BEFORE.search(self._text, max(0, at - 12), at):
            return Extent.YEAR
        return Extent.YEARS

    def _before(self, at: int) -> tuple[Extent, bool]:
        """Return what is spoken of where no word of the sentence says so, and whether a heading names a year, too."""
        for cue in reversed(self._cues):
            if cue.end <= at and cue.opens and cue.extent is not Extent.PART:
                return cue.extent, False
        block, blocks = self._block, self._report.blocks
        while self._text_of(block).lstrip().startswith(("-", "·")) and block > 0:
            block -= 1
            if blocks[block].type is not BlockType.PARAGRAPH:
                break
            for cue in reversed(_cues(self._text_of(block))):
                if cue.opens and cue.extent is not Extent.PART:
                    return cue.extent, False
        for heading in reversed(self._report.path(self._block)):
            plain = heading.translate(_PLAIN)
            if _SEVERAL.search(plain):
                mixed = _ONE.search(plain) is not None
                opened = self._opened() if mixed else None
                return opened or Extent.PASSAGE, mixed and opened is None
            if _ONE.search(plain):
                break
        return Extent.YEAR, False

    def _opened(self) -> Extent | None:
        """Return what the last paragraph of the part that says so has gone over to; None where none does."""
        blocks, parts = self._report.blocks, self._report.parts
        top = blocks[self._block].part
        while parts[top].depth > 1:
            top = parts[top].parent
        for block in range(self._block, parts[top].first, -1):
            if blocks[block].type is BlockType.PARAGRAPH:
                said = [match["years"] for match in _OPENS.finditer(self._text_of(block)[:_OPENING_WINDOW])]
                if said:
                    return Extent.PASSAGE if said[-1] else Extent.YEAR
        return None

    def _read(self, block: int) -> None:
        if block != self._block:
            self._block = block
            self._text = self._text_of(block)
            self._cues = _cues(self._text)

    def _text_of(self, block: int) -> str:
        return self._report.blocks[block].text.translate(_PLAIN)


def _cues(text: str) -> list[_Cue]:
    """Find the words about time in a block's text."""
    found = []
    for match in _CUE.finditer(text):
        start, end = match.span()
        if match.lastgroup == "year" and text[start - 1 : start] in _COMPARED and start:
            continue
        if match.lastgroup == "years":
            extent = Extent.PASSAGE
        elif match.lastgroup == "part" and not _WHOLE_YEAR.fullmatch(match.group()):
            extent = Extent.PART
        else:
            extent = Extent.YEAR
        found.append(_Cue(start, end, extent, bool(_OPENING.search(text[max(0, start - 10) : start]))))
    return found


def _means_years(text: str, clause: int, at: int, row: Mapping[str, object]) -> bool:
    """Whether the clause itself says that several years are meant, or tells a change from a year before the last."""
    if _MEANS.search(text, clause, at) and not _WITHIN.search(text, clause, at):
        return True
    if row["measure"] == Measure.LEVEL:
        end = row["end"]
        assert isinstance(end, int)
        return _AGAINST_PLAN.match(text, end) is not None
    if _FROM_TO.search(text, max(0, at - _WINDOW), at):
        return True
    low = max(0, at - _SENTENCE)
    sentence = max((mark.end() for mark in _END.finditer(text, low, at)), default=low)
    base = _BASE.search(text, clause, at) or _WITH_YEAR.search(text, sentence, at)
    if base is None:
        return False
    period = row["period"]
    return not (
        base["year"] and isinstance(period, int) and period - int(base["year"].translate(_DIGITS)) == 1
    )
