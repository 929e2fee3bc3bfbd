"""What a report is made of: ``Report`` › ``Section`` (any depth) › ``Paragraph``.

A section's paragraphs stand above its subsections, its coda below them.

Everything here is frozen and knows nothing of files, screens or figures. One way to point into a report serves
everybody: ``Position(paragraph, offset)``. ``paragraph`` counts the report's *blocks* in reading order — its title,
its headings and its paragraphs, see ``Report.blocks`` — and ``offset`` counts code points of that block's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

LEVELS: Mapping[str, str] = MappingProxyType(
    {"state": "国家", "province": "省级", "prefecture": "地级", "county": "县级"}
)
"""Levels of government (see ``Report.level``), and what they are called."""


class Role(StrEnum):
    """What a part of a report does; it decides the default kind of the figures in it."""

    REVIEW = "review"
    """Looks back: what was done, what was reached."""
    TASKS = "tasks"
    """Looks ahead: targets and what is to be done."""
    OTHER = "other"
    """Neither, or both: an opening, an appendix."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a report."""

    paragraph: int
    """Index into ``Report.blocks``."""
    offset: int
    """Code points from the start of that block's text."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters inside one block."""

    paragraph: int
    """Index into ``Report.blocks``."""
    start: int
    """First code point of the run, counted from the start of the block's text."""
    end: int
    """One past the last code point."""

    @property
    def position(self) -> Position:
        """Where the run starts."""
        return Position(self.paragraph, self.start)

    def __contains__(self, position: Position) -> bool:
        return position.paragraph == self.paragraph and self.start <= position.offset < self.end


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    text: str
    """All of its text, the lead included; one line, no control characters."""
    lead: int = 0
    """Length in code points of the topic sentence that opens it (产业转型升级迈出新步伐。); 0 where it has none."""


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a report, at any depth."""

    title: str
    """The heading without its number: 2017年主要工作."""
    number: str = ""
    """The heading's number as printed, its mark included: 一、 or (一); empty where there is none."""
    role: Role | None = None
    """What this part does; None takes the role of the section around it."""
    paragraphs: tuple[Paragraph, ...] = ()
    """The text between the heading and the first subsection."""
    sections: tuple[Section, ...] = ()
    """Its subsections, in order."""
    coda: tuple[Paragraph, ...] = ()
    """What follows its last subsection and belongs to the whole of it (各位代表！…): thanks, shortcomings, farewell."""

    @property
    def heading(self) -> str:
        """Number and title as they are shown and searched."""
        return self.number + self.title


class BlockType(StrEnum):
    """What a block of the report's text is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the report as it is read from top to bottom: its title, a heading or a paragraph."""

    type: BlockType
    """Title, heading or paragraph."""
    text: str
    """What is shown and searched."""
    part: int
    """Index into ``Report.parts`` of the part that it stands in; a heading stands in its own part."""
    lead: int = 0
    """Length in code points of the topic sentence that opens a paragraph; 0 where it has none."""


def _paragraph(paragraph: Paragraph, part: int) -> Block:
    return Block(BlockType.PARAGRAPH, paragraph.text, part, paragraph.lead)


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its place in the whole. Part 0 is the report itself, with what stands before any heading."""

    section: Section
    """The section; for part 0 one that has the report's title, its opening paragraphs and its sections."""
    role: Role
    """The section's role, taken from the part around it where it has none of its own."""
    depth: int
    """0 for the report itself, 1 for its sections, and so on."""
    parent: int
    """Index into ``Report.parts`` of the part around it; -1 for part 0."""
    first: int
    """Index into ``Report.blocks`` of its heading."""
    end: int
    """One past the last block of the part, its subsections included."""
    appendix: bool = False
    """Whether it belongs to an appendix."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of the outline: a heading or a topic sentence."""

    title: str
    """Heading with its number, or the topic sentence without its closing mark."""
    depth: int
    """1 for a section; a topic sentence is one deeper than the part it stands in."""
    position: Position
    """Where it stands: the heading's block, or the paragraph it opens."""
    end: int
    """One past the last block that belongs to it."""
    part: int
    """Index into ``Report.parts`` of the part that it names or stands in."""
    is_lead: bool
    """Whether it is a topic sentence and not a heading."""


