"""The library's file: where it is, how it is opened and brought up to date, and what is said where that fails.

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
from hzview.library.steps import STEPS, Tell, quietly
from hzview.printable import one_line

VERSION = len(STEPS)
"""``user_version`` of a file that has taken every step; a file with a higher one is refused."""
APPLICATION = 0x687A7677
"""``application_id`` of a library (``hzvw``): tells it from other SQLite files."""
PATIENCE = 30.0
"""Seconds to wait for another writer."""


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


def connect(path: Path, *, create: bool, tell: Tell = quietly, threads: bool = False) -> sqlite3.Connection:
    """Open the library at ``path``; without one, make it where ``create``.

    One that an older hzview wrote is brought up to date first, all of it or nothing, which may take some time
    (a quarter of a minute for 700 reports); ``tell`` is kept informed. With ``threads``, threads may use
    the connection one after the other.

    Raises:
        HzviewError: there is none, it cannot be opened or brought up to date, is no library, or one of a newer hzview.
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
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=not threads)
        try:
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA auto_vacuum = INCREMENTAL")  # for a new file; of no effect on another one
            _bring_up_to_date(db, name, create=create, tell=tell)
        except BaseException:
            db.close()
            raise
    return db


def _bring_up_to_date(db: sqlite3.Connection, name: str, *, create: bool, tell: Tell) -> None:
    """Take the steps that the file has not taken; refuse one that is not ours to read."""
    version = 0 if create and _is_empty(db) else _version(db, name)
    if version == VERSION:
        return
    try:
        with writing(db):
            # another writer may have been quicker
            version = 0 if create and _is_empty(db) else _version(db, name)
            for step in STEPS[version:]:
                step.take(db, tell)
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {VERSION}")
    except sqlite3.OperationalError as error:
        if version and getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY:
            raise HzviewError(f"{name}：文库是旧版本写的，须升级才能用，但没有写入权限") from error
        raise


def _version(db: sqlite3.Connection, name: str) -> int:
    """Return how many steps the file has taken; raise ``HzviewError`` where it is none of ours, or a newer one."""
    application: int = db.execute("PRAGMA application_id").fetchone()[0]
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION or version < 1:
        raise HzviewError(f"{name}：这不是 hzview 的文库")
    if version > VERSION:
        raise HzviewError(f"{name}：文库是更新的 hzview 写的（版本 {version}），请先升级 hzview")
    return version


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
