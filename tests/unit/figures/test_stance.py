"""The years that a report speaks of, by the day of its delivery."""

from __future__ import annotations

from hzview.figures import Kind, extract
from hzview.model import Paragraph, Report, Role, Section


def _read(date: str, role: Role, text: str) -> list[tuple[str, Kind, int | None]]:
    sections = (Section("工作", "一、", role, (Paragraph(text),)),)
    report = Report("报告", year=2022, date=date, sections=sections)
    return [(figure.text, figure.kind, figure.period) for figure in extract(report)]


def test_a_report_of_january_reviews_the_year_before() -> None:
    assert _read("2022-01-20", Role.REVIEW, "生产总值增长8%。") == [("8%", Kind.ACTUAL, 2021)]
    assert _read("2022-01-20", Role.TASKS, "生产总值增长7%。") == [("7%", Kind.TARGET, 2022)]


def test_a_report_of_december_reviews_its_own_year_and_plans_the_next() -> None:
    assert _read("2022-12-26", Role.REVIEW, "生产总值增长8%。") == [("8%", Kind.ACTUAL, 2022)]
    assert _read("2022-12-26", Role.TASKS, "生产总值增长7%。") == [("7%", Kind.TARGET, 2023)]
    assert _read("2022-12-26", Role.TASKS, "今年预计增长6%，明年增长7%。") == [
        ("6%", Kind.ACTUAL, 2022),
        ("7%", Kind.TARGET, 2023),
    ]
    assert _read("2022-12-26", Role.TASKS, "2022年末人口300万人。") == [("300万人", Kind.ACTUAL, 2022)]
