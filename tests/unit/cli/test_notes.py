"""``hzview notes``."""

from __future__ import annotations

from pathlib import Path

from hzview.cli.status import Status
from tests.unit.cli.sample import REPORT, Cli, rows

NOTES = (
    REPORT.replace("地区生产总值增长8%以上。", "地区生产总值增长8%以上。坚持“两新”政策，“两新”见效。")
    + """
[[appendices]]
title = "名词解释"
paragraphs = ["1.“两新”：指更新。", "2.别处：指别处。"]
"""
)


def test_a_note_is_shown_with_where_it_is_named(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(NOTES, encoding="utf-8")
    status, output, _ = cli("notes", str(path))
    assert status == Status.FOUND
    assert output.splitlines() == [
        "“两新”  二、2018年重点任务（共 2 处）",
        "    指更新。",
        "别处（正文中未找到）",
        "    指别处。",
    ]


def test_rows_say_every_place(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(NOTES, encoding="utf-8")
    _, output, _ = cli("notes", str(path), "--format", "jsonl")
    found = rows(output)
    assert [(r["note"], r["term"], r["paragraph"], r["start"], r["end"]) for r in found] == [
        (0, "“两新”", 6, 16, 18),
        (0, "“两新”", 6, 23, 25),
        (1, "别处", None, None, None),
    ]
    assert [r["explanation"] for r in found] == ["指更新。", "指更新。", "指别处。"]


def test_a_report_without_notes_has_nothing(cli: Cli, report: str) -> None:
    assert cli("notes", report) == (Status.NOTHING, "", "")
    assert cli("notes", report, "--format", "csv") == (Status.NOTHING, "", "")
