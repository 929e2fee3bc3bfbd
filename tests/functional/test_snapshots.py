"""What the eye meets, as text, at five sizes. Written anew with ``HZVIEW_SNAPSHOTS=write pytest tests/functional``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.functional.driving import Driver, driving

FOLDER = Path(__file__).parent / "snapshots"
SIZES = ((160, 48), (120, 40), (80, 24), (60, 20), (40, 12))


def compare(name: str, driver: Driver) -> None:
    """Compare the screen with the snapshot ``name``."""
    shown = driver.text + "\n"
    file = FOLDER / f"{name}.txt"
    if os.environ.get("HZVIEW_SNAPSHOTS") == "write":
        file.write_text(shown, encoding="utf-8")
    assert file.exists(), f"no snapshot {file.name}: look at the screen, then write it"
    assert shown == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_screen(size: tuple[int, int]) -> None:
    columns, rows = size
    async with driving(size=size) as driver:
        compare(f"opened-{columns}x{rows}", driver)
        await driver.press("}", "}", "]", "]", "]")
        compare(f"figure-{columns}x{rows}", driver)
        await driver.press("escape", "/")
        await driver.type("部署")
        compare(f"search-{columns}x{rows}", driver)
        await driver.press("enter", "i")
        compare(f"table-{columns}x{rows}", driver)
        await driver.press("?", "/")
        await driver.type("明暗")  # all of it would change with every action that is added
        compare(f"help-{columns}x{rows}", driver)
