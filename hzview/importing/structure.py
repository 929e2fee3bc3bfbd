"""Lines to sections: which line is a heading, how deep it stands, where a heading is run in or glued to a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hzview.importing import leads, titles
from hzview.importing.appendix import is_appendix_heading
from hzview.importing.head import SALUTATION
from hzview.importing.markers import Marker, Style, marker
from hzview.importing.source import Line
from hzview.model import Paragraph, Section

_LONGEST_HEADING = 90
_END_OF_SENTENCE = re.compile(r"[。！？!?；;]")
_CLOSING = "。.．：:"
_GLUED = re.compile(
    r"(?<=[。！？；”])\s*(?=[（(][一二三四五六七八九十]{1,3}[）)])|(?<=[。！？”])\s*(?=[一二三四五六七八九十]{1,3}、)"
)


@dataclass(slots=True)
class Node:
    """A section in the making."""

    title: str
    number: str = ""
    style: Style = Style.UNNUMBERED
    value: int = 0
    lines: list[Line] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found in a line, and what of the line follows it."""

    number: str
    title: str
    style: Style
    value: int
    rest: Line | None


def build(lines: Iterable[Line]) -> tuple[Node, list[Node]]:
    """Return the body as a nameless node with its sections below it, and the appendices."""
    body, tail = _split_appendices(list(lines))
    root = Node("")
    _Builder(body, root).run()
    appendices: list[Node] = []
    for part in tail:
        node = Node(part[0].text.strip("【】 "))
        _Builder(part[1:], node, inside_appendix=True).run()
        appendices.append(node)
    return root, appendices


def unglue(lines: Iterable[Line]) -> Iterable[Line]:
    """Set free the headings that are glued to the end of the paragraph before, or run on in one line.

    A heading is glued where a sentence ends before it and its number follows the one before it, so that an inline list
    (…的目标：（一）消除经济过热，…（二）…) stays whole.
    """
    last = {Style.NUMERAL: 0, Style.BRACKETED: 0}
    for line in lines:
        start = 0
        first = marker(line.text)
        if first and first.style in last:
            _count(last, first)
        for match in _GLUED.finditer(line.text):
            found = marker(line.text, match.end())
            if found is None or found.style not in last or not _follows(found, last):
                continue
            if not _heads(line.text, found):
                continue
            yield line.part(start, match.end())
            start = match.end()
            _count(last, found)
        yield line.part(start) if start else line


def _count(last: dict[Style, int], found: Marker) -> None:
    last[found.style] = found.value
    if found.style is Style.NUMERAL:
        last[Style.BRACKETED] = 0


def _follows(found: Marker, last: dict[Style, int]) -> bool:
    """Whether a mark carries on the numbering; a first （一） does so under a heading 一、."""
    if found.value == 1:
        return found.style is Style.BRACKETED and last[Style.NUMERAL] > 0 and last[Style.BRACKETED] == 0
    return found.value == last[found.style] + 1


def _heads(text: str, found: Marker) -> bool:
    """Whether what follows a mark inside a line reads as a heading: short up to a full stop or the line's end."""
    end = _END_OF_SENTENCE.search(text, found.end)
    length = (end.start() if end else len(text)) - found.end
    return 4 <= length <= 60 and (end is None or text[end.start()] not in "；;")


def _split_appendices(lines: list[Line]) -> tuple[list[Line], list[list[Line]]]:
    """Part the body from the appendices; an appendix can only begin behind the middle of the text."""
    total = sum(len(line.text) for line in lines)
    seen = 0
    parts: list[list[Line]] = []
    body = lines
    for index, line in enumerate(lines):
        if seen * 3 > total and is_appendix_heading(line.text):
            if not parts:
                body = lines[:index]
            parts.append([line])
        elif parts:
            parts[-1].append(line)
        seen += len(line.text)
    return body, parts


