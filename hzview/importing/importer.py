"""The stages of an import in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from hzview.errors import HzviewError
from hzview.importing import (
    broken,
    characters,
    chrome,
    coda,
    contents,
    doubts,
    footnotes,
    formats,
    glued,
    head,
    metadata,
    repeats,
    roles,
    structure,
    wraps,
)
from hzview.importing import lines as layout
from hzview.importing.source import Evidence, Line, Removal
from hzview.importing.structure import Node
from hzview.limits import DEFAULT, Limits
from hzview.model import Report, Role, Section

_ROLE_SAMPLE = 6_000


@dataclass(frozen=True, slots=True)
class Imported:
    """A report and what importing it did."""

    report: Report
    """The report."""
    removed: tuple[Removal, ...]
    """What of the file does not stand in the report's text, in the order of the file."""
    evidence: tuple[Evidence, ...] = ()
    """Where title, region, year and the rest were found."""
    notes: tuple[str, ...] = ()
    """What a person should look at: doubtful places, damaged characters; in Chinese, one line each."""
    encoding: str = ""
    """Encoding that a text file was read in; empty for formats that carry their own."""
    unit: str = "行"
    """What ``Removal.line`` counts, in Chinese: lines, paragraphs (段) or pages (页)."""


def import_report(
    data: bytes,
    name: str,
    *,
    as_printed: bool = False,
    title: str | None = None,
    region: str | None = None,
    year: int | None = None,
    limits: Limits = DEFAULT,
) -> Imported:
    """Make a report of a raw file.

    Args:
        data: The file's bytes.
        name: Its name, for messages and to tell formats apart that look alike.
        as_printed: Keep half-width punctuation between Chinese characters.
        title: Title to use instead of the one found.
        region: Region to use instead of the one found.
        year: Year of delivery to use instead of the one found.
        limits: What the file may take.

    Raises:
        HzviewError: The file is empty, no text, no report, damaged or beyond the limits.

    """
    name = characters.one_line(name)
    extracted = formats.extract(data, name, limits)
    lines, removed = _cleaned(extracted.lines)
    lines, guessed = wraps.unwrap(lines)
    front, body = head.split(lines)
    body, added = footnotes.with_heading(broken.join(glued.unglue(body)))
    if not body:
        raise HzviewError(f"{name}：没有找到正文")
    if not as_printed:
        body = [line.with_text(characters.full_width(line.text)) for line in body]
    root, appendices = structure.build(body)
    coda.settle(root)
    given = metadata.Given(title, region, year)
    source = characters.one_line(extracted.source)
    named = metadata.Named(characters.one_line(extracted.title), source, name)
    known = metadata.gather(front, named, body, _headings(root), given)
    report = Report(
        title=known.title or name,
        region=known.region,
        level=known.level,
        year=known.year,
        date=known.date,
        meeting=known.meeting,
        speaker=known.speaker,
        source=source or name,
        paragraphs=structure.paragraphs(root.lines),
        sections=_with_roles(root.children, known.year),
        appendices=tuple(replace(structure.section(node), role=Role.OTHER) for node in appendices),
    )
    gone = sorted(
        [*extracted.removed, *removed, *added, *head.removals(front)], key=lambda removal: removal.line
    )
    notes = (*extracted.notes, *guessed, *known.notes, *doubts.doubts(report), *doubts.seams(root))
    return Imported(report, tuple(gone), known.evidence, notes, extracted.encoding, extracted.unit)


def _cleaned(lines: list[Line]) -> tuple[list[Line], list[Removal]]:
    """Return lines without what is none of the text, and that."""
    lines, removed = characters.clean(layout.part(lines))
    for stage in (contents.strip, repeats.strip, chrome.strip):
        lines, gone = stage(lines)
        removed += gone
    return lines, removed


def _headings(root: Node) -> Iterator[str]:
    """Titles of the main sections and of those below them."""
    for node in root.children:
        yield node.title
    for node in root.children:
        yield from (child.title for child in node.children)


def _with_roles(nodes: list[Node], year: int | None) -> tuple[Section, ...]:
    """Return main sections with their roles."""
    sections: list[Section] = []
    before: Role | None = None
    for node in nodes:
        before = roles.role_of(node.title, _text(node)[:_ROLE_SAMPLE], year, before)
        section = structure.section(node)
        sections.append(replace(section, role=before, sections=_with_own_roles(node, section, before)))
    return tuple(sections)


def _with_own_roles(node: Node, section: Section, role: Role) -> tuple[Section, ...]:
    """Return the subsections of a section; those whose numbers begin anew may have a role of their own."""
    starts = [i for i, child in enumerate(node.children) if i and child.heading and child.heading.value == 1]
    if not starts:
        return section.sections
    subsections = list(section.sections)
    for start, end in pairwise([*starts, len(subsections)]):
        own = roles.role_of_run("".join(map(_text, node.children[start:end]))[:_ROLE_SAMPLE], role)
        subsections[start:end] = [replace(each, role=own) for each in subsections[start:end]]
    return tuple(subsections)


def _text(node: Node) -> str:
    return "".join(line.text for line in _lines(node))


def _lines(node: Node) -> Iterator[Line]:
    """Lines of a node and of those below it, in order."""
    yield from node.lines
    for child in node.children:
        yield from _lines(child)
    yield from node.coda
