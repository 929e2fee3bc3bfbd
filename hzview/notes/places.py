"""Where the body of a report marks or names what its notes explain.

A mark ([1], 〔1〕, ①, （1）) belongs to the entry of its number in the list that it counts along with; a term is found
by what it says, quotation marks, blanks and widths of characters aside.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from hzview.folding import Folded, fold
from hzview.model import Report, Span
from hzview.notes.entries import Entry, circled_value

_MARKS = (
    # A number in square brackets behind 发 or 函 is a year or a document's: 国发〔2022〕2号.
    re.compile(r"\s?(?<![发字函令办])[\[［〔【]\s?\^?(\d{1,3})\s?[\]］〕】](?!\d*号)"),
    re.compile(r"(?<=[\w”’》）%％])([①-⑳㉑-㉟㊱-㊿])"),
    re.compile(r"(?<=[\w”’》])[（(](\d{1,3})[）)]"),
)
_DROPPED = frozenset("\"'<>《》〈〉·")
_OPENING = '“《"「'
_CLOSING = '”》"」、，'
_WITHOUT_BRACKETS = re.compile(r"\([^()]*\)")
_JOINTS = re.compile(r'(?<=["\w)])[、,](?=["\w])|(?<=")(?:和|与|及|以及)?(?=")')
_QUOTED = re.compile(r'"([^"]{2,})"')
_SHORT = 2
"""Characters of a term that is believed only where the text puts it in quotation marks, as it can be part of a word."""
_ASCII = re.compile(r"[a-z0-9.+&/-]")
_NEAR = 14
"""Characters before a mark in which its term ends."""


def places_of(report: Report, entries: Sequence[Entry]) -> list[tuple[Span, ...]]:
    """Return for each entry where the body marks or names it, in reading order."""
    if not entries:
        return []
    body = _Body(report)
    named = [body.mentions(entry.term) for entry in entries]
    marked = _marked(body, entries, named)
    return [_merged(marks, names) for marks, names in zip(marked, named, strict=True)]


def _merged(marks: Sequence[Span], names: Sequence[Span]) -> tuple[Span, ...]:
    """Return marks and names in order; a mark and the name right before it are one place."""
    places = sorted({*marks, *names})
    merged: list[Span] = []
    for place in places:
        last = merged[-1] if merged else None
        if last and last.paragraph == place.paragraph and place.start <= last.end + 1:
            merged[-1] = Span(last.paragraph, last.start, max(last.end, place.end))
        else:
            merged.append(place)
    return tuple(merged)


class _Body:
    """The text of a report's body, appendices apart, as one key to look terms up in."""

    def __init__(self, report: Report) -> None:
        parts = report.parts
        self.blocks = [i for i, block in enumerate(report.blocks) if i > 0 and not parts[block.part].appendix]
        self.texts = [report.blocks[i].text for i in self.blocks]
        self._folded: list[Folded] = [fold(text) for text in self.texts]
        self._starts: list[int] = []
        pieces: list[str] = []
        self._offsets: list[int] = []
        length = 0
        for folded in self._folded:
            self._starts.append(length)
            kept = [i for i, character in enumerate(folded.text) if character not in _DROPPED]
            pieces.append("".join([folded.text[i] for i in kept]))
            self._offsets += kept
            self._offsets.append(len(folded.text))
            length += len(kept) + 1
        self.key = "\n".join(pieces) + "\n"

    def mentions(self, term: str) -> list[Span]:
        """Return where a term is named: as a whole, else its parts, else what it has in quotation marks."""
        folded = fold(term).text
        for sure, forms in _forms(folded):
            found = [self._find(form, sure=sure) for form in forms]
            if found and any(found):
                return sorted(span for spans in found for span in spans)
        return []

    def _find(self, form: str, *, sure: bool) -> list[Span]:
        """Where the body says ``form``; one that is not ``sure``, or short, is believed in quotation marks only."""
        key = _key(form)
        spans: list[Span] = []
        if len(key) < 2:
            return spans
        at = self.key.find(key)
        while at >= 0:
            if not _is_inside(self.key, at, at + len(key)):
                spans.append(self._span(at, at + len(key)))
            at = self.key.find(key, at + len(key))
        if sure and len(key) > _SHORT:
            return spans
        quoted = [span for span in spans if self._is_quoted(span)]
        return quoted or (spans[:1] if sure and not key.isdecimal() else [])

    def _span(self, start: int, end: int) -> Span:
        index = bisect_right(self._starts, start) - 1
        first, last = self._offsets[start], self._offsets[end - 1]
        return Span(self.blocks[index], *self._folded[index].original(first, last + 1))

    def _is_quoted(self, span: Span) -> bool:
        """Whether a quotation mark stands where a name begins or ends, or inside of it, and no quotation goes on."""
        text = self.texts[bisect_right(self.blocks, span.paragraph) - 1]
        before, after = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
        opens = before in _OPENING and before != ""
        return (opens or "“" in text[span.start : span.end]) and (after in _CLOSING or not opens)


