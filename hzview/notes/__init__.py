"""Notes (名词解释, 注释): what a report explains behind its text, linked to where the text says it.

Nothing of this is stored: ``notes_of`` derives it from a report, so that a report that was mended by hand has the
notes that stand in it. ``entries`` reads the explanations, ``places`` finds their terms and marks in the body.
"""

from __future__ import annotations

from dataclasses import dataclass

from hzview.model import Position, Report, Span
from hzview.notes.entries import entries_of
from hzview.notes.places import places_of

__all__ = ["Note", "note_at", "notes_of"]


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that a report explains."""

    number: str
    """Its mark in the list as printed: 1. or [1]; empty where it has none."""
    term: str
    """What is explained; empty for a footnote that only has a number."""
    entry: Span
    """Where it stands in the list: its mark and its term, or the beginning of a footnote."""
    explanation: tuple[Span, ...]
    """The words that explain it, one span a paragraph."""
    places: tuple[Span, ...]
    """Where the body marks or names it, in reading order; empty where it does neither."""

    def explained(self, report: Report) -> str:
        """Return the explanation as one text."""
        return "".join(
            report.blocks[span.paragraph].text[span.start : span.end].strip() for span in self.explanation
        )


def notes_of(report: Report) -> tuple[Note, ...]:
    """Return the notes of a report in the order of its list of notes."""
    entries = entries_of(report)
    return tuple(
        Note(entry.number, entry.term, entry.span, entry.explanation, places)
        for entry, places in zip(entries, places_of(report, entries), strict=True)
    )


def note_at(notes: tuple[Note, ...], position: Position) -> tuple[Note, Span] | None:
    """Return the note at hand and the place of it: that around ``position``, else the nearest one of its block.

    Of several places around it the longest counts. Of two as near the one behind it counts.
    """
    best: tuple[tuple[int, int], Note, Span] | None = None
    for note in notes:
        for place in note.places:
            if place.paragraph != position.paragraph:
                continue
            behind = place.start - position.offset
            before = position.offset - place.end + 1
            distance = 2 * behind if behind > 0 else 2 * before + 1 if before > 0 else 0
            key = (distance, place.start - place.end)
            if best is None or key < best[0]:
                best = (key, note, place)
    return best[1:] if best else None
