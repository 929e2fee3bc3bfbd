"""The list of notes behind a report, entry by entry: number, term and explanation.

The forms are those of 105 lists in 674 reports: ``1.“两新”：指…``, ``[1]…``, ``①…``, ``【四水共治】即…``,
``（P1）“1+6”专项：…``, ``山海协作（P2）：…``, a term without a number, and a term on a line of its own above the
paragraphs that explain it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hzview.model import BlockType, Report, Span

_LIST = re.compile(r"名词|用语|词语|术语|词汇|注\s*释|释义|注解|附注|缩略语|解析|(?:说明|解释)[）)：:]?$")
"""What the heading of a list of notes says."""
_BRACKETED = r"[\[［〔【（(]\s*\^?(?P<{}>\d{{1,3}})\s*[\]］〕】）)]"
_LABEL = re.compile(
    rf"\s*(?:{_BRACKETED.format('bracketed')}:?|(?P<circled>[①-⑳㉑-㉟㊱-㊿])|(?P<page>[（(]\s*[Pp]\s*\d{{1,3}}\s*[）)])"
    r"|注?(?P<plain>\d{1,3})\s?(?:[.．、:：](?!\d+[%％亿万])|(?=[“《]|[^\W\d_a-zA-Z年月日个项件大条类种家位]))"
    r")\s*"
)
_HEADED = re.compile(r"\s*【(?P<term>[^【】]{2,60})】[：:]?")
_COLON = re.compile(r"[：:]")
_ENDS = "。！？；，、：;,!?…"
_SAYS = re.compile(r"，?(?:即|是指|指的是|指|系指|是)(?=[^，。])")
_ORIGINAL = re.compile(r"(?:报告)?原文[：:]")
# Where in the report a term stands, behind it: （P2）, （《报告》第1页第13行）.
_PAGE = re.compile(r"\s*[（(](?:《?(?:政府工作)?报告》?)?(?:[Pp]\s*\d[\d、，,\s]*|第\d+页.{0,12})[）)]\s*$")
_CLAUSE = re.compile(r"[，。；]")
_PLAINLY = re.compile(
    r"(“[^“”]{2,20}”[^，。；：“”]{0,8}?|[^，。；：“”]{2,16}?)(?:即|指|[是系](?:指|为)|(?<=”)(?=[^，。；、]{4}))"
)
"""A term without number and colon: “八个有”有收入…, 六大战略指…."""
_BLANK = re.compile(r" +")
_BROKEN = re.compile(r"[，。；]|[a-zA-Z]\Z")
"""What no term has in it, or ends in where a blank parts two Latin words."""
_ITEM = re.compile(r"[（(]1[）)].*")
_TAIL = 8
"""Characters that may stand between a quoted name and 是指: “四环十七射”路网是指."""
_MOST = 2_000
"""Entries that a list of notes has at the most; what is longer is no list of notes. The longest seen has 60."""
_LONGEST_TERM = 60
_LONGEST_PLAIN = 40
_QUOTED = re.compile(r"“[^“”]{2,30}”")
_MARGIN = "%$#!&'()*+,-./ "
"""Marks that a font of circled numbers leaves behind where it is lost."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list of notes."""

    number: str
    """Its mark as printed, without blanks; empty where it has none."""
    value: int
    """The number that the mark says; 0 where it says none."""
    term: str
    """What is explained; empty where only the number tells."""
    span: Span
    """The mark and the term."""
    explanation: tuple[Span, ...]
    """What explains it."""


@dataclass(slots=True)
class _Draft:
    """An entry that is being read."""

    number: str
    value: int
    term: str
    span: Span
    explanation: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Label:
    """The mark at the beginning of an entry."""

    text: str
    value: int
    end: int


def entries_of(report: Report) -> tuple[Entry, ...]:
    """Return the entries of all lists of notes in a report, in reading order."""
    found: list[_Draft] = []
    for blocks in _lists(report):
        found += _List(report, blocks[:_MOST]).read()
    return tuple(
        Entry(draft.number, draft.value, draft.term, draft.span, tuple(draft.explanation))
        for draft in found[:_MOST]
    )


def _lists(report: Report) -> Iterator[Sequence[int]]:
    """Yield the paragraphs of each list of notes: an appendix, or a section of one, that says it is one."""
    end = 0
    for part in report.parts:
        if part.appendix and part.first >= end and _LIST.search(part.section.heading):
            end = part.end
            yield [i for i in range(part.first, end) if report.blocks[i].type is BlockType.PARAGRAPH]


