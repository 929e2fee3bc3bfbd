"""The index over the texts of a library, kept beside them and always in step with them.

Chinese has no blanks to tell words by, and a segmenter finds words where it cuts and nowhere else. So the index holds
characters: of each block's folded text all overlapping pairs, with their places (``pair``), and all single characters
(``single``). A term of two characters or more is the phrase of its pairs: what is found is what ``str.find`` finds.

Both are contentless FTS5 tables. To take a text out of such a table it has to be told that text again, which is why
``block`` holds the texts as they went in.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from hzview import content
from hzview.errors import HzviewError
from hzview.folding import fold
from hzview.library.steps import Tell, quietly
from hzview.library.vocabulary import words_of
from hzview.model import Report

LEVELS = ("", "county", "prefecture", "province", "state")
"""Levels of government, those whose reports come first in a list last."""
_ROOM = 24
"""Bits of a block's id that count within a year and level."""
OUT_OF_STEP = "与正文不符，须重建索引"
"""How a complaint about the index ends."""
_TABLES = ("pair", "single")


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index holds of a report."""

    texts: tuple[str, ...]
    """Its blocks."""
    pairs: tuple[str, ...]
    """The pairs of characters of each block, parted by blanks."""
    singles: tuple[str, ...]
    """The characters of each block, each once, parted by blanks."""
    parts: tuple[tuple[int, int, str], ...]
    """Block of the heading, last block and folded heading of each headed part."""
    words: tuple[str, ...]
    """Its words."""

    @property
    def tokens(self) -> tuple[tuple[str, Sequence[str]], ...]:
        """The two tables, and what each of them holds of the blocks."""
        return tuple(zip(_TABLES, (self.pairs, self.singles), strict=True))


def indexed(report: Report, indicators: Iterable[str]) -> Indexed:
    """Return what is to be held of ``report``; ``indicators`` are the names of what its figures measure."""
    texts = tuple(block.text for block in report.blocks)
    return _indexed(texts, _parts(report), indicators)


def _parts(report: Report) -> tuple[tuple[int, int, str], ...]:
    return tuple((part.first, part.end - 1, fold(part.section.heading).text) for part in report.parts[1:])


def _indexed(
    texts: tuple[str, ...], parts: tuple[tuple[int, int, str], ...], indicators: Iterable[str]
) -> Indexed:
    folded = [fold(text).text for text in texts]
    return Indexed(
        texts,
        tuple(pairs_of(text) for text in folded),
        tuple(" ".join(dict.fromkeys(text)) for text in folded),
        parts,
        tuple(words_of(texts, indicators)),
    )


def pairs_of(folded: str) -> str:
    """Return the overlapping pairs of characters of a folded text, parted by blanks."""
    return " ".join(map(str.__add__, folded, folded[1:]))


def put(db: sqlite3.Connection, report: int, what: Indexed) -> None:
    """Index the report with this id, inside the transaction that the caller has begun."""
    year, level = db.execute("SELECT year, level FROM report WHERE id = ?", (report,)).fetchone()
    first = _room(db, year, level)
    db.execute("UPDATE report SET first = ?, blocks = ? WHERE id = ?", (first, len(what.texts), report))
    db.executemany("INSERT INTO block VALUES (?, ?)", enumerate(what.texts, first))
    parts = ((first + id, first + last, heading) for id, last, heading in what.parts)
    db.executemany("INSERT INTO part VALUES (?, ?, ?)", parts)
    for table, tokens in what.tokens:
        db.executemany(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", enumerate(tokens, first))
    db.executemany(
        "INSERT INTO word VALUES (?, 1) ON CONFLICT (word) DO UPDATE SET reports = reports + 1",
        ((word,) for word in what.words),
    )


def _room(db: sqlite3.Connection, year: int | None, level: str) -> int:
    """Return the id for the first block of a report of this year and level.

    Ids grow with the year, within it with the level: whoever goes through the index backwards meets the newest reports
    first, and among those of a year the state's before a county's.
    """
    least = ((year or 0) * len(LEVELS) + (LEVELS.index(level) if level in LEVELS else 0)) << _ROOM
    end = db.execute(
        "SELECT first + blocks FROM report WHERE first BETWEEN ? AND ? AND blocks ORDER BY first DESC LIMIT 1",
        (least, least + (1 << _ROOM) - 1),
    ).fetchone()
    return max(least + 1, end[0]) if end else least + 1


def take_out(db: sqlite3.Connection, report: int) -> None:
    """Take the report with this id out of the index, inside the transaction that the caller has begun.

    Its row and those of its figures have to be there still.
    """
    first, blocks = db.execute("SELECT first, blocks FROM report WHERE id = ?", (report,)).fetchone()
    ids = (first, first + blocks - 1)
    rows = db.execute("SELECT id, text FROM block WHERE id BETWEEN ? AND ? ORDER BY id", ids).fetchall()
    held = _indexed(tuple(text for _, text in rows), (), _indicators(db, report))
    for table, tokens in held.tokens:
        db.executemany(
            f"INSERT INTO {table} ({table}, rowid, text) VALUES ('delete', ?, ?)",
            ((id, token) for (id, _), token in zip(rows, tokens, strict=True)),
        )
    for table in ("block", "part"):
        db.execute(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", ids)
    words = [(word,) for word in held.words]
    db.executemany("UPDATE word SET reports = reports - 1 WHERE word = ?", words)
    db.executemany("DELETE FROM word WHERE word = ? AND reports < 1", words)


def _indicators(db: sqlite3.Connection, report: int) -> list[str]:
    sql = "SELECT DISTINCT indicator FROM figure WHERE report = ?"
    return [name for (name,) in db.execute(sql, (report,))]


def fill(db: sqlite3.Connection, tell: Tell = quietly) -> None:
    """Make the index anew from the reports, inside the transaction that the caller has begun."""
    for table in _TABLES:
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    for table in ("block", "part", "word"):
        db.execute(f"DELETE FROM {table}")
    db.execute("UPDATE report SET first = 0, blocks = 0")
    numbers = [id for (id,) in db.execute("SELECT id FROM report ORDER BY id")]
    for done, number in enumerate(numbers):
        tell("整理文库索引", done, len(numbers))
        toml = db.execute("SELECT toml FROM report WHERE id = ?", (number,)).fetchone()[0]
        with suppress(HzviewError):  # a report that cannot be read is not in the index; a check says so
            put(db, number, indexed(content.parse(toml, ""), _indicators(db, number)))
    pack(db)
    tell("整理文库索引", len(numbers), len(numbers))


def pack(db: sqlite3.Connection) -> None:
    """Bring what was put in bit by bit together, for less room and quicker answers."""
    for table in _TABLES:
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def holds(db: sqlite3.Connection, number: int, report: Report) -> bool:
    """Whether blocks and parts are in as those of ``report``, which has the id ``number``."""
    first, blocks = db.execute("SELECT first, blocks FROM report WHERE id = ?", (number,)).fetchone()
    ids = (first, first + blocks - 1)
    texts = db.execute("SELECT id, text FROM block WHERE id BETWEEN ? AND ? ORDER BY id", ids).fetchall()
    parts = db.execute("SELECT id, last, heading FROM part WHERE id BETWEEN ? AND ? ORDER BY id", ids)
    return texts == [
        (first + n, block.text) for n, block in enumerate(report.blocks)
    ] and parts.fetchall() == [(first + id, first + last, heading) for id, last, heading in _parts(report)]


def differences(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a line of Chinese for each part of the index that is not what the texts ask for.

    The texts are taken from ``block``; whether those are the reports' is for the caller to see.
    """
    pairs, singles, words = Counter[str](), Counter[str](), Counter[str]()
    for number, first, blocks in db.execute("SELECT id, first, blocks FROM report").fetchall():
        ids = (first, first + blocks - 1)
        rows = db.execute("SELECT text FROM block WHERE id BETWEEN ? AND ? ORDER BY id", ids)
        held = _indexed(tuple(text for (text,) in rows), (), _indicators(db, number))
        for counter, texts in ((pairs, held.pairs), (singles, held.singles)):
            for text in texts:
                counter.update(text.split())
        words.update(held.words)
    expected = {"pair": pairs, "single": singles}
    if not all(_is_sound(db, table) and _counted(db, table) == expected[table] for table in _TABLES):
        yield f"索引{OUT_OF_STEP}"
    if dict(db.execute("SELECT word, reports FROM word")) != words:
        yield f"索引里的词{OUT_OF_STEP}"


def _is_sound(db: sqlite3.Connection, table: str) -> bool:
    """Whether an index is in order in itself."""
    try:
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        match getattr(error, "sqlite_errorcode", 0) & 0xFF:
            case sqlite3.SQLITE_CORRUPT:
                return False
            case sqlite3.SQLITE_READONLY:  # it is asked for like a change; what is counted has to do
                return True
            case _:
                raise
    return True


def _counted(db: sqlite3.Connection, table: str) -> Counter[str]:
    """Return how often each token is in an index."""
    db.execute(f"CREATE VIRTUAL TABLE temp.{table}_terms USING fts5vocab(main, {table}, row)")
    try:
        column = "cnt" if table == "pair" else "doc"
        return Counter(dict(db.execute(f"SELECT term, {column} FROM temp.{table}_terms")))
    finally:
        db.execute(f"DROP TABLE temp.{table}_terms")
