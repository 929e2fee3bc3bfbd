"""Plain text: its lines, with what their layout says."""

from __future__ import annotations

import re
from dataclasses import replace

from hzview.importing import pages
from hzview.importing.runs import INDENT
from hzview.importing.source import Extracted, Line

_BREAK = re.compile("[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLOCK_TAG = re.compile(r"<(?:br|/?(?:p|div|h[1-6]|li|tr|table|center))\b[^<>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:br|p|div|h[1-6]|li|ul|ol|tr|td|th|table|tbody|center|span|font|strong|b|i|u|em|a|img|sup|sub)\b[^<>]{0,300}>",
    re.IGNORECASE,
)


def extract(text: str) -> Extracted:
    """Return the lines of a plain text (one kind of line end); tags left over in it end a line or go."""
    lines = lines_of(text)
    tags = len(_TAG.findall(text))
    if not tags:
        return Extracted(lines)
    pieces = (
        replace(line, text=_TAG.sub("", piece).strip())
        for line in lines
        for piece in _BLOCK_TAG.split(line.text)
    )
    return Extracted([line for line in pieces if line.text], notes=[f"文字里夹有 {tags} 个网页标签，已去掉"])


def lines_of(text: str) -> list[Line]:
    """Return the lines of ``text`` that are not blank; each kind of line or page break ends a line."""
    lines: list[Line] = []
    blank, torn = True, False
    for number, raw in enumerate(_BREAK.split(text), start=1):
        if raw.isspace() or not raw.strip("\u200b\ufeff"):
            blank = True
            continue
        said = raw.strip()
        indent = bool(INDENT.match(raw))
        lines.append(Line(said, number, opens=indent or (blank and not torn), indent=indent, torn=torn))
        torn = pages.is_number(said)
        blank = False
    return lines
