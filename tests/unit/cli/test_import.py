"""``hzview import``."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hzview import content, importing
from hzview.cli import folder, terminal
from hzview.cli.status import Status
from tests.unit.cli.sample import Cli

RAW = """\
2018年测试市政府工作报告

各位代表：

一、2017年工作回顾

过去一年,地区生产总值增长8.5%,居全省第二位。城乡居民收入继续增长。

二、2018年重点任务

今年要做好以下工作。地区生产总值增长8%以上。
"""


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A raw file."""
    path = tmp_path / "原始.txt"
    path.write_text(RAW, encoding="utf-8")
    return path


def test_one_file_goes_to_the_standard_output_as_hzview_reads_it(cli: Cli, raw: Path) -> None:
    status, output, complaints = cli("import", str(raw))
    assert (status, complaints) == (Status.FOUND, "")
    report = content.parse(output, "输出")
    assert report.title == "2018年测试市政府工作报告"
    assert [s.title for s in report.sections] == ["2017年工作回顾", "2018年重点任务"]
    assert content.dump(report) == output


def test_what_is_told_overrides_what_is_found(cli: Cli, raw: Path) -> None:
    _, output, _ = cli(
        "import", str(raw), "--title", "题", "--region", "乙市", "--year", "2019", "--as-printed"
    )
    report = content.parse(output, "输出")
    assert (report.title, report.region, report.year) == ("题", "乙市", 2019)
    assert "过去一年,地区" in output


def test_output_to_a_file_is_the_same(cli: Cli, raw: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.toml"
    assert cli("import", str(raw), "-o", str(out)) == (Status.FOUND, "", "")
    assert out.read_text(encoding="utf-8") == cli("import", str(raw))[1]


def test_the_list_of_removals_keeps_out_of_the_toml(cli: Cli, raw: Path, tmp_path: Path) -> None:
    _, plain, _ = cli("import", str(raw))
    _, output, listed = cli("import", str(raw), "--report")
    assert output == plain
    assert "处" in listed.splitlines()[-1]
    _, printed, complaints = cli("import", str(raw), "--report", "-o", str(tmp_path / "out.toml"))
    assert (printed, complaints) == (listed, "")


def test_what_a_person_should_look_at_is_always_said(
    cli: Cli, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def doubtful(data: bytes, name: str, **overrides: Any) -> importing.Imported:
        return replace(importing.import_report(data, name, **overrides), notes=("第 3 行似有缺字",))

    monkeypatch.setattr("hzview.cli.importing.import_report", doubtful)
    status, _, complaints = cli("import", str(raw), "-o", str(tmp_path / "out.toml"))
    assert (status, complaints) == (Status.FOUND, f"{raw}：请核对：第 3 行似有缺字\n")


def test_the_account_gives_the_evidence(cli: Cli, raw: Path, tmp_path: Path) -> None:
    _, output, _ = cli("import", str(raw), "-o", str(tmp_path / "out.toml"), "--report")
    assert "编码 utf-8" in output
    assert any(line.startswith("region = 测试市，依据 ") for line in output.splitlines())


def test_a_raw_file_is_never_written_over(cli: Cli, raw: Path) -> None:
    status, _, complaints = cli("import", str(raw), "-o", os.path.join(raw.parent, ".", raw.name))
    assert status == Status.BAD_INPUT
    assert "不能写在它上面" in complaints
    assert raw.read_text(encoding="utf-8") == RAW


def test_what_has_been_imported_is_not_imported_again(cli: Cli, report: str) -> None:
    status, output, complaints = cli("import", report)
    assert (status, output) == (Status.BAD_INPUT, "")
    assert complaints == f"{report}：已是整理过的 TOML，不必再整理\n"


def test_a_bad_file_does_not_stop_the_rest(cli: Cli, raw: Path, tmp_path: Path) -> None:
    bad, last = tmp_path / "坏.txt", tmp_path / "末.txt"
    bad.write_bytes(b"")
    last.write_text(RAW, encoding="utf-8")
    folder = tmp_path / "新" / "目录"
    status, output, complaints = cli("import", str(raw), str(bad), str(last), "--into", str(folder))
    assert status == Status.BAD_INPUT
    assert complaints == f"{bad}：内容为空\n"
    assert output.splitlines()[-1] == "共 3 个文件：成功 2，其中须核对 0；失败 1"
    assert sorted(p.name for p in folder.iterdir()) == ["原始.toml", "末.toml"]


def test_a_mended_file_is_not_undone_unless_forced(cli: Cli, raw: Path, tmp_path: Path) -> None:
    target = tmp_path / "原始.toml"
    assert cli("import", str(raw), "--into", str(tmp_path))[0] == Status.FOUND
    assert cli("import", str(raw), "--into", str(tmp_path))[0] == Status.FOUND
    target.write_text(target.read_text(encoding="utf-8").replace("第二位", "第2位"), encoding="utf-8")
    status, _, complaints = cli("import", str(raw), "--into", str(tmp_path))
    assert status == Status.BAD_INPUT
    assert "--force" in complaints
    assert "第2位" in target.read_text(encoding="utf-8")
    assert cli("import", str(raw), "--into", str(tmp_path), "--force")[0] == Status.FOUND
    assert "第二位" in target.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_said(cli: Cli, raw: Path) -> None:
    status, _, complaints = cli("import", str(raw), "--into", str(raw))
    assert (status, complaints) == (Status.BAD_INPUT, f"{raw}：建不了目录（已有同名的文件）\n")


def test_two_files_for_one_target_are_told_apart(cli: Cli, raw: Path, tmp_path: Path) -> None:
    other = tmp_path / "另" / "原始.md"
    other.parent.mkdir()
    other.write_text(RAW, encoding="utf-8")
    status, _, complaints = cli("import", str(raw), str(other), "--into", str(tmp_path / "out"))
    assert status == Status.BAD_INPUT
    assert "同名" in complaints


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 50, b"%PDF-1.7 broken"])
def test_a_file_that_is_no_report_leaves_nothing_behind(cli: Cli, tmp_path: Path, data: bytes) -> None:
    bad, out = tmp_path / "坏.bin", tmp_path / "out.toml"
    bad.write_bytes(data)
    status, output, complaints = cli("import", str(bad), "-o", str(out))
    assert (status, output) == (Status.BAD_INPUT, "")
    assert complaints.startswith(f"{bad}：")
    assert not out.exists()


