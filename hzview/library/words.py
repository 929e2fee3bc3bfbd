"""The words of the reports in a library: counted once, kept, added up; and how often a term stands in each report.

Counting a report takes the segmenter 20 ms or more, reading what was counted a twentieth of that. So what was counted is
kept in the table ``counted``, from the first time that somebody asks, as compressed text of two lines: the words and how
often each stands. A report that is taken out takes its row with it.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hzview import segmenter
from hzview.errors import HzviewError
from hzview.folding import fold
from hzview.library.steps import Tell, quietly
from hzview.model import Report
from hzview.processes import ENDED, side_by_side
from hzview.words.counting import RULES, count_words, occurrences, rate

if TYPE_CHECKING:
    from hzview.library.store import Choice, Library

COUNTING = "正在分词"
"""What is being done while words are counted."""
_BATCH = 64
"""Reports whose words are written down at once."""


@dataclass(frozen=True, slots=True)
class Totals:
    """The words of several reports together."""

    counts: Mapping[str, int]
    """How often each word stands in them."""
    reports: Mapping[str, int]
    """In how many of them each word stands."""
    number: int
    """How many reports there are."""

    @property
    def total(self) -> int:
        """How many words there are, each as often as it stands."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Use:
    """How often a term stands in one report."""

    report: int
    """Id of the report in the library."""
    region: str
    """Its region."""
    year: int | None
    """Its year of delivery."""
    title: str
    """Its title."""
    term: str
    """The term, as it was asked for."""
    count: int
    """How often its characters stand in the report, as Ctrl+F counts."""
    characters: int
    """How many characters the report has, blanks aside."""

    @property
    def rate(self) -> float:
        """How often it stands in 10,000 characters."""
        return rate(self.count, self.characters)


def totals(library: Library, reports: Sequence[int], tell: Tell = quietly) -> Totals:
    """Add up the words of the reports with these ids; count those that nobody has counted yet, and keep that.

    Raises:
        HzviewError: the library fails, or a process that counts.
    """
    _count_missing(library, reports, tell)
    edition = _edition()
    sums: dict[str, int] = {}
    so_far = sums.get  # a Counter would take twice the time for its million additions
    reports_with: Counter[str] = Counter()
    with library.reading() as db:
        for number in reports:
            rows = db.execute("SELECT words FROM counted WHERE report = ? AND edition = ?", (number, edition))
            for (packed,) in rows:
                words, times = _unpacked(packed)
                reports_with.update(words)
                for word, count in zip(words, times, strict=True):
                    sums[word] = so_far(word, 0) + count
    return Totals(sums, reports_with, len(reports))


def others_than(library: Library, report: Report, choice: Choice) -> list[int]:
    """Return the ids of the chosen reports that are not ``report``: not of its region and year."""
    return [int(str(row["id"])) for row in library.reports(choice) if not _is_the_same(row, report)]


def _is_the_same(row: dict[str, object], report: Report) -> bool:
    if report.region and report.year:
        return (row["region"], row["year"]) == (report.region, report.year)
    return row["title"] == report.title


def before(library: Library, report: Report) -> int:
    """Return the id of the same region's report of the year before.

    Raises:
        HzviewError: the library does not have it, or region or year of ``report`` are not known.
    """
    if not report.region or report.year is None:
        raise HzviewError("这份报告没有注明地区或年份，不知道上年的是哪一份")
    of_region = [row for row in library.reports() if row["region"] == report.region]
    for row in of_region:
        if row["year"] == report.year - 1:
            return int(str(row["id"]))
    years = "、".join(sorted({str(row["year"]) for row in of_region if row["year"]}))
    others = f"（有 {years} 年的）" if years else ""
    raise HzviewError(f"文库里没有{report.region} {report.year - 1} 年的报告{others}")


def uses(library: Library, terms: Sequence[str], choice: Choice) -> Iterator[Use]:
    """Yield how often each of ``terms`` stands in each of the chosen reports, the oldest first, regions by name."""
    wanted = [fold(term).text for term in terms]
    for row in sorted(library.reports(choice), key=lambda row: (str(row["year"] or ""), str(row["region"]))):
        number = int(str(row["id"]))
        year = row["year"]
        texts = [fold(text).text for text in library.texts(number)]
        characters = sum(map(len, texts))
        for term, folded in zip(terms, wanted, strict=True):
            count = sum(occurrences(text, folded) for text in texts)
            about = str(row["region"]), int(str(year)) if year else None, str(row["title"])
            yield Use(number, *about, term, count, characters)


def _count_missing(library: Library, reports: Sequence[int], tell: Tell) -> None:
    edition = _edition()
    with library.reading() as db:
        known = db.execute("SELECT report FROM counted WHERE edition = ?", (edition,))
        counted = {number for (number,) in known}
    missing = [number for number in reports if number not in counted]
    if not missing:
        return
    tell(COUNTING, 0, len(missing))
    made: list[tuple[int, str, bytes]] = []
    things = [(str(library.path), number) for number in missing]
    with closing(side_by_side(_counted, things, _ended)) as packed:
        for done, (number, words) in enumerate(zip(missing, packed, strict=True), 1):
            if words is None:
                raise HzviewError(f"{library.path}：报告 {number}：{ENDED}")
            made.append((number, edition, words))
            if len(made) == _BATCH or done == len(missing):
                _keep(library, made)
                made.clear()
            tell(COUNTING, done, len(missing))


def _keep(library: Library, made: Iterable[tuple[int, str, bytes]]) -> None:
    """Write counts down; those of a report that somebody has taken out in the meantime are let go."""
    with library.writing() as db:
        db.executemany(
            "INSERT OR REPLACE INTO counted SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM report WHERE id = ?1)",
            made,
        )


def _counted(thing: tuple[str, int]) -> bytes | None:
    """Count one report, perhaps in a process of its own."""
    from hzview.library.store import Library

    path, number = thing
    with Library(Path(path)) as library:
        return _packed(count_words(library.texts(number)))


def _ended(thing: tuple[str, int]) -> None:
    """Say that a process ended before its time."""


def _packed(counts: Counter[str]) -> bytes:
    text = " ".join(counts) + "\n" + " ".join(map(str, counts.values()))
    return zlib.compress(text.encode())


def _unpacked(packed: bytes) -> tuple[list[str], list[int]]:
    words, _, times = zlib.decompress(packed).decode().partition("\n")
    return words.split(" ") if words else [], list(map(int, times.split()))


def _edition() -> str:
    """Return what tells counts that were made in another way: the segmenter's terms or the rules of counting."""
    return f"{RULES}-{segmenter.edition()}"
