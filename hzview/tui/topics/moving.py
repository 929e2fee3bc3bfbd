"""Moving through the text: from heading to heading."""

from __future__ import annotations

from hzview.model import Position
from hzview.tui.topics.topic import Topic


class Moving(Topic):
    """Going from place to place in the text."""

    def action_next_section(self) -> None:
        """Go to the next heading."""
        self._step_section(1)

    def action_previous_section(self) -> None:
        """Go to the heading of this section, or to the one before."""
        self._step_section(-1)

    def _step_section(self, step: int) -> None:
        block = self.reader.reading.next_heading(step)
        if block is not None:
            self.reader.go(Position(block, 0), at_top=True)
