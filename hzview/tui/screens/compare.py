"""Two reports side by side: their wording, sentence by sentence, or what both state in figures."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from textual import events
from textual.app import ComposeResult

from hzview.model import Position, Report, Role
from hzview.scorecard import passages, wording
from hzview.scorecard.comparing import Compared
from hzview.scorecard.passages import Change, Pair
from hzview.scorecard.statement import Statement
from hzview.tui.actions import Scope, bindings
from hzview.tui.beside import open_beside
from hzview.tui.screens.scorecard import quoted
from hzview.tui.screens.tables import TableScreen
from hzview.tui.widgets.compared import ComparedList, names_of
from hzview.tui.widgets.lines import TwoSided
from hzview.tui.widgets.pairs import PairsPane
from hzview.tui.widgets.sentences import SentencesPane

_PARTS: tuple[tuple[str, Role | None], ...] = (
    ("工作部署", Role.TASKS),
    ("工作回顾", Role.REVIEW),
    ("全文", None),
)
"""Which parts of both reports are compared, one after another."""

_WORDING_FIRST = "看措辞时才能这样：先按 w"
"""Said for keys that do something to the wording only."""


class CompareScreen(TableScreen):
    """Both reports; Enter opens the one of the chosen side at the place under the cursor."""

    BINDINGS = bindings(Scope.COMPARE)
    AUTO_FOCUS = "#pairs"

    def __init__(
        self,
        left: Report,
        right: Report,
        compared: Sequence[Compared],
        keymap: Mapping[str, tuple[str, ...]],
        *,
        ambiguous: int,
        open_side: Callable[[int, Position], Awaitable[None]],
    ) -> None:
        """Compare ``left`` and ``right``; ``open_side`` opens one of them (0 or 1) at a place."""
        super().__init__(keymap, ambiguous=ambiguous)
        self.pairs = PairsPane(ambiguous=ambiguous, chosen=self._chosen, moved=self._show)
        """The wording."""
        self.list = ComparedList(
            compared,
            (left, right),
            ambiguous=ambiguous,
            chosen=lambda _: self._chosen(),
            moved=lambda _: self._show(),
        )
        """The figures."""
        self._reports = (left, right)
        self._open_side = open_side
        self._titles = TwoSided(id="titles", ambiguous=ambiguous)
        self._sentences = SentencesPane(ambiguous=ambiguous, picked=self._picked)
        self._all: list[Pair] = []
        self._part = 0
        self._only_changes = True
        self._side = 1

    def body(self) -> ComposeResult:
        """Lay out titles, wording, figures and sentences; figures are hidden at first."""
        yield self._titles
        yield self.pairs
        yield self.list
        yield self._sentences

    def on_mount(self) -> None:
        """Compare the tasks; where a report has none that are marked as such, all of it."""
        self.list.display = self._sentences.display = False
        if not all(passages.sentences(report, Role.TASKS) for report in self._reports):
            self._part = len(_PARTS) - 1
        self._align()

    def _align(self) -> None:
        role = _PARTS[self._part][1]
        first, second = (passages.sentences(report, role) for report in self._reports)
        self._all = passages.align(first, second)
        self._filter()

    def _filter(self) -> None:
        """Show all sentences, or those that are not the same."""
        shown = [pair for pair in self._all if pair.change is not Change.SAME or pair.moved]
        self.pairs.show(shown if self._only_changes else self._all)
        self._show()

    @property
    def _in_words(self) -> bool:
        return bool(self.pairs.display)

    def _show(self) -> None:
        """Say what is compared, and what is under the cursor."""
        self._show_titles()
        if self._in_words:
            what = f"{_PARTS[self._part][0]}的措辞，{'只看变化' if self._only_changes else '全部句子'}"
            self.status.show([(wording.changes(self._all), "quiet")])
        else:
            what = "指标：" + " → ".join(report.title or report.region for report in self._reports)
            statements = self._statements()
            sides = [side for side, _ in statements]
            shown = [quoted(s, self._reports[side].title, str(s.kind)) for side, s in statements]
            self._sentences.show(shown, sides.index(self._side) if self._side in sides else 0)
            row = self.list.row(self.list.cursor)
            self.status.show([(wording.name(row.main), "strong")] if row else [("没有可对照的指标", "quiet")])
        self.head.show([("对照", "strong"), (f"  {what}", "quiet")])

    def _show_titles(self) -> None:
        """Name the reports above what they say."""
        titles = tuple(report.title or report.region for report in self._reports)
        is_wide = self._in_words and self.pairs.is_wide
        names = (titles[0], titles[1]) if is_wide else names_of(self._reports)
        shown = self.pairs if self._in_words else self.list
        self._titles.show(shown.header(names, self._side))

    def on_resize(self, event: events.Resize) -> None:
        """Name the reports where their columns stand by then."""
        super().on_resize(event)
        self.call_after_refresh(self._show_titles)

    def _statements(self) -> list[tuple[int, Statement]]:
        """Return what is under the cursor in the table of figures, with the side that it is of."""
        row = self.list.row(self.list.cursor)
        both = enumerate((row.left, row.right)) if row else ()
        return [(side, statement) for side, statement in both if statement is not None]

    def _place(self) -> tuple[int, Position] | None:
        """Return side and place of what is under the cursor: of the chosen side, or the only one there is."""
        if self._in_words:
            pair = self.pairs.here
            both = enumerate((pair.left, pair.right)) if pair else ()
            found = {side: sentence.span.position for side, sentence in both if sentence is not None}
        else:
            found = {side: statement.place.span.position for side, statement in self._statements()}
        if not found:
            return None
        side = self._side if self._side in found else next(iter(found))
        return side, found[side]

    def _chosen(self) -> None:
        """Open the report of the chosen side where the cursor is."""
        place = self._place()
        if place is not None:
            open_beside(self, self.status.say, self._open_side, *place)

    def _picked(self, index: int) -> None:
        """Open the report of the sentence that was clicked on."""
        self._side = self._statements()[index][0]
        self._chosen()

    def action_other_sentence(self) -> None:
        """Choose the other side."""
        self._side = 1 - self._side
        self._show()

    def action_wording(self) -> None:
        """Change between wording and figures."""
        self.pairs.display = not self.pairs.display
        self.list.display = self._sentences.display = not self.pairs.display
        self.set_focus(self.pairs if self.pairs.display else self.list)
        self._show()
        self.call_after_refresh(self._show_titles)

    def action_only_changes(self) -> None:
        """Show only what has changed, or all."""
        if not self._in_words:
            self.status.say(_WORDING_FIRST)
            return
        self._only_changes = not self._only_changes
        self._filter()

    def action_other_part(self) -> None:
        """Compare another part of both reports."""
        if not self._in_words:
            self.status.say(_WORDING_FIRST)
            return
        self._part = (self._part + 1) % len(_PARTS)
        self._align()
