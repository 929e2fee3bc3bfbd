"""What a library holds: regions by level and name, and for each the years of its reports. No screen code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hzview.folding import fold
from hzview.library.index import LEVELS as ORDER
from hzview.model import LEVELS
from hzview.pinyin import Pinyin, could_be

_NO_LEVEL, _NO_REGION = "级别不详", "地区不详"


@dataclass(frozen=True, slots=True)
class Held:
    """A report of the library."""

    number: int
    """Its id."""
    title: str
    """Its title."""


@dataclass(slots=True)
class Region:
    """A region, and the reports that there are of it."""

    name: str
    """Its name; empty where not known."""
    level: str
    """Its level."""
    years: dict[int, list[Held]] = field(default_factory=lambda: defaultdict(list))
    """Reports by year of delivery; 0 for those without one."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others."""
        return self.level, self.name

    @property
    def shown(self) -> str:
        """What it is called on the screen."""
        return self.name or _NO_REGION

    @property
    def reports(self) -> int:
        """How many reports there are."""
        return sum(map(len, self.years.values()))

    @property
    def missing(self) -> int:
        """How many years between the first and the last report have none."""
        years = [year for year in self.years if year]
        return max(years) - min(years) + 1 - len(years) if years else 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A level, above its regions."""

    text: str
    """What it says."""


Line = Region | Heading


class Holdings:
    """The regions of a library."""

    def __init__(self, reports: Iterable[Mapping[str, object]] = ()) -> None:
        """Take the rows of ``Library.reports``."""
        regions: dict[tuple[str, str], Region] = {}
        for row in reports:
            level, name, year = str(row["level"]), str(row["region"]), row["year"]
            region = regions.setdefault((level, name), Region(name, level))
            held = Held(int(str(row["id"])), str(row["title"]))
            region.years[year if isinstance(year, int) else 0].append(held)
        self.regions = sorted(regions.values(), key=_rank)
        """The regions, the state first, then by name."""
        every = [year for region in self.regions for year in region.years if year]
        self.years = range(min(every), max(every) + 1) if every else range(0)
        """From the first year of which there is a report to the last."""

    @property
    def reports(self) -> int:
        """How many reports there are."""
        return sum(region.reports for region in self.regions)

    def lines(self, query: str) -> list[Line]:
        """Return the regions whose name has ``query`` in it, as it is or by its pinyin, each level under its name."""
        wanted = fold(query).text
        sounds = Pinyin(wanted) if could_be(wanted) else None
        lines: list[Line] = []
        last = ""
        for region in self.regions:
            name = fold(region.shown).text
            if wanted not in name and not (sounds is not None and sounds.spans(name)):
                continue
            level = LEVELS.get(region.level, _NO_LEVEL)
            if level != last:
                lines.append(Heading(level))
                last = level
            lines.append(region)
        return lines


def _rank(region: Region) -> tuple[int, str]:
    known = region.level in ORDER
    return (-ORDER.index(region.level) if known else 1, region.name)
