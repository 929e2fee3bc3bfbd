"""What else could be read: reports that were read lately, and those of the library. No screen code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hzview.opening import Opened, open_report
from hzview.state import StateStore

MOST_RECENT = 20
"""Reports read lately that are offered."""
_BUNDLED = "bundled:"


@dataclass(frozen=True, slots=True)
class Openable:
    """A report that can be opened."""

    name: str
    """What it goes by: the name of its file, or its title."""
    where: str
    """Where it is, in Chinese or as a folder."""
    open: Callable[[], Opened]
    """Open it; raises HzviewError where it cannot be read. A thread may do it."""


def recent(states: StateStore, current: str) -> Iterator[Openable]:
    """Yield the reports that were read lately and are still there, the latest first, but for the ``current`` one."""
    for identity in states.recent(MOST_RECENT + 1):
        if identity == current:
            continue
        if identity.startswith(_BUNDLED):
            yield Openable("随附的报告", "最近读过", partial(open_report, None))
        elif (path := Path(identity)).is_file():
            yield Openable(path.name, f"最近读过  {path.parent}", partial(open_report, identity))


def in_library() -> Iterator[Openable]:
    """Yield the reports of the user's library, newest first; none where there is no library.

    Raises:
        HzviewError: it cannot be read.
    """
    from hzview.library import Library
    from hzview.library.schema import library_path

    if not library_path().exists():
        return
    with Library() as library:
        rows = library.reports()
    for row in rows:
        yield Openable(str(row["title"]), f"文库  {row['region']}", partial(_stored, int(str(row["id"]))))


def _stored(number: int) -> Opened:
    from hzview.library.stored import stored

    return stored(number)
