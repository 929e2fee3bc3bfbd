"""What is done with a library: reports put in, listed, read, taken out, checked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Self

from hzview import content
from hzview.errors import HzviewError
from hzview.library import index, statements
from hzview.library.index import OUT_OF_STEP, Indexed
from hzview.library.schema import connect, library_path, said, writing
from hzview.library.steps import Tell, quietly
from hzview.model import Report

_REPORT = ("id", "region", "level", "year", "title", "date", "characters", "figures", "file")
"""Columns of a report that are shown."""
_FIGURE = (
    *("text", "indicator", "measure", "value", "value_to", "unit", "bound", "kind", "period"),
    *("threshold", "doubt", "paragraph", "start", "end", "section", "sentence"),
)
"""Columns of a figure that are shown, named as in ``hzview.figures.rows``."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report ready to be put in; made by ``hzview.library.adding.prepare``, perhaps in another process."""

    digest: str
    """SHA-256 of the file, in hexadecimal: what tells reports apart."""
    file: str
    """Where the file was; printable."""
    report: Report
    """The report."""
    toml: str
    """The report as ``content.dump`` writes it."""
    figures: tuple[Mapping[str, object], ...]
    """Its rows of ``hzview.figures.rows.figure_rows``."""
    indexed: Indexed
    """What the index holds of it."""
    stated: tuple[statements.Stated, ...]
    """What observations are made of: one entry for each of ``figures``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which reports are wanted; those that fit all that is given."""

    region: str = ""
    """Part of the region's name."""
    level: str = ""
    """state, province, prefecture or county."""
    years: tuple[int, int] | None = None
    """First and last year of delivery."""

    def condition(self) -> tuple[str, list[object]]:
        """Return an SQL condition on ``report`` and its parameters."""
        terms, values = ["1"], list[object]()
        if self.region:
            terms.append("instr(region, ?)")
            values.append(self.region)
        if self.level:
            terms.append("level = ?")
            values.append(self.level)
        if self.years:
            terms.append("year BETWEEN ? AND ?")
            values += self.years
        return " AND ".join(terms), values


