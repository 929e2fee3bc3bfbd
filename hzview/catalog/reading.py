"""The catalog's files: TOML, shipped and of the user's own.

::

    [[indicator]]
    id = "gdp"
    name = "地区生产总值"
    synonyms = ["国内生产总值", "GDP"]     # may be left out
    units = ["money"]                      # what levels are measured in: hzview.figures.units.Family, or "none"
    nature = "flow"                        # account, flow, stock, rate or index (hzview.catalog.entry.Nature)
    polarity = "up"                        # up, down or neutral: what is good news
    definition = "…"
    distinct = ["…"]                       # may be left out

An entry of a later file whose ``id`` is known already extends that indicator: synonyms and ``distinct`` are added, other
keys replace what was said, and none but ``id`` is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from hzview import atomic
from hzview.catalog.entry import Indicator, Nature, Polarity
from hzview.catalog.matching import Catalog
from hzview.catalog.names import key
from hzview.errors import HzviewError
from hzview.figures.units import Family
from hzview.printable import one_line, printable
from hzview.toml_file import read_toml

_LARGEST_FILE = 4 << 20
"""Bytes of a catalog's file beyond which it is none."""
_LONGEST = 400
"""Characters of one text in it."""
_KEYS = ("id", "name", "synonyms", "units", "nature", "polarity", "definition", "distinct")
_NEEDED = ("name", "units", "nature", "polarity", "definition")
_UNITS: Mapping[str, Family | None] = {**{family.value: family for family in Family}, "none": None}


def user_file() -> Path:
    """Return where a user's own catalog is, or would be: ``indicators.toml`` in the configuration folder."""
    import platformdirs

    return platformdirs.user_config_path("hzview", appauthor=False) / "indicators.toml"


def load_catalog(path: Path | None = None) -> Catalog:
    """Read the shipped catalog, the user's own file where there is one, and the file at ``path``.

    Raises:
        HzviewError: a file cannot be read, or something in it is wrong; the message names file, line and reason.
    """
    files = sorted(Path(__file__).parent.glob("*.toml"))
    if (own := user_file()).exists():
        files.append(own)
    if path is not None:
        files.append(path)
    known: dict[str, Indicator] = {}
    claims: dict[str, str] = {}
    for file in files:
        for indicator in _File(file, known).indicators(claims):
            known[indicator.id] = indicator
    return Catalog(known.values())


