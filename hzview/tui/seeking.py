"""Searching the library while a query is typed: the last question is answered, bit by bit, in a thread. No screen code."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from hzview.errors import HzviewError
from hzview.library import Choice

if TYPE_CHECKING:
    from hzview.library.guessing import Guess
    from hzview.library.searching import Counts, Found, LibrarySearcher, Passage, Results

MOST_PASSAGES = 3
"""Passages of one report that are listed."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked."""

    query: str = ""
    """What was typed."""
    choice: Choice = field(default_factory=Choice)
    """Which reports are wanted."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A report in which something was found, with some of what was."""

    found: Found
    """The report."""
    passages: tuple[Passage, ...]
    """At most ``MOST_PASSAGES`` of the passages."""


@dataclass(slots=True)
class Answer:
    """What was found so far."""

    question: Question
    """What was asked."""
    results: Results | None = None
    """What finds it; None before anything was typed."""
    listed: list[Listed] = field(default_factory=list)
    """The newest reports that hold it."""
    is_whole: bool = True
    """Whether that is all."""
    counts: Counts | None = None
    """How much there is; None while that is being counted."""
    others: list[Guess] = field(default_factory=list)
    """Other names of what is looked for, where nothing was found."""
    error: str = ""
    """In Chinese, why nothing could be found."""


class Seeker:
    """Asks the library. What is asked anew stops what was asked before."""

    def __init__(
        self, answered: Callable[[Answer], None], telling: Callable[[str], None], begin: Callable[[], None]
    ) -> None:
        """Give answers to ``answered``, in the event loop, an answer first without and then with its counts.

        ``telling`` is told, from a thread, what the library does before it can be searched. ``begin`` has to run
        ``serve``; it is called when there is something to do and nothing is being done.
        """
        self._answered = answered
        self._telling = telling
        self._begin_serving = begin
        self._question = Question()
        self._answer = Answer(self._question)
        self._rows = self._wanted = 0
        self._is_due = self._is_serving = self._is_closed = False
        self._searcher: LibrarySearcher | None = None
        self._using = Lock()

    def ask(self, question: Question, rows: int) -> None:
        """Look for ``question``; ``rows`` are what the screen shows."""
        self._question, self._rows = question, rows
        self._wanted = 0
        if self._searcher is not None:
            self._searcher.stop()
        self._serve_soon()

    def more(self) -> None:
        """List more of what was found."""
        if not self._answer.is_whole:
            self._wanted = len(self._answer.listed) + 1
            self._serve_soon()

    def _serve_soon(self) -> None:
        self._is_due = True
        if not self._is_serving and not self._is_closed:
            self._is_serving = True
            self._begin_serving()

    def close(self) -> None:
        """End, if that was not done before; what is being done stops."""
        self._is_closed = True
        if self._searcher is not None:
            self._searcher.stop()
            with self._using:  # a thread is at most a moment away from its end
                self._searcher.close()
                self._searcher = None

    async def serve(self) -> None:
        """Answer until nothing more is asked."""
        try:
            while self._is_due and not self._is_closed:
                self._is_due = False
                await self._serve_once()
        finally:
            self._is_serving = False
            if self._is_closed:
                self.close()

    async def _serve_once(self) -> None:
        """Answer what is asked now; give up when something else is."""
        from hzview.library.searching import Stopped

        question = self._question
        try:
            if self._answer.question is not question or self._answer.error:
                self._answer = await asyncio.to_thread(self._begin, question)
            elif len(self._answer.listed) < self._wanted:
                await asyncio.to_thread(self._go_on)
            self._give(question)
            if self._answer.counts is None and not self._is_due:
                await asyncio.to_thread(self._count)
                self._give(question)
        except Stopped:
            self._is_due = True
        except HzviewError as error:
            self._answer = Answer(question, error=str(error))
            self._give(question)

    def _give(self, question: Question) -> None:
        """Give the answer, if it is still asked for."""
        if self._question is question and not self._is_closed:
            self._answered(self._answer)

    def _begin(self, question: Question) -> Answer:
        """Return a first page."""
        from hzview.library.schema import library_path
        from hzview.library.searching import Counts, LibrarySearcher

        if not library_path().exists():
            return Answer(question, counts=Counts(0))
        with self._using:
            if self._is_closed:
                return Answer(question)
            if self._searcher is None:
                self._searcher = LibrarySearcher(tell=lambda *what: self._telling("{} {}/{}".format(*what)))
            if not question.query.strip():
                return Answer(question, counts=Counts(len(self._searcher.entries())))
            results = self._searcher.find(question.query, question.choice)
            answer = Answer(question, results)
            self._list(answer)
            if not results:
                answer.others = _other_names(self._searcher, question)
            return answer

    def _go_on(self) -> None:
        with self._using:
            if not self._is_closed:
                self._list(self._answer)

    def _list(self, answer: Answer) -> None:
        """Add a page to what is listed."""
        if answer.results is None:
            return
        after = answer.listed[-1].found.entry if answer.listed else None
        page = answer.results.page(max(self._rows, 1), MOST_PASSAGES, after)
        answer.listed += (
            Listed(found, tuple(answer.results.passages(found, MOST_PASSAGES))) for found in page
        )
        answer.is_whole = not page

    def _count(self) -> None:
        with self._using:
            if self._answer.results is not None and not self._is_closed:
                self._answer.counts = self._answer.results.counts()


def _other_names(searcher: LibrarySearcher, question: Question) -> list[Guess]:
    """Return queries with other names of what is looked for that do find something, with how many reports."""
    from hzview.library.guessing import Guess
    from hzview.search.rescue import MOST_OFFERS, otherwise_named

    found: list[Guess] = []
    for query in otherwise_named(question.query):
        results = searcher.find(query, question.choice)
        if results and not results.note and len(found) < MOST_OFFERS:
            found.append(Guess(query, results.counts().reports))
    return found
