"""Other names of what a query asks for, from the table beside this module, and percentages in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hzview.folding import fold

_FILE = Path(__file__).with_name("aliases.txt")
_PERCENT = re.compile(r"(?<![0-9.])([0-9]{1,2})(?:\.([0-9]{1,2}))?%")
_IN_WORDS = re.compile(
    "百分之([一二三四五六七八九十]{1,3})(?:点([〇零一二三四五六七八九]{1,2}))?(?![百千万点])"
)
_DIGITS = "〇一二三四五六七八九"


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """Return the names that stand for one thing, folded, a group each."""
    lines = _FILE.read_text("utf-8").splitlines()
    return tuple(
        tuple(fold(name).text for name in line.split()) for line in lines if line[:1] not in ("", "#")
    )


def same_as(name: str) -> tuple[str, ...]:
    """Return the other names of what is called ``name`` (folded); none where it has none."""
    return tuple(other for group in groups() if name in group for other in group if other != name)


def others(text: str) -> Iterator[str]:
    """Yield ``text`` (folded) with a name in it replaced by another one, most usual ones first; none twice."""
    seen = {text}
    for name in names_in(text):
        for other in same_as(name):
            changed = text.replace(name, other)
            if other not in text and changed not in seen:
                seen.add(changed)
                yield changed
    for changed in (_PERCENT.sub(_to_words, text), _IN_WORDS.sub(_to_digits, text)):
        if changed not in seen:
            seen.add(changed)
            yield changed


def names_in(text: str) -> list[str]:
    """Return the names of the table that are in ``text`` (folded), from left to right, but none inside a longer one.

    国内生产总值 is read as one name and not as 国内 and 生产总值.
    """
    found = {name for group in groups() for name in group if name in text}
    longest = (name for name in found if not any(name != other and name in other for other in found))
    return sorted(longest, key=text.index)


def _to_words(match: re.Match[str]) -> str:
    """8.5% → 百分之八点五, as reports until the nineties have it."""
    tens, ones = divmod(int(match[1]), 10)
    whole = ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (
        _DIGITS[ones] if ones else ""
    )
    part = f"点{''.join(_DIGITS[int(digit)] for digit in match[2])}" if match[2] else ""
    return f"百分之{whole or '零'}{part}"


def _to_digits(match: re.Match[str]) -> str:
    tens, ten, ones = match[1].rpartition("十")
    whole = (_DIGITS.find(tens) if tens else 1) * 10 if ten else 0
    digits = str(whole + (_DIGITS.find(ones) if ones else 0))
    part = "".join(str(max(_DIGITS.find(digit), 0)) for digit in match[2] or "")
    return f"{digits}.{part}%" if part else f"{digits}%"
