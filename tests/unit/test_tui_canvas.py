"""Fewer bytes, the same picture."""

from __future__ import annotations

from collections.abc import Sequence

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from hzview.tui.canvas import Canvas
from hzview.tui.sgr import PLAIN, after, change
from hzview.typeset import cell_width

COLUMNS, ROWS = 24, 9
_COLOURS = st.sampled_from((None, "#102030", "#ffeedd", "red", "bright_blue", "color(120)", "default"))
_STYLES = st.builds(
    Style,
    color=_COLOURS,
    bgcolor=_COLOURS,
    bold=st.booleans(),
    underline=st.booleans(),
    reverse=st.booleans(),
    italic=st.sampled_from((None, True)),
)
_FEW_STYLES = st.sampled_from(
    (Style(color="#ffeedd", bgcolor="#102030"), Style(color="red", bgcolor="#102030", underline=True))
)
_PIECES = st.lists(
    st.tuples(
        st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1), st.text("稳 进ab8% ", max_size=12), _STYLES
    ),
    min_size=1,
    max_size=8,
)
_LINES = st.lists(
    st.lists(st.tuples(st.text("稳进一二三四五 8%", max_size=5), _FEW_STYLES), max_size=3),
    min_size=30,
    max_size=30,
)


def canvas() -> Canvas:
    """Return a canvas of an unknown screen."""
    made = Canvas(cell_width)
    made.columns = COLUMNS
    return made


def picture(pieces: Sequence[tuple[int, int, str, Style]]) -> str:
    """Return what Textual writes for these texts, each at a row and a cell; what is too long is cut."""
    written = []
    for y, x, text, style in pieces:
        while x + cell_width(text) > COLUMNS:
            text = text[:-1]
        written.append(f"\x1b[{y + 1};{x + 1}H" + style.render(text, color_system=ColorSystem.TRUECOLOR))
    return "".join(written) + "\x1b[1;1H"


def page(lines: Sequence[Sequence[tuple[str, Style]]], top: int, side: str) -> str:
    """Return the picture of a pane that begins with line ``top``, beside one that says the same in each row."""
    ground = Style(bgcolor="#102030")
    written = []
    for y in range(ROWS):
        x, pieces = 4, []
        for text, style in lines[top + y]:
            while x + cell_width(text) > COLUMNS:
                text = text[:-1]
            pieces.append(style.render(text, color_system=ColorSystem.TRUECOLOR))
            x += cell_width(text)
        pieces.append(ground.render(" " * (COLUMNS - x), color_system=ColorSystem.TRUECOLOR))
        written.append(f"\x1b[{y + 1};5H" + "".join(pieces))
        if side:
            written.append(f"\x1b[{y + 1};1H{side}{y}")
    return "".join(written) + "\x1b[1;1H"


