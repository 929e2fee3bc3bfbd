"""Fewer bytes, the same picture."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from hzview.tui.thrift import thrifty

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
_MOVES = st.sampled_from(("", "\r\n", "\x1b[3;5H", "\x1b[K", "\x1b[2J", "\x1b[?25l"))
_PIECES = st.lists(st.tuples(st.text(alphabet="稳 进ab8%", max_size=8), _STYLES, _MOVES), max_size=12)


def drawn(data: str) -> list[object]:
    """Return every cell of a screen on which ``data`` was drawn, and how the next character would look."""
    screen = pyte.Screen(40, 6)
    pyte.Stream(screen).feed(data)
    cells: list[object] = [screen.buffer[y][x] for y in range(6) for x in range(40)]
    return [*cells, screen.cursor.attrs, (screen.cursor.x, screen.cursor.y)]


@given(_PIECES)
def test_the_picture_is_the_same(pieces: list[tuple[str, Style, str]]) -> None:
    data = "".join(
        move + style.render(text, color_system=ColorSystem.TRUECOLOR) for text, style, move in pieces
    )
    short = thrifty(data)
    assert drawn(short) == drawn(data)
    assert len(short) <= len(data)


def test_only_what_differs_is_written() -> None:
    plain = "\x1b[38;2;1;2;3;48;2;4;5;6m增长\x1b[0m"
    figure = "\x1b[4;38;2;7;8;9;48;2;4;5;6m8%\x1b[0m"
    short = "\x1b[38;2;1;2;3;48;2;4;5;6m增长\x1b[4;38;2;7;8;9m8%\x1b[m"
    assert thrifty(plain + figure) == short
    assert thrifty(plain + "\x1b[2;1H" + plain).count("38;2;1;2;3") == 1
    assert thrifty("没有样式\x1b[?2026h") == "没有样式\x1b[?2026h"
    assert thrifty("") == ""
