"""How reports were left: remembered, bounded, and not spoilt by another reader, a spoilt file or a full folder."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview import atomic, state
from hzview.errors import HzviewError
from hzview.model import Position
from hzview.state import MOST_REPORTS, ReadingState, StateStore

_PLACES = st.builds(Position, st.integers(0, 10_000), st.integers(0, 10_000))
_BLOCKS = st.frozensets(st.integers(0, 500), max_size=5)
_STATES = st.builds(
    ReadingState,
    _PLACES,
    st.dictionaries(st.sampled_from("abcXYZ019"), _PLACES, max_size=4),
    st.lists(_PLACES, max_size=5).map(tuple),
    _BLOCKS,
    _BLOCKS,
    st.text("增长8.5% a", max_size=20).map(lambda text: text.strip()),
    st.frozensets(st.sampled_from(("alone", "whole", "outline")), max_size=3),
)


def at(place: Position) -> ReadingState:
    """Return the state of a report of which nothing but the place is known."""
    return ReadingState(place)


def test_a_place_is_remembered_between_runs() -> None:
    assert StateStore().load("报告") is None
    StateStore().save("报告", at(Position(12, 34)))
    StateStore().save("另一个\udcff", at(Position(1, 0)))
    assert StateStore().load("报告") == at(Position(12, 34))
    assert StateStore().load("另一个\udcff") == at(Position(1, 0))
    assert StateStore().folder.is_relative_to(Path(os.environ["XDG_STATE_HOME"]))


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
    store = StateStore(tmp_path)
    store.save("x", at(Position(3, 0)))
    (file,) = tmp_path.iterdir()
    file.write_bytes(spoilt)
    assert store.load("x") is None
    StateStore(tmp_path).save("x", at(Position(4, 0)))
    assert store.load("x") == at(Position(4, 0))


def test_a_place_that_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    store = StateStore(tmp_path)
    store.save("x", at(Position(3, 0)))
    (file,) = tmp_path.iterdir()
    file.unlink()
    store.save("x", at(Position(3, 0)))
    assert not file.exists()
    store.save("x", at(Position(3, 1)))
    assert file.exists()


def test_old_places_are_forgotten_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "MOST_REPORTS", 3)
    store = StateStore(tmp_path)
    for number in range(6):
        store.save(f"r{number}", at(Position(number, 0)))
        for file in tmp_path.iterdir():
            stat = file.stat()
            os.utime(file, (stat.st_atime - 10, stat.st_mtime - 10))
    assert [store.load(f"r{number}") for number in range(6)] == [None] * 3 + [
        at(Position(n, 0)) for n in (3, 4, 5)
    ]
    assert MOST_REPORTS >= 100


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "places").write_text("a file")
    with pytest.raises(HzviewError, match="建不了目录"):
        StateStore(tmp_path / "places").save("x", at(Position(0, 0)))


def test_two_readers_do_not_spoil_each_other(tmp_path: Path) -> None:
    def work(name: str) -> None:
        store = StateStore(tmp_path)
        for number in range(40):
            store.save("shared", at(Position(number, number)))
            store.save(name, at(Position(number, 0)))
            left = store.load("shared")
            assert left is not None
            assert left.place.paragraph == left.place.offset

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
    assert [StateStore(tmp_path).load(name) for name in ("a", "b", "c")] == [at(Position(39, 0))] * 3


@given(left=_STATES)
def test_all_of_it_comes_back(left: ReadingState, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("states")
    StateStore(folder).save("x", left)
    assert StateStore(folder).load("x") == left


def test_two_readers_of_one_report_add_to_each_other(tmp_path: Path) -> None:
    one, other = StateStore(tmp_path), StateStore(tmp_path)
    begun = ReadingState(Position(1, 0), {"a": Position(1, 0)}, query="增长")
    one.save("x", begun)
    assert other.load("x") == begun
    one.save("x", replace(begun, marks={**begun.marks, "b": Position(2, 0)}, query="投资"))
    other.save("x", replace(begun, place=Position(9, 0), marks={"a": Position(5, 0), "c": Position(3, 0)}))
    left = StateStore(tmp_path).load("x")
    assert left is not None
    assert left.place == Position(9, 0)
    assert left.query == "投资"
    assert left.marks == {"a": Position(5, 0), "b": Position(2, 0), "c": Position(3, 0)}


def test_of_a_file_that_is_spoilt_in_part_the_rest_is_kept(tmp_path: Path) -> None:
    StateStore(tmp_path).save("x", ReadingState(Position(3, 4)))
    (file,) = tmp_path.iterdir()
    file.write_text(
        'paragraph = 3\noffset = 4\nquery = 5\nview = [1, "whole"]\njumps = [[1, 2], [1], "x", [-1, 0]]\n'
        'opened = "all"\nfolded = [true, 2]\n[marks]\na = [1, 2]\nbb = [1, 2]\nc = 1\n'
    )
    assert StateStore(tmp_path).load("x") == ReadingState(
        Position(3, 4),
        {"a": Position(1, 2)},
        (Position(1, 2),),
        folded=frozenset((2,)),
        view=frozenset(("whole",)),
    )


@given(data=st.binary(max_size=60) | st.integers().map(lambda n: f"paragraph = {n}\noffset = {-n}".encode()))
def test_a_spoilt_file_is_no_state(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("states")
    store = StateStore(folder)
    store.save("x", ReadingState(Position(1, 2)))
    (file,) = folder.iterdir()
    file.write_bytes(data)
    left = store.load("x")
    assert left is None or (left.place.paragraph >= 0 and left.place.offset >= 0)


def test_what_was_read_lately_comes_latest_first(tmp_path: Path) -> None:
    store = StateStore(tmp_path)
    assert store.recent(3) == []
    for number, name in enumerate(("a", "b", "c", "b")):
        store.save(name, at(Position(number, 0)))
        for file in tmp_path.iterdir():
            stat = file.stat()
            os.utime(file, (stat.st_atime - 10, stat.st_mtime - 10))
    assert store.recent(2) == ["b", "c"]
    (tmp_path / "spoilt.toml").write_bytes(b"\xff")
    assert store.recent(9) == ["b", "c", "a"]


def test_a_signal_in_the_middle_of_saving_saves_and_does_not_wait_for_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = StateStore(tmp_path)
    write = atomic.write_text
    inside: list[bool] = []

    def interrupted(path: Path, text: str) -> None:
        if not inside:
            inside.append(True)
            store.save("报告", at(Position(7, 8)))
        write(path, text)

    monkeypatch.setattr(atomic, "write_text", interrupted)
    saving = threading.Thread(target=store.save, args=("报告", at(Position(1, 2))), daemon=True)
    saving.start()
    saving.join(10)
    assert not saving.is_alive()
    assert StateStore(tmp_path).load("报告") is not None


def test_two_reports_whose_files_have_one_name_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zlib.crc32", lambda data: 1)
    monkeypatch.setattr("zlib.adler32", lambda data: 1)
    StateStore(tmp_path).save("甲", at(Position(1, 2)))
    assert StateStore(tmp_path).load("乙") is None
    assert StateStore(tmp_path).load("甲") is not None
