"""Searching a library: what each report by itself would find, newest first, in pages, narrowed, stopped."""

from __future__ import annotations

import random
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from hzview import content
from hzview.errors import HzviewError
from hzview.figure_filter import figure_source
from hzview.figures import extract
from hzview.library import Choice, Library
from hzview.library.adding import prepare
from hzview.library.searching import Entry, LibrarySearcher, Stopped
from hzview.library.store import Prepared
from hzview.model import Report, Span
from hzview.search import Searcher
from tests.unit.library.test_index import ODD
from tests.unit.library.test_schema import prepared

SAMPLE = """{year}年{region}政府工作报告

一、{before}年工作回顾

地区生产总值增长{growth}%，财政总收入408.9亿元，“最多跑一次”改革全面推进，碳汇交易蓬勃发展。

二、{year}年主要任务

地区生产总值增长{target}%左右，壮大碳汇交易，发展碳汇交易，做强碳汇交易核心产业。工业稳步增长。
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of seven reports of three levels and several years."""
    folder = tmp_path_factory.mktemp("library")
    with Library(folder / "a.db", create=True) as library:
        for year, region in ((2017, "绍兴市"), (2019, "绍兴市"), (2018, "江苏省"), (2018, "绍兴市")):
            path = folder / f"{region}{year}.txt"
            text = SAMPLE.format(year=year, before=year - 1, region=region, growth=year - 2010, target=7)
            path.write_text(text, encoding="utf-8")
            library.add(made(path))
        library.add(made(content.bundled()))
        (folder / "odd.txt").write_text(ODD, encoding="utf-8")
        library.add(made(folder / "odd.txt"))
        library.add(prepared(folder, "2.5", 40))
    return folder / "a.db"


def made(path: Path) -> Prepared:
    """Return the report in a file, ready to be put in."""
    result = prepare(str(path))
    assert isinstance(result, Prepared)
    return result


@pytest.fixture
def searcher(file: Path) -> Iterator[LibrarySearcher]:
    with LibrarySearcher(file) as searcher:
        yield searcher


@pytest.fixture(scope="module")
def reports(file: Path) -> Mapping[int, Report]:
    """The reports by their ids."""
    with Library(file) as library:
        ids = (int(str(row["id"])) for row in library.reports())
        return {id: content.parse(library.toml(id), "") for id in ids}


def found_in(searcher: LibrarySearcher, query: str, choice: Choice | None = None) -> dict[int, list[Span]]:
    """Return the hits of a query by report."""
    results = searcher.find(query, choice)
    return {
        found.entry.number: [span for passage in results.passages(found) for span in passage.spans]
        for found in results.reports()
    }


def one_by_one(reports: Mapping[int, Report], query: str) -> dict[int, tuple[str, list[Span]]]:
    """Return what each report by itself finds, with its note."""
    found = {}
    for id, report in reports.items():
        result = Searcher(report, figure_source(lambda report=report: extract(report))).find(query)  # type: ignore[misc]
        if result.hits:
            found[id] = (result.note, [hit.span for hit in result.hits])
    return found


@pytest.mark.parametrize(
    "query",
    [
        *(
            "增长",
            "的",
            "，",
            "地区生产总值",
            "８．５％",
            "“两山”",
            "劣V类",
            '"全部"',
            "* (",
            "( )",
            '"* ( ) -"',
            "AND OR",
        ),
        *(
            "near(a",
            "碳汇交易 发展",
            "工业 的",
            "的 工",
            "工业|财政 增长",
            "的|工业",
            "增长 -工业",
            "碳汇 -的",
            "发展 |",
        ),
        *(
            "节:任务",
            "节:任务 增长",
            "-节:任务 增长",
            "节:任务|回顾 -节:回顾 经济",
            "数:>1000亿元",
            "数:8%..10% 增长",
        ),
        *(
            "类:目标",
            "类:目标 数:7% 生产总值",
            "类:增速 节:回顾",
            "年:2018 增长",
            "地区:绍|江苏 年:2017..2018 经济",
            "没有的词",
        ),
    ],
)
def test_a_library_finds_what_its_reports_find(
    searcher: LibrarySearcher, reports: Mapping[int, Report], query: str
) -> None:
    alone = {id: spans for id, (note, spans) in one_by_one(reports, query).items() if not note}
    assert found_in(searcher, query) == alone
    counts = searcher.find(query).counts()
    assert counts.reports == len(alone)
    assert counts.passages == sum(len({span.paragraph for span in spans}) for spans in alone.values())


@pytest.mark.parametrize(
    "query", ["最多跑一次改革", "增长8%财政", "GDP，生产总值", "年:十八", "碳汇交易（核心）产业"]
)
def test_marks_are_passed_over_and_signs_are_text_where_nothing_is_found_exactly(
    searcher: LibrarySearcher, reports: Mapping[int, Report], query: str
) -> None:
    alone = one_by_one(reports, query)
    results = searcher.find(query)
    assert found_in(searcher, query) == {id: spans for id, (_, spans) in alone.items()}
    assert {results.note} == {note for note, _ in alone.values()} or not alone


