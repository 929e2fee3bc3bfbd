"""The reader as a person meets it: the installed program, a real terminal, real keys."""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
from base64 import b64encode
from pathlib import Path

import pytest

from hzview import content
from hzview.cli.status import Status
from hzview.settings import settings_path
from hzview.typeset import cell_width
from tests.terminal.screen import Terminal, hzview, tmux

PAGE_DOWN = "\x1b[6~"
OPENING = "回顾本届市政府开局之年"
"""What the bundled report begins with, and no other line on the screen."""

ENDING = "切实做到干部清正、政府清廉。"
"""What it ends with."""
SEARCH_PROMPT = "词、短语"
"""What the line for a query shows while it is empty."""

needs_tmux = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")


def opened(terminal: Terminal) -> Terminal:
    """Wait until the reader shows the bundled report and is at rest."""
    terminal.wait_for(OPENING)
    terminal.settle()
    return terminal


def test_it_opens_searches_copies_and_quits() -> None:
    with Terminal([hzview()], columns=120, rows=40) as terminal:
        opened(terminal)
        terminal.send("/")
        terminal.wait_for(SEARCH_PROMPT)
        terminal.send("最多跑一次")
        terminal.wait_for("1/")
        terminal.send("\r")
        terminal.wait_for("“最多跑一次”等改革全面推进")
        terminal.send("]y")
        terminal.wait_for("“97.8%”")
        terminal.send("q")
        assert terminal.wait_end() == Status.FOUND
        assert b"\x1b]52;c;" in terminal.received
        assert b"\x1b[?1049l" in terminal.received


def test_a_drag_over_spaces_that_stand_for_no_text_copies_none() -> None:
    with Terminal([hzview()], columns=120, rows=40) as terminal:
        opened(terminal)
        terminal.send("A")
        terminal.wait_for("达到 2476.1 亿元")
        terminal.settle()
        y, line = next((y, line) for y, line in enumerate(terminal.lines, 1) if "达到 2476.1 亿元" in line)
        x = cell_width(line[: line.index("达到 2476.1 亿元")]) + 1
        for button, cell, end in ((0, x, "M"), (32, x + 4, "M"), (32, x + 12, "M"), (0, x + 12, "m")):
            terminal.send(f"\x1b[<{button};{cell};{y}{end}")
        terminal.wait_for("选中 9 字")
        terminal.send("y")
        terminal.wait_for_bytes(b64encode("达到2476.1亿".encode()))
        terminal.send("q")
        assert terminal.wait_end() == Status.FOUND


def test_a_page_down_is_one_frame_of_at_most_thirty_kilobytes() -> None:
    with Terminal([hzview()], columns=120, rows=40) as terminal:
        opened(terminal)
        for _ in range(3):
            before, shown = len(terminal.received), terminal.text
            terminal.send(PAGE_DOWN)
            terminal.wait_for_change(shown)
            terminal.settle()
            assert len(terminal.received) - before <= 30_000


def test_the_text_stays_where_it_was_through_every_width() -> None:
    with Terminal([hzview()], columns=120, rows=40) as terminal:
        opened(terminal)
        terminal.send(PAGE_DOWN)
        terminal.wait_for(lambda text: OPENING not in text)
        terminal.settle()
        for columns, rows in ((100, 30), (60, 20), (40, 12), (200, 50), (120, 40)):
            terminal.resize(columns, rows)
            terminal.wait_for(lambda text: any("一" <= character <= "龥" for character in text))
            terminal.settle()
            assert OPENING not in terminal.text
        terminal.send("g")
        terminal.wait_for(OPENING)
        terminal.send("q")
        assert terminal.wait_end() == Status.FOUND


def test_control_c_without_a_selection_ends_nothing() -> None:
    with Terminal([hzview()]) as terminal:
        opened(terminal)
        terminal.send("\x03")
        terminal.settle()
        terminal.send("q")
        assert terminal.wait_end() == Status.FOUND
        assert b"Traceback" not in terminal.received


def test_a_terminal_that_goes_away_is_left_as_it_was() -> None:
    with Terminal([hzview()]) as terminal:
        opened(terminal)
        terminal.signal(signal.SIGTERM)
        terminal.wait_end()
        assert b"\x1b[?1049l" in terminal.received
        assert b"Traceback" not in terminal.received


@pytest.mark.parametrize("keys", ["", "q", PAGE_DOWN * 20], ids=["at rest", "ending", "at work"])
@pytest.mark.parametrize("run", range(3))
def test_without_its_terminal_it_ends(keys: str, run: int) -> None:
    with Terminal([hzview()], columns=120, rows=40) as terminal:
        terminal.wait_for(OPENING)
        terminal.send(keys)
        assert terminal.hang_up() in (Status.FOUND, 128 + signal.SIGHUP)


