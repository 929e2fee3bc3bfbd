"""How each report was left, kept between runs: the place, marks, folds, the last query, what is to be seen.

Each report has a small file of its own in the user's state folder (platformdirs; ``XDG_STATE_HOME`` on Linux), written
whole or not at all. Two readers of one report do not spoil each other's: what one has not changed since it read the
file stays as the other wrote it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import Any

from hzview import atomic
from hzview.errors import HzviewError
from hzview.model import Position
from hzview.printable import one_line

MOST_REPORTS = 500
"""Reports that are remembered; the longest unread ones are forgotten first."""
_LARGEST_FILE = 1 << 20
"""Bytes of a file that are read."""
_MOST = 2000
"""Marks, jumps or folds of one report that are remembered."""
_LONGEST = 200
"""Characters of a query, and of a word that says what is to be seen."""
_START = Position(0, 0)


@dataclass(frozen=True, slots=True)
class ReadingState:
    """How a report was left. Places are positions in it as it was then: whoever uses one checks that it is there."""

    place: Position = _START
    """Where the screen began."""
    marks: Mapping[str, Position] = field(default_factory=lambda: MappingProxyType({}))
    """Places that were marked, by letter."""
    jumps: tuple[Position, ...] = ()
    """Places that were left by far jumps, the latest last."""
    opened: frozenset[int] = frozenset()
    """Blocks of the headings that were unfolded in the outline."""
    folded: frozenset[int] = frozenset()
    """Blocks of those that were folded."""
    query: str = ""
    """What was looked for last."""
    view: frozenset[str] = frozenset()
    """What is to be seen, in words of whoever shows it."""


class StateStore:
    """How reports were left, a file for each."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep the files in ``folder``, by default in the user's state folder; it is made when first needed."""
        self._given = folder
        self._known: dict[str, ReadingState] = {}
        # A signal may interrupt the thread that saves, and ends it by saving once more.
        self._turn = RLock()

    @property
    def folder(self) -> Path:
        """The folder of the files."""
        if self._given is not None:
            return self._given
        import platformdirs

        return platformdirs.user_state_path("hzview", appauthor=False) / "places"

    def load(self, identity: str) -> ReadingState | None:
        """Return how the report ``identity`` was left; None if that is not known or its file is spoilt."""
        state = self._read(identity)
        if state is not None:
            self._known[identity] = state
        return state

    def save(self, identity: str, state: ReadingState) -> None:
        """Remember that the report ``identity`` is left like this; all of it or, if it cannot be, nothing.

        What has not changed since this store read or wrote it stays as it is in the file. Threads may call.

        Raises:
            HzviewError: the file cannot be written.
        """
        with self._turn:
            if self._known.get(identity) != state:
                self._write(identity, self._merged(identity, state))
                self._known[identity] = state

    def recent(self, most: int) -> list[str]:
        """Return the identities of the ``most`` reports that were left last, the latest first."""
        import tomllib

        ages = []
        for file in self.folder.glob("*.toml"):
            with suppress(OSError):  # another reader may be deleting it
                ages.append((file.stat().st_mtime_ns, file))
        found = []
        for _, file in sorted(ages, reverse=True)[:most]:
            with suppress(OSError, ValueError, RecursionError):  # a spoilt one is none
                identity = tomllib.loads(file.read_text("utf-8")[:_LARGEST_FILE]).get("report")
                found += [identity] if isinstance(identity, str) else []
        return found

    def _merged(self, identity: str, state: ReadingState) -> ReadingState:
        """``state`` beside what another reader has changed meanwhile."""
        there, known = self._read(identity), self._known.get(identity)
        if there is None or known is None or there == known:
            return state
        same = {
            each.name: getattr(there, each.name)
            for each in fields(state)
            if getattr(state, each.name) == getattr(known, each.name)
        }
        changed = {letter: place for letter, place in state.marks.items() if known.marks.get(letter) != place}
        return replace(state, **{**same, "marks": {**there.marks, **changed}})

    def _read(self, identity: str) -> ReadingState | None:
        import tomllib

        try:
            with self._file(identity).open("rb") as file:
                table = tomllib.loads(file.read(_LARGEST_FILE).decode())
        except (OSError, ValueError, RecursionError):
            return None
        # Two reports may have one file name; the file says whose it is.
        return _state_of(table) if table.get("report", identity) in (identity, one_line(identity)) else None

    def _write(self, identity: str, state: ReadingState) -> None:
        import tomli_w

        file = self._file(identity)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            is_new = not file.exists()
        except OSError as error:
            raise HzviewError(
                f"{one_line(str(self.folder))}：建不了目录（{atomic.reason(error)}）"
            ) from error
        atomic.write_text(file, tomli_w.dumps({"report": one_line(identity), **_table_of(state)}))
        if is_new:
            self._forget_oldest(file)

    def _file(self, identity: str) -> Path:
        # Checksums are enough to part some thousand reports; hashlib would keep 0.6 MB of OpenSSL in memory.
        name = identity.encode("utf-8", "surrogatepass")
        return self.folder / f"{zlib.crc32(name):08x}{zlib.adler32(name):08x}.toml"

    def _forget_oldest(self, kept: Path) -> None:
        """Delete the files that are too many, those first that were written longest ago."""
        files = [file for file in self.folder.glob("*.toml") if file != kept]
        if len(files) < MOST_REPORTS:
            return
        ages = []
        for file in files:
            # Another reader may be deleting them at the same time; and a file that stays does no harm.
            with suppress(OSError):
                ages.append((file.stat().st_mtime, file))
        for _, file in sorted(ages)[: max(len(ages) + 1 - MOST_REPORTS, 0)]:
            with suppress(OSError):
                file.unlink()


