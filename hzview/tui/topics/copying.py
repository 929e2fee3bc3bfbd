"""Copying: what is selected, as it is or with its source; what is around it; figures as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hzview.figures.figure import Figure
from hzview.model import Position
from hzview.tui import citing
from hzview.tui.beside import beside
from hzview.tui.selecting import sentence_around
from hzview.tui.topics.selecting import Selecting
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.tui.screens.reader import ReaderScreen

_HOW_TO_LEAVE = "再按一次 Ctrl+C，或按 q 退出"


class Copying(Topic):
    """Copying text and figures."""

    def __init__(self, reader: ReaderScreen) -> None:
        """Copy from ``reader``."""
        super().__init__(reader)
        self._table_said = ""
        self._form = ""

    def action_copy(self) -> None:
        """Copy the selected text, or else the selected figure."""
        text = self.reader.document.selected_text()
        if not text and self.reader.reading.figure is not None:
            text = self.reader.reading.figure.text
        self.copy(text)

    def action_cite(self) -> None:
        """Copy the same with its source."""
        document, reading = self.reader.document, self.reader.reading
        if document.selection:
            quoted = citing.Quoted(document.selected_text(), document.selection.start.paragraph)
        elif reading.figure is not None:
            quoted = citing.figure(reading.figure)
        else:
            self.copy("")
            return
        self.copy(self.reader.copier.citation(reading.report, quoted))

    def action_copy_sentence(self) -> None:
        """Copy the sentence around the selected figure or the start of the selected text."""
        reading, selection = self.reader.reading, self.reader.document.selection
        if selection:
            place = selection.start
            text = reading.blocks[place.paragraph].text
            start, end = sentence_around(text, place.offset)
            self.copy(text[start:end].strip())
        else:
            figure = reading.figure
            self.copy(_sentence(reading.blocks[figure.sentence.paragraph].text, figure) if figure else "")

    def action_copy_paragraph(self) -> None:
        """Copy the paragraph of the selected figure, or those over which text is selected."""
        reading, selection = self.reader.reading, self.reader.document.selection
        if selection:
            first, last = selection.start.paragraph, selection.end.paragraph
        elif reading.figure is not None:
            first = last = reading.figure.span.paragraph
        else:
            self.copy("")
            return
        end = Position(last, len(reading.blocks[last].text))
        self.copy(reading.text_of(Position(first, 0), end))

    def action_copy_marked(self) -> None:
        """Copy the marked figures as a table, in the table those that are listed if none is; again: in another form."""
        from hzview.tui.marking import FORMS, marked_table

        reader = self.reader
        figures, which = reader.reading.marked_figures(), "标记的"
        if not figures and reader.focused is reader.table:
            figures, which = reader.table.listed_figures(), "列出的"
        if not figures:
            reader.notice("没有标记的指标：按 x 标记，或在指标表中按 c 复制列出的全部")
            return
        forms = list(FORMS)
        again = bool(self._table_said) and reader.said == self._table_said
        self._form = forms[(forms.index(self._form) + 1) % len(forms)] if again else reader.copier.table_form
        other = forms[(forms.index(self._form) + 1) % len(forms)]
        text = marked_table(reader.reading.report, figures, self._form)
        what = f"{which} {len(figures)} 个指标（{FORMS[self._form]}）"
        more = f"；再按 c 换 {FORMS[other]}"
        beside(reader, "copy", self._copy_table, text, what, more)

    async def _copy_table(self, text: str, what: str, more: str) -> None:
        self._table_said = await self.reader.copier.copy(text, what) + more
        self.reader.notice(self._table_said)

    async def action_copy_selection(self) -> None:
        """Copy the selected text; without one, say how to leave, and leave if that was said just before."""
        text = self.reader.document.selected_text()
        if text:
            self.copy(text)
        elif self.reader.said == _HOW_TO_LEAVE:
            await self.reader.app.run_action("quit")
        else:
            self.reader.notice(_HOW_TO_LEAVE)

    def copy(self, text: str) -> None:
        """Copy ``text`` beside all else, and say what came of it."""
        if text:
            self.reader.topic(Selecting).leave()
            beside(self.reader, "copy", self._copy_beside, text)
        else:
            self.reader.notice("没有选中什么：按 ] 选指标，或用鼠标选文字")

    async def _copy_beside(self, text: str) -> None:
        self.reader.notice(await self.reader.copier.copy(text))

    def step_back(self) -> bool:
        """Select no text any more."""
        selected = bool(self.reader.document.selection)
        if selected:
            self.reader.document.select(None)
        return selected


def _sentence(text: str, figure: Figure) -> str:
    """The sentence of ``figure`` in its block's ``text``."""
    return text[figure.sentence.start : figure.sentence.end].strip()