class _File:
    """One file on its way into indicators."""

    def __init__(self, path: Path, known: Mapping[str, Indicator]) -> None:
        self._name = one_line(str(path))
        self._known = known
        try:
            self._text, self._table = read_toml(path, "指标目录", _LARGEST_FILE)
        except FileNotFoundError as error:
            raise HzviewError(f"{self._name}：指标目录读不了（{atomic.reason(error)}）") from error

    def indicators(self, claims: dict[str, str]) -> Iterator[Indicator]:
        """Yield its indicators; ``claims`` says which names are taken by which indicator, and is added to."""
        for top in self._table:
            if top != "indicator":
                raise self._error(0, top, "只能有 [[indicator]] 这样的条目")
        entries = self._table.get("indicator", [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise self._error(0, "indicator", "条目应写成 [[indicator]]")
        seen: set[str] = set()
        for number, entry in enumerate(entries, 1):
            indicator = self._indicator(number, entry)
            if indicator.id in seen:
                raise self._error(number, "id", f"“{indicator.id}”在本文件里出现两次")
            seen.add(indicator.id)
            for name in indicator.names:
                owner = claims.setdefault(key(name), indicator.id)
                if owner != indicator.id:
                    where = "name" if name == indicator.name else "synonyms"
                    raise self._error(number, where, f"“{name}”已是 {owner} 的名称")
            yield indicator

    def _indicator(self, number: int, entry: Mapping[str, object]) -> Indicator:
        for name in entry:
            if name not in _KEYS:
                raise self._error(number, name, f"没有这一项，只有 {'、'.join(_KEYS)}")
        id = self._text_of(number, entry, "id")
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", id):
            raise self._error(number, "id", f"“{id}”应由小写字母、数字和连字符组成")
        known = self._known.get(id)
        if known is None:
            for name in _NEEDED:
                if name not in entry:
                    raise self._error(number, name, "缺少这一项")
            known = Indicator(id, "", (), (), Nature.FLOW, Polarity.NEUTRAL, "", ())
        return self._extended(number, known, entry)

    def _extended(self, number: int, known: Indicator, entry: Mapping[str, object]) -> Indicator:
        """Return ``known`` with what ``entry`` says of it."""
        synonyms = self._texts(number, entry, "synonyms")
        name = self._text_of(number, entry, "name") if "name" in entry else known.name
        if name != known.name and known.name:
            synonyms = (known.name, *synonyms)
        return replace(
            known,
            name=name,
            synonyms=tuple(s for s in dict.fromkeys(known.synonyms + synonyms) if s != name),
            units=self._units(number, entry) if "units" in entry else known.units,
            nature=Nature(self._word(number, entry, "nature", Nature, known.nature)),
            polarity=Polarity(self._word(number, entry, "polarity", Polarity, known.polarity)),
            definition=self._text_of(number, entry, "definition")
            if "definition" in entry
            else known.definition,
            distinct=tuple(dict.fromkeys(known.distinct + self._texts(number, entry, "distinct"))),
        )

    def _text_of(self, number: int, entry: Mapping[str, object], name: str) -> str:
        value = entry.get(name)
        if value is None:
            raise self._error(number, name, "缺少这一项")
        if not _is_text(value):
            raise self._error(number, name, f"应为不超过 {_LONGEST} 字的一行文字")
        return str(value)

    def _texts(self, number: int, entry: Mapping[str, object], name: str) -> tuple[str, ...]:
        value = entry.get(name, [])
        if not isinstance(value, list) or not all(map(_is_text, value)):
            raise self._error(number, name, '应为文字的列表，如 ["国内生产总值", "GDP"]')
        for text in value:
            if not key(text):
                raise self._error(number, name, f"“{text}”里没有可比较的字")
        return tuple(value)

    def _units(self, number: int, entry: Mapping[str, object]) -> tuple[Family | None, ...]:
        value = self._texts(number, entry, "units")
        for unit in value:
            if unit not in _UNITS:
                raise self._error(number, "units", f"“{unit}”不在可选之列：{'、'.join(_UNITS)}")
        if not value:
            raise self._error(number, "units", "不能是空的")
        return tuple(_UNITS[unit] for unit in value)

    def _word(
        self,
        number: int,
        entry: Mapping[str, object],
        name: str,
        words: type[Nature] | type[Polarity],
        default: str,
    ) -> str:
        value = entry.get(name, default)
        if value not in [str(word) for word in words]:
            raise self._error(number, name, f"应为 {'、'.join(words)} 之一")
        return str(value)

    def _error(self, number: int, name: str, what: str) -> HzviewError:
        line = self._line(number, name)
        place = f"第 {line} 行，" if line else ""
        return HzviewError(f"{self._name}：{place}{one_line(name)}：{what}")

    def _line(self, number: int, name: str) -> int:
        """Return the line of a key of the ``number``-th entry as files are usually written, else the entry's, else 0."""
        entries = 0
        header = 0
        for at, line in enumerate(self._text.split("\n"), 1):
            if re.match(r"\s*\[\[\s*indicator\s*\]\]", line):
                entries += 1
                if entries == number:
                    header = at
            elif entries == number and re.match(
                rf"""\s*["']?{re.escape(name)}["']?\s*=|\s*\[+\s*{re.escape(name)}""", line
            ):
                return at
        return header


def _is_text(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= _LONGEST and printable(value) == value
