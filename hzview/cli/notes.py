"""``hzview notes``: what a report explains behind its text (名词解释, 注释), and where the text says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hzview.cli import terminal
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.exporting import Column, Format
from hzview.model import Report
from hzview.notes import Note, notes_of
from hzview.opening import open_report

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb

_COLUMNS = (
    Column("number", "序号"),
    Column("term", "词条"),
    Column("section", "出处"),
    Column("explanation", "解释"),
)


def run(report: str | None = None, form: str = Format.TEXT, bom: bool = False) -> Status:
    """Print the notes of ``report``."""
    opened = open_report(report).report
    if form != Format.TEXT:
        return print_rows(rows(opened), _COLUMNS, form, bom=bom)
    status = Status.NOTHING
    for note in notes_of(opened):
        terminal.line(terminal.Marked(note.term or note.number), *_where(opened, note))
        terminal.line("    ", note.explained(opened))
        status = Status.FOUND
    if status is Status.NOTHING:
        terminal.remark("这份报告没有名词解释")
    return status


def _where(report: Report, note: Note) -> Iterator[str]:
    """Yield what to say of the place of a note, in pieces of a line."""
    if not note.places:
        yield "（正文中未找到）"
        return
    path = report.path(note.places[0].paragraph)
    yield f"  {' › '.join(path) or report.title}"
    if len(note.places) > 1:
        yield f"（共 {len(note.places)} 处）"


def rows(report: Report) -> Iterator[dict[str, object]]:
    """Yield one row for each place of each note; a note that the body does not name has one row without a place.

    ``note`` counts the notes from 0; ``paragraph``, ``start`` and ``end`` say where the body names or marks it, and
    ``entry`` is the block where its explanation begins.
    """
    for index, note in enumerate(notes_of(report)):
        for place in note.places or (None,):
            yield {
                "note": index,
                "number": note.number,
                "term": note.term,
                "explanation": note.explained(report),
                "entry": note.entry.paragraph,
                "paragraph": place.paragraph if place else None,
                "start": place.start if place else None,
                "end": place.end if place else None,
                "section": " › ".join(report.path(place.paragraph)) if place else "",
            }


def declare() -> Verb:
    """Declare the verb."""
    from hzview.cli.chinese import Verb
    from hzview.cli.options import format_options, report_argument

    return Verb(
        "notes",
        run,
        [report_argument(), *format_options()],
        summary="列出名词解释，注明在正文何处",
        help="列出报告文末的名词解释、注释，以及正文里用到它们的地方。",
        examples="hzview notes 报告.docx\nhzview notes 报告.docx --format csv --bom > 名词解释.csv",
    )
