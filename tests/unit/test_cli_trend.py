"""``hzview trend``, ``observations`` and ``indicators``; and that what they put out is read by other programs."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path

import pytest

from hzview.cli.main import run
from hzview.cli.status import Status
from tests.conftest import ROOT
from tests.unit.cli.sample import Cli, rows
from tests.unit.test_import_hygiene import HEAVY, modules_after

README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXT = """\
# {year}年{region}政府工作报告

一、{last}年工作回顾

{last}年，地区生产总值达到{level}亿元，增长{growth}%。城镇登记失业率2.5%。五年来，进出口总额年均增长9%。

二、{year}年工作安排

地区生产总值增长{target}，城镇登记失业率控制在3%以内。
"""
REPORTS = (
    ("甲市", 2017, "1000", "8", "8%左右"), ("甲市", 2018, "1100", "8.5", "7.5%—8%"), ("甲市", 2020, "1300", "7", "6%以上"),
    ("乙市", 2018, "500", "7.9", "7%左右"),
)  # fmt: skip

PROMISED = [
    "region",
    "report",
    "period",
    "indicator",
    "measure",
    "kind",
    "value",
    "value_to",
    "unit",
    "bound",
    "section",
    "sentence",
]
"""The columns that every export of observations begins with."""


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs the command line."""

    def call(*arguments: str) -> tuple[int, str, str]:
        status = run(arguments)
        out, err = capsys.readouterr()
        return status, out, err

    return call


