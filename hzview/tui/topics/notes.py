"""Notes (名词解释): what the report explains of the words at hand, and the way there and back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hzview.model import Position, Span
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.notes import Note


class Notes(Topic):
    """Reading what a report explains behind its text."""

    _came_from: Position | None = None
    """Where the reader was before it went to an explanation; Esc goes back there."""
    _went_to: range = range(0)
    """The blocks that it went to."""

    @cached_property
    def all(self) -> tuple[Note, ...]:
        """The notes of the report."""
        from hzview.notes import notes_of

        return notes_of(self.reader.reading.report)

    @cached_property
    def places(self) -> list[tuple[Span, Note]]:
        """Every place where the text names or marks what is explained, in reading order."""
        return sorted(
            ((place, note) for note in self.all for place in note.places), key=lambda found: found[0]
        )

    async def action_note(self) -> None:
        """Tell what the word at hand means."""
        from hzview.tui.screens.note import NoteScreen

        if not self.all:
            self.reader.notice("这份报告没有名词解释")
            return
        found = self._listed_here() or self._at_hand()
        if found is None:
            self.reader.notice("这一屏没有附解释的词语：翻到有的地方，或到文末的名词解释")
        else:
            await self.reader.hzview.open_screen(NoteScreen(self, *found))

    def _listed_here(self) -> tuple[Note, Span | None] | None:
        """Return the note whose entry is being read, if the list of notes is."""
        here = self.reader.reading.place.paragraph
        note = next((note for note in self.all if here in _blocks(note)), None)
        return (note, None) if note else None

    def _at_hand(self) -> tuple[Note, Span | None] | None:
        """Return the note at what is selected; else the first one on the screen from where one reads on."""
        from hzview.notes import note_at

        reader = self.reader
        selection, figure = reader.document.selection, reader.reading.figure
        at = selection.start if selection else figure.span.position if figure else None
        found = note_at(self.all, at) if at else None
        if found is not None:
            return found
        seen = [(place, note) for place, note in self.places if reader.document.shows(place.position)]
        onward = [found for found in seen if found[0].position >= reader.reading.place]
        return next(((note, place) for place, note in onward or seen), None)

    def step(self, place: Span | None, step: int) -> tuple[Note, Span] | None:
        """Return the next or previous place behind or before ``place``; None beyond the last, or without a place."""
        spans = [span for span, _ in self.places]
        if place is None or place not in spans:
            return None
        index = spans.index(place) + step
        return (self.places[index][1], self.places[index][0]) if 0 <= index < len(spans) else None

    def go(self, note: Note, place: Span | None) -> None:
        """Go from the text to the explanation of ``note``; from there (no ``place``) to where the text names it first."""
        reader = self.reader
        if place is None and note.places:
            target, blocks = note.places[0].position, range(0)
        else:
            target, blocks = note.entry.position, _blocks(note)
        self._came_from, self._went_to = reader.document.top if blocks else None, blocks
        reader.leave_panes()
        reader.go(target, at_top=True)

    def step_back(self) -> bool:
        """Go back to the text from an explanation that is still being read."""
        came_from, self._came_from = self._came_from, None
        if came_from is None or self.reader.reading.place.paragraph not in self._went_to:
            return False
        self.reader.put_top(came_from)
        return True


def _blocks(note: Note) -> range:
    """The blocks of an entry of the list of notes."""
    return range(note.entry.paragraph, max(span.paragraph for span in (note.entry, *note.explanation)) + 1)
