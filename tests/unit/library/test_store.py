"""Reports put in, read back, taken out and checked."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hzview import content
from hzview.errors import HzviewError
from hzview.figures import extract
from hzview.figures.rows import figure_rows
from hzview.library import Choice, Library
from hzview.library.adding import prepare
from hzview.library.store import Prepared
from hzview.model import Report
from tests.unit.library.test_schema import prepared


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A library with the bundled report."""
    with Library(tmp_path / "a.db", create=True) as library:
        report = prepare(str(content.bundled()))
        assert isinstance(report, Prepared)
        assert library.add(report)
        assert not library.add(report)
    return tmp_path / "a.db"


def test_what_is_read_is_what_was_put_in(file: Path, bundled: Report) -> None:
    with Library(file) as library:
        assert content.parse(library.toml(1), "a") == bundled
        assert library.figures(1) == list(figure_rows(bundled, extract(bundled)))
        assert library.about(1) == library.reports()[0]
        assert library.about(1)["figures"] == len(extract(bundled))


def test_sqlite_alone_can_read_everything(file: Path) -> None:
    db = sqlite3.connect(file)
    types = db.execute(
        "SELECT DISTINCT typeof(value), typeof(value_real), typeof(sentence) FROM figure"
    ).fetchall()
    assert types == [("text", "real", "text")]
    assert db.execute("SELECT typeof(toml) FROM report").fetchall() == [("text",)]
    assert not db.execute("SELECT count(*) FROM figure WHERE CAST(value AS REAL) != value_real").fetchone()[0]


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (Choice(), 1),
        (Choice("湖州"), 1),
        (Choice("杭州"), 0),
        (Choice("湖%"), 0),
        (Choice(level="prefecture", years=(2018, 2018)), 1),
        (Choice(level="province"), 0),
        (Choice(years=(2019, 2030)), 0),
        (Choice(years=(2000, 2017)), 0),
    ],
)
def test_reports_are_chosen_by_all_that_is_given(file: Path, choice: Choice, found: int) -> None:
    with Library(file) as library:
        assert len(library.reports(choice)) == found


def test_removing_takes_figures_along_and_all_or_none(file: Path, tmp_path: Path) -> None:
    with Library(file) as library:
        library.add(prepared(tmp_path))
        with pytest.raises(HzviewError, match="没有编号为 9"):
            library.remove([1, 9])
        assert len(library.reports()) == 2
        assert library.remove([1, 1]) == 1
        assert library.figures(1) == []
        assert [row["id"] for row in library.reports()] == [2]
        for read in (library.about, library.toml):
            with pytest.raises(HzviewError, match="没有编号为 1 "):
                read(1)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE report SET toml = 'x'", "TOML"),
        ("UPDATE report SET region = '别处'", "地区"),
        ("DELETE FROM figure WHERE number = 1", "个数"),
        ("UPDATE figure SET start = start + 1 WHERE number = 1", "1 行指标与正文不符"),
        ("DELETE FROM report", "没有所属的报告"),
    ],
)
def test_check_finds(file: Path, damage: str, said: str) -> None:
    with Library(file) as library:
        assert list(library.check()) == []
        db = sqlite3.connect(file, isolation_level=None)
        db.execute(damage)
        db.close()
        assert any(said in line for line in library.check())