class Library:
    """An open library; a context manager. Every method raises ``HzviewError`` where the file fails."""

    def __init__(self, path: Path | None = None, *, create: bool = False, tell: Tell = quietly) -> None:
        """Open the library at ``path``, by default the user's; make it where there is none and ``create``.

        ``tell`` is kept informed where an older file has to be brought up to date.

        Raises:
            HzviewError: see ``hzview.library.schema.connect``.
        """
        self.path = library_path() if path is None else path
        self._db = connect(self.path, create=create, tell=tell)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def digests(self) -> set[str]:
        """Return the digests of the files whose reports are in."""
        with said(self.path):
            return {digest for (digest,) in self._db.execute("SELECT digest FROM report")}

    def add(self, prepared: Prepared) -> bool:
        """Put a report in, in one transaction; return False where it is in already."""
        report = prepared.report
        values = (
            *(prepared.digest, prepared.file, report.title, report.region, report.level, report.year),
            *(report.date, sum(len(block.text) for block in report.blocks)),
            *(len({(row["paragraph"], row["start"]) for row in prepared.figures}), prepared.toml),
        )
        with said(self.path), writing(self._db):
            cursor = self._db.execute(
                "INSERT INTO report (digest, file, title, region, level, year, date, characters, figures, toml)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING",
                values,
            )
            if not cursor.rowcount:
                return False
            rows = (_stored(cursor.lastrowid, n, row) for n, row in enumerate(prepared.figures, 1))
            self._db.executemany(f"INSERT INTO figure VALUES ({', '.join('?' * 20)})", rows)
            index.put(self._db, int(cursor.lastrowid or 0), prepared.indexed)
            statements.put(self._db, int(cursor.lastrowid or 0), prepared.stated)
        return True

    def reports(self, choice: Choice | None = None) -> list[dict[str, object]]:
        """Return what is known of each report, newest first, regions by name: the columns but the text."""
        condition, values = (choice or Choice()).condition()
        sql = f"SELECT {', '.join(_REPORT)} FROM report WHERE {condition} ORDER BY year DESC, region, id"
        with said(self.path):
            return [dict(zip(_REPORT, row, strict=True)) for row in self._db.execute(sql, values)]

    def about(self, number: int) -> dict[str, object]:
        """Return what is known of the report with the id ``number``."""
        with said(self.path):
            sql = f"SELECT {', '.join(_REPORT)} FROM report WHERE id = ?"
            row = self._db.execute(sql, (number,)).fetchone()
        if row is None:
            raise self._missing(number)
        return dict(zip(_REPORT, row, strict=True))

    def toml(self, number: int) -> str:
        """Return the report with the id ``number`` as TOML."""
        with said(self.path):
            row = self._db.execute("SELECT toml FROM report WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise self._missing(number)
        return str(row[0])

    def texts(self, number: int) -> list[str]:
        """Return the blocks of the report with the id ``number``, as ``Report.blocks`` has them."""
        known = self.about(number)
        sql = "SELECT block.text FROM block, report WHERE report.id = ? AND block.id >= first AND block.id < first + blocks"
        with said(self.path):
            return [text for (text,) in self._db.execute(f"{sql} ORDER BY block.id", (known["id"],))]

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the database to read from; what it fails with becomes ``HzviewError``."""
        with said(self.path):
            yield self._db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the database to write to, all in one transaction; what it fails with becomes ``HzviewError``."""
        with said(self.path), writing(self._db):
            yield self._db

    def figures(self, number: int) -> list[dict[str, object]]:
        """Return the rows of figures of one report, in the order of its text, as ``figure_rows`` gives them."""
        columns = ", ".join(f'"{column}"' for column in _FIGURE)
        sql = f"SELECT {columns} FROM figure WHERE report = ? ORDER BY number"
        with said(self.path):
            return [_restored(row) for row in self._db.execute(sql, (number,))]

    def statements(
        self,
        cores: Sequence[str] | None = None,
        regions: Sequence[str] = (),
        years: tuple[int, int] | None = None,
    ) -> list[tuple[object, ...]]:
        """Return what observations are made of: see ``hzview.library.statements.rows``, which also names the columns."""
        with said(self.path):
            return list(statements.rows(self._db, cores, regions, years))

    def regions(self) -> list[str]:
        """Return the regions whose reports are in, by name; what is not known is left out."""
        with said(self.path):
            found = self._db.execute("SELECT DISTINCT region FROM report WHERE region != '' ORDER BY region")
            return [str(region) for (region,) in found]

    def remove(self, numbers: Iterable[int]) -> int:
        """Take out the reports with these ids: all of them or, where one is not there, none; return how many."""
        wanted = set(numbers)
        with said(self.path), writing(self._db):
            for number in sorted(wanted):
                if not self._db.execute("SELECT 1 FROM report WHERE id = ?", (number,)).fetchone():
                    raise self._missing(number)
                index.take_out(self._db, number)
                self._db.execute("DELETE FROM report WHERE id = ?", (number,))
        self._give_back()
        return len(wanted)

    def check(self) -> Iterator[str]:
        """Yield a line of Chinese for everything that is wrong in the file; nothing where all is well."""
        with said(self.path):
            found = [str(row[0]) for row in self._db.execute("PRAGMA integrity_check")]
            orphans = self._db.execute("PRAGMA foreign_key_check").fetchall()
        yield from (f"数据库：{line}" for line in found if line != "ok")
        if orphans:
            yield f"数据库：{len(orphans)} 行指标没有所属的报告"
        for row in self.reports():
            yield from self._check_report(row)
        with said(self.path):
            yield from index.differences(self._db)
            yield from statements.differences(self._db)

    def tidy(self) -> None:
        """Pack the index, after much was put in, and give back the room; takes a second or two for 700 reports."""
        with said(self.path), writing(self._db):
            index.pack(self._db)
        self._give_back()

    def _give_back(self) -> None:
        """Make the file as small as what is in it."""
        with said(self.path):
            self._db.executescript("PRAGMA incremental_vacuum")  # execute() would take but one step of it

    def reindex(self, tell: Tell = quietly) -> None:
        """Make the index anew from the reports."""
        with said(self.path), writing(self._db):
            index.fill(self._db, tell)

    def _check_report(self, known: Mapping[str, object]) -> Iterator[str]:
        number = int(str(known["id"]))
        name = f"报告 {number}"
        try:
            report = content.parse(self.toml(number), name)
        except HzviewError as error:
            yield str(error)
            return
        if (report.title, report.region, report.year) != (known["title"], known["region"], known["year"]):
            yield f"{name}：标题、地区或年份与正文不符"
        rows = self.figures(number)
        if len({(row["paragraph"], row["start"]) for row in rows}) != known["figures"]:
            yield f"{name}：指标的个数与登记的不符"
        wrong = sum(not _is_in(report, row) for row in rows)
        if wrong:
            yield f"{name}：{wrong} 行指标与正文不符"
        with said(self.path):
            if not index.holds(self._db, number, report):
                yield f"{name}：索引里的段落{OUT_OF_STEP}"

    def _missing(self, number: int) -> HzviewError:
        return HzviewError(f"{self.path}：文库里没有编号为 {number} 的报告")


def _stored(report: int | None, number: int, row: Mapping[str, object]) -> tuple[object, ...]:
    """Return a row of the table ``figure``: exact values as text, and as floats to compute with in SQL."""
    value, upper, doubt = row["value"], row["value_to"], row["doubt"]
    assert isinstance(value, Decimal)
    assert isinstance(upper, Decimal | None)
    assert isinstance(doubt, list)
    return (
        *(report, number, row["indicator"], row["text"], row["measure"], format(value, "f"), float(value)),
        *((None, None) if upper is None else (format(upper, "f"), float(upper))),
        *(row["unit"], row["bound"], row["kind"], row["period"], int(bool(row["threshold"]))),
        *("+".join(doubt), row["paragraph"], row["start"], row["end"], row["section"], row["sentence"]),
    )


def _restored(row: tuple[object, ...]) -> dict[str, object]:
    """Return a row as it was before ``_stored``."""
    figure = dict(zip(_FIGURE, row, strict=True))
    figure["value"] = Decimal(str(figure["value"]))
    if figure["value_to"] is not None:
        figure["value_to"] = Decimal(str(figure["value_to"]))
    figure["threshold"] = bool(figure["threshold"])
    figure["doubt"] = str(figure["doubt"]).split("+") if figure["doubt"] else []
    return figure


def _is_in(report: Report, row: Mapping[str, object]) -> bool:
    """Whether a figure stands in the report where its row says."""
    place, start, end = (int(str(row[key])) for key in ("paragraph", "start", "end"))
    return 0 <= place < len(report.blocks) and report.blocks[place].text[start:end] == row["text"]
