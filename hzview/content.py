"""A report to and from TOML, in a form that a person can read and mend.

::

    paragraphs = ["what stands before the first heading"]

    [report]
    title = "2018年湖州市政府工作报告"
    year = 2018

    [[sections]]
    number = "一、"
    title = "2017年主要工作"
    role = "review"
    paragraphs = [
        "…",
        { lead = "topic sentence。", text = "the rest of its paragraph" },
    ]

    [[sections.sections]]
    …

    [[appendices]]
    …

A paragraph that belongs to a section around the one that it stands in says so by that section's ``level`` (1 for those
under ``[[sections]]``): it closes the last subsection, and is the coda of the section of that level.

``dump(parse(text, name))`` gives ``text`` back byte for byte where ``dump`` wrote it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hzview.errors import HzviewError
from hzview.model import Paragraph, Report, Role, Section
from hzview.printable import one_line

MAX_DEPTH = 16
"""Sections nested deeper than this are refused."""

_REPORT_KEYS = ("title", "region", "level", "year", "date", "meeting", "speaker", "source")
_SECTION_KEYS = ("number", "title", "role", "paragraphs", "sections")
_TOP_KEYS = ("paragraphs", "report", "sections", "appendices")


def bundled() -> Path:
    """Return the path of the report that hzview ships with: beside the package in a wheel, else in the checkout."""
    package = Path(__file__).parent
    shipped = package / "bundled" / "huzhou-2018.toml"
    return shipped if shipped.exists() else package.parent / "content" / "huzhou-2018.toml"


def parse(text: str, name: str) -> Report:
    """Read a report from ``text``; ``name`` is what messages call it.

    Raises:
        HzviewError: ``text`` is not TOML, or not a report; the message names the line and the key.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise HzviewError(_syntax_message(name, text, error)) from error
    except RecursionError as error:
        raise HzviewError(f"{name}：嵌套过深，无法读取") from error
    return _Reader(name, text).report(document)


def _syntax_message(name: str, text: str, error: tomllib.TOMLDecodeError) -> str:
    place = re.search(r"at line (\d+), column (\d+)", str(error))
    if place:
        return f"{name}：第 {place[1]} 行第 {place[2]} 列：不是合法的 TOML"
    return f"{name}：第 {text.count(chr(10)) + 1} 行（文件末尾）：不是合法的 TOML"


@dataclass(frozen=True, slots=True)
class _Closing:
    """A paragraph at the end of a section that belongs to one around it."""

    level: int
    """Depth of the section that it belongs to."""
    paragraph: Paragraph
    """The paragraph."""
    path: str
    """Its key, for messages."""


