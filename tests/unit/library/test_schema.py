"""The library's file: which are refused and how, and what a full disk and a second writer do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hzview.errors import HzviewError
from hzview.library import Library, schema
from hzview.library.adding import prepare
from hzview.library.store import Prepared

TEXT = "2018年某市政府工作报告\n\n一、2017年主要工作\n\n地区生产总值增长{}%，财政总收入408.9亿元。\n"


def long_text(growth: str, paragraphs: int) -> str:
    """Return the text of a report; its paragraphs differ, since importing drops lines that come again and again."""
    more = (f"第{n}产业增加值增长{n}.7%，其中第{n}新技术产业增长{n}.4%。\n\n" for n in range(paragraphs))
    return TEXT.format(growth) + "".join(more)


def prepared(folder: Path, growth: str = "8.5", paragraphs: int = 1) -> Prepared:
    """Return a small report with ``growth`` and some paragraphs."""
    file = folder / f"{growth}.txt"
    file.write_text(long_text(growth, paragraphs))
    result = prepare(str(file))
    assert isinstance(result, Prepared)
    return result


def complaint(path: Path, *, create: bool = False) -> str:
    """Return what is said against opening ``path``; it must be one line that names the file."""
    with pytest.raises(HzviewError) as error:
        Library(path, create=create)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_without_a_library_reading_says_how_to_make_one_and_makes_none(tmp_path: Path) -> None:
    assert "还没有文库" in complaint(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, create: bool) -> None:
    file = tmp_path / "a.db"
    file.write_bytes(b"no database at all, " * 100)
    assert "不是 hzview 的文库" in complaint(file, create=create)
    assert file.read_bytes() == b"no database at all, " * 100


@pytest.mark.parametrize("create", [True, False])
def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path, create: bool) -> None:
    file = tmp_path / "a.db"
    db = sqlite3.connect(file)
    db.execute("CREATE TABLE theirs (x)")
    db.close()
    before = file.read_bytes()
    assert "不是 hzview 的文库" in complaint(file, create=create)
    assert file.read_bytes() == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "不是 hzview 的文库" in complaint(tmp_path, create=True)


@pytest.mark.parametrize("create", [True, False])
def test_a_newer_library_is_refused(tmp_path: Path, create: bool) -> None:
    file = tmp_path / "a.db"
    Library(file, create=True).__exit__(None, None, None)
    db = sqlite3.connect(file)
    db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    db.close()
    said = complaint(file, create=create)
    assert "请先升级" in said
    assert str(schema.VERSION + 1) in said


def test_a_broken_file_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    with Library(file, create=True) as library:
        library.add(prepared(tmp_path, paragraphs=400))
    data = bytearray(file.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 200] = b"\xff" * 200
    file.write_bytes(data)
    with pytest.raises(HzviewError, match="已损坏"), Library(file) as library:
        library.reports()


def test_a_full_disk_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    with Library(file, create=True) as library:
        library.add(prepared(tmp_path, "1.5"))
        pages = library._db.execute("PRAGMA page_count").fetchone()[0]
        library._db.execute(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(HzviewError, match="磁盘已满"):
            library.add(prepared(tmp_path, "2.5", paragraphs=2000))
    with Library(file, create=True) as library:
        assert [row["id"] for row in library.reports()] == [1]
        assert list(library.check()) == []
        assert library.add(prepared(tmp_path, "2.5", paragraphs=2000))
        assert len(library.reports()) == 2


def test_whoever_waits_too_long_for_another_writer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "PATIENCE", 0.01)
    file = tmp_path / "a.db"
    report = prepared(tmp_path)
    with Library(file, create=True) as one, Library(file) as two:
        one._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(HzviewError, match="另一个程序"):
            two.add(report)
        one._db.execute("ROLLBACK")
        assert two.add(report)
        assert not one.add(report)
