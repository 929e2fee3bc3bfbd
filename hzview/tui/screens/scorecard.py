"""The scorecard of the report that is read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from textual import events
from textual.app import ComposeResult

from hzview.errors import HzviewError
from hzview.model import Position, Report
from hzview.scorecard import wording
from hzview.scorecard.one import ScoreRow, Stand
from hzview.scorecard.statement import Statement
from hzview.tui.actions import Scope, bindings
from hzview.tui.screens.panes import LOW
from hzview.tui.screens.tables import TableScreen
from hzview.tui.widgets.lines import TwoSided
from hzview.tui.widgets.scores import ScoreList
from hzview.tui.widgets.sentences import Quoted, SentencesPane


def quoted(statement: Statement, label: str, look: str) -> Quoted:
    """Return a sentence with its figure to be shown."""
    start = statement.place.span.start - statement.begins
    return Quoted(label, statement.sentence, start, statement.place.span.end - statement.begins, look)


class ScoreScreen(TableScreen):
    """Results of last year beside targets of this one; Enter goes to the sentence that is chosen."""

    BINDINGS = bindings(Scope.SCORES)
    AUTO_FOCUS = "#scores"

    def __init__(
        self,
        report: Report,
        rows: Sequence[ScoreRow],
        keymap: Mapping[str, tuple[str, ...]],
        *,
        ambiguous: int,
        cursor: int,
        go: Callable[[Position], None],
        over_years: Callable[[], Awaitable[None]],
    ) -> None:
        """Show ``rows`` of ``report``, beginning at ``cursor``; ``go`` to a place in it, or show its region ``over_years``."""
        super().__init__(keymap, ambiguous=ambiguous)
        self.list = ScoreList(rows, ambiguous=ambiguous, chosen=self._chosen, moved=self._moved)
        """The table."""
        if cursor:
            self.list.cursor = min(cursor, max(self.list.count - 1, 0))
        self._report = report
        self._rows = rows
        self._go = go
        self._over_years = over_years
        self._sentences = SentencesPane(ambiguous=ambiguous, picked=self._picked)
        self._side = 0
        self._captions = TwoSided(id="captions", ambiguous=ambiguous)

    def body(self) -> ComposeResult:
        """Lay out captions, table and sentences."""
        yield self._captions
        yield self.list
        yield self._sentences

    def on_mount(self) -> None:
        """Say what there is."""
        year = self._report.plan_year
        name = self._report.title or self._report.region
        both = sum(row.stand is Stand.BOTH for row in self._rows)
        years = f"{year - 1}年实绩与{year}年目标" if year else ""
        self.head.show([(name, "strong"), (f"  {years}", "quiet")], [(f"{both} 项可对照", "quiet")])
        self._moved(self.list.cursor)

    def on_resize(self, event: events.Resize) -> None:
        """Name the columns where they stand by then; on a low screen the names give way."""
        super().on_resize(event)
        self._captions.display = event.size.height >= LOW
        self.call_after_refresh(lambda: self._captions.show(self.list.header()))

    def _statements(self) -> list[tuple[Statement, str, str]]:
        """What stands behind the entry under the cursor: target and result."""
        row = self.list.row(self.list.cursor)
        if row is None:
            return []
        found = []
        if row.target is not None:
            found.append((row.target, "目标", "target"))
        if (result := row.result or row.amount) is not None:
            found.append((result, "实绩", "actual"))
        return found

    def _moved(self, index: int) -> None:
        self._side = 0
        self._show()

    def _show(self) -> None:
        """Show the sentences of the entry under the cursor."""
        statements = self._statements()
        self._sentences.show([quoted(*entry) for entry in statements], self._side)
        row = self.list.row(self.list.cursor)
        if row is None:
            self.status.show([("没有可对照的指标" if not self._rows else "", "quiet")])
            return
        parts = [(wording.name(row.main), "strong"), (f"  {wording.result(row)}", "actual")]
        parts += [
            ("  ", "plain"),
            (wording.said(row.target), "target-text"),
            (f"  {wording.step(row)}", "quiet"),
        ]
        self.status.show(parts)

    def _chosen(self, index: int) -> None:
        """Go to the sentence that is chosen."""
        statements = self._statements()
        if statements:
            self.dismiss(None)
            self._go(statements[self._side][0].place.span.position)

    def _picked(self, index: int) -> None:
        """Go to the sentence that was clicked on."""
        self._side = index
        self._chosen(self.list.cursor)

    def action_other_sentence(self) -> None:
        """Choose the other sentence."""
        count = len(self._statements())
        if count:
            self._side = (self._side + 1) % count
            self._show()

    async def action_over_years(self) -> None:
        """Show what became of the targets of this region over the years."""
        try:
            await self._over_years()
        except HzviewError as error:
            self.status.say(str(error))
