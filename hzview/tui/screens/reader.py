"""The reader: outline, text and figures side by side, which always agree on where one is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Mapping
from time import monotonic
from typing import TYPE_CHECKING

from textual import work
from textual.widget import Widget

from hzview.figures.figure import Figure
from hzview.model import Position
from hzview.tui import citing, wording
from hzview.tui.actions import Action, Scope
from hzview.tui.arrangement import Side
from hzview.tui.copying import Copier
from hzview.tui.finding import FigureFinder
from hzview.tui.reading import Reading
from hzview.tui.screens.panes import PanesScreen
from hzview.tui.searching import SearchSession
from hzview.tui.themes import INKSTONE, PAPER
from hzview.tui.widgets.document import DocumentPane
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.figures import FiguresPane
from hzview.tui.widgets.lines import Caption
from hzview.tui.widgets.outline import OutlinePane
from hzview.tui.widgets.rail import Rail
from hzview.typeset import MEASURE

if TYPE_CHECKING:
    from textual.widgets import Input

    from hzview.tui.naming import Do
    from hzview.tui.widgets.search_bar import SearchBar

SYNC_SECONDS = 0.2
"""How often the panes take in the figures that were found meanwhile."""
_PROGRESS_CELLS = 6
_HOW_TO_LEAVE = "再按一次 Ctrl+C，或按 q 退出"


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
    ) -> None:
        """Show ``reading``, in a column of at most ``measure`` cells; copy by ``copier``."""
        super().__init__(
            DocumentPane(reading, self, measure=measure, ambiguous=ambiguous),
            OutlinePane(reading, ambiguous=ambiguous, chosen=self._entry_chosen),
            FiguresPane(
                reading, ambiguous=ambiguous, chosen=self._figure_chosen, moved=self._figure_pointed_at
            ),
            keymap,
        )
        self.reading = reading
        """What is being read."""
        self.search = SearchSession(reading)
        """The search."""
        self._finder = FigureFinder(reading)
        self._copier = copier
        self._keymap = keymap
        self._bar: SearchBar | None = None
        self._origin_top = reading.place

    def on_mount(self) -> None:
        """Show where one is, and begin to look for figures once that is on the screen."""
        self.sync()
        self.call_after_refresh(self._find_figures)

    @work(exclusive=True, group="figures")
    async def _find_figures(self) -> None:
        """Find the figures stroke by stroke, and show them as they come."""
        self.document.keep_figures()
        synced = 0.0
        for blocks in self._finder.strokes():
            self.document.repaint_blocks(blocks)
            if monotonic() - synced > SYNC_SECONDS:
                synced = monotonic()
                self.outline.repaint()
                self.sync()
            await asyncio.sleep(0)
        self.outline.repaint()
        self.sync()
        await asyncio.to_thread(self.search.prepare)

    # Keeping the panes together.

    def sync(self) -> None:
        """Let outline, figures and the lines around them show what is being read."""
        self.outline.follow(searching=self.search.active)
        self.table.follow()
        head = wording.path(
            self.reading.report, self.reading.name, self.reading.place, self.app.size.width - _PROGRESS_CELLS
        )
        self._head.show(head, [(f"{self.document.progress()}%", "quiet")])
        found = f"{len(self.reading.hits)} 处" if self.reading.hits else ""
        self._captions[Side.OUTLINE].show([("目录", "quiet")], [(found, "quiet")])
        self._captions[Side.FIGURES].show([("指标", "quiet")], self.table.caption())
        self.show_status()

    def show_status(self) -> None:
        """Show the notice, or what is selected, and what is being looked for."""
        search = self.search
        found = wording.hits(search.query, search.count, search.note) if search.active else []
        if self._bar is not None and self._bar.display:
            self._bar.say(wording.hits("", search.count, search.note))
        elif self._notice:
            self._status.show([(self._notice, "strong")])
        elif self.document.selection:
            self._status.show(wording.selection(self.document.selected_text()), found)
        elif self.reading.figure is not None:
            self._status.show(wording.selected_figure(self.reading.figure), found)
        else:
            self._status.show(wording.totals(self.reading.kinds()), found)

    def go(self, position: Position, *, at_top: bool = False) -> None:
        """Go to ``position``, with no figure selected but one that stands there."""
        self._notice = ""
        self._mark_figure(self.reading.figure_at(position))
        self.reading.place = position
        self.document.reveal(position, at_top=at_top)
        self.sync()

    def select_figure(self, figure: Figure | None) -> None:
        """Make ``figure`` the selected one, and bring it into view."""
        if figure is not None:
            self.go(figure.span.position)
        else:
            self._mark_figure(None)
            self.sync()

    def _mark_figure(self, figure: Figure | None) -> None:
        before, self.reading.figure = self.reading.figure, figure
        if before != figure:
            for changed in filter(None, (before, figure)):
                self.document.repaint_span(changed.span)

    def text_moved(self) -> None:
        """Follow the text. A figure that went out of sight is no longer selected."""
        self._notice = ""
        figure = self.reading.figure
        if figure is not None and not self.document.shows(figure.span.position):
            figure = self.reading.figure = None
        self.reading.place = figure.span.position if figure else self.document.eye()
        self.sync()

    def figure_picked(self, figure: Figure | None) -> None:
        """Select the figure that was clicked on."""
        self.select_figure(figure)

    def text_selected(self) -> None:
        """Say how much is selected."""
        self.show_status()

    def _entry_chosen(self, index: int) -> None:
        self._leave_panes()
        self.go(self.reading.outline[self.outline.entry(index)].position, at_top=True)

    def _figure_pointed_at(self, index: int) -> None:
        self.select_figure(self.table.figure(index))

    def _figure_chosen(self, index: int) -> None:
        self._leave_panes()
        self.select_figure(self.table.figure(index))

    def on_rail_dragged(self, message: Rail.Dragged) -> None:
        """Follow the rail."""
        self.document.centre(message.y)

    def on_caption_clicked(self, message: Caption.Clicked) -> None:
        """Let the table show more or less."""
        if message.caption is self._captions[Side.FIGURES]:
            self.action_whole()

    # Figures and sections.

    def action_next_figure(self) -> None:
        """Select the next figure."""
        self._step_figure(1)

    def action_previous_figure(self) -> None:
        """Select the figure before."""
        self._step_figure(-1)

    def _step_figure(self, step: int) -> None:
        figure = self._finder.next_figure(step)
        if figure is None:
            self.notice("后面没有指标了" if step > 0 else "前面没有指标了")
        else:
            self.select_figure(figure)

    def action_whole(self) -> None:
        """Let the table show the whole report, or this section."""
        self.table.toggle_whole()
        self.sync()

    def action_next_section(self) -> None:
        """Go to the next heading."""
        self._step_section(1)

    def action_previous_section(self) -> None:
        """Go to the heading of this section, or to the one before."""
        self._step_section(-1)

    def _step_section(self, step: int) -> None:
        block = self.reading.next_heading(step)
        if block is not None:
            self.go(Position(block, 0), at_top=True)

    # Search.

    async def action_search(self) -> None:
        """Open the line for the query, which is made when it is first needed."""
        if self._bar is None:
            from hzview.tui.widgets.search_bar import SearchBar

            self._bar = SearchBar(self, ambiguous=self.document.ambiguous)
            await self.mount(self._bar, after=self._status)
        self.search.begin()
        self._origin_top = self.document.top
        self._status.display = False
        self._bar.display = True
        self._bar.field.value = self.search.query
        self.set_focus(self._bar.field)
        self.show_status()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search as the query is typed."""
        if self.typing:
            self.look_for(message.input.value)

    def look_for(self, query: str) -> None:
        """Show the hits of ``query``, as it is typed."""
        if query.strip() != self.search.query:
            self._show_hits(self.search.ask(query))

    def step_hit_while_typing(self, step: int) -> None:
        """Look at another hit while typing."""
        self._show_hits(self.search.step(step))

    def end_typing(self, *, accepted: bool) -> None:
        """Stay where the hit is, or go back to where one was."""
        if self._bar is None or not self.typing:
            return
        self._bar.display = False
        self._status.display = True
        if self.focused is self._bar.field:
            self.set_focus(self.document)
        if accepted:
            self.show_status()
        else:
            place = self.search.cancel()
            self.document.put_top(self._origin_top)
            self._show_hits(place)

    @property
    def typing(self) -> bool:
        """Whether a query is being typed."""
        return self._bar is not None and self._bar.display

    def _show_hits(self, position: Position | None) -> None:
        """Paint the hits anew and go to one of them."""
        self.document.repaint()
        self.document.mark_hits()
        self.outline.repaint()
        if position is not None:
            self.go(position)
        else:
            self.sync()

    def action_next_hit(self) -> None:
        """Go to the next hit."""
        self._step_hit(1)

    def action_previous_hit(self) -> None:
        """Go to the hit before."""
        self._step_hit(-1)

    def _step_hit(self, step: int) -> None:
        if self.search.active:
            self._show_hits(self.search.step(step))
        else:
            self.notice("还没有搜索：按 / 输入要找的词")

    # Copying.

    def action_copy(self) -> None:
        """Copy the selected text, or else the selected figure."""
        text = self.document.selected_text()
        if not text and self.reading.figure is not None:
            text = self.reading.figure.text
        self._copy(text)

    def action_cite(self) -> None:
        """Copy the same with its source."""
        selection, figure = self.document.selection, self.reading.figure
        if selection:
            quoted = citing.Quoted(self.document.selected_text(), selection.start.paragraph)
        elif figure is not None:
            quoted = citing.figure(figure)
        else:
            self._copy("")
            return
        self._copy(self._copier.citation(self.reading.report, quoted))

    async def action_copy_selection(self) -> None:
        """Copy the selected text; without one, say how to leave, and leave if that was said just before."""
        text = self.document.selected_text()
        if text:
            self._copy(text)
        elif self._notice == _HOW_TO_LEAVE:
            await self.app.action_quit()
        else:
            self.notice(_HOW_TO_LEAVE)

    def _copy(self, text: str) -> None:
        if text:
            self._copy_beside(text)
        else:
            self.notice("没有选中什么：按 ] 选指标，或用鼠标选文字")

    @work(group="copy")
    async def _copy_beside(self, text: str) -> None:
        self.notice(await self._copier.copy(text))

    def action_back(self) -> None:
        """Go back one step."""
        if self.document.selection:
            self.document.select(None)
        elif self.focused is not self.document:
            self._leave_panes()
        elif self.search.active:
            self.search.end()
            self._show_hits(None)
        elif self.reading.figure is not None:
            self.select_figure(None)
        elif self._notice:
            self._end_notice()

    # The program.

    async def perform(self, action: Action) -> None:
        """Do ``action``, wherever its keys are heard."""
        target: Widget = self
        if action.scope is Scope.OUTLINE or (
            action.scope is Scope.LIST and not isinstance(self.focused, EntryList)
        ):
            self._enter(Side.OUTLINE)
            target = self.outline
        elif action.scope in (Scope.PANE, Scope.LIST, Scope.SEARCH):
            target = self.focused or self.document
        name = f"app.{action.method}" if action.scope is Scope.APP else action.method
        await target.run_action(name)

    def action_theme(self) -> None:
        """Change between light and dark."""
        self.app.theme = INKSTONE.name if self.app.theme == PAPER.name else PAPER.name

    async def action_help(self) -> None:
        """List the keys."""
        from hzview.tui.screens.help import HelpScreen

        screen = HelpScreen(self._keymap, ambiguous=self.document.ambiguous)
        await self.app.push_screen(screen, self._help_closed)
        screen.set_focus(screen.list)

    async def _help_closed(self, action: Action | None) -> None:
        if action is not None:
            await self.perform(action)

    async def action_palette(self) -> None:
        """Find a command, a heading or an indicator by its name."""
        from hzview.tui.screens.palette import PaletteScreen, commands

        screen = PaletteScreen(commands(self), ambiguous=self.document.ambiguous)
        await self.app.push_screen(screen, self._palette_closed)
        screen.set_focus(screen.field)

    async def _palette_closed(self, do: Do | None) -> None:
        done = do() if do is not None else None
        if isinstance(done, Awaitable):
            await done
