"""Numbers that Word counts by itself (一、 （一） 1.) written out, so that they are text like any other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHINESE = frozenset(
    [
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "japaneseDigitalTenThousand",
        "ideographDigital",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "koreanCounting",
        "ideographTraditional",
    ]
)
_SILENT = frozenset({"bullet", "none", ""})
_MAX_DEPTH = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a numbering: how it counts and what is printed around the number."""

    form: str
    text: str
    start: int


class Numbering:
    """The numberings of one document and how far each has counted."""

    def __init__(self, root: _Element | None) -> None:
        self.written = 0
        """How many numbers were written out; the reader of the document counts them."""
        abstract: dict[str, dict[int, _Level]] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._family: dict[str, str] = {}
        self._counted: dict[str, list[int]] = {}
        for element in root if root is not None else ():
            name = _local(element)
            if name == "abstractNum":
                abstract[_attribute(element, "abstractNumId")] = _levels(element)
            elif name == "num":
                family = next((_attribute(c, "val") for c in element if _local(c) == "abstractNumId"), "")
                number = _attribute(element, "numId")
                self._family[number] = family
                self._levels[number] = abstract.get(family, {})

    def label(self, number: str, depth: int) -> str:
        """Count one paragraph of numbering ``number`` at ``depth`` and return what Word prints before it."""
        levels = self._levels.get(number, {})
        level = levels.get(depth)
        if level is None or not 0 <= depth < _MAX_DEPTH:
            return ""
        counted = self._counted.setdefault(self._family[number], [])
        while len(counted) <= depth:
            counted.append(levels[len(counted)].start - 1 if len(counted) in levels else 0)
        counted[depth] += 1
        del counted[depth + 1 :]
        if level.form in _SILENT:
            return ""

        def printed(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            form = levels[place].form if place in levels else level.form
            return _print(counted[place], form) if place < len(counted) else ""

        return _PLACE.sub(printed, level.text)


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _attribute(element: _Element, name: str) -> str:
    return next(
        (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), ""
    )


def _levels(abstract: _Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in abstract:
        depth = _attribute(element, "ilvl")
        if _local(element) != "lvl" or not depth.isdigit():
            continue
        says = {_local(child): _attribute(child, "val") for child in element}
        start = says.get("start", "1")
        levels[int(depth)] = _Level(
            says.get("numFmt", ""), says.get("lvlText", ""), int(start) if start.isdigit() else 1
        )
    return levels


def _print(number: int, form: str) -> str:
    """Return a number as a format of Word prints it; a format that no report has is printed in digits."""
    if form in _CHINESE and 0 < number < 100:
        tens, ones = divmod(number, 10)
        numerals = "〇一二三四五六七八九"
        ten = "" if not tens else "十" if tens == 1 else f"{numerals[tens]}十"
        return ten + (numerals[ones] if ones or not tens else "")
    if form == "decimalEnclosedCircle" and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    return str(number)
