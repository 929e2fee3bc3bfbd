"""Keys, mouse and sizes at random: the reader stays alive, and outline, text and table agree.

The suite does it briefly (``test_monkey``). By hand, at length: ``python -m tests.functional.monkey 30`` does ten thousand
things with each of thirty seeds, spread over five reports, and tells what failed. Nothing of the user's is touched.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual import events

from hzview import clipboard
from hzview.model import Report
from hzview.tui.actions import ACTIONS
from hzview.tui.keys import forms
from hzview.tui.screens.help import HelpScreen
from tests.functional.driving import Driver, driving

SIZES = ((120, 40), (100, 30), (79, 24), (60, 20), (40, 12), (10, 4), (200, 50))
WIDTHS, HEIGHTS = range(6, 241), range(3, 81)
"""Columns and rows of terminals of no usual size."""
ENDING = {"quit", "copy-selection"}
"""Actions whose keys end the reader."""
TYPED = "工业增长8%，xz1"
"""Characters that are typed, whatever they do."""
PASTED = ("地区生产总值", "8.5%\n数:>1000", "\x1b[31m[bold]红[/]\x07", "xian 现" * 400, "")
"""Texts that are pasted."""
STUCK = 60
"""Seconds after which one thing that was done will never end."""


def keys() -> list[str]:
    """Return every key of every action that does not end the reader, in all its forms, and some that mean nothing."""
    ending = {form for action in ACTIONS if action.id in ENDING for key in action.keys for form in forms(key)}
    bound = [form for action in ACTIONS for key in action.keys for form in forms(key)]
    return [key for key in bound if key not in ending] + list(TYPED) + ["backspace", "delete"]


async def use_mouse(driver: Driver, chance: random.Random) -> str:
    """Click, drag or turn the wheel somewhere; return what was done."""
    width, height = driver.app.size
    x, y = chance.randrange(width), chance.randrange(height)
    doing = chance.choice(("click", "click", "drag", "wheel"))
    if doing == "wheel":
        kind = chance.choice((events.MouseScrollDown, events.MouseScrollUp))
        for _ in range(chance.choice((1, 3, 30))):
            driver.mouse(kind, x, y, 0)
    elif doing == "click":
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            driver.mouse(events.MouseDown, x, y)
            driver.mouse(events.MouseUp, x, y)
    else:
        driver.mouse(events.MouseDown, x, y)
        for _ in range(chance.choice((1, 2, 5))):
            driver.mouse(events.MouseMove, chance.randrange(width), chance.randrange(height))
        if chance.random() < 0.9:  # the button may be let go outside of the window
            driver.mouse(events.MouseUp, chance.randrange(width), chance.randrange(height))
    await driver.pilot.pause()
    return f"{doing} {x},{y}"


async def act(driver: Driver, chance: random.Random) -> str:
    """Do something; return what."""
    roll = chance.random()
    if roll < 0.04:
        size = (
            chance.choice(SIZES) if chance.random() < 0.5 else (chance.choice(WIDTHS), chance.choice(HEIGHTS))
        )
        await driver.resize(*size)
        return f"size {size}"
    if roll < 0.16:
        return await use_mouse(driver, chance)
    if roll < 0.17:
        text = chance.choice(PASTED)
        driver.app.post_message(events.Paste(text))
        await driver.pilot.pause()
        return f"paste {text[:8]!r}"
    burst = [chance.choice(keys()) for _ in range(chance.choice((1, 1, 3)))]
    driver.send(*burst)
    await driver.pilot.pause()
    return " ".join(burst)


def check(driver: Driver) -> None:
    """Fail unless the panes agree with what is being read, and the screen holds together."""
    reader, reading = driver.reader, driver.reader.reading
    block = reading.blocks[reading.place.paragraph]
    assert 0 <= reading.place.offset <= len(block.text)
    if reading.figure is not None:
        assert reading.figure in reading.figures
        if reader.document.page and driver.app.size.height > 4:
            assert reader.document.shows(reading.figure.span.position)
    if reading.hits is None:
        assert reading.hit is None
    elif reading.hit is not None:
        assert 0 <= reading.hit < len(reading.hits)
    assert (reading.hits is not None) == reader.searching.session.active

    outline, table = reader.outline, reader.table
    entry = reading.entry_at(reading.place.paragraph)
    if entry is not None and not outline.has_focus:
        marked = reading.outline[outline.entry(outline.cursor)]
        assert marked.position.paragraph <= reading.place.paragraph < marked.end
    if table.count:
        assert 0 <= table.cursor < table.count
        listed = reading.figure in table.listed_figures()
        assert listed or reading.figure is None or table.view.query
        if listed:
            assert reading.figure in table.figures_of(table.cursor)
    for pane in (outline, table, reader.document):
        assert 0 <= pane.scroll_offset.y <= max(pane.max_scroll_y, 0)
    for strip in driver.app.screen._compositor.render_strips():
        assert strip.cell_length == driver.app.size.width
    assert reader.focused is None or all(widget.display for widget in reader.focused.ancestors_with_self)


async def run(report: Report | None, seed: int, count: int) -> None:
    """Do ``count`` things at random; begin anew whenever one of them was to quit, by the palette or the help."""
    chance = random.Random(seed)
    done: list[str] = []
    while len(done) < count:
        async with driving(report, chance.choice(SIZES)) as driver:
            try:
                while len(done) < count and driver.app.return_value is None:
                    async with asyncio.timeout(STUCK):
                        done.append(await act(driver, chance))
                    if isinstance(driver.top_screen, HelpScreen) and chance.random() < 0.5:
                        await driver.press("escape")
                    if driver.app.return_value is None:
                        check(driver)
            except BaseException as error:
                error.add_note(f"seed {seed}, thing {len(done)}, after: {done[-12:]}")
                raise


@contextmanager
def folders_of_its_own(library: Path | None) -> Iterator[None]:
    """Give the program new folders for all that it keeps, with a copy of the data folder ``library``, if there is one."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        if library:
            shutil.copytree(library, Path(folder, "data"))
        for kind in ("config", "cache", "data", "state"):
            patch.setenv(f"XDG_{kind.upper()}_HOME", str(Path(folder, kind)))
        patch.setattr(clipboard, "copy", lambda *_, **__: clipboard.Outcome("nowhere", True, "已复制"))
        yield


