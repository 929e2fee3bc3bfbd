"""The reader: outline, text and figures side by side, which always agree on where one is.

What a person can do here stands in ``hzview.tui.topics``, a module a topic; this screen holds the panes together.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from inspect import isawaitable, signature
from time import monotonic
from typing import TYPE_CHECKING, TypeVar, cast

from textual import work
from textual.widget import Widget

from hzview.figures.figure import Figure
from hzview.model import Position
from hzview.state import ReadingState
from hzview.tui import wording
from hzview.tui.actions import Action, Scope
from hzview.tui.arrangement import Side
from hzview.tui.copying import Copier
from hzview.tui.finding import FigureFinder
from hzview.tui.jumps import Jumps
from hzview.tui.reading import Reading
from hzview.tui.screens.panes import PanesScreen
from hzview.tui.topics import TOPICS, Searching, Selecting, Topic, Views
from hzview.tui.widgets.document import DocumentPane
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.figures import FiguresPane
from hzview.tui.widgets.lines import Caption
from hzview.tui.widgets.outline import OutlinePane
from hzview.tui.widgets.rail import Rail
from hzview.typeset import MEASURE

if TYPE_CHECKING:
    from hzview.tui.app import HzviewApp

SYNC_SECONDS = 0.2
"""How often the panes take in the figures that were found meanwhile."""
_PROGRESS_CELLS = 6
T = TypeVar("T", bound=Topic)


class ReaderScreen(PanesScreen):
    """One report, to be read."""

    def __init__(
        self,
        reading: Reading,
        copier: Copier,
        keymap: Mapping[str, tuple[str, ...]],
        *,
        measure: int = MEASURE,
        ambiguous: int = 1,
        autospace: bool = False,
    ) -> None:
        """Show ``reading``, in a column of at most ``measure`` cells; copy by ``copier``.

        ``autospace`` is as in ``DocumentPane``.
        """
        super().__init__(
            DocumentPane(reading, self, measure=measure, ambiguous=ambiguous, autospace=autospace),
            OutlinePane(reading, ambiguous=ambiguous, chosen=self._entry_chosen),
            FiguresPane(
                reading, ambiguous=ambiguous, chosen=self._figure_chosen, moved=self._figure_pointed_at
            ),
            keymap,
        )
        self.reading = reading
        """What is being read."""
        self.finder = FigureFinder(reading)
        """Finds the figures."""
        self.jumps = Jumps()
        """The way back over far jumps."""
        self.copier = copier
        """Takes what is copied."""
        self.keymap = keymap
        """The user's keys, by action id; what is in it changes with the settings."""
        self.topics: tuple[Topic, ...] = tuple(topic(self) for topic in TOPICS)
        """What can be done here, in the order in which Esc takes it back."""
        self.searching = self.topic(Searching)
        """The search."""

    def topic(self, kind: type[T]) -> T:
        """Return the topic of this class."""
        return next(topic for topic in self.topics if isinstance(topic, kind))

    @property
    def hzview(self) -> HzviewApp:
        """The application, which opens further screens and reports."""
        return cast("HzviewApp", self.app)

    def state(self) -> ReadingState:
        """Return how the report is left."""
        opened, folded = self.outline.folds()
        session = self.searching.session
        return ReadingState(
            self.document.top,
            dict(self.reading.marks),
            self.jumps.behind,
            opened,
            folded,
            session.query or session.last,
            self.panes_to_see() | self.topic(Views).seen(),
        )

    def restore(self, state: ReadingState) -> None:
        """Take up how the report was left, but for the place; to be called before anything is on the screen."""
        clamped = self.reading.clamped
        self.reading.marks.update((letter, clamped(place)) for letter, place in state.marks.items())
        self.jumps = Jumps([clamped(place) for place in state.jumps])
        self.outline.fold(state.opened, state.folded)
        self.searching.session.last = state.query
        self.see_panes(state.view)
        self.topic(Views).see(state.view)

    def on_mount(self) -> None:
        """Show where one is, and begin to look for figures once that is on the screen."""
        self.sync()
        self.call_after_refresh(self._find_figures)

    @work(exclusive=True, group="figures")
    async def _find_figures(self) -> None:
        """Find the figures stroke by stroke, and show them as they come."""
        self.topic(Views).begin()
        synced = 0.0
        for blocks in self.finder.strokes():
            self.document.repaint_blocks(blocks)
            if monotonic() - synced > SYNC_SECONDS:
                synced = monotonic()
                self.outline.repaint()
                self.sync()
            await asyncio.sleep(0)
        self.outline.repaint()
        self.sync()
        self.searching.figures_found()
        await asyncio.to_thread(self.searching.session.prepare)

    # Doing what was asked.

    async def action_do(self, method: str, number: int | None = None) -> None:
        """Do an action of the reader, by its ``Action.method``, for the number typed before its key."""
        for topic in self.topics:
            doing = topic.doing(method)
            if doing is not None:
                done = doing(number) if number is not None and signature(doing).parameters else doing()
                if isawaitable(done):
                    await done
                return

    def own_action(self, key: str) -> Action | None:
        """Return what ``key`` does before all bindings: move the caret, where there is one."""
        return self.topic(Selecting).action_of(key)

    async def perform(self, action: Action) -> None:
        """Do ``action``, wherever its keys are heard."""
        if action.scope in (Scope.TEXT, Scope.SELECTION):
            await self.action_do(action.method)
            return
        target: Widget = self
        if action.scope is Scope.OUTLINE or (
            action.scope is Scope.LIST and not isinstance(self.focused, EntryList)
        ):
            self.enter(Side.OUTLINE)
            target = self.outline
        elif action.scope in (Scope.PANE, Scope.LIST, Scope.SEARCH):
            target = self.focused or self.document
        name = f"app.{action.command}" if action.scope is Scope.APP else action.command
        await target.run_action(name)

    # Keeping the panes together.

    def sync(self) -> None:
        """Let outline, figures and the lines around them show what is being read."""
        self.outline.follow(searching=self.searching.session.active)
        self.table.follow()
        head = wording.path(
            self.reading.report, self.reading.name, self.reading.place, self.app.size.width - _PROGRESS_CELLS
        )
        self.head.show(head, [(f"{self.document.progress()}%", "quiet")])
        found = f"{len(self.reading.hits)} 处" if self.reading.hits else ""
        self.captions[Side.OUTLINE].show([("目录", "quiet")], [(found, "quiet")])
        self.captions[Side.FIGURES].show([("指标", "quiet")], self.table.caption())
        self.show_status()

    def show_status(self) -> None:
        """Show the notice, or what is selected, and what is being looked for."""
        found = self.searching.found()
        if self.searching.typing:
            self.searching.say()
        elif self.hzview.typed.number is not None:
            self.status.show([(str(self.hzview.typed.number), "strong")])
        elif self.said:
            self.status.say(self.said)
        elif self.document.selection:
            self.status.show(wording.selection(self.document.selected_text()), found)
        elif self.reading.figure is not None:
            self.status.show(wording.selected_figure(self.reading.figure), found)
        else:
            self.status.show(wording.totals(self.reading.kinds()), found)

    def go(self, position: Position, *, at_top: bool = False, run: str = "") -> None:
        """Go to ``position``, with no figure selected but one that stands there, and remember where one was.

        Steps of one ``run`` (from figure to figure) are one jump: Ctrl+O goes back to where it began.
        """
        if not self.document.shows(position):
            self.jumps.leave(self.document.top, run)
        self.show(position, at_top=at_top)

    def jumped_from(self, top: Position, run: str = "") -> None:
        """Remember ``top`` as a place that was left, if it was on another page."""
        if not self.document.shows(top):
            self.jumps.leave(top, run)

    def put_top(self, top: Position) -> None:
        """Go to where ``DocumentPane.top`` was ``top``."""
        self.document.put_top(top)
        self.text_moved()

    def show(self, position: Position, *, at_top: bool = False) -> None:
        """Go to ``position`` without remembering where one was."""
        self.said = ""
        self.topic(Views).make_seen(position)
        self._mark_figure(self.reading.figure_at(position))
        self.reading.place = position
        self.document.reveal(position, at_top=at_top)
        selecting = self.topic(Selecting)
        if selecting.active:
            selecting.move_to(position)
        self.sync()

    def select_figure(self, figure: Figure | None, *, run: str = "") -> None:
        """Make ``figure`` the selected one, and bring it into view; ``run`` as in ``go``."""
        if figure is not None:
            self.go(figure.span.position, run=run)
        else:
            self._mark_figure(None)
            self.sync()

    def _mark_figure(self, figure: Figure | None) -> None:
        before, self.reading.figure = self.reading.figure, figure
        if before != figure:
            for changed in filter(None, (before, figure)):
                self.document.repaint_span(changed.span)

    # What the panes tell.

    def text_moved(self) -> None:
        """Follow the text. A figure that went out of sight is no longer selected."""
        self.said = ""
        self.topic(Selecting).follow_text()
        figure = self.reading.figure
        if figure is not None and not self.document.shows(figure.span.position):
            figure = self.reading.figure = None
        self.reading.place = figure.span.position if figure else self.document.eye()
        self.sync()

    def text_left(self, run: str = "") -> None:
        """Remember the place, which is about to be left for another one far away."""
        self.jumps.leave(self.document.top, run)

    def figure_picked(self, figure: Figure | None) -> None:
        """Select the figure that was clicked on."""
        self.select_figure(figure)

    def text_selected(self) -> None:
        """Say how much is selected, and nothing else that was to be said."""
        self.said = ""
        self.show_status()

    def _entry_chosen(self, index: int) -> None:
        self.leave_panes()
        self.go(self.reading.outline[self.outline.entry(index)].position, at_top=True)

    def _figure_pointed_at(self, index: int) -> None:
        self.select_figure(self.table.figure(index), run="table")

    def _figure_chosen(self, index: int) -> None:
        self.leave_panes()
        self.select_figure(self.table.figure(index))

    def on_rail_dragged(self, message: Rail.Dragged) -> None:
        """Follow the rail."""
        self.text_left("rail")
        self.document.centre(message.y)

    async def on_caption_clicked(self, message: Caption.Clicked) -> None:
        """Let the table show more or less."""
        if message.caption is self.captions[Side.FIGURES]:
            await self.action_do("whole")
