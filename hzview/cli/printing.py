"""Rows on their way to the standard output."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hzview.cli import terminal
from hzview.cli.status import Status
from hzview.exporting import Column, Format, export


def print_rows(
    rows: Iterable[Mapping[str, object]], columns: Sequence[Column], form: str, *, bom: bool = False
) -> Status:
    """Print ``rows`` and return the exit status: ``NOTHING`` where there was none.

    The formats that programs read are UTF-8 whatever the locale; a table does not run over the terminal's edge.
    """
    if form in (Format.JSONL, Format.CSV):
        terminal.use_utf8(mark=bom and form == Format.CSV)
    printed = False
    for line in export(rows, columns, Format(form), terminal.columns()):
        terminal.line(line)
        printed = True
    return Status.FOUND if printed else Status.NOTHING
