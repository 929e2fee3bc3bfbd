"""The bundled report against the file that it was made from."""

from __future__ import annotations

from hzview.content import bundled, dump, parse
from hzview.importing import import_report
from hzview.model import Role
from tests.unit.importing.material import body, lost_and_doubled, said, shared

_SOURCE = ("reports", "messy", "huzhou-2018-download-site.txt")
_ADVERT = "侯卫东官场笔记"
"""Stood at the end of a paragraph in the source; taken out by hand."""


def test_nothing_of_the_source_is_lost_or_doubled() -> None:
    data = shared(*_SOURCE).read_bytes()
    imported = import_report(data, _SOURCE[-1])
    assert not any(lost_and_doubled(data.decode("utf-8"), imported))


def test_bundled_report_is_the_import_without_the_advert() -> None:
    imported = import_report(shared(*_SOURCE).read_bytes(), _SOURCE[-1])
    report = parse(bundled().read_text(encoding="utf-8"), "huzhou-2018.toml")
    assert said(body(report)) == said(body(imported.report).replace(_ADVERT, "", 1))
    assert [(part.section.heading, part.depth) for part in report.parts] == [
        (part.section.heading, part.depth) for part in imported.report.parts
    ]
    assert [block.lead for block in report.blocks] == [block.lead for block in imported.report.blocks]


def test_bundled_report_is_whole() -> None:
    text = bundled().read_text(encoding="utf-8")
    report = parse(text, "huzhou-2018.toml")
    assert dump(report) == text
    assert (report.title, report.region, report.year) == ("2018年湖州市政府工作报告", "湖州市", 2018)
    assert [section.role for section in report.sections] == [Role.REVIEW, Role.TASKS, Role.TASKS]
    assert [len(section.sections) for section in report.sections] == [5, 6, 4]
    assert sum(bool(block.lead) for block in report.blocks) == 34
    assert _ADVERT not in text
    assert "20xx" not in body(report)


def test_punctuation_is_full_width_unless_as_printed() -> None:
    data = shared(*_SOURCE).read_bytes()
    printed = import_report(data, _SOURCE[-1], as_printed=True).report
    restored = import_report(data, _SOURCE[-1]).report
    assert "," not in body(restored)
    assert "," in body(printed)
    assert "PM2.5" in body(restored)
    assert "2476.1亿元" in body(restored)
    assert said(body(printed)) == said(body(restored))
