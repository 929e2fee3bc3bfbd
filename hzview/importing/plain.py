"""Plain text: its lines, with what their layout says."""

from __future__ import annotations

import re

from hzview.importing.source import Extracted, Line

_BREAK = re.compile("[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INDENT = re.compile(r"[\u3000\u2003\t]|[ \u00a0]{2,}")


def extract(text: str) -> Extracted:
    """Return the lines of a plain text (one kind of line end)."""
    return Extracted(lines_of(text))


def lines_of(text: str) -> list[Line]:
    """Return the lines of ``text`` that are not blank; each kind of line or page break ends a line."""
    lines: list[Line] = []
    blank = True
    for number, raw in enumerate(_BREAK.split(text), start=1):
        if raw.isspace() or not raw.strip("\u200b\ufeff"):
            blank = True
            continue
        lines.append(Line(raw.strip(), number, opens=blank or bool(_INDENT.match(raw))))
        blank = False
    return lines
