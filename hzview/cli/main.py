"""The way into the command line, and what becomes of everything that goes wrong."""

from __future__ import annotations

import os
from collections.abc import Sequence

from hzview.cli import VERBS, terminal
from hzview.cli.status import Status
from hzview.errors import HzviewError


def run(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` ask for and return the exit status; whatever goes wrong is one line in Chinese."""
    try:
        terminal.prepare()
        status = _dispatch(arguments)
        terminal.flush()
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
    """Open the reader at once where that is plainly meant: click would delay its first page. Else ask click."""
    match arguments:
        case [] if "_HZVIEW_COMPLETE" not in os.environ:  # a shell that completes asks with no arguments
            from hzview.cli.reader import read

            return read(None)
        case [name] if name not in VERBS and os.path.exists(name):
            from hzview.cli.reader import read

            return read(name)
    from hzview.cli.root import invoke

    return invoke(arguments)


def _failed(message: str) -> Status:
    """Say what is wrong, after whatever was printed before it."""
    try:
        terminal.flush()
    except (HzviewError, terminal.OutputClosed):
        terminal.abandon_output()
    terminal.complain(message)
    return Status.BAD_INPUT
