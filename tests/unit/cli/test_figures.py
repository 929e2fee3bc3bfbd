"""``hzview figures``."""

from __future__ import annotations

import csv
import io

import pytest

from hzview.cli.status import Status
from hzview.model import Report
from tests.unit.cli.sample import Cli, rows


def test_the_table_is_for_people(cli: Cli, report: str) -> None:
    status, output, complaints = cli("figures", report)
    assert (status, complaints) == (Status.FOUND, "")
    head, *lines = output.splitlines()
    assert head.split() == ["序号", "指标", "数值", "类别", "性质", "年份", "存疑", "章节"]
    assert [line.split()[:6] for line in lines] == [
        ["1", "地区生产总值", "2476.1亿元", "水平", "实绩", "2017"],
        ["2", "地区生产总值", "↑8.5%", "增速", "实绩", "2017"],
        ["3", "地区生产总值", "第二位", "位次", "实绩", "2017"],
        ["4", "地区生产总值", "↑8%以上", "增速", "目标", "2018"],
    ]


def test_rows_carry_the_guide_s_fields_and_the_place(cli: Cli, report: str) -> None:
    _, output, _ = cli("figures", report, "--format", "jsonl")
    assert rows(output)[0] == {
        "text": "2476.1亿元",
        "indicator": "地区生产总值",
        "measure": "level",
        "value": 2476.1,
        "value_to": None,
        "unit": "亿元",
        "bound": "=",
        "kind": "actual",
        "period": 2017,
        "threshold": False,
        "doubt": [],
        "paragraph": 4,
        "start": 15,
        "end": 23,
        "section": "一、2017年工作回顾 › （一）经济运行稳中向好",
        "sentence": "地区生产总值达到2476.1亿元，增长8.5%，居全省第二位。",
    }


def test_csv_has_the_same_fields(cli: Cli, report: str) -> None:
    fields = list(rows(cli("figures", report, "--format", "jsonl")[1])[0])
    head, *lines = csv.reader(io.StringIO(cli("figures", report, "--format", "csv")[1]))
    assert head == fields
    assert [line[0] for line in lines] == ["2476.1亿元", "8.5%", "第二位", "8%"]


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        (["--kind", "target"], ["8%"]),
        (["--measure", "rank"], ["第二位"]),
        (["--unit", "元"], ["2476.1亿元"]),
        (["--section", "工作回顾", "--unit", "%"], ["8.5%"]),
        (["--indicator", "生产总值", "--min", "8.2%"], ["8.5%"]),
        (["--max", "3000亿元"], ["2476.1亿元"]),
        (["--certain", "--kind", "target", "--measure", "growth"], ["8%"]),
    ],
    ids=" ".join,
)
def test_figures_are_chosen(cli: Cli, report: str, wanted: list[str], texts: list[str]) -> None:
    status, output, _ = cli("figures", report, "--format", "jsonl", *wanted)
    assert status == Status.FOUND
    assert [row["text"] for row in rows(output)] == texts


def test_a_chosen_figure_keeps_its_number_which_explains_it(cli: Cli, report: str) -> None:
    _, table, _ = cli("figures", report, "--kind", "target")
    number = table.splitlines()[1].split()[0]
    status, output, _ = cli("figures", report, "--explain", number)
    assert status == Status.FOUND
    assert output.startswith(f"第 {number} 个指标：8%\n")
    assert "地区生产总值增长8%" in output


def test_nothing_chosen_is_status_one(cli: Cli, report: str) -> None:
    for form in ("text", "jsonl", "csv", "md"):
        assert cli("figures", report, "--unit", "公顷", "--format", form) == (Status.NOTHING, "", "")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--explain", "99"], "没有第 99 个指标：全文共 4 个\n"),
        (["--explain", "0"], "--explain “0”应为 1—"),
        (["--min", "多"], "--min 数值看不懂"),
        (["--kind", "实绩"], "--kind “实绩”不在可选之列：actual、target"),
    ],
)
def test_what_cannot_be_meant_is_said(cli: Cli, report: str, arguments: list[str], complaint: str) -> None:
    status, output, complaints = cli("figures", report, *arguments)
    assert (status, output) == (Status.BAD_INPUT, "")
    assert complaint in complaints
    assert complaints.count("\n") == 1


def test_the_bundled_report_gives_its_table(cli: Cli, bundled: Report) -> None:
    from hzview.figures import extract

    _, output, _ = cli("figures", "--format", "jsonl")
    found = rows(output)
    assert len({(row["paragraph"], row["start"]) for row in found}) == len(extract(bundled))
    for row in found:
        text = bundled.blocks[int(str(row["paragraph"]))].text
        assert text[int(str(row["start"])) : int(str(row["end"]))] == row["text"]
