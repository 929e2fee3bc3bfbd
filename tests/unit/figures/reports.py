"""Small reports to read figures from."""

from __future__ import annotations

from hzview.model import Paragraph, Report, Role, Section


def report(text: str, role: str = "review", year: int | None = 2018, heading: str = "正文") -> Report:
    """Return a report of one part that holds ``text``."""
    part = Section(heading, role=Role(role), paragraphs=(Paragraph(text),))
    return Report("政府工作报告", year=year, sections=(part,))
