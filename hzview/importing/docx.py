"""Word files (docx): paragraphs with what of them is bold, numbers that Word counts, footnotes, text boxes, tables.

Read from the parts themselves by lxml, with entities off: python-docx gives neither text boxes, footnotes nor the
numbers of numbered paragraphs. Deleted revisions, hidden text, headers and footers are no part of the text.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from hzview.errors import HzviewError
from hzview.importing import footnotes
from hzview.importing.numbering import Numbering
from hzview.importing.runs import Runs
from hzview.importing.source import Extracted, Line, Removal
from hzview.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    {
        "del",
        "moveFrom",
        "Fallback",
        "instrText",
        "delText",
        "delInstrText",
        "rubyBase",
        "pict_fallback",
        "sdtPr",
    }
)
_OFF = frozenset({"0", "false", "off", "none"})
_SEPARATE_CELLS = " | "
_LEAST_FRAMED = 8
"""Paragraphs of a cell that frames a text; a cell of a table of data has fewer."""
_MAX_PARTS = 20_000


class Package:
    """The parts of a docx, unpacked one at a time and never beyond the limits."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        if data.count(b"PK\x01\x02") > _MAX_PARTS:
            raise HzviewError(f"{name}：压缩包里的文件超过 {_MAX_PARTS} 个")
        try:
            self.archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
            raise HzviewError(f"{name}：Word 文件（docx）已损坏，读不出") from error
        self.names = frozenset(self.archive.namelist())

    def xml(self, part: str) -> _Element | None:
        """Return the root element of a part, None where the package has no such part."""
        if part not in self.names:
            return None
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
        )
        try:
            with self.archive.open(part) as file:
                data = file.read((self.limits.unpacked_mb << 20) + 1)
            if len(data) > self.limits.unpacked_mb << 20:
                said = f"{self.name}：{part} 解压后超过 {self.limits.unpacked_mb} MB，疑似压缩炸弹"
                size = self.archive.getinfo(part).file_size >> 20
                raise self.limits.exceeded(said, "unpacked_mb", size)
            return etree.fromstring(data, parser)
        except (
            zipfile.error,
            zlib.error,
            RuntimeError,
            NotImplementedError,
            OSError,
            EOFError,
            ValueError,
        ) as error:
            raise HzviewError(f"{self.name}：Word 文件里的 {part} 已损坏或有密码，读不出") from error
        except etree.LxmlError as error:
            raise HzviewError(f"{self.name}：Word 文件里的 {part} 不是完好的 XML{_place(error)}") from error


def extract(data: bytes, name: str, limits: Limits) -> Extracted:
    """Return the paragraphs of a docx.

    Raises:
        HzviewError: It is damaged, encrypted, no text document, or beyond the limits.

    """
    package = Package(data, name, limits)
    main = _main_part(package)
    root = package.xml(main)
    if root is None:
        raise HzviewError(f"{name}：压缩包里没有 Word 正文（{main}），不是 Word 文件")
    folder = main.rpartition("/")[0]
    reader = _Reader(Styles.read(package, folder), Numbering(package.xml(f"{folder}/numbering.xml")))
    reader.body(root)
    for part, kind in (("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")):
        reader.notes(package.xml(f"{folder}/{part}"), kind)
    extracted = Extracted(reader.lines, unit="段", removed=reader.added)
    if reader.numbering.written:
        extracted.notes.append(f"Word 自动编号 {reader.numbering.written} 处已写成文字")
    return extracted


def _place(error: Exception) -> str:
    """Where in a part an error of its XML stands, or nothing."""
    line, column = getattr(error, "position", (None, None))
    return f"（第 {line} 行第 {column} 列）" if line and column else ""


