"""Help, mistakes, bad input, which verb is meant."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hzview import __version__
from hzview.cli import VERBS, reader, terminal
from hzview.cli.status import Status
from hzview.typeset import cell_width
from tests.unit.cli.sample import REPORT, Cli

# ---- Help and mistakes on the command line


def test_version(cli: Cli) -> None:
    assert cli("--version") == (0, f"hzview {__version__}\n", "")


@pytest.mark.parametrize("verb", [None, *VERBS])
def test_help_is_chinese_with_an_example_and_fits_eighty_cells(cli: Cli, verb: str | None) -> None:
    status, page, complaints = cli(*filter(None, [verb, "--help"]))
    assert (status, complaints) == (0, "")
    assert page.startswith("用法：hzview")
    assert f"例：\n  hzview{' ' + verb if verb else ''}" in page
    assert max(cell_width(line) for line in page.splitlines()) <= 80
    for english in ("Usage", "Options", "Show", "Arguments", "Commands", "TEXT", "INTEGER"):
        assert english not in page


def test_help_lists_every_verb(cli: Cli) -> None:
    _, page, _ = cli("-h")
    assert [line.split()[0] for line in page.partition("命令：\n")[2].splitlines()[: len(VERBS)]] == list(
        VERBS
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--foo"], "hzview：没有 --foo 这个选项（用法见 hzview --help）"),
        (
            ["text", "--widht=1"],
            "hzview text：没有 --widht 这个选项；是不是 --width？（用法见 hzview text --help）",
        ),
        (["text", "--width"], "hzview text：选项 --width 后面缺少值（用法见 hzview text --help）"),
        (["text", "--bom=1"], "hzview text：选项 --bom 不带值（用法见 hzview text --help）"),
        (
            ["text", "--width", "宽"],
            "hzview text：--width “宽”应为 0—1000 之间的整数（用法见 hzview text --help）",
        ),
        (["text", "--width", "9" * 5000], "之间的整数（用法见 hzview text --help）"),
        (["text", "--format", "xml"], "--format “xml”不在可选之列：text、jsonl、csv、md"),
        (["outline", "a", "b"], "hzview outline：多余的参数：b（用法见 hzview outline --help）"),
        (["outlin"], "hzview：没有 outlin 这个命令或文件；是不是 outline？（用法见 hzview --help）"),
        (["search"], "hzview search：缺少 词语（用法见 hzview search --help）"),
        (["import"], "hzview import：缺少 文件（用法见 hzview import --help）"),
        (["import", "a", "b"], "hzview import：多个文件须用 --into 指定目录（用法见 hzview import --help）"),
        (["import", "a", "-o", "b", "--into", "c"], "hzview import：-o 与 --into 只能用一个"),
        (["\x1b[31m红"], "[31m红：没有这个文件"),
    ],
)
def test_mistakes_are_one_chinese_line_and_status_two(cli: Cli, arguments: list[str], complaint: str) -> None:
    status, output, complaints = cli(*arguments)
    assert (status, output) == (Status.BAD_INPUT, "")
    assert complaint in complaints
    assert complaints.count("\n") == 1
    assert complaints[:-1].isprintable()


# ---- Files that are no report


@pytest.mark.parametrize("verb", ["outline", "text", "figures", None])
@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("没有.toml", None, "没有这个文件"),
        ("空.txt", b" \n", "内容为空"),
        ("错.toml", '[report]\ntitle = "甲"\nyaer = 2018\n'.encode(), "第 3 行，report.yaer：不认识的键"),
        ("乱.txt", bytes(range(256)) * 40, ""),
        ("目录", b"/", "这是目录"),
    ],
)
def test_bad_input_is_one_line_that_names_it(
    cli: Cli, tmp_path: Path, verb: str | None, name: str, content: bytes | None, complaint: str
) -> None:
    path = tmp_path / name
    if content == b"/":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    status, output, complaints = cli(*filter(None, [verb, str(path)]))
    assert (status, output) == (Status.BAD_INPUT, "")
    assert complaints.startswith(f"{path}：")
    assert complaint in complaints
    assert complaints.count("\n") == 1


# ---- The reader without a screen


def test_without_a_terminal_a_file_is_printed_as_text(cli: Cli, report: str) -> None:
    assert cli(report) == cli("text", report)


def test_a_file_named_like_a_verb_opens_by_its_path(
    cli: Cli, report: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "text").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli("./text") == cli("text", report)


def test_a_file_named_like_an_option_is_not_in_its_way(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "--version").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli("--version") == (0, f"hzview {__version__}\n", "")
    assert cli("outline", "--", "--version")[0] == Status.FOUND


def test_standard_input_is_a_dash(cli: Cli, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open(report, encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        from_stdin = cli("outline", "-")
    assert from_stdin == cli("outline", report)


# ---- What reaches a terminal

EVIL = "\x1b\x07\x9b\x9d\u202e\u2028\x7f\r\x00"
"""Escape, bell, the one-character forms of ESC [ and ESC ], a turn of direction, a line separator, and others."""


@pytest.mark.parametrize("form", ["text", "jsonl", "csv", "md"])
@pytest.mark.parametrize(
    "arguments", [["outline"], ["text"], ["search", "增长" + EVIL], ["figures"]], ids=" ".join
)
def test_nothing_that_a_terminal_obeys_gets_through(
    cli: Cli, tmp_path: Path, arguments: list[str], form: str
) -> None:
    path = tmp_path / "a.toml"
    escaped = "".join(f"\\u{ord(character):04x}" for character in EVIL)
    path.write_text(
        REPORT.replace("2017", escaped + "2017").replace("增长", "增" + escaped + "长"), encoding="utf-8"
    )
    status, output, complaints = cli(*arguments, str(path), "--format", form)
    assert status == Status.FOUND
    assert not set(EVIL) & set(output + complaints)


def test_nor_does_the_name_of_a_file(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / f"坏{EVIL[:-1]}.txt"
    path.write_text(
        "2018年测试市政府工作报告\n\n一、2017年工作回顾\n\n地区生产总值增长8.5%。\n", encoding="utf-8"
    )
    for arguments in (
        ["import", str(path), "--into", str(tmp_path / "out")],
        ["import", str(path)],
        [str(path)],
    ):
        status, output, complaints = cli(*arguments)
        assert status == Status.FOUND
        assert not set(EVIL) & set(output + complaints)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["notes"], "这份报告没有名词解释"),
        (["search", "龘龘龘"], "没有找到“龘龘龘”"),
        (["figures", "--min", "99999999亿元"], "没有符合条件的结果"),
        (["figures", "--min", "99999999亿元", "--format", "jsonl"], "没有符合条件的结果"),
        (["indicators", "没有的"], "没有符合条件的结果"),
    ],
)
def test_who_watches_is_told_that_nothing_was_found(
    cli: Cli, report: str, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    if arguments[0] != "indicators":
        arguments = [*arguments, report]
    assert cli(*arguments) == (Status.NOTHING, "", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli(*arguments) == (Status.NOTHING, "", f"{said}\n")


def test_who_waits_for_a_large_file_is_told(cli: Cli, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is gone before the report is shown; here the report is printed, for there is no keyboard."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.setattr(reader, "_keyboard", lambda: False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli(report)[2] == ""
    monkeypatch.setattr(reader, "LARGE", 1)
    status, output, said = cli(report)
    assert status == Status.FOUND
    assert "2018年测试市政府工作报告" in output
    assert said == f"\r\x1b[K正在读入 {Path(report).name} …\r\x1b[K"