@dataclass(frozen=True)
class Report:
    """A government work report: what is known of it, and its text."""

    title: str
    """2018年湖州市政府工作报告."""
    region: str = ""
    """Whose government reports, by its full name: 湖州市, 浙江省, 国务院; empty where not known."""
    level: str = ""
    """Level of that government: state, province, prefecture, county; empty where not known."""
    year: int | None = None
    """Year of delivery; see ``plan_year`` for the years that the report speaks of."""
    date: str = ""
    """Day of delivery as YYYY-MM-DD, or empty."""
    meeting: str = ""
    """The congress before which it was delivered, as printed, or empty."""
    speaker: str = ""
    """Who delivered it, as printed, or empty."""
    source: str = ""
    """Where the text came from."""
    paragraphs: tuple[Paragraph, ...] = ()
    """What stands before the first heading (各位代表：…)."""
    sections: tuple[Section, ...] = ()
    """The sections of the body, in order."""
    appendices: tuple[Section, ...] = ()
    """What follows the body under headings of its own (名词解释, 附件), in order."""

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The whole text in reading order: title, opening paragraphs, sections, appendices."""
        return self._walked[0]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The report and all its sections in reading order, parents before their children."""
        return self._walked[1]

    @cached_property
    def outline(self) -> tuple[OutlineEntry, ...]:
        """Headings and topic sentences in reading order; the report's title is not among them."""
        return tuple(self._outline())

    @property
    def plan_year(self) -> int | None:
        """Year that the report sets targets for; it reviews the one before. None where not known.

        That is the year of delivery, or the next one where the congress met in November or December.
        """
        if self.year is None:
            return None
        return self.year + self.date.startswith((f"{self.year}-11", f"{self.year}-12"))

    def path(self, paragraph: int) -> tuple[str, ...]:
        """Headings above the block ``paragraph`` (its own included), outermost first, without the report's title."""
        headings: list[str] = []
        index = self.blocks[paragraph].part
        while index > 0:
            part = self.parts[index]
            headings.append(part.section.heading)
            index = part.parent
        return tuple(reversed(headings))

    @cached_property
    def _walked(self) -> tuple[tuple[Block, ...], tuple[Part, ...]]:
        """Blocks and parts, built in one walk without recursion (the depth of a file is not ours to trust)."""
        root = Section(self.title, paragraphs=self.paragraphs, sections=self.sections + self.appendices)
        blocks: list[Block] = []
        parts: list[Part] = []
        ends: dict[int, int] = {}
        first_appendix = len(self.sections)
        # Each entry: section, depth, index of the parent, inherited role, in an appendix; None closes a part.
        stack: list[tuple[Section | None, int, int, Role, bool]] = [(root, 0, -1, Role.OTHER, False)]
        while stack:
            section, depth, parent, role, appendix = stack.pop()
            if section is None:
                blocks.extend(_paragraph(p, parent) for p in parts[parent].section.coda)
                ends[parent] = len(blocks)
                continue
            index = len(parts)
            role = section.role or role
            parts.append(Part(section, role, depth, parent, len(blocks), 0, appendix))
            blocks.append(Block(BlockType.HEADING if depth else BlockType.TITLE, section.heading, index))
            blocks.extend(_paragraph(p, index) for p in section.paragraphs)
            stack.append((None, 0, index, role, False))
            for number in reversed(range(len(section.sections))):
                inside = appendix or (depth == 0 and number >= first_appendix)
                stack.append((section.sections[number], depth + 1, index, role, inside))
        closed = (
            Part(p.section, p.role, p.depth, p.parent, p.first, ends[i], p.appendix)
            for i, p in enumerate(parts)
        )
        return tuple(blocks), tuple(closed)

    def _outline(self) -> Iterator[OutlineEntry]:
        for index, block in enumerate(self.blocks):
            part = self.parts[block.part]
            if block.type is BlockType.HEADING:
                yield OutlineEntry(block.text, part.depth, Position(index, 0), part.end, block.part, False)
            elif block.lead:
                title = block.text[: block.lead].rstrip("。.！!；;：:")
                yield OutlineEntry(title, part.depth + 1, Position(index, 0), index + 1, block.part, True)
