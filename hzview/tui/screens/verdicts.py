"""The scorecard of a region over years."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from textual import events
from textual.app import ComposeResult

from hzview.scorecard import wording
from hzview.scorecard.statement import Place, Statement
from hzview.scorecard.years import RegionScorecard, shares
from hzview.tui.actions import Scope, bindings
from hzview.tui.beside import open_beside
from hzview.tui.screens.scorecard import quoted
from hzview.tui.screens.tables import TableScreen
from hzview.tui.widgets.lines import TwoSided
from hzview.tui.widgets.sentences import SentencesPane
from hzview.tui.widgets.verdicts import LEGEND, VerdictGrid


class VerdictScreen(TableScreen):
    """What each report promised, and what the next one says of it; Enter opens the report of the chosen sentence."""

    BINDINGS = bindings(Scope.SCORES)
    AUTO_FOCUS = "#verdicts"

    def __init__(
        self,
        card: RegionScorecard,
        keymap: Mapping[str, tuple[str, ...]],
        *,
        ambiguous: int,
        open_place: Callable[[Place], Awaitable[None]],
    ) -> None:
        """Show ``card``; ``open_place`` opens a report of the library at a figure."""
        super().__init__(keymap, ambiguous=ambiguous)
        self.grid = VerdictGrid(card, ambiguous=ambiguous, chosen=self._chosen, moved=self._moved)
        """The table."""
        self._card = card
        self._open_place = open_place
        self._years = TwoSided(id="years", ambiguous=ambiguous)
        self._sentences = SentencesPane(ambiguous=ambiguous, picked=self._picked)
        self.status.spares_right = True
        self._side = 0

    def body(self) -> ComposeResult:
        """Lay out years, table and sentences."""
        yield self._years
        yield self.grid
        yield self._sentences

    def on_mount(self) -> None:
        """Say what there is, once the table knows its width."""
        self.call_after_refresh(self._moved, 0)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many years as fit."""
        super().on_resize(event)
        self.call_after_refresh(self._show)

    def _statements(self) -> list[tuple[Statement, str, str]]:
        """What stands behind the cell under the cursor: promise and result of its first promise."""
        for entry in self.grid.here:
            promise, result, _ = entry.outcome
            found = [(promise, f"{entry.year}年的目标", "target")]
            return [*found, (result, f"{entry.year + 1}年报告", "actual")] if result else found
        return []

    def _moved(self, index: int) -> None:
        self._side = 0
        self._show()

    def _show(self) -> None:
        """Show years, sentences and verdict of the cell under the cursor."""
        self._years.show(self.grid.header())
        share = wording.summary(shares(entry.outcome for entry in self._card.outcomes))
        self.head.show([(f"{self._card.region}历年目标", "strong"), (f"  {share}", "quiet")])
        self._sentences.show([quoted(*entry) for entry in self._statements()], self._side)
        self.status.show(self._said(), LEGEND)

    def _said(self) -> list[tuple[str, str]]:
        """Return what became of the promise under the cursor."""
        year, name = self.grid.year_here, self.grid.name_here
        if year is None or not name:
            return [("没有可对照的目标", "quiet")]
        if not self.grid.here:
            return [(f"{year} {name}", "strong"), ("  这一年没有定目标", "quiet")]
        promise, result, judgement = self.grid.here[0].outcome
        parts = [(f"{year} {name}", "strong"), (f"  {wording.VERDICTS[judgement.verdict]}", "found")]
        parts += [("  ", "plain"), (f"目标{wording.said(promise)}", "target-text")]
        if result is not None:
            parts.append((f"  结果{wording.said(result)}", "actual"))
        more = f"  另有 {len(self.grid.here) - 1} 个目标" if len(self.grid.here) > 1 else ""
        return [*parts, (f"  {judgement.reason}" if judgement.reason else "", "quiet"), (more, "quiet")]

    def _chosen(self, index: int) -> None:
        """Open the report of the chosen sentence."""
        statements = self._statements()
        if statements:
            place = statements[self._side][0].place
            open_beside(self, self.status.say, self._open_place, place)

    def _picked(self, index: int) -> None:
        """Open the report of the sentence that was clicked on."""
        self._side = index
        self._chosen(self.grid.cursor)

    def action_other_sentence(self) -> None:
        """Choose the other sentence."""
        count = len(self._statements())
        if count:
            self._side = (self._side + 1) % count
            self._show()

    def action_over_years(self) -> None:
        """Go back to the report: the key that led here leads back."""
        self.dismiss(None)
