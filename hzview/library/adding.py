"""Files into a library: read, imported and searched for figures side by side, put in one after another."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from hzview import content, opening
from hzview.errors import HzviewError
from hzview.figures import extract
from hzview.figures.rows import figure_rows
from hzview.library.index import indexed
from hzview.library.statements import stated
from hzview.library.store import Library, Prepared
from hzview.printable import one_line
from hzview.processes import ENDED, side_by_side


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
    added = 0
    with closing(side_by_side(prepare, list(new.values()), _ended)) as done:
        for (digest, file), prepared in zip(new.items(), done, strict=True):
            if isinstance(prepared, str):
                bad.add(digest)
                yield Outcome(file, Result.FAILED, prepared)
            else:
                is_new = library.add(prepared)
                added += is_new
                yield Outcome(file, Result.ADDED if is_new else Result.KNOWN)
    if added > len(known):
        library.tidy()
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
    held = indexed(report, {str(row["indicator"]) for row in rows})
    return Prepared(_digest(data), place, report, content.dump(report), rows, held, stated(report, rows))


def _ended(file: str) -> str:
    return f"{one_line(file)}：{ENDED}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
