"""Markdown as reports come in it: front matter, headings, bold headings and bold topic sentences.

Only what marks headings is read as markup; a report's own asterisks, numbers and dashes are text and stay. So this is
no parser of Markdown: a parser would turn ``1.`` and ``——`` into lists and rules, and lose them.
"""

from __future__ import annotations

import re

from hzview.importing import footnotes
from hzview.importing.plain import lines_of
from hzview.importing.source import Extracted, Line, Removal

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]++)[ \t]*+[:：][ \t]*+(?:\n[ \t]*+-[ \t])?(.*)$", re.MULTILINE)
"""A field of front matter and its value; of a list the first one."""
_HEADING = re.compile(r"(#{1,6})\s+(.*)\Z")
_BOLD = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
_LONGEST_TITLE = 200
_RULE = re.compile(r"(?:[-*_]\s*){3,}\Z")
_TABLE_RULE = re.compile(r"\|?(?: ?:?-{3,}:? ?\|)+(?: ?:?-{3,}:? ?)?\Z")
_QUOTE = re.compile(r"(?:>\s*)+")
_LINK = re.compile(
    r"!?\[([^\]\[]{0,200})\]\((?:https?:|/|#|mailto:|javascript:)[^()\s]{0,500}(?:\([^()]{0,100}\)[^()\s]{0,100})?\)"
)
_SPAN = re.compile(r"\[([^\]\[]{0,200})\]\{[.#][^{}\n]{0,200}\}")
"""A span with attributes, as Pandoc writes bookmarks and underlined words: []{#_Toc123 .anchor}."""
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def extract(text: str) -> Extracted:
    """Return the lines of a Markdown text (one kind of line end)."""
    fields: dict[str, str] = {}
    removed: list[Removal] = []
    front = _FRONT_MATTER.match(text)
    if front:
        fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front.group(1))}
        removed.append(Removal(1, front.group(1), "文首的元数据（front matter）"))
        # The lines keep their numbers: the front matter leaves as many line ends as it had.
        text = "\n" * front.group(0).count("\n") + text[front.end() :]
    lines = [
        _unmark(line)
        for line in lines_of(text)
        if not _RULE.match(line.text) and not _TABLE_RULE.match(line.text)
    ]
    lines, moved = footnotes.from_markdown([line for line in lines if line.text])
    return Extracted(
        lines,
        title=fields.get("title", "")[:_LONGEST_TITLE],
        source=fields.get("source", ""),
        removed=removed + moved,
    )


def _unmark(line: Line) -> Line:
    """Take the markup off a line and keep what it says: heading level, bold beginning."""
    text = _QUOTE.sub("", line.text, count=1) if line.text.startswith(">") else line.text
    heading = _HEADING.match(text)
    level = len(heading.group(1)) if heading else 0
    text = heading.group(2).rstrip("#") if heading else text
    if "]" in text:
        text = _LINK.sub(r"\1", _SPAN.sub(r"\1", text))
    text = text.strip()
    if text.startswith("|") and text.endswith("|"):
        text = text.strip("| ")
    bold = _bold_length(text)
    text = _BOLD.sub("", text) if "**" in text or "__" in text else text
    text = (_ESCAPE.sub(r"\1", text) if "\\" in text else text).strip()
    return Line(text, line.number, min(bold, len(text)), level, line.opens or bool(level))


def _bold_length(text: str) -> int:
    """Code points at the start of a line that are bold, counted without the marks; gaps without text do not end it."""
    if not text.startswith(("**", "__")):
        return 0
    length = 0
    for index, piece in enumerate(_BOLD.split(text)):
        if index % 2:
            length += len(piece)
        elif piece.strip() and index:
            break
    return length
