"""The way into the command line, and what becomes of everything that goes wrong."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

from hzview.cli import VERBS, terminal
from hzview.cli.status import Status
from hzview.errors import HzviewError

_WITH_ARGUMENTS = ("search", "import", "library", "trend", "observations", "indicators", "config", "compare")
"""Verbs that take more than a report."""


def run(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` ask for and return the exit status; whatever goes wrong is one line in Chinese."""
    try:
        terminal.prepare()
        status = _dispatch(arguments)
        terminal.flush()
        if status == Status.NOTHING and arguments and arguments[0] in VERBS and not terminal.has_said():
            terminal.remark("没有符合条件的结果")
    except HzviewError as error:
        return _failed(str(error))
    except KeyboardInterrupt:
        terminal.abandon_output()
        return Status.INTERRUPTED
    except terminal.OutputClosed:
        terminal.abandon_output()
        return Status.OUTPUT_CLOSED
    return status


def _dispatch(arguments: Sequence[str]) -> int:
    """Do at once what is plainly meant, a verb or the reader with one report or none; else ask click.

    Importing click takes as long as reading a report, and would delay the reader's first page.
    """
    verb, names = (arguments[0], arguments[1:]) if arguments and arguments[0] in VERBS else (None, arguments)
    is_completing = "_HZVIEW_COMPLETE" in os.environ  # a shell asks so, with no arguments
    are_files = all(not name.startswith("-") and os.path.exists(name) for name in names)
    if verb in _WITH_ARGUMENTS or len(names) > 1 or not are_files or is_completing:
        from hzview.cli.root import invoke

        return invoke(arguments)
    module = import_module(VERBS[verb] if verb else "hzview.cli.reader")
    status: int = module.run(*names)
    return status


def _failed(message: str) -> Status:
    """Say what is wrong, after whatever was printed before it."""
    try:
        terminal.flush()
    except (HzviewError, terminal.OutputClosed):
        terminal.abandon_output()
    terminal.complain(message)
    return Status.BAD_INPUT
