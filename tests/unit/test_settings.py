"""Settings as a person writes them, and places as they are remembered."""

from __future__ import annotations

import os
import threading
import tomllib
from pathlib import Path

import pytest

from hzview import settings
from hzview.errors import HzviewError
from hzview.limits import DEFAULT
from hzview.model import Position
from hzview.settings import (
    MOST_PLACES,
    SETTINGS,
    PlaceStore,
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


def test_a_place_is_remembered_between_runs() -> None:
    assert PlaceStore().load("报告") is None
    PlaceStore().save("报告", Position(12, 34))
    PlaceStore().save("另一个\udcff", Position(1, 0))
    assert PlaceStore().load("报告") == Position(12, 34)
    assert PlaceStore().load("另一个\udcff") == Position(1, 0)
    assert PlaceStore().folder.is_relative_to(Path(os.environ["XDG_STATE_HOME"]))


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"\xff\xfe",
        b"paragraph = ",
        b"paragraph = 1",
        b"paragraph = 1\noffset = -1",
        b"paragraph = '1'\noffset = 0",
    ],
)
def test_a_spoilt_file_is_a_fresh_start(tmp_path: Path, spoilt: bytes) -> None:
    store = PlaceStore(tmp_path)
    store.save("x", Position(3, 0))
    (file,) = tmp_path.iterdir()
    file.write_bytes(spoilt)
    assert store.load("x") is None
    PlaceStore(tmp_path).save("x", Position(4, 0))
    assert store.load("x") == Position(4, 0)


def test_a_place_that_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    store = PlaceStore(tmp_path)
    store.save("x", Position(3, 0))
    (file,) = tmp_path.iterdir()
    file.unlink()
    store.save("x", Position(3, 0))
    assert not file.exists()
    store.save("x", Position(3, 1))
    assert file.exists()


def test_old_places_are_forgotten_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MOST_PLACES", 3)
    store = PlaceStore(tmp_path)
    for number in range(6):
        store.save(f"r{number}", Position(number, 0))
        for file in tmp_path.iterdir():
            stat = file.stat()
            os.utime(file, (stat.st_atime - 10, stat.st_mtime - 10))
    assert [store.load(f"r{number}") for number in range(6)] == [None] * 3 + [
        Position(n, 0) for n in (3, 4, 5)
    ]
    assert MOST_PLACES >= 100


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "places").write_text("a file")
    with pytest.raises(HzviewError, match="建不了目录"):
        PlaceStore(tmp_path / "places").save("x", Position(0, 0))


def test_two_readers_do_not_spoil_each_other(tmp_path: Path) -> None:
    def work(name: str) -> None:
        store = PlaceStore(tmp_path)
        for number in range(40):
            store.save("shared", Position(number, number))
            store.save(name, Position(number, 0))
            place = store.load("shared")
            assert place is not None
            assert place.paragraph == place.offset

    failed: list[BaseException] = []

    def guarded(name: str) -> None:
        try:
            work(name)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=guarded, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert [PlaceStore(tmp_path).load(name) for name in ("a", "b", "c")] == [Position(39, 0)] * 3
