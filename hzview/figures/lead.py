"""What stands before a number, once it is read: see ``leftwards``."""

from __future__ import annotations

from dataclasses import dataclass, field

from hzview.figures.figure import Bound
from hzview.figures.lexicon import Says


@dataclass(slots=True, eq=False)
class Lead:
    """What the text before a number says. Offsets are folded offsets."""

    start: int
    """Where the name begins."""
    end: int
    """One past the end of the name; equal to ``start`` where there is none."""
    says: int = 0
    """What the words between name and number say: a mask of ``Says``."""
    bound: Bound | None = None
    """The bound that the word nearest to the number sets, if one does."""
    words: list[str] = field(default_factory=list)
    """Those words, from the number leftwards."""
    share: tuple[int, int] | None = None
    """What the number is a share of (占〔全省的〕)."""
    against: str = ""
    """What it is compared with (比〔上年〕, 高于〔全国〕)."""
    act: str = ""
    """The verb right before the number (新增|7家), no part of ``start``–``end``."""
    opening_act: str = ""
    """The verb that opens the name (新增|上市公司|7家), part of it."""
    light_act: str = ""
    """A verb that opened the name and was left out of it (完成|固定资产投资|1731亿元)."""

    @property
    def empty(self) -> bool:
        """Whether no name is left."""
        return self.start >= self.end

    def has(self, mask: int) -> bool:
        """Whether any word says one of the meanings in ``mask``."""
        return self.says & mask != 0

    def take(self, end: int, word: str, says: int) -> None:
        """Take a word that begins at ``end`` off the end."""
        self.end = end
        self.says |= says
        self.words.append(word)
        if self.bound is None:
            self.bound = BOUNDS.get(says)


BOUNDS: dict[int, Bound] = {
    Says.ABOVE: Bound.ABOVE, Says.AT_LEAST: Bound.AT_LEAST, Says.BELOW: Bound.BELOW, Says.AT_MOST: Bound.AT_MOST,
    Says.ABOUT: Bound.ABOUT,
}  # fmt: skip
"""The bound that a word sets, by what it says."""
