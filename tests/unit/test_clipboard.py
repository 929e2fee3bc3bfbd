"""The chain of ways to a clipboard, with stand-ins for its programs and with a real tmux."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hzview import clipboard
from hzview.clipboard import Outcome, copy

TEXT = "2476.1亿元"


class Bench:
    """A folder of stand-in programs and the environment in which only they are found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written: list[str] = []
        self.environ = {"PATH": str(folder), "TERM": "xterm-256color"}

    def program(self, name: str, script: str = "") -> None:
        """Make a program that keeps its standard input in NAME.got and its arguments in NAME.args, then runs ``script``."""
        path = self.folder / name
        got, arguments = (self.folder / f"{name}.{kind}" for kind in ("got", "args"))
        path.write_text(f'#!/bin/sh\necho "$*" > "{arguments}"\n{script}\n/bin/cat > "{got}"\n')
        path.chmod(0o755)

    def got(self, name: str) -> bytes | None:
        """What the program was given, or None if it did not get so far."""
        path = self.folder / f"{name}.got"
        return path.read_bytes() if path.exists() else None

    def arguments(self, name: str) -> str:
        """What the program was called with."""
        return (self.folder / f"{name}.args").read_text().strip()

    def copy(self, text: str = TEXT, command: tuple[str, ...] = (), timeout: float = 5.0) -> Outcome:
        """Copy in this environment, keeping what is written to the terminal."""
        return copy(
            text, command=command, environ=self.environ, write_terminal=self.written.append, timeout=timeout
        )


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.mark.parametrize(
    ("name", "variable", "arguments", "encoding"),
    [
        ("wl-copy", "WAYLAND_DISPLAY", "", "utf-8"),
        ("xclip", "DISPLAY", "-selection clipboard -in", "utf-8"),
        ("xsel", "DISPLAY", "--clipboard --input", "utf-8"),
        ("pbcopy", "", "", "utf-8"),
        ("clip.exe", "", "", "utf-16"),
    ],
)
def test_tools_of_the_system(bench: Bench, name: str, variable: str, arguments: str, encoding: str) -> None:
    bench.program(name)
    bench.environ |= {variable: ":0"} if variable else {}
    assert bench.copy() == Outcome(name, True, f"已复制到系统剪贴板（{name}）")
    got = bench.got(name)
    assert got is not None
    assert got.decode(encoding) == TEXT
    assert bench.arguments(name) == arguments
    assert bench.written == []


def test_pbcopy_is_told_the_encoding(bench: Bench) -> None:
    bench.environ["LC_ALL"] = "C"
    bench.program("pbcopy", f'echo "$LC_ALL" > "{bench.folder}/locale"')
    bench.copy()
    assert (bench.folder / "locale").read_text() == "en_US.UTF-8\n"


def test_a_tool_without_its_display_is_not_tried(bench: Bench) -> None:
    bench.program("xclip")
    assert bench.copy().way == "OSC 52"
    assert bench.got("xclip") is None


def test_a_tool_that_fails_gives_way_to_the_next(bench: Bench) -> None:
    bench.environ["DISPLAY"] = ":0"
    bench.program("xclip", "exit 1")
    bench.program("xsel")
    assert bench.copy().way == "xsel"


def test_a_file_that_cannot_be_run_gives_way_too(bench: Bench) -> None:
    bench.environ["DISPLAY"] = ":0"
    (bench.folder / "xclip").write_bytes(b"\x7fELF nonsense")
    (bench.folder / "xclip").chmod(0o755)
    bench.program("xsel")
    assert bench.copy().way == "xsel"


def test_a_tool_that_hangs_is_ended_with_what_it_started(bench: Bench) -> None:
    bench.environ["DISPLAY"] = ":0"
    bench.program("xclip", f"/bin/sh -c 'echo $$ > {bench.folder}/child; exec /bin/sleep 60'")
    assert bench.copy(timeout=2.0).way == "OSC 52"
    child = int((bench.folder / "child").read_text())
    patience = time.monotonic() + 20
    while _lives(child) and time.monotonic() < patience:
        time.sleep(0.01)
    assert not _lives(child)