def _table_of(state: ReadingState) -> dict[str, Any]:
    """``state`` as TOML has it; what is as it comes is left out."""
    table: dict[str, Any] = {
        "paragraph": state.place.paragraph,
        "offset": state.place.offset,
        "query": state.query[:_LONGEST],
        "view": sorted(state.view)[:_MOST],
        "jumps": [[*place_of(place)] for place in state.jumps[-_MOST:]],
        "opened": sorted(state.opened)[:_MOST],
        "folded": sorted(state.folded)[:_MOST],
        "marks": {letter: [*place_of(place)] for letter, place in sorted(state.marks.items())[:_MOST]},
    }
    return {key: value for key, value in table.items() if value or key in ("paragraph", "offset")}


def place_of(place: Position) -> tuple[int, int]:
    """Return ``place`` as two numbers: its paragraph and its offset."""
    return place.paragraph, place.offset


def _state_of(table: Mapping[str, Any]) -> ReadingState | None:
    """What a file says; None where it does not even say the place. Of the rest, what is spoilt is as it comes."""
    place = _place([table.get("paragraph"), table.get("offset")])
    if place is None:
        return None
    marks = table.get("marks")
    named = marks.items() if isinstance(marks, dict) else ()
    query = table.get("query")
    return ReadingState(
        place,
        {letter: at for letter, value in named if len(letter) == 1 and (at := _place(value))},
        tuple(_listed(table, "jumps", _place)),
        frozenset(_listed(table, "opened", _number)),
        frozenset(_listed(table, "folded", _number)),
        one_line(query)[:_LONGEST] if isinstance(query, str) else "",
        frozenset(_listed(table, "view", _word)),
    )


def _listed(table: Mapping[str, Any], key: str, read: Callable[[object], Any]) -> Iterator[Any]:
    value = table.get(key)
    items = value[-_MOST:] if isinstance(value, list) else ()
    return (found for item in items if (found := read(item)) is not None)


def _number(value: object) -> int | None:
    return value if type(value) is int and 0 <= value < 1 << 40 else None


def _word(value: object) -> str | None:
    return value if isinstance(value, str) and len(value) <= _LONGEST else None


def _place(value: object) -> Position | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    paragraph, offset = map(_number, value)
    return None if paragraph is None or offset is None else Position(paragraph, offset)
