"""Lines to sections and paragraphs: the tree of headings, appendices apart, topic sentences found."""

from __future__ import annotations

from dataclasses import dataclass, field

from hzview.importing import headings, leads
from hzview.importing.appendix import split_appendices, title_of
from hzview.importing.headings import Heading
from hzview.importing.markers import Style, marker
from hzview.importing.source import Line
from hzview.model import Paragraph, Section

_LEAST_ITEMS = 3
_LONGEST_PLAIN_TOPIC = 22
"""Characters of a topic sentence that no introduction to a section is as short as."""


@dataclass(slots=True)
class Node:
    """A section in the making."""

    title: str
    number: str = ""
    heading: Heading | None = None
    """Where it comes from; None for the body itself and for appendices."""
    lines: list[Line] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    coda: list[Line] = field(default_factory=list)
    """Lines behind its last subsection that belong to the whole of it."""


def build(lines: list[Line]) -> tuple[Node, list[Node]]:
    """Return the body as a nameless node with its sections below it, and the appendices."""
    body, appendices = split_appendices(lines)
    root = Node("")
    stack: list[Node] = []
    top_numeral = 0
    for line, heading in zip(body, headings.find(body), strict=True):
        if heading is None:
            (stack[-1] if stack else root).lines.append(line)
            continue
        node = Node(heading.title, heading.number, heading)
        _make_room(stack, heading, top_numeral)
        if heading.style is Style.NUMERAL and not stack:
            top_numeral = heading.value
        (stack[-1] if stack else root).children.append(node)
        stack.append(node)
        if heading.rest is not None:
            node.lines.append(heading.rest)
    _return_items(root)
    return root, [_appendix(part) for part in appendices]


def _make_room(stack: list[Node], heading: Heading, top_numeral: int) -> None:
    """Close the sections that end where ``heading`` begins."""
    if heading.style is Style.NUMERAL:
        numerals = [i for i, node in enumerate(stack) if _is_numeral_like(node, heading)]
        before = [i for i in numerals if _value(stack[i]) == heading.value - 1]
        if before:
            del stack[before[-1] :]
            return
        if heading.value == top_numeral + 1 and heading.value > 1:
            stack.clear()
            return
        if heading.value == 1 and numerals == [0]:
            del stack[numerals[-1] + 1 :]  # 一、 anew inside of 二、
            return
    while stack and not _contains(stack[-1], heading):
        stack.pop()


def _is_numeral_like(node: Node, heading: Heading) -> bool:
    """Whether an open section is numbered 一、 too, on the same level of markup."""
    around = node.heading
    return around is not None and around.style is Style.NUMERAL and around.level == heading.level


def _value(node: Node) -> int:
    return node.heading.value if node.heading is not None else 0


def _contains(node: Node, heading: Heading) -> bool:
    """Whether a section that is open holds a heading: by the levels of markup where both have one, else by rank."""
    around = node.heading
    if around is None:
        return True
    if around.level and heading.level and around.level != heading.level:
        return around.level < heading.level
    if around.level and {around.style, heading.style} & {Style.UNNUMBERED, Style.TITLED}:
        return heading.level == 0
    return around.rank < heading.rank


def _return_items(root: Node) -> None:
    """Turn subsections that are single lines, most without a text of their own, back into the list that they are."""
    open_nodes = [root]
    while open_nodes:
        node = open_nodes.pop()
        bare = [len(child.lines) - _run_in(child) == 0 and not child.children for child in node.children]
        empty = sum(not child.lines for child in node.children)
        if node is not root and len(bare) >= _LEAST_ITEMS and all(bare[:-1]) and empty * 2 >= len(bare):
            for child in node.children:
                if child.heading is not None:
                    node.lines += [child.heading.line, *child.lines[_run_in(child) :]]
            node.children = node.children[-1].children
        open_nodes += node.children


def _run_in(node: Node) -> int:
    """How many of a node's lines stand on the line of its heading: 1 or 0."""
    return int(node.heading is not None and node.heading.rest is not None)


def _appendix(lines: list[Line]) -> Node:
    """Return an appendix; a bare 附件1 is the number of the title on the line below it."""
    number, title, taken = title_of(lines)
    return Node(title, number, lines=lines[taken:])


def section(node: Node) -> Section:
    """Return a node as a section of a report, without roles."""
    return Section(
        title=node.title,
        number=node.number,
        paragraphs=paragraphs(node.lines),
        sections=tuple(section(child) for child in node.children),
        coda=paragraphs(node.coda),
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
            joined.append(Line(line.text + below.text, line.number, len(line.text) if line.bold else 0))
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
    if found.sure or (len(line.text) <= _LONGEST_PLAIN_TOPIC and "，" not in line.text):
        return True
    own = leads.opening(below.text, below.bold)
    return own is None or (not own.sure and own.length > max(24, found.length))
