"""Make ``hzview/pinyin.txt``: which characters are read how, from pypinyin and a folder of real reports.

``python -m tests.makers.pinyin_table FOLDER`` reads every ``.md`` and ``.txt`` under FOLDER (2 minutes for 30 MB), lets pypinyin
(MIT, https://github.com/mozillazg/python-pinyin; in the test extra) say how each character is read where it stands, and
keeps the readings that make up at least 1 % of a character's use: rarer ones (会 kuài, 大 dài) would match everywhere.
Characters of GB 2312 that the reports do not have get their first reading. A line: a syllable, a blank, its characters.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pypinyin import lazy_pinyin

TARGET = Path(__file__).resolve().parents[2] / "hzview" / "pinyin.txt"
"""The table."""
LEAST_SHARE = 0.01
"""Share of a character's use from which on a reading is kept."""
_HAN = re.compile("[\u3400-\u9fff〇]+")
_SYLLABLE = re.compile("(?=.*[aeiouv])[a-z]{1,6}")


def readings(texts: Iterable[str]) -> dict[str, Counter[str]]:
    """Return how often each character of ``texts`` is read how; ü is written v."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for run in _HAN.findall(text):
            said = lazy_pinyin(run, errors="ignore")
            if len(said) == len(run):
                for character, reading in zip(run, said, strict=True):
                    counts[character][reading] += 1
    return counts


def table(counts: Mapping[str, Counter[str]]) -> Iterator[str]:
    """Yield the lines of the table, by syllable; its characters by how often they are used, then by code point."""
    by_syllable: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for character in sorted({*counts, *_gb2312()}):
        used = counts.get(character) or Counter(lazy_pinyin(character, errors="ignore"))
        total = used.total()
        for reading, count in used.items():
            if count >= LEAST_SHARE * total and _SYLLABLE.fullmatch(reading):
                by_syllable[reading].append((-count if total > 1 else 0, character))
    for syllable in sorted(by_syllable):
        yield f"{syllable} {''.join(character for _, character in sorted(by_syllable[syllable]))}"


def _gb2312() -> Iterator[str]:
    """The characters of GB 2312 (6,763 of them, rows 16–87)."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", "ignore")


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".txt"):
            yield path.read_text("utf-8", errors="ignore")


if __name__ == "__main__":
    TARGET.write_text("\n".join(table(readings(_texts(Path(sys.argv[1]))))) + "\n", "utf-8")
