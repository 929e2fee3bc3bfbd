"""Fixtures of tests that run the command line in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from hzview.cli.main import run
from tests.unit.cli.sample import REPORT, Cli


@pytest.fixture
def report(tmp_path: Path) -> str:
    """A small report in a file."""
    path = tmp_path / "报告.toml"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run the command line here; return its exit status, output and complaints."""

    def call(*arguments: str) -> tuple[int, str, str]:
        status = run(arguments)
        return status, *capsys.readouterr()

    return call