class _Reader:
    """Builds a report out of a TOML document, and says where the document is not one."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._text = text

    def report(self, document: Mapping[str, Any]) -> Report:
        """Return the report that ``document`` holds; raise ``HzviewError`` where it holds none."""
        self._only(document, "", _TOP_KEYS)
        meta = document.get("report")
        if not isinstance(meta, dict):
            raise self._error("report", "缺少 [report] 表" if meta is None else "应为表")
        self._only(meta, "report", _REPORT_KEYS)
        if not self._string(meta, "report", "title"):
            raise self._error("report.title", "缺少标题")
        year = meta.get("year")
        if year is not None and (type(year) is not int or not 1 <= year <= 9999):
            raise self._error("report.year", "应为四位年份")
        return Report(
            **{key: self._string(meta, "report", key) for key in _REPORT_KEYS if key != "year"},
            year=year,
            paragraphs=self._paragraphs(document, ""),
            sections=self._sections(document, "", "sections", 1)[0],
            appendices=self._sections(document, "", "appendices", 1)[0],
        )

    def _sections(
        self, table: Mapping[str, Any], path: str, key: str, depth: int
    ) -> tuple[tuple[Section, ...], list[_Closing]]:
        """Return sections, and what closes the last of them and belongs to a section around them."""
        path = _join(path, key)
        if depth > MAX_DEPTH:
            raise self._error(path, f"章节嵌套超过 {MAX_DEPTH} 层")
        sections: list[Section] = []
        closing: list[_Closing] = []
        for number, item in enumerate(self._list(table, path, key)):
            if closing:
                raise self._error(closing[0].path, "level 只能写在上一级的最后一节里")
            section, closing = self._section(item, f"{path}[{number}]", depth)
            sections.append(section)
        return tuple(sections), closing

    def _section(self, table: object, path: str, depth: int) -> tuple[Section, list[_Closing]]:
        """Return a section, and what closes it and belongs to a section around it."""
        if not isinstance(table, dict):
            raise self._error(path, "应为表")
        self._only(table, path, _SECTION_KEYS)
        role = self._string(table, path, "role")
        if role and role not in tuple(Role):
            raise self._error(f"{path}.role", f"“{one_line(role)}”不是 {'、'.join(Role)} 之一")
        title, number = self._string(table, path, "title"), self._string(table, path, "number")
        if not title and not number:
            raise self._error(f"{path}.title", "缺少标题")
        sections, below = self._sections(table, path, "sections", depth + 1)
        paragraphs, closing = self._leveled(table, path, depth)
        if closing and sections:
            raise self._error(closing[0].path, "level 只能写在最后一节的末段里")
        own = tuple(closed.paragraph for closed in below if closed.level == depth)
        section = Section(title, number, Role(role) if role else None, paragraphs, sections, own)
        return section, closing + [closed for closed in below if closed.level < depth]

    def _paragraphs(self, table: Mapping[str, Any], path: str) -> tuple[Paragraph, ...]:
        path = _join(path, "paragraphs")
        return tuple(
            self._paragraph(item, f"{path}[{i}]")
            for i, item in enumerate(self._list(table, path, "paragraphs"))
        )

    def _leveled(
        self, table: Mapping[str, Any], path: str, depth: int
    ) -> tuple[tuple[Paragraph, ...], list[_Closing]]:
        """Return the paragraphs of a section, and those at its end that belong to a section around it."""
        path = _join(path, "paragraphs")
        paragraphs: list[Paragraph] = []
        closing: list[_Closing] = []
        for number, item in enumerate(self._list(table, path, "paragraphs")):
            place = f"{path}[{number}]"
            level = item.get("level") if isinstance(item, dict) else None
            paragraph = self._paragraph(item, place, ("level",))
            if level is None and not closing:
                paragraphs.append(paragraph)
            elif type(level) is not int or not 1 <= level < depth:
                raise self._error(
                    place, f"level 应为 1 到 {depth - 1} 的整数" if depth > 1 else "这里不能写 level"
                )
            elif closing and level > closing[-1].level:
                raise self._error(place, "level 应由内层到外层，从大到小")
            else:
                closing.append(_Closing(level, paragraph, place))
        return tuple(paragraphs), closing

    def _paragraph(self, item: object, path: str, further: tuple[str, ...] = ()) -> Paragraph:
        if isinstance(item, str):
            return Paragraph(one_line(item))
        if not isinstance(item, dict):
            raise self._error(path, '应为字符串或 { lead = "…", text = "…" }')
        self._only(item, path, ("lead", "text", *further))
        lead = self._string(item, path, "lead")
        return Paragraph(lead + self._string(item, path, "text"), len(lead))

    def _list(self, table: Mapping[str, Any], path: str, key: str) -> Sequence[Any]:
        items = table.get(key, [])
        if not isinstance(items, list):
            raise self._error(path, "应为数组")
        return items

    def _string(self, table: Mapping[str, Any], path: str, key: str) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            raise self._error(_join(path, key), "应为字符串")
        return one_line(value)

    def _only(self, table: Mapping[str, Any], path: str, keys: Sequence[str]) -> None:
        for key in table:
            if key not in keys:
                raise self._error(_join(path, key), f"不认识的键，可用的有 {'、'.join(keys)}")

    def _error(self, path: str, what: str) -> HzviewError:
        line = _line_of(self._text, path)
        place = f"第 {line} 行，" if line else ""
        return HzviewError(f"{self._name}：{place}{one_line(path)}：{what}")


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\s]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r'\s*"?([\w-]+)"?\s*=')
_QUOTES = re.compile(r'"""|\'\'\'')


