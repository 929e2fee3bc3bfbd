"""Which lines are headings, and how deep each stands.

A line opens with a heading where it has one of the marks of ``markers`` and reads as a title up to its first full stop,
or where it stands alone between paragraphs without an end mark. Lists inside a text (items that end in semicolons,
numbered sentences without text below them) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hzview.importing import seams
from hzview.importing.head import SALUTATION
from hzview.importing.markers import Marker, Style, marker
from hzview.importing.sentences import without_note_mark
from hzview.importing.source import Line
from hzview.importing.titles import is_main_title

_LONGEST = 90
_LONGEST_SURE = 42
"""Characters that hardly any heading is longer than; what is longer may have run on into its text."""
_LONGEST_PLAIN = 40
_MOST_MAIN = 8
"""Bold lines of one kind that may be headings of main parts; where there are more, they are subheadings."""
_END = re.compile(r"[。！？!?；;]")
_CLOSING = "。.．：:"
_NO_TITLE_END = "。！；，、：？:;,!?…）)”》—|"
_FULL_STOP = "。！？；：”!?;:…）)"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found at the start of a line."""

    number: str
    """Its mark as printed."""
    title: str
    """What it says."""
    style: Style
    """Kind of its mark."""
    value: int
    """Number that the mark says."""
    rank: float
    """How far out it stands among other headings; the outermost have the lowest."""
    level: int
    """Level by markup, 0 without."""
    rest: Line | None
    """What of the line follows the heading as text."""
    line: Line
    """The whole line, for where the heading turns out to be an item of a list."""
    seam: bool = False
    """Whether its words alone part it from the text that follows it on its line."""


def find(lines: list[Line]) -> list[Heading | None]:
    """Return for each line the heading that it is or opens with."""
    return _Finder(lines).run()


