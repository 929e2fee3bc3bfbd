"""``hzview search``."""

from __future__ import annotations

import pytest

from hzview.cli.search import marked, sentence_around
from hzview.cli.status import Status
from hzview.cli.terminal import Marked
from hzview.model import Paragraph, Report, Span
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


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        (0, 1, "甲。"),
        (2, 3, "乙？”"),
        (3, 4, "乙？”"),
        (5, 6, "丙"),
        (0, 3, "甲。乙？”"),
        (1, 6, "甲。乙？”丙"),
    ],
)
def test_the_sentence_around_a_span(start: int, end: int, sentence: str) -> None:
    report = Report("题", paragraphs=(Paragraph("甲。乙？”丙"),))
    around = sentence_around(report, Span(1, start, end))
    assert report.blocks[1].text[around.start : around.end] == sentence


def test_overlapping_hits_are_marked_once() -> None:
    report = Report("题", paragraphs=(Paragraph("甲乙丙丁"),))
    pieces = list(marked(report, Span(1, 0, 4), [Span(1, 0, 2), Span(1, 1, 3)]))
    assert "".join(pieces) == "甲乙丙丁"
    assert "".join(p for p in pieces if isinstance(p, Marked)) == "甲乙丙"
