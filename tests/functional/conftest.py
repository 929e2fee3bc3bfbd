"""Fixtures of the tests of the reader."""

from __future__ import annotations

from typing import Any

import pytest

from hzview import clipboard


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what is copied."""
    texts: list[str] = []

    def copy(text: str, **_: Any) -> clipboard.Outcome:
        texts.append(text)
        return clipboard.Outcome("xclip", True, "已复制到系统剪贴板(xclip)")

    monkeypatch.setattr(clipboard, "copy", copy)
    return texts
