"""What was searched for in the reader, kept between runs: one file in the user's state folder, a query a line."""

from __future__ import annotations

from pathlib import Path

from hzview import atomic
from hzview.errors import HzviewError
from hzview.printable import one_line

MOST_QUERIES = 200
"""Queries that are remembered; those that were not asked for longest are forgotten first."""
_LONGEST = 200
"""Characters of a query that is remembered."""
_LARGEST_FILE = 1 << 20


class History:
    """Queries, the latest last, each once."""

    def __init__(self, path: Path | None = None) -> None:
        """Keep them in the file ``path``, by default ``searches.txt`` in the user's state folder."""
        self._given = path

    @property
    def path(self) -> Path:
        """The file; it is made, with its folder, when there is something to remember."""
        if self._given is not None:
            return self._given
        import platformdirs

        return platformdirs.user_state_path("hzview", appauthor=False) / "searches.txt"

    def queries(self) -> tuple[str, ...]:
        """Return what is remembered; nothing where the file is not there or cannot be read."""
        try:
            with self.path.open("rb") as file:
                text = file.read(_LARGEST_FILE).decode("utf-8", "ignore")
        except OSError:
            return ()
        lines = (one_line(line).strip()[:_LONGEST] for line in reversed(text.split("\n")))
        kept = dict.fromkeys(line for line in lines if line)
        return tuple(reversed(list(kept)[:MOST_QUERIES]))

    def add(self, query: str) -> None:
        """Remember ``query`` as the latest one, beside what other readers have remembered meanwhile.

        Raises:
            HzviewError: the file cannot be written.
        """
        query = one_line(query).strip()
        if not query or len(query) > _LONGEST:
            return
        queries = [*(other for other in self.queries() if other != query), query][-MOST_QUERIES:]
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            name = one_line(str(self.path.parent))
            raise HzviewError(f"{name}：建不了目录（{atomic.reason(error)}）") from error
        atomic.write_text(self.path, "\n".join(queries) + "\n")


class Browsing:
    """Going through what was searched for, from the line in which a query is being typed."""

    def __init__(self, queries: tuple[str, ...]) -> None:
        """Begin behind the last of ``queries``, at what is being typed."""
        self._queries = queries
        self._at = len(queries)
        self._typed = ""

    def step(self, step: int, typed: str) -> str | None:
        """Return the query before (``step`` -1) or after (1) the one that is shown; None where there is none.

        Behind the last one stands what was being ``typed``; a query equal to what is shown is passed over.
        """
        if self._at == len(self._queries):
            self._typed = typed
        at = self._at + step
        while 0 <= at < len(self._queries) and self._queries[at] == typed:
            at += step
        if not 0 <= at <= len(self._queries):
            return None
        self._at = at
        return self._queries[at] if at < len(self._queries) else self._typed
