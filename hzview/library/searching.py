"""Searching a library: the reports that hold what a query asks for, newest first, each as soon as it is found.

What is found is what ``hzview.search`` finds in each report by itself; the index only says where to look. Everything is
done bit by bit, so that a first page costs what is on it, and can be stopped from another thread. No statement is left
open between two calls: others may write meanwhile.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Self

from hzview.figure_filter import satisfies
from hzview.folding import fold
from hzview.library.attempts import Attempt, attempts, says_what
from hzview.library.guessing import Guess, Guesser, spelt
from hzview.library.schema import connect, library_path, said
from hzview.library.steps import Tell, quietly
from hzview.library.store import Choice
from hzview.model import Span
from hzview.search.conditions import means
from hzview.search.match import BY_PINYIN, WORD_WANTED
from hzview.search.matchers import longest
from hzview.search.query import Clause, Query, parse


class Stopped(Exception):
    """The search was told to stop."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a report that was found."""

    number: int
    """Its id in the library."""
    region: str
    """Whose report it is; empty where not known."""
    level: str
    """The level of that government; empty where not known."""
    year: int | None
    """Year of delivery."""
    title: str
    """Its title."""
    first: int
    """Id of its first block."""
    blocks: int
    """How many blocks it has."""


@dataclass(frozen=True, slots=True)
class Found:
    """A report in which something was found."""

    entry: Entry
    """The report."""
    blocks: tuple[int, ...]
    """The blocks that hold it, in order; none where the query only says which reports are meant."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block in which something was found."""

    paragraph: int
    """Index into ``Report.blocks``."""
    text: str
    """All of its text."""
    spans: tuple[Span, ...]
    """The hits in it, in order."""


@dataclass(slots=True)
class Counts:
    """How much was found, and where."""

    reports: int = 0
    """Reports that hold it."""
    passages: int = 0
    """Blocks that hold it."""
    regions: Counter[str] = field(default_factory=Counter)
    """Reports by region; those without one are not among them."""
    levels: Counter[str] = field(default_factory=Counter)
    """Reports by level; those without one are not among them."""
    years: Counter[int] = field(default_factory=Counter)
    """Reports by year of delivery; those without one are not among them."""

    def add(self, found: Found) -> None:
        """Count a report."""
        entry = found.entry
        self.reports += 1
        self.passages += len(found.blocks)
        if entry.region:
            self.regions[entry.region] += 1
        if entry.level:
            self.levels[entry.level] += 1
        if entry.year is not None:
            self.years[entry.year] += 1


Test = Callable[[Entry], bool]
"""Whether a report is wanted."""


class Results:
    """What a query finds, to be gone through as far as one likes; as often as one likes."""

    def __init__(
        self, searcher: LibrarySearcher, attempt: Attempt | None, wanted: Test, note: str, hint: str
    ) -> None:
        """Find by ``attempt``; nothing without one."""
        self._searcher = searcher
        self._attempt = attempt
        self._wanted = wanted
        self.note = note
        """In Chinese, how what was found differs from what was asked for, or why nothing was; empty where it is exact."""
        self.hint = hint
        """In Chinese, what of the query could not be read; empty where all was."""
        self.guesses: tuple[Guess, ...] = ()
        """What a query in Latin letters may mean, the likeliest first; ``guess`` was looked for."""
        self.guess = ""
        """The word that was looked for in place of Latin letters; empty where none was."""

    def __bool__(self) -> bool:
        return self._attempt is not None

    def reports(self, after: Entry | None = None) -> Generator[Found, None, None]:
        """Yield the reports that hold it, newest first, from the one behind ``after``; close it when it is left early."""
        if self._attempt is not None:
            yield from self._searcher.matching(self._attempt, self._wanted, after)

    def page(self, rows: int, most: int, after: Entry | None = None) -> list[Found]:
        """Return the next reports that fill ``rows`` rows, where each takes one, and one for each of ``most`` blocks."""
        page: list[Found] = []
        with closing(self.reports(after)) as reports:
            for found in reports:
                page.append(found)
                rows -= 1 + min(len(found.blocks), most)
                if rows <= 0:
                    break
        return page

    def passages(self, found: Found, most: int | None = None) -> list[Passage]:
        """Return what was found in a report, the first ``most`` blocks of it."""
        if self._attempt is None:
            return []
        return list(self._searcher.passages(self._attempt, found.entry, found.blocks[:most]))

    def path(self, found: Found, paragraph: int) -> tuple[str, ...]:
        """Return the headings above a block of a report, as ``Report.path`` does."""
        return self._searcher.headings(found.entry, paragraph)

    def counts(self) -> Counts:
        """Count all that is found."""
        counts = Counts()
        for found in self.reports():
            counts.add(found)
        return counts


