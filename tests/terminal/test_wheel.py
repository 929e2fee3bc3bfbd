"""What the wheel holds is all that hzview needs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's files as an installer lays them out, far from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, *arguments: str) -> str:
    """Run ``python -m hzview`` out of the folder ``installed``."""
    done = subprocess.run(
        [sys.executable, "-m", "hzview", *arguments],
        cwd=installed.parent,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def test_the_bundled_report_comes_with_it(installed: Path) -> None:
    here = subprocess.run(
        [sys.executable, "-c", "from hzview import content; print(content.bundled())"],
        cwd=installed.parent,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert Path(here.stdout.strip()).is_relative_to(installed)
    assert run(installed, "outline").startswith("2018年湖州市政府工作报告\n  一、2017年主要工作\n")


def test_it_has_what_the_reader_and_type_checkers_look_for(installed: Path) -> None:
    names = {path.relative_to(installed).as_posix() for path in installed.rglob("*")}
    assert "hzview/py.typed" in names
    assert {
        f"hzview/{p.relative_to(ROOT / 'hzview').as_posix()}" for p in (ROOT / "hzview").rglob("*.tcss")
    } <= names
    assert not any(name.startswith(("tests", "content")) for name in names)


def test_every_verb_runs_from_it(installed: Path) -> None:
    assert run(installed, "figures", "--format", "csv").startswith("text,")
    assert "最多跑一次" in run(installed, "search", "最多跑一次")
    assert "湖州" in run(installed)
