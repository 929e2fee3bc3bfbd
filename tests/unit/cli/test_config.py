"""``hzview config``: the default file changes nothing, and what is wrong in one's own is told with its line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from hzview.settings import Settings, load_settings, settings_path
from hzview.typeset import cell_width
from tests.unit.cli.sample import Cli


def write(text: str) -> Path:
    """Write the user's settings file and return where it is."""
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_path(cli: Cli) -> None:
    assert cli("config", "path") == (0, f"{settings_path()}\n", "")


def test_the_default_file_changes_nothing_as_it_stands(cli: Cli) -> None:
    status, text, _ = cli("config", "show")
    assert status == 0
    write(text)
    assert load_settings() == Settings()
    assert cli("config", "check") == (0, f"{settings_path()}：没有问题\n", "")


def test_every_line_of_the_default_file_holds_when_it_is_taken_in(cli: Cli) -> None:
    from hzview.tui.actions import ACTIONS

    _, text, _ = cli("config", "show")
    taken_in = re.sub(r"^# (?=[a-z_-]+ = )", "", text, flags=re.MULTILINE)
    assert len(tomllib.loads(taken_in)) == len(Settings.__dataclass_fields__)
    write(taken_in)
    settings = load_settings()
    assert settings.keys == {action.id: action.keys for action in ACTIONS}
    assert cli("config", "check")[0] == 0


def test_what_is_wrong_is_told_line_by_line(cli: Cli) -> None:
    assert cli("config", "check")[:2] == (0, f"{settings_path()}：没有设置文件，一切照默认\n")
    path = write('measure = 9\ntheme = ""\n\n[keys]\nfly = "f"\n')
    status, text, _ = cli("config", "check")
    assert status == 2
    assert [line.removeprefix(f"{path}：")[:3] for line in text.splitlines()] == ["第 1", "第 2", "第 5"]
    write('theme = "pink"\n[keys]\nhelp = "contrl+h"\nnext-figure = "n"\n')
    status, text, _ = cli("config", "check")
    assert status == 2
    assert [line.removeprefix(f"{path}：")[:3] for line in text.splitlines()] == ["第 1", "第 3", "第 4"]
    assert "没有 pink 这个主题" in text
    assert "没有 contrl+h 这个键" in text
    assert "n 既是" in text


def test_text_is_set_as_the_reader_would_set_it(cli: Cli, report: str) -> None:
    before = cli("text", report)[1]
    write("measure = 40\n")
    assert max(map(cell_width, cli("text", report)[1].splitlines())) <= 40
    assert cli("text", report)[1] != before
    write("measure = 9\n")
    status, text, complaint = cli("text", report)
    assert (status, text) == (2, "")
    assert "第 1 行，measure" in complaint