def _main_part(package: Package) -> str:
    """The part that holds the text: what the package's relations name, else where Word puts it."""
    relations = package.xml("_rels/.rels")
    for relation in relations if relations is not None else ():
        if str(relation.get("Type", "")).endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _local(element: _Element) -> str:
    """An element's name without its namespace; Word's two dialects differ in nothing else here."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element: _Element | None, *path: str) -> _Element | None:
    """The first element at a path of local names below ``element``."""
    for name in path:
        if element is None:
            return None
        element = next((child for child in element if _local(child) == name), None)
    return element


def _value(element: _Element | None, attribute: str = "val") -> str | None:
    """An attribute by its local name; an element without it says "on", which is the empty string."""
    if element is None:
        return None
    return next(
        (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == attribute), ""
    )


def _is_on(element: _Element | None) -> bool | None:
    """Whether a switch (w:b, w:vanish) is on; None where it is not there."""
    value = _value(element)
    return None if value is None else value not in _OFF


@dataclass(slots=True)
class Styles:
    """What of a document's styles matters: outline level and bold, by style."""

    level: dict[str, int] = field(default_factory=dict)
    bold: dict[str, bool] = field(default_factory=dict)
    numbered: dict[str, tuple[str, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, package: Package, folder: str) -> Styles:
        """Read the styles of a package."""
        styles = cls()
        root = package.xml(f"{folder}/styles.xml")
        for style in root if root is not None else ():
            identifier = _value(style, "styleId")
            if _local(style) != "style" or not identifier:
                continue
            level = _value(_child(style, "pPr", "outlineLvl"))
            if level and level.isdigit() and int(level) < 6:
                styles.level[identifier] = int(level) + 1
            if _is_on(_child(style, "rPr", "b")):
                styles.bold[identifier] = True
            number = _value(_child(style, "pPr", "numPr", "numId"))
            if number:
                depth = _value(_child(style, "pPr", "numPr", "ilvl")) or "0"
                styles.numbered[identifier] = (number, int(depth) if depth.isdigit() else 0)
        return styles


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read."""

    runs: Runs = field(default_factory=Runs)
    level: int = 0
    bold: bool = False
    label: str = ""


class _Reader:
    """Walks a document without recursion and gathers its paragraphs."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.lines: list[Line] = []
        self.added: list[Removal] = []
        self._open: list[_Paragraph] = []
        self._inside: list[Line] = []
        self._rows: list[list[list[Line]]] = []
        self._number = 0
        self._note_numbers: dict[tuple[str, str], int] = {}

    def body(self, root: _Element) -> None:
        """Read a document, a footnote or whatever holds paragraphs."""
        from lxml import etree

        walker: Any = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            name = _local(element)
            if event == "start":
                if name in _SKIPPED or (name == "r" and _is_on(_child(element, "rPr", "vanish"))):
                    walker.skip_subtree()
                elif name == "p":
                    self._open.append(self._begin(element))
                elif name == "tr":
                    self._rows.append([])
                elif name == "tc" and self._rows:
                    self._rows[-1].append([])
                else:
                    self._say(name, element)
            elif name == "p" and self._open:
                self._close(self._open.pop())
            elif name == "tr" and self._rows:
                self._close_row(self._rows.pop())

    def notes(self, root: _Element | None, kind: str) -> None:
        """Append the notes that the text refers to, under a heading of their own."""
        wanted = {identifier: number for (of, identifier), number in self._note_numbers.items() if of == kind}
        found = [note for note in (root if root is not None else ()) if _value(note, "id") in wanted]
        if found:
            self._number += 1
            head, added = footnotes.heading(self._number)
            self.lines.append(head)
            self.added.append(added)
        for note in found:
            before = len(self.lines)
            self.body(note)
            label = f"[{wanted[_value(note, 'id') or '']}] "
            if len(self.lines) > before:
                self.lines[before] = self.lines[before].with_text(label + self.lines[before].text)

    def _begin(self, element: _Element) -> _Paragraph:
        properties = _child(element, "pPr")
        style = _value(_child(properties, "pStyle")) or ""
        level = _value(_child(properties, "outlineLvl"))
        paragraph = _Paragraph(bold=self.styles.bold.get(style, False))
        paragraph.level = (
            int(level) + 1
            if level and level.isdigit() and int(level) < 6
            else self.styles.level.get(style, 0)
        )
        number = _value(_child(properties, "numPr", "numId"))
        depth = _value(_child(properties, "numPr", "ilvl")) or "0"
        own = (number, int(depth) if depth.isdigit() else 0) if number else self.styles.numbered.get(style)
        if own is not None:
            paragraph.label = self.numbering.label(*own)
        return paragraph

    def _say(self, name: str, element: _Element) -> None:
        """Add what an element says to the paragraph that is open."""
        if not self._open:
            return
        runs = self._open[-1].runs
        own = _is_on(_child(element.getparent(), "rPr", "b"))
        bold = self._open[-1].bold if own is None else own
        if name == "t":
            text = (element.text or "").replace("\n", " ")
            if _value(_child(element.getparent(), "rPr", "vertAlign")) == "superscript":
                text = footnotes.mark(text, runs.tail)
            runs.add(text, bold)
        elif name == "br":
            runs.add("" if _value(element, "type") == "page" else "\n", bold)
        elif name == "cr":
            runs.add("\n")
        elif name == "tab" and _local(element.getparent()) == "r":
            runs.add(" ")
        elif name == "noBreakHyphen":
            runs.add("-")
        elif name in ("footnoteReference", "endnoteReference"):
            key = (name.removesuffix("Reference"), _value(element, "id") or "")
            runs.add(f"[{self._note_numbers.setdefault(key, len(self._note_numbers) + 1)}]")

    def _close(self, paragraph: _Paragraph) -> None:
        """Turn a paragraph that ends into lines; one inside a text box comes behind the paragraph that holds it."""
        if paragraph.label and any(text.strip() for text, _ in paragraph.runs.pieces):
            first_bold = paragraph.runs.pieces[0][1]
            paragraph.runs.pieces.insert(0, (paragraph.label, first_bold))
            self.numbering.written += 1
        self._number += 1
        lines = list(paragraph.runs.lines(self._number, paragraph.level))
        if self._open:
            self._inside += lines
        else:
            self._add([*lines, *self._inside])
            self._inside = []

    def _close_row(self, row: list[list[Line]]) -> None:
        """Add a row: its cells on one line, or where it only frames a text the paragraphs that it holds."""
        cells = [cell for cell in row if cell]
        if len(cells) == 1 or any(len(cell) >= _LEAST_FRAMED for cell in cells):
            self._add([line for cell in cells for line in cell])
        elif cells:
            self._number += 1
            said = _SEPARATE_CELLS.join("".join(line.text for line in cell) for cell in cells)
            self._add([Line(said, self._number)])

    def _add(self, lines: list[Line]) -> None:
        if self._rows and self._rows[-1]:
            self._rows[-1][-1] += lines
        else:
            self.lines += lines
