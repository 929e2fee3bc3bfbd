"""What is typed around a key that does something: a number before it, a letter after it. No screen code."""

from __future__ import annotations

from collections.abc import Callable

MOST = 99_999
"""The largest number that can be typed."""
_FULL_WIDTH = range(0xFF01, 0xFF5F)


def half_width(character: str) -> str:
    """Return what the keyboard has for a full-width letter, digit or mark of a Chinese input method."""
    return (
        chr(ord(character) - 0xFEE0) if len(character) == 1 and ord(character) in _FULL_WIDTH else character
    )


class Typed:
    """A number or a letter on its way to the action that it belongs to."""

    def __init__(self) -> None:
        """Begin with nothing typed."""
        self.number: int | None = None
        """The number typed so far."""
        self._asked: Callable[[str], None] | None = None

    def ask(self, answered: Callable[[str], None]) -> None:
        """Let the next character be the answer to what an action asks."""
        self._asked = answered

    @property
    def asking(self) -> bool:
        """Whether an action waits for a character."""
        return self._asked is not None

    def answer(self, character: str | None) -> None:
        """Give the character that was asked for, in half width; a key that is none, as Esc, is no answer."""
        asked, self._asked = self._asked, None
        if asked is not None:
            asked(half_width(character or ""))

    def digit(self, character: str | None) -> bool:
        """Take a digit of a number, in either width; tell whether ``character`` is one. No number begins with 0."""
        digit = half_width(character or "")
        if len(digit) != 1 or digit not in "0123456789" or (digit == "0" and self.number is None):
            return False
        self.number = min((self.number or 0) * 10 + int(digit), MOST)
        return True

    def take(self) -> int | None:
        """Return the number that was typed, and forget it."""
        number, self.number = self.number, None
        return number