class _List:
    """Reads one list of notes."""

    def __init__(self, report: Report, blocks: Sequence[int]) -> None:
        self.blocks = blocks
        self.texts = [report.blocks[i].text for i in blocks]
        self.labels = list(self._labels())
        labelled = sum(label is not None for label in self.labels)
        self.numbered = labelled * 3 >= len(blocks) and labelled > 0
        bare = sum(self._is_bare(i) for i in range(len(blocks)))
        self.titled = not self.numbered and bare * 4 >= len(blocks)

    def read(self) -> list[_Draft]:
        """Return the entries."""
        found: list[_Draft] = []
        for index, block in enumerate(self.blocks):
            label, text = self.labels[index], self.texts[index]
            draft = self._opened(index, label)
            if draft is not None:
                found.append(draft)
            elif found and not self._is_subheading(index):
                found[-1].explanation.append(Span(block, 0, len(text)))
        return [draft for draft in found if draft.explanation]

    def _labels(self) -> Iterator[_Label | None]:
        """The marks of the paragraphs; a bare number (24“五证合一”) is one where it carries on the count."""
        before = 0
        for text in self.texts:
            match = _LABEL.match(text)
            label = None
            if match and match.group("page"):
                label = _Label(match.group().strip(), 0, match.end())
            elif match:
                value = _value(match)
                marked = match.group("plain") is None or match.group().rstrip()[-1] in ".．、:："
                if marked or (before and value == before + 1):
                    label = _Label(match.group().strip(), value, match.end())
                    before = value
            yield label

    def _is_bare(self, index: int) -> bool:
        """Whether a paragraph without a mark is a term on a line of its own, explained below."""
        text = self.texts[index]
        below = self.texts[index + 1] if index + 1 < len(self.texts) else ""
        return (
            self.labels[index] is None
            and 2 <= len(text) <= _LONGEST_PLAIN
            and text[-1] not in _ENDS
            and not _COLON.search(text)
            and bool(below)
            and below[-1] in _ENDS
        )

    def _is_subheading(self, index: int) -> bool:
        """Whether a paragraph heads a group of entries (一、2015年工作回顾) and explains none."""
        text = self.texts[index]
        return (
            len(text) <= 30
            and text[-1] not in _ENDS
            and re.match(r"[（(]?[一二三四五六七八九十]+[、）)]", text) is not None
        )

    def _opened(self, index: int, label: _Label | None) -> _Draft | None:
        """Return the entry that paragraph ``index`` opens, if it opens one."""
        block, text = self.blocks[index], self.texts[index]
        headed = _HEADED.match(text, label.end if label else 0)
        if headed and not headed.group("term").isdigit():
            return _draft(block, text, label, headed.start("term"), headed.end("term"), headed.end())
        if label is None and (_ORIGINAL.match(text) or (self.numbered and text[0] not in _MARGIN)):
            return None
        if self.titled:
            return _draft(block, text, label, 0, len(text), len(text)) if self._is_bare(index) else None
        start = label.end if label else 0
        end, rest = _term_end(text, start, labelled=label is not None)
        if end > start or label is not None:
            return _draft(block, text, label, start, end, rest)
        return None


def _draft(block: int, text: str, label: _Label | None, start: int, end: int, rest: int) -> _Draft:
    """Make an entry whose term is ``start``–``end`` of a paragraph and whose explanation begins at ``rest``."""
    term = _ITEM.sub("", _PAGE.sub("", text[start:end])).strip().lstrip(_MARGIN)
    draft = _Draft(
        label.text if label else "", label.value if label else 0, term, Span(block, 0, max(end, 1))
    )
    if rest < len(text):
        draft.explanation.append(Span(block, rest, len(text)))
    return draft


def _term_end(text: str, start: int, *, labelled: bool) -> tuple[int, int]:
    """Return where the term that begins at ``start`` ends and where its explanation begins; ``start`` twice for none."""
    for colon in _COLON.finditer(text, start, start + _LONGEST_TERM + 20):
        term = text[start : colon.start()]
        if "。" in term or len(term) > _LONGEST_TERM:
            break
        if term.count("“") <= term.count("”") and _depth(term) <= 0:
            return colon.start(), colon.end()
    blank = _BLANK.search(text, start + 2, start + _LONGEST_PLAIN)
    if blank and len(text) - blank.end() > _TAIL and not _BROKEN.search(text[start : blank.start()]):
        return blank.start(), blank.end()
    if not labelled:
        plain = _PLAINLY.match(text)
        return (plain.end(1), plain.end(1)) if plain else (start, start)
    if len(text) - start <= _LONGEST_TERM and text[-1] not in _ENDS:
        return len(text), len(text)
    return _worded_end(text, start)


def _worded_end(text: str, start: int) -> tuple[int, int]:
    """Return as ``_term_end`` where words alone end a term: 紫线是指…, “八个百分之百”指…; ``start`` twice for none."""
    quoted = _QUOTED.search(text, start, start + _LONGEST_PLAIN)
    says = _SAYS.search(text, start + 2, start + _LONGEST_PLAIN)
    ends = [match for match in (says, quoted) if match and not _CLAUSE.search(text, start, match.start())]
    if says in ends and (quoted not in ends or says.start() - quoted.end() <= _TAIL):
        return says.start(), says.start() + text[says.start() :].startswith("，")
    return (quoted.end(), quoted.end()) if quoted in ends and quoted else (start, start)


def _depth(text: str) -> int:
    """How many brackets are open at the end of ``text``."""
    return sum(map(text.count, "（(")) - sum(map(text.count, "）)"))


def _value(match: re.Match[str]) -> int:
    circled = match.group("circled")
    if not circled:
        return int(match.group("bracketed") or match.group("plain"))
    return circled_value(circled)


def circled_value(character: str) -> int:
    """Return the number in a circle: ① is 1, ㊿ is 50."""
    for first, base in (("①", 1), ("㉑", 21), ("㊱", 36)):
        if 0 <= ord(character) - ord(first) < 20:
            return ord(character) - ord(first) + base
    return 0