def _lives(process: int) -> bool:
    """Whether a process runs; a dead one that nobody has waited for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_tool_that_stays_behind_does_not_hold_us_up(bench: Bench) -> None:
    bench.environ["DISPLAY"] = ":0"
    bench.program("xclip", "/bin/sleep 3 &")
    assert bench.copy(timeout=2.0).certain


def test_the_users_command_comes_first(bench: Bench) -> None:
    bench.environ["DISPLAY"] = ":0"
    bench.program("xclip")
    bench.program("mine")
    assert bench.copy(command=("mine", "--now")) == Outcome("mine", True, "已复制到设置的命令 mine")
    assert bench.arguments("mine") == "--now"
    assert bench.got("xclip") is None


def test_a_users_command_that_fails_is_told(bench: Bench) -> None:
    bench.program("pbcopy")
    outcome = bench.copy(command=("absent",))
    assert outcome == Outcome("pbcopy", True, "设置的命令 absent 没有成功；已复制到系统剪贴板（pbcopy）")


def test_over_ssh_the_far_clipboard_is_left_alone(bench: Bench) -> None:
    bench.environ |= {"SSH_CONNECTION": "1 2 3 4", "DISPLAY": ":0"}
    bench.program("xclip")
    outcome = bench.copy()
    assert (outcome.way, outcome.certain) == ("OSC 52", False)
    assert bench.got("xclip") is None


def test_over_ssh_the_terminal_is_asked_in_addition_to_the_users_command(bench: Bench) -> None:
    bench.environ["SSH_TTY"] = "/dev/pts/1"
    bench.program("mine")
    outcome = bench.copy(command=("mine",))
    assert (outcome.way, outcome.certain) == ("mine + OSC 52", True)
    assert len(bench.written) == 1


def test_tmux_takes_it_beside_the_system(bench: Bench) -> None:
    bench.environ |= {"TMUX": "/tmp/x,1,0", "DISPLAY": ":0"}
    bench.program("xclip")
    bench.program("tmux")
    assert bench.copy() == Outcome("xclip + tmux", True, "已复制到系统剪贴板（xclip）和tmux 缓冲区")
    assert bench.arguments("tmux") == "load-buffer -w -"
    assert bench.got("tmux") == TEXT.encode()


def test_an_old_tmux_takes_it_without_handing_it_on(bench: Bench) -> None:
    bench.environ["TMUX"] = "/tmp/x,1,0"
    bench.program("tmux", '[ "$2" = -w ] && exit 1')
    assert bench.copy().way == "tmux"
    assert bench.arguments("tmux") == "load-buffer -"


def test_a_tmux_that_refuses_leaves_the_terminal(bench: Bench) -> None:
    bench.environ["TMUX"] = "/tmp/x,1,0"
    outcome = bench.copy()
    assert outcome == Outcome("OSC 52", False, "tmux 没有接收；已请终端复制（OSC 52），是否照办无从得知")


def test_the_terminal_is_asked_in_base64(bench: Bench) -> None:
    bench.copy()
    (sequence,) = bench.written
    assert sequence.startswith("\x1b]52;c;")
    assert sequence.endswith("\x07")
    assert base64.b64decode(sequence[7:-1]).decode() == TEXT


def test_screen_passes_the_sequence_on_in_pieces(bench: Bench) -> None:
    bench.environ["STY"] = "1.pts"
    bench.copy("长" * 1000)
    (sequence,) = bench.written
    pieces = [piece.removeprefix("\x1bP") for piece in sequence.split("\x1b\\")[:-1]]
    assert max(map(len, pieces)) <= 240
    assert base64.b64decode("".join(pieces)[7:-1]).decode() == "长" * 1000


@pytest.mark.parametrize("terminal", ["", "dumb", "linux"])
def test_nothing_is_claimed_where_nothing_works(bench: Bench, terminal: str) -> None:
    bench.environ["TERM"] = terminal
    outcome = bench.copy()
    assert (outcome.way, outcome.certain) == ("", False)
    assert "没有复制" in outcome.message
    assert bench.written == []


def test_a_long_text_is_not_sent_to_the_terminal(bench: Bench) -> None:
    assert bench.copy("a" * clipboard.LONGEST_OSC52).way == "OSC 52"
    assert bench.copy("a" * (clipboard.LONGEST_OSC52 + 1)).way == ""


def test_without_a_way_to_the_terminal_osc52_is_not_claimed(bench: Bench) -> None:
    assert copy(TEXT, environ=bench.environ).way == ""


def test_control_characters_are_not_copied(bench: Bench) -> None:
    bench.program("pbcopy")
    bench.copy("指标\t数值\r\n\x1b[31m增长\x07\u202e\r8%\x9b0m\n")
    assert bench.got("pbcopy") == "指标\t数值\n[31m增长\n8%0m\n".encode()


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment inside a tmux server of our own, at its defaults."""
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("tmux is not installed")
    socket = tmp_path / "socket"
    environ = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "HOME": str(tmp_path)}
    start = [program, "-f", "/dev/null", "-S", str(socket), "new-session", "-d", "/bin/sleep 60"]
    subprocess.run(start, check=True, env=environ, timeout=20)
    yield environ | {"TMUX": f"{socket},1,0"}
    subprocess.run([program, "-S", str(socket), "kill-server"], check=True, env=environ, timeout=20)


def test_a_real_tmux_shows_what_was_copied(tmux: dict[str, str]) -> None:
    outcome = copy(TEXT, environ=tmux | {"PATH": os.environ["PATH"]}, timeout=20)
    assert outcome.way.endswith("tmux")
    shown = subprocess.run(["tmux", "show-buffer"], env=tmux, capture_output=True, check=True, timeout=20)
    assert shown.stdout.decode() == TEXT
