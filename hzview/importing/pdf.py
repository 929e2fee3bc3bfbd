"""PDF with a text layer: page numbers and running heads away, pieces of text put together to lines.

The text is read by pypdf (BSD-licensed, pure Python) in a process of its own, which a time and a memory limit bound.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hzview.errors import HzviewError
from hzview.importing import footnotes, pdf_notes
from hzview.importing.pages import LONGEST_HEAD, form
from hzview.importing.pdf_notes import Row
from hzview.importing.runs import Runs
from hzview.importing.sentences import ended
from hzview.importing.source import Extracted, Line, Removal
from hzview.limits import Limits

_READER = Path(__file__).with_name("pdf_text.py")
_SAME_LINE = 3.0
"""Points by which pieces of one line may differ in height."""
_RAISED = 7.0
"""Points by which a mark for a note may stand above its line."""
_ABOVE = 1.5
"""Points by which it stands above its line at the least."""
_MARK_SIZE = 0.6
"""Share of the size of a line's characters that a raised mark has at the most."""
_LINE = 1.5
"""Lines' distance by the size of their characters."""
_INDENTED = 12.0
"""Points by which the first line of a paragraph stands in; two characters are 24 and more."""
_EDGE = 2
"""Lines at the top and at the bottom of a page among which running heads are looked for."""
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]|\\(cid:\\d+\\)")
_LEAST_TEXT = 15
"""Characters a page has at least on average; a scanned page has none, or a stamp's."""


def extract(data: bytes, name: str, limits: Limits) -> Extracted:
    """Return the lines of a PDF.

    Raises:
        HzviewError: It is damaged, encrypted, beyond the limits, or has no text layer.

    """
    rows = [_rows(pieces, number) for number, pieces in enumerate(_read(data, name, limits), start=1)]
    pages, notes = pdf_notes.part(rows)
    text = "".join(row.line.text for page in rows for row in page)
    if len(text) < _LEAST_TEXT * len(pages):
        raise HzviewError(f"{name}：PDF 是扫描件，没有文字层；请先用 OCR 软件识别文字")
    if len(_UNREADABLE.findall(text)) * 10 > len(text):
        raise HzviewError(f"{name}：PDF 的字体没有编码表，取不出文字；请先用 OCR 软件识别文字")
    heads = _running_heads(pages)
    lines: list[Line] = []
    removed: list[Removal] = []
    for page in pages:
        for index, line in enumerate(page):
            edge = index < _EDGE or index >= len(page) - _EDGE
            if edge and form(line.text) in heads:
                removed.append(Removal(line.number, line.text, "页眉、页脚、页码"))
            else:
                lines.append(line)
    if notes:
        head, added = footnotes.heading(notes[0].number)
        lines += [head, *notes]
        removed.append(added)
    return Extracted(lines, removed=removed, unit="页")


def _read(data: bytes, name: str, limits: Limits) -> Sequence[Sequence[Sequence[Any]]]:
    """Have the text layer read by a process of its own."""
    # -P: what lies in the folder that hzview was started in is never imported.
    command = [sys.executable, "-P", str(_READER), str(limits.pages), str(limits.pdf_mb)]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=limits.pdf_seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        said = f"{name}：PDF 读了 {limits.pdf_seconds} 秒还没读完，已停止"
        raise limits.exceeded(said, "pdf_seconds", 2 * limits.pdf_seconds) from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise HzviewError(f"{name}：PDF 已损坏，读取程序异常退出（{done.returncode}）") from error
    if "limit" in answer:
        needed, said = int(answer["needed"]), f"{name}：{answer['error']}"
        raise limits.exceeded(said, answer["limit"], needed)
    if "error" in answer:
        raise HzviewError(f"{name}：{' '.join(str(answer['error']).split())[:200]}")
    pages: Sequence[Sequence[Sequence[Any]]] = answer["pages"]
    return pages


def _rows(pieces: Sequence[Sequence[Any]], number: int) -> list[Row]:
    """Put the pieces of one page together to lines; a line that stands in opens a paragraph."""
    rows: list[tuple[float, Runs, Counter[float]]] = []
    height = before = 0.0
    for x, y, bold, text, size in pieces:
        if rows and text.strip().isdecimal() and _is_mark(rows[-1][2], size, height - y):
            rows[-1][1].add(footnotes.mark(text, rows[-1][1].tail), bold)
            continue
        reach = _RAISED if x > before else _SAME_LINE
        if not rows or abs(height - y) > reach:
            rows.append((x, Runs(), Counter()))
            height = y
        before = x
        text = " ".join(text.split("\n"))
        is_raised = y - height > _ABOVE
        rows[-1][1].add(footnotes.mark(text, rows[-1][1].tail) if is_raised else text, bold)
        rows[-1][2][size] += len(text)
    starts = Counter(round(x) for x, _, _ in rows)
    left = min((x for x, count in starts.items() if count > 2), default=min(starts, default=0))
    found: list[Row] = []
    for x, runs, sizes in rows:
        indent = x - left > _INDENTED
        size = sizes.most_common(1)[0][0]
        found += [Row(replace(line, opens=indent, indent=indent), size) for line in runs.lines(number)]
    return found


def _is_mark(sizes: Counter[float], size: float, below: float) -> bool:
    """Whether a number is so small, and so near to the line before it, that it is its mark, broken off to the next line."""
    main = sizes.most_common(1)[0][0]
    return size <= main * _MARK_SIZE and -_RAISED <= below <= main * _LINE


def _running_heads(pages: list[list[Line]]) -> set[str]:
    """Lines that stand at the top or the bottom of three pages at least, and of a third of all, and end no sentence."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({form(line.text) for line in [*page[:_EDGE], *page[-_EDGE:]]})
    return {
        head
        for head, count in seen.items()
        if count >= 3 and count * 3 >= len(pages) and len(head) <= LONGEST_HEAD and not ended(head)
    }