class LibrarySearcher:
    """Searches a library by a connection of its own; a context manager. Threads may use it one after the other.

    Every method raises ``HzviewError`` where the file fails and ``Stopped`` after ``stop``.
    """

    def __init__(self, path: Path | None = None, *, tell: Tell = quietly) -> None:
        """Open the library at ``path``, by default the user's.

        Raises:
            HzviewError: see ``hzview.library.schema.connect``.
        """
        self.path = library_path() if path is None else path
        self._db = connect(self.path, create=False, tell=tell, threads=True)
        self._stopped = False
        self._entries: tuple[int, list[Entry], list[int]] = (-1, [], [])
        self._parts: tuple[tuple[int, tuple[str, ...]], tuple[list[int], list[int]]] = ((-1, ()), ([], []))
        self._guesser = Guesser(self._db)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def stop(self) -> None:
        """End what another thread does here, as soon as can be; the next ``find`` goes on as if nothing had been."""
        self._stopped = True
        self._db.interrupt()

    def find(self, query: str, choice: Choice | None = None, guess: str = "") -> Results:
        """Look for ``query`` in the reports of ``choice``.

        As in one report: exactly, else with marks passed over, else with signs and fields taken for text. Latin letters
        that are found nowhere are taken for pinyin: ``guess`` is looked for in their place, by default the likeliest
        word.
        """
        self._stopped = False
        read = parse(query)
        with self._looking():
            chosen = self._chosen(choice)
            results = self._attempted(read, chosen)
            if results:
                return results
            term = spelt(read)
            guesses = self._guesser.guesses(term.text) if term is not None else ()
            if term is None or not guesses:
                return results
            word = guess or guesses[0].word
            results = self._attempted(term.replaced(read, fold(word).text), chosen)
            results.guesses, results.guess = guesses, word
            results.note = f"{BY_PINYIN}“{word}”"
            return results

    def _attempted(self, read: Query, chosen: Test) -> Results:
        """Return the results of the first way to take a query in which anything is found."""

        def wanted(entry: Entry) -> bool:
            return chosen(entry) and means(read, entry.region, entry.year)

        for attempt in attempts(read):
            test = chosen if attempt.is_as_text else wanted
            with closing(self.matching(attempt, test)) as found:
                if next(found, None) is not None:
                    return Results(self, attempt, test, attempt.note, read.hint)
        wants_word = (read.words or read.asks_fields) and not says_what(read)
        return Results(self, None, chosen, WORD_WANTED if wants_word else "", read.hint)

    def entries(self) -> list[Entry]:
        """Return every report, the newest first."""
        with self._looking():
            version: int = self._db.execute("PRAGMA data_version").fetchone()[0]
            if version != self._entries[0]:
                sql = (
                    "SELECT id, region, level, year, title, first, blocks FROM report ORDER BY first DESC, id"
                )
                entries = [Entry(*row) for row in self._db.execute(sql)]
                self._entries = (version, entries, [-entry.first for entry in entries])
        return self._entries[1]

    @contextmanager
    def _looking(self) -> Iterator[None]:
        """Turn what SQLite says when it is stopped into ``Stopped``, and what else it says into ``HzviewError``."""
        try:
            with said(self.path):
                yield
        except Exception as error:
            if getattr(error.__cause__, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                raise Stopped from error
            raise

    def _chosen(self, choice: Choice | None) -> Test:
        """Return the test for the reports of ``choice``."""
        if choice is None or choice == Choice():
            return lambda entry: True
        condition, values = choice.condition()
        numbers = {id for (id,) in self._db.execute(f"SELECT id FROM report WHERE {condition}", values)}
        return lambda entry: entry.number in numbers

    def matching(
        self, attempt: Attempt, wanted: Test, after: Entry | None = None
    ) -> Generator[Found, None, None]:
        """Yield the reports that an attempt finds something in, newest first, from the one behind ``after``."""
        with self._looking():
            for entry, blocks in self._candidates(attempt, wanted, after):
                if self._stopped:
                    raise Stopped
                if blocks and attempt.must_be_read:
                    blocks = [passage.paragraph for passage in self.passages(attempt, entry, blocks)]
                if blocks or attempt.is_about_reports:
                    yield Found(entry, tuple(blocks))

    def _candidates(
        self, attempt: Attempt, wanted: Test, after: Entry | None
    ) -> Iterator[tuple[Entry, Sequence[int]]]:
        """Yield the reports that are ``wanted``, with the blocks that come into question."""
        inside = self._inside(attempt.query.sections)
        if attempt.lookup is None:
            entries = self.entries()
            start = 0 if after is None else bisect_right(self._entries[2], -after.first)
            for entry in filter(wanted, entries[start:]):
                every = () if attempt.is_about_reports else range(entry.blocks)
                yield entry, [block for block in every if inside(entry.first + block)]
            return
        limit = "" if after is None else f" AND rowid < {after.first:d}"
        sql = f"{attempt.lookup.sql}{limit} ORDER BY rowid DESC"
        with closing(self._db.execute(sql, attempt.lookup.values)) as rows:
            yield from self._by_report((id for (id,) in rows if inside(id)), wanted)

    def _by_report(self, ids: Iterable[int], wanted: Test) -> Iterator[tuple[Entry, list[int]]]:
        """Yield ``ids``, which come newest first, by report; in each its blocks in order."""
        entries = self.entries()
        starts = self._entries[2]
        entry: Entry | None = None
        first = 1 << 63
        blocks: list[int] = []
        for id in ids:
            if id < first:
                if entry is not None and blocks:
                    yield entry, blocks[::-1]
                blocks = []
                place = bisect_left(starts, -id)
                if place == len(entries):  # gone while we looked
                    return
                first = entries[place].first
                entry = entries[place] if wanted(entries[place]) else None
            if entry is not None:
                blocks.append(id - first)
        if entry is not None and blocks:
            yield entry, blocks[::-1]

    def _inside(self, sections: Sequence[Clause[str]]) -> Callable[[int], bool]:
        """Return the test whether a block stands under headings that satisfy ``sections``."""
        if not sections:
            return lambda id: True
        tests = [(*self._under(clause.any), clause.without) for clause in sections]

        def inside(id: int) -> bool:
            for firsts, lasts, without in tests:
                part = bisect_right(firsts, id) - 1
                if (part >= 0 and id <= lasts[part]) is without:
                    return False
            return True

        return inside

    def _under(self, pieces: Sequence[str]) -> tuple[list[int], list[int]]:
        """Return first and last ids of the parts whose heading holds one of ``pieces``, those inside others left out.

        They are kept until the library has changed: a query asks for them several times.
        """
        self.entries()
        key = (self._entries[0], tuple(pieces))
        if key == self._parts[0]:
            return self._parts[1]
        firsts: list[int] = []
        lasts: list[int] = []
        condition = " OR ".join("instr(heading, ?)" for _ in pieces)
        for id, last in self._db.execute(f"SELECT id, last FROM part WHERE {condition} ORDER BY id", pieces):
            if not lasts or id > lasts[-1]:
                firsts.append(id)
                lasts.append(last)
        self._parts = (key, (firsts, lasts))
        return firsts, lasts

    def passages(self, attempt: Attempt, entry: Entry, blocks: Sequence[int]) -> Iterator[Passage]:
        """Yield what an attempt finds in some blocks of a report."""
        figures = self._figures(attempt.query, entry) if attempt.query.asks_figures else None
        for block in blocks:
            if figures is not None and block not in figures:
                continue
            row = self._db.execute("SELECT text FROM block WHERE id = ?", (entry.first + block,)).fetchone()
            folded = fold(row[0] if row else "")
            if attempt.must_be_read and not attempt.conditions.met(folded.text):
                continue
            spans = [folded.original(*span) for span in attempt.conditions.spans(folded.text)]
            if figures is not None:
                spans = longest([*spans, *figures[block]])
            yield Passage(block, row[0], tuple(Span(block, *span) for span in spans))

    def headings(self, entry: Entry, paragraph: int) -> tuple[str, ...]:
        """Return the headings above a block (its own included), outermost first, without the report's title."""
        id = entry.first + paragraph
        with self._looking():
            sql = "SELECT text FROM part JOIN block USING (id) WHERE id BETWEEN ? AND ? AND last >= ? ORDER BY id"
            return tuple(text for (text,) in self._db.execute(sql, (entry.first, id, id)))

    def _figures(self, query: Query, entry: Entry) -> dict[int, list[tuple[int, int]]]:
        """Return the figures of a report that a query asks for, by block: where they stand in it."""
        found: dict[int, list[tuple[int, int]]] = {}
        columns = 'paragraph, start, "end", value, value_to, unit, kind, measure'
        for block, start, end, value, upper, unit, kind, measure in self._db.execute(
            f"SELECT {columns} FROM figure WHERE report = ? ORDER BY number", (entry.number,)
        ):
            exact_upper = None if upper is None else Decimal(upper)
            if satisfies(query, Decimal(value), exact_upper, unit, kind, measure):
                found.setdefault(block, []).append((start, end))
        return found
