"""A search in the reader: the query, what it found, what is offered instead, and the way back. No screen code."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hzview.model import Position
from hzview.tui.reading import Reading

if TYPE_CHECKING:
    from hzview.search.match import Searcher
    from hzview.search.rescue import Offer

HERE = "节:."
"""What narrows a query to the section that one is in."""
_LEAST_RESCUED = 2
"""Characters of a query from which on something else is offered."""


class SearchSession:
    """Looks for one query after another in a report, and knows where the reader came from."""

    def __init__(self, reading: Reading) -> None:
        """Search in ``reading``; the index over its text is made when the first query comes."""
        self._reading = reading
        self.query = ""
        """What is being looked for."""
        self.note = ""
        """What the search had to say about it and what it found; empty where there is nothing to say."""
        self.offers: tuple[Offer, ...] = ()
        """What could be looked for instead, as far as that is known by now."""
        self.last = ""
        """What was looked for last, before now or in an earlier run."""
        self._origin = reading.place

    @cached_property
    def _searcher(self) -> Searcher:
        from hzview.figure_filter import figure_source
        from hzview.search.match import Searcher

        return Searcher(self._reading.report, figure_source(lambda: self._reading.figures))

    def prepare(self) -> None:
        """Make the index over the text, so that the first query does not wait for it; a thread may do it."""
        self._searcher.prepare()

    @property
    def active(self) -> bool:
        """Whether hits of a query are shown."""
        return bool(self.query)

    def begin(self) -> None:
        """Remember where the reader is."""
        self._origin = self._reading.place

    def ask(self, query: str) -> Position:
        """Look for ``query``; return where the first hit after the origin stands, the origin where there is none."""
        self.query = query.strip()
        self.offers = ()
        place = self._origin
        reading = self._reading
        reading.place = place
        if not self.query:
            self.note = ""
            reading.set_hits(None)
            return place
        result = self._searcher.find(self.query, place.paragraph)
        self.note = "；".join(filter(None, (result.hint, result.note)))
        reading.set_hits(result.hits)
        return self.step(1) or place

    def ask_again(self) -> bool:
        """Look for the same again, because all figures have been found since; tell whether that found other hits.

        The hit that is shown stays shown, if it is still one.
        """
        from hzview.search.query import parse

        if not self.query or not parse(self.query).asks_figures:
            return False
        reading = self._reading
        before = reading.hits[reading.hit].span if reading.hits and reading.hit is not None else None
        result = self._searcher.find(self.query, self._origin.paragraph)
        if reading.hits is not None and len(result.hits) == len(reading.hits):
            return False
        self.note = "；".join(filter(None, (result.hint, result.note)))
        reading.set_hits(result.hits)
        if before is not None and before in result.hits.in_block(before.paragraph):
            reading.hit = result.hits.before(before.position)
        return True

    def look_further(self) -> tuple[Offer, ...]:
        """Return what could be looked for instead of the query; a thread may do it, for it may load jieba.

        Where the query found something, only other names of the same thing are offered.
        """
        from hzview.search.rescue import other_names, rescue

        query, here = self.query, self._origin.paragraph
        if len(query) < _LEAST_RESCUED:
            return ()
        offered = other_names if self._reading.hits else rescue
        return tuple(offered(self._searcher, query, here))

    def take(self, offer: Offer) -> Position:
        """Look for what was offered; return where the first hit after the origin stands."""
        place = self._origin
        self._reading.place = place
        self.query, self.offers = offer.query, ()
        self.note = offer.result.note and offer.said
        self._reading.set_hits(offer.result.hits)
        return self.step(1) or place

    def step(self, step: int) -> Position | None:
        """Go to the hit ``step`` further on, or further back if negative; None where there are none."""
        reading = self._reading
        hit = reading.next_hit(step)
        if hit is None or reading.hits is None:
            return None
        reading.hit = hit
        return reading.hits[hit].span.position

    def end(self) -> None:
        """Show no hits any more; the reader stays where it is."""
        self.last = self.query or self.last
        self.query = self.note = ""
        self.offers = ()
        self._reading.set_hits(None)

    def cancel(self) -> Position:
        """Show no hits any more and return to where the reader came from."""
        self.end()
        return self._origin

    @property
    def count(self) -> str:
        """Which hit is shown of how many: 3/14; empty where nothing is being looked for."""
        if not self.query:
            return ""
        if not self._reading.hits:
            return "没有找到"
        return f"{(self._reading.hit or 0) + 1}/{len(self._reading.hits)}"


def narrowed(query: str) -> str:
    """Return ``query`` for the section that one is in; for the whole report, if it was for the section."""
    words = query.split(" ")
    if HERE in words:
        return " ".join(word for word in words if word != HERE)
    return f"{query} {HERE}" if query else f"{HERE} "
