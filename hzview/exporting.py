"""Rows to lines of text: an aligned table, JSON lines, CSV, Markdown.

Every function yields lines without their ends. Numbers stay exact: a ``Decimal`` is written digit by digit, never by way
of a float, in JSON too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from hzview.printable import one_line

Row = Mapping[str, object]
"""One row: field names to strings, exact numbers, booleans, None, or sequences of strings."""


class Format(StrEnum):
    """How rows are written."""

    TEXT = "text"
    """For people: a table aligned by cells."""
    JSONL = "jsonl"
    """One JSON object a line, all fields."""
    CSV = "csv"
    """With a line of field names, all fields."""
    MD = "md"
    """A Markdown table."""


class Column(NamedTuple):
    """A column of a table for people: ``text`` and ``md``."""

    key: str
    """Field of the row that it shows."""
    title: str
    """Its heading."""
    right: bool = False
    """Whether it is set flush right."""
    most: int = 0
    """Width in cells beyond which a plain text table cuts a cell off with …; 0 for none."""


def export(rows: Iterable[Row], columns: Sequence[Column], form: Format, width: int = 0) -> Iterator[str]:
    """Write ``rows`` in the format ``form``.

    ``columns`` choose and head the fields of the tables for people; an aligned table takes ``width`` cells at most, 0
    for as many as it needs.
    """
    match form:
        case Format.JSONL:
            return jsonl(rows)
        case Format.CSV:
            return csv(rows)
        case Format.MD:
            return markdown(rows, columns)
        case Format.TEXT:
            return table(rows, columns, width)


def jsonl(rows: Iterable[Row]) -> Iterator[str]:
    """Write each row as one JSON object, characters as they are."""
    from json import JSONEncoder

    encode = JSONEncoder(ensure_ascii=False).encode

    def value(item: object) -> str:
        return format(item, "f") if isinstance(item, Decimal) else encode(item)

    for row in rows:
        yield "{" + ", ".join(f"{encode(key)}: {value(item)}" for key, item in row.items()) + "}"


def csv(rows: Iterable[Row], delimiter: str = ",") -> Iterator[str]:
    """Write a line of field names, taken from the first row, then each row; nothing where there is no row.

    With a tab for ``delimiter`` it is what a spreadsheet takes from the clipboard.
    """
    from csv import writer
    from io import StringIO

    buffer = StringIO()
    out = writer(buffer, delimiter=delimiter, lineterminator="")

    def line(cells: Iterable[str]) -> str:
        buffer.seek(0)
        buffer.truncate()
        out.writerow(cells)
        return buffer.getvalue()

    first = True
    for row in rows:
        if first:
            yield line(row)
            first = False
        yield line(_inert(item) for item in row.values())


def markdown(rows: Iterable[Row], columns: Sequence[Column]) -> Iterator[str]:
    """Write a table in GitHub's Markdown; nothing where there is no row."""
    first = True
    for row in rows:
        if first:
            yield _bar(_escaped(column.title) for column in columns)
            yield _bar("---:" if column.right else "---" for column in columns)
            first = False
        yield _bar(_escaped(_shown(row.get(column.key))) for column in columns)


def table(rows: Iterable[Row], columns: Sequence[Column], width: int = 0) -> Iterator[str]:
    """Write a table aligned by cells, cut off with … beyond ``width`` (0: not at all); nothing where there is no row."""
    from hzview.typeset import cell_width

    grid = [[(c.title, cell_width(c.title)) for c in columns]]
    grid += ([_clipped(_shown(row.get(c.key)), c.most) for c in columns] for row in rows)
    if len(grid) == 1:
        return
    widths = [max(line[i][1] for line in grid) for i in range(len(columns))]
    for line in grid:
        cells = []
        for column, most, (text, taken) in zip(columns, widths, line, strict=True):
            gap = " " * (most - taken)
            cells.append(gap + text if column.right else text + gap)
        yield _clipped("  ".join(cells).rstrip(), width)[0]


def _shown(item: object) -> str:
    """Return a value as one line of text."""
    match item:
        case None:
            return ""
        case bool():
            return "是" if item else "否"
        case Decimal():
            return format(item, "f")
        case list() | tuple():
            return "、".join(_shown(part) for part in item)
        case _:
            text = str(item)
            return text if text.isprintable() else one_line(text)


_FORMULA = "=+-@＝＋－＠"
"""What a spreadsheet takes for the start of a formula (OWASP, CSV Injection), in either width."""


def _inert(item: object) -> str:
    """Return a CSV cell that a spreadsheet does not run: text that begins like a formula gets an apostrophe."""
    match item:
        case bool():
            return "true" if item else "false"
        case list() | tuple():
            text = "+".join(_shown(part) for part in item)
        case _:
            text = _shown(item)
    if isinstance(item, int | Decimal) or not text.startswith(tuple(_FORMULA)):
        return text
    signed_number = re.fullmatch(r"[+\-＋－][\d０-９.,．，]+[%％‰]?", text)
    return text if signed_number else "'" + text


def _escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return re.sub(r"([\\|`*_<\[\]~])", r"\\\1", text)


def _bar(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


@lru_cache(maxsize=4096)
def _clipped(text: str, most: int) -> tuple[str, int]:
    """Return ``text``, cut off with … beyond ``most`` cells (0: not at all), and the cells that it takes."""
    from hzview.typeset import cell_width

    width = cell_width(text)
    if not most or width <= most:
        return text, width
    end = min(len(text), most - 1)
    while (width := cell_width(text[:end])) > most - 1:
        end -= 1
    return text[:end] + "…", width + cell_width("…")
