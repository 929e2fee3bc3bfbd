"""Places: marks that a person sets, and the way back over far jumps."""

from __future__ import annotations

from hzview.model import Position
from hzview.tui.topics.topic import Topic
from hzview.tui.widgets.painting import shortened

_SHOWN = 16
"""Cells of the text at a mark that the line below repeats."""
_BACK = ("'", "`", "‘", "’", "·")
"""The keys of go-to-mark, with what an input method types for them."""


class Places(Topic):
    """Coming back to where one was."""

    def action_set_mark(self) -> None:
        """Ask for a letter and mark the place by it."""
        self.reader.hold("标记此处为：按一个字母")
        self.reader.hzview.typed.ask(self._set_mark)

    def _set_mark(self, letter: str) -> None:
        if not _is_letter(letter):
            self.reader.notice("没有标记：标记是一个字母")
            return
        self.reader.reading.marks[letter] = self.reader.document.top
        self.reader.notice(f"已标记 {letter}，按 ' 再按 {letter} 回到这里")

    def action_go_to_mark(self) -> None:
        """Ask for the letter of a mark and go there; ``'`` itself goes back to where one jumped from."""
        self.reader.hold(f"到哪个标记：{self._marks()}")
        self.reader.hzview.typed.ask(self._go_to_mark)

    def _marks(self) -> str:
        reading = self.reader.reading
        named = (
            f"{letter} {shortened(reading.blocks[place.paragraph].text[place.offset :], _SHOWN)}"
            for letter, place in sorted(reading.marks.items())
        )
        return "  ".join(("' 跳转前的位置", *named))

    def _go_to_mark(self, letter: str) -> None:
        reader = self.reader
        if letter in _BACK:
            self.action_jump_back()
            return
        place = reader.reading.marks.get(letter)
        if place is None:
            reader.notice(f"没有标记 {letter}：按 m 再按一个字母来标记" if _is_letter(letter) else "没有跳转")
            return
        reader.jumps.leave(reader.document.top)
        self._come_back(place)

    def action_jump_back(self) -> None:
        """Go back to where one was before the last far jump."""
        self._come_back(self.reader.jumps.back(self.reader.document.top), "前面没有跳转过的位置了")

    def action_jump_forward(self) -> None:
        """Go forward again."""
        self._come_back(self.reader.jumps.forward(self.reader.document.top), "后面没有跳转过的位置了")

    def _come_back(self, place: Position | None, none: str = "") -> None:
        if place is None:
            self.reader.notice(none)
        else:
            self.reader.leave_panes()
            self.reader.put_top(place)


def _is_letter(character: str) -> bool:
    return len(character) == 1 and character.isascii() and character.isalnum()
