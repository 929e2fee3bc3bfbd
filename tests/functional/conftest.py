"""Fixtures of the tests of the reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hzview import clipboard
from hzview.library import Library
from hzview.library.adding import prepare
from hzview.library.schema import library_path
from hzview.library.store import Prepared
from tests.functional.reports import REPORTS, text_of


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what is copied."""
    texts: list[str] = []

    def copy(text: str, **_: Any) -> clipboard.Outcome:
        texts.append(text)
        return clipboard.Outcome("xclip", True, "已复制到系统剪贴板(xclip)")

    monkeypatch.setattr(clipboard, "copy", copy)
    return texts


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The user's library, with four reports of three regions."""
    with Library(create=True) as store:
        for year, region in REPORTS:
            path = tmp_path / f"{region}{year}.txt"
            path.write_text(text_of(year, region), encoding="utf-8")
            prepared = prepare(str(path))
            assert isinstance(prepared, Prepared)
            store.add(prepared)
    return library_path()
