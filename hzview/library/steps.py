"""The tables of the library, as the steps that led to them.

A file's ``user_version`` says how many steps it has taken; a new one takes all of them, an older one those that are
missing, in one transaction. A step that was released is never changed: what is to be otherwise is a step of its own, at
the end of ``STEPS``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

Tell = Callable[[str, int, int], None]
"""Told of what takes long: what is being done, in Chinese, how much of it is done, and how much there is."""


def quietly(doing: str, done: int, all: int) -> None:
    """Tell nobody."""


def _nothing(db: sqlite3.Connection, tell: Tell) -> None:
    """Fill nothing: the tables begin empty."""


@dataclass(frozen=True, slots=True)
class Step:
    """What leads from one version of the tables to the next."""

    statements: tuple[str, ...]
    """SQL that makes or alters tables."""
    fill: Callable[[sqlite3.Connection, Tell], None] = _nothing
    """Fills them from what the file holds already; in a new file there is nothing yet. It may read no tables but those of
    its own step and of earlier ones, and imports what it needs itself: whoever only reads should not have to wait for it.
    """

    def take(self, db: sqlite3.Connection, tell: Tell) -> None:
        """Do it, inside the transaction that the caller has begun."""
        for statement in self.statements:
            db.execute(statement)
        self.fill(db, tell)


_REPORT = """
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
)"""
_FIGURE = """
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
)"""

_INDEX = (
    # Blocks of all reports are numbered through, newest reports last; a report has the ids from "first" to
    # "first" + "blocks" - 1.
    "ALTER TABLE report ADD COLUMN first INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE report ADD COLUMN blocks INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX report_first ON report (first)",
    "CREATE TABLE block (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
    # A headed part: the id of its heading's block, that of its last one, and its heading, folded.
    "CREATE TABLE part (id INTEGER PRIMARY KEY, last INTEGER NOT NULL, heading TEXT NOT NULL)",
    # In how many reports a word stands.
    "CREATE TABLE word (word TEXT PRIMARY KEY, reports INTEGER NOT NULL) WITHOUT ROWID",
    *(
        f"CREATE VIRTUAL TABLE {name} USING fts5(text, content = '', columnsize = 0, detail = {detail}, tokenize = "
        r""""ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'")"""
        for name, detail in (("pair", "full"), ("single", "none"))
    ),
)
"""Tables of the index: see ``hzview.library.index``."""


def _fill_index(db: sqlite3.Connection, tell: Tell) -> None:
    from hzview.library import index

    index.fill(db, tell)


_STATEMENTS = (
    "CREATE TABLE statement (report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, number INTEGER NOT NULL,"
    " core INTEGER NOT NULL, extent INTEGER NOT NULL, PRIMARY KEY (report, number)) WITHOUT ROWID",
    "CREATE INDEX statement_core ON statement (core)",
)
"""Tables that observations are made from: see ``hzview.library.statements``."""


def _fill_statements(db: sqlite3.Connection, tell: Tell) -> None:
    from hzview.library import statements

    statements.fill(db, tell)


_COUNTED = """
CREATE TABLE counted (
    report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
    edition TEXT NOT NULL,
    words BLOB NOT NULL
)"""
"""Words that were counted: see ``hzview.library.words``, which fills it when it is asked."""

STEPS: tuple[Step, ...] = (
    Step((_REPORT, _FIGURE)),
    Step(_INDEX, _fill_index),
    Step(_STATEMENTS, _fill_statements),
    Step((_COUNTED,)),
)
"""The steps, in their order; the first one leads to version 1."""
