"""What the command line exits with."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """Exit status of ``hzview``."""

    FOUND = 0
    """Something was found or done."""
    NOTHING = 1
    """The input is good, and holds nothing of what was asked for."""
    BAD_INPUT = 2
    """Input or a command line that cannot be used, or output that cannot be written."""
    INTERRUPTED = 130
    """Ctrl+C, as a shell reports it: 128 and the signal's number."""
    OUTPUT_CLOSED = 141
    """Nobody read the output to its end (``| head``), as a shell reports it: 128 and the signal's number."""
