"""The library: regions and years at a glance; reports opened, added, removed, searched, held to one another."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import events, work
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input

from hzview.errors import HzviewError
from hzview.library import Library
from hzview.library.schema import library_path
from hzview.printable import one_line
from hzview.tui.actions import Action, Scope, bindings
from hzview.tui.beside import open_beside
from hzview.tui.holdings import Held, Holdings
from hzview.tui.screens.closing import OverScreen
from hzview.tui.screens.panes import LOW
from hzview.tui.widgets.field import Field
from hzview.tui.widgets.filter_bar import FilterField
from hzview.tui.widgets.lines import KeyLine, StatusLine, TwoSided
from hzview.tui.widgets.shelves import ShelvesPane

if TYPE_CHECKING:
    from hzview.tui.app import HzviewApp


class LibraryActions:
    """What the screen of the library has done elsewhere."""

    def __init__(
        self,
        *,
        open_report: Callable[[int], Awaitable[None]],
        search: Callable[[], Awaitable[None]],
        over_years: Callable[[str], Awaitable[None]],
        compare: Callable[[int], Awaitable[None]],
    ) -> None:
        """Take what opens a report by its id, searches, holds a region's targets to results, compares with a report."""
        self.open_report = open_report
        self.search = search
        self.over_years = over_years
        self.compare = compare


class PathField(Field):
    """The field for the path of what is to be added."""

    BINDINGS = bindings(Scope.ADDING)

    def __init__(self, screen: LibraryScreen) -> None:
        """Type for ``screen``."""
        super().__init__(id="library-path", placeholder="报告文件或目录")
        self._library = screen

    async def action_accept_path(self) -> None:
        """Add what is there."""
        self._library.add_path(await self.catch_up())

    def action_cancel_path(self) -> None:
        """Add nothing."""
        self._library.add_path("")


