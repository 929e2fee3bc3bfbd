"""The table of figures: what it lists, in what order, under which headings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hzview.tui.arrangement import Side
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.tui.screens.reader import ReaderScreen
    from hzview.tui.widgets.filter_bar import FilterBar


class Listing(Topic):
    """Choosing what the table of figures shows."""

    def __init__(self, reader: ReaderScreen) -> None:
        """Act in ``reader``."""
        super().__init__(reader)
        self._bar: FilterBar | None = None

    def action_whole(self) -> None:
        """Let the table show the whole report, or this section."""
        self.reader.table.toggle_whole()
        self.reader.sync()

    def action_sort_figures(self) -> None:
        """List in the next order."""
        table = self.reader.table
        table.view = table.view.next_order()
        self._relisted(f"指标表按{table.view.order.value}排列")

    def action_group_figures(self) -> None:
        """List by section, or by indicator alone."""
        table = self.reader.table
        table.view = replace(table.view, by_section=not table.view.by_section)
        self._relisted("指标表按章节分组" if table.view.by_section else "指标表不分章节")

    def _relisted(self, said: str) -> None:
        """Show the table as it is listed now, opening it if need be."""
        if not self.reader.table.is_on_screen:
            self.reader.enter(Side.FIGURES)
        self.reader.sync()
        self.reader.notice(said)

    async def action_filter_figures(self) -> None:
        """Open the line for the filter, which is made when it is first needed."""
        reader = self.reader
        if self._bar is None:
            from hzview.tui.widgets.filter_bar import FilterBar

            self._bar = FilterBar(
                self, ambiguous=reader.document.ambiguous, placeholder="名称 单位 目标 >1000 8%..10%"
            )
            await reader.query_one("#figures-side").mount(self._bar, before=reader.table)
        reader.enter(Side.FIGURES)
        self._bar.display = True
        self._bar.field.value = reader.table.view.query
        reader.set_focus(self._bar.field)

    @property
    def _filtering(self) -> bool:
        return self._bar is not None and self._bar.display

    def filter_by(self, query: str) -> None:
        """List what fits to ``query``."""
        query, table = query.strip(), self.reader.table
        if self._filtering and query != table.view.query:
            table.view = replace(table.view, query=query)
            table.cursor = 0
            self.reader.sync()

    def step_listed(self, step: int) -> None:
        """Go down or up by an entry of the list."""
        self.reader.table.move_by(step)

    def end_filtering(self, *, accepted: bool) -> None:
        """Go to the list, that of the whole report where the section has nothing; or list everything again."""
        if self._bar is None or not self._filtering:
            return
        reader, bar = self.reader, self._bar
        if not accepted:
            self.filter_by("")
        elif reader.table.elsewhere:
            reader.notice(f"本节没有，列出全文的 {reader.table.elsewhere} 项")
            reader.table.toggle_whole()
        bar.display = False
        if reader.focused is bar.field:
            reader.set_focus(reader.table)
        reader.sync()

    def step_back(self) -> bool:
        """Filter no more."""
        table = self.reader.table
        if not table.view.query:
            return False
        table.view = replace(table.view, query="")
        self.reader.sync()
        return True
