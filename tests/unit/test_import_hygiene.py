"""What a verb does not need, it does not import: start-up is mostly imports."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.unit.cli.sample import REPORT

HEAVY = ("textual", "rich", "jieba", "hzview.tui.app", "asyncio", "tempfile", "docx", "lxml", "pypdf")
"""None of these is for a verb that is given a report in TOML."""

_RUN = """
import json, sys
from hzview.cli.main import run
status = run(sys.argv[1:])
print(json.dumps([int(status), sorted(sys.modules)]))
"""


def modules_after(*arguments: str) -> tuple[int, set[str]]:
    """Run the command line in a new interpreter; return its exit status and what is imported by then."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    status, modules = json.loads(done.stdout.splitlines()[-1])
    return status, set(modules)


@pytest.mark.parametrize(
    "arguments",
    [
        ["outline"],
        ["text"],
        ["text", "--width", "40"],
        ["search", "增长"],
        ["figures"],
        ["figures", "--format", "jsonl"],
        ["figures", "--format", "csv", "--kind", "target"],
        [],
    ],
    ids=" ".join,
)
def test_a_verb_imports_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(REPORT, encoding="utf-8")
    status, modules = modules_after(*arguments, str(path))
    assert status == 0
    assert not modules & set(HEAVY)


_READER = """
import asyncio, sys
from hzview.opening import open_report
from hzview.tui.app import HzviewApp
async def main():
    app = HzviewApp(open_report(None))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash", *"工业", "enter", "n", "S", "escape", "slash", *"gyzjz", "enter")
        await pilot.pause(0.5)
        assert app.reader.reading.hits
asyncio.run(main())
print([name for name in ("jieba", "pypinyin", "rjieba") if name in sys.modules])
"""


def test_the_reader_has_no_segmenter_until_something_is_asked_of_it() -> None:
    done = subprocess.run([sys.executable, "-c", _READER], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("options", [["--count"], ["--format", "jsonl"]], ids=" ".join)
def test_a_search_that_finds_nothing_for_a_program_needs_no_segmenter(
    options: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.toml"
    path.write_text(REPORT, encoding="utf-8")
    status, modules = modules_after("search", "没有这个词", str(path), *options)
    assert status == 1
    assert not modules & {"jieba", "hzview.segmenter"}


def test_importing_a_text_needs_no_screen_and_no_segmenter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "2018年测试市政府工作报告\n\n一、2017年工作回顾\n\n地区生产总值增长8.5%。\n", encoding="utf-8"
    )
    status, modules = modules_after("import", str(path))
    assert status == 0
    assert not modules & {"textual", "rich", "jieba", "hzview.tui.app"}


@pytest.mark.parametrize(
    "module", ["hzview.model", "hzview.content", "hzview.figures", "hzview.search", "hzview.typeset"]
)
def test_the_core_stands_without_the_command_line(module: str) -> None:
    check = (
        f"import sys, {module}; sys.exit(bool({{'click', 'textual', 'rich', 'jieba'}} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_the_way_to_the_reader_is_short() -> None:
    check = "import sys, hzview.cli.main, hzview.cli.reader; sys.exit(bool({'click', 'textual', 'rich'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_the_first_page_waits_for_neither_engine_nor_search_nor_library() -> None:
    check = """
import sys, hzview.tui.app
print({"hzview.figures.engine", "hzview.figures.units", "hzview.search.match", "hzview.pinyin", "hzview.library.store",
       "hzview.exporting", "sqlite3", "jieba"} & set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def imported_packages(folder: Path) -> set[str]:
    """Return the top-level names of everything that the modules in ``folder`` import, the standard library aside."""
    names: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names)


def test_what_is_imported_is_a_dependency_and_the_other_way_round() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    names = project["dependencies"] + extras["fast"] + extras["serve"]
    declared = {re.split(r"[<>=!~\[; ]", name)[0].replace("-", "_") for name in names}
    assert imported_packages(ROOT / "hzview") - {"hzview"} == declared


READING = """
import asyncio, sys
from hzview.opening import open_report
from hzview.tui.app import HzviewApp

async def read():
    app = HzviewApp(open_report(None))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("space", "]", "/", *"gongye", "enter", "n", "escape", "i", "?", "escape")
        before = any("jieba" in name for name in sys.modules)
        await pilot.press("W")
        while not app.screen.pane.count:
            await pilot.pause(0.05)
        return before, any("jieba" in name for name in sys.modules)

sys.exit(asyncio.run(read()) != (False, True))
"""


def test_reading_and_searching_load_no_segmenter() -> None:
    """Only the list of words does, which shows that this test would tell."""
    assert subprocess.run([sys.executable, "-c", READING], check=False).returncode == 0
