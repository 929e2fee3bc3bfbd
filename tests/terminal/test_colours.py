"""What colours reach the terminal: none where none are wanted, sixteen where it has no more."""

from __future__ import annotations

import re

import pytest

from hzview.cli.status import Status
from tests.terminal.screen import Terminal, hzview

OPENING = "回顾本届市政府开局之年"
_SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
_WITHOUT_COLOUR = frozenset(map(str, (*range(10), *range(21, 30)))) | {""}
"""Codes that change no colour (ECMA-48, 8.3.117)."""
_SIXTEEN = _WITHOUT_COLOUR | frozenset(
    map(str, (*range(30, 38), 39, *range(40, 48), 49, *range(90, 98), *range(100, 108)))
)


def codes(terminal: Terminal) -> set[str]:
    """Return the codes of all SGR sequences that the program has written."""
    return {
        code for found in _SGR.findall(bytes(terminal.received)) for code in re.split("[;:]", found.decode())
    }


def press(terminal: Terminal, keys: str) -> None:
    """Type ``keys`` and wait for what comes of it; an escape has to stand alone for a while to be one."""
    terminal.send(keys)
    terminal.settle(0.3 if keys == "\x1b" else 0.1)


def go_through(terminal: Terminal) -> None:
    """Open whatever there is to be seen in the reader, and leave it."""
    terminal.wait_for(OPENING)
    for keys in (
        "]",
        "]x",
        "v",
        "ljl",
        "\x1b",
        "/",
        "增长",
        "\r",
        "n",
        "i",
        "j",
        "o",
        "j",
        "\x1b",
        "?",
        "j",
        "\x1b",
    ):
        press(terminal, keys)
    for keys in (":", "主题", "\x1b", "e", "\x1b", "t", "j", "\x1b", "L", "\x1b", "W", "\x1b", "z", "Z", "q"):
        press(terminal, keys)
    assert terminal.wait_end() == Status.FOUND


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (40, 12)])
@pytest.mark.parametrize("term", ["xterm-256color", "xterm"])
def test_where_no_colour_is_wanted_none_is_written(term: str, columns: int, rows: int) -> None:
    env = {"NO_COLOR": "1", "TERM": term}
    with Terminal([hzview()], columns=columns, rows=rows, env=env) as terminal:
        go_through(terminal)
        assert codes(terminal) <= _WITHOUT_COLOUR
        assert {"1", "2", "4", "7"} <= codes(terminal)


def test_a_terminal_of_sixteen_colours_is_given_no_others() -> None:
    env = {"TERM": "xterm", "COLORTERM": ""}
    with Terminal([hzview()], columns=120, rows=40, env=env) as terminal:
        go_through(terminal)
        assert codes(terminal) <= _SIXTEEN
        assert codes(terminal) - _WITHOUT_COLOUR
