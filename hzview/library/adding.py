"""Files into a library: read, imported and searched for figures side by side, put in one after another."""

from __future__ import annotations

import gc
import hashlib
import os
import signal
import threading
import time
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from hzview import content, opening
from hzview.errors import HzviewError
from hzview.figures import extract
from hzview.figures.rows import figure_rows
from hzview.library.store import Library, Prepared
from hzview.printable import one_line

_FEW = 2
"""Files that one process has done before several have started."""
_WATCH = 0.5
"""Seconds between two looks at whether the first process is still there."""


class Result(Enum):
    """What became of a file."""

    ADDED = "added"
    KNOWN = "known"
    """Its content was in already."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    file: str
    """Its name, as found."""
    result: Result
    """What became of it."""
    complaint: str = ""
    """Why it failed, in one line of Chinese."""


def files_in(paths: Iterable[str]) -> list[str]:
    """Return ``paths`` with folders replaced by what is in and below them, in order; hidden files are left out."""
    found: list[str] = []
    for path in paths:
        if not os.path.isdir(path):
            found.append(path)
            continue
        for place, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            found += (os.path.join(place, name) for name in sorted(names) if not name.startswith("."))
    return list(dict.fromkeys(found))


def add_files(library: Library, files: Sequence[str]) -> Generator[Outcome, None, None]:
    """Put the reports in ``files`` in and yield what became of each; one that is bad does not stop the rest.

    Each is put in by a transaction of its own, so whatever ends the work early, what was yielded as added stays. Whoever
    stops before the end has to close this: the processes would wait for work for ever.

    Raises:
        HzviewError: the library cannot be written.
    """
    known = library.digests()
    new: dict[str, str] = {}
    copies: list[tuple[str, str]] = []
    for file in files:
        try:
            digest = _digest(opening.read_bytes(Path(file)))
        except HzviewError as error:
            yield Outcome(file, Result.FAILED, str(error))
            continue
        if digest in known:
            yield Outcome(file, Result.KNOWN)
        elif digest in new:
            copies.append((file, digest))
        else:
            new[digest] = file
    bad: set[str] = set()
    with closing(_side_by_side(list(new.values()))) as done:
        for (digest, file), prepared in zip(new.items(), done, strict=True):
            if isinstance(prepared, str):
                bad.add(digest)
                yield Outcome(file, Result.FAILED, prepared)
            else:
                yield Outcome(file, Result.ADDED if library.add(prepared) else Result.KNOWN)
    for file, digest in copies:
        if digest in bad:
            said = f"{one_line(file)}：内容与 {one_line(new[digest])} 相同，同样不能加入"
            yield Outcome(file, Result.FAILED, said)
        else:
            yield Outcome(file, Result.KNOWN)


def prepare(file: str) -> Prepared | str:
    """Read one file, perhaps in a process of its own; return what is wrong with it where it cannot be used."""
    try:
        data = opening.read_bytes(Path(file))
        report = opening.read_report(data, one_line(file))
    except HzviewError as error:
        return str(error)
    rows = tuple(figure_rows(report, extract(report)))
    place = one_line(os.path.abspath(file))
    return Prepared(_digest(data), place, report, content.dump(report), rows)


def _side_by_side(files: Sequence[str]) -> Generator[Prepared | str, None, None]:
    """Yield ``prepare`` of each file in order; many are done by as many processes as there are processors."""
    if len(files) <= _FEW:
        yield from map(prepare, files)
        return
    done = 0
    while done < len(files):
        pool = ProcessPoolExecutor(initializer=_start)
        try:
            for prepared in pool.map(prepare, files[done:]):
                yield prepared
                done += 1
        except BrokenProcessPool:
            # One of those under way has ended its process. The first that is missing is tried by itself, then all
            # begin anew behind it, until the guilty one is the first.
            yield _alone(files[done])
            done += 1
        finally:
            pool.shutdown(cancel_futures=True)


def _alone(file: str) -> Prepared | str:
    """Return ``prepare`` of a file in a process that it may bring down."""
    with ProcessPoolExecutor(1, initializer=_start) as pool:
        try:
            return pool.submit(prepare, file).result()
        except BrokenProcessPool:
            return f"{one_line(file)}：整理它的进程意外终止（可能内存不足）"


def _start() -> None:
    """Begin a process: Ctrl+C, which reaches every process of the terminal, is for the first one to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.enable()
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process once its ``parent`` was killed: nobody would tell it, and it would wait for work for ever."""
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(1)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
