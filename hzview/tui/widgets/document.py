"""The report's text: set in a column, its figures and hits marked, with a selection of its own."""

from __future__ import annotations

import asyncio
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from textual import events, work
from textual.strip import Strip
from textual.timer import Timer

from hzview.figures.figure import Figure
from hzview.model import Position, Span
from hzview.tui.actions import Scope, bindings
from hzview.tui.flow import Flow
from hzview.tui.reading import Reading
from hzview.tui.row_looks import row_looks
from hzview.tui.selecting import Selection, clause_around, dragged
from hzview.tui.widgets.painting import Piece, strip_of
from hzview.tui.widgets.pane import Pane
from hzview.tui.widgets.rail import Rail
from hzview.typeset import Row, RowStyle, Typesetter
from hzview.typeset.breaking import HANGING_CELLS

if TYPE_CHECKING:
    from hzview.typeset.page import KeptSpans, ShownParts

STROKE = 16
"""Blocks that are set at a stroke in the background; between two strokes keys are heard."""
MOST_MARKS = 500
"""Hits up to which each is marked where it stands."""
DRAG_SECONDS = 0.05
"""How often the text moves on while the mouse is held beyond its edge."""


class Listener(Protocol):
    """Whoever wants to know what the person does in the text. Told at once, so that the next key finds it done."""

    def text_moved(self) -> None:
        """The person scrolled."""

    def text_left(self) -> None:
        """The person is about to go far away."""

    def figure_picked(self, figure: Figure | None) -> None:
        """The person clicked on ``figure``, or beside any."""

    def text_selected(self) -> None:
        """The selection changed."""