def _line_of(text: str, path: str) -> int:
    """Return the line (from 1) where the key ``path`` (sections[1].title) stands, or its nearest table; 0 if unknown.

    tomllib keeps no positions. This reads headers and keys only, which is exact for files in the shape of ``dump``.
    """
    lines: dict[str, int] = {}
    for number, found in _keys(text):
        lines.setdefault(found, number)
    while path:
        if path in lines:
            return lines[path]
        path = re.sub(r"(\[\d+\]|(?:^|\.)[^.\[]*)$", "", path)
    return 0


def _keys(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, path) for each table header, key and array item on a line of its own of a TOML text."""
    counts: dict[str, int] = {}
    table, inside, array, items = "", "", "", 0
    for number, line in enumerate(text.split("\n"), 1):
        was_inside = inside
        for quote in _QUOTES.findall(line):
            inside = "" if inside == quote else inside or quote
        if was_inside:
            continue
        if array:
            bare = line.strip()
            if bare.startswith("]"):
                array = ""
            elif bare and not bare.startswith("#"):
                yield number, f"{array}[{items}]"
                items += 1
            continue
        if header := _HEADER.match(line):
            *parents, last = (part.strip() for part in header[2].split("."))
            table = ""
            for parent in parents:
                table = _join(table, parent)
                table += f"[{counts[table] - 1}]" if table in counts else ""
            table = _join(table, last)
            if header[1] == "[[":
                counts[table] = counts.get(table, 0) + 1
                table += f"[{counts[table] - 1}]"
            yield number, table
        elif key := _KEY.match(line):
            yield number, _join(table, key[1])
            if line.rstrip().endswith("["):
                array, items = _join(table, key[1]), 0


def dump(report: Report) -> str:
    """Return ``report`` as TOML that ``parse`` reads and a person can mend: one paragraph a line."""
    import tomli_w

    def value(item: object) -> str:
        return tomli_w.dumps({"x": item})[len("x = ") : -1]

    lines: list[str] = []
    if report.paragraphs:
        lines += [*_paragraph_lines(report.paragraphs, value), ""]
    lines.append("[report]")
    lines += [
        f"{key} = {value(item)}" for key in _REPORT_KEYS if (item := getattr(report, key)) not in ("", None)
    ]
    for name, sections in (("sections", report.sections), ("appendices", report.appendices)):
        for section in sections:
            lines += _section_lines(section, name, 1, (), value)
    return "\n".join(lines) + "\n"


def _section_lines(
    section: Section,
    path: str,
    depth: int,
    closing: Sequence[tuple[int, Paragraph]],
    value: Callable[[object], str],
) -> Iterator[str]:
    """Yield the lines of a section; ``closing`` is what stands at its end and belongs to sections around it."""
    yield ""
    yield f"[[{path}]]"
    if section.number:
        yield f"number = {value(section.number)}"
    yield f"title = {value(section.title)}"
    if section.role:
        yield f"role = {value(section.role.value)}"
    if section.sections:
        if section.paragraphs:
            yield from _paragraph_lines(section.paragraphs, value)
        below = (*((depth, paragraph) for paragraph in section.coda), *closing)
        *others, last = section.sections
        for child in others:
            yield from _section_lines(child, f"{path}.sections", depth + 1, (), value)
        yield from _section_lines(last, f"{path}.sections", depth + 1, below, value)
    elif section.paragraphs or section.coda or closing:
        yield from _paragraph_lines((*section.paragraphs, *section.coda), value, closing)


def _paragraph_lines(
    paragraphs: Sequence[Paragraph],
    value: Callable[[object], str],
    closing: Sequence[tuple[int, Paragraph]] = (),
) -> Iterator[str]:
    yield "paragraphs = ["
    for paragraph in paragraphs:
        lead = _lead(paragraph, value)
        rest = value(paragraph.text[paragraph.lead :])
        yield f"    {{ {lead}text = {rest} }}," if lead else f"    {rest},"
    for level, paragraph in closing:
        rest = value(paragraph.text[paragraph.lead :])
        yield f"    {{ level = {level}, {_lead(paragraph, value)}text = {rest} }},"
    yield "]"


def _lead(paragraph: Paragraph, value: Callable[[object], str]) -> str:
    """Return the topic sentence of a paragraph as it stands in a table, or nothing."""
    return f"lead = {value(paragraph.text[: paragraph.lead])}, " if paragraph.lead else ""
