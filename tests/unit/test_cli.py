"""What the command line says, to whom, and what it exits with."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hzview import __version__
from hzview.cli.main import VERBS, run
from hzview.cli.status import Status
from hzview.typeset import cell_width

REPORT = """\
paragraphs = ["各位代表："]

[report]
title = "2018年测试市政府工作报告"
region = "测试市"
year = 2018

[[sections]]
number = "一、"
title = "2017年工作回顾"
role = "review"

[[sections.sections]]
number = "（一）"
title = "经济运行稳中向好"
paragraphs = [
    { lead = "实力明显增强。", text = "地区生产总值达到2476.1亿元，增长8.5%，居全省第二位。" },
]

[[sections]]
number = "二、"
title = "2018年重点任务"
role = "tasks"
paragraphs = ["地区生产总值增长8%以上。"]
"""


@pytest.fixture
def report(tmp_path: Path) -> str:
    """A small report in a file."""
    path = tmp_path / "报告.toml"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


Cli = Callable[..., tuple[int, str, str]]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run the command line here; return its exit status, output and complaints."""

    def call(*arguments: str) -> tuple[int, str, str]:
        status = run(arguments)
        return status, *capsys.readouterr()

    return call


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


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


# ---- outline


def test_outline_shows_headings_and_leads_by_depth(cli: Cli, report: str) -> None:
    status, output, _ = cli("outline", report)
    assert status == Status.FOUND
    assert output.splitlines() == [
        "2018年测试市政府工作报告",
        "  一、2017年工作回顾",
        "    （一）经济运行稳中向好",
        "      实力明显增强",
        "  二、2018年重点任务",
    ]


def test_outline_rows_say_where_and_what(cli: Cli, report: str) -> None:
    _, output, _ = cli("outline", report, "--format", "jsonl", "--depth", "1")
    assert rows(output) == [
        {
            "depth": 1,
            "title": "一、2017年工作回顾",
            "lead": False,
            "role": "review",
            "paragraph": 2,
            "end": 5,
        },
        {"depth": 1, "title": "二、2018年重点任务", "lead": False, "role": "tasks", "paragraph": 5, "end": 7},
    ]


def test_outline_of_a_report_without_headings_is_nothing(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('paragraphs = ["甲"]\n[report]\ntitle = "乙"\n', encoding="utf-8")
    assert cli("outline", str(path), "--format", "csv") == (Status.NOTHING, "", "")


# ---- text


def test_text_is_set_in_the_width_asked_for(cli: Cli, report: str) -> None:
    _, output, _ = cli("text", report, "--width", "30")
    lines = output.splitlines()
    assert max(map(cell_width, lines)) <= 30
    assert "    实力明显增强。地区生产总值" in lines
    assert not any(line.startswith(("，", "。")) for line in lines)


def test_text_of_width_zero_is_one_line_a_block(cli: Cli, report: str) -> None:
    _, output, _ = cli("text", report, "--width=0")
    assert len(output.splitlines()) == 7


def test_text_as_markdown_has_headings(cli: Cli, report: str) -> None:
    _, output, _ = cli("text", report, "--format", "md")
    assert "# 2018年测试市政府工作报告\n\n各位代表：\n\n## 一、2017年工作回顾\n\n### （一）" in output


def test_text_rows_are_the_blocks(cli: Cli, report: str) -> None:
    _, output, _ = cli("text", report, "--format", "jsonl")
    assert rows(output)[4] == {
        "paragraph": 4,
        "type": "paragraph",
        "text": "实力明显增强。地区生产总值达到2476.1亿元，增长8.5%，居全省第二位。",
        "section": "一、2017年工作回顾 › （一）经济运行稳中向好",
    }


# ---- The reader without a screen


def test_without_a_terminal_a_file_is_printed_as_text(cli: Cli, report: str) -> None:
    assert cli(report) == cli("text", report)


def test_a_file_named_like_a_verb_opens_by_its_path(
    cli: Cli, report: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "text").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli("./text") == cli("text", report)


def test_standard_input_is_a_dash(cli: Cli, report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open(report, encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        from_stdin = cli("outline", "-")
    assert from_stdin == cli("outline", report)