class DocumentPane(Pane):
    """The text of a report."""

    GROUND = "page"
    BINDINGS = bindings(Scope.TEXT)

    def __init__(
        self,
        reading: Reading,
        listener: Listener,
        *,
        measure: int,
        ambiguous: int,
        autospace: bool = False,
    ) -> None:
        """Show ``reading`` in a column of at most ``measure`` cells, and tell ``listener`` what is done in it.

        With ``autospace`` a space is drawn where Chinese meets Latin letters or digits.
        """
        super().__init__(id="document", ambiguous=ambiguous)
        self.selection: Selection | None = None
        """The selected text."""
        self._reading = reading
        self._listener = listener
        self._measure = measure
        self._autospace = autospace
        self._parts: ShownParts | None = None
        self._keep: KeptSpans | None = None
        self._typesetter = self._typesetter_for(measure)
        self.flow = Flow(reading.report, self._typesetter)
        """The rows of the page."""
        self.caret: Position | None = None
        """The character that the caret is on, while text is being selected by keys."""
        self._top = reading.place
        self._left = 0
        self._anchor: Selection | None = None
        self._pull: Timer | None = None
        self._pointer = (0, 0)
        self.rail = Rail(ambiguous=ambiguous)
        """The rail that stands at its edge, wherever the screen puts it."""

    @property
    def in_part(self) -> bool:
        """Whether only parts of the text are to be seen."""
        return self._parts is not None

    def holds(self, position: Position) -> bool:
        """Tell whether ``position`` is in what is to be seen of the text."""
        return self._typesetter.holds(position)

    def show_parts(self, parts: ShownParts | None) -> None:
        """Show only ``parts`` of the text, or all of it. No line cuts a figure."""
        from hzview.figures import detect_spans

        def kept(block: int) -> tuple[tuple[int, int], ...]:
            return detect_spans(self._reading.blocks[block].text)

        self._parts, self._keep = parts, kept
        self._set_anew()

    def set_page(self, *, measure: int, autospace: bool) -> None:
        """Set the text as in ``__init__`` from now on; the place stays."""
        if (measure, autospace) != (self._measure, self._autospace):
            self._measure, self._autospace = measure, autospace
            self._set_anew()

    def adapt(self, ambiguous: int) -> None:
        """Set the text for characters that take so many cells."""
        if ambiguous != self.ambiguous:
            self.ambiguous = ambiguous
            self._set_anew()

    def _set_anew(self) -> None:
        self._typesetter = self._typesetter_for(self._typesetter.width)
        self.flow = Flow(self._reading.report, self._typesetter)
        self.repaint()
        self.resized()

    def _typesetter_for(self, width: int) -> Typesetter:
        return Typesetter(
            self._reading.report,
            width,
            keep=self._keep,
            measure=self._measure,
            ambiguous=self.ambiguous,
            parts=self._parts,
            autospace=self._autospace,
        )

    def resized(self) -> None:
        """Set the text at the new width and keep the place, and the selected figure in sight."""
        if not self.columns or not self.page:
            return
        margin = 4 if self.columns >= 60 else 2 if self.columns >= 30 else 0
        if self._typesetter.resize(self.columns - margin, hang=margin >= 2 * HANGING_CELLS):
            self.flow.reset()
        self._left = (self.columns - self._typesetter.width) // 2
        self.put_top(self._top)
        figure = self._reading.figure
        if figure is not None:
            self.reveal(figure.span.position)
        self._settle_all()

    def put_top(self, position: Position) -> None:
        """Go to where ``top`` was ``position``."""
        self._top = position
        self._show(0 if position == Position(0, 0) else self.flow.y_of(position) - self._lead_in)

    @property
    def top(self) -> Position:
        """The place that is kept when the width changes, and remembered: what the first rows show."""
        return self._top

    @property
    def _lead_in(self) -> int:
        """Rows that are kept above a place one jumps to."""
        return 1 if self.page >= 6 else 0

    def _show(self, y: int) -> None:
        """Make ``y`` the first row on the screen; the blocks below it are set before."""
        y = max(y, 0)
        self.flow.settle_rows(y, self.page)
        self.set_height(self.flow.height)
        self.scroll_row(y)

    @work(exclusive=True, group="settle")
    async def _settle_all(self) -> None:
        """Work out the heights of all blocks, a few at a stroke; the text on the screen stays where it is."""
        end = len(self._reading.blocks)
        here, _ = self.flow.locate(self.scroll_offset.y)
        for start in range(here, end, STROKE):
            self._settle(range(start, min(start + STROKE, end)))
            await asyncio.sleep(0)
        # What is above moves the text on the page, so it is set aside first and then counted in one go.
        for start in range(0, here, STROKE):
            for block in range(start, min(start + STROKE, here)):
                self._typesetter.rows_of(block)
            await asyncio.sleep(0)
        self._settle(range(here))
        self.mark_hits()

    def _settle(self, blocks: range) -> None:
        block, line = self.flow.locate(self.scroll_offset.y)
        before = self.flow.top(block)
        self.flow.settle(blocks)
        moved = self.flow.top(block) - before
        self.set_height(self.flow.height)
        if moved:
            self._strips.clear()
            self.scroll_row(self.flow.top(block) + line)

    def move_by(self, rows: int) -> None:
        """Scroll by ``rows`` rows."""
        y = self.flow.move(self.scroll_offset.y, rows)
        self._scrolled_to(y)

    def wheel(self, rows: int) -> None:
        """Scroll by ``rows`` rows."""
        self.move_by(rows)

    def move_to_edge(self, *, last: bool) -> None:
        """Go to the start of the report, or to its end."""
        self._listener.text_left()
        if last:
            end = len(self._reading.blocks)
            self.flow.settle(range(max(end - self.page, 0), end))
        self._scrolled_to(self.flow.height if last else 0)

    def move_to_number(self, number: int) -> None:
        """Go to the block ``number``, as the tables of figures count them."""
        self._listener.text_left()
        block = min(number, len(self._reading.blocks) - 1)
        self._scrolled_to(self.flow.y_of(Position(block, 0)) - self._lead_in)

    def move_to_share(self, share: float) -> None:
        """Go to where this share of the text, from 0 to 1, lies above."""
        self._listener.text_left()
        self._scrolled_to(round(share * self.flow.height))

    def _scrolled_to(self, y: int) -> None:
        if not self.page:  # a key that came before the first picture
            return
        before = self.scroll_offset.y
        self._show(min(y, self.flow.height - self.page))
        if self.scroll_offset.y < before:
            self.flow.settle_rows(self.scroll_offset.y, self.page)
        self._top = self._position_from(self.scroll_offset.y + self._lead_in)
        self._listener.text_moved()

    def set_height(self, rows: int) -> None:
        """Tell the page's height, to the rail as well."""
        super().set_height(rows)
        self._show_on_rail()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Let the rail follow."""
        super().watch_scroll_y(old_value, new_value)
        self._show_on_rail()

    def _show_on_rail(self) -> None:
        self.rail.show(self.scroll_offset.y, self.page, self.virtual_size.height)

    def centre(self, y: int) -> None:
        """Bring row ``y`` of the page to the middle of the screen."""
        self._scrolled_to(max(y - self.page // 2, 0))

    def mark_hits(self) -> None:
        """Mark on the rail where the hits are; where there are a great many, only in which blocks."""
        hits = self._reading.hits
        if hits is None:
            self.rail.mark(())
        elif len(hits) > MOST_MARKS:
            self.rail.mark(self.flow.top(block) for block in hits.blocks)
        else:
            self.rail.mark(self.flow.about(hit.span.position) for hit in hits)

    def eye(self) -> Position:
        """Return where the reader is looking.

        That is near the first row; over the last page it wanders down, so that every section has its turn.
        """
        top, end = self.scroll_offset.y, self.max_scroll_y
        share = max(0.0, 1 - (end - top) / min(self.page, end)) if self.page and end > 0 else 0.0
        return self._position_from(top + self._lead_in + round((self.page - 1 - self._lead_in) * share))

    def _position_from(self, y: int) -> Position:
        """The first text at or below row ``y``; the last one above it where there is none."""
        first = max(y, 0)
        for at in (*range(first, first + self.page), *range(min(first, self.flow.height) - 1, -1, -1)):
            row = self.flow.row(at)
            if row is not None and row.style is not RowStyle.AIR:
                return Position(row.block, row.start)
        return Position(0, 0)

    def nearest_shown(self, place: Position) -> Position:
        """Return ``place``, or the start of the text nearest to it that is to be seen, if that is not."""
        return place if self.holds(place) else self._position_from(self.flow.y_of(place))

    def reveal(self, position: Position, *, at_top: bool = False) -> None:
        """Bring ``position`` onto the screen: near the first row, or only if it is not in view, with air around it."""
        if not self.page:
            self._top = position
            return
        y = self.flow.y_of(position)
        top = self.scroll_offset.y
        air = self._lead_in
        if at_top:
            self._show(y - self._lead_in if position != Position(0, 0) else 0)
        elif not top + air <= y < top + self.page - air:
            # Blocks above the target are set first, or they would push it down when they come into view.
            self._show(self.flow.move(y, -min(self.page // 3, y)))
        self._top = self._position_from(self.scroll_offset.y + self._lead_in)

    def shows(self, position: Position) -> bool:
        """Tell whether ``position`` is on the screen."""
        block, _ = self.flow.locate(self.scroll_offset.y)
        end, _ = self.flow.locate(self.scroll_offset.y + self.page - 1)
        if not block <= position.paragraph <= end:
            return False
        return 0 <= self.flow.y_of(position) - self.scroll_offset.y < self.page

    def visible_blocks(self) -> range:
        """Return the blocks on the screen."""
        first, _ = self.flow.locate(self.scroll_offset.y)
        last, _ = self.flow.locate(self.scroll_offset.y + max(self.page, 1) - 1)
        return range(first, last + 1)

    def progress(self) -> int:
        """Return how much of the report was shown down to the last row of the screen, in percent."""
        return min(100, 100 * (self.scroll_offset.y + self.page) // max(self.flow.height, 1))

    def repaint_blocks(self, blocks: range) -> None:
        """Paint ``blocks`` anew, as far as they are on the screen."""
        shown = self.visible_blocks()
        if self.page and blocks.start < shown.stop and shown.start < blocks.stop:
            self.repaint()

    def repaint_span(self, span: Span | None) -> None:
        """Paint the rows of ``span`` anew."""
        if span is not None and self.page and self.shows(span.position):
            first = self.flow.y_of(span.position)
            last = self.flow.y_of(Position(span.paragraph, max(span.end - 1, span.start)))
            self.repaint(range(first, last + 1))

    def paint(self, y: int) -> Strip:
        """Return the picture of row ``y``."""
        ground = self.looks("page")
        row = self.flow.row(y)
        if row is None or row.style is RowStyle.AIR:
            return strip_of((), self.columns, ground)
        pieces: list[Piece] = [(" " * (self._left + row.indent), ground)]
        if row.style is RowStyle.BYLINE:
            pieces.append((row.label, self.looks("page", "quiet")))
        else:
            pieces.extend(self._marked(row))
        return strip_of(pieces, self.columns, ground, self.ambiguous)

    def _marked(self, row: Row) -> list[Piece]:
        """The row's text, cut where what is to be marked begins and ends."""
        text = self._typesetter.text_of(row)
        looks = row_looks(row, self._typesetter, self._reading, self.selection, self.caret)
        pieces: list[Piece] = []
        at = 0
        for look, run in groupby(looks):
            length = sum(1 for _ in run)
            pieces.append((text[at : at + length], self.looks(*look)))
            at += length
        return pieces

    def first_in_view(self) -> Position:
        """Return the first character on the screen."""
        return self._position_from(self.scroll_offset.y + self._lead_in)

    def nearest_in_view(self, place: Position) -> Position:
        """Return the first character of the first row on the screen or of the last one, whichever is nearer to ``place``."""
        if place < self.first_in_view():
            return self.first_in_view()
        for y in range(self.scroll_offset.y + self.page - 1, self.scroll_offset.y, -1):
            row = self.flow.row(y)
            if row is not None and row.style not in (RowStyle.AIR, RowStyle.BYLINE):
                return Position(row.block, row.start)
        return self.first_in_view()

    def keep_in_view(self, place: Position) -> None:
        """Scroll as little as brings ``place`` onto the screen."""
        y, top, air = self.flow.y_of(place), self.scroll_offset.y, self._lead_in
        if y < top + air:
            self._show(y - air)
        elif y >= top + self.page - air:
            self._show(y - self.page + 1 + air)
        self._top = self.first_in_view()

    def select(self, selection: Selection | None) -> None:
        """Select ``selection``, or nothing."""
        if selection != self.selection:
            self.selection = selection
            self.repaint()
            self._listener.text_selected()

    def selected_text(self) -> str:
        """Return the selected text, a line a block; empty where nothing is selected."""
        return self._reading.text_of(self.selection.start, self.selection.end) if self.selection else ""

    def _character_at(self, x: int, y: int) -> Selection:
        """The character at a cell of the screen; empty beside the text, and where a space stands for no text."""
        y += self.scroll_offset.y
        row = self.flow.row(y)
        if row is None:
            last = len(self._reading.blocks) - 1
            end = Position(last, len(self._reading.blocks[last].text))
            edge = Position(0, 0) if y < self.flow.top(0) else end
            return Selection(edge, edge)
        setter, cell = self._typesetter, x - self._left
        offset = setter.offset_at(row, cell)
        inside = row.indent <= cell and offset < setter.drawn_end(row) and not setter.on_space(row, cell)
        return Selection(Position(row.block, offset), Position(row.block, offset + inside))

    def _figure_drawn_at(self, x: int, y: int) -> Figure | None:
        """The figure at a cell of the screen, the spaces within it included."""
        here = self._character_at(x, y)
        if here:
            return self._reading.figure_at(here.start)
        before, after = self._character_at(x - 1, y), self._character_at(x + 1, y)
        if not before or not after:
            return None
        figure = self._reading.figure_at(before.start)
        return figure if figure == self._reading.figure_at(after.start) else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select."""
        if event.button == 1:
            self.select(None)
            self._anchor = self._character_at(event.x, event.y)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the pointer."""
        if self._anchor is None:
            return
        self._pointer = (event.x, event.y)
        self._drag()
        outside = not 0 <= event.y < self.page
        if outside and self._pull is None:
            self._pull = self.set_interval(DRAG_SECONDS, self._drag_on)
        elif not outside:
            self._stop_pull()

    def _drag(self) -> None:
        if self._anchor is not None:
            x, y = self._pointer
            here = self._character_at(x, min(max(y, 0), self.page - 1))
            self.select(dragged(self._anchor, here))

    def _drag_on(self) -> None:
        """Scroll towards the pointer that is held beyond the edge."""
        self.move_by(-1 if self._pointer[1] < 0 else 1)
        self._drag()

    def _stop_pull(self) -> None:
        if self._pull is not None:
            self._pull.stop()
            self._pull = None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the selection."""
        self.release_mouse()
        self._stop_pull()
        self._anchor = None

    def on_click(self, event: events.Click) -> None:
        """Pick a figure; a double click selects it, or the clause, a triple click the paragraph."""
        here = self._character_at(event.x, event.y)
        if event.chain == 1:
            if self.selection is None:
                self._listener.figure_picked(self._figure_drawn_at(event.x, event.y))
            return
        block = here.start.paragraph
        text = self._reading.blocks[block].text
        start, end = 0, len(text)
        if event.chain == 2:
            figure = self._figure_drawn_at(event.x, event.y)
            start, end = (
                (figure.span.start, figure.span.end) if figure else clause_around(text, here.start.offset)
            )
        self.select(Selection(Position(block, start), Position(block, end)))
