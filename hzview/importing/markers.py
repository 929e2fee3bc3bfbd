"""Marks that number headings and items: 一、 （一） 第一， 一是 1、 （1） ① ——, as they are printed in reports."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum


class Style(IntEnum):
    """Kind of a heading's mark, the outermost first."""

    PART = 0
    """第一部分."""
    UNNUMBERED = 1
    """No mark, on the level of a report's main parts: 2020年工作任务."""
    NUMERAL = 2
    """一、."""
    BRACKETED = 3
    """（一）."""
    TITLED = 4
    """No mark, below the numbered headings around it."""
    ORDINAL = 5
    """第一，."""
    POINT = 6
    """一是 or 一要."""
    ARABIC = 7
    """1、 or 1.."""
    ARABIC_BRACKETED = 8
    """（1）."""
    CIRCLED = 9
    """①."""
    DASH = 10
    """——."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark at the start of a line."""

    style: Style
    """Its kind."""
    value: int
    """The number it says; 0 for a dash."""
    end: int
    """Where the text after it begins."""


_NUMERALS = "〇零一二三四五六七八九十百"
_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_AROUND = " ()（）〔〕【】﹙﹚、.．"
_PATTERNS = (
    (Style.PART, rf"第([{_NUMERALS}]{{1,3}})(?:部分|章|篇)[ ：:、，]?"),
    # A numeral is no heading before a digit (一.5), but for a year's, or as part of a word (一、二、三产业).
    (
        Style.NUMERAL,
        rf"([{_NUMERALS}]{{1,3}}) ?(?:、(?![{_NUMERALS}]{{1,2}}[、和])|[．.](?!\d(?!\d{{3}}年)))",
    ),
    (Style.BRACKETED, rf"([㈠-㈩]|[（(〔【﹙]? ?[{_NUMERALS}]{{1,3}} ?[）)〕】﹚])[、.．]?"),
    (Style.ORDINAL, rf"第([{_NUMERALS}]{{1,3}})[，、：,:]"),
    (Style.POINT, rf"([{_NUMERALS}]{{1,2}})(?:是|要)(?=[^，。])"),
    (Style.ARABIC_BRACKETED, r"([⑴-⒇]|[（(] ?[\d０-９]{1,2} ?[）)])"),
    (Style.ARABIC, r"([⒈-⒛]|[\d０-９]{1,2} ?(?:、|[.．](?![\d０-９])))"),
    (Style.CIRCLED, r"([①-⑳])"),
    (Style.DASH, r"([—─－―–-]{1,3}|··|[•●◆■▲])(?![\d０-９])"),
)
_MARKER = re.compile("|".join(f"(?P<s{int(style)}>{pattern})" for style, pattern in _PATTERNS))
_GROUP_OF = {int(style): _MARKER.groupindex[f"s{int(style)}"] + 1 for style, _ in _PATTERNS}


def marker(text: str, start: int = 0) -> Marker | None:
    """Return the mark that stands at ``start`` of ``text``, if one does; the blanks after it belong to it."""
    match = _MARKER.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    style = Style(int(match.lastgroup[1:]))
    end = match.end()
    while end < len(text) and text[end] == " ":
        end += 1
    return Marker(style, _value(match.group(_GROUP_OF[int(style)]), style), end)


def _value(printed: str, style: Style) -> int:
    if style is Style.DASH:
        return 0
    printed = printed.strip(_AROUND)
    if not printed.isdecimal() and printed[0] not in _DIGITS and printed[0] not in "十百":
        printed = unicodedata.normalize("NFKC", printed).strip(_AROUND)  # ㈠, ⑴, ⒈
    return int(printed) if printed.isdecimal() else chinese_number(printed)


def chinese_number(printed: str) -> int:
    """Return the number that Chinese numerals up to the hundreds say: 二十一, 一百零二, 二〇二六."""
    if not any(unit in printed for unit in "十百"):
        return int("".join(str(_DIGITS.get(character, 0)) for character in printed) or "0")
    total, digit = 0, 0
    for character in printed:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS.get(character, 0)
    return total + digit
