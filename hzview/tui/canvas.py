"""What the terminal shows, and what has to be written to make it show something else. No screen code.

Textual writes whole rows of a pane, each piece of text with its whole style before it and a reset behind it. What is
written here is only what differs from what is there already: the rows are moved by the terminal where that is shorter
(ECMA-48 calls it scrolling; the region is DEC's), cells that stay are passed over, and all text of one look is written
before the next look begins, for a look takes as many bytes as six Chinese characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from hzview.tui.sgr import PLAIN, Look, after, change, of_blank

_SEQUENCE = re.compile("\x1b\\[([0-9;]*)([mH])|\n")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_CLEARS = re.compile("\x1b\\[\\?(?:47|1047|1049)[hl]|\x1b\\[[0-9]*J|\x1bc|\x1b\\[!p")
_UNCERTAIN = re.compile(
    "[\u0300-\u036f\u200b-\u200f\u20d0-\u20ff\u2600-\u27bf\ufe00-\ufe0f\U0001f000-\U0001ffff\U000e0000-\U0010ffff]"
)
"""Characters about whose width terminals are at odds: a row that has one is written whole."""
_LEAST_ROWS = 6
"""Rows of a picture below which it is not looked at whether it moved."""
_STRIP = 24
"""Cells of a strip of columns that is looked at for itself."""
_LEAST_ERASED = 6
"""Blanks behind a text from which erasing them is shorter."""

_NOWHERE = (-2, 0)
"""A place of the cursor from which there is no short way to any other."""

Cell = tuple[str, Look] | None
"""A character and its look; no character in the right half of a wide one; None where it is not known what is there."""
Row = list[Cell]


class Run(NamedTuple):
    """Text of one look in one row."""

    y: int
    """Its row."""
    x: int
    """Its first cell."""
    end: int
    """One past its last cell."""
    text: str
    """The text."""
    look: Look
    """How it is drawn."""
    cuts: bool = False
    """Whether a wide character may stand across its end: erasing a half of one leaves the other, which the terminal then
    takes for the rest of what was erased (tmux)."""


class Move(NamedTuple):
    """Rows that the terminal moves."""

    top: int
    """The first of the rows."""
    bottom: int
    """One past the last."""
    rows: int
    """By how many they go up; down, if negative."""


class Canvas:
    """The screen of a terminal, cell by cell, as far as it is known."""

    def __init__(self, width_of: Callable[[str], int], *, erases_in_colour: bool = True) -> None:
        """Begin with an unknown screen.

        ``width_of`` tells the cells of a character; ``erases_in_colour`` whether what is erased takes the colour of the
        ground (terminfo's bce).
        """
        self._width_of = width_of
        self._erases = erases_in_colour
        self._rows: dict[int, Row] = {}
        self._uncertain: set[int] = set()
        self._cursor: tuple[int, int] | None = None
        self.columns = 0
        """Cells of a row of the terminal; 0 where that is not known."""

    def forget(self, width_of: Callable[[str], int] | None = None) -> None:
        """Take note that anything may be on the screen now, and that ``width_of``, if given, tells the cells of a character."""
        self._width_of = width_of or self._width_of
        self._rows.clear()
        self._uncertain.clear()
        self._cursor = None

    def draw(self, data: str) -> str:
        """Return what draws the same as ``data``, a picture that begins with a place, in fewer characters.

        What is no picture is returned as it is.
        """
        if not data.startswith("\x1b[") or not (match := _SEQUENCE.match(data)) or match[2] != "H":
            if _CLEARS.search(data):
                self.forget()
            return data
        runs = self._parsed(data)
        if runs is None:
            self.forget()
            return data
        cursor = self._place
        drawn = self._drawn(runs)
        written = self._moves(drawn)
        move = self._move(runs, drawn)
        if move is not None:
            by_terminal = self._moved(move, drawn)
            written = min(written, by_terminal, key=lambda way: len(way.encode()))
        self._rows.update(drawn)
        if not written and cursor == self._cursor:
            return ""
        self._cursor = cursor
        return f"{written}\x1b[{cursor[0] + 1};{cursor[1] + 1}H"

    def _parsed(self, data: str) -> list[Run] | None:
        """The runs of a picture, with ``_place`` where the cursor ends; None if there is anything else in it."""
        runs: list[Run] = []
        look, y, x, done = PLAIN, 0, 0, 0
        for match in _SEQUENCE.finditer(data):
            text = data[done : match.start()]
            if text:
                if _CONTROL.search(text):
                    return None
                end = x + sum(map(self._width_of, text))
                runs.append(Run(y, x, end, text, look))
                x = end
            done = match.end()
            if match[2] == "m":
                look = after(look, match[1])
            elif match[2] == "H":
                row, _, column = match[1].partition(";")
                y, x = int(row or 1) - 1, int(column or 1) - 1
        self._place = (y, x)
        return runs if done == len(data) else None

    def _drawn(self, runs: Iterable[Run]) -> dict[int, Row]:
        """The rows that ``runs`` are drawn on, as they look then."""
        rows: dict[int, Row] = {}
        for run in runs:
            row = rows.get(run.y)
            if row is None:
                row = rows[run.y] = list(self._rows.get(run.y, ()))
            if _UNCERTAIN.search(run.text):
                self._uncertain.add(run.y)
            _put(row, run, self._width_of)
        return rows

    def _before(self, y: int) -> Row:
        return [] if y in self._uncertain else self._rows.get(y, [])

    def _moves(self, drawn: Mapping[int, Row]) -> str:
        """What changes the screen into ``drawn``, without moving rows."""
        return self._written(run for y in sorted(drawn) for run in _changes(y, self._before(y), drawn[y]))

    def _move(self, runs: Iterable[Run], drawn: Mapping[int, Row]) -> Move | None:
        """How the rows of a pane moved, if most of the picture is a pane of which a part was on the screen before."""
        extents: dict[int, tuple[int, int]] = {}
        for run in runs:
            x, end = extents.get(run.y, (run.x, run.end))
            extents[run.y] = (min(x, run.x), max(end, run.end))
        first, count = Counter(x for x, _ in extents.values()).most_common(1)[0] if extents else (0, 0)
        if count < _LEAST_ROWS:
            return None
        rows = sorted(y for y, (x, _) in extents.items() if x == first)
        end = max(extents[y][1] for y in rows)
        # A pane beside the one that moved may be in the picture, too: each strip of columns is looked at for itself.
        votes = max((self._shifts(rows, x, drawn) for x in range(first, end, _STRIP)), key=Counter.total)
        if not votes:
            return None
        shift, count = votes.most_common(1)[0]
        if count < len(rows) // 3:
            return None
        region = range(rows[0], rows[-1] + 1)
        if not self._uncertain.isdisjoint(region):
            return None
        return Move(region.start, region.stop, shift)

    def _shifts(self, rows: list[int], x: int, drawn: Mapping[int, Row]) -> Counter[int]:
        """By how many rows what is drawn in a strip of columns stood lower before; of what stood still, nothing."""
        was = {_text(self._rows.get(y, []), x, x + _STRIP): y for y in rows}
        now = ((y, _text(drawn[y], x, x + _STRIP)) for y in rows)
        return Counter(was[text] - y for y, text in now if text.strip() and was.get(text, y) != y)

    def _moved(self, move: Move, drawn: Mapping[int, Row]) -> str:
        """What changes the screen into ``drawn`` after the terminal has moved rows."""
        top, bottom, shift = move
        if shift > 0:
            moving = f"\x1b[{top + 1};{bottom}r\x1b[{bottom}H" + "\n" * shift
        else:
            moving = f"\x1b[{top + 1};{bottom}r\x1b[{top + 1}H" + "\x1bM" * -shift

        def before(y: int) -> Row:
            if not top <= y < bottom:
                return self._before(y)
            return self._rows.get(y + shift, []) if top <= y + shift < bottom else []

        rows = sorted({*drawn, *range(top, bottom)})
        changes = (run for y in rows for run in _changes(y, before(y), drawn.get(y) or self._rows.get(y, [])))
        return f"{moving}\x1b[r{self._written(changes)}"

    def _written(self, runs: Iterable[Run]) -> str:
        """The sequence that writes ``runs``, look by look."""
        by_look: dict[Look, list[Run]] = {}
        for run in runs:
            by_look.setdefault(run.look, []).append(run)
        written: list[str] = []
        have, here = PLAIN, _NOWHERE
        for look, same in by_look.items():
            written.append(change(have, look))
            have = look
            for run in same:
                written.append(_to(run.y, run.x, here))
                text, end = self._erased(run)
                written.append(text)
                here = (run.y, end) if end != self.columns else _NOWHERE
        written.append(change(have, PLAIN))
        return "".join(written)

    def _erased(self, run: Run) -> tuple[str, int]:
        """The text of ``run``, the blanks behind it erased where that is shorter; and where the cursor is then."""
        text = run.text
        blanks = len(text) - len(text.rstrip(" "))
        if not self._erases or blanks < _LEAST_ERASED or of_blank(run.look).attributes:
            return text, run.end
        if run.cuts and run.end != self.columns:
            return text, run.end
        erase = "\x1b[K" if run.end == self.columns else f"\x1b[{blanks}X"
        return text[:-blanks] + erase, run.end - blanks


def _put(row: Row, run: Run, width_of: Callable[[str], int]) -> None:
    """Draw ``run`` into ``row``, as a terminal does: of a wide character half of which goes, the other half goes, too."""
    x, end, text, look = run.x, run.end, run.text, run.look
    if len(row) < end:
        row.extend([None] * (end - len(row)))
    if 0 < x < len(row) and (cell := row[x]) and not cell[0]:
        row[x - 1] = None
    if end < len(row) and (cell := row[end]) and not cell[0]:
        row[end] = None
    blank, right = (" ", of_blank(look)), ("", look)
    if not text.strip(" "):
        row[x:end] = [blank] * len(text)
        return
    cells: Row = []
    for character in text:
        width = width_of(character)
        if width == 0:
            if cells and (before := cells[-1]):
                cells[-1] = (before[0] + character, before[1])
            continue
        cells.append(blank if character == " " else (character, look))
        if width == 2:
            cells.append(right)
    row[x:end] = cells


def _changes(y: int, before: Row, now: Row) -> Iterator[Run]:
    """The runs that make a row ``now`` out of what it was ``before``."""
    if before == now:
        return
    text, look, start, x = "", PLAIN, 0, 0
    while x < len(now):
        end = x + 2 if now[x + 1 : x + 2] and (right := now[x + 1]) and not right[0] else x + 1
        cell = now[x]
        if cell is None or before[x:end] == now[x:end]:
            if text:
                yield Run(y, start, x, text, look, _is_cut(before, x))
            text = ""
        else:
            joined = _joined(text, look, *cell)
            if text and joined is None:
                yield Run(y, start, x, text, look, _is_cut(before, x))
            if not text or joined is None:
                text, look, start = cell[0], cell[1], x
            else:
                text, look = text + cell[0], joined
        x = end
    if text:
        yield Run(y, start, x, text, look, _is_cut(before, x))


def _is_cut(row: Row, x: int) -> bool:
    """Whether a wide character may stand across the beginning of cell ``x`` of a row."""
    cell = row[x] if x < len(row) else None
    return cell is None or not cell[0]


def _joined(text: str, look: Look, character: str, other: Look) -> Look | None:
    """The look in which ``text`` and ``character`` can be written together: a blank shows only its ground."""
    if look == other:
        return look
    if character == " " and of_blank(look) == other:
        return look
    if text.isspace() and of_blank(other) == look:
        return other
    return None


def _text(row: Row, first: int, end: int) -> str:
    """The characters of a part of a row."""
    return "".join(cell[0] if cell else "\0" for cell in row[first:end])


def _to(y: int, x: int, here: tuple[int, int]) -> str:
    """The shortest sequence that brings the cursor from ``here`` to a cell."""
    row, column = here
    if (row, column) == (y, x):
        return ""
    ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"]
    if row == y:
        ways.append(f"\x1b[{x + 1}G" if x else "\r")
        if x > column:
            ways.append(f"\x1b[{x - column}C")
    elif row == y - 1:
        ways.append(f"\n\x1b[{x + 1}G" if x else "\r\n")
    return min(ways, key=len)
