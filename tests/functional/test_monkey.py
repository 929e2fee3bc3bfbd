"""Keys, mouse and sizes at random, briefly; ``tests.functional.monkey`` does it at length."""

from __future__ import annotations

import pytest

from hzview.model import Report
from tests.functional.monkey import run

pytestmark = pytest.mark.usefixtures("copied")
COUNT = 150
"""Things done in one run."""
SEEDS = (1, 2, 3)


@pytest.mark.parametrize("seed", SEEDS)
async def test_on_a_little_report(seed: int) -> None:
    await run(None, seed, COUNT)


async def test_on_the_bundled_report(bundled: Report) -> None:
    await run(bundled, 4, COUNT)


async def test_on_an_empty_report() -> None:
    await run(Report(""), 5, COUNT // 2)
