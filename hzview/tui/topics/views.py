"""Views: the text alone, only the sentences that hold figures, and spaces between Chinese and Latin."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hzview.model import BlockType, Position
from hzview.tui.topics.topic import Topic

if TYPE_CHECKING:
    from hzview.tui.screens.reader import ReaderScreen
    from hzview.typeset.page import ShownParts

_FIGURES = "figures-only"


class Views(Topic):
    """Seeing more of the text, or less."""

    def __init__(self, reader: ReaderScreen) -> None:
        """Begin with the whole text of ``reader``."""
        super().__init__(reader)
        self._to_see = False

    def seen(self) -> frozenset[str]:
        """Return, in words for ``see``, what is to be seen of the text."""
        return frozenset((_FIGURES,) if self.reader.document.in_part or self._to_see else ())

    def see(self, words: frozenset[str]) -> None:
        """Show what ``seen`` said, once ``begin`` is called."""
        self._to_see = _FIGURES in words

    def begin(self) -> None:
        """Set the text again as soon as figures can be told: so that no line cuts one, or only those sentences."""
        to_see, self._to_see = self._to_see, False
        self.reader.document.show_parts(self._sentences() if to_see and self._any_figures() else None)

    def _any_figures(self) -> bool:
        return any(map(self._has_figures, range(len(self.reader.reading.blocks))))

    def action_reading_view(self) -> None:
        """Show nothing but the text, or all panes again."""
        self.reader.leave_panes()
        self.reader.show_alone(not self.reader.alone)

    def action_figures_view(self) -> None:
        """Show only the sentences that hold figures, or the whole text at the same place."""
        reader = self.reader
        if reader.document.in_part:
            self.show_all()
        elif not self._any_figures():
            reader.notice("这份报告里没有指标")
        else:
            place = reader.reading.place
            reader.document.show_parts(self._sentences())
            reader.show(reader.document.nearest_shown(place))
            reader.notice("只看含指标的句子；Z 或回车回到全文此处")

    def action_autospace(self) -> None:
        """Draw a space where Chinese meets Latin letters or digits, or none."""
        app = self.reader.hzview
        app.set_autospace(not app.autospace)
        self.reader.notice(
            "中文与西文、数字之间空一格；复制的文字不含这些空格"
            if app.autospace
            else "中文与西文、数字之间不空格"
        )

    def action_full_text(self) -> None:
        """Show the whole text around the place, if only parts of it are to be seen."""
        if self.reader.document.in_part:
            self.show_all()

    def show_all(self) -> None:
        """Show the whole text, at the place where one is."""
        reader = self.reader
        reader.document.show_parts(None)
        reader.show(reader.reading.place)

    def make_seen(self, position: Position) -> None:
        """Show the whole text if ``position`` is in none of the parts of it that are to be seen."""
        if self.reader.document.in_part and not self.reader.document.holds(position):
            self.reader.document.show_parts(None)

    def _sentences(self) -> ShownParts:
        """Tell for each block which sentences hold figures; of a heading, whether anything below it does."""
        reading, find = self.reader.reading, self.reader.finder.find

        @cache
        def parts(index: int) -> tuple[tuple[int, int], ...] | None:
            block = reading.blocks[index]
            if block.type is BlockType.TITLE:
                return None
            if block.type is BlockType.HEADING:
                part = reading.report.parts[block.part]
                return None if any(map(self._has_figures, range(part.first, part.end))) else ()
            find(range(index, index + 1))
            figures = (reading.figures[at] for at in reading.figure_places.within(index, index + 1))
            return tuple(sorted({(figure.sentence.start, figure.sentence.end) for figure in figures}))

        return parts

    def _has_figures(self, block: int) -> bool:
        from hzview.figures import detect_spans

        return bool(detect_spans(self.reader.reading.blocks[block].text))

    def step_back(self) -> bool:
        """Show all panes again, then the whole text."""
        if self.reader.alone:
            self.reader.show_alone(False)
        elif self.reader.document.in_part:
            self.show_all()
        else:
            return False
        return True