def test_suspended_and_called_back_it_paints_everything_again() -> None:
    with Terminal(["bash", "--norc", "-i"], columns=120, rows=40, env={"PS1": "ready> "}) as terminal:
        terminal.wait_for("ready>")
        terminal.send(f"{shlex.quote(hzview())}\n")
        opened(terminal)
        before = len(terminal.received)
        terminal.send("\x1a")
        terminal.wait_for_bytes(b"ready>", before)
        before = len(terminal.received)
        terminal.send("fg\n")
        terminal.wait_for_bytes(OPENING.encode(), before)
        terminal.send("q")
        terminal.wait_for_bytes(b"ready>", before)
        terminal.send("exit\n")
        assert terminal.wait_end() == Status.FOUND


def test_a_report_through_standard_input_leaves_the_keyboard_to_the_reader() -> None:
    with subprocess.Popen(["cat", content.bundled()], stdout=subprocess.PIPE) as cat:
        assert cat.stdout is not None
        with Terminal([hzview(), "-"], stdin=cat.stdout.fileno()) as terminal:
            opened(terminal)
            terminal.send("q")
            assert terminal.wait_end() == Status.FOUND


def test_the_place_is_remembered() -> None:
    with Terminal([hzview()], columns=120, rows=40) as terminal:
        opened(terminal)
        terminal.send("G")
        terminal.wait_for(ENDING)
        terminal.send("q")
        assert terminal.wait_end() == Status.FOUND
    with Terminal([hzview()], columns=120, rows=40) as terminal:
        terminal.wait_for(ENDING)


@needs_tmux
def test_in_tmux_at_its_defaults_a_copied_figure_is_in_its_buffer(tmp_path: Path) -> None:
    with tmux(tmp_path, shlex.quote(hzview()), columns=120, rows=40) as server:
        server.wait_for(OPENING)
        server.send("/")
        server.wait_for(SEARCH_PROMPT)
        server.send("-l", "地区生产总值达到")
        server.wait_for("1/")
        server.send("Enter")
        server.send("]")
        server.send("y")
        server.wait_for("“2476.1亿元”")
        assert server("show-buffer") == "2476.1亿元"
        server.send("q")


@needs_tmux
def test_in_tmux_what_keys_select_over_spaces_that_stand_for_no_text_holds_none(tmp_path: Path) -> None:
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("autospace = true", encoding="utf-8")
    with tmux(tmp_path, shlex.quote(hzview()), columns=80, rows=24) as server:
        server.wait_for("紧盯 26 件重大事项")
        server.send("]", "]", "v", "8", "l")
        server.wait_for("选中")
        server.send("y")
        server.wait_for("已复制")
        assert server("show-buffer") == "2476.1亿元，"
        server.send("q")


@needs_tmux
def test_in_tmux_it_follows_the_window(tmp_path: Path) -> None:
    with tmux(tmp_path, shlex.quote(hzview()), columns=120, rows=40) as server:
        server.wait_for(lambda text: OPENING in text and "指标" in text)
        server("resize-window", "-x", "60", "-y", "20")
        server.wait_for(lambda text: max(map(len, text.splitlines())) <= 60 and "回顾本届" in text)
        server.send("q")


def test_what_was_copied_is_printed_at_the_end_wherever_the_output_goes(tmp_path: Path) -> None:
    with Terminal(["bash", "--norc", "-i"], columns=120, rows=40, env={"PS1": "ready> "}) as terminal:
        terminal.wait_for("ready>")
        log = shlex.quote(str(tmp_path / "log"))
        terminal.send(f'said=$({shlex.quote(hzview())} --print-copied 2>{log}); echo "status $?" "<$said>"\n')
        opened(terminal)
        assert max(map(len, terminal.lines)) > 70, "not as wide as the terminal"
        terminal.send("]y")
        terminal.wait_for("“26件”")
        terminal.wait_for("退出时输出")
        terminal.send("xc")
        terminal.wait_for("电子表格")
        terminal.send("q")
        terminal.wait_for("status 0 <26件")
        terminal.wait_for_bytes("2018年湖州市政府工作报告>".encode())
        terminal.send(f"{shlex.quote(hzview())} --print-copied\n")
        opened(terminal)
        before = len(terminal.received)
        terminal.send("q")
        terminal.wait_for_bytes(b"ready>", before)
        terminal.send('echo "status $?"\n')
        terminal.wait_for("status 1")
        terminal.send("exit\n")
        terminal.wait_end()
    assert (tmp_path / "log").read_bytes() == b""


def test_without_a_terminal_nothing_can_be_copied() -> None:
    done = subprocess.run(
        ["setsid", hzview(), "--print-copied"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == Status.BAD_INPUT
    assert done.stderr.count("\n") == 1
