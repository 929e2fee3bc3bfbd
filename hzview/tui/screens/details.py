"""All that is known of one figure: how it was read, and why that may be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip

from hzview.figures.doubts import DOUBTS
from hzview.figures.explain import explain_figure
from hzview.figures.figure import Bound, Figure
from hzview.figures.units import base
from hzview.figures.wording import KINDS, MEASURES, in_other_units, in_table
from hzview.model import Report
from hzview.tui.actions import Scope, bindings
from hzview.tui.screens.closing import OverScreen
from hzview.tui.widgets.lines import TwoSided
from hzview.tui.widgets.painting import strip_of
from hzview.tui.widgets.pane import Pane
from hzview.typeset import wrap

if TYPE_CHECKING:
    from hzview.tui.screens.reader import ReaderScreen

_LABEL_CELLS = 11
_BOUNDS = {
    Bound.EXACT: "", Bound.AT_LEAST: "不低于", Bound.AT_MOST: "不高于", Bound.ABOVE: "高于", Bound.BELOW: "低于",
    Bound.ABOUT: "约",
}  # fmt: skip

Detail = tuple[str, str]
"""What is told, and what is told of it; a label that is empty goes on with the one above."""


def details(report: Report, figure: Figure) -> Iterator[Detail]:
    """Yield all that is known of ``figure``."""
    explained = explain_figure(report, figure)
    block = report.blocks[figure.sentence.paragraph]
    yield "指标", "、".join(name for name in figure.indicators if name) or "未能识别"
    yield "原文", figure.text
    yield "读作", f"{MEASURES[figure.measure]}  {_amount(figure)}"
    amount, unit = base(figure.value, figure.unit)
    if unit != figure.unit:
        yield "基本单位", f"{amount.normalize():,f}{unit}"
    if also := in_other_units(figure):
        yield "折合", also
    yield (
        "性质",
        KINDS[figure.kind] + (f"（凭“{explained.cue}”判定）" if explained.cue else "（由所在章节判定）"),
    )
    yield "年份", f"{figure.period}年" if figure.period else "文中未明"
    if figure.threshold:
        yield "门槛", "只修饰别的名词，不是单独的指标"
    for number, doubt in enumerate(figure.doubts):
        yield "" if number else "存疑", DOUBTS[doubt]
    yield "章节", " › ".join(report.path(figure.span.paragraph)) or report.title
    yield "整句", block.text[figure.sentence.start : figure.sentence.end]
    yield "分句", explained.clause
    yield "规则", explained.about
    for number, (word, meaning) in enumerate(explained.taken):
        yield "" if number else "略过的词", f"{word}（{meaning}）"


def _amount(figure: Figure) -> str:
    """The amount in plain digits: 不低于 -1.3 %."""
    value = f"{figure.value:f}" + (f"—{figure.value_to:f}" if figure.value_to is not None else "")
    return f"{_BOUNDS[figure.bound]} {value} {figure.unit}".strip()


class DetailsPane(Pane):
    """Labels, and beside each what is told, as many rows as it takes."""

    def __init__(self, *, ambiguous: int) -> None:
        """Begin empty."""
        super().__init__(id="details-list", ambiguous=ambiguous)
        self._details: tuple[Detail, ...] = ()
        self._rows: list[tuple[str, str]] = []

    def show(self, told: tuple[Detail, ...]) -> None:
        """Show ``told`` from its first row on."""
        self._details = told
        self.resized()
        self.scroll_row(0)

    def resized(self) -> None:
        """Break what is told into rows."""
        room = max(self.columns - _LABEL_CELLS - 1, 2)
        self._rows = [
            (label if number == 0 else "", text[start:end])
            for label, text in self._details
            for number, (start, end) in enumerate(wrap(text, room, ambiguous=self.ambiguous) or [(0, 0)])
        ]
        self.set_height(len(self._rows))
        self.repaint()

    def paint(self, y: int) -> Strip:
        """Return the picture of row ``y``."""
        ground = self.looks(self.GROUND)
        if y >= len(self._rows):
            return strip_of((), self.columns, ground)
        label, text = self._rows[y]
        gap = " " * (_LABEL_CELLS - 1 - 2 * len(label))
        look = {"指标": "strong", "存疑": "found"}.get(label, "plain")
        pieces = [
            (f" {label}{gap}", self.looks(self.GROUND, "quiet")),
            (text, self.looks(self.GROUND, look)),
        ]
        return strip_of(pieces, self.columns, ground, self.ambiguous)

    def move_by(self, rows: int) -> None:
        """Scroll by ``rows`` rows."""
        self.scroll_row(self.scroll_offset.y + rows)

    def move_to_edge(self, *, last: bool) -> None:
        """Scroll to the first or the last row."""
        self.scroll_row(len(self._rows) if last else 0)

    def move_to_number(self, number: int) -> None:
        """Scroll to the ``number``-th row."""
        self.scroll_row(number - 1)


class DetailsScreen(OverScreen[None], ModalScreen[None]):
    """The details of the figure that is selected in the reader below, and of its neighbours."""

    BINDINGS = bindings(Scope.DETAILS)
    AUTO_FOCUS = "#details-list"

    def __init__(self, reader: ReaderScreen) -> None:
        """Tell of the figure that is selected in ``reader``."""
        super().__init__()
        ambiguous = reader.document.ambiguous
        self._reader = reader
        self._head = TwoSided(id="details-head", ambiguous=ambiguous)
        self.pane = DetailsPane(ambiguous=ambiguous)
        """What is told."""

    def compose(self) -> ComposeResult:
        """Lay out a head and what is told."""
        with Vertical(id="details"):
            yield self._head
            yield self.pane

    def on_mount(self) -> None:
        """Tell of the figure that is selected."""
        self._show()

    def _show(self) -> None:
        figure = self._reader.reading.figure
        if figure is not None:
            self.pane.show(tuple(details(self._reader.reading.report, figure)))
            self._head.show([(in_table(figure), "strong")], [("] [ 前后指标  Esc 关闭", "quiet")])

    async def action_details_next(self) -> None:
        """Tell of the next figure."""
        await self._reader.action_do("next_figure")
        self._show()

    async def action_details_previous(self) -> None:
        """Tell of the figure before."""
        await self._reader.action_do("previous_figure")
        self._show()

    def action_close_details(self) -> None:
        """Go back to the reader."""
        self.dismiss(None)
