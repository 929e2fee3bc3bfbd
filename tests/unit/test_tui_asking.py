"""Asking the terminal for the width of “, on a real pseudo-terminal whose other end answers, or does not."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

_ASK = """
import sys, termios
from hzview.tui.asking import WidthQuestion
before = termios.tcgetattr(0)
with WidthQuestion() as question:
    question.ask(ground="ground" in sys.argv)
    print("cells", question.answer(), question.attributes == before, question.typed_ahead, *([question.is_light] if "ground" in sys.argv else []))
print("restored", termios.tcgetattr(0) == before)
"""


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """Both ends of a pseudo-terminal: ours and the program's."""
    ours, theirs = pty.openpty()
    yield ours, theirs
    os.close(ours)
    os.close(theirs)


def ask(
    terminal: tuple[int, int], answer: bytes, *words: str, term: str = "xterm-256color", **env: str
) -> tuple[str, bytes]:
    """Ask a terminal that answers ``answer``; return what the program said and what the terminal got to see."""
    ours, theirs = terminal
    process = subprocess.Popen(
        [sys.executable, "-c", _ASK, *words],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TERM": term, **env},
    )
    os.set_blocking(ours, False)
    seen, answered, deadline = b"", False, time.monotonic() + 30
    while process.poll() is None and time.monotonic() < deadline:
        try:
            seen += os.read(ours, 4096)
        except BlockingIOError:
            time.sleep(0.002)
        if not answered and seen.count(b"\x1b[6n") == 2:
            os.write(ours, answer)
            answered = True
    said, complaint = process.communicate()
    assert complaint == b""
    return said.decode(), seen


@pytest.mark.parametrize(
    ("answer", "cells", "typed"),
    [
        (b"\x1b[5;1R\x1b[5;3R", "2", ""),
        (b"\x1b[5;1R\x1b[5;2R", "1", ""),
        ("j\x1b[5;1R、\x1b[5;3R\x1b[A\x1bOPq\r".encode(), "2", "j、q"),
        (b"\x1b[5;80R\x1b[5;80R", "None", ""),
        (b"\x1b[5;80R\x1b[6;2R", "None", ""),
        (b"", "None", ""),
        (b"q\x1b[5;1R", "None", "q"),
        (b"\xff\x00\x1b[99999;1R", "None", ""),
    ],
)
def test_what_a_terminal_answers(terminal: tuple[int, int], answer: bytes, cells: str, typed: str) -> None:
    said, seen = ask(terminal, answer)
    assert said.splitlines() == [f"cells {cells} True {typed}", "restored True"]
    assert seen == b"\x1b7\x1b[6n\xe2\x80\x9c\x1b[6n\x1b8\x1b[K"  # and no echo of the answer
    assert termios.tcgetattr(terminal[1])[3] & termios.ECHO


@pytest.mark.parametrize(
    ("answer", "light", "typed"),
    [
        (b"\x1b]11;rgb:ffff/ffff/dddd\x1b\\", "True", ""),
        (b"\x1b]11;rgb:1e/1e/1e\x07q", "False", "q"),
        (b"\x1b]11;rgba:0000/0000/ffff/ffff\x07", "False", ""),
        (b"j\x1b]11;nonsense\x07", "None", "j"),
        (b"", "None", ""),
    ],
)
def test_whether_the_ground_is_light(
    terminal: tuple[int, int], answer: bytes, light: str, typed: str
) -> None:
    said, seen = ask(terminal, answer + b"\x1b[5;1R\x1b[5;3R", "ground")
    assert said.splitlines()[0] == f"cells 2 True {typed} {light}"
    assert seen.startswith(b"\x1b]11;?\x1b\\\x1b7")


def test_a_far_terminal_is_not_asked_for_its_ground(terminal: tuple[int, int]) -> None:
    said, seen = ask(terminal, b"\x1b[5;1R\x1b[5;2R", "ground", SSH_CONNECTION="1 2 3 4")
    assert said.startswith("cells 1 True  None")
    assert b"]11;" not in seen


def test_a_dumb_terminal_is_not_asked(terminal: tuple[int, int]) -> None:
    said, seen = ask(terminal, b"", term="dumb")
    assert said.startswith("cells None")
    assert seen == b""


def test_a_pipe_is_not_asked(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from hzview.tui.asking import WidthQuestion as W\nq = W(); q.ask(); print(q.answer())",
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, "TERM": "xterm"},
        check=True,
    )
    assert done.stdout == b"None\n"
