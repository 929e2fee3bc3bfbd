"""What is done beside everything else, and ends before it has begun."""

from __future__ import annotations

import gc

import pytest

from hzview.tui.beside import beside, instead
from tests.functional.driving import driving


async def test_what_is_cancelled_before_it_begins_is_never_called(recwarn: pytest.WarningsRecorder) -> None:
    done: list[str] = []

    async def do(what: str) -> None:
        done.append(what)

    async with driving() as driver:
        beside(driver.reader, "test", do, "never")
        driver.app.workers.cancel_all()
        await driver.pilot.pause()
        instead(driver.reader, "test", do, "not this one")
        instead(driver.reader, "test", do, "this one")
        await driver.rest()
    gc.collect()
    assert done == ["this one"]
    assert [str(warning.message) for warning in recwarn if "never awaited" in str(warning.message)] == []