def test_random_pieces_of_random_blocks(searcher: LibrarySearcher, reports: Mapping[int, Report]) -> None:
    chance = random.Random(2)
    blocks = [block.text for report in reports.values() for block in report.blocks if block.text.strip()]
    for _ in range(150):
        text = chance.choice(blocks)
        start = chance.randrange(len(text))
        piece = '"' + text[start : start + chance.randint(1, 8)].replace('"', "”") + '"'
        alone = {id: spans for id, (_, spans) in one_by_one(reports, piece).items()}
        assert found_in(searcher, piece) == alone, piece


def test_newest_first_the_state_before_a_city_and_page_by_page(searcher: LibrarySearcher) -> None:
    results = searcher.find("碳汇交易")
    order = [(found.entry.year, found.entry.region) for found in results.reports()]
    assert order == [(2019, "绍兴市"), (2018, "江苏省"), (2018, "绍兴市"), (2017, "绍兴市")]
    paged: list[Entry] = []
    while page := results.page(3, 2, paged[-1] if paged else None):
        assert len(page) == 1
        paged += [found.entry for found in page]
    assert [(entry.year, entry.region) for entry in paged] == order
    assert len(results.page(100, 2)) == 4
    assert len(results.passages(results.page(1, 1)[0], 1)) == 1


def test_only_which_reports(searcher: LibrarySearcher) -> None:
    results = searcher.find("年:2018 地区:绍")
    assert [found.blocks for found in results.reports()] == [()]
    assert results.counts().reports == 1
    assert found_in(searcher, "地区:没有") == {}


def test_counts_and_narrowing(searcher: LibrarySearcher) -> None:
    counts = searcher.find("碳汇交易").counts()
    assert (counts.reports, counts.passages) == (4, 8)
    assert counts.regions == {"绍兴市": 3, "江苏省": 1}
    assert counts.years == {2017: 1, 2018: 2, 2019: 1}
    assert counts.levels == {"prefecture": 3, "province": 1}
    narrowed = searcher.find("碳汇交易", Choice("绍", "prefecture", (2018, 2019))).counts()
    assert narrowed.years == {2018: 1, 2019: 1}


@pytest.mark.parametrize(
    ("typed", "word"),
    [("gzzq", ""), ("thjy", "碳汇交易"), ("zuiduopyc", "最多跑一次"), ("dqsczz", "地区生产总值")],
)
def test_letters_that_are_found_nowhere_are_pinyin(searcher: LibrarySearcher, typed: str, word: str) -> None:
    results = searcher.find(typed + " 年:2018..2019")
    assert results.guess == word
    if word:
        assert word in results.note
        assert results.guesses[0].word == word
        assert found_in(searcher, typed + " 年:2018..2019") == found_in(searcher, word + " 年:2018..2019")


def test_another_guess_is_looked_for_when_asked(searcher: LibrarySearcher) -> None:
    results = searcher.find("zz", guess="增长")
    assert results.guess == "增长"
    assert results.counts().reports == 7


def test_letters_that_are_found_are_letters(searcher: LibrarySearcher) -> None:
    assert not searcher.find("gdp").guesses
    assert found_in(searcher, "gdp")


def test_what_others_put_in_and_take_out_is_seen(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(file.read_bytes())
    with LibrarySearcher(copy) as searcher, Library(copy) as library:
        page = searcher.find("碳汇交易").page(1, 1)
        new = tmp_path / "new.txt"
        new.write_text(
            SAMPLE.format(year=2020, before=2019, region="金华市", growth=1, target=2), encoding="utf-8"
        )
        library.add(made(new))
        assert next(iter(searcher.find("碳汇交易").reports())).entry.year == 2020
        assert searcher.find("tanhuijy").counts().reports == 5
        library.remove([page[0].entry.number])
        assert searcher.find("碳汇交易").counts().reports == 4


def test_a_page_keeps_nobody_from_writing(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(file.read_bytes())
    with LibrarySearcher(copy) as searcher:
        assert searcher.find("增长").page(1, 1)
        db = sqlite3.connect(copy, timeout=0)
        with db:
            db.execute("DELETE FROM figure")
        db.close()


def test_a_search_that_is_stopped_says_so_and_the_next_one_goes_on(searcher: LibrarySearcher) -> None:
    results = searcher.find("增长")
    searcher.stop()
    with pytest.raises(Stopped):
        results.counts()
    assert searcher.find("增长").counts().reports == 7

    started = threading.Event()
    searcher._db.create_function("begin", 0, started.set)

    def stop() -> None:
        started.wait()
        searcher.stop()

    stopper = threading.Thread(target=stop)
    stopper.start()
    endless = "WITH RECURSIVE n(i) AS (VALUES (begin()) UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(Stopped), searcher._looking():
        searcher._db.execute(endless)
    stopper.join()


def test_a_file_that_fails_is_one_line(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(file.read_bytes())
    with LibrarySearcher(copy) as searcher:
        searcher.find("增长")
        searcher._db.execute("DROP TABLE pair")
        with pytest.raises(HzviewError, match=r"copy\.db"):
            searcher.find("增长")
