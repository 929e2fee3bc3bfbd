"""Choose among figures: by kind, measure, unit, section, indicator and size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from hzview.errors import HzviewError
from hzview.figures import units
from hzview.figures.detect import quantities
from hzview.figures.figure import Figure, Kind, Measure
from hzview.figures.numerals import parse
from hzview.folding import fold
from hzview.model import Report


@dataclass(frozen=True, slots=True)
class Limit:
    """A least or greatest value: 100亿元, 8%, or a bare number."""

    value: Decimal
    """The number, in ``unit``."""
    unit: str
    """Its unit with its magnitude; empty for a bare number."""

    @classmethod
    def parse(cls, text: str) -> Limit:
        """Read a limit as a report would write it.

        Raises:
            HzviewError: It is no number, with or without a unit.

        """
        folded = fold(text).text
        found = quantities(folded)
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(folded)):
            return cls(found[0].value, found[0].unit)
        sign = -1 if folded.startswith("-") else 1
        try:
            value = sign * parse(folded.lstrip("+-"))
        except (ValueError, ArithmeticError, KeyError):
            value = Decimal("nan")
        if not value.is_finite():
            raise HzviewError(f"数值看不懂：{text!r}；请写成 100、100亿元 或 8% 这样")
        return cls(value, "")


@dataclass(frozen=True, slots=True)
class Selection:
    """What figures are wanted; an empty field asks for nothing."""

    kind: Kind | None = None
    """Actual or target."""
    measure: Measure | None = None
    """Level, growth, change or rank."""
    unit: str = ""
    """Unit as it is written (亿元), or without its magnitude (元)."""
    section: str = ""
    """Part of a heading above the figure."""
    indicator: str = ""
    """Part of the name of what is measured."""
    minimum: Limit | None = None
    """Least value. With a unit only figures that it converts to pass; a bare number is compared with the value in
    its base unit (2476.1亿元 is 247610000000)."""
    maximum: Limit | None = None
    """Greatest value, likewise."""
    certain: bool = False
    """Only figures without a doubt."""

    def choose(self, report: Report, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Return those of a report's figures that are wanted, in their order."""
        section, indicator = fold(self.section).text, fold(self.indicator).text
        unit = fold(self.unit).text
        return tuple(
            figure
            for figure in figures
            if (self.kind is None or figure.kind is self.kind)
            and (self.measure is None or figure.measure is self.measure)
            and (not unit or unit in (fold(figure.unit).text, units.split(figure.unit)[1]))
            and (not indicator or any(indicator in fold(name).text for name in figure.indicators))
            and (not section or _stands_under(report, figure, section))
            and (self.minimum is None or _reaches(figure, self.minimum, 1))
            and (self.maximum is None or _reaches(figure, self.maximum, -1))
            and not (self.certain and figure.doubts)
        )


def _stands_under(report: Report, figure: Figure, section: str) -> bool:
    """Whether a heading above the figure holds ``section`` (folded)."""
    return any(section in fold(heading).text for heading in report.path(figure.span.paragraph))


def _reaches(figure: Figure, limit: Limit, direction: int) -> bool:
    """Whether a figure is at least (direction 1) or at most (-1) the limit; its upper end counts for a least value."""
    value = figure.value
    if figure.value_to is not None:
        value = max(value, figure.value_to) if direction > 0 else min(value, figure.value_to)
    amount, unit = units.base(value, figure.unit)
    bar, wanted = units.base(limit.value, limit.unit)
    if limit.unit and unit != wanted:
        return False
    return amount * direction >= bar * direction
