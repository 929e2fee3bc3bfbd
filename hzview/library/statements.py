"""What observations are made of: for each stored figure a key of its name and the time it speaks of.

Neither depends on the catalog, so one that the user has extended finds what an older one did not, in a library as it is.
The key is the CRC-32 of the name's core (``hzview.catalog.names.core``): four bytes that an index finds names by. Two
cores may have the same; whoever asks compares the names themselves. A row of ``statement`` belongs to the row of
``figure`` with the same report and number.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from zlib import crc32

from hzview.errors import HzviewError
from hzview.figures.extent import Extent, Extents
from hzview.library.steps import Tell
from hzview.model import Report

Stated = tuple[int, int]
"""Key of a figure's name, and the number of its extent in ``EXTENTS``."""
EXTENTS = (Extent.YEAR, Extent.YEARS, Extent.PASSAGE, Extent.PART)
"""Extents by the number that they are stored as; this order is part of the file's format."""
_SHOWN = (
    *(
        "figure.number",
        "indicator",
        "text",
        "measure",
        "value",
        "value_to",
        "unit",
        "bound",
        "kind",
        "period",
    ),
    *("section", "sentence", "paragraph", "start", '"end"'),
)
COLUMNS = ("id", "region", "year", *(name.rpartition(".")[2].strip('"') for name in _SHOWN), "extent")
"""Names of the columns of ``rows``."""
_MANY = 200
"""Cores beyond which statements are not looked up by them one after another."""


def key(core: str) -> int:
    """Return what names with this core are found by."""
    return crc32(core.encode("utf-8", "surrogatepass"))


def stated(report: Report, rows: Iterable[Mapping[str, object]]) -> tuple[Stated, ...]:
    """Return what is stored of each of the ``rows`` of figures of ``report``, in their order."""
    from hzview.catalog.names import core

    extents = Extents(report)
    return tuple((key(core(str(row["indicator"]))), EXTENTS.index(extents.of(row))) for row in rows)


def put(db: sqlite3.Connection, report: int, statements: Sequence[Stated]) -> None:
    """Store the statements of a report whose figures are numbered from 1, in the caller's transaction."""
    db.executemany(
        "INSERT INTO statement VALUES (?, ?, ?, ?)",
        ((report, number, *statement) for number, statement in enumerate(statements, 1)),
    )


def fill(db: sqlite3.Connection, tell: Tell) -> None:
    """Store the statements of all reports anew, in the caller's transaction."""
    from hzview import content

    db.execute("DELETE FROM statement")
    reports = db.execute("SELECT id, toml FROM report ORDER BY id").fetchall()
    columns = ("indicator", "measure", "kind", "period", "paragraph", "start", "end")
    for done, (number, toml) in enumerate(reports):
        tell("整理观测值", done, len(reports))
        chosen = ", ".join(f'"{column}"' for column in columns)
        found = db.execute(f"SELECT {chosen} FROM figure WHERE report = ? ORDER BY number", (number,))
        rows = [dict(zip(columns, row, strict=True)) for row in found]
        with suppress(HzviewError):  # a report that cannot be read has none; a check says so
            put(db, number, stated(content.parse(toml, ""), rows))
    tell("整理观测值", len(reports), len(reports))


def rows(
    db: sqlite3.Connection, cores: Sequence[str] | None, regions: Sequence[str], years: tuple[int, int] | None
) -> Iterator[tuple[object, ...]]:
    """Yield ``COLUMNS`` of the figures whose names have one of ``cores`` (None: all), by region, year and number.

    ``regions`` are whole names, none for all of them; ``years`` the first and last year of delivery. What only qualifies
    another noun is left out.
    """
    reports = {number: (region, year) for number, region, year in _reports(db, regions, years)}
    terms, values = ["NOT threshold"], list[object]()
    if cores is not None:
        # With many cores the few reports are the quicker way in; + keeps the index on cores out.
        column = "+core" if regions and len(cores) > _MANY else "core"
        terms.append(f"{column} IN ({', '.join('?' * len(cores))})")
        values += map(key, cores)
    if regions or years:
        terms.append(f"statement.report IN ({', '.join('?' * len(reports))})")
        values += reports
    # The order of the join is given: SQLite knows nothing of how few statements a core or a region has.
    sql = (
        f"SELECT statement.report, {', '.join(_SHOWN)}, extent FROM statement CROSS JOIN figure USING (report, number)"
        f" WHERE {' AND '.join(terms)}"
    )
    places = {number: place for place, number in enumerate(reports)}
    found = sorted(db.execute(sql, values), key=lambda row: (places[row[0]], row[1]))
    return ((row[0], *reports[row[0]], *row[1:]) for row in found)


def _reports(
    db: sqlite3.Connection, regions: Sequence[str], years: tuple[int, int] | None
) -> Iterator[tuple[int, str, int | None]]:
    """Yield id, region and year of the reports of these regions and years, by region and year."""
    terms, values = ["1"], list[object]()
    if regions:
        terms.append(f"region IN ({', '.join('?' * len(regions))})")
        values += regions
    if years:
        terms.append("year BETWEEN ? AND ?")
        values += years
    sql = f"SELECT id, region, year FROM report WHERE {' AND '.join(terms)} ORDER BY region, year, id"
    return iter(db.execute(sql, values))


def differences(db: sqlite3.Connection) -> Iterator[str]:
    """Yield a line of Chinese where statements and figures do not go together."""
    missing = db.execute(
        "SELECT count(*) FROM figure LEFT JOIN statement USING (report, number) WHERE statement.core IS NULL"
    ).fetchone()[0]
    left = db.execute(
        "SELECT count(*) FROM statement LEFT JOIN figure USING (report, number) WHERE figure.number IS NULL"
    ).fetchone()[0]
    if missing or left:
        yield f"数据库：{missing + left} 行观测值与指标对不上"
