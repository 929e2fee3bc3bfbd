"""Runs of characters to lines: what HTML and Word files give, text in pieces of which some are bold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hzview.importing.source import Line


@dataclass(slots=True)
class Runs:
    """The pieces of one block of text, in order."""

    pieces: list[tuple[str, bool]] = field(default_factory=list)
    """Text and whether it is bold."""

    @property
    def tail(self) -> str:
        """The piece added last; empty at the beginning."""
        return self.pieces[-1][0] if self.pieces else ""

    def add(self, text: str, bold: bool = False) -> None:
        """Append a piece."""
        if text:
            self.pieces.append((text, bold))

    def lines(self, number: int, level: int = 0) -> Iterator[Line]:
        """Yield the block's lines (it is cut at line ends) and forget its pieces."""
        start: list[tuple[str, bool]] = []
        carries = False
        for text, bold in self.pieces:
            first, *others = text.split("\n")
            start.append((first, bold))
            for other in others:
                yield from _line(start, number, level, carries)
                carries = bold or level > 0
                start = [(other, bold)]
        yield from _line(start, number, level, carries)
        self.pieces = []


def _line(pieces: list[tuple[str, bool]], number: int, level: int, carries: bool) -> Iterator[Line]:
    text = "".join(piece for piece, _ in pieces)
    blank = len(text) - len(text.lstrip())
    stripped = text.strip()
    if not stripped:
        return
    bold = 0
    for piece, is_bold in pieces:
        if not is_bold and piece.strip():
            break
        bold += len(piece)
    bold = max(0, min(bold - blank, len(stripped)))
    yield Line(stripped, number, bold, level, indent=bool(INDENT.match(text)), carries=carries)


INDENT = re.compile(r"[\u3000\u2003\t]|[ \u00a0]{2,}")
"""How a line begins that stands in."""
BLANKS = re.compile(r"[ \t\r\n\f]+")
"""Blanks that HTML and WordprocessingML make one."""
