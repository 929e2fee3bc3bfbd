"""``hzview search``."""

from __future__ import annotations

import pytest

from hzview.cli.search import marked
from hzview.cli.status import Status
from hzview.cli.terminal import Marked
from hzview.model import Span
from tests.unit.cli.sample import Cli, rows


def test_hits_stand_in_their_sentence_under_their_section(cli: Cli, report: str) -> None:
    status, output, complaints = cli("search", "地区生产总值", report)
    assert (status, complaints) == (Status.FOUND, "")
    assert output.splitlines() == [
        "一、2017年工作回顾 › （一）经济运行稳中向好",
        "    地区生产总值达到2476.1亿元，增长8.5%，居全省第二位。",
        "二、2018年重点任务",
        "    地区生产总值增长8%以上。",
    ]


def test_several_hits_in_a_sentence_show_it_once(cli: Cli, report: str) -> None:
    _, output, _ = cli("search", "增 长", report)
    assert output.count("居全省第二位") == 1


def test_one_row_a_hit_with_its_place(cli: Cli, report: str) -> None:
    _, output, _ = cli("search", "８.５％", report, "--format", "jsonl")
    assert rows(output) == [
        {
            "paragraph": 4,
            "start": 26,
            "end": 30,
            "text": "8.5%",
            "section": "一、2017年工作回顾 › （一）经济运行稳中向好",
            "sentence": "地区生产总值达到2476.1亿元，增长8.5%，居全省第二位。",
        }
    ]


def test_a_hit_in_a_heading_is_found(cli: Cli, report: str) -> None:
    _, output, _ = cli("search", "重点任务", report)
    assert output.splitlines() == ["二、2018年重点任务", "    二、2018年重点任务"]


@pytest.mark.parametrize("form", ["text", "jsonl", "csv", "md"])
def test_nothing_found_is_status_one_and_no_output(cli: Cli, report: str, form: str) -> None:
    assert cli("search", "没有这个词", report, "--format", form) == (Status.NOTHING, "", "")


def test_a_query_with_escapes_reaches_no_terminal(cli: Cli, report: str) -> None:
    status, output, complaints = cli("search", "\x1b[2J", report)
    assert (status, output) == (Status.NOTHING, "")
    assert "\x1b" not in complaints


def test_context_count_and_limit(cli: Cli, report: str) -> None:
    _, output, _ = cli("search", "居全省", report, "-C", "1")
    assert len(output.splitlines()[1]) > len(cli("search", "居全省", report)[1].splitlines()[1])
    total = len(rows(cli("search", "增长", report, "--format", "jsonl")[1]))
    assert cli("search", "增长", report, "--count") == (Status.FOUND, f"{total}\n", "")
    assert cli("search", "没有这个词", report, "-c") == (Status.NOTHING, "0\n", "")
    assert len(rows(cli("search", "增长", report, "--format", "jsonl", "--limit", "1")[1])) == 1 < total


def test_a_condition_that_cannot_be_read_is_told(cli: Cli, report: str) -> None:
    assert "年：" in cli("search", "年:十八 增长", report)[2]


@pytest.mark.parametrize("option", ["--region", "--level", "--year"])
def test_what_chooses_reports_needs_a_library(cli: Cli, report: str, option: str) -> None:
    value = {"--level": "county", "--year": "2018"}.get(option, "湖州")
    status, _, complaints = cli("search", "增长", report, option, value)
    assert (status, "--library" in complaints) == (Status.BAD_INPUT, True)


def test_overlapping_hits_are_marked_once() -> None:
    pieces = list(marked("甲乙丙丁", 0, 4, [Span(1, 0, 2), Span(1, 1, 3)]))
    assert "".join(pieces) == "甲乙丙丁"
    assert "".join(p for p in pieces if isinstance(p, Marked)) == "甲乙丙"


def test_what_to_look_for_instead_is_said_and_can_be_taken(cli: Cli, report: str) -> None:
    status, output, complaints = cli("search", "GDP", report)
    assert (status, output) == (Status.NOTHING, "")
    assert complaints == "没有找到“GDP”。也搜：地区生产总值（2 处）；也搜：生产总值（2 处）\n"
    status, output, complaints = cli("search", "GDP", report, "--loose")
    assert status == Status.FOUND
    assert output.count("地区生产总值") == 2
    assert complaints == "没有找到“GDP”。也搜：地区生产总值\n"


def test_words_of_the_query_are_offered_to_people_only(cli: Cli, report: str) -> None:
    assert "同一段里有：全省、生产总值|地区生产总值（" in cli("search", "全省的生产总值", report)[2]
    assert cli("search", "全省的生产总值", report, "--format", "jsonl") == (Status.NOTHING, "", "")
    assert cli("search", "全省的生产总值", report, "--count") == (Status.NOTHING, "0\n", "")
    status, output, _ = cli("search", "全省的生产总值", report, "--loose", "--format", "jsonl")
    assert status == Status.FOUND
    assert {row["text"] for row in rows(output)} == {"全省", "地区生产总值"}


def test_hits_are_marked_where_that_is_wanted(cli: Cli, report: str) -> None:
    assert "\x1b" not in cli("search", "重点任务", report)[1]
    assert "2018年\x1b[7m重点任务\x1b[27m" in cli("search", "重点任务", report, "--color", "always")[1]
    assert "\x1b" not in cli("search", "重点任务", report)[1]
    assert "\x1b" not in cli("search", "重点任务", report, "--color", "never")[1]


def test_pinyin_and_fields_from_the_command_line(cli: Cli, report: str) -> None:
    status, output, complaints = cli("search", "sczz", report, "--count")
    assert (status, output, complaints) == (Status.FOUND, "2\n", "按拼音找到\n")
    assert cli("search", "数:>1000亿元", report, "--count")[1] == "1\n"
    assert cli("search", "增长 类:目标", report, "--count")[1] == "2\n"
    assert "年：" in cli("search", "增长 年:去年", report)[2]


def test_taking_what_is_offered_is_for_one_report(cli: Cli) -> None:
    status, output, complaints = cli("search", "GDP", "--library", "--loose")
    assert (status, output) == (Status.BAD_INPUT, "")
    assert "--loose" in complaints
