"""What the lines around the panes say, and how figures are written in them. No screen code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from hzview.figures.doubts import DOUBTS
from hzview.figures.figure import Figure, Kind
from hzview.figures.wording import BEHIND_NAMES, KINDS, in_other_units, in_table
from hzview.model import Position, Report
from hzview.typeset import cell_width

if TYPE_CHECKING:
    from hzview.search.rescue import Offer

Part = tuple[str, str]
"""Some text of a line and the look that it wears."""

_NO_NAME = "（未识别指标名）"


def indicator(figure: Figure) -> str:
    """Return what ``figure`` measures, in one name; empty where that is not known."""
    return "、".join(name for name in figure.indicators if name)


def selected_figure(figure: Figure) -> list[Part]:
    """Return what is known of ``figure``: indicator, value, measure, kind, period, other units, doubt."""
    look = "actual" if figure.kind is Kind.ACTUAL else "target-text"
    period = f"{figure.period}年" if figure.period else ""
    doubt = f"存疑：{DOUBTS[figure.doubts[0]]}" if figure.doubts else ""
    also = in_other_units(figure)
    rest = (BEHIND_NAMES[figure.measure], KINDS[figure.kind], period, f"合{also}" if also else "", doubt)
    return [
        (indicator(figure) or _NO_NAME, "strong"),
        ("  ", "plain"),
        (in_table(figure), look),
        *((f"  {part}", "quiet") for part in rest if part),
    ]


def totals(kinds: Mapping[Kind, int]) -> list[Part]:
    """Return how many figures of each kind there are."""
    looks = {Kind.ACTUAL: "actual", Kind.TARGET: "target-text"}
    counted = [(kind, str(count)) for kind, count in kinds.items() if count]
    parts = (
        [(f"{KINDS[kind]} ", "quiet"), (count, looks[kind]), ("   ", "plain")] for kind, count in counted
    )
    return [part for three in parts for part in three]


def path(report: Report, name: str, place: Position, room: int) -> list[Part]:
    """Return the report's title and the headings above ``place``; the outer ones go where ``room`` cells are too few.

    A report without a title goes by the ``name`` of its file.
    """
    parts = [
        (report.title or name, "strong"),
        *((heading, "quiet") for heading in report.path(place.paragraph)),
    ]
    while len(parts) > 1 and sum(cell_width(text) + 2 for text, _ in parts) > room:
        parts.pop(0)
    return [part for text, look in parts for part in ((text, look), ("  ", "quiet"))]


def selection(text: str) -> list[Part]:
    """Return how much text is selected."""
    return [(f"选中 {len(text.replace(chr(10), ''))} 字", "strong"), ("  y 复制  Y 引用", "quiet")]


def hits(query: str, count: str, note: str) -> list[Part]:
    """Return what is being looked for, which hit is shown of how many, and what the search had to say."""
    said = [(f"{part}  ", "quiet") for part in (note, query and f"/{query}") if part]
    return [*said, (count, "strong")]


def offers(offered: Sequence[Offer], key: str) -> list[Part]:
    """Return what could be looked for instead, with how much that finds and the ``key`` that takes the first of them."""
    if not offered:
        return []
    said = [
        part
        for offer in offered
        for part in ((offer.said, "ink"), (f"  {len(offer.result.hits)} 处   ", "quiet"))
    ]
    return [(f"{key} 换  " if len(offered) == 1 else f"{key} 换第一个  ", "strong"), *said]
