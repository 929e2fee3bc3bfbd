"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hzview.atomic import write_text
from hzview.errors import HzviewError


def test_text_arrives_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "报告.toml"
    write_text(path, "一\n二\r\n")
    assert path.read_bytes() == "一\n二\r\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["报告.toml"]


def test_a_new_file_is_for_whoever_the_umask_lets(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        write_text(tmp_path / "a", "x")
    finally:
        os.umask(old)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_a_file_that_is_there_keeps_its_permissions_and_a_link_its_place(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_text(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(HzviewError, match="a：写不进去（磁盘已满）"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize(
    ("name", "why"), [("no/such", "目录不存在"), (".", "这是目录"), ("x" * 300, "名称过长")]
)
def test_what_cannot_be_written_is_said_in_one_line(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(HzviewError, match=why):
        write_text(tmp_path / name, "x")


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_text(pipe, "一")
    assert os.read(reader, 10) == "一".encode()
    os.close(reader)
