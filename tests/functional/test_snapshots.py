"""What the eye meets at five sizes: as text, and how it looks in both themes.

Written anew with ``HZVIEW_SNAPSHOTS=write pytest tests/functional``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hzview.settings import Settings
from hzview.tui.themes import THEMES
from tests.functional.driving import Driver, driving

FOLDER = Path(__file__).parent / "snapshots"
SIZES = ((160, 48), (120, 40), (80, 24), (60, 20), (40, 12))
by_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def compare(name: str, shown: str) -> None:
    """Compare what is shown with the snapshot ``name``."""
    file = FOLDER / f"{name}.txt"
    if os.environ.get("HZVIEW_SNAPSHOTS") == "write":
        file.write_text(shown, encoding="utf-8")
    assert file.exists(), f"no snapshot {file.name}: look at the screen, then write it"
    assert shown == file.read_text(encoding="utf-8")


def looks(driver: Driver) -> str:
    """Return how the screen looks: a letter for each cell, and what the letters stand for."""
    letters: dict[str, str] = {}
    rows = []
    for strip in driver.app.screen._compositor.render_strips():
        row = ""
        for text, style, _ in strip:
            letter = letters.setdefault(str(style), chr(ord("a") + len(letters)))
            row += letter * strip_cells(text)
        rows.append(row)
    return "\n".join((*rows, "", *(f"{letter} = {style}" for style, letter in letters.items()), ""))


def strip_cells(text: str) -> int:
    """Return the cells of ``text``."""
    from hzview.typeset import cell_width

    return cell_width(text)


@by_size
async def test_screen(size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with driving(size=size) as driver:
        compare(f"opened-{name}", driver.text + "\n")
        await driver.press("}", "}", "]", "]", "]")
        compare(f"figure-{name}", driver.text + "\n")
        await driver.press("escape", "/")
        await driver.type("部署")
        compare(f"search-{name}", driver.text + "\n")
        await driver.press("enter", "i")
        compare(f"table-{name}", driver.text + "\n")
        await driver.press("?")
        compare(f"help-{name}", driver.text + "\n")
        await driver.press("escape", "escape", "escape", "z")
        compare(f"alone-{name}", driver.text + "\n")
        await driver.press("z", "Z")
        compare(f"figures-only-{name}", driver.text + "\n")


@by_size
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_looks(size: tuple[int, int], theme: str) -> None:
    async with driving(size=size, settings=Settings(theme=theme)) as driver:
        await driver.press("/")
        await driver.type("增长")
        await driver.press("enter", "]", "v", "l")
        compare(f"looks-{theme}-{size[0]}x{size[1]}", looks(driver))


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=["120x40", "40x12"])
async def test_looks_without_colours(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with driving(size=size) as driver:
        await driver.press("/")
        await driver.type("增长")
        await driver.press("enter", "]", "v", "l")
        compare(f"looks-colourless-{size[0]}x{size[1]}", looks(driver))


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_spaces_between_chinese_and_latin(size: tuple[int, int]) -> None:
    async with driving(size=size, settings=Settings(theme="paper", autospace=True)) as driver:
        await driver.press("z", "/")
        await driver.type("增长8")
        await driver.press("enter", "g", "]")
        name = f"{size[0]}x{size[1]}"
        compare(f"autospace-{name}", driver.text + "\n")
        compare(f"autospace-looks-{name}", looks(driver))
