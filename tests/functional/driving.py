"""What the tests of the reader share: a report of their own, an application under a pilot, and its screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from hzview.model import Paragraph, Report, Role, Section
from hzview.opening import Opened
from hzview.settings import Settings
from hzview.state import StateStore
from hzview.tui.app import HzviewApp
from hzview.tui.asking import WidthQuestion
from hzview.tui.keys import key_of
from hzview.tui.screens.reader import ReaderScreen
from hzview.tui.widgets.lines import TwoSided
from hzview.typeset import cell_width

REVIEW = (
    "工业经济稳步回升。规模以上工业增加值增长8.7%，其中高新技术产业增加值增长10.4%，淘汰落后企业3058家。",
    "投资结构持续优化。固定资产投资完成1731亿元，增长7.2%，实到外资10.5亿美元，“大好高”项目加快落地。",
)
"""Paragraphs of the review, each with a topic sentence."""
TASKS = ("经济运行保持平稳。地区生产总值增长8%以上，居民收入与经济增长同步，新增城镇就业5万人。",)
"""Paragraphs of the tasks."""
PATIENCE, GLANCE = 400, 0.02
"""How often to look, and seconds between two looks, before something that has not happened never will."""
FILLER = (
    "我们坚持稳中求进工作总基调，统筹推进各项工作，在变局中开新局，在危机中育先机，努力把各项部署落到实处。"
)
"""Text without figures, to fill pages."""


def paragraph(text: str) -> Paragraph:
    """Return a paragraph whose first sentence is its topic sentence."""
    return Paragraph(text, text.index("。") + 1)


def little_report() -> Report:
    """Return a report of three sections that is a few pages long."""
    review = Section(
        "2017年工作回顾",
        "一、",
        Role.REVIEW,
        (Paragraph("全市地区生产总值达到2476.1亿元，增长8.5%；财政总收入408.9亿元，下降1.3%。"),),
        (
            Section("工业和投资", "（一）", None, tuple(map(paragraph, REVIEW))),
            Section("民生和服务", "（二）", None, (Paragraph(FILLER * 6), Paragraph(FILLER * 5))),
        ),
    )
    tasks = Section("2018年重点任务", "二、", Role.TASKS, tuple(map(paragraph, TASKS)))
    own = Section("政府自身建设", "三、", Role.OTHER, (Paragraph(FILLER * 8),))
    return Report(
        "2018年测试市政府工作报告",
        region="测试市",
        level="prefecture",
        year=2018,
        paragraphs=(Paragraph("各位代表："),),
        sections=(review, tasks, own),
    )


@dataclass
class Driver:
    """A running reader and its pilot."""

    app: HzviewApp
    """The application."""
    pilot: Pilot[int]
    """Its pilot."""

    @property
    def reader(self) -> ReaderScreen:
        """The reader."""
        return self.app.reader

    @property
    def top_screen(self) -> object:
        """The screen that is on top."""
        return self.app.screen

    @property
    def rows(self) -> list[str]:
        """The screen as text, a row each."""
        return screen_rows(self.app)

    @property
    def text(self) -> str:
        """The screen as one string."""
        return "\n".join(self.rows)

    @property
    def status(self) -> str:
        """The status line."""
        return self.reader.query_one("#status", TwoSided).text

    def pane(self, id: str) -> str:
        """Return what the pane with this id shows."""
        region = self.reader.query_one(f"#{id}").region
        strips = self.app.screen._compositor.render_strips()[region.y : region.bottom]
        return "\n".join(strip.crop(region.x, region.right).text.rstrip() for strip in strips)

    def pane_of(self, id: str) -> str:
        """Return what the pane with this id shows on the uppermost screen."""
        region = self.app.screen.query_one(f"#{id}").region
        strips = self.app.screen._compositor.render_strips()[region.y : region.bottom]
        return "\n".join(strip.crop(region.x, region.right).text.rstrip() for strip in strips)

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all is done."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type characters."""
        self.send(*text)
        await self.pilot.pause()

    def send(self, *keys: str) -> None:
        """Put keys into the application's queue as a terminal does, all at once, and do not wait."""
        for key in keys:
            single = len(key) == 1
            self.app.post_message(events.Key(key_of(key) if single else key, key if single else None))

    def mouse(self, kind: Callable[..., events.MouseEvent], x: int, y: int, button: int = 1) -> None:
        """Put an event of the mouse at a cell of the screen into the queue as a terminal does, and do not wait."""
        self.app.post_message(kind(None, x, y, 0, 0, button, False, False, False, x, y))

    async def until(self, so: Callable[[], bool]) -> None:
        """Wait until it is so; fail with the screen if it never is."""
        for _ in range(PATIENCE):
            if so():
                return
            await self.pilot.pause(GLANCE)
        raise AssertionError(f"it never was so; the screen:\n{self.text}")

    async def rest(self) -> None:
        """Wait until nothing is being done in the background any more."""
        while any(not worker.is_finished for worker in self.app.workers):
            with suppress(WorkerCancelled):  # by another one that took its place
                await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        await self.pilot.resize_terminal(columns, rows)
        await self.pilot.pause()

    def find(self, text: str) -> tuple[int, int]:
        """Return the cell (x, y) of the screen where ``text`` begins in the document pane."""
        region = self.reader.document.region
        for y, row in enumerate(self.rows):
            at = row.find(text)
            while at >= 0:
                x = cell_width(row[:at])
                if region.x <= x < region.right:
                    return x, y
                at = row.find(text, at + 1)
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse at one cell of the screen, move it to another, let go."""
        region = self.reader.document.region
        await self.pilot.mouse_down("#document", offset=(start[0] - region.x, start[1] - region.y))
        # Pilot's hover moves by nothing; a drag is what the widget is told of.
        x, y = end[0] - region.x, end[1] - region.y
        document = self.reader.document
        document.post_message(events.MouseMove(document, x, y, 1, 0, 1, False, False, False, *end))
        await self.pilot.pause()
        await self.pilot.mouse_up(
            "#document", offset=(min(max(x, 0), region.width - 1), min(max(y, 0), region.height - 1))
        )
        await self.pilot.pause()


def screen_rows(app: HzviewApp) -> list[str]:
    """Return the screen as text, a row each."""
    strips = app.screen._compositor.render_strips()
    return [strip.text.rstrip() for strip in strips]


@asynccontextmanager
async def driving(
    report: Report | None = None,
    size: tuple[int, int] = (120, 40),
    *,
    settings: Settings | None = None,
    places: Path | None = None,
    typed_ahead: str = "",
) -> AsyncIterator[Driver]:
    """Run the reader on ``report`` until the block ends; ``typed_ahead`` was typed before it was there."""
    opened = Opened(report or little_report(), "测试", "test")
    states = StateStore(places)
    if places is None:  # not for the first time, when there is a hint in the status line
        states.folder.mkdir(parents=True, exist_ok=True)
    asked = WidthQuestion()
    asked.typed_ahead = typed_ahead
    app = HzviewApp(opened, settings, states, asked=asked)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await driver.rest()
        yield driver
