"""What a person names becomes a report, or one clear line."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from hzview import content, opening
from hzview.errors import HzviewError
from hzview.model import Report
from hzview.settings import settings_path

TOML = content.dump(Report("某市2020年政府工作报告", year=2020))
RAW = "某市2020年政府工作报告\n\n一、2019年工作回顾\n\n生产总值增长8%。\n\n二、2020年工作安排\n\n生产总值增长7%。\n"


def test_nothing_named_opens_the_bundled_report() -> None:
    opened = opening.open_report(None)
    assert opened.report.title == "2018年湖州市政府工作报告"
    assert opened.identity == "bundled:huzhou-2018"


def test_toml_is_read_and_anything_else_imported(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(TOML, encoding="utf8")
    (tmp_path / "bare").write_text("# 手工修订\n\n" + TOML, encoding="utf-8-sig")
    (tmp_path / "a.txt").write_text(RAW, encoding="utf8")
    assert opening.open_report(str(tmp_path / "a.toml")).report.year == 2020
    assert opening.open_report(str(tmp_path / "bare")).report.year == 2020
    raw = opening.open_report(str(tmp_path / "a.txt")).report
    assert [s.title for s in raw.sections] == ["2019年工作回顾", "2020年工作安排"]


def test_one_file_has_one_identity_by_whatever_path(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(TOML, encoding="utf8")
    (tmp_path / "link").symlink_to(tmp_path / "a.toml")
    assert (
        opening.open_report(str(tmp_path / "a.toml")).identity
        == opening.open_report(str(tmp_path / "." / "link")).identity
    )


def test_standard_input_is_known_by_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    identities = []
    for data in (TOML, TOML, TOML + "\n"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        identities.append(opening.open_report("-").identity)
    assert identities[0] == identities[1] != identities[2]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("没有.toml", None, "没有这个文件"),
        ("空.txt", b" \n", "内容为空"),
        ("码.toml", b'[report]\ntitle = "\xff"\n', "第 2 行：TOML 文件应为 UTF-8 编码"),
        ("坏.toml", b"[report]\ntitel = 'x'\n", "第 2 行，report.titel：不认识的键"),
    ],
)
def test_bad_input_is_named(tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(HzviewError) as caught:
        opening.open_report(str(path))
    assert str(caught.value).startswith(f"{path}：{message}")


def test_a_directory_and_a_name_with_an_escape_are_named_safely(tmp_path: Path) -> None:
    with pytest.raises(HzviewError, match="这是目录，不是文件"):
        opening.open_report(str(tmp_path))
    for argument in ("\x1b[31m红", "\0", "x" * 5000):
        with pytest.raises(HzviewError) as caught:
            opening.open_report(argument)
        assert str(caught.value).isprintable()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(TOML, encoding="utf8")
    path.chmod(0)
    with pytest.raises(HzviewError, match="没有读取权限"):
        opening.open_report(str(path))


def test_a_huge_input_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_BYTES", 1 << 20)
    monkeypatch.setenv("HZVIEW_LIMITS", "file_mb=1")
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * ((1 << 20) + 1))
    with pytest.raises(HzviewError, match=r"超过 1 MB，不予读取；.*HZVIEW_LIMITS=file_mb=3，"):
        opening.open_report(str(path))


def test_limits_are_raised_by_settings_and_over_them_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("各位代表：\n一、回顾\n" + "好" * 50, "utf-8")
    settings = settings_path()
    settings.parent.mkdir(parents=True)
    settings.write_text("[limits]\nline = 20\n", "utf-8")
    with pytest.raises(HzviewError, match="第 3 行有 50 字，超过上限 20 字；"):
        opening.open_report(str(path))
    monkeypatch.setenv("HZVIEW_LIMITS", "line=60, pages=5")
    assert opening.open_report(str(path)).report.sections
    monkeypatch.setenv("HZVIEW_LIMITS", "lines=60")
    with pytest.raises(HzviewError, match="环境变量 HZVIEW_LIMITS：没有 lines 这个上限，只有 file_mb、"):
        opening.open_report(str(path))
