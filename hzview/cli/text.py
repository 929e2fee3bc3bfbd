"""``hzview text``: a report as text, in the lines that the reader would show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hzview.cli import terminal
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.exporting import Column, Format
from hzview.model import BlockType, Report
from hzview.opening import open_report

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb

_COLUMNS = (Column("type", "类型"), Column("text", "文字"))


def run(
    report: str | None = None,
    width: int | None = None,
    autospace: bool | None = None,
    form: str = Format.TEXT,
    bom: bool = False,
) -> Status:
    """Print ``report``, typeset in ``width`` cells (0: one line a paragraph; None: as the terminal has it).

    ``autospace`` says whether a space parts Chinese from Latin letters and digits; None: as the settings have it.
    """
    return print_report(open_report(report).report, width, form, autospace=autospace, bom=bom)


def print_report(
    report: Report,
    width: int | None = None,
    form: str = Format.TEXT,
    *,
    autospace: bool | None = None,
    bom: bool = False,
) -> Status:
    """Print ``report`` as ``hzview text`` does and return the exit status."""
    match form:
        case Format.TEXT:
            lines = typeset_lines(report, width, autospace=autospace)
        case Format.MD:
            lines = markdown_lines(report)
        case _:
            return print_rows(rows(report), _COLUMNS, form, bom=bom)
    for line in lines:
        terminal.line(line)
    return Status.FOUND


def typeset_lines(report: Report, width: int | None, *, autospace: bool | None = None) -> Iterator[str]:
    """Yield the lines of ``report`` set in ``width`` cells; 0 leaves each block on one line.

    ``autospace`` is as in ``run``; a block on one line stands as it is in the report unless it is asked for.
    """
    if width == 0 and not autospace:
        yield from (block.text for block in report.blocks)
        return
    from hzview.figures import detect_spans
    from hzview.settings import load_settings
    from hzview.typeset import Measured, Typesetter

    settings = load_settings()
    ambiguous = settings.ambiguous_width or 1
    if width == 0:
        for block in report.blocks:
            yield Measured(block.text, (), ambiguous, autospace=True).drawn(0, len(block.text))
        return
    cells = width or min(terminal.columns() or settings.measure, settings.measure)
    setter = Typesetter(
        report,
        cells,
        keep=lambda i: detect_spans(report.blocks[i].text),
        measure=cells,
        ambiguous=ambiguous,
        autospace=settings.autospace if autospace is None else autospace,
    )
    for row in setter.rows():
        yield (" " * row.indent + setter.text_of(row)).rstrip()


def markdown_lines(report: Report) -> Iterator[str]:
    """Yield ``report`` as Markdown: its headings as headings, an empty line between blocks."""
    for number, block in enumerate(report.blocks):
        if number:
            yield ""
        if block.type is BlockType.PARAGRAPH:
            yield block.text
        else:
            yield f"{'#' * min(report.parts[block.part].depth + 1, 6)} {block.text}"


def rows(report: Report) -> Iterator[dict[str, object]]:
    """Yield one row for each block: its index, what it is, its text, and the headings above it."""
    for number, block in enumerate(report.blocks):
        yield {
            "paragraph": number,
            "type": block.type.value,
            "text": block.text,
            "section": " › ".join(report.path(number)),
        }


def declare() -> Verb:
    """Declare the verb."""
    import click

    from hzview.cli.chinese import Count, Verb
    from hzview.cli.options import format_options, report_argument

    return Verb(
        "text",
        run,
        [
            report_argument(),
            click.Option(
                ["--width"],
                type=Count(0, 1000),
                metavar="格数",
                help="每行多少格（汉字占两格），默认终端宽度、\n至多为设置的 measure（76）；0 为每段一行，不折行",
            ),
            click.Option(
                ["--autospace/--no-autospace"],
                default=None,
                help="汉字与西文字母、数字之间空一格，或不空；\n默认照设置 autospace，--width 0 时默认不空",
            ),
            *format_options(),
        ],
        summary="按阅读器的排版输出全文",
        help="输出报告全文，按中文排版规则折行，与阅读器中所见相同。",
        examples="hzview text --width 60 | less\nhzview text 报告.html --format md > 报告.md",
    )