class LibraryScreen(OverScreen[None], inherit_bindings=False):
    """Regions by level and name, each with a row of years. Enter opens a report over it; Esc comes back."""

    BINDINGS = bindings(Scope.LIBRARY)
    AUTO_FOCUS = "#shelves"

    def __init__(
        self,
        keymap: Mapping[str, tuple[str, ...]],
        *,
        ambiguous: int,
        actions: LibraryActions,
        first: tuple[str, int | None],
    ) -> None:
        """Show the user's library, at the region and year ``first`` if it has them; ``actions`` are done elsewhere."""
        super().__init__()
        self.shelves = ShelvesPane(ambiguous=ambiguous, chosen=self._chosen, moved=self._moved, first=first)
        """Regions and years."""
        self.filter = FilterField(self, "地区名的一部分，或拼音")
        """The field for a part of a region's name."""
        self.path = PathField(self)
        """The field for the path of what is to be added."""
        self._actions = actions
        self._holdings = Holdings()
        self._query = ""
        self._said = ""
        self._head = TwoSided(id="head", ambiguous=ambiguous)
        self._years = TwoSided(id="years", ambiguous=ambiguous)
        self._status = StatusLine(ambiguous=ambiguous)
        self._status.spares_right = True
        self._keys = KeyLine(keymap, self.perform, ambiguous=ambiguous)

    def compose(self) -> ComposeResult:
        """Lay out head, years, regions and the lines below them."""
        self.filter.display = self.path.display = False
        yield self._head
        yield self._years
        yield self.shelves
        yield self.filter
        yield self.path
        yield self._status
        yield self._keys

    @property
    def hzview(self) -> HzviewApp:
        """The application."""
        return cast("HzviewApp", self.app)

    def on_mount(self) -> None:
        """Show what there is."""
        self._load()

    def on_screen_resume(self) -> None:
        """Show years as wide as the screen is by now."""
        self.call_after_refresh(self._show_years)

    def on_resize(self, event: events.Resize) -> None:
        """Give the keys up on a low screen, and show as many years as fit."""
        self._keys.display = event.size.height >= LOW
        self._head.display = event.size.height >= LOW // 2
        self.call_after_refresh(self._show_years)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys that matter where the focus is."""
        self._keys.show_for((self.focused and self.focused.id) or "")

    async def perform(self, action: Action) -> None:
        """Do ``action``, of this screen or of what has the focus."""
        target: Widget = self if action.scope is Scope.LIBRARY else self.focused or self.shelves
        await target.run_action(action.command)

    # Showing.

    @work(exclusive=True, group="library")
    async def _load(self, said: str = "") -> None:
        """Read what the library holds, and show it."""
        try:
            reports = await asyncio.to_thread(_held, self._tell)
        except HzviewError as error:
            self._say(str(error))
            return
        self._holdings = Holdings(reports)
        self.shelves.show(self._holdings, self._query)
        self._show_years()
        self._say(said)

    def _tell(self, doing: str, done: int, all: int) -> None:
        """Say, from a thread, what is done to an older library before it can be read."""
        self.app.call_from_thread(self._say, f"{doing} {done}/{all}")

    def _show_years(self) -> None:
        self._years.show(self.shelves.header())

    def _say(self, text: str) -> None:
        self._said = text
        self._show_status()

    def _moved(self, index: int) -> None:
        self._said = ""
        self._show_years()
        self._show_status()

    def _show_status(self) -> None:
        """Show the notice, or what is under the cursor."""
        held = self._holdings
        narrowed = [(f"  {one_line(self._query)}", "found")] if self._query else []
        totals = f"{len(held.regions)} 个地区  {held.reports} 份报告"
        self._head.show([("文库", "strong"), *narrowed], [(totals, "quiet")])
        region, here = self.shelves.chosen_region, self.shelves.here
        if self._said:
            self._status.say(self._said)
        elif region is None:
            self._status.show([])
        else:
            count = f"共 {region.reports} 份" + (f"，缺 {region.missing} 年" if region.missing else "")
            title = "、".join(report.title for report in here) or "这一年没有"
            year = f" {self.shelves.year}" if self.shelves.year else ""
            self._status.show(
                [(f"{region.shown}{year}", "strong"), (f"  {title}", "quiet")], [(count, "quiet")]
            )

    # Filtering.

    def action_filter_library(self) -> None:
        """Type a part of a region's name."""
        self.filter.display = True
        self.set_focus(self.filter)

    def on_input_changed(self, message: Input.Changed) -> None:
        """List the regions that fit to what is typed."""
        if message.input is self.filter:
            self.filter_by(message.value)

    def filter_by(self, query: str) -> None:
        """List the regions that fit to ``query``."""
        if query != self._query:
            self._query = query
            self.shelves.show(self._holdings, query)

    def step_listed(self, step: int) -> None:
        """Move the cursor by an entry."""
        self.shelves.move_by(step)

    def end_filtering(self, *, accepted: bool) -> None:
        """Go to the regions; list all of them again unless ``accepted``."""
        if not self.filter.display:
            return
        if not accepted:
            self.filter.value = ""
            self.filter_by("")
        self.set_focus(self.shelves)
        self.filter.display = False

    # Opening.

    def _chosen(self, index: int) -> None:
        """Open the report under the cursor; several are offered by nothing but their order: the first one."""
        here = self.shelves.here
        if here:
            self._do(self._actions.open_report, here[0].number)
        elif self.shelves.chosen_region is not None:
            self._say("这一年没有报告：h l 到有报告的年份")

    def _do(self, doing: Callable[..., Awaitable[None]], *arguments: object) -> None:
        open_beside(self, self._say, doing, *arguments)

    def action_search_library(self) -> None:
        """Search all reports."""
        self._do(self._actions.search)

    def action_region_over_years(self) -> None:
        """Hold the region's targets to what came of them."""
        if self.shelves.chosen_region is not None:
            self._do(self._actions.over_years, self.shelves.chosen_region.name)

    def action_compare_held(self) -> None:
        """Hold the report under the cursor to the one that is being read."""
        if self.shelves.here:
            self._do(self._actions.compare, self.shelves.here[0].number)

    # Adding and removing.

    def action_add_reports(self) -> None:
        """Type the path of what is to be added."""
        self.path.display = True
        self.set_focus(self.path)

    def add_path(self, path: str) -> None:
        """Add the reports at ``path``; none where it is empty."""
        self.set_focus(self.shelves)
        self.path.display = False
        if path.strip():
            self._add(path.strip())

    @work(group="add")
    async def _add(self, path: str) -> None:
        """Add by a process of its own: what a file may bring down is not the reader."""
        self._say(f"正在加入 {one_line(path)} …")
        place = str(Path(path).expanduser())
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "hzview", "library", "add", "--library", str(library_path())),
            *("--", place),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            out, err = await process.communicate()
        finally:
            if process.returncode is None:
                process.terminate()
        said = [one_line(line) for text in (err, out) for line in text.decode(errors="replace").splitlines()]
        last = "；".join([*said[:1], *said[1:][-1:]])
        self._load(last.replace(place, Path(place).name))

    def action_remove_report(self) -> None:
        """Remove the report under the cursor, once that was confirmed."""
        here = self.shelves.here
        if here:
            self._say(f"把“{here[0].title}”移出文库？按 y 移出，其他键作罢（原文件不动）")
            self.hzview.typed.ask(lambda key: self._remove(here[0], key))

    def _remove(self, report: Held, key: str) -> None:
        if key.lower() == "y":
            self._take_out(report)
        else:
            self._say("")

    @work(group="remove")
    async def _take_out(self, report: Held) -> None:
        try:
            await asyncio.to_thread(_removed, report.number)
        except HzviewError as error:
            self._say(str(error))
            return
        self._load(f"已移出：{report.title}")

    def action_close_library(self) -> None:
        """List everything again, or go back to the report."""
        if self._query:
            self.filter.value = ""
            self.filter_by("")
        else:
            self.dismiss(None)


def _held(tell: Callable[[str, int, int], None]) -> list[dict[str, object]]:
    """Return what the library holds; nothing where there is none."""
    if not library_path().exists():
        return []
    with Library(tell=tell) as library:
        return library.reports()


def _removed(number: int) -> None:
    with Library() as library:
        library.remove([number])
