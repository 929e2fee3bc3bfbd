"""What passes between the stages of an import: lines of text with where they came from, and what was taken out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file on its way to becoming a heading or a paragraph."""

    text: str
    """Its text, without markup."""
    number: int
    """Where it stands in the source, from 1: a line (txt, md, html), a paragraph (docx) or a page (pdf)."""
    bold: int = 0
    """Code points at its start that are bold."""
    level: int = 0
    """Level of a heading by markup (1–6); 0 where markup says nothing."""
    opens: bool = True
    """Whether layout says that a paragraph begins here (blank line before it, indentation, an element of its own)."""

    indent: bool = False
    """Whether it stands in as the first line of a paragraph does."""
    carries: bool = False
    """Whether only a line end inside of bold print or of a heading parts it from the line before."""
    torn: bool = False
    """Whether a page ends right before it: a blank line there says nothing of paragraphs."""

    def with_text(self, text: str) -> Line:
        """Return the line with another text; what is bold of it is kept as far as it reaches."""
        if text == self.text:
            return self
        bold = len(text) if self.bold >= len(self.text) else min(self.bold, len(text))
        return replace(self, text=text, bold=bold)

    def part(self, start: int, end: int | None = None) -> Line:
        """Return the part ``start``–``end`` of the line, without blanks around it, as a line of its own."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        bold = max(0, min(self.bold - start, len(text)))
        return replace(self, text=text, bold=bold, level=self.level if start == 0 else 0)


@dataclass(frozen=True, slots=True)
class Removal:
    """Something that stood in the file and does not stand in the report's text."""

    line: int
    """Where it stood (``Line.number``)."""
    text: str
    """What was taken out, as it stood."""
    reason: str
    """Why, in Chinese, for the person who reads the report of an import."""
    instead: str = ""
    """What stands in its place, where something does (2018年 for 20xx年)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something that is known about the report was found."""

    field: str
    """Name of the field of ``Report``: title, region, level, year, date, meeting, speaker."""
    value: str
    """What it was taken to be."""
    found: str
    """The words that say so, and where they stand, in Chinese."""


@dataclass(slots=True)
class Extracted:
    """What a file holds, format apart."""

    lines: list[Line]
    """Its lines in reading order, empty ones left out."""
    title: str = ""
    """A title that stands in the file but not in its text (front matter, HTML title)."""
    source: str = ""
    """Where the text came from, if the file says so."""
    encoding: str = ""
    """Encoding that a text file was read in."""
    unit: str = "行"
    """What ``Line.number`` counts, in Chinese: lines, paragraphs (段) or pages (页)."""
    notes: list[str] = field(default_factory=list)
    """What a person should know of how it was read, in Chinese."""
    removed: list[Removal] = field(default_factory=list)
    """What reading it left out."""
