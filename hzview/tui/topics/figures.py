"""Figures: from one to the next, and what the table shows."""

from __future__ import annotations

from hzview.tui.topics.topic import Topic


class Figures(Topic):
    """Going through the figures of the report."""

    def action_next_figure(self, times: int = 1) -> None:
        """Select the next figure, or the one so many further on."""
        self._step_figure(1, times)

    def action_previous_figure(self, times: int = 1) -> None:
        """Select the figure before."""
        self._step_figure(-1, times)

    def _step_figure(self, step: int, times: int) -> None:
        figure = self.reader.finder.next_figure(step, times)
        if figure is None:
            self.reader.notice("后面没有指标了" if step > 0 else "前面没有指标了")
        else:
            self.reader.select_figure(figure, run="figure")

    def action_whole(self) -> None:
        """Let the table show the whole report, or this section."""
        self.reader.table.toggle_whole()
        self.reader.sync()

    def step_back(self) -> bool:
        """Select no figure any more."""
        selected = self.reader.reading.figure is not None
        if selected:
            self.reader.select_figure(None)
        return selected
