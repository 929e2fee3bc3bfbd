"""What the table of figures lists, and in what order: filter, sort, group. No screen code.

A filter is typed as blank-separated words, all of which must hold: a part of a name or its pinyin, a part of a unit (亿元, %),
a kind or measure (目标, 增速), a value (>1000, 8%..10%), or one of 存疑 and 标记. What can be read in two ways may hold in
either. Values without a unit are compared with the number as it is printed, those with one in the base unit of its kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from hzview.figures.figure import Figure, Measure
from hzview.figures.table import IndicatorRow, indicator_table
from hzview.folding import fold
from hzview.model import Report, Span

if TYPE_CHECKING:
    from hzview.search.fields import Limit, Range

# What reads a filter and compares amounts is imported where it is used: the first page is shown without it.

Test = Callable[[Figure], bool]
"""Tells whether a figure is wanted."""

_TYPED = str.maketrans({"《": "<", "》": ">", "。": "."})
"""What a Chinese input method types for the signs of a value."""


class Order(Enum):
    """In what order indicators are listed; the value is what it is called."""

    PLACE = "原文次序"
    NAME = "名称"
    SIZE = "大小"
    GROWTH = "增速"


@dataclass(frozen=True, slots=True)
class View:
    """What is listed, and how."""

    query: str = ""
    """The filter as it was typed; empty for none."""
    order: Order = Order.PLACE
    """The order."""
    by_section: bool = False
    """Whether each section's indicators stand under its heading."""

    def next_order(self) -> View:
        """Return this view in the next order."""
        orders = list(Order)
        return replace(self, order=orders[(orders.index(self.order) + 1) % len(orders)])


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the table: an indicator, or the heading of a section above its indicators."""

    figure: Figure
    """The figure that stands for it: the first one that is wanted; for a heading the first one below it."""
    row: IndicatorRow | None
    """The indicator with all its figures; None for a heading."""
    heading: str = ""
    """The heading; empty for an indicator."""


def listing(
    report: Report, figures: Sequence[Figure], view: View, marked: Collection[Span] = ()
) -> tuple[Listed, ...]:
    """Return what ``view`` lists of the ``figures`` of ``report``, which come in the order of the text.

    ``marked`` are the places of the figures that the person marked.
    """
    wanted = _Wanted(view.query, marked)
    if not view.by_section:
        return tuple(_sorted(_chosen(indicator_table(figures), wanted), view.order))
    listed: list[Listed] = []
    for part, members in _by_part(figures):
        rows = _sorted(_chosen(indicator_table(members), wanted), view.order)
        if rows:
            heading = report.parts[part].section.heading or report.title or "开头"
            listed += [Listed(rows[0].figure, None, heading), *rows]
    return tuple(listed)


def _by_part(figures: Sequence[Figure]) -> Iterable[tuple[int, list[Figure]]]:
    """The figures of each part of the report that has any."""
    parts: dict[int, list[Figure]] = {}
    for figure in figures:
        parts.setdefault(figure.part, []).append(figure)
    return parts.items()


def _chosen(rows: Iterable[IndicatorRow], wanted: _Wanted) -> list[Listed]:
    found = ((row, wanted.figure(row)) for row in rows)
    return [Listed(figure, row) for row, figure in found if figure is not None]


class _Wanted:
    """A filter that was read."""

    def __init__(self, query: str, marked: Collection[Span]) -> None:
        from hzview.pinyin import Pinyin

        words = [folded for word in query.split() if (folded := _folded(word))]
        self._words = [(word, Pinyin(word), _tests(word, marked)) for word in words]

    def figure(self, row: IndicatorRow) -> Figure | None:
        """The first figure of ``row`` that is wanted; None where no figure of it is."""
        name = _folded(row.indicator)
        tests = [tests for word, pinyin, tests in self._words if not (word in name or pinyin.spans(name))]
        for figure in row.figures:
            if all(any(test(figure) for test in one) for one in tests):
                return figure
        return None


def _tests(word: str, marked: Collection[Span]) -> list[Test]:
    """What a word of a filter may ask of a figure: any of these."""
    from hzview.search.fields import KINDS, Field, Range, Unreadable, read

    tests: list[Test] = [lambda figure: word in _folded(figure.unit)]
    if "存疑".startswith(word):
        tests.append(lambda figure: bool(figure.doubts))
    if "标记".startswith(word):
        tests.append(lambda figure: figure.span in marked)
    kind = KINDS.get(word)
    if kind is not None:
        tests.append(lambda figure: kind in (figure.kind.value, figure.measure.value))
    try:
        values = read(Field.VALUE, word.translate(_TYPED))
    except Unreadable:
        return tests
    assert isinstance(values, Range)
    return [*tests, lambda figure: within(figure, values)]


def within(figure: Figure, values: Range) -> bool:
    """Tell whether what ``figure`` says, or a part of it if that is a range, lies in ``values``."""
    ends = (figure.value, figure.value if figure.value_to is None else figure.value_to)
    return (values.low is None or _reaches(max(ends), figure.unit, values.low, 1)) and (
        values.high is None or _reaches(min(ends), figure.unit, values.high, -1)
    )


def _reaches(value: Decimal, unit: str, limit: Limit, direction: int) -> bool:
    """Whether a value lies at ``limit`` or beyond it; a limit without a unit is compared with the bare number."""
    bar = limit.value
    if limit.unit:
        from hzview.figures.units import base

        value, of = base(value, unit)
        bar, wanted = base(bar, limit.unit)
        if of != wanted:
            return False
    beyond = (value - bar) * direction
    return beyond > 0 if limit.is_open else beyond >= 0


def _sorted(listed: list[Listed], order: Order) -> list[Listed]:
    match order:
        case Order.PLACE:
            return listed
        case Order.NAME:
            return sorted(listed, key=lambda one: _alphabetic(one.row.indicator if one.row else ""))
        case Order.SIZE:
            from hzview.figures.units import base

            sizes = [base(level.value, level.unit) for level in map(_level, listed)]
            often = Counter(unit for _, unit in sizes)
            keyed = zip(listed, sizes, strict=True)
            return [
                one
                for one, _ in sorted(keyed, key=lambda pair: (-often[pair[1][1]], pair[1][1], -pair[1][0]))
            ]
        case Order.GROWTH:
            return sorted(listed, key=_falling)


def _alphabetic(name: str) -> bytes:
    """A key that sorts common characters by their pinyin: that is the order of the first level of GB 2312.

    What is only written around a name — “双高”企业 — does not say where to look for it.
    """
    return _folded(name).lstrip("“”‘’\"'《》〈〉「」『』（(").encode("gb18030", "replace")


def _level(listed: Listed) -> Figure:
    """The figure that tells how large an indicator is: its first level, else what stands for it."""
    levels = listed.row.cells(Measure.LEVEL) if listed.row else ()
    return levels[0] if levels else listed.figure


def growth(row: IndicatorRow) -> Figure | None:
    """Return the figure that tells by how much of itself an indicator grew, in percent; None where none does."""
    return next((figure for figure in row.cells(Measure.GROWTH) if figure.unit == "%"), None)


def _falling(listed: Listed) -> tuple[bool, Decimal]:
    """Largest growth first; what did not grow in percent comes last."""
    grown = growth(listed.row) if listed.row else None
    return grown is None, -grown.value if grown else Decimal()


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    return fold(text).text