class _Builder:
    """Builds the tree under one node from its lines."""

    def __init__(self, lines: list[Line], root: Node, *, inside_appendix: bool = False) -> None:
        self.lines = lines
        self.root = root
        self.inside_appendix = inside_appendix
        self.stack: list[Node] = []
        self.top_numeral = 0
        self.spanning = set() if inside_appendix else _spanning(lines)
        self.main_markup = set() if inside_appendix else _main_markup(lines)

    def run(self) -> None:
        """Place every line."""
        for index, line in enumerate(self.lines):
            heading = None if self.inside_appendix else self._heading(index)
            if heading is None:
                self._here.lines.append(line)
                continue
            self._place(heading)
            if heading.rest is not None:
                self._here.lines.append(heading.rest)

    @property
    def _here(self) -> Node:
        return self.stack[-1] if self.stack else self.root

    def _place(self, heading: Heading) -> None:
        """Open a section as deep as its mark says among the sections that are open."""
        node = Node(heading.title, heading.number, heading.style, heading.value)
        if heading.style is Style.NUMERAL and heading.value > 1 and heading.value == self.top_numeral + 1:
            self.stack.clear()
        while self.stack and self.stack[-1].style >= heading.style:
            self.stack.pop()
        if heading.style is Style.NUMERAL and not self.stack:
            self.top_numeral = heading.value
        self._here.children.append(node)
        self.stack.append(node)

    def _heading(self, index: int) -> Heading | None:
        """Return the heading that a line is or opens with, if it does."""
        line = self.lines[index]
        mark = marker(line.text)
        if mark is None or mark.style is Style.DASH:
            return self._unnumbered(index) if mark is None else None
        if mark.style <= Style.BRACKETED:
            return _numbered(line, mark)
        if index in self.spanning:
            return _numbered(line, mark)
        return None

    def _unnumbered(self, index: int) -> Heading | None:
        """A heading without a mark: a short line of its own that ends in no sentence mark and has text below it."""
        line = self.lines[index]
        text = line.text
        if not 4 <= len(text) <= 40 or SALUTATION.match(text) or index + 1 >= len(self.lines):
            return None
        if text[-1] in "。！；，、：？:;,!?…" and not line.level:
            return None
        if titles.is_main_title(text):
            return Heading("", text, Style.UNNUMBERED, 0, None)
        if not line.level and line.bold < len(text):
            return None
        style = Style.UNNUMBERED if _markup(line) in self.main_markup else Style.TITLED
        return Heading("", text.rstrip("。"), style, 0, None)


def _numbered(line: Line, mark: Marker) -> Heading | None:
    """Take a line that opens with a mark apart: number, title and the text that is run in behind it."""
    text = line.text
    end = _END_OF_SENTENCE.search(text, mark.end)
    if (
        0 < mark.end < line.bold < len(text)
        and line.bold <= _LONGEST_HEADING
        and (not end or line.bold <= end.end())
    ):
        title, rest = text[mark.end : line.bold], line.part(line.bold)
        if rest.text[:1] in _CLOSING:
            rest = rest.part(1)
        return Heading(
            text[: mark.end].strip(),
            title.rstrip(_CLOSING),
            mark.style,
            mark.value,
            rest if rest.text else None,
        )
    stop = end.start() if end else len(text)
    if end and text[stop] in "；;":
        return None
    if stop - mark.end > _LONGEST_HEADING or stop - mark.end < 2:
        return None
    title = text[mark.end : stop].rstrip(_CLOSING)
    after = line.part(stop + 1) if end else None
    return Heading(
        text[: mark.end].strip(), title, mark.style, mark.value, after if after and after.text else None
    )


_MOST_MAIN_HEADINGS = 8


def _markup(line: Line) -> tuple[int, bool]:
    """How a heading is marked up: its level and whether it is bold throughout."""
    return line.level, line.bold >= len(line.text)


