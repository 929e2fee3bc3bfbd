"""Files put in side by side: bad ones, kills at any moment, two at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hzview import opening
from hzview.library import Library
from hzview.library.adding import Outcome, Result, add_files, files_in
from hzview.model import Report
from tests.unit.library.test_schema import long_text

_READ = opening.read_report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of twelve reports."""
    place = tmp_path / "reports"
    (place / "下级").mkdir(parents=True)
    for number in range(12):
        below = place / "下级" if number % 2 else place
        text = long_text(f"{number}.5", 300)
        (below / f"{number}.txt").write_text(text)
    return place


def add(library: Path, folder: Path) -> list[Outcome]:
    """Put what is in ``folder`` into ``library``."""
    with Library(library, create=True) as store:
        return list(add_files(store, files_in([str(folder)])))


def command(library: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start ``hzview library add`` in a group of its own."""
    arguments = [sys.executable, "-m", "hzview", "library", "add", str(folder), "--library", str(library)]
    return subprocess.Popen(
        arguments, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def rows(library: Path) -> list[list[tuple[object, ...]]]:
    """Return all rows of the library."""
    db = sqlite3.connect(library)
    tables = ("report", "figure", "block", "part", "word", "statement")
    return [db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables]


def test_one_bad_file_does_not_stop_the_rest(folder: Path, tmp_path: Path) -> None:
    (folder / "0-empty.txt").write_text("")
    (folder / "0-bad.toml").write_text("x")
    (folder / ".hidden").write_text("x")
    outcomes = add(tmp_path / "a.db", folder)
    failed = {Path(o.file).name: o.complaint for o in outcomes if o.result is Result.FAILED}
    assert set(failed) == {"0-empty.txt", "0-bad.toml"}
    assert all(name in said for name, said in failed.items())
    assert sum(o.result is Result.ADDED for o in outcomes) == 12


def test_a_second_time_and_a_copy_under_another_name_add_nothing(folder: Path, tmp_path: Path) -> None:
    add(tmp_path / "a.db", folder)
    before = rows(tmp_path / "a.db")
    (folder / "copy.txt").write_bytes((folder / "0.txt").read_bytes())
    assert {o.result for o in add(tmp_path / "a.db", folder)} == {Result.KNOWN}
    assert rows(tmp_path / "a.db") == before


def test_a_copy_fares_as_what_it_is_a_copy_of(tmp_path: Path) -> None:
    place = tmp_path / "reports"
    place.mkdir()
    for name, text in (
        ("1.toml", "x"),
        ("2.toml", "x"),
        ("3.txt", long_text("1", 1)),
        ("4.txt", long_text("1", 1)),
    ):
        (place / name).write_text(text)
    results = {Path(o.file).name: o for o in add(tmp_path / "a.db", place)}
    assert results["2.toml"].result is Result.FAILED
    assert "1.toml" in results["2.toml"].complaint
    assert [results[name].result for name in ("3.txt", "4.txt")] == [Result.ADDED, Result.KNOWN]


def _deadly(data: bytes, name: str) -> Report:
    if name.endswith("/4.txt"):
        os._exit(1)
    return _READ(data, name)


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="what is patched here reaches forked processes only"
)
def test_a_file_that_ends_its_process_does_not_stop_the_rest(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "read_report", _deadly)
    outcomes = add(tmp_path / "a.db", folder)
    failed = [o for o in outcomes if o.result is not Result.ADDED]
    assert [Path(o.file).name for o in failed] == ["4.txt"]
    assert "意外终止" in failed[0].complaint
    assert len(outcomes) == 12


def test_killed_and_resumed_it_ends_as_if_undisturbed(folder: Path, tmp_path: Path) -> None:
    add(tmp_path / "whole.db", folder)
    killed = tmp_path / "killed.db"
    for reports in (0, 2, 5):
        process = command(killed, folder)
        while process.poll() is None and (not killed.exists() or _count(killed) < reports):
            time.sleep(0.002)
        process.kill()  # it alone: those that work for it have to see for themselves that it is gone
        process.wait()
        assert _is_gone(process.pid)
        with Library(killed, create=True) as library:  # an empty file may be all that there is
            assert list(library.check()) == []
    add(killed, folder)
    assert rows(killed) == rows(tmp_path / "whole.db")


def _is_gone(group: int) -> bool:
    """Wait until no process of a group is left; give up after half a minute."""
    for _ in range(600):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return False


def _count(library: Path) -> int:
    """Return how many reports are in a library that another process may be making just now."""
    db = sqlite3.connect(library, timeout=5)
    try:
        return int(db.execute("SELECT count(*) FROM report").fetchone()[0])
    except sqlite3.OperationalError:
        return -1
    finally:
        db.close()


def test_two_at_once_put_in_each_report_once(folder: Path, tmp_path: Path) -> None:
    both = [command(tmp_path / "a.db", folder) for _ in range(2)]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    with Library(tmp_path / "a.db") as library:
        assert len(library.reports()) == 12
        assert list(library.check()) == []
