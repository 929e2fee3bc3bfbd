"""Find the written quantities of a text: a numeral with its unit, a share, a place in an order.

The rule is that a number is a figure when a unit follows it. That alone rejects dates, PM2.5, "811", 中国制造2025 and
1+N. What has a unit and yet is no figure — names in quotes and titles, ordinals of events, idioms (千家万户), durations,
the rhetoric of small Chinese counts (四个方面) — is dropped by named tests here and in ``arabic``, ``chinese`` and
``places``.

Everything reads folded text; offsets are folded offsets. Time grows linearly with the text: every repetition in a
pattern is bounded or possessive.
"""

from __future__ import annotations

import re
from operator import itemgetter

from hzview.figures.arabic import arabic
from hzview.figures.chinese import chinese
from hzview.figures.quantity import Form, Quantity
from hzview.figures.units import Family
from hzview.folding import fold


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a folded text, in order; none overlaps another."""
    if "o" in text or "l" in text:
        text = _MISREAD.sub(_mend, text)
    found = [*arabic(text), *chinese(text)]
    if not found:
        return found
    found.sort(key=itemgetter(0))
    hidden = iter(_hidden(text))
    span = next(hidden, None)
    kept: list[Quantity] = []
    end = 0
    for quantity in found:
        if quantity.start < end:
            continue
        while span is not None and span[1] <= quantity.start:
            span = next(hidden, None)
        if span is None or not _is_hidden(quantity, span):
            kept.append(quantity)
            end = quantity.end
    return kept


_MISREAD = re.compile(r"[ol](?:(?<=\d[ol])(?=[\d.,%万亿千百多余个元户名件年人家项])|(?<=\.[ol])(?=\d))")
"""The letters O and l for the digits 0 and 1, as scanned reports have them: 2O.48亿美元, 5l.27%."""


def _mend(match: re.Match[str]) -> str:
    """The digit that a misread letter stands for."""
    return "0" if match.group() == "o" else "1"


def detect_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end, in ``text`` itself, of every figure written in one block's text."""
    folded = fold(text)
    return tuple(folded.original(q.start, q.end) for q in quantities(folded.text))


_QUOTATION = re.compile('"[^"。!?]*+"')
_TITLE = re.compile("《[^《》]*+》")


def _hidden(text: str) -> list[tuple[int, int, bool]]:
    """Spans of quotations (closed within one sentence) and of titles in 《》: start, end, whether a title."""
    spans: list[tuple[int, int, bool]] = []
    if '"' in text:
        spans.extend((match.start(), match.end() - 1, False) for match in _QUOTATION.finditer(text))
    if "《" in text:
        spans.extend((match.start(), match.end() - 1, True) for match in _TITLE.finditer(text))
    return _outermost(spans)


def _outermost(spans: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Drop the spans that stand inside another: what is left is in order and apart."""
    spans.sort()
    kept: list[tuple[int, int, bool]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _is_hidden(quantity: Quantity, span: tuple[int, int, bool]) -> bool:
    """Whether a quantity is part of a title, or a mere count inside a quoted name: “20条”, “五个一批”.

    Shares and amounts of money in a quotation are figures (“70%的人员、70%的精力”).
    """
    start, end, title = span
    if not (start < quantity.start and quantity.end <= end):
        return False
    if title:
        return True
    if quantity.form is Form.RANK or quantity.form is Form.TOP:
        return end - start < 8
    return (quantity.family is Family.COUNT and end - start < 30) or quantity.unit == ""