def _main_markup(lines: list[Line]) -> set[tuple[int, bool]]:
    """The markup that unnumbered main headings share, in a report without 一、 and where few headings have it."""
    marks = [marker(line.text) for line in lines]
    if any(mark is not None and mark.style is Style.NUMERAL for mark in marks):
        return set()
    short = [
        line for line, mark in zip(lines, marks, strict=True) if mark is None and 4 <= len(line.text) <= 40
    ]
    main = {_markup(line) for line in short if titles.is_main_title(line.text)} - {(0, False)}
    return {kind for kind in main if sum(_markup(line) == kind for line in short) <= _MOST_MAIN_HEADINGS}


def _spanning(lines: list[Line]) -> set[int]:
    """Indices of the lines with 第一， or 1、 that are headings and not items of a list.

    The marks of one run are headings where at least half of its lines are a line of their own without an end mark, or
    open several paragraphs.
    """
    result: set[int] = set()
    for run in _runs(lines):
        ends = [*run[1:], run[-1] + 2]
        heads = sum(
            _alone(lines, index) or any(marker(line.text) is None for line in lines[index + 1 : end])
            for index, end in zip(run[:-1], ends, strict=False)
        )
        if heads * 2 >= len(run) - 1 and heads:
            result.update(run)
    return result


def _runs(lines: list[Line]) -> Iterator[list[int]]:
    """Indices of the lines whose marks count up: 第一，… 第二，… or 1、… 2、…, below one heading."""
    open_runs: dict[Style, list[int]] = {}
    for index, line in enumerate(lines):
        mark = marker(line.text)
        if mark is None:
            continue
        if mark.style <= Style.BRACKETED:
            yield from open_runs.values()
            open_runs = {}
        elif mark.style in (Style.ORDINAL, Style.ARABIC):
            if mark.value == 1 and mark.style in open_runs:
                yield open_runs.pop(mark.style)
            open_runs.setdefault(mark.style, []).append(index)
    yield from open_runs.values()


def _alone(lines: list[Line], index: int) -> bool:
    """Whether a marked line is no sentence and running text follows it."""
    text = lines[index].text
    if len(text) > 60 or _END_OF_SENTENCE.search(text) or text[-1] in "，,：:" or index + 1 >= len(lines):
        return False
    return marker(lines[index + 1].text) is None and len(lines[index + 1].text) > len(text)


def section(node: Node) -> Section:
    """Return a node as a section of a report, without roles."""
    return Section(
        title=node.title,
        number=node.number,
        paragraphs=paragraphs(node.lines),
        sections=tuple(section(child) for child in node.children),
    )


def paragraphs(lines: list[Line]) -> tuple[Paragraph, ...]:
    """Return lines as paragraphs, topic sentences that stand alone joined to the paragraph that they open."""
    joined = _join_topics(lines)
    openings = [leads.opening(line.text, line.bold) for line in joined]
    lengths = leads.standing(openings, [len(line.text) for line in joined])
    return tuple(Paragraph(line.text, lead) for line, lead in zip(joined, lengths, strict=True))


def _join_topics(lines: list[Line]) -> list[Line]:
    """Join a topic sentence that stands as a line of its own to the paragraph below it."""
    joined: list[Line] = []
    skip = False
    for index, line in enumerate(lines):
        if skip:
            skip = False
            continue
        below = lines[index + 1] if index + 1 < len(lines) else None
        if below is not None and _is_split_topic(line, below):
            joined.append(
                Line(line.text + below.text, line.number, len(line.text) if line.bold else 0, 0, line.opens)
            )
            skip = True
        else:
            joined.append(line)
    return joined


def _is_split_topic(line: Line, below: Line) -> bool:
    found = leads.opening(line.text, line.bold)
    if found is None or found.length < len(line.text) or not line.text.endswith("。"):
        return False
    if marker(below.text) is not None or len(below.text) <= leads.LONGEST:
        return False
    own = leads.opening(below.text, below.bold)
    return own is None or (not own.sure and own.length > max(24, found.length))
