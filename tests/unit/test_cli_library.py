"""``hzview library``."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import pytest

from hzview import content
from hzview.cli import VERBS
from hzview.cli.main import run
from hzview.cli.options import parse_years
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.figures import extract
from hzview.figures.rows import figure_rows
from tests.unit.cli.sample import REPORT, Cli, rows
from tests.unit.test_import_hygiene import HEAVY, modules_after


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs the command line."""

    def call(*arguments: str) -> tuple[int, str, str]:
        status = run(arguments)
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two reports and one file that is none."""
    place = tmp_path / "reports"
    place.mkdir()
    (place / "a.toml").write_text(REPORT, encoding="utf-8")
    other = REPORT.replace("2018", "2019").replace("测试市", "别县")
    (place / "b.toml").write_text(other, encoding="utf-8")
    (place / "坏.toml").write_text("x", encoding="utf-8")
    return place


@pytest.fixture
def library(cli: Cli, folder: Path, tmp_path: Path) -> str:
    """A library with the two reports."""
    path = str(tmp_path / "a.db")
    cli("library", "add", str(folder), "--library", path)
    return path


def test_adding_says_what_became_of_every_file(cli: Cli, folder: Path) -> None:
    status, out, err = cli("library", "add", str(folder))
    assert status == Status.BAD_INPUT
    assert out == "共 3 个文件：加入 2，已在文库 0，失败 1\n"
    assert err.count("\n") == 1
    assert "坏.toml：" in err
    (folder / "坏.toml").unlink()
    status, out, err = cli("library", "add", str(folder))
    assert (status, err) == (Status.FOUND, "")
    assert out == "共 2 个文件：加入 0，已在文库 2，失败 0\n"


def test_an_empty_folder_is_nothing(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert cli("library", "add", str(tmp_path / "empty"))[0] == Status.NOTHING


def test_the_user_s_library_is_in_the_data_folder(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    cli("library", "add", str(folder / "a.toml"))
    assert (tmp_path / "data" / "hzview" / "library.db").is_file()
    assert cli("library", "list")[0] == Status.FOUND


def test_the_list_is_newest_first_and_narrows(cli: Cli, library: str) -> None:
    _, out, _ = cli("library", "list", "--library", library, "--format", "jsonl")
    assert [row["year"] for row in rows(out)] == [2019, 2018]
    assert rows(out)[1] == {
        "id": 1,
        "region": "测试市",
        "level": "",
        "year": 2018,
        "title": "2018年测试市政府工作报告",
        "date": "",
        "characters": sum(len(block.text) for block in content.parse(REPORT, "a").blocks),
        "figures": 4,
        "file": rows(out)[1]["file"],
    }
    _, out, _ = cli("library", "list", "--library", library, "--year", "2010-2018", "--format", "jsonl")
    assert [row["id"] for row in rows(out)] == [1]
    assert cli("library", "list", "--library", library, "--level", "state")[:2] == (Status.NOTHING, "")
    assert cli("library", "list", "--library", library, "--region", "测试")[1].count("\n") == 2


def test_a_report_comes_out_as_it_went_in(cli: Cli, library: str) -> None:
    _, out, _ = cli("library", "show", "1", "--toml", "--library", library)
    assert content.parse(out, "a") == content.parse(REPORT, "a")
    _, out, _ = cli("library", "show", "1", "--library", library)
    assert "地区  测试市\n" in out
    assert "级别  —\n" in out
    _, out, _ = cli("library", "show", "1", "--library", library, "--format", "jsonl")
    assert rows(out)[0]["id"] == 1


def test_exported_figures_are_those_of_the_reports(cli: Cli, library: str) -> None:
    report = content.parse(REPORT, "a")
    status, out, _ = cli("library", "export", "--library", library, "--year", "2018", "--format", "jsonl")
    assert status == Status.FOUND
    found = rows(out)
    expected = list(figure_rows(report, extract(report)))
    assert [list(row) for row in found] == [["report", "region", "year", *row] for row in expected]
    assert [row["sentence"] for row in found] == [row["sentence"] for row in expected]
    _, out, _ = cli("library", "export", "--library", library, "--format", "csv")
    table = list(csv.DictReader(out.splitlines()))
    assert [row["value"] for row in table] == [str(row["value"]) for row in expected] * 2
    assert "实绩" in cli("library", "export", "--library", library)[1]
    assert cli("library", "export", "--library", library, "--format", "md")[1].startswith("| 地区 |")


def test_removing_and_checking(cli: Cli, library: str) -> None:
    assert cli("library", "check", "--library", library)[:2] == (Status.FOUND, "2 份报告：没有问题\n")
    status, _, err = cli("library", "remove", "1", "7", "--library", library)
    assert (status, err.count("\n")) == (Status.BAD_INPUT, 1)
    assert "编号为 7" in err
    assert cli("library", "remove", "1", "--library", library)[1] == "已移出 1 份报告\n"
    assert cli("library", "show", "1", "--library", library)[0] == Status.BAD_INPUT
    assert cli("library", "check", "--library", library)[1] == "1 份报告：没有问题\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "缺少子命令"),
        (["lst"], "没有 lst 这个子命令"),
        (["add"], "缺少 文件"),
        (["list"], "还没有文库"),
        (["list", "--year", "20"], "2015-2020"),
        (["list", "--level", "x"], "不在可选之列"),
        (["show", "x"], "整数"),
        (["remove", "0"], "整数"),
        (["check", "x"], "多余的参数"),
    ],
)
def test_what_cannot_be_done_is_one_line(cli: Cli, arguments: list[str], said: str) -> None:
    status, out, err = cli("library", *arguments)
    assert (status, out) == (Status.BAD_INPUT, "")
    assert err.count("\n") == 1
    assert said in err


@pytest.mark.parametrize("verb", ["", "add", "list", "show", "remove", "check", "export"])
def test_every_help_page_is_in_chinese(cli: Cli, verb: str) -> None:
    status, out, _ = cli("library", *([verb] if verb else []), "--help")
    assert status == Status.FOUND
    assert out.startswith(f"用法：hzview library {verb}".strip())
    assert "显示本页" in out
    assert "library" in VERBS


@pytest.mark.parametrize("verb", [["list"], ["show", "1"], ["export"], ["check"]], ids=" ".join)
def test_reading_a_library_imports_nothing_heavy(verb: list[str], library: str) -> None:
    status, modules = modules_after("library", *verb, "--library", library)
    assert status == Status.FOUND
    assert not modules & {*HEAVY, "hzview.importing", "hzview.library.adding"}


@pytest.mark.parametrize("text", ["2020-2015", "2015-", "15", "２０１５", "2015-2016-2017", ""])
def test_years_that_are_none(text: str) -> None:
    with pytest.raises(HzviewError):
        parse_years(text)


def test_years() -> None:
    assert parse_years("2018") == (2018, 2018)
    assert parse_years("2015-2020") == (2015, 2020)


def test_a_search_prints_the_newest_report_first_under_its_headings(cli: Cli, library: str) -> None:
    status, out, err = cli("search", "地区生产总值", "--library", library)
    assert status == Status.FOUND
    lines = out.splitlines()
    assert lines[0].startswith("2019年  别县  2019年别县政府工作报告")
    assert lines[1:3] == [
        "  一、2017年工作回顾 › （一）经济运行稳中向好",
        "      地区生产总值达到2476.1亿元，增长8.5%，居全省第二位。",
    ]
    assert lines[5].startswith("2018年  测试市")
    assert err == "2 份报告，4 段；年份：2019年 1、2018年 1；地区：别县 1、测试市 1\n"


def test_a_search_gives_a_row_a_hit_with_its_report(cli: Cli, library: str) -> None:
    found = rows(cli("search", "８.５％", "--library", library, "--format", "jsonl")[1])
    assert [(row["report"], row["region"], row["year"]) for row in found] == [
        (2, "别县", 2019),
        (1, "测试市", 2018),
    ]
    assert {row["sentence"] for row in found} == {"地区生产总值达到2476.1亿元，增长8.5%，居全省第二位。"}
    assert list(found[0])[4:] == ["paragraph", "start", "end", "text", "section", "sentence"]


@pytest.mark.parametrize(
    ("options", "hits"),
    [
        ((), 8),
        (("--region", "测试"), 4),
        (("--year", "2019-2020"), 4),
        (("--year", "2000"), 0),
        (("--limit", "3"), 3),
    ],
)
def test_a_search_is_narrowed_counted_and_limited(
    cli: Cli, library: str, options: tuple[str, ...], hits: int
) -> None:
    arguments = ("search", "增长|生产", "--library", library, *options)
    status, out, _ = cli(*arguments, "--format", "jsonl")
    assert (status == Status.FOUND) == bool(hits)
    assert len(rows(out)) == hits
    if "--limit" not in options:
        assert cli(*arguments, "--count")[1] == f"{hits}\n"


def test_the_user_s_own_library_is_searched_without_a_file(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert "还没有文库" in cli("search", "增长", "--library")[2]
    cli("library", "add", str(folder / "a.toml"))
    assert cli("search", "增长", "--library")[0] == Status.FOUND
    assert cli("search", "--library", "--count", "增长") == (Status.FOUND, "2\n", "")


def test_pinyin_says_what_was_looked_for(cli: Cli, library: str) -> None:
    status, out, err = cli("search", "dqsczz", "--library", library)
    assert status == Status.FOUND
    assert "地区生产总值" in out
    assert err.startswith("按拼音找到“地区生产总值”\n")


def test_nothing_in_the_library_is_status_one(cli: Cli, library: str) -> None:
    assert cli("search", "没有这个词", "--library", library) == (Status.NOTHING, "", "")
    assert cli("search", "增长", "报告.toml", "--library", library)[0] == Status.BAD_INPUT


def test_the_index_is_checked_and_made_anew(cli: Cli, library: str) -> None:
    assert cli("library", "check", "--library", library)[0] == Status.FOUND
    db = sqlite3.connect(library, isolation_level=None)
    db.execute("DELETE FROM word")
    db.close()
    status, _, err = cli("library", "check", "--library", library)
    assert status == Status.BAD_INPUT
    assert "hzview library reindex" in err
    assert cli("library", "reindex", "--library", library) == (Status.FOUND, "已重建 2 份报告的索引\n", "")
    assert cli("library", "check", "--library", library)[0] == Status.FOUND


def test_other_names_are_offered_where_a_library_has_nothing(cli: Cli, library: str) -> None:
    status, out, err = cli("search", "GDP", "--library", library)
    assert (status, out) == (Status.NOTHING, "")
    assert err == "没有找到“GDP”。也搜：地区生产总值（2 份）；生产总值（2 份）\n"
    assert cli("search", '"GDP"', "--library", library) == (Status.NOTHING, "", "")
