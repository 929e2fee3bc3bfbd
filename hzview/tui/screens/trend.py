"""One indicator over years and regions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from textual import events
from textual.app import ComposeResult

from hzview.figures.figure import Figure, Kind
from hzview.library.observations import Observation
from hzview.library.trend import Trend
from hzview.tui.actions import Scope, bindings
from hzview.tui.beside import open_beside
from hzview.tui.screens.tables import TableScreen
from hzview.tui.widgets.lines import TwoSided
from hzview.tui.widgets.sentences import Quoted, SentencesPane
from hzview.tui.widgets.trend import TrendGrid, TrendPlot

_LOW = 24
"""Rows of a screen below which the plot gives way to the table."""
_DISPUTED, _LONELY = "＊ 各处说法不一", "只有这一年的；把历年报告加入文库（L），就能看走势"
"""What is said at the end of the status line where it is so."""


class TrendScreen(TableScreen):
    """Plot and table; Enter opens the report of the chosen statement."""

    BINDINGS = bindings(Scope.TREND)
    AUTO_FOCUS = "#trend"

    def __init__(
        self,
        trend: Trend,
        keymap: Mapping[str, tuple[str, ...]],
        *,
        ambiguous: int,
        figure: Figure,
        open_statement: Callable[[Observation], Awaitable[None]],
        ask_region: Callable[[], Awaitable[None]],
        without: Callable[[str], Awaitable[None]],
        other_measure: Callable[[], Awaitable[None]],
    ) -> None:
        """Show ``trend``, at first the year of ``figure``. ``open_statement`` opens a report; the others make the trend another one and ``show`` it."""
        super().__init__(keymap, ambiguous=ambiguous)
        self.trend = trend
        """What is shown."""
        self.grid = TrendGrid(ambiguous=ambiguous, chosen=self._chosen, moved=self._moved)
        """The table."""
        self._plot = TrendPlot(ambiguous=ambiguous)
        self._captions = TwoSided(id="captions", ambiguous=ambiguous)
        self._sentences = SentencesPane(ambiguous=ambiguous, picked=self._picked)
        self._open = open_statement
        self._ask_region, self._without, self._other_measure = ask_region, without, other_measure
        self._side = 0
        self._figure = figure
        self.status.spares_right = True

    def body(self) -> ComposeResult:
        """Lay out plot, captions, table and statements."""
        yield self._plot
        yield self._captions
        yield self.grid
        yield self._sentences

    def on_mount(self) -> None:
        """Show what there is, once the table knows its width."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show what there is, the cursor on what is said of the figure's year."""
        self.grid.show(self.trend)
        self.grid.choose_kind(self._figure.kind)
        self.grid.show(self.trend, self._figure.period)
        self.show(self.trend)

    def on_resize(self, event: events.Resize) -> None:
        """On a low screen the plot gives way; show as many columns as fit."""
        super().on_resize(event)
        self._show_plot(event.size.height)
        self.call_after_refresh(self._tell)

    def show(self, trend: Trend) -> None:
        """Show ``trend`` in place of what was shown, the cursor on the same year."""
        year = self.grid.year_here
        self.trend = trend
        self._plot.show(trend)
        self._show_plot(self.app.size.height)
        self.grid.show(trend, year)
        self._side = 0
        self._tell()

    def _show_plot(self, height: int) -> None:
        """Show the plot where there is room for it, and more than one year to be drawn."""
        self._plot.display = height >= _LOW and len(self.trend.years) > 1

    def say(self, text: str) -> None:
        """Say a line at the foot of the screen."""
        self.status.say(text)

    def _statements(self) -> list[Observation]:
        """What stands behind the cell under the cursor."""
        cell = self.grid.here
        return [cell.observation, *cell.others] if cell else []

    def _moved(self, index: int) -> None:
        self._side = 0
        self._tell()

    def _tell(self) -> None:
        """Show the captions, and what is said in the cell under the cursor."""
        trend, statements = self.trend, self._statements()
        regions = list(dict.fromkeys(one.region for one in trend.series))
        self.head.show([(trend.title, "strong"), (f"  {'、'.join(regions)}", "quiet")])
        self._captions.show(self.grid.header())
        shown = statements[self._side : self._side + 2] or statements[:2]
        self._sentences.show([_quoted(one) for one in shown], 0)
        beside = _DISPUTED if trend.is_disputed else _LONELY if len(trend.years) == 1 else ""
        self.status.show(self._said(len(statements)), [(beside, "quiet")] if beside else [])

    def _said(self, count: int) -> list[tuple[str, str]]:
        """Return what is under the cursor, in words."""
        series, year, cell = self.grid.series_here, self.grid.year_here, self.grid.here
        if series is None or year is None:
            return [("这些地区的报告里没有这个指标的年度数值", "quiet")]
        place = f"{year} {series.region}"
        if cell is None:
            return [(place, "strong"), ("  没有说到", "quiet")]
        look = "target-text" if series.kind is Kind.TARGET else "actual"
        more = f"  共 {count} 处说到" + ("，说法不一" if cell.is_disputed else "") if count > 1 else ""
        return [(place, "strong"), ("  ", "plain"), (cell.text, look), (more, "quiet")]

    def _chosen(self, index: int) -> None:
        """Open the report of the chosen statement."""
        statements = self._statements()
        if statements:
            open_beside(self, self.say, self._open, statements[self._side])

    def _picked(self, index: int) -> None:
        """Open the report of the sentence that was clicked on."""
        self._side = min(self._side + index, max(len(self._statements()) - 1, 0))
        self._chosen(self.grid.cursor)

    def action_other_sentence(self) -> None:
        """Choose the next statement on the same year."""
        count = len(self._statements())
        if count:
            self._side = (self._side + 1) % count
            self._tell()

    def action_series_left(self) -> None:
        """Go to the column to the left."""
        self.grid.step_column(-1)

    def action_series_right(self) -> None:
        """Go to the column to the right."""
        self.grid.step_column(1)

    async def action_add_region(self) -> None:
        """Ask for a further region."""
        await self._ask_region()

    async def action_drop_region(self) -> None:
        """Leave out the region under the cursor, unless it is the only one."""
        series = self.grid.series_here
        if series is None or len({one.region for one in self.trend.series}) < 2:
            self.say("只剩这一个地区了")
        else:
            await self._without(series.region)

    async def action_trend_measure(self) -> None:
        """Show another measure."""
        await self._other_measure()

    def action_close_trend(self) -> None:
        """Go back: the key that led here leads back."""
        self.dismiss(None)


def _quoted(one: Observation) -> Quoted:
    """Return the sentence of a statement with its number to be shown."""
    start = max(one.sentence.find(one.text), 0)
    year = f"{one.year}年" if one.year else ""
    label = f"{one.region}{year}报告 › {one.section}" if one.section else f"{one.region}{year}报告"
    look = "target" if one.kind is Kind.TARGET else "actual"
    return Quoted(label, one.sentence, start, start + len(one.text), look)
