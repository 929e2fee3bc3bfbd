"""Where the test material lies that is not part of the project, and how to count what a text says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from hzview.importing import Imported, Removal
from hzview.model import BlockType, Report

SHARED = Path(__file__).parents[4] / "shared"
"""Material beside the checkout: reports as they come, outlines made by hand."""
COUNTED = re.compile(r"[\d\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Chinese characters and digits: what no import may lose or double."""


def shared(*parts: str) -> Path:
    """Return the path of shared material; a test that uses it is skipped where it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"no shared material at {path}")
    return path


def said(text: str) -> list[str]:
    """Return the Chinese characters and digits of a text in order."""
    return COUNTED.findall(text)


def body(report: Report) -> str:
    """Return the text of a report without its title, which metadata made."""
    return "\n".join(block.text for block in report.blocks if block.type is not BlockType.TITLE)


def lost_and_doubled(source: str, imported: Imported) -> tuple[Counter[str], Counter[str]]:
    """Count what of ``source`` stands neither in the report nor among the removals, and what is there too often."""
    expected = Counter(said(source))
    found = Counter(said(body(imported.report)))
    found.update(said("".join(removal.text for removal in imported.removed if _counts(removal))))
    found.subtract(said("".join(removal.instead for removal in imported.removed)))
    return expected - found, found - expected


def _counts(removal: Removal) -> bool:
    """Whether a removal's text stood in the source; invisible characters are listed by their code."""
    return not removal.text.startswith("U+")
