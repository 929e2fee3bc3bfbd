"""Figures: from one to the next, marking them, and their details."""

from __future__ import annotations

from hzview.figures.figure import Figure
from hzview.tui.topics.topic import Topic

_NONE_HERE = "没有选中指标：按 ] 选指标，或按 i 到指标表"


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

    # Marking.

    def at_hand(self) -> Figure | None:
        """Return the selected figure, or the one under the cursor of the table; says so where there is none."""
        reader, table = self.reader, self.reader.table
        figure = reader.reading.figure
        if figure is None and reader.focused is table and table.count:
            figure = table.figure(table.cursor)
        if figure is None:
            reader.notice(_NONE_HERE)
        return figure

    def action_mark_figure(self) -> None:
        """Mark the figure at hand, in the table all of its row; take the mark away where all are marked."""
        reader, figure = self.reader, self.at_hand()
        if figure is None:
            return
        in_table = reader.focused is reader.table
        spans = {one.span for one in reader.table.figures_of(reader.table.cursor)} if in_table else set()
        spans = spans or {figure.span}
        marked = reader.reading.marked
        if spans <= marked:
            marked -= spans
        else:
            marked |= spans
        self._show_marks()

    def action_unmark_figures(self) -> None:
        """Take all marks away."""
        self.reader.reading.marked.clear()
        self._show_marks()

    def _show_marks(self) -> None:
        reader = self.reader
        reader.document.repaint()
        reader.table.repaint()
        reader.sync()
        count = len(reader.reading.marked)
        reader.notice(f"已标记 {count} 个指标：c 复制成表，X 全部取消" if count else "没有标记的指标了")

    # Details.

    async def action_details(self) -> None:
        """Tell all that is known of the figure at hand."""
        from hzview.tui.screens.details import DetailsScreen

        figure = self.at_hand()
        if figure is not None:
            self.reader.select_figure(figure)
            await self.reader.hzview.open_screen(DetailsScreen(self.reader))

    def step_back(self) -> bool:
        """Select no figure any more."""
        selected = self.reader.reading.figure is not None
        if selected:
            self.reader.select_figure(None)
        return selected
