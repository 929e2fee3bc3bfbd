"""The index of a library: exact for every term, in step with the texts, mended when it is not."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from hzview import content
from hzview.folding import fold
from hzview.library import Library
from hzview.library.adding import prepare
from hzview.library.index import pairs_of
from hzview.library.store import Prepared
from hzview.library.vocabulary import words_of
from tests.unit.library.test_schema import prepared

ODD = (
    "2018年某市政府工作报告\n\n一、2017年主要工作\n\n"
    "劣Ⅴ类水质断面\"全部\"消除'基本' * ( ) - : ^ AND OR NEAR(a b) {x} [y] \\ / ~ `，Ａ＋Ｂ ＋１＋Ｎ；80 % 以上。\n\n"
    "GDP（生产总值）增长8.5%，PM2.5浓度下降；啊啊啊啊啊。\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A library with the bundled report, one of odd characters and two small ones."""
    odd = tmp_path / "odd.txt"
    odd.write_text(ODD, encoding="utf-8")
    with Library(tmp_path / "a.db", create=True) as library:
        for report in (prepare(str(content.bundled())), prepare(str(odd))):
            assert isinstance(report, Prepared)
            library.add(report)
        library.add(prepared(tmp_path, "1.5", 20))
        library.add(prepared(tmp_path, "2.5", 3))
    return tmp_path / "a.db"


def looked_up(db: sqlite3.Connection, term: str) -> list[int]:
    """Return the ids of the blocks that the index finds a folded term in."""
    table, phrase = ("pair", pairs_of(term)) if len(term) > 1 else ("single", term)
    query = '"' + phrase.replace('"', '""') + '"'
    return [
        id for (id,) in db.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY 1", (query,))
    ]


def folded_blocks(db: sqlite3.Connection) -> dict[int, str]:
    """Return the folded text of each block."""
    return {id: fold(text).text for id, text in db.execute("SELECT id, text FROM block")}


def test_the_index_finds_what_a_scan_finds(file: Path) -> None:
    db = sqlite3.connect(file)
    blocks = folded_blocks(db)
    chance = random.Random(1)
    texts = [text for text in blocks.values() if text]
    terms = {text for odd in fold(ODD).text.split("。") for text in odd}
    for _ in range(1500):
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        terms.add(text[start : start + chance.randint(1, 8)])
    terms |= {"没有", "*", '"', "'", '""', "and", "or", "not", "near(", "^a", "啊啊", "啊啊啊啊啊啊"}
    for term in sorted(terms):
        assert looked_up(db, term) == [id for id, text in blocks.items() if term in text], term


def test_blocks_stand_as_the_reports_do_newest_last(file: Path) -> None:
    with Library(file) as library:
        db = library._db
        for number, first, blocks in db.execute("SELECT id, first, blocks FROM report"):
            texts = [block.text for block in content.parse(library.toml(number), "").blocks]
            rows = db.execute("SELECT text FROM block WHERE id >= ? ORDER BY id LIMIT ?", (first, blocks))
            assert [text for (text,) in rows] == texts
        years = [year for (year,) in db.execute("SELECT year FROM report ORDER BY first")]
        assert years == sorted(years)
        assert (
            db.execute("SELECT count(*) FROM block").fetchone()
            == db.execute("SELECT sum(blocks) FROM report").fetchone()
        )


def test_taken_out_and_put_in_again_all_is_as_before(file: Path, tmp_path: Path) -> None:
    def counts(library: Library) -> list[tuple[object, ...]]:
        db = library._db
        db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, pair, row)")
        rows = db.execute(
            "SELECT term, doc, cnt FROM temp.terms UNION ALL SELECT word, reports, 0 FROM word"
        ).fetchall()
        db.execute("DROP TABLE temp.terms")
        return rows

    with Library(file) as library:
        before = counts(library)
        again = prepared(tmp_path, "1.5", 20)
        library.remove([3])
        assert counts(library) != before
        assert looked_up(library._db, "增长1.5%") == []
        assert list(library.check()) == []
        library.add(again)
        assert counts(library) == before
        library.remove([int(str(row["id"])) for row in library.reports()])
        assert counts(library) == []
        assert [
            library._db.execute(f"SELECT count(*) FROM {name}").fetchone() for name in ("block", "part")
        ] == [(0,), (0,)]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE block SET text = text || '多' WHERE id = (SELECT min(id) FROM block)", "报告"),
        ("DELETE FROM part WHERE id = (SELECT min(id) FROM part)", "段落"),
        ("UPDATE word SET reports = reports + 1 WHERE word = (SELECT min(word) FROM word)", "词"),
        ("INSERT INTO pair (rowid, text) VALUES (7, '增长')", "索引"),
        ("INSERT INTO single (single) VALUES ('delete-all')", "索引"),
        ("DELETE FROM pair_data WHERE id > 10", "索引"),
    ],
)
def test_check_finds_what_is_out_of_step_and_reindex_mends_it(file: Path, damage: str, said: str) -> None:
    with Library(file) as library:
        assert list(library.check()) == []
        library._db.execute(damage)
        found = list(library.check())
        assert any(said in line and line.endswith("须重建索引") for line in found), found
        library.reindex()
        assert list(library.check()) == []
        assert looked_up(library._db, "最多跑一次")


def test_words_are_what_is_repeated_in_changing_company_quoted_or_named() -> None:
    texts = ["推进数字经济发展，推动数字经济增长，壮大数字经济。", "深化“放管服”，“2025年”。"]
    words = words_of(texts, {"规上工业增加值", "PM2.5平均浓度", "值"})
    assert words == sorted({"数字经济", "放管服", "规上工业增加值"})


def test_the_words_of_a_library_are_counted_by_reports(file: Path) -> None:
    words = dict(sqlite3.connect(file).execute("SELECT word, reports FROM word"))
    assert words["地区生产总值"] == 3
    assert words["最多跑一次"] == 1
    assert all(len(word) > 1 and word[0] not in "的和了" for word in words)
