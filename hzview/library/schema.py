"""The library's file: where it is, its tables, how it is opened, and what is said where that fails.

The journal is SQLite's rollback journal and not a write-ahead log: the library stays one file, on network drives too.
Whoever writes takes the lock at the start of a transaction (``BEGIN IMMEDIATE``) and others wait for it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hzview import atomic
from hzview.errors import HzviewError
from hzview.printable import one_line

VERSION = 1
"""``user_version`` of the tables below; a file with a higher one is refused."""
APPLICATION = 0x687A7677
"""``application_id`` of a library (``hzvw``): tells it from other SQLite files."""
PATIENCE = 30.0
"""Seconds to wait for another writer."""

_TABLES = """
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    title TEXT NOT NULL,
    region TEXT NOT NULL,
    level TEXT NOT NULL,
    year INTEGER,
    date TEXT NOT NULL,
    characters INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    toml TEXT NOT NULL
);
CREATE TABLE figure (
    report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
    number INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    text TEXT NOT NULL,
    measure TEXT NOT NULL,
    value TEXT NOT NULL,
    value_real REAL NOT NULL,
    value_to TEXT,
    value_to_real REAL,
    unit TEXT NOT NULL,
    bound TEXT NOT NULL,
    kind TEXT NOT NULL,
    period INTEGER,
    threshold INTEGER NOT NULL,
    doubt TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    section TEXT NOT NULL,
    sentence TEXT NOT NULL,
    PRIMARY KEY (report, number)
);
"""


def library_path() -> Path:
    """Return where the user's library is, or would be."""
    import platformdirs

    return platformdirs.user_data_path("hzview", appauthor=False) / "library.db"


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Turn what SQLite has against the library at ``path`` into ``HzviewError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise HzviewError(f"{one_line(str(path))}：{_reason(error)}") from error


def _reason(error: sqlite3.Error) -> str:
    # The lower byte is the primary code (https://sqlite.org/rescode.html).
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return "磁盘已满，文库写不进去；先前加入的都在"
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return "另一个程序一直在写文库，请稍后再试"
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return "文库没有写入权限"
        case sqlite3.SQLITE_NOTADB:
            return "这不是 hzview 的文库"
        case sqlite3.SQLITE_CORRUPT:
            return "文库文件已损坏"
        case sqlite3.SQLITE_CANTOPEN:
            return "文库打不开"
        case _:
            return f"文库读写失败（{error}）"


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open the library at ``path``; without one, make it where ``create``.

    Raises:
        HzviewError: there is none, it cannot be opened, is no library, or one of a newer hzview.
    """
    name = one_line(str(path))
    try:
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.exists():
            raise HzviewError(f"{name}：还没有文库；先用 hzview library add 加入报告")
        if path.exists() and not path.is_file():
            raise HzviewError(f"{name}：这不是 hzview 的文库")
    except OSError as error:
        raise HzviewError(f"{name}：文库打不开（{atomic.reason(error)}）") from error
    with said(path):
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            db.execute("PRAGMA foreign_keys = ON")
            _check(db, name, create=create)
        except BaseException:
            db.close()
            raise
    return db


def _check(db: sqlite3.Connection, name: str, *, create: bool) -> None:
    """Make the tables in a new file; refuse one that is not ours to read."""
    if create and _is_empty(db):
        with writing(db):
            if _is_empty(db):  # another writer may have been quicker
                for statement in _TABLES.split(";"):
                    db.execute(statement)
                db.execute(f"PRAGMA application_id = {APPLICATION}")
                db.execute(f"PRAGMA user_version = {VERSION}")
    application: int = db.execute("PRAGMA application_id").fetchone()[0]
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION or version < 1:
        raise HzviewError(f"{name}：这不是 hzview 的文库")
    if version > VERSION:
        raise HzviewError(f"{name}：文库是更新的 hzview 写的（版本 {version}），请先升级 hzview")


def _is_empty(db: sqlite3.Connection) -> bool:
    return not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """Do everything inside in one transaction: all of it or, whatever happens, nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # on a full disk SQLite has rolled back already
            db.execute("ROLLBACK")
        raise
