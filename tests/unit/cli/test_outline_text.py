"""``hzview outline`` and ``hzview text``."""

from __future__ import annotations

from pathlib import Path

from hzview.cli.status import Status
from hzview.settings import settings_path
from hzview.typeset import cell_width
from tests.unit.cli.sample import Cli, rows


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


def test_the_table_of_the_outline_is_chinese(cli: Cli, report: str) -> None:
    _, output, _ = cli("outline", report, "--format", "md", "--depth", "1")
    assert [line.split(" | ")[-1] for line in output.splitlines()[2:]] == ["工作回顾 |", "工作部署 |"]


def test_outline_of_a_report_without_headings_is_nothing(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('paragraphs = ["甲"]\n[report]\ntitle = "乙"\n', encoding="utf-8")
    assert cli("outline", str(path), "--format", "csv") == (Status.NOTHING, "", "")


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


def set_autospace() -> None:
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("autospace = true", encoding="utf-8")


def test_text_is_spaced_at_option_and_by_the_setting(cli: Cli, report: str) -> None:
    _, plain, _ = cli("text", report)
    _, spaced, _ = cli("text", report, "--autospace")
    assert "达到2476.1亿元，增长8.5%，" in plain
    assert "达到 2476.1 亿元，增长 8.5%，" in spaced
    set_autospace()
    assert cli("text", report)[1] == spaced
    assert cli("text", report, "--no-autospace")[1] == plain


def test_text_of_width_zero_is_spaced_only_where_that_is_asked_for(cli: Cli, report: str) -> None:
    set_autospace()
    assert "达到2476.1亿元" in cli("text", report, "--width", "0")[1]
    assert "达到 2476.1 亿元" in cli("text", report, "--width", "0", "--autospace")[1]
