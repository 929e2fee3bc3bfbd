"""Keys, clicks and sizes at random: the reader stays alive, and outline, text and table agree."""

from __future__ import annotations

import random

import pytest

from hzview.model import Report
from hzview.tui.actions import ACTIONS, forms
from hzview.tui.screens.help import HelpScreen
from tests.functional.driving import Driver, driving

EVENTS = 150
"""Events of one run in the suite."""
SEEDS = (1, 2, 3)
SIZES = ((120, 40), (100, 30), (79, 24), (60, 20), (40, 12), (10, 4), (200, 50))
ENDING = {"quit", "copy-selection"}
"""Actions whose keys end the reader."""


def keys() -> list[str]:
    """Return every key of every action that does not end the reader, in all its forms, and some that mean nothing."""
    ending = {form for action in ACTIONS if action.id in ENDING for key in action.keys for form in forms(key)}
    bound = [form for action in ACTIONS for key in action.keys for form in forms(key)]
    return [key for key in bound if key not in ending] + list("工业增长8%，xz1") + ["backspace", "delete"]


async def act(driver: Driver, chance: random.Random) -> str:
    """Do something; return what."""
    roll = chance.random()
    if roll < 0.04:
        size = chance.choice(SIZES)
        await driver.resize(*size)
        return f"size {size}"
    if roll < 0.12:
        width, height = driver.app.size
        x, y = chance.randrange(width), chance.randrange(height)
        await driver.pilot.click(offset=(x, y), times=chance.choice((1, 1, 1, 2, 3)))
        return f"click {x},{y}"
    if roll < 0.16:
        driver.reader.document.wheel(chance.choice((-3, 3, 30, -30)))
        return "wheel"
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


async def run(report: Report | None, seed: int, events: int = EVENTS) -> None:
    """Do ``events`` things at random; begin anew whenever one of them was to quit, by the palette or the help."""
    chance = random.Random(seed)
    done: list[str] = []
    while len(done) < events:
        async with driving(report, chance.choice(SIZES)) as driver:
            try:
                while len(done) < events and driver.app.return_value is None:
                    done.append(await act(driver, chance))
                    if isinstance(driver.top_screen, HelpScreen) and chance.random() < 0.5:
                        await driver.press("escape")
                    if driver.app.return_value is None:
                        check(driver)
            except BaseException as error:
                error.add_note(f"seed {seed}, after: {done[-12:]}")
                raise


@pytest.mark.parametrize("seed", SEEDS)
async def test_monkey_on_a_little_report(seed: int) -> None:
    await run(None, seed)


async def test_monkey_on_the_bundled_report(bundled: Report) -> None:
    await run(bundled, 4)


async def test_monkey_on_an_empty_report() -> None:
    await run(Report(""), 5, 80)
