"""The reader inside GNU screen: keys, an Escape that stands alone, what an input method types, copying, another size."""

from __future__ import annotations

import base64
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hzview.cli.status import Status
from tests.terminal.screen import Terminal, hzview

OPENING = "回顾本届市政府开局之年"
HELP = "回车执行"

pytestmark = pytest.mark.skipif(shutil.which("screen") is None, reason="GNU screen is not installed")


@contextmanager
def in_screen(folder: Path, term: str) -> Iterator[Terminal]:
    """Run the reader inside a GNU screen of its own, at its defaults; end that screen in any case."""
    sockets = folder / "screen"
    sockets.mkdir(mode=0o700)
    command = f"unset TMUX; exec screen -U -c {os.devnull} -T {term} {shlex.quote(hzview())}"
    env = {"SCREENDIR": str(sockets), "LC_ALL": "C.UTF-8"}
    try:
        with Terminal(["bash", "--norc", "-c", command], columns=120, rows=40, env=env) as terminal:
            yield terminal
    finally:
        subprocess.run(["screen", "-X", "quit"], env={**os.environ, **env}, capture_output=True, check=False)


@pytest.mark.parametrize("term", ["screen-256color", "screen"])
def test_keys_copying_and_resizing(tmp_path: Path, term: str) -> None:
    with in_screen(tmp_path, term) as terminal:
        terminal.wait_for(OPENING)
        terminal.settle()
        assert b"\x1b[2m" not in terminal.received, "a true colour, of which screen takes a part for dim"
        terminal.send("？")
        terminal.wait_for(HELP)
        terminal.send("\x1b")
        terminal.wait_for(lambda text: HELP not in text)

        terminal.settle()
        terminal.send("】y")
        terminal.wait_for("“26件” 已请终端复制")
        before = len(terminal.received)
        terminal.send("p")
        terminal.wait_for("“回顾本届市政府开局之年，在省委、省…”")
        terminal.settle()
        copied = bytes(terminal.received[before:]).partition(b"\x1b]52;c;")[2].partition(b"\x07")[0]
        assert base64.b64decode(copied).decode().startswith(OPENING)

        terminal.send("、")
        terminal.wait_for("词、短语")
        terminal.send("最多跑一次\r")
        terminal.wait_for("“最多跑一次”等改革全面推进")
        terminal.resize(60, 20)
        terminal.wait_for("最多跑一次")
        terminal.settle()
        assert max(map(len, terminal.lines)) <= 60
        terminal.send("q")
        assert terminal.wait_end() == Status.FOUND
