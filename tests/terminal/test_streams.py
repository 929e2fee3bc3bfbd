"""The command line as a process among others: pipes, signals, locales, full disks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hzview.cli.status import Status
from hzview.typeset import cell_width
from tests.terminal.screen import PATIENCE, Terminal, hzview
from tests.unit.cli.sample import REPORT

Process = subprocess.CompletedProcess[bytes]


@pytest.fixture
def report(tmp_path: Path) -> str:
    """A small report in a file."""
    path = tmp_path / "报告.toml"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


def shell(command: str, **env: str) -> Process:
    """Run ``command`` in bash, where ``hzview`` is the installed one."""
    path = f"{Path(hzview()).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, "PATH": path, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.mark.parametrize(
    "command", ["text", "text --format jsonl", "figures --format csv", "--help", "outline"]
)
def test_a_reader_that_leaves_early_is_no_error(command: str) -> None:
    done = shell(f"hzview {command} | head -n 1; exit ${{PIPESTATUS[1]}}")
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


def test_a_closed_pipe_ends_it_as_a_shell_expects(tmp_path: Path) -> None:
    long = tmp_path / "long.toml"
    paragraphs = '"甲乙丙丁",' * 50_000
    long.write_text(f"paragraphs = [{paragraphs}]\n[report]\ntitle = '长'\n", encoding="utf-8")
    done = shell(f"hzview text --width 0 '{long}' | head -n 1; exit ${{PIPESTATUS[0]}}")
    assert done.returncode == Status.OUTPUT_CLOSED
    assert done.stderr == b""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_one_line(report: str) -> None:
    done = shell(f"hzview text '{report}' > /dev/full")
    assert done.returncode == Status.BAD_INPUT
    assert done.stderr.decode() == "标准输出写不进去：磁盘已满\n"
    assert shell("hzview missing.txt 2> /dev/full").returncode == Status.BAD_INPUT


def test_closed_streams_are_no_crash(report: str) -> None:
    done = shell(f"hzview text '{report}' >&-")
    assert (done.returncode, done.stderr.decode()) == (Status.BAD_INPUT, "标准输出已关闭\n")
    assert shell(f"hzview text '{report}' 2>&-").stdout.decode().strip().startswith("2018年测试市")
    assert shell("hzview text - <&-").stderr.decode() == "标准输入已关闭\n"


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
    ids=["C", "ascii", "latin-1"],
)
def test_an_encoding_without_chinese_becomes_utf8(report: str, env: dict[str, str]) -> None:
    done = shell(f"hzview outline '{report}'; hzview outline missing.txt >&2", **env)
    assert "一、2017年工作回顾" in done.stdout.decode()
    assert done.stderr.decode() == "missing.txt：没有这个文件\n"


def test_an_encoding_with_chinese_stays_but_data_is_utf8(report: str) -> None:
    env = {"PYTHONIOENCODING": "gb18030"}
    assert "工作回顾" in shell(f"hzview outline '{report}'", **env).stdout.decode("gb18030")
    assert "工作回顾" in shell(f"hzview outline '{report}' --format jsonl", **env).stdout.decode("utf-8")


def test_csv_for_excel_begins_with_a_mark(report: str) -> None:
    done = shell(f"hzview outline '{report}' --format csv --bom")
    assert done.stdout.startswith(b"\xef\xbb\xbfdepth,")
    assert done.stdout.count(b"\xef\xbb\xbf") == 1


def test_a_name_that_is_no_utf8_is_no_crash(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xb1\xa8\xb8\xe6.toml"
    Path(os.fsdecode(path)).write_text("x = ", encoding="utf-8")
    done = subprocess.run(
        [hzview().encode(), b"outline", path], capture_output=True, check=False, timeout=PATIENCE
    )
    assert done.returncode == Status.BAD_INPUT
    assert "不是合法的 TOML" in done.stderr.decode()


def test_standard_input_is_read_to_its_end(report: str) -> None:
    assert shell(f"cat '{report}' | hzview outline -").stdout == shell(f"hzview outline '{report}'").stdout


def test_python_m_is_the_same_program(report: str) -> None:
    done = shell(f"'{sys.executable}' -m hzview outline '{report}'; '{sys.executable}' -m hzview nofile")
    assert done.stdout == shell(f"hzview outline '{report}'").stdout
    assert done.returncode == Status.BAD_INPUT


def test_interrupted_while_it_waits_it_ends_quietly() -> None:
    with subprocess.Popen(
        [hzview(), "text", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        # It reads its input at last; before that an interrupt might meet the interpreter's own start.
        wait_channel(process.pid)
        process.send_signal(signal.SIGINT)
        output, complaints = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, complaints) == (Status.INTERRUPTED, b"", b"")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGPIPE], ids=["interrupted", "reader gone"])
def test_several_processes_end_together(tmp_path: Path, number: signal.Signals) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for name in range(300):
        text = f"{name}年测试市政府工作报告\n\n一、工作回顾\n\n" + "地区生产总值增长8.5%。\n" * 100
        (raw / f"{name}.txt").write_text(text, encoding="utf-8")
    command = [hzview(), "import", str(raw), "--into", str(tmp_path / "out")]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        if number is signal.SIGINT:
            os.killpg(process.pid, number)  # as a terminal does
        else:
            process.stdout.close()
        status = process.wait(timeout=PATIENCE)
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    assert status == 128 + number
    assert len(list((tmp_path / "out").iterdir())) < 300


def wait_channel(pid: int) -> None:
    """Wait until the process sleeps in a read of its standard input."""
    import time

    deadline = time.monotonic() + PATIENCE
    while not Path(f"/proc/{pid}/syscall").read_text().startswith("0 0x0 "):
        assert time.monotonic() < deadline, "it never read its standard input"
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("hzview out", "plain,outline"),
        ("hzview 报", "file,报"),
        ("hzview text 报", "file,报"),
        ("hzview text --wi", "plain,--width"),
    ],
)
def test_a_shell_completes_verbs_options_and_files(words: str, found: str) -> None:
    env = {"_HZVIEW_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    assert shell("hzview", **env).stdout.decode().splitlines() == [found]


# ---- On a terminal


def test_hits_are_marked_on_a_terminal_only(report: str) -> None:
    with Terminal([hzview(), "search", "增长", report]) as terminal:
        assert terminal.wait_end() == Status.FOUND
        assert "\x1b[7m增长\x1b[27m" in terminal.received.decode()
    assert b"\x1b" not in shell(f"hzview search 增长 '{report}'").stdout


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_gets_plain_text(report: str, term: str) -> None:
    with Terminal([hzview(), report], env={"TERM": term}, columns=40) as terminal:
        assert terminal.wait_end() == Status.FOUND
        assert b"\x1b" not in terminal.received
        assert "2017年工作回顾" in terminal.received.decode()


@pytest.mark.parametrize("verb", ["text", "figures"])
def test_output_fits_the_terminal(report: str, verb: str) -> None:
    with Terminal([hzview(), verb, report], columns=24) as terminal:
        assert terminal.wait_end() == Status.FOUND
        lines = terminal.received.decode().splitlines()
    assert 20 < max(map(cell_width, lines)) <= 24