def _forms(term: str) -> Iterator[tuple[bool, list[str]]]:
    """Yield what to look for, the surest first: the term, it without brackets, its parts, what it quotes.

    With each goes whether it names the term by itself.
    """
    yield True, [term]
    plain = _WITHOUT_BRACKETS.sub("", term)
    if plain != term:
        yield True, [plain]
    parts = [part for part in _JOINTS.split(plain) if len(_key(part)) >= _SHORT]
    if len(parts) > 1:
        yield False, parts
    yield False, [quoted for quoted in _QUOTED.findall(plain) if len(_key(quoted)) > _SHORT]


def _key(text: str) -> str:
    return "".join([character for character in text if character not in _DROPPED])


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether a find is part of a longer word or number (1+1 in 1+1+9)."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(
        (_ASCII.match(text[start]) and before and _ASCII.match(before))
        or (_ASCII.match(text[end - 1]) and after and _ASCII.match(after))
    )


def _marked(body: _Body, entries: Sequence[Entry], named: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """Return for each entry the marks of it in the body: those of the kind that links the most entries."""
    best: list[list[Span]] = [[] for _ in entries]
    for number, pattern in enumerate(_MARKS):
        linked: list[list[Span]] = [[] for _ in entries]
        marks = list(_marks(body, pattern))
        for marks_run, entry_run in zip_longest(_runs([value for value, _ in marks]), _entry_runs(entries)):
            for value, index in (marks_run or {}).items():
                if entry_run and value in entry_run:
                    linked[entry_run[value]].append(marks[index][1])
        near = sum(_is_near(spans[0], names) for spans, names in zip(linked, named, strict=True) if spans)
        count = sum(map(bool, linked))
        sure = count and (near * 2 >= count or (number == 0 and count >= len(marks) * 0.8))
        if sure and count > sum(map(bool, best)):
            best = linked
    return best


def _marks(body: _Body, pattern: re.Pattern[str]) -> Iterator[tuple[int, Span]]:
    for block, text in zip(body.blocks, body.texts, strict=True):
        for match in pattern.finditer(text):
            printed = match.group(1)
            value = int(printed) if printed.isascii() else circled_value(printed)
            start = match.end() - len(match.group().lstrip())
            yield value, Span(block, start, match.end())


def _runs(values: Sequence[int]) -> list[dict[int, int]]:
    """Part numbers that count from 1 anew into runs: for each run the index of each number in it."""
    runs: list[dict[int, int]] = []
    for index, value in enumerate(values):
        if not runs or (value == 1 and 1 in runs[-1]):
            runs.append({})
        runs[-1].setdefault(value, index)
    return runs


def _entry_runs(entries: Sequence[Entry]) -> list[dict[int, int]]:
    """The runs of the list's own numbers; where it has none, its entries count from 1."""
    values = [entry.value for entry in entries]
    return _runs(values) if any(values) else [{index + 1: index for index in range(len(entries))}]


def _is_near(mark: Span, names: Sequence[Span]) -> bool:
    """Whether a term ends right before a mark."""
    return any(name.paragraph == mark.paragraph and 0 <= mark.start - name.end <= _NEAR for name in names)
