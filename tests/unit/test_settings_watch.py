"""Noticing that the settings file has changed."""

from __future__ import annotations

from pathlib import Path

from hzview.settings import Settings
from hzview.tui.settings_watch import SettingsWatch, read_settings


def test_a_file_is_taken_once_it_has_been_the_same_for_two_looks(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    watch = SettingsWatch(path)
    assert not watch.changed()
    path.write_text("")  # an editor begins to write
    assert not watch.changed()
    path.write_text("measure = 40\n")
    assert not watch.changed()
    assert watch.changed()
    assert watch.read() == (Settings(measure=40), [])
    assert not watch.changed()
    assert not watch.changed()


def test_a_file_that_is_moved_away_and_put_back_is_none(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("measure = 40\n")
    watch = SettingsWatch(path)
    path.rename(tmp_path / "backup")
    assert not watch.changed()
    (tmp_path / "backup").rename(path)
    assert not watch.changed()
    assert not watch.changed()
    path.unlink()
    assert not watch.changed()
    assert watch.changed()
    assert watch.read() == (Settings(), [])


def test_what_cannot_be_read_is_wrong_in_one_line_each(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"measure = 40\n\xff")
    assert [line.removeprefix(f"{path}：")[:6] for line in read_settings(path)[1]] == ["第 2 行："]
    path.write_text('measure = 4\ntheme = 7\n[keys]\nfly = "f"\n')
    assert len(read_settings(path)[1]) == 3
    assert read_settings(tmp_path)[1] != []
