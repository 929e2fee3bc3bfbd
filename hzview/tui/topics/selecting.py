"""Selecting text by keys: a caret in the text, and the text between where it began and where it is."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from hzview.model import Position
from hzview.tui.actions import Action, Scope, actions_by_key
from hzview.tui.beside import beside
from hzview.tui.caret import Caret
from hzview.tui.selecting import Selection
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.tui.screens.reader import ReaderScreen


class Selecting(Topic):
    """A caret that selects as it moves. While there is one, its keys come before all others."""

    def __init__(self, reader: ReaderScreen) -> None:
        """Select in the text of ``reader``; there is no caret at first."""
        super().__init__(reader)
        self._caret = Caret(reader.reading.blocks)
        self._keys: tuple[dict[str, tuple[str, ...]], dict[str, Action]] | None = None
        self._anchor = self._place = reader.reading.place
        self._by_paragraphs = False
        self._goal: int | None = None

    @property
    def active(self) -> bool:
        """Whether there is a caret."""
        return self.reader.document.caret is not None

    def action_of(self, key: str) -> Action | None:
        """Return what ``key`` (its name for Textual) does to the caret, if there is one and the text has the focus."""
        if not self.active or self.reader.focused is not self.reader.document:
            return None
        keymap = dict(self.reader.keymap)  # which changes with the settings
        if self._keys is None or self._keys[0] != keymap:
            self._keys = keymap, actions_by_key(Scope.SELECTION, keymap)
        return self._keys[1].get(key)

    def action_select(self) -> None:
        """Begin to select by characters; if that is so already, end."""
        self._begin_or_end(by_paragraphs=False)

    def action_select_paragraphs(self) -> None:
        """Begin to select by whole paragraphs; if that is so already, end."""
        self._begin_or_end(by_paragraphs=True)

    def _begin_or_end(self, *, by_paragraphs: bool) -> None:
        if self.active and self._by_paragraphs is by_paragraphs:
            self.leave()
            return
        if not self.active:
            self.reader.leave_panes()
            self._begin()
        self._by_paragraphs = by_paragraphs
        self.move_to(self._place)

    def _begin(self) -> None:
        """Take up what the mouse has selected, or begin at the selected figure, or at the top of the screen."""
        document, reading = self.reader.document, self.reader.reading
        selection = document.selection
        if selection:
            self._anchor = selection.start
            self._place = self._caret.by_characters(selection.end, -1)
        else:
            start = reading.figure.span.position if reading.figure else document.first_in_view()
            self._anchor = self._place = self._caret.clamped(start)
        self._goal = None
        beside(self.reader, "segmenter", self._load_segmenter)

    async def _load_segmenter(self) -> None:
        """Go by real words as soon as the segmenter is there, which takes a while to load."""
        from hzview import segmenter

        await asyncio.to_thread(segmenter.load)
        self._caret.cut = segmenter.cut

    def leave(self) -> None:
        """Take the caret away, and what it has selected."""
        if self.active:
            self.reader.document.caret = None
            self.reader.document.select(None)

    def step_back(self) -> bool:
        """Take the caret away."""
        was = self.active
        self.leave()
        return was

    def move_to(self, place: Position, *, keep_goal: bool = False) -> None:
        """Put the caret on the character at ``place`` and select from where it began to there."""
        document = self.reader.document
        self._place = self._caret.clamped(place)
        if not keep_goal:
            self._goal = None
        first, last = sorted((self._anchor, self._place))
        if self._by_paragraphs:
            first, last = Position(first.paragraph, 0), Position(last.paragraph, 1 << 60)
        document.caret = self._place
        document.select(Selection(first, self._caret.end_of(self._caret.clamped(last))))
        document.repaint()

    def follow_text(self) -> None:
        """Keep the caret on the screen after the text has moved under it."""
        if self.active and not self.reader.document.shows(self._place):
            self.move_to(self.reader.document.nearest_in_view(self._place))

    def _go(self, place: Position, *, keep_goal: bool = False) -> None:
        self.move_to(place, keep_goal=keep_goal)
        self.reader.document.keep_in_view(self._place)
        self.reader.text_moved()

    def action_caret_left(self, times: int = 1) -> None:
        """Go to the character before."""
        self._go(self._caret.by_characters(self._place, -times))

    def action_caret_right(self, times: int = 1) -> None:
        """Go to the next character."""
        self._go(self._caret.by_characters(self._place, times))

    def action_caret_down(self, times: int = 1) -> None:
        """Go down by a row, to the cell where one was."""
        self._by_rows(times)

    def action_caret_up(self, times: int = 1) -> None:
        """Go up by a row, to the cell where one was."""
        self._by_rows(-times)

    def _by_rows(self, rows: int) -> None:
        document = self.reader.document
        if self._goal is None:
            self._goal = document.flow.cell_of(self._place)
        self._go(document.flow.beside(self._place, rows, self._goal), keep_goal=True)

    def action_caret_next_word(self, times: int = 1) -> None:
        """Go to where the next word begins."""
        self._go(self._caret.by_words(self._place, times))

    def action_caret_word_before(self, times: int = 1) -> None:
        """Go to where this word begins, or the one before."""
        self._go(self._caret.by_words(self._place, -times))

    def action_caret_word_end(self, times: int = 1) -> None:
        """Go to where this word ends, or the next."""
        self._go(self._caret.word_end(self._place, times))

    def action_caret_row_start(self) -> None:
        """Go to the first character of the row."""
        self._go(self.reader.document.flow.row_of(self._place)[0])

    def action_caret_row_end(self) -> None:
        """Go to the last character of the row."""
        self._go(self._caret.by_characters(self.reader.document.flow.row_of(self._place)[1], -1))

    def action_caret_next_paragraph(self, times: int = 1) -> None:
        """Go to the start of the next paragraph."""
        self._go(self._caret.by_blocks(self._place, times))

    def action_caret_paragraph_before(self, times: int = 1) -> None:
        """Go to the start of this paragraph, or of the one before."""
        self._go(self._caret.by_blocks(self._place, -times))

    def action_caret_top(self) -> None:
        """Go to the first character of the report."""
        self._go(Position(0, 0))

    def action_caret_bottom(self) -> None:
        """Go to the last character of the report."""
        self._go(Position(len(self.reader.reading.blocks) - 1, 1 << 60))

    def action_caret_swap(self) -> None:
        """Go to the other end of what is selected."""
        self._anchor, place = self._place, self._anchor
        self._go(place)