class _Finder:
    """Looks at all lines before it judges any: a heading is known by its company."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.marks = [marker(line.text) for line in lines]
        self.spanning = self._spanning()
        self.main_markup = self._main_markup()
        self.plain = self._plain()
        self.listed = self._listed()
        self.begins_below = self._begins_below()
        self.inverted = self._inverted()

    def run(self) -> list[Heading | None]:
        """Judge every line."""
        return [self._heading(index) for index in range(len(self.lines))]

    def _heading(self, index: int) -> Heading | None:
        line, mark = self.lines[index], self.marks[index]
        if mark is None:
            return self._unnumbered(index)
        if index in self.listed or (mark.style is Style.DASH and index not in self.plain):
            return None
        if mark.style <= Style.BRACKETED or index in self.spanning or mark.style is Style.DASH:
            return _numbered(line, mark, self._rank(mark.style))
        return None

    def _rank(self, style: Style) -> float:
        """How far out a style stands; （一） outside of 一、 where a report counts so."""
        return Style.NUMERAL - 0.5 if style is Style.BRACKETED and self.inverted else float(style)

    def _unnumbered(self, index: int) -> Heading | None:
        """A heading without a mark: told by its words, by its markup, or by standing alone among paragraphs."""
        line = self.lines[index]
        text = without_note_mark(line.text)
        if not 4 <= len(text) <= _LONGEST_PLAIN or SALUTATION.match(text) or index + 1 >= len(self.lines):
            return None
        if text[-1] in "。！；，、：？:;,!?…" and not line.level:
            return None
        marked_up = bool(line.level) or line.bold >= len(text)
        if is_main_title(text) or (marked_up and _markup(line) in self.main_markup):
            style = Style.UNNUMBERED
        elif marked_up or index in self.plain:
            style = Style.TITLED
        else:
            return None
        rank = float(style) if style is Style.UNNUMBERED else self._rank_of_titled(index)
        return Heading("", line.text.rstrip("。"), style, 0, rank, line.level, None, line)

    def _begins_below(self) -> list[Style | None]:
        """For each line the style whose numbering begins anew below it, before any other number or plain heading."""
        result: list[Style | None] = [None] * len(self.lines)
        coming: Style | None = None
        for index in range(len(self.lines) - 1, -1, -1):
            result[index] = coming
            mark = self.marks[index]
            if (
                mark is not None
                and mark.style in (Style.NUMERAL, Style.BRACKETED)
                and index not in self.listed
            ):
                coming = mark.style if mark.value == 1 else None
            elif mark is None and index in self.plain:
                coming = None
        return result

    def _rank_of_titled(self, index: int) -> float:
        """An unnumbered heading stands outside of the numbering that begins anew below it, else inside of all."""
        begins = self.begins_below[index]
        return float(Style.TITLED) if begins is None else begins - 0.6

    def _main_markup(self) -> set[tuple[int, bool]]:
        """The markup that unnumbered main headings share, in a report without 一、 and where few headings have it."""
        if any(mark is not None and mark.style is Style.NUMERAL for mark in self.marks):
            return set()
        pairs = zip(self.lines, self.marks, strict=True)
        short = [line for line, mark in pairs if mark is None and 4 <= len(line.text) <= _LONGEST_PLAIN]
        main = {_markup(line) for line in short if is_main_title(line.text)} - {(0, False)}
        return {kind for kind in main if sum(_markup(line) == kind for line in short) <= _MOST_MAIN}

    def _plain(self) -> set[int]:
        """Lines without markup that stand alone as headings do, in a text where at least two do."""
        found: set[int] = set()
        for index in range(1, len(self.lines) - 1):
            mark = self.marks[index]
            above, line, below = self.lines[index - 1 : index + 2]
            if (mark is None or mark.style is Style.DASH) and _stands_alone(above, line, below):
                found.add(index)
        return found if len(found) > 1 else set()

    def _listed(self) -> set[int]:
        """Lines that are items: the last of a run whose items before it end in semicolons."""
        found: set[int] = set()
        for index in range(1, len(self.lines)):
            mark, before = self.marks[index], self.marks[index - 1]
            if mark is None or before is None or (mark.style, mark.value) != (before.style, before.value + 1):
                continue
            if self.lines[index - 1].text[-1] in "；;":
                found |= {index - 1, index}
        return found

    def _inverted(self) -> bool:
        """Whether （一） stands outside of 一、: it comes first, counts through, and 一、 begins anew below it."""
        values = [
            (mark.style, mark.value)
            for mark in self.marks
            if mark and mark.style in (Style.NUMERAL, Style.BRACKETED)
        ]
        bracketed = [value for style, value in values if style is Style.BRACKETED]
        if not values or values[0] != (Style.BRACKETED, 1) or len(bracketed) < 2:
            return False
        begins = sum(value == (Style.NUMERAL, 1) for value in values)
        return bracketed == list(range(1, len(bracketed) + 1)) and begins >= 2

    def _spanning(self) -> set[int]:
        """Lines with 第一， or 1、 that are headings and not items of a list.

        The marks of one run are headings where at least half of its lines are a line of their own without an end mark,
        or open several paragraphs.
        """
        result: set[int] = set()
        for run in self._runs():
            heads = sum(
                self._alone(index) or None in self.marks[index + 1 : end] for index, end in pairwise(run)
            )
            if heads and heads * 2 >= len(run) - 1:
                result.update(run)
        return result

    def _runs(self) -> Iterator[list[int]]:
        """Lines whose marks count up: 第一，… 第二，… or 1、… 2、…, below one heading."""
        running: dict[Style, list[int]] = {}
        for index, mark in enumerate(self.marks):
            if mark is None:
                continue
            if mark.style <= Style.BRACKETED:
                yield from running.values()
                running = {}
            elif mark.style in (Style.ORDINAL, Style.ARABIC):
                if mark.value == 1 and mark.style in running:
                    yield running.pop(mark.style)
                running.setdefault(mark.style, []).append(index)
        yield from running.values()

    def _alone(self, index: int) -> bool:
        """Whether a marked line is no sentence and running text follows it."""
        text = self.lines[index].text
        if len(text) > 60 or _END.search(text) or text[-1] in "，,：:" or index + 1 >= len(self.lines):
            return False
        return self.marks[index + 1] is None and len(self.lines[index + 1].text) > len(text)


def _markup(line: Line) -> tuple[int, bool]:
    """How a heading is marked up: its level and whether it is bold throughout."""
    return line.level, line.bold >= len(line.text)


def _stands_alone(above: Line, line: Line, below: Line) -> bool:
    """Whether a short line without an end mark stands between a line that ends and a paragraph of running text."""
    text = without_note_mark(line.text)
    if (
        not 6 <= len(text) <= _LONGEST_PLAIN
        or text[-1] in _NO_TITLE_END
        or text.startswith("|")
        or SALUTATION.match(text)
    ):
        return False
    ended = above.text[-1] in _FULL_STOP or len(above.text) <= _LONGEST_PLAIN
    return ended and len(below.text) >= 60 and below.text[-1] in _FULL_STOP


def _seam(text: str, mark: Marker, stop: int) -> int:
    """Where a heading ends that runs on into its text: one that is too long, or that names a main part; or 0."""
    parted = seams.seam(text, mark.end, stop)
    main = mark.style <= Style.NUMERAL and is_main_title(text[mark.end : parted])
    return parted if main or stop - mark.end > _LONGEST_SURE else 0


def _numbered(line: Line, mark: Marker, rank: float) -> Heading | None:
    """Take a line that opens with a mark apart: number, title and the text that is run in behind it."""
    text = line.text
    end = _END.search(text, mark.end)
    stop = end.start() if end else len(text)
    by_bold = mark.end < line.bold < len(text) and (end is None or line.bold <= end.end())
    parted = 0
    if by_bold:
        stop = line.bold
    elif end and text[stop] in "；;":
        return None
    elif mark.style <= Style.BRACKETED:
        parted = _seam(text, mark, stop)
        stop = parted or stop
    title = text[mark.end : stop].rstrip(_CLOSING)
    if len(title) > _LONGEST or (len(title) < 2 and mark.style is not Style.BRACKETED):
        return None
    rest = line.part(stop)
    if rest.text[:1] in _CLOSING + "！？":
        rest = rest.part(1)
    number = text[: mark.end].strip() if title else ""
    return Heading(
        number,
        title or text,
        mark.style,
        mark.value,
        rank,
        line.level,
        rest if rest.text and title else None,
        line,
        seam=bool(parted and title),
    )
