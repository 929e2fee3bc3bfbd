"""Copying: what is selected, as it is or with its source."""

from __future__ import annotations

from hzview.tui import citing
from hzview.tui.topics.topic import Topic

_HOW_TO_LEAVE = "再按一次 Ctrl+C，或按 q 退出"


class Copying(Topic):
    """Copying text and figures."""

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
            self.reader.run_worker(self._copy_beside(text), group="copy")
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
