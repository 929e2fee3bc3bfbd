"""The two streams that the command line writes to. Whatever is printed goes through here and is printable."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TextIO

from hzview.errors import HzviewError
from hzview.printable import one_line, printable

_PROBE = "政府〇“—㎡"
"""An encoding that cannot write these is of no use for a report."""


class Marked(str):
    """A piece of a line that stands out where the output is a terminal."""

    __slots__ = ()


_TAB = "\t"
"""The one control character that may be printed, where it stands between the cells of a table."""


class OutputClosed(Exception):
    """Whoever read the standard output has gone away (``| head``)."""


_marking = "auto"
_has_said = False


def mark(when: str) -> None:
    """Let ``Marked`` pieces stand out where the output is a terminal (auto), everywhere (always) or nowhere (never)."""
    global _marking
    _marking = when


def prepare() -> None:
    """Make both streams able to write Chinese: another encoding that cannot becomes UTF-8 (LANG=C, pipes)."""
    global _has_said
    mark("auto")
    _has_said = False
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if _writes_chinese(stream) else "utf-8", errors="replace")


def has_said() -> bool:
    """Return whether anything was printed, to either stream, since ``prepare``."""
    return _has_said


def use_utf8(*, mark: bool = False) -> None:
    """Write the standard output as UTF-8 whatever the locale, after a byte order mark if asked to."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8-sig" if mark else "utf-8")


def line(*pieces: str) -> None:
    """Print one line made of ``pieces`` to the standard output.

    Raises:
        OutputClosed: nobody reads it any longer.
        HzviewError: it cannot be written.
    """
    global _has_said
    if sys.stdout is None:
        raise HzviewError("标准输出已关闭")
    _has_said = True
    marks = _marking == "always" or (_marking == "auto" and is_terminal())
    text = "".join(
        p if p is _TAB else _mark(printable(p)) if marks and isinstance(p, Marked) else printable(p)
        for p in pieces
    )
    try:
        sys.stdout.write(text + "\n")
    except OSError as error:
        raise _output_failure(error) from error


def columns_line(cells: Sequence[str]) -> None:
    """Print ``cells`` as one line, a tab between two of them; raises what ``line`` raises."""
    line(*(piece for number, cell in enumerate(cells) for piece in ((_TAB, cell) if number else (cell,))))


def flush() -> None:
    """Write out what is still buffered; raises what ``line`` raises."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError as error:
        raise _output_failure(error) from error


def complain(message: str) -> None:
    """Print ``message`` as one line to the standard error, if there is one that takes it."""
    global _has_said
    _has_said = True
    if sys.stderr is None:
        return
    with suppress(OSError):  # there is no other place to say that it could not be said
        sys.stderr.write(one_line(message) + "\n")


def remark(message: str) -> None:
    """Complain where somebody watches; a program that reads the errors has the exit status to go by."""
    if sys.stderr is not None and sys.stderr.isatty():
        complain(message)


def progress(text: str) -> None:
    """Show ``text`` in place of the last line of a terminal that watches the standard error; nothing takes it away."""
    if sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        with suppress(OSError):
            sys.stderr.write(f"\r\x1b[K{one_line(text)}")
            sys.stderr.flush()


def abandon_output() -> None:
    """Let the interpreter's own flush at exit go nowhere, once the standard output has failed."""
    if sys.stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def is_terminal() -> bool:
    """Return whether the standard output is a terminal that can do more than print."""
    return sys.stdout is not None and sys.stdout.isatty() and not is_dumb()


def is_dumb() -> bool:
    """Return whether the terminal can do nothing but print."""
    unnamed = "dumb" if os.name == "posix" else ""  # elsewhere nobody sets TERM
    return (os.environ.get("TERM") or unnamed) == "dumb"


@contextmanager
def screen() -> Iterator[None]:
    """Let both streams write to the terminal while a screen is on it, wherever they go before and after.

    Raises:
        HzviewError: there is no terminal.
    """
    flush()
    elsewhere = [stream for stream in _STREAMS if not os.isatty(stream)]
    kept: dict[int, int] = {}
    try:
        if elsewhere:
            device = next((os.dup(stream) for stream in _STREAMS if os.isatty(stream)), -1)
            if device < 0:
                device = _open_terminal()
            for stream in elsewhere:
                kept[stream] = os.dup(stream)
                os.dup2(device, stream)
            os.close(device)
        yield
    finally:
        for stream, before in kept.items():
            os.dup2(before, stream)
            os.close(before)


_STREAMS = (1, 2)


def _open_terminal() -> int:
    try:
        return os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise HzviewError("没有终端，显示不了阅读器") from error


def columns() -> int:
    """Return the width of the terminal in cells; 0 where the standard output is none."""
    if sys.stdout is None or not sys.stdout.isatty():
        return 0
    return os.get_terminal_size(sys.stdout.fileno()).columns


def _mark(text: str) -> str:
    return f"\x1b[7m{text}\x1b[27m"


def _writes_chinese(stream: TextIO) -> bool:
    try:
        _PROBE.encode(stream.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _output_failure(error: OSError) -> Exception:
    if isinstance(error, BrokenPipeError):
        return OutputClosed()
    from hzview.atomic import reason

    return HzviewError(f"标准输出写不进去：{reason(error)}")