def test_a_folder_is_imported_with_its_folders_by_several_processes(cli: Cli, tmp_path: Path) -> None:
    raw = tmp_path / "原始"
    for name in (
        "a.txt",
        "b.md",
        "市/2018.txt",
        "市/2019.txt",
        "县/2018.txt",
        "空.txt",
        ".hidden",
        "old.toml",
    ):
        path = raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("" if name == "空.txt" else RAW, encoding="utf-8")
    status, output, complaints = cli("import", str(raw), "--into", str(tmp_path / "out"))
    assert status == Status.BAD_INPUT
    assert complaints == f"{raw / '空.txt'}：内容为空\n"
    written = sorted(p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.toml"))
    assert written == ["a.toml", "b.toml", "县/2018.toml", "市/2018.toml", "市/2019.toml"]
    assert output.splitlines()[-1] == "共 6 个文件：成功 5，其中须核对 0；失败 1"
    assert [line.split(" → ")[0] for line in output.splitlines()[:-1]] == [
        str(raw / name) for name in ("a.txt", "b.md", "县/2018.txt", "市/2018.txt", "市/2019.txt")
    ]


def test_who_watches_is_told_of_what_needs_a_look_only(
    cli: Cli, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "坏.txt"
    bad.write_bytes(b"")
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    _, output, complaints = cli("import", str(raw), str(bad), "--into", str(tmp_path / "新"))
    assert output == "共 2 个文件：成功 1，其中须核对 0；失败 1\n"
    assert complaints == f"{bad}：内容为空\n"


def test_after_ctrl_c_it_is_said_how_far_it_got(
    cli: Cli, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = tmp_path / "末.txt"
    last.write_text(RAW, encoding="utf-8")
    save = folder._save

    def interrupted(target: Path, text: str, force: bool) -> None:
        if target.stem == "末":
            raise KeyboardInterrupt
        save(target, text, force)

    monkeypatch.setattr(folder, "_save", interrupted)
    monkeypatch.setattr(terminal, "abandon_output", lambda: None)
    status, _, complaints = cli("import", str(raw), str(last), "--into", str(tmp_path / "新"))
    assert status == Status.INTERRUPTED
    assert complaints == "已停下：整理了 1/2 个文件；再执行一次同样的命令，会接着做完\n"
    assert [path.name for path in (tmp_path / "新").iterdir()] == [f"{raw.stem}.toml"]
