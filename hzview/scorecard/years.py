"""The scorecard of a region over years: what the report of each year promised, and what the next one says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hzview.catalog import Catalog
from hzview.errors import HzviewError
from hzview.library import Choice, Library
from hzview.library.observations import find_region
from hzview.model import Report
from hzview.printable import one_line
from hzview.scorecard.gathering import of_library
from hzview.scorecard.pairing import Outcome, promises, results, settle
from hzview.scorecard.rules import Judgement, Verdict
from hzview.scorecard.statement import UNCATALOGUED, Statement


@dataclass(frozen=True, slots=True)
class YearOutcome:
    """One promise of one year and what became of it."""

    year: int
    """The year that it was for."""
    outcome: Outcome
    """Promise, result and verdict."""


@dataclass(frozen=True, slots=True)
class RegionScorecard:
    """All promises of a region."""

    region: str
    """Its name."""
    years: tuple[int, ...]
    """Years that a report in the library sets targets for."""
    missing: tuple[int, ...]
    """Years between the first and the last of them without one."""
    outcomes: tuple[YearOutcome, ...]
    """Year by year, what matters first."""

    def count(self, *verdicts: Verdict) -> int:
        """Return how many promises met one of ``verdicts``."""
        return sum(entry.outcome.judgement.verdict in verdicts for entry in self.outcomes)


def region_named(library: Library, text: str) -> str:
    """Return the region in ``library`` that ``text`` means: the one of that name, else the only one that has it in its name.

    Raises:
        HzviewError: there is none, or there are several.
    """
    names = find_region(library.regions(), text)
    if not names:
        raise HzviewError(f"文库里没有“{one_line(text)}”的报告")
    if len(names) > 1:
        some = "、".join(names[:6]) + ("等" if len(names) > 6 else "")
        raise HzviewError(f"“{one_line(text)}”可指 {some}，请写全名")
    return names[0]


def score_region(
    library: Library,
    catalog: Catalog,
    region: str,
    years: tuple[int | None, int | None] = (None, None),
    indicator: str = "",
) -> RegionScorecard:
    """Return what became of the promises of ``region`` (its full name) for the ``years`` (first and last; None for any).

    Where two reports plan one year, the later one counts: it is told by its date. With ``indicator`` only those whose
    name, in the catalog or in the report, has it are kept.
    """
    first, last = years
    known = _chosen(library, region)
    wanted = [year for year in known if (first is None or year >= first) and (last is None or year <= last)]
    said = of_library(library.statements(None, (region,)), catalog, {id: year for year, id in known.items()})
    outcomes = [
        YearOutcome(year, outcome)
        for year in wanted
        for outcome in _year(year, said[known[year]], said.get(known.get(year + 1, 0)))
        if not indicator or _is_called(outcome.promise, indicator, catalog)
    ]
    missing = tuple(year for year in range(min(wanted), max(wanted)) if year not in known) if wanted else ()
    return RegionScorecard(region, tuple(wanted), missing, tuple(outcomes))


def _chosen(library: Library, region: str) -> dict[int, int]:
    """Return the id of the report that plans each year, years in order."""
    latest: dict[int, tuple[str, int]] = {}
    for row in library.reports(Choice(region)):
        year, date = row["year"], str(row["date"])
        if row["region"] != region or not isinstance(year, int):
            continue
        plan_year = Report("", year=year, date=date).plan_year
        assert plan_year is not None
        entry = (date, -int(str(row["id"])))
        latest[plan_year] = max(latest.get(plan_year, entry), entry)
    return {year: -latest[year][1] for year in sorted(latest)}


def _year(year: int, said: Sequence[Statement], following: Sequence[Statement] | None) -> Sequence[Outcome]:
    """Return what became of what was promised for ``year``, by what the report ``following`` says."""
    promised = promises(said)
    if following is None:
        reason = Judgement(Verdict.UNCLEAR, f"文库里没有{year + 1}年的报告")
        outcomes = [Outcome(p, None, reason) for p in promised if p.weight != UNCATALOGUED]
    else:
        reported = results(following)
        known = (p for p in promised if p.weight != UNCATALOGUED or p.key in reported)
        outcomes = settle(list(known), reported)
    return sorted(outcomes, key=lambda outcome: outcome.promise.weight)


def _is_called(statement: Statement, text: str, catalog: Catalog) -> bool:
    """Whether a person who says ``text`` may mean the statement's indicator."""
    if text in statement.indicator:
        return True
    found = catalog.find(text)
    return found is not None and statement.key.partition(" ")[0] == found.id


def shares(outcomes: Iterable[Outcome]) -> dict[Verdict, int]:
    """Return how many there are of each verdict."""
    counted = dict.fromkeys(Verdict, 0)
    for outcome in outcomes:
        counted[outcome.judgement.verdict] += 1
    return counted
