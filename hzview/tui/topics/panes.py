"""Panes: opening and closing them, and going from one to the next."""

from __future__ import annotations

from hzview.tui.arrangement import Side
from hzview.tui.topics.topic import Topic


class Panes(Topic):
    """Going between the text and the panes beside it."""

    def action_outline(self) -> None:
        """Go to the outline, opening it if need be; from within it, close it."""
        self.reader.enter_or_close(Side.OUTLINE)

    def action_figures(self) -> None:
        """Go to the table of figures, opening it if need be; from within it, close it."""
        self.reader.enter_or_close(Side.FIGURES)

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self.reader.step_pane(1)

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self.reader.step_pane(-1)

    def step_back(self) -> bool:
        """Go back to the text."""
        elsewhere = self.reader.focused is not self.reader.document
        if elsewhere:
            self.reader.leave_panes()
        return elsewhere
