"""First text of the report on the screen, beside a Textual app of one widget, through a pty. Bar: 1.6 ×. Ready on fifty reports beside one: 2.5 ×.

Ready is when a key that was pressed at the first text has been answered. A text of fifty reports is one file that holds the
bundled one fifty times over, as the program's own TOML and as plain text, which is imported on the fly; and fifty real ones
where they are beside the checkout.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from hzview.content import dump
from hzview.model import BlockType
from hzview.opening import open_report
from tests.benchmarks.measure import as_installed, medians, report
from tests.conftest import SHARED
from tests.terminal.screen import Terminal, hzview

_RUNS = 15
_BAR = 1.6
_BASE = "Textual, one widget"
_READY_RUNS = 5
_READY_BAR = 2.5
_MANY = 50
_SEEN = 5
"""Characters of the first paragraph by which the first text is known."""
ONE_WIDGET = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class One(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("湖州市政府工作报告")

One().run()
"""
"""The app that the reader is measured by."""


def first_text(command: list[str], seen: str, env: dict[str, str]) -> Callable[[], float]:
    """Return an action that starts ``command`` and takes the time until its output holds ``seen``."""
    wanted = seen.encode()

    def action() -> float:
        started = time.perf_counter()
        with Terminal(command, columns=120, rows=40, env=env) as terminal:
            terminal.wait_for_bytes(wanted)
            return time.perf_counter() - started

    return action


def ready(file: Path, env: dict[str, str]) -> Callable[[], float]:
    """Return an action that opens ``file`` and takes the time until a key pressed at the first text is answered."""
    blocks = open_report(str(file)).report.blocks
    seen = next(block.text for block in blocks if block.type is BlockType.PARAGRAPH)[:_SEEN]

    def action() -> float:
        started = time.perf_counter()
        with Terminal([hzview(), str(file)], columns=120, rows=40, env=env) as terminal:
            terminal.wait_for_bytes(seen.encode())
            terminal.send("y")
            terminal.wait_for_bytes("没有选中什么".encode(), len(terminal.received))
            return time.perf_counter() - started

    return action


def _of_real_reports(folder: Path) -> Iterator[Path]:
    """Yield a file that holds a real report, and one that holds many; nothing where there are none."""
    files = sorted((SHARED / "reports" / "markdown").rglob("*.md"))
    chosen = files[:: max(len(files) // _MANY, 1)][:_MANY]
    for count in (1, _MANY) if chosen else ():
        file = folder / f"{count}.md"
        file.write_text("\n\n".join(path.read_text("utf-8") for path in chosen[:count]), encoding="utf-8")
        yield file


def _of_reports(count: int, folder: Path, kind: str) -> Path:
    """A file that holds the bundled report so many times over."""
    one = open_report(None).report
    text = dump(replace(one, sections=one.sections * count))
    if kind == ".txt":
        text = "\n".join(block.text for block in one.blocks[1:]) + "\n"
        text = one.title + "\n\n" + text * count
    file = folder / f"{count}{kind}"
    file.write_text(text, encoding="utf-8")
    return file


def main() -> None:
    """Measure and print."""
    with as_installed() as env, tempfile.TemporaryDirectory() as folder:
        actions = {
            _BASE: first_text([sys.executable, "-c", ONE_WIDGET], "湖州市政府工作报告", env),
            "hzview": first_text([hzview()], "回顾本届市政府", env),
        }
        report(medians(actions, _RUNS), _BASE, _BAR)
        pairs = [
            [_of_reports(count, Path(folder), kind) for count in (1, _MANY)] for kind in (".toml", ".txt")
        ]
        for one, many in filter(None, (*pairs, list(_of_real_reports(Path(folder))))):
            times = medians({one.name: ready(one, env), many.name: ready(many, env)}, _READY_RUNS)
            print(f"ready on {one.stat().st_size / 1e3:.0f} kB and {many.stat().st_size / 1e3:.0f} kB")
            report(times, one.name, _READY_BAR)
