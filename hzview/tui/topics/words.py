"""The words of the report: their screen, and going to where one of them stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.tui.screens.reader import ReaderScreen
    from hzview.tui.screens.words import Chosen
    from hzview.tui.word_lists import WordLists


class WordsOfReport(Topic):
    """What the report talks about."""

    def __init__(self, reader: ReaderScreen) -> None:
        """List the words of what ``reader`` shows."""
        super().__init__(reader)
        self._lists: WordLists | None = None

    async def action_words(self) -> None:
        """List the words; what was counted is kept for the next time."""
        from hzview.tui.screens.words import WordsScreen
        from hzview.tui.word_lists import WordLists

        reader = self.reader
        if self._lists is None:
            self._lists = WordLists(reader.reading.report)
        screen = WordsScreen(self._lists, reader.keymap, ambiguous=reader.document.ambiguous)
        await reader.hzview.open_screen(screen, self._closed)

    async def _closed(self, chosen: Chosen | None) -> None:
        """Go to the place that was chosen, with all the places of its word as hits."""
        if chosen is None:
            return
        reader = self.reader
        if chosen.elsewhere is not None:
            reader = await reader.hzview.open_report(chosen.elsewhere, chosen.position)
        reader.leave_panes()
        reader.searching.show_term(chosen.term, chosen.position)