class Shown:
    """A terminal and what it shows."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self.screen)

    def feed(self, data: str) -> None:
        """Write to it."""
        self._stream.feed(data)

    @property
    def cells(self) -> list[object]:
        """Every cell, blanks without what does not show of them; and where the cursor is."""
        found: list[object] = []
        for y in range(ROWS):
            row = [self.screen.buffer[y][x] for x in range(COLUMNS)]
            for x, cell in enumerate(row):
                if cell.data == " " and not (cell.underscore or cell.reverse):
                    cell = cell._replace(fg="default", bold=False, italics=False)
                wide = cell.data and cell_width(cell.data) == 2
                if (
                    wide and row[x + 1 : x + 2] and row[x + 1].data
                ):  # half of it was painted over: pyte keeps the rest
                    cell = cell._replace(data=" ")
                found.append(cell if cell.data else None)
        return [*found, (self.screen.cursor.x, self.screen.cursor.y), self.screen.cursor.attrs]


@given(st.lists(_PIECES, min_size=1, max_size=5))
def test_whatever_is_drawn_over_whatever_the_picture_is_the_same(
    frames: list[list[tuple[int, int, str, Style]]],
) -> None:
    plain, short, ours = Shown(), Shown(), canvas()
    clear = picture([(y, 0, " " * COLUMNS, Style()) for y in range(ROWS)])
    plain.feed(clear)
    short.feed(ours.draw(clear))
    for frame in frames:
        # One text a row: where half of a wide character is painted over, terminals differ in what becomes of the other.
        frame = list({piece[0]: piece for piece in frame}.values())
        whole = [(y, 0, " " * COLUMNS, Style()) for y in sorted({y for y, *_ in frame})]
        data = picture([*whole, *frame])
        plain.feed(data)
        written = ours.draw(data)
        short.feed(written)
        assert len(written) <= len(data)
        assert short.cells == plain.cells


@given(_LINES, st.lists(st.integers(0, 21), min_size=1, max_size=8), st.sampled_from(("", "目")))
def test_pages_that_scroll_are_the_same(
    lines: list[list[tuple[str, Style]]], tops: list[int], side: str
) -> None:
    plain, short, ours = Shown(), Shown(), canvas()
    for top in tops:
        data = page(lines, top, side)
        plain.feed(data)
        short.feed(ours.draw(data))
        assert short.cells == plain.cells


def test_what_is_there_already_is_not_written_again() -> None:
    ours = canvas()
    style = Style(color="#010203", bgcolor="#040506")
    first = ours.draw(picture([(0, 0, "增长8%，", style)]))
    assert first == "\x1b[38;2;1;2;3;48;2;4;5;6m\x1b[1H增长8%，\x1b[m\x1b[1;1H"
    assert ours.draw(picture([(0, 0, "增长8%，", style)])) == ""
    assert ours.draw(picture([(0, 0, "增长9%，", style)])) == (
        "\x1b[38;2;1;2;3;48;2;4;5;6m\x1b[1;5H9\x1b[m\x1b[1;1H"
    )
    ours.forget()
    assert ours.draw(picture([(0, 0, "增长9%，", style)])) != ""


def test_a_row_down_costs_a_row() -> None:
    ours = canvas()
    style = Style(color="#010203", bgcolor="#040506")
    lines = [[("".join(map(chr, range(start, start + 9))), style)] for start in range(0x4E00, 0x4F0E, 9)]
    whole = len(ours.draw(page(lines, 0, "")))
    assert len(ours.draw(page(lines, 1, ""))) < whole / 3
    assert "\x1b[1;9r\x1b[9H\n" in ours.draw(page(lines, 2, ""))
    assert "\x1b[1;9r\x1b[1H\x1bM\x1bM" in ours.draw(page(lines, 0, ""))


def test_rows_of_uncertain_width_are_written_whole_and_do_not_move() -> None:
    ours = canvas()
    style = Style(color="#010203")
    ours.draw(picture([(0, 0, "一☎二👍三", style)]))
    assert "一☎二👍四" in ours.draw(picture([(0, 0, "一☎二👍四", style)]))


def test_what_is_no_picture_is_written_as_it_is() -> None:
    ours = canvas()
    style = Style(color="#010203")
    ours.draw(picture([(0, 0, "一", style)]))
    for data in ("\x1b[?2026h", "\x1b]52;c;5LiA\x07", "", "文字"):
        assert ours.draw(data) == data
    assert ours.draw(picture([(0, 0, "一", style)])) == ""
    assert ours.draw("\x1b[?1049h") == "\x1b[?1049h"
    assert ours.draw(picture([(0, 0, "一", style)])) != ""
    strange = "\x1b[1;1H一\x1b[5Zx"
    assert ours.draw(strange) == strange
    assert ours.draw(picture([(0, 0, "一", style)])) != ""


@given(_STYLES, _STYLES)
def test_looks_change_as_sgr_says(one: Style, other: Style) -> None:
    first, second = (
        after(PLAIN, style.render("x", color_system=ColorSystem.TRUECOLOR).partition("m")[0][2:])
        if style
        else PLAIN
        for style in (one, other)
    )
    sequence = change(first, second)
    reached = after(first, sequence[2:-1]) if sequence else first
    assert reached == second


def test_no_half_of_a_wide_character_is_erased() -> None:
    plain = Style(bgcolor="#102030")
    for text, erased in (("x" * 12, True), ("x" * 9 + "稳x", False)):
        made = canvas()
        made.draw(picture([(0, 0, text, plain)]))
        written = made.draw(picture([(0, 0, " " * 10, plain), (0, 10, "增", Style(color="red"))]))
        assert ("X" in written) is erased


def test_rows_are_moved_beside_a_pane_that_is_drawn_anew() -> None:
    def drawn(top: int, side: str) -> str:
        rows = ("".join(chr(0x4E00 + 40 * (top + y) + at) for at in range(36)) + side * 9 for y in range(20))
        return "".join(f"\x1b[{y + 1};1H{row}" for y, row in enumerate(rows)) + "\x1b[1;1H"

    made = Canvas(cell_width)
    made.columns = 100
    made.draw(drawn(0, "甲"))
    written = made.draw(drawn(1, "乙"))
    assert written.startswith("\x1b[1;20r\x1b[20H\n\x1b[r")
    assert len(written) < len(drawn(1, "乙")) / 2
    assert made.draw(drawn(1, "乙")) == ""
