"""Little reports for the tests of scorecards."""

from __future__ import annotations

from pathlib import Path

from hzview import content
from hzview.library import Library
from hzview.library.adding import prepare
from hzview.library.store import Prepared
from hzview.model import Paragraph, Report, Role, Section


def report(year: int, review: str, tasks: str, *, region: str = "测试市", date: str = "") -> Report:
    """Return a report of ``year`` with a paragraph on the year before and one on the year to come."""
    parts = ((f"{year - 1}年工作回顾", Role.REVIEW, review), (f"{year}年重点任务", Role.TASKS, tasks))
    return Report(
        f"{year}年{region}政府工作报告",
        region=region,
        level="prefecture",
        year=year,
        date=date,
        sections=tuple(
            Section(title, role=role, paragraphs=(Paragraph(text),)) for title, role, text in parts if text
        ),
    )


def put(file: Path, *reports: Report) -> Path:
    """Put ``reports`` into the library at ``file``, in this order."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with Library(file, create=True) as library:
        for number, one in enumerate(reports):
            path = file.parent / f"{number}-{one.year}.toml"
            path.write_text(content.dump(one), encoding="utf-8")
            prepared = prepare(str(path))
            assert isinstance(prepared, Prepared)
            assert library.add(prepared)
    return file