def some_reports(files: list[Path]) -> Iterator[Report | None]:
    """Yield the little report of the tests, and those of the files."""
    from hzview.opening import open_report

    yield None
    for file in files:
        yield open_report(str(file)).report


def main() -> int:
    """Do it by hand, as the arguments say; return how many seeds failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.functional.monkey", description=__doc__)
    parser.add_argument("seeds", type=int, help="how many seeds")
    parser.add_argument("--first", type=int, default=1000, help="the first of them")
    parser.add_argument(
        "--count", type=int, default=10_000, help="things done with each, on all reports together"
    )
    parser.add_argument(
        "--library", type=Path, help="a data folder with a library, of which each run gets a copy"
    )
    parser.add_argument(
        "--reports", type=Path, nargs="*", default=[], help="files read beside the little report"
    )
    wanted = parser.parse_args()
    reports, failed = list(some_reports(wanted.reports)), 0
    for seed in range(wanted.first, wanted.first + wanted.seeds):
        started = time.monotonic()
        try:
            for number, report in enumerate(reports):
                with folders_of_its_own(wanted.library):
                    asyncio.run(run(report, seed * len(reports) + number, wanted.count // len(reports)))
        except Exception as error:
            failed += 1
            traceback.print_exception(error, limit=-6)
        print(f"seed {seed}: {time.monotonic() - started:.0f} s, {failed} failed so far", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
