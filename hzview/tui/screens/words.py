"""The words of the report: how often it says them, beside the year before and beside the library."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from threading import Event
from typing import NamedTuple

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from hzview.bars import bar
from hzview.errors import HzviewError
from hzview.model import Position, Report, Span
from hzview.opening import Opened
from hzview.printable import one_line
from hzview.tui.actions import Action, Scope, bindings
from hzview.tui.screens.closing import OverScreen
from hzview.tui.screens.panes import LOW
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.filter_bar import FilterBar
from hzview.tui.widgets.lines import KeyLine, StatusLine, TwoSided
from hzview.tui.widgets.painting import Piece, padded
from hzview.tui.word_lists import Listed, View, WordList, WordLists, filtered
from hzview.tui.wording import Part
from hzview.typeset import cell_width, wrap
from hzview.words.context import places_of

COUNTING = "正在分词"
"""What is being done before a list can be shown."""
LOOK_SECONDS = 0.1
"""How often it is looked how far that is."""
_LABEL_CELLS = 6
_WIDEST_WORD = 28
_MARGIN = 2
_SHORTEST_BAR = 6
"""Cells below which a bar tells nothing."""


class Chosen(NamedTuple):
    """A place that the person wants to go to."""

    term: str
    """The term that stands there."""
    position: Position
    """Where."""
    elsewhere: Opened | None
    """The report that it is in, if that is another one."""


class WordsPane(EntryList):
    """Words with their numbers and bars, a line each."""

    def __init__(self, screen: WordsScreen, *, ambiguous: int) -> None:
        """Begin empty; ``screen`` is told what was chosen."""
        super().__init__(id="words-list", ambiguous=ambiguous, chosen=screen.word_chosen)
        self.words: Sequence[Listed] = ()
        """What is listed."""
        self.message = ""
        """What is said where nothing is listed."""

    @property
    def count(self) -> int:
        """How many words are listed."""
        return len(self.words)

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return a word, what is said of it, and its bar."""
        listed, ground = self.words[index], self.ground_of(index)
        room = min(_WIDEST_WORD, max(self.width * 3 // 8, 8))
        label = padded(listed.label, _LABEL_CELLS, self.ambiguous) if listed.label else ""
        pieces = [
            (" " * _MARGIN + padded(listed.spelling, room, self.ambiguous), self.looks(ground, "ink")),
            (f" {label}", self.looks(ground, "target" if listed.less else "actual")),
            (f"{listed.said} ", self.looks(ground, "plain")),
        ]
        left = self.width - sum(cell_width(text, self.ambiguous) for text, _ in pieces) - 1
        cells = left // self.ambiguous
        drawn = bar(Decimal(listed.size), Decimal(1), cells) if cells >= _SHORTEST_BAR else ""
        return [*pieces, (drawn, self.looks(ground, "target" if listed.less else "actual"))]

    def paint_beyond(self, row: int) -> list[Piece]:
        """Return the message, which takes as many rows as it needs."""
        if self.words or not row:
            return []
        lines = wrap(self.message, max(self.width - 2 * _MARGIN, 2), ambiguous=self.ambiguous)
        if row > len(lines):
            return []
        start, end = lines[row - 1]
        return [(" " * _MARGIN + self.message[start:end], self.looks(self.GROUND, "quiet"))]

    def show(self, words: Sequence[Listed], message: str) -> None:
        """List ``words`` from the first one on, or say ``message`` where there are none."""
        self.words, self.message = words, message
        self.cursor = 0
        self.relist()


class ContextPane(EntryList):
    """The places where a word stands, a line each, the word in the middle."""

    def __init__(self, screen: WordsScreen, *, ambiguous: int) -> None:
        """Begin empty; ``screen`` is told where the cursor is and what was chosen."""
        super().__init__(
            id="context-list", ambiguous=ambiguous, chosen=screen.place_chosen, moved=screen.place_pointed_at
        )
        self.places: tuple[Span, ...] = ()
        """What is listed."""
        self.report: Report | None = None
        """The report that has them."""

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self.places)

    def show(self, report: Report, term: str) -> None:
        """List where ``report`` has ``term``."""
        self.report, self.places = report, tuple(places_of(report, term))
        self.cursor = 0
        self.relist()

    def paint_entry(self, index: int, line: int) -> list[Piece]:
        """Return the word and what stands before and behind it."""
        assert self.report is not None
        span, ground = self.places[index], self.ground_of(index)
        text = self.report.blocks[span.paragraph].text
        word = text[span.start : span.end]
        room = max((self.width - cell_width(word, self.ambiguous)) // 2 - 1, 0)
        before = text[max(span.start - room, 0) : span.start]
        while cell_width(before, self.ambiguous) > room:
            before = before[1:]
        gap = " " * (room - cell_width(before, self.ambiguous) + 1)
        return [
            (gap + before, self.looks(ground, "plain")),
            (word, self.looks(ground, "found")),
            (text[span.end : span.end + self.width], self.looks(ground, "plain")),
        ]


def _known(making: asyncio.Task[WordList]) -> None:
    """Look at what became of a list that perhaps nobody waits for any more, or asyncio would complain of that."""
    if not making.cancelled():
        making.exception()


class WordsScreen(OverScreen[Chosen], inherit_bindings=False):
    """The lists of words. It ends with the place that the person wants to go to."""

    BINDINGS = bindings(Scope.WORDS)
    AUTO_FOCUS = "#words-list"

    def __init__(self, lists: WordLists, keymap: Mapping[str, tuple[str, ...]], *, ambiguous: int) -> None:
        """Show ``lists`` under the user's ``keymap``."""
        super().__init__()
        self._lists = lists
        self._head = TwoSided(id="words-head", ambiguous=ambiguous)
        self._head.spares_right = True
        self.pane = WordsPane(self, ambiguous=ambiguous)
        """The list."""
        self.context = ContextPane(self, ambiguous=ambiguous)
        """The places of the word that was chosen."""
        self.status = StatusLine(ambiguous=ambiguous)
        """What is listed, or what is being done."""
        self._keys = KeyLine(keymap, self.perform, ambiguous=ambiguous)
        self._bar: FilterBar | None = None
        self.view = View.FREQUENCY
        """What is listed."""
        self._list: WordList | None = None
        self._query = ""
        self._term = ""
        self._elsewhere: Opened | None = None
        self._over = Event()
        self._told: tuple[str, int, int] = (COUNTING, 0, 0)

    def compose(self) -> ComposeResult:
        """Lay out the list and the lines around it."""
        yield self._head
        with Vertical(id="words-side", classes="side"):
            yield self.pane
            yield self.context
        yield self.status
        yield self._keys

    def on_mount(self) -> None:
        """Show the first list."""
        self.context.display = False
        self.show_view(self.view)

    def on_unmount(self) -> None:
        """Let what is still being counted come to an end."""
        self._over.set()

    def on_resize(self, event: events.Resize) -> None:
        """On a low screen the line of keys gives way."""
        self._keys.display = event.size.height >= LOW

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys that matter where the focus is."""
        self._keys.show_for((self.focused and self.focused.id) or "")

    async def perform(self, action: Action) -> None:
        """Do ``action``, of this screen or of what has the focus."""
        target: Widget = self if action.scope is Scope.WORDS else self.focused or self
        await target.run_action(action.command)

    # What is listed.

    def show_view(self, view: View) -> None:
        """List what belongs to ``view``, as soon as it has been counted."""
        self.view = view
        self._list = self._lists.made(view)
        self._show_head()
        if self._list is None:
            self._told = (COUNTING, 0, 0)
            self.pane.show((), f"{COUNTING}……")
            self.status.show([(COUNTING, "strong")])
            self._make(view)
        else:
            self._show_list()

    @work(exclusive=True, group="words")
    async def _make(self, view: View) -> None:
        """Have the list made in a thread, and say how far that is."""
        making = asyncio.ensure_future(asyncio.to_thread(self._lists.make, view, partial(self._tell, view)))
        making.add_done_callback(_known)
        while not making.done():
            await asyncio.wait([making], timeout=LOOK_SECONDS)
            if self.view is view:
                self._show_progress()
        if self.view is not view:
            return
        error = making.exception()
        if error is None:
            self._list = making.result()
            self._show_list()
        elif isinstance(error, HzviewError):
            self.pane.show((), str(error))
            self.status.show([])
        else:
            raise error

    def _tell(self, view: View, doing: str, done: int, all: int) -> None:
        """Take note of how far it is, in the thread that counts; end it when nobody waits for it any more."""
        if self._over.is_set() or self.view is not view:
            raise HzviewError(f"{doing}：已中止")
        self._told = (doing, done, all)

    def _show_progress(self) -> None:
        doing, done, all = self._told
        self.status.show([(f"{doing} {done}/{all}" if all else doing, "strong")])

    def _show_head(self) -> None:
        parts = [(f" {view.value} ", "cursor" if view is self.view else "quiet") for view in View]
        self._head.show(parts, self._whose())

    def _whose(self) -> list[Part]:
        """Name the report whose words these are."""
        return [(one_line(self._lists.report.title) or "词语", "quiet")]

    def _show_list(self) -> None:
        if self._list is None:
            return
        found = filtered(self._list.words, self._query)
        self.pane.show(found, f"没有含“{self._query}”的词" if self._query else "没有这样的词")
        self._show_about()

    def _show_about(self) -> None:
        if self._list is not None:
            right = [(f"筛出 {self.pane.count} 个", "found")] if self._query else []
            self.status.show([(self._list.about, "plain")], right)

    # The filter.

    async def action_filter_words(self) -> None:
        """Open the line for the filter, which is made when it is first needed."""
        if self.context.display:
            self._leave_context()
        if self._bar is None:
            self._bar = FilterBar(self, ambiguous=self._head.ambiguous, placeholder="词中的字或拼音")
            await self.query_one("#words-side").mount(self._bar, before=self.pane)
        self._bar.display = True
        self._bar.field.value = self._query
        self.set_focus(self._bar.field)

    @property
    def _filtering(self) -> bool:
        return self._bar is not None and self._bar.display

    def filter_by(self, query: str) -> None:
        """List what fits to ``query``."""
        query = query.strip()
        if self._filtering and query != self._query:
            self._query = query
            self._show_list()

    def step_listed(self, step: int) -> None:
        """Go down or up by a word."""
        self.pane.move_by(step)

    def end_filtering(self, *, accepted: bool) -> None:
        """Go to the list, or list everything again."""
        if self._bar is None or not self._filtering:
            return
        if not accepted:
            self.filter_by("")
        self._bar.display = False
        if self.focused is self._bar.field:
            self.set_focus(self.pane)

    # What the keys do.

    def action_next_words(self, times: int = 1) -> None:
        """Show the next list."""
        self._turn(times)

    def action_previous_words(self, times: int = 1) -> None:
        """Show the list before."""
        self._turn(-times)

    def _turn(self, step: int) -> None:
        if self.context.display:
            self._leave_context()
        self.show_view(self.view.other(step))

    def action_close_words(self) -> None:
        """Go back to the list; list everything again; then go back to the reader."""
        if self.context.display:
            self._leave_context()
        elif self._query:
            self._query = ""
            self._show_list()
        else:
            self.dismiss(None)

    # A word in context.

    def word_chosen(self, index: int) -> None:
        """Show a word in context."""
        listed = self.pane.words[index]
        self._elsewhere = self._list.earlier if self._list is not None and listed.gone else None
        report = self._elsewhere.report if self._elsewhere is not None else self._lists.report
        self._term = listed.spelling
        self.pane.display = False
        self.context.display = True
        self.context.show(report, self._term)
        self.set_focus(self.context)
        name = f"  {self._elsewhere.report.title}" if self._elsewhere is not None else ""
        found = [(f"{self._term} ", "strong"), (f"{self.context.count} 处{name}", "quiet")]
        self._head.show(found, () if name else self._whose())
        self.place_pointed_at(0)

    def place_pointed_at(self, index: int) -> None:
        """Say where the place under the cursor is."""
        report = self.context.report
        assert report is not None
        path = report.path(self.context.places[index].paragraph) if self.context.count else ()
        self.status.show([(" › ".join(path) or report.title, "plain")])

    def place_chosen(self, index: int) -> None:
        """End with a place."""
        self.dismiss(Chosen(self._term, self.context.places[index].position, self._elsewhere))

    def _leave_context(self) -> None:
        self.context.display = False
        self.pane.display = True
        self.set_focus(self.pane)
        self._show_head()
        self._show_about()
