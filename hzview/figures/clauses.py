"""From a text and its quantities to sentences, clauses and groups: what stands before and behind each number.

A sentence ends at 。！？; a clause at ，；： and at the bounds of a bracket or quotation that holds a quantity. Quantities
joined by 、 or 和 with nothing else between them form one group (分别增长|9.5%、10.4%和14.5%), which has one text before
it (its lead) and one behind it (its tail).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hzview.figures.figure import Bound
from hzview.figures.quantity import Form, Quantity
from hzview.figures.units import Family, split


class Clause(NamedTuple):
    """A run of text between two marks; offsets are folded offsets."""

    start: int
    """First character."""
    end: int
    """The mark that ends it, or the end of the sentence."""
    first: int
    """Index of its first quantity."""
    last: int
    """One past the index of its last quantity."""
    opened_by: str
    """The mark before it; empty at the start of a sentence."""


class Sentence(NamedTuple):
    """A sentence that holds at least one quantity; offsets are folded offsets."""

    start: int
    """First character."""
    end: int
    """One past its last character, the closing mark included."""
    clauses: tuple[Clause, ...]
    """All of its clauses, those without a quantity included."""


class Group(NamedTuple):
    """Quantities that share what stands before and behind them; offsets are folded offsets."""

    first: int
    """Index of the first quantity."""
    last: int
    """One past the index of the last one."""
    lead: tuple[int, int]
    """The text before it: from the last clause mark or group."""
    tail: tuple[int, int]
    """The text behind it, bounds (以上) excluded: to the next clause mark or group."""
    linked: bool
    """Whether 、 or 和 joins it to the group before."""
    bounds: tuple[Bound | None, ...]
    """What stands right behind each quantity (以上, 左右), if anything does; what stands behind the last alone is
    everybody's."""
    follows: bool
    """Whether another group of the same clause follows without a mark."""


AFTER = re.compile(
    "及?以上|及?以下|以上|以下|以内|之内|之上|之下|左右|上下|以里|开外|(?:多|内)(?=[,。;、)]|$)"
)
BOUND_AFTER = {
    "多": Bound.ABOVE,
    "内": Bound.AT_MOST,
    "以上": Bound.AT_LEAST, "之上": Bound.AT_LEAST, "开外": Bound.AT_LEAST, "以下": Bound.AT_MOST, "以内": Bound.AT_MOST,
    "之内": Bound.AT_MOST, "之下": Bound.AT_MOST, "以里": Bound.AT_MOST, "左右": Bound.ABOUT, "上下": Bound.ABOUT,
}  # fmt: skip
"""What a word right behind a quantity says of it."""

_SENTENCE_END = re.compile("[。!?]")
_MARK = re.compile(r'[,;:()"\[\]《]')
_JOIN = re.compile("、|和|与|及|以及|或|或者|到|至|,")
_LINK = re.compile("以及|、|和|与|及|并|或")
_VERB = re.compile("完成|实现|达到|投资|增长|下降|提高|获|被|为|总")
"""What tells that a joint before it joins no two counted things: 示范基地及园区完成投资."""
_WORDS = ("涉及", "普及", "波及", "总和", "参与")
"""Words that end like a joint."""
_PAIRS = {"《": "》", "(": ")", '"': '"', "[": "]"}


def sentences(text: str, found: list[Quantity]) -> Iterator[Sentence]:
    """Cut out the sentences of ``text`` that hold a quantity."""
    index, count = 0, len(found)
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if index >= count:
            return
        end = match.end()
        if found[index].start < end:
            stop = index
            while stop < count and found[stop].start < end:
                stop += 1
            yield Sentence(start, end, tuple(_clauses(text, start, end - 1, found, index, stop)))
            index = stop
        start = end
    if index < count:
        yield Sentence(start, len(text), tuple(_clauses(text, start, len(text), found, index, count)))


def _clauses(text: str, start: int, end: int, found: list[Quantity], index: int, stop: int) -> list[Clause]:
    """Cut a sentence into clauses."""
    clauses: list[Clause] = []
    opened_by = ""
    first = index
    position = start
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        if at < position:
            continue
        while index < stop and found[index].end <= at:
            index += 1
        if index < stop and found[index].start < at:
            position = found[index].end
            continue
        mark = text[at]
        if mark in _PAIRS:
            close = text.find(_PAIRS[mark], at + 1, min(end, at + 80))
            if close < 0:
                continue
            if index == stop or found[index].start > close:
                position = close + 1
                continue
        if at > start or first != index:
            clauses.append(Clause(start, at, first, index, opened_by))
        start = position = at + 1
        first = index
        opened_by = mark
    if start < end:
        clauses.append(Clause(start, end, first, stop, opened_by))
    return clauses


