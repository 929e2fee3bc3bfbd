"""What the report explains of a word in its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from hzview.model import Report, Span
from hzview.notes import Note
from hzview.tui.actions import Scope, bindings
from hzview.tui.screens.closing import OverScreen
from hzview.tui.screens.details import Detail, DetailsPane
from hzview.tui.widgets.lines import TwoSided

if TYPE_CHECKING:
    from hzview.tui.topics.notes import Notes

_AROUND = 14
"""Characters shown on each side of a place."""
_MOST_PLACES = 8


def told_of(report: Report, note: Note) -> Iterator[Detail]:
    """Yield what ``note`` explains, and where the text names it."""
    yield "解释", note.explained(report)
    if not note.places:
        yield "出处", "正文中未找到"
    for number, place in enumerate(note.places[:_MOST_PLACES]):
        text = report.blocks[place.paragraph].text
        start, end = max(place.start - _AROUND, 0), min(place.end + _AROUND, len(text))
        cut = ("…" if start else "", "…" if end < len(text) else "")
        yield "" if number else "出处", f"{cut[0]}{text[start:end]}{cut[1]}"
        yield "", f"　{' › '.join(report.path(place.paragraph)) or report.title}"
    if len(note.places) > _MOST_PLACES:
        yield "", f"……共 {len(note.places)} 处"


class NoteScreen(OverScreen[None], ModalScreen[None]):
    """A note, its neighbours in the text, and the way to the list of notes."""

    BINDINGS = bindings(Scope.NOTE)
    AUTO_FOCUS = "#details-list"

    def __init__(self, notes: Notes, note: Note, place: Span | None) -> None:
        """Tell of ``note`` at a ``place`` of the text, or at its own in the list of notes."""
        super().__init__()
        reader = notes.reader
        self._notes = notes
        self._note = note
        self._place = place
        self._head = TwoSided(id="details-head", ambiguous=reader.document.ambiguous)
        self.pane = DetailsPane(ambiguous=reader.document.ambiguous)
        """What is told."""

    def compose(self) -> ComposeResult:
        """Lay out a head and what is told."""
        with Vertical(id="note"):
            yield self._head
            yield self.pane

    def on_mount(self) -> None:
        """Tell of the note."""
        self._show()

    def _show(self) -> None:
        report = self._notes.reader.reading.report
        self.pane.show(tuple(told_of(report, self._note)))
        there = "回车 到正文" if self._place is None else "] [ 前后词语  回车 到文末"
        self._head.show([(self._note.term or self._note.number, "strong")], [(f"{there}  Esc 关闭", "quiet")])

    def action_next_note(self) -> None:
        """Tell of the next place in the text."""
        self._step(1)

    def action_previous_note(self) -> None:
        """Tell of the place before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        found = self._notes.step(self._place, step)
        if found is not None:
            self._note, self._place = found
            self._notes.reader.go(found[1].position, run="note")
            self._show()

    def action_go_to_note(self) -> None:
        """Go to the explanation; from there to where the text names it."""
        self.dismiss(None)
        self._notes.go(self._note, self._place)

    def action_close_note(self) -> None:
        """Go back to the reader."""
        self.dismiss(None)
