"""Moving through the text: from heading to heading, to a heading by its name, to a share of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hzview.model import Position
from hzview.tui.naming import LONGEST, Do, Named, Names
from hzview.tui.topics.topic import Topic


class Moving(Topic):
    """Going from place to place in the text."""

    def action_next_section(self, times: int = 1) -> None:
        """Go to the next heading, or to the one so many further on."""
        self._step_section(1, times)

    def action_previous_section(self, times: int = 1) -> None:
        """Go to the heading of this section, or to the one before."""
        self._step_section(-1, times)

    def _step_section(self, step: int, times: int) -> None:
        block = self.reader.reading.next_heading(step, times)
        if block is not None:
            self.reader.go(Position(block, 0), at_top=True, run="section")

    def action_percent(self, number: int | None = None) -> None:
        """Go to where so many hundredths of the text lie before."""
        if number is None:
            self.reader.notice("先打数再按 %：50% 到全文一半处")
        else:
            self.reader.document.move_to_share(min(number, 100) / 100)

    async def action_heading(self) -> None:
        """Go to a heading by a part of its name."""
        from hzview.tui.screens.palette import PaletteScreen

        reader = self.reader
        screen = PaletteScreen(
            Names(self._headings()), ambiguous=reader.document.ambiguous, placeholder="标题中的几个字"
        )
        await reader.hzview.open_screen(screen, self._heading_chosen)

    def _headings(self) -> Iterator[Named[Do]]:
        reader = self.reader
        for entry in reader.reading.outline:
            share = f"{100 * entry.position.paragraph // max(len(reader.reading.blocks), 1)}%"
            yield Named(entry.title[:LONGEST], share, partial(reader.go, entry.position, at_top=True))

    def _heading_chosen(self, do: Do | None) -> None:
        if do is not None:
            self.reader.leave_panes()
            do()