@pytest.fixture
def library(cli: Cli, tmp_path: Path) -> str:
    """A library of four reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for region, year, level, growth, target in REPORTS:
        text = TEXT.format(region=region, year=year, last=year - 1, level=level, growth=growth, target=target)
        (folder / f"{region}{year}.md").write_text(text, encoding="utf-8")
    path = str(tmp_path / "a.db")
    assert cli("library", "add", str(folder), "--library", path)[0] == Status.FOUND
    return path


def test_years_stand_beside_regions(cli: Cli, library: str) -> None:
    status, out, err = cli(
        *("trend", "GDP", "--measure", "growth", "--region", "甲市", "--region", "乙", "--format", "md"),
        *("--library", library),
    )
    assert (status, err) == (Status.FOUND, "")
    assert out.splitlines() == [
        "| 年份 | 甲市实绩 | 甲市目标 | 乙市实绩 | 乙市目标 |",
        "| ---: | ---: | ---: | ---: | ---: |",
        "| 2016 | 8% |  |  |  |",
        "| 2017 | 8.5% | 约8% | 7.9% |  |",
        "| 2018 |  | 7.5%—8% |  | 约7% |",
        "| 2019 | 7% |  |  |  |",
        "| 2020 |  | 6%以上 |  |  |",
    ]


def test_people_get_a_plot_and_a_table(cli: Cli, library: str) -> None:
    status, out, _ = cli(
        "trend", "地区生产总值", "--region", "甲市", "--kind", "actual", "--library", library
    )
    assert status == Status.FOUND
    assert out.startswith("地区生产总值（亿元）\n")
    assert "● 甲市实绩" in out
    assert "1300亿元" in out
    assert out.count("●") == 4


def test_years_and_kinds_can_be_chosen(cli: Cli, library: str) -> None:
    status, out, _ = cli(
        *(
            "trend",
            "城镇登记失业率",
            "--region",
            "甲市",
            "--kind",
            "target",
            "--from",
            "2018",
            "--to",
            "2019",
        ),
        *("--format", "jsonl", "--library", library),
    )
    assert status == Status.FOUND
    assert [(row["period"], row["kind"], row["bound"], row["shown"]) for row in rows(out)] == [
        (2018, "target", "<=", True)
    ]


def test_a_picture_is_svg(cli: Cli, library: str) -> None:
    status, out, _ = cli("trend", "GDP", "--region", "甲市", "--format", "svg", "--library", library)
    assert status == Status.FOUND
    assert ET.fromstring(out).tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["trend", "地区生产总直", "--region", "甲市"],
            "指标目录里没有“地区生产总直”；相近的有 地区生产总值",
        ),
        (["trend", "GDP", "--region", "丙市"], "文库里没有“丙市”的报告"),
        (["trend", "GDP", "--region", "市"], "可以是乙市、甲市，请写全名"),
        (["trend", "GDP"], "用 --region 写明地区，可写多个；文库里有 2 个地区的报告"),
        (
            ["trend", "GDP", "--region", "甲市", "--from", "2020", "--to", "2019"],
            "--from 2020 在 --to 2019 之后",
        ),
        (["observations", "--indicator", "没有的"], "指标目录里没有“没有的”"),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_line(
    cli: Cli, library: str, arguments: list[str], said: str
) -> None:
    status, out, err = cli(*arguments, "--library", library)
    assert (status, out) == (Status.BAD_INPUT, "")
    assert said in err
    assert err.count("\n") == 1


def test_nothing_found_is_said(cli: Cli, library: str) -> None:
    status, out, err = cli("trend", "粮食产量", "--region", "甲市", "--library", library)
    assert (status, out) == (Status.NOTHING, "")
    assert err == "甲市的报告里没有粮食总产量的年度数值\n"


@pytest.mark.parametrize("verb", [["trend", "GDP", "--region", "甲市"], ["observations"], ["indicators"]])
def test_a_bad_catalog_is_named_with_its_line(
    cli: Cli, library: str, tmp_path: Path, verb: list[str]
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('[[indicator]]\nid = "x"\nnames = "y"\n', encoding="utf-8")
    status, out, err = cli(*verb, "--catalog", str(bad), *(["--library", library] * (verb != ["indicators"])))
    assert (status, out) == (Status.BAD_INPUT, "")
    assert err == (
        f"{bad}：第 3 行，names：没有这一项，只有 id、name、synonyms、units、nature、polarity、definition、distinct\n"
    )


def test_observations_have_the_columns_that_the_readme_names(cli: Cli, library: str) -> None:
    _, out, _ = cli("observations", "--library", library, "--format", "jsonl")
    found = rows(out)
    table = re.findall(
        r"^\| (`\w+`.*?) \|", README.partition("### Fields of `observations`")[2].partition("\n#")[0], re.M
    )
    assert [name for cell in table for name in re.findall(r"`(\w+)`", cell)] == list(found[0])
    assert list(found[0])[:12] == PROMISED
    assert len(found) == 24
    assert {row["extent"] for row in found} == {"year", "years"}
    _, out, _ = cli(
        "observations", "--library", library, "--format", "jsonl", "--annual", "--measure", "growth"
    )
    assert {(row["extent"], row["measure"]) for row in rows(out)} == {("year", "growth")}
    assert len(rows(out)) == 8


def test_people_read_words(cli: Cli, library: str) -> None:
    _, out, _ = cli("observations", "--library", library, "--region", "乙市", "--format", "md")
    assert "| 乙市 | 2017 | 货物进出口总额 |  | 增速 | 9% | 实绩 | 多年 |  | 2018 |" in out


def test_csv_of_observations_goes_into_sqlite(cli: Cli, library: str) -> None:
    """As the README shows: the mean growth by region, by a query on the exported file."""
    _, out, _ = cli("observations", "--annual", "--format", "csv", "--bom", "--library", library)
    table = csv.reader(io.StringIO(out.removeprefix("\ufeff")))
    header = next(table)
    db = sqlite3.connect(":memory:")
    columns = ", ".join(f'"{name}"' for name in header)
    db.execute(f"CREATE TABLE observation ({columns})")
    db.executemany(f"INSERT INTO observation VALUES ({', '.join('?' * len(header))})", table)
    found = db.execute(
        "SELECT region, avg(value) FROM observation WHERE indicator = '地区生产总值' AND measure = 'growth'"
        " AND kind = 'actual' GROUP BY region ORDER BY region"
    ).fetchall()
    assert found == [("乙市", pytest.approx(7.9)), ("甲市", pytest.approx((8 + 8.5 + 7) / 3))]


def test_jsonl_of_a_trend_pivots(cli: Cli, library: str) -> None:
    """Years × regions again, from the long form."""
    _, out, _ = cli(
        "trend",
        "GDP",
        "--region",
        "甲市",
        "--region",
        "乙市",
        "--measure",
        "level",
        "--format",
        "jsonl",
        "--library",
        library,
    )
    pivot: defaultdict[object, dict[object, object]] = defaultdict(dict)
    for row in rows(out):
        if row["shown"] and row["kind"] == "actual":
            pivot[row["period"]][row["region"]] = row["value"]
    assert pivot == {2016: {"甲市": 1000}, 2017: {"甲市": 1100, "乙市": 500}, 2019: {"甲市": 1300}}


def test_the_catalog_is_listed(cli: Cli) -> None:
    status, out, _ = cli("indicators", "失业", "--format", "jsonl")
    assert status == Status.FOUND
    names = {row["name"]: row for row in rows(out)}
    assert names["城镇登记失业率"]["polarity"] == "down"
    assert "城镇调查失业率用抽样调查，口径不同" in str(names["城镇登记失业率"]["distinct"])
    assert cli("indicators", "没有的")[0] == Status.NOTHING
    status, out, _ = cli("indicators")
    assert out.splitlines()[0].split() == ["代号", "指标", "升为", "性质", "定义"]


def test_nothing_heavy_is_imported(library: str) -> None:
    status, modules = modules_after(
        "trend", "GDP", "--region", "甲市", "--format", "csv", "--library", library
    )
    assert status == 0
    assert not modules & {*HEAVY, "hzview.importing"} - {"tempfile"}
