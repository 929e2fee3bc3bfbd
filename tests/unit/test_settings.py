"""Settings as a person writes them, and places as they are remembered."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from hzview.errors import HzviewError
from hzview.limits import DEFAULT
from hzview.settings import (
    SETTINGS,
    Settings,
    SettingsFile,
    load_settings,
    settings_path,
)


def load(path: Path, text: str, actions: tuple[str, ...] | None = None) -> Settings:
    path.write_text(text, "utf-8")
    return load_settings(path, actions)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_everything_is_as_it_comes() -> None:
    assert load_settings() == Settings()
    assert not settings_path().exists()


def test_the_file_is_found_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "hzview").mkdir()
    (tmp_path / "hzview" / "config.toml").write_text("measure = 60")
    assert load_settings().measure == 60


def test_every_setting(file: Path) -> None:
    text = """\ufeff
    theme = "nord"
    ambiguous_width = 2
    measure = 64
    autospace = true
    citation = "gbt7714"
    table = "csv"
    clipboard = ["xsel", "-b"]
    limits.pages = 5000
    [keys]
    next-figure = ["]", "】"]
    quit = "Q"
    """
    read = load(file, text, ("next-figure", "quit"))
    assert read == Settings(
        "nord",
        64,
        2,
        True,
        "gbt7714",
        "csv",
        ("xsel", "-b"),
        DEFAULT.raised({"pages": 5000}),
        {"next-figure": ("]", "】"), "quit": ("Q",)},
    )


def test_an_action_may_be_left_without_a_key(file: Path) -> None:
    assert load(file, "[keys]\nquit = []").keys == {"quit": ()}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("colour = 1", "第 1 行，colour："),
        ("\n\nmeasure = 10", "第 3 行，measure："),
        ("measure = 2.5", "第 1 行，measure："),
        ("measure = true", "第 1 行，measure："),
        ("theme = ''", "第 1 行，theme："),
        ("theme = 1", "第 1 行，theme："),
        ("citation = 'apa'", "第 1 行，citation："),
        ("ambiguous_width = true", "第 1 行，ambiguous_width："),
        ("ambiguous_width = 3", "第 1 行，ambiguous_width："),
        ("clipboard = 'xsel -b'", "第 1 行，clipboard："),
        ("clipboard = ['']", "第 1 行，clipboard："),
        ("clipboard = ['a', 1]", "第 1 行，clipboard："),
        ('clipboard = ["a\\u0000"]', "第 1 行，clipboard："),
        ("keys = 1", "第 1 行，keys："),
        ("# keys\n[keys]\nfly = 'f'", "第 3 行，keys.fly："),
        ("keys.quit = 1", "第 1 行，keys.quit："),
        ("[keys]\nquit = ['']", "第 2 行，keys.quit："),
        ("[keys]\nquit = [' ']", "第 2 行，keys.quit："),
        ('[keys]\n"quit" = "\\u001b"', "第 2 行，keys.quit："),
        ("[keys.quit]", "第 1 行，keys.quit："),
        ("measure = 60\nmeasure = ", "第 2 行："),
        ("[", "第 1 行："),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_key(file: Path, text: str, place: str) -> None:
    with pytest.raises(HzviewError) as caught:
        load(file, text, ("quit",))
    assert str(caught.value).startswith(f"{file}：{place}")
    assert str(caught.value).isprintable()


def test_names_that_a_terminal_would_obey_are_told_without_it(file: Path) -> None:
    file.write_text('[limits]\n"a\\u001bb" = 1\n', "utf-8")
    with pytest.raises(HzviewError) as refused:
        load_settings(file)
    assert "没有 ab 这个上限" in str(refused.value)


def test_all_that_is_wrong_is_told(file: Path) -> None:
    file.write_text("measure = 1\ncolour = 2\n[keys]\nquti = 'q'\nquit = 1\n", "utf-8")
    found = list(SettingsFile(file).problems(("quit",)))
    assert [problem.split("：")[1] for problem in found] == [
        "第 1 行，measure",
        "第 2 行，colour",
        "第 4 行，keys.quti",
        "第 5 行，keys.quit",
    ]
    assert "是不是 quit" in found[2]


def test_every_field_is_a_setting_and_its_default_is_the_one_that_is_told() -> None:
    assert {setting.key for setting in SETTINGS} | {"keys"} == set(Settings.__dataclass_fields__)
    for setting in SETTINGS:
        told = tomllib.loads(f"x = {setting.default}")["x"]
        assert setting.read(told) == getattr(Settings(), setting.key)
        assert setting.help


@pytest.mark.parametrize("folder", [None, "", " ", "/tmp/elsewhere"])
def test_the_file_is_where_platformdirs_has_it(folder: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    monkeypatch.delenv("XDG_CONFIG_HOME")
    if folder is not None:
        monkeypatch.setenv("XDG_CONFIG_HOME", folder)
    assert settings_path().parent == platformdirs.user_config_path("hzview", appauthor=False)


def test_a_file_that_is_no_text(file: Path) -> None:
    file.write_bytes(b"measure = 60\n# \xff\n")
    with pytest.raises(HzviewError, match="第 2 行：设置文件应为 UTF-8"):
        load_settings(file)
    file.write_bytes(b"x" * ((1 << 20) + 1))
    with pytest.raises(HzviewError, match="超过 1 MB"):
        load_settings(file)
    file.write_text("x = " + "[" * 100_000)
    with pytest.raises(HzviewError, match=str(file)):
        load_settings(file)


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(HzviewError, match="这是目录"):
        load_settings(tmp_path)
