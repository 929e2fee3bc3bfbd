"""The same work on many things, side by side in several processes, whatever becomes of one of them."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stderr
from multiprocessing import get_context, parent_process
from typing import TypeVar

ENDED = "整理它的进程意外终止（可能内存不足）"
"""What to say of a thing whose work brought down its process."""
_FEW = 4
"""Things that one process has done before several have started."""
_WATCH = 0.5
"""Seconds between two looks at whether the first process is still there."""

Thing = TypeVar("Thing")
Done = TypeVar("Done")


def side_by_side(
    work: Callable[[Thing], Done], things: Sequence[Thing], ended: Callable[[Thing], Done]
) -> Generator[Done, None, None]:
    """Yield ``work`` of each of ``things`` in their order, done by as many processes as there are processors.

    ``ended`` gives the result for one that brought down its process; the others are done all the same. ``work``, the
    things and the results have to be picklable. Whoever stops before the end has to close this: the processes would
    wait for work for ever.
    """
    if len(things) <= _FEW:
        yield from map(work, things)
        return
    count = 0
    while count < len(things):
        pool = _pool()
        try:
            for done in pool.map(work, things[count:]):
                yield done
                count += 1
        except BrokenProcessPool:
            # One of those under way has ended its process. The first that is missing is tried by itself, then all
            # begin anew behind it, until the guilty one is the first.
            yield _alone(work, things[count], ended)
            count += 1
        finally:
            pool.shutdown(cancel_futures=True)


def _pool(workers: int | None = None) -> ProcessPoolExecutor:
    """Return a pool of processes. Beside the main thread nothing is forked: a lock that this one holds would stay shut."""
    if threading.current_thread() is threading.main_thread():
        return ProcessPoolExecutor(workers, initializer=_start)
    if os.name == "posix":
        from multiprocessing import resource_tracker

        # It hands on the standard error, but the one that Textual puts in its place is no file.
        with redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()
    return ProcessPoolExecutor(workers, get_context("spawn"), _start)


def _alone(work: Callable[[Thing], Done], thing: Thing, ended: Callable[[Thing], Done]) -> Done:
    """Return ``work`` of a thing in a process that it may bring down."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, thing).result()
        except BrokenProcessPool:
            return ended(thing)


def _start() -> None:
    """Begin a process: Ctrl+C, which reaches every process of the terminal, is for the first one to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.enable()
    parent = parent_process()  # os.getppid() is another one already, if it was killed just now
    assert parent is not None
    threading.Thread(target=_end_with, args=(parent.pid,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process once its ``parent`` was killed: nobody would tell it, and it would wait for work for ever."""
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(1)
