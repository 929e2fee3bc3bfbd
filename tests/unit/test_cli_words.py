"""``hzview words``, with and without a library."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from hzview.bars import bar
from hzview.cli.main import run
from hzview.cli.status import Status
from hzview.cli.word_trend import BAR
from hzview.library import Choice, Library
from hzview.library import words as library_words
from hzview.library.words import totals, uses
from hzview.typeset import cell_width
from tests.unit.cli.sample import REPORT, Cli, rows
from tests.unit.test_readme import quoted, section


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs the command line."""

    def call(*arguments: str) -> tuple[int, str, str]:
        status = run(arguments)
        out, err = capsys.readouterr()
        return status, out, err

    return call


def report_of(place: Path, year: int, region: str = "测试市", text: str = "") -> str:
    """Write a report of a region and year that says ``text`` beside what the sample says."""
    path = place / f"{region}{year}.toml"
    content = REPORT.replace("2018", str(year)).replace("测试市", region)
    path.write_text(content.replace("各位代表：", f"各位代表：{text}"), encoding="utf-8")
    return str(path)


@pytest.fixture
def library(cli: Cli, tmp_path: Path) -> str:
    """A library of three reports of one city and one of another."""
    place = tmp_path / "reports"
    place.mkdir()
    report_of(place, 2017, text="推进棚户区改造，发展乡镇企业。")
    report_of(place, 2018, text="发展数字经济，5G商用。")
    report_of(place, 2020, text="数字经济领跑，数字经济核心产业增加值增长。")
    report_of(place, 2018, "别县", "乡村振兴。" * 9)
    path = str(tmp_path / "a.db")
    assert cli("library", "add", str(place), "--library", path)[0] == Status.FOUND
    return path


def test_a_report_alone(cli: Cli, report: str) -> None:
    status, out, err = cli("words", report)
    assert (status, err) == (Status.FOUND, "")
    header, *lines = out.splitlines()
    assert header.split() == ["词", "次数", "总次数", "段数", "每万字"]
    assert ["地区生产总值", "2", "2", "2"] in [line.split()[:4] for line in lines]


def test_rows_of_jsonl_are_all_words_and_those_of_text_the_first(cli: Cli) -> None:
    everything = rows(cli("words", "--format", "jsonl")[1])
    assert len(everything) > 1000
    assert len(cli("words")[1].splitlines()) == 41
    assert len(cli("words", "--top", "7", "--format", "csv")[1].splitlines()) == 8
    assert rows(cli("words", "--top", "3", "--format", "jsonl")[1]) == everything[:3]


def test_containing_and_section_and_all(cli: Cli) -> None:
    found = rows(cli("words", "--containing", "工业", "--format", "jsonl")[1])
    assert {row["word"] for row in found} == {"工业", "规上工业", "规上工业增加值"}
    part = rows(cli("words", "--section", "2017年主要工作", "--containing", "工业", "--format", "jsonl")[1])
    assert [(row["word"], row["count"]) for row in part] == [("规上工业增加值", 1)]
    assert "的" in {row["word"] for row in rows(cli("words", "--all", "--format", "jsonl")[1])}


def test_a_word_in_context(cli: Cli) -> None:
    found = rows(cli("words", "--kwic", "工业", "--format", "jsonl")[1])
    assert [row["inside"] for row in found] == ["规上工业增加值", "规上工业增加值", "规上工业", "", "", ""]
    assert all(row["text"] == "工业" for row in found)
    status, out, _ = cli("words", "--kwic", "没有的词")
    assert (status, out) == (Status.NOTHING, "")


def test_beside_a_file(cli: Cli, tmp_path: Path) -> None:
    before = report_of(tmp_path, 2017, text="推进棚户区改造。")
    after = report_of(tmp_path, 2018, text="发展数字经济。")
    found = rows(cli("words", after, "--against", before, "--format", "jsonl")[1])
    assert {(row["word"], row["change"]) for row in found} == {
        ("数字经济", "new"),
        ("发展", "new"),
        ("棚户区改造", "gone"),
        ("推进", "gone"),
    }
    assert "新增" in cli("words", after, "--against", before)[1]


def test_beside_the_year_before(cli: Cli, library: str, tmp_path: Path) -> None:
    new = report_of(tmp_path, 2018, text="发展数字经济。")
    found = rows(cli("words", new, "--new", "--library", library, "--format", "jsonl")[1])
    assert {row["word"] for row in found if row["change"] == "gone"} == {"推进", "棚户区改造", "乡镇企业"}
    missing = report_of(tmp_path, 2020)
    status, _, err = cli("words", missing, "--new", "--library", library)
    assert status == Status.BAD_INPUT
    assert err == "文库里没有测试市 2019 年的报告（有 2017、2018、2020 年的）；可用 --against 指定一份\n"


def test_without_a_year_the_one_before_is_not_known(cli: Cli, library: str, tmp_path: Path) -> None:
    path = tmp_path / "无年份.toml"
    path.write_text('[report]\ntitle = "报告"\n', encoding="utf-8")
    status, _, err = cli("words", str(path), "--new", "--library", library)
    assert status == Status.BAD_INPUT
    assert "--against" in err


