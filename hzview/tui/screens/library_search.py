"""Searching the whole library: as one types, the newest reports first, narrowed by level, year and region."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from hzview.library import Choice
from hzview.model import LEVELS, Position
from hzview.printable import one_line
from hzview.tui.actions import Action, Scope, bindings
from hzview.tui.beside import beside, open_beside
from hzview.tui.screens.closing import OverScreen
from hzview.tui.screens.panes import LOW
from hzview.tui.seeking import Answer, Question, Seeker
from hzview.tui.widgets.field import Field
from hzview.tui.widgets.found import FacetsPane, FoundPane, facets_of
from hzview.tui.widgets.lines import KeyLine, StatusLine, TwoSided
from hzview.tui.wording import Part

if TYPE_CHECKING:
    from hzview.library.searching import Entry

_WIDE = 90
"""Cells of a screen from which on the counts stand beside what was found."""
_HOW_TO_FILL = "文库里还没有报告：按 Esc 返回，再按 L 打开文库，按 + 加入"

OpenHit = Callable[["Entry", str, Position | None], Awaitable[None]]
"""Opens a report of the library for a query: at a hit, or at its beginning."""


class Seeking(Protocol):
    """Whoever searches the library."""

    def look_for(self, query: str) -> None:
        """Show what ``query`` finds."""

    def open_here(self) -> None:
        """Open what the cursor is on."""

    def step(self, rows: int) -> None:
        """Move the cursor by so many rows."""

    def step_page(self, pages: int) -> None:
        """Move the cursor by so many pages."""

    def enter_facets(self) -> None:
        """Go to the counts."""

    def step_back(self) -> None:
        """Widen what was narrowed, or end."""


class LibraryField(Field):
    """The field for the query."""

    BINDINGS = bindings(Scope.FOUND)

    def __init__(self, seeking: Seeking) -> None:
        """Ask ``seeking``."""
        super().__init__(id="library-query", placeholder="词、拼音，或 地区: 年: 节: 数: 类:")
        self._seeking = seeking

    async def _catch_up(self) -> None:
        self._seeking.look_for(await self.catch_up())

    async def action_open_found(self) -> None:
        """Open what the cursor is on."""
        await self._catch_up()
        self._seeking.open_here()

    async def action_later_found(self) -> None:
        """Go down by a row."""
        await self._catch_up()
        self._seeking.step(1)

    async def action_earlier_found(self) -> None:
        """Go up by a row."""
        await self._catch_up()
        self._seeking.step(-1)

    async def action_later_page_found(self) -> None:
        """Go down by a page."""
        await self._catch_up()
        self._seeking.step_page(1)

    async def action_earlier_page_found(self) -> None:
        """Go up by a page."""
        await self._catch_up()
        self._seeking.step_page(-1)

    async def action_facets(self) -> None:
        """Go to the counts."""
        await self._catch_up()
        self._seeking.enter_facets()

    def action_close_found(self) -> None:
        """Widen what was narrowed, or go back to where one was."""
        self._seeking.step_back()


class LibrarySearchScreen(OverScreen[None], inherit_bindings=False):
    """The field, what was found and the counts. Enter opens a report over it; Esc comes back."""

    AUTO_FOCUS = "#library-query"

    def __init__(
        self,
        keymap: Mapping[str, tuple[str, ...]],
        *,
        ambiguous: int,
        open_hit: OpenHit,
        query: str = "",
        choice: Choice | None = None,
    ) -> None:
        """Begin with ``query`` in the reports of ``choice``; ``open_hit`` opens a report."""
        super().__init__()
        self.field = LibraryField(self)
        """The field."""
        self.found = FoundPane(ambiguous=ambiguous, chosen=self._row_chosen, moved=self._moved)
        """What was found."""
        self.facets = FacetsPane(ambiguous=ambiguous, chosen=self._narrow, closed=self._leave_facets)
        """The counts."""
        self._head = TwoSided(id="head", ambiguous=ambiguous)
        self._mark = TwoSided(id="library-mark", ambiguous=ambiguous)
        self._count = TwoSided(id="library-count", ambiguous=ambiguous)
        self._status = StatusLine(ambiguous=ambiguous)
        self._keys = KeyLine(keymap, self.perform, ambiguous=ambiguous)
        self._open_hit = open_hit
        self._seeker = Seeker(self._show, self._tell, self._serve)
        self._asked = Question(choice=choice or Choice())
        self._answer = Answer(self._asked)
        self._first = query

    def compose(self) -> ComposeResult:
        """Lay out the field, what was found and the lines around them."""
        yield self._head
        with Horizontal(id="library-line"):
            yield self._mark
            yield self.field
            yield self._count
        with Horizontal(id="library-found"):
            yield self.found
            yield self.facets
        yield self._status
        yield self._keys

    def on_mount(self) -> None:
        """Begin."""
        self._mark.show([("文库", "strong")])
        self.field.value = self._first
        self._ask(Question(self._first, self._asked.choice))

    def on_unmount(self) -> None:
        """End what is being looked for."""
        self._seeker.close()

    def _serve(self) -> None:
        beside(self, "seek", self._seeker.serve)

    def on_resize(self, event: events.Resize) -> None:
        """Show the counts where there is room for them."""
        self._keys.display = event.size.height >= LOW
        self._head.display = event.size.height >= LOW // 2
        self._arrange()

    def _arrange(self) -> None:
        is_wide = self.app.size.width >= _WIDE
        self.facets.set_class(not is_wide, "-over")
        self.facets.display = is_wide or self.facets.has_focus

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys that matter where the focus is."""
        self._keys.show_for((self.focused and self.focused.id) or "")

    async def perform(self, action: Action) -> None:
        """Do ``action`` where the focus is."""
        target: Widget = self.focused or self.field
        await target.run_action(action.command)

    # Asking.

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search as the query is typed."""
        self.look_for(message.value)

    def look_for(self, query: str) -> None:
        """Show what ``query`` finds."""
        if query != self._asked.query:
            self._ask(Question(query, self._asked.choice))

    def _narrow(self, choice: Choice) -> None:
        self._ask(Question(self._asked.query, choice))

    def _ask(self, question: Question) -> None:
        self._asked = question
        self._head.show([("文库搜索", "strong"), *_narrowed(question.choice)])
        self._seeker.ask(question, max(self.found.page, 1))

    def _show(self, answer: Answer) -> None:
        """Show what was found so far."""
        if not self.is_attached:
            return
        self._answer = answer
        self.found.show(answer)
        if answer.counts is not None:
            self.facets.show(facets_of(answer.counts, answer.question.choice))
        self._count.show((), _counted(answer))
        self._moved(self.found.cursor)

    def _tell(self, text: str) -> None:
        """Say, from a thread, what is being done before anything can be found."""
        self.app.call_from_thread(self._status.show, [(text, "quiet")])

    def _moved(self, index: int) -> None:
        """Say under which headings the passage at the cursor stands; get more where the list comes to its end."""
        if index + self.found.page >= self.found.count:
            self._seeker.more()
        self._status.show(self._said(index))

    def _said(self, index: int) -> list[Part]:
        answer = self._answer
        if answer.error:
            return [(answer.error, "strong")]
        results = answer.results
        if results is None:
            empty = answer.counts is not None and not answer.counts.reports
            return [(_HOW_TO_FILL if empty else "输入要找的词；年份近的报告在前", "quiet")]
        said = "；".join(filter(None, (results.hint, results.note)))
        if not answer.listed:
            return [(said or "没有找到", "strong")]
        parts: list[Part] = [(f"{said}  ", "strong")] if said else []
        if index < self.found.count and (listed := self.found.rows[index].listed):
            parts.append((listed.found.entry.title, "quiet"))
        return parts

    # Moving, opening, going back.

    def step(self, rows: int) -> None:
        """Move the cursor by so many rows."""
        self.found.move_by(rows)

    def step_page(self, pages: int) -> None:
        """Move the cursor by so many pages."""
        self.found.move_by(pages * max(self.found.page - 1, 1))

    def open_here(self) -> None:
        """Open what the cursor is on."""
        self.found.action_choose()

    def _row_chosen(self, index: int) -> None:
        """Open a report at a hit, or take a word that may be meant."""
        row = self.found.rows[index]
        if row.guess is not None:
            self.field.value = row.guess.word
            self.look_for(row.guess.word)
            return
        if row.listed is None or self._answer.results is None:
            return
        passages = [row.passage] if row.passage else row.listed.passages[:1]
        position = passages[0].spans[0].position if passages and passages[0].spans else None
        query = self._answer.results.guess or self._answer.question.query
        open_beside(self, self._status.say, self._open_hit, row.listed.found.entry, query, position)

    def enter_facets(self) -> None:
        """Go to the counts."""
        self.facets.display = True
        self.set_focus(self.facets)

    def _leave_facets(self) -> None:
        self.set_focus(self.field)
        self.facets.display = self.app.size.width >= _WIDE

    def step_back(self) -> None:
        """Widen what was narrowed, or go back to where one was."""
        if self._asked.choice != Choice():
            self._narrow(Choice())
        else:
            self.dismiss(None)


def _narrowed(choice: Choice) -> list[Part]:
    """Return what the search is narrowed to."""
    years = "" if choice.years is None else "—".join(dict.fromkeys(map(str, choice.years))) + "年"
    names = filter(None, (LEVELS.get(choice.level, choice.level), years, one_line(choice.region)))
    return [(f"  {name}", "found") for name in names]


def _counted(answer: Answer) -> list[Part]:
    """Return how much was found."""
    if answer.counts is None:
        return [("…", "quiet")] if answer.listed else []
    passages = f" {answer.counts.passages} 段" if answer.counts.passages else ""
    return [(f"{answer.counts.reports} 份{passages}", "strong")]
