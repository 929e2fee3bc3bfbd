"""Two sentences under a table, each with its figure standing out: what was promised, and what was reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from hzview.tui.themes import looks_of
from hzview.tui.widgets.adapting import Adapting
from hzview.tui.widgets.painting import Piece, strip_of
from hzview.typeset import wrap


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence to be shown."""

    label: str
    """What it is and where it stands."""
    text: str
    """The sentence."""
    start: int
    """Where in it the figure starts."""
    end: int
    """Where the figure ends."""
    look: str
    """How the figure looks: actual or target."""


_MARGIN = 2
"""Cells at either edge."""


class SentencesPane(Adapting, Widget):
    """Sentences one under another, as much of each as has room, always with the figure; one of them is the chosen one."""

    ALLOW_SELECT = False

    def __init__(self, *, ambiguous: int, picked: Callable[[int], None]) -> None:
        """Show nothing; ``picked`` is told the sentence that was clicked on, by its place."""
        super().__init__(id="sentences")
        self.ambiguous = ambiguous
        self._picked = picked
        self._quoted: tuple[Quoted, ...] = ()
        self._chosen = 0
        self._rows: list[tuple[int, list[Piece]]] = []
        self._laid_out: object = None

    def show(self, quoted: Sequence[Quoted], chosen: int) -> None:
        """Show these sentences, the one at ``chosen`` as the one that Enter goes to."""
        self._quoted, self._chosen = tuple(quoted), chosen
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the row at ``y``."""
        ground = looks_of(self.app)("page")
        state = (self._quoted, self._chosen, self.size, self.app.theme, self.ambiguous)
        if state != self._laid_out:
            self._rows, self._laid_out = self._lay_out(), state
        pieces = self._rows[y][1] if y < len(self._rows) else []
        return strip_of(pieces, self.size.width, ground, self.ambiguous)

    def _lay_out(self) -> list[tuple[int, list[Piece]]]:
        """Return the rows, each with the place of its sentence: half of the room for each, what one spares to the other."""
        width, room = max(self.size.width - 2 * _MARGIN, 2), self.size.height
        if room < 2 * _LEAST and len(self._quoted) > 1:
            shown: Sequence[int] = (self._chosen,)
        else:
            shown = range(len(self._quoted))
        lines = {index: wrap(self._quoted[index].text, width, ambiguous=self.ambiguous) for index in shown}
        rows: list[tuple[int, list[Piece]]] = []
        for place, index in enumerate(shown):
            after = sum(len(lines[other]) + 1 for other in list(shown)[place + 1 :])
            least = room // max(len(shown), 1)
            mine = max(least, room - len(rows) - after) if place == 0 else room - len(rows)
            rows += self._sentence(index, lines[index], max(mine - 1, 1))
        return rows

    def _sentence(self, index: int, lines: list[tuple[int, int]], room: int) -> list[tuple[int, list[Piece]]]:
        """Return the label and at most ``room`` rows of a sentence, around the one where its figure is."""
        quoted, looks = self._quoted[index], looks_of(self.app)
        chosen = index == self._chosen
        at = next((row for row, (_, end) in enumerate(lines) if quoted.start < end), 0)
        first = max(0, min(at - room // 2, len(lines) - room))
        mark = "▸ " if chosen else "  "
        label = [(mark + quoted.label, looks("page", "strong" if chosen else "quiet"))]
        found: list[tuple[int, list[Piece]]] = [(index, label)]
        for row, (start, end) in enumerate(lines[first : first + room], first):
            cut = row == first > 0, row == first + room - 1 < len(lines) - 1
            found.append((index, self._line(quoted, start, end, cut, chosen=chosen)))
        return found

    def _line(
        self, quoted: Quoted, start: int, end: int, cut: tuple[bool, bool], *, chosen: bool
    ) -> list[Piece]:
        """Return one row of a sentence; ``cut`` says whether rows before and behind it are left out."""
        looks = looks_of(self.app)
        plain = looks("page", "plain" if chosen else "quiet")
        figure = looks("page", f"now-{quoted.look}" if chosen else quoted.look)
        low, high = min(max(quoted.start, start), end), min(max(quoted.end, start), end)
        return [
            (("…" if cut[0] else "").rjust(_MARGIN), plain),
            (quoted.text[start:low], plain),
            (quoted.text[low:high], figure),
            (quoted.text[high:end] + ("…" if cut[1] else ""), plain),
        ]

    def on_click(self, event: events.Click) -> None:
        """Tell which sentence was clicked on, if it is still quoted."""
        if event.y < len(self._rows) and self._rows[event.y][0] < len(self._quoted):
            self._picked(self._rows[event.y][0])


_LEAST = 3
"""Rows that a sentence needs at least, its label included; where there are fewer, only the chosen one is shown."""