def test_words_that_stand_out(cli: Cli, library: str, tmp_path: Path) -> None:
    report = report_of(tmp_path, 2018, "别县", "乡村振兴。" * 9)
    status, out, _ = cli("words", report, "--keyness", "--library", library, "--format", "jsonl")
    (row,) = rows(out)
    assert status == Status.FOUND
    assert (row["word"], row["side"], row["count"], row["others"]) == ("乡村振兴", "more", 9, 0)
    assert (row["reports"], row["of_reports"]) == (0, 3)  # its own copy is not among the others
    again = cli("words", report, "--keyness", "--library", library, "--format", "jsonl")[1]
    assert again == out
    one = rows(
        cli("words", report, "--keyness", "--library", library, "--year", "2017", "--format", "jsonl")[1]
    )
    assert {row["of_reports"] for row in one} <= {1}
    assert cli("words", report, "--keyness", "--library", library, "--region", "别县")[0] == Status.BAD_INPUT


def test_counts_are_kept_and_go_with_their_report(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(Path(library)) as store:
        numbers = [int(str(row["id"])) for row in store.reports()]
        told: list[tuple[str, int, int]] = []
        first = totals(store, numbers, lambda *what: told.append(what))
        assert [done for _, done, _ in told] == [0, 1, 2, 3, 4]
        monkeypatch.setattr(library_words, "side_by_side", None)  # nothing is counted a second time
        assert totals(store, numbers) == first
        with store.reading() as db:
            assert db.execute("SELECT count(*) FROM counted").fetchone() == (4,)
            store.remove(numbers[:1])
            assert db.execute("SELECT count(*) FROM counted").fetchone() == (3,)
        assert totals(store, numbers[1:]).total < first.total


def test_counts_of_another_edition_are_made_anew(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(Path(library)) as store:
        numbers = [int(str(row["id"])) for row in store.reports()]
        first = totals(store, numbers)
        monkeypatch.setattr("hzview.segmenter.edition", lambda: "other")
        told: list[int] = []
        assert totals(store, numbers, lambda doing, done, all: told.append(done)) == first
        assert told[-1] == 4


def test_the_use_of_a_term_over_the_years(cli: Cli, library: str) -> None:
    status, out, _ = cli("words", "--trend", "数字经济", "--library", library, "--format", "jsonl")
    found = rows(out)
    assert status == Status.FOUND
    assert [(row["year"], row["reports"], row["holding"], row["count"]) for row in found] == [
        (2017, 1, 0, 0),
        (2018, 2, 1, 1),
        (2020, 1, 1, 2),
    ]
    of_region = cli(
        *("words", "--trend", "数字经济", "--trend", "５ｇ", "--region", "测试市", "--library", library),
        *("--format", "csv"),
    )[1]
    table = list(csv.DictReader(StringIO(of_region)))
    assert [(row["word"], row["year"], row["count"]) for row in table] == [
        *(("数字经济", "2017", "0"), ("数字经济", "2018", "1"), ("数字经济", "2020", "2")),
        *(("５ｇ", "2017", "0"), ("５ｇ", "2018", "1"), ("５ｇ", "2020", "0")),
    ]
    with Library(Path(library)) as store:
        use = next(use for use in uses(store, ["数字经济"], Choice("测试市", years=(2020, 2020))))
    assert table[2]["per_10k"] == f"{use.count * 10_000 / use.characters:.2f}"


def test_trend_is_drawn_for_people(cli: Cli, library: str) -> None:
    status, out, _ = cli("words", "--trend", "数字经济", "--region", "测试市", "--library", library)
    assert status == Status.FOUND
    lines = out.splitlines()
    assert lines[0] == "数字经济  测试市"
    assert [line.count("━") for line in lines[2:]] == [0, lines[3].count("━"), BAR]
    status, out, _ = cli("words", "--trend", "没有的词", "--library", library)
    assert status == Status.NOTHING
    assert "━" not in out


@pytest.mark.parametrize("value", range(0, 1001, 7))
def test_bars_grow_with_what_they_show(value: int) -> None:
    drawn, more = (bar(Decimal(number), Decimal(1000), BAR) for number in (value, min(value + 40, 1000)))
    assert cell_width(drawn) <= cell_width(more) <= BAR
    assert bool(drawn) == bool(value)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--kwic", "工业", "--keyness"],
        ["--new", "--trend", "工业"],
        ["--region", "浙江"],
        ["a.toml", "--trend", "工业"],
        ["--section", "没有的章节"],
        ["--trend", " "],
        ["--top", "0"],
    ],
)
def test_what_cannot_be_meant_is_one_line(cli: Cli, arguments: list[str]) -> None:
    status, out, err = cli("words", *arguments)
    assert (status, out, err.count("\n")) == (Status.BAD_INPUT, "", 1)


def test_the_fields_in_the_readme_are_those_of_the_rows(cli: Cli, library: str, tmp_path: Path) -> None:
    report = report_of(tmp_path, 2018, "别县", "乡村振兴。" * 9)
    later = report_of(tmp_path, 2018)
    told = [
        row.split(" | ")[-1] for row in section("Words").splitlines() if row.startswith("| ") and "`" in row
    ]
    trend = ["--trend", "经济"]
    calls = [[report], [report, "--kwic", "乡村振兴"], [later, "--new"], [report, "--keyness"], trend]
    for cell, call in zip(told, calls, strict=True):
        _, out, _ = cli("words", *call, "--format", "jsonl", *_library(call, library))
        fields = [name for name in quoted(cell.partition("; with")[0]) if name.isidentifier()]
        named = [*rows(out)[0]]
        assert [name for name in dict.fromkeys(fields) if name in named] == named
    _, out, _ = cli("words", *trend, "--region", "别县", "--format", "jsonl", "--library", library)
    assert quoted(told[-1].partition("with `--region`: ")[2]) == [*rows(out)[0]]


def _library(call: list[str], library: str) -> list[str]:
    return ["--library", library] if len(call) > 1 and "--kwic" not in call else []
