"""A library that an older hzview wrote: it becomes what a new one would be, or stays what it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hzview.errors import HzviewError
from hzview.library import Library, schema
from hzview.library.steps import STEPS, Step, Tell

VERSION_1 = Path(__file__).parent / "version-1.sql"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library as version 1 left it."""
    file = tmp_path / "old.db"
    db = sqlite3.connect(file)
    db.executescript(VERSION_1.read_text(encoding="utf-8"))
    db.close()
    return file


def tables(file: Path) -> dict[str, str]:
    """Return what makes each table and index of a file."""
    db = sqlite3.connect(file)
    return dict(db.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL"))


def test_what_was_in_is_in(old: Path) -> None:
    db = sqlite3.connect(old)
    before = db.execute("SELECT id, region, year, title, toml FROM report ORDER BY id").fetchall()
    assert len(before) == 3
    told: list[tuple[str, int, int]] = []
    with Library(old, tell=lambda *what: told.append(what)) as library:
        after = sorted((row["id"], row["region"], row["year"], row["title"]) for row in library.reports())
        assert after == [row[:4] for row in before]
        assert [library.toml(row[0]) for row in before] == [row[4] for row in before]
        assert sum(len(library.figures(row[0])) for row in before) == 18
        assert list(library.check()) == []
    assert {("整理文库索引", 0, 3), ("整理文库索引", 3, 3)} <= set(told)
    assert db.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


def test_an_old_file_becomes_what_a_new_one_is(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    Library(new, create=True).__exit__(None, None, None)
    Library(old, create=True).__exit__(None, None, None)
    assert tables(old) == tables(new)


def test_a_step_that_fails_leaves_the_file_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(db: sqlite3.Connection, tell: Tell) -> None:
        db.execute("DELETE FROM report")
        raise sqlite3.OperationalError("no such thing")

    monkeypatch.setattr(schema, "STEPS", (*STEPS, Step(("CREATE TABLE more (x)",), fail)))
    monkeypatch.setattr(schema, "VERSION", len(STEPS) + 1)
    before = old.read_bytes()
    with pytest.raises(HzviewError, match="文库读写失败"):
        Library(old)
    assert old.read_bytes() == before


def test_without_leave_to_write_an_old_file_is_one_line(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(db: sqlite3.Connection, tell: Tell) -> None:
        db.execute("PRAGMA query_only = 1")
        db.execute("CREATE TABLE more (x)")

    monkeypatch.setattr(schema, "STEPS", (*STEPS, Step((), read_only)))
    monkeypatch.setattr(schema, "VERSION", len(STEPS) + 1)
    with pytest.raises(HzviewError, match="没有写入权限"):
        Library(old)