def groups(text: str, clause: Clause, found: list[Quantity]) -> list[Group]:
    """Group the quantities of a clause."""
    result: list[Group] = []
    lead_start, linked = clause.start, False
    index = clause.first
    while index < clause.last:
        first = index
        lead = (lead_start, found[first].start)
        bound, end = _bound(text, found[index].end)
        bounds = [bound]
        index += 1
        while index < clause.last and _together(text, end, lead, found[index - 1], found[index]):
            bound, end = _bound(text, found[index].end)
            bounds.append(bound)
            index += 1
        if bound is not None and not any(bounds[:-1]):
            bounds = [bound] * len(bounds)
        follows = index < clause.last
        if follows:
            tail_end, lead_start, next_linked = _between(text, end, found[index].start)
        else:
            tail_end, next_linked = clause.end, False
        result.append(
            Group(first, index, lead, (end, tail_end), linked, tuple(bounds), follows and not next_linked)
        )
        linked = next_linked
    return _bounded_alike(result) if len(result) > 1 else result


def _bounded_alike(result: list[Group]) -> list[Group]:
    """Let what bounds the end of a list bound all of it, whatever its parts measure: 稳定在|172万亩和14.3亿斤|以上."""
    for index in range(len(result) - 1, 0, -1):
        group, before = result[index], result[index - 1]
        if group.bounds[0] is not None and not any(before.bounds) and goes_on(before, group):
            result[index - 1] = before._replace(bounds=(group.bounds[0],) * len(before.bounds))
    return result


def goes_on(before: Group, group: Group) -> bool:
    """Whether a group only goes on with the list that another began: nothing but a joint between, nothing behind."""
    if not group.linked or group.follows:
        return False
    return all(start == end for start, end in (before.tail, group.lead, group.tail))


_BOUNDING = frozenset("及以之左上开多内")
"""What the words of ``AFTER`` begin with."""


def _bound(text: str, end: int) -> tuple[Bound | None, int]:
    """Read 以上 and the like at ``end``; return what it says and where it ends."""
    if text.startswith("(", end) and (other := _OTHER_UNIT.match(text, end)):
        end = other.end()
    match = AFTER.match(text, end) if text[end : end + 1] in _BOUNDING else None
    return (BOUND_AFTER[match.group().removeprefix("及")], match.end()) if match else (None, end)


_OTHER_UNIT = re.compile(r"\([^()\d,;:。]{1,3}\)")
"""What else a thing is counted in: 6000万头|（只）|."""


def in_the_open(text: str, start: int, at: int) -> bool:
    """Whether no bracket or quotation that opens behind ``start`` is open at ``at``: not so in 县(市、区)."""
    return (
        text.count("(", start, at) <= text.count(")", start, at)
        and text.count('"', start, at) % 2 == 0
        and text.count("《", start, at) <= text.count("》", start, at)
    )


def _joined(between: str) -> bool:
    """Whether the text between two quantities is nothing but a joint."""
    return bool(between) and len(between) <= 2 and _JOIN.fullmatch(between) is not None


def _together(text: str, end: int, lead: tuple[int, int], one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are of one group: parts of one composition, or alike with nothing but a joint between.

    ``end`` is where the first one ends, its bound included. Where 分别 stands before them (in the ``lead``), counts are
    alike whatever they count: 生猪、家禽出栏量分别为|2.9万头和1159万只.
    """
    between = text[end : other.start]
    if one.form is Form.PART or other.form is Form.PART:
        return between == ":" and other.part == one.part + 1
    if not _joined(between):
        return False
    if _alike(one, other):
        return True
    return one.family is Family.COUNT is other.family and text.find("分别", *lead) >= 0


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities may be counted off against a list of names."""
    if one.family is not other.family:
        return False
    return one.family is not Family.COUNT or split(one.unit)[1] == split(other.unit)[1]


def _between(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """Share the text between two groups out: end of the one's tail, start of the other's lead, whether joined."""
    link = _LINK.match(text, start, end)
    if link:
        return start, link.end(), True
    if text[end - 1] in "和与及" and end - 1 > start:
        return end - 1 - text.endswith("以及", start, end), end, True
    at = text.rfind("、", start, end)
    while at > start and not in_the_open(text, start, at):
        at = text.rfind("、", start, at)
    if at > start + 1:
        return at, at + 1, True
    for word in ("以及", "和", "与", "及", "并"):
        at = text.rfind(word, start, end)
        near = at > start and end - at - len(word) <= 6 and in_the_open(text, start, at)
        if near and not _VERB.search(text, at, end) and text[at - 1 : at + 1] not in _WORDS:
            return at, at + len(word), True
    return end, start, False
