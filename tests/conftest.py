"""What every test stands on: its own settings and state folders, no animation, no clipboard of the person who runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from hzview.model import Report
from hzview.opening import open_report

ROOT = Path(__file__).resolve().parent.parent
"""The checkout."""
SHARED = ROOT.parent / "shared"
"""Real reports, with what must come out of them; not part of the checkout."""


# No test depends on how fast the machine is.
settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point every folder of the user into a temporary one, and take away what differs between machines."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in (
        "TMUX",
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "SSH_CONNECTION",
        "SSH_TTY",
        "NO_COLOR",
        "COLUMNS",
        "LINES",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports beside the checkout; a test that asks for it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"no real reports: {SHARED} is not there")
    return SHARED


@pytest.fixture(scope="session")
def bundled() -> Report:
    """The report that hzview ships with."""
    return open_report(None).report
