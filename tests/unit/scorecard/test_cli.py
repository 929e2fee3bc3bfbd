"""``hzview scorecard`` and ``hzview compare``."""

from __future__ import annotations

from pathlib import Path

import pytest

from hzview import content
from hzview.cli.status import Status
from tests.conftest import ROOT
from tests.unit.cli.sample import Cli, rows
from tests.unit.scorecard.reports import put, report
from tests.unit.scorecard.test_years import REPORTS


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A library with reports of 测试市 and 测试县."""
    return str(put(tmp_path_factory.mktemp("library") / "a.db", *REPORTS))


def test_the_scorecard_of_a_report(cli: Cli, report: str) -> None:
    status, output, _ = cli("scorecard", report)
    assert status == Status.FOUND
    assert [line.split() for line in output.splitlines()] == [
        ["有实绩有目标", "1"],
        ["指标", "上年实绩", "本年目标", "差距"],
        ["地区生产总值增速", "↑8.5%", "2476.1亿元", "↑8%以上", "-0.5点，约合2674.2亿元"],
    ]
    _, output, _ = cli("scorecard", report, "--sentences")
    assert output.splitlines()[1:] == [
        "地区生产总值增速  ↑8.5%  2476.1亿元  ↑8%以上  -0.5点，约合2674.2亿元",
        "    目标：地区生产总值增长8%以上。",
        "    实绩：地区生产总值达到2476.1亿元，增长8.5%，居全省第二位。",
    ]


def test_the_formats_of_a_scorecard(cli: Cli, report: str) -> None:
    _, output, _ = cli("scorecard", report, "--format", "jsonl")
    (row,) = rows(output)
    assert (row["stand"], row["points"], row["promised_bound"]) == ("both", -0.5, ">=")
    _, output, _ = cli("scorecard", report, "--format", "csv")
    assert len(output.splitlines()) == 2
    _, output, _ = cli("scorecard", report, "--format", "md")
    assert output.startswith("| 类 | 指标 |")
    status, output, _ = cli("scorecard", report, "--indicator", "失业率")
    assert (status, output) == (Status.NOTHING, "")


def test_the_scorecard_of_a_region(cli: Cli, library: str) -> None:
    status, output, _ = cli("scorecard", "--region", "测试市", "--library", library, "--to", "2016")
    assert status == Status.FOUND
    lines = output.splitlines()
    assert lines[1].split() == [
        *("2015", "地区生产总值增速", "↑约8%", "↑7.7%", "基本达到", "目标是“左右”，相差不到", "5%"),
    ]
    assert lines[-1].startswith("共 5 项：达到 1，基本达到 1，未达到 1，无法判断 2")
    _, output, _ = cli(
        "scorecard", "--region", "测试市", "--library", library, "--sentences", "--from", "2018"
    )
    assert "    次年：地区生产总值增长6.5%。" in output.splitlines()
    assert "文库里没有这些年份的报告" not in output
    _, output, _ = cli("scorecard", "--region", "测试市", "--library", library)
    assert "文库里没有这些年份的报告：2017" in output.splitlines()
    status, output, _ = cli("scorecard", "--region", "测试市", "--library", library, "--indicator", "粮食")
    assert (status, output) == (Status.NOTHING, "")


def test_rows_of_a_region(cli: Cli, library: str) -> None:
    _, output, _ = cli("scorecard", "--region", "测试市", "--library", library, "--format", "jsonl")
    assert [row["verdict"] for row in rows(output)][:3] == ["about", "missed", "unclear"]
    _, output, _ = cli("scorecard", "--region", "测试市", "--library", library, "--format", "md")
    assert output.startswith("| 年份 | 指标 |")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "2010"], "要与 --region 同用"),
        (["a.toml", "--region", "测试市"], "写了 --region 就不再写报告文件"),
        (["--region", "别处", "--library", "{library}"], "文库里没有“别处”的报告"),
        (
            ["--region", "测试市", "--from", "2018", "--to", "2015", "--library", "{library}"],
            "起始年份在截止年份之后",
        ),
        (["--region", "测试市", "--library", "没有.db"], "还没有文库"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    cli: Cli, library: str, arguments: list[str], said: str
) -> None:
    status, output, complaint = cli("scorecard", *(a.format(library=library) for a in arguments))
    assert (status, output) == (Status.BAD_INPUT, "")
    assert said in complaint
    assert complaint.count("\n") == 1


def test_a_report_without_a_year_has_no_scorecard(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('paragraphs = ["增长8%。"]\n[report]\ntitle = "报告"\n', encoding="utf-8")
    status, _, complaint = cli("scorecard", str(path))
    assert status == Status.BAD_INPUT
    assert "不知道这份报告是哪一年的" in complaint


def test_reports_are_compared_by_figures(cli: Cli, library: str) -> None:
    status, output, _ = cli("compare", "测试市2015", "测试市2016", "--library", library)
    assert status == Status.FOUND
    assert [line.split() for line in output.splitlines()[:2]] == [
        ["指标", "性质", "测试市2015", "测试市2016", "相差"],
        ["地区生产总值增速", "目标", "↑约8%", "↑7.5%以上", "-0.5点"],
    ]
    _, by_id, _ = cli("compare", "1", "2", "--library", library)
    assert by_id == output
    _, output, _ = cli("compare", "测试市2015", "测试市2016", "--library", library, "--format", "jsonl")
    assert rows(output)[0]["difference"] == -0.5


def test_reports_are_compared_by_wording(cli: Cli, tmp_path: Path) -> None:
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text(
        content.dump(report(2017, "", "改造老旧小区300个。扩大开放。稳定就业大局。")), encoding="utf-8"
    )
    second.write_text(
        content.dump(report(2018, "", "稳定就业大局。改造老旧小区450个。扩大开放。绿化荒山。")),
        encoding="utf-8",
    )
    status, output, _ = cli("compare", str(first), str(second), "--what", "wording")
    assert status == Status.FOUND
    assert output.splitlines() == [
        "移动  稳定就业大局。",
        "改写  改造老旧小区[-300-]{+450+}个。",
        "新增  绿化荒山。",
        "相同 2，改写 1，删去 0，新增 1；其中移动 1",
    ]
    _, output, _ = cli("compare", str(first), str(second), "--what", "wording", "--format", "jsonl")
    assert [row["change"] for row in rows(output)] == ["same", "changed", "same", "added"]
    _, output, _ = cli("compare", str(first), str(second), "--what", "wording", "--format", "md")
    assert "| 改写 | 改造老旧小区300个。 | 改造老旧小区450个。 |" in output
    status, _, _ = cli("compare", str(first), str(second), "--what", "wording", "--part", "review")
    assert status == Status.NOTHING


@pytest.mark.parametrize(
    ("name", "said"),
    [("没有.toml", "没有这个文件"), ("测试市1999", "没有测试市1999年的报告"), ("99", "没有编号为 99 的报告")],
)
def test_a_report_that_is_not_there_is_named(cli: Cli, library: str, name: str, said: str) -> None:
    status, _, complaint = cli("compare", name, "1", "--library", library)
    assert status == Status.BAD_INPUT
    assert said in complaint


def test_the_readme_names_the_fields(cli: Cli, report: str, library: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme[readme.index("### Fields of `scorecard`") : readme.index("## Comparing")]
    for arguments in ([report], ["--region", "测试市", "--library", library]):
        _, output, _ = cli("scorecard", *arguments, "--format", "jsonl")
        for name in rows(output)[0]:
            assert f"`{name.replace('reported_', 'promised_')}`" in section, name
