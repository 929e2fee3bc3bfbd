"""Scorecards in Chinese words, the same on the screen and in print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from hzview.figures import units
from hzview.figures.figure import Measure
from hzview.figures.wording import BEHIND_NAMES, KINDS
from hzview.scorecard.comparing import Compared
from hzview.scorecard.one import ScoreRow, Stand
from hzview.scorecard.passages import Change, Pair, differences
from hzview.scorecard.rules import Verdict
from hzview.scorecard.statement import Prices, Statement

VERDICTS: Final = MappingProxyType(
    {Verdict.MET: "达到", Verdict.ABOUT: "基本达到", Verdict.MISSED: "未达到", Verdict.UNCLEAR: "无法判断"}
)
"""What each verdict is called."""
STANDS: Final = MappingProxyType(
    {Stand.BOTH: "有实绩有目标", Stand.PROMISED: "只有目标", Stand.REPORTED: "只有实绩"}
)
"""What each group of a report's scorecard is called."""


def name(statement: Statement) -> str:
    """Return what a statement is about, with its measure: 地区生产总值增速."""
    tail = BEHIND_NAMES[statement.measure]
    return statement.indicator if statement.indicator.endswith(tail) else statement.indicator + tail


def said(statement: Statement | None) -> str:
    """Return what is stated, with what a reader must not miss: ↑7.4%（实际）, 力争↑8%."""
    if statement is None:
        return ""
    prices = "（实际）" if statement.prices is Prices.REAL else ""
    return f"{'力争' if statement.stretch else ''}{statement.said}{prices}"


def result(row: ScoreRow) -> str:
    """Return growth and amount reported: ↑8.5%  2476.1亿元."""
    return "  ".join(filter(None, (said(row.result), said(row.amount))))


def step(row: ScoreRow) -> str:
    """Return the step that a target asks for: -0.5点，约合2674.19亿元."""
    if row.step is None:
        return ""
    parts = []
    if row.step.points is not None:
        parts.append(f"{signed(row.step.points)}点" if row.step.points else "持平")
    if row.step.percent is not None:
        parts.append(_percent(row.step.percent) if row.step.percent else "持平")
    if row.step.level is not None and row.amount is not None:
        parts.append(f"约合{amount(row.step.level, row.amount)}")
    return "，".join(parts)


def signed(value: Decimal) -> str:
    """Return a difference with its sign and at most two decimals: +1.28, -0.5."""
    return f"{value:+.2f}".rstrip("0").rstrip(".")


def _percent(value: Decimal) -> str:
    """Return a difference in percent with its sign and a decimal, two where it is less than 1: +4.8%, -0.25%."""
    text = f"{value:+.{1 if abs(value) >= 1 else 2}f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def amount(value: Decimal, like: Statement) -> str:
    """Return ``value``, in the base unit of ``like``, in the unit and as exactly as ``like`` is said."""
    one, _ = units.base(Decimal(1), like.unit_said)
    exponent = (like.value / one).normalize().as_tuple().exponent
    digits = max(-exponent, 0) if isinstance(exponent, int) else 0
    return f"{value / one:.{digits}f}{like.unit_said}"


def summary(counted: Mapping[Verdict, int]) -> str:
    """Return how many promises there are and what share of those that can be judged was met."""
    judged = sum(counted.values()) - counted[Verdict.UNCLEAR]
    parts = "，".join(f"{word} {counted[verdict]}" for verdict, word in VERDICTS.items())
    share = f"；能判断的 {judged} 项中达到的占 {counted[Verdict.MET] * 100 / judged:.0f}%" if judged else ""
    return f"共 {sum(counted.values())} 项：{parts}{share}"


def kind(statement: Statement) -> str:
    """Return whether it is a result or a target."""
    return KINDS[statement.kind]


def difference(row: Compared) -> str:
    """Return how far apart two reports are: in points for rates, else in the unit of the first, or in percent."""
    apart = row.difference
    if apart is None or row.left is None:
        return ""
    if not apart:
        return "相同"
    if row.left.measure is Measure.GROWTH or row.left.unit in ("%", "个百分点"):
        return f"{signed(apart)}点"
    if row.left.measure is Measure.LEVEL and row.left.value > 0:
        return _percent(apart * 100 / row.left.value)
    sign = "+" if apart > 0 else ""
    return sign + amount(apart, row.left)


_CHANGES = {Change.SAME: "相同", Change.CHANGED: "改写", Change.DROPPED: "删去", Change.ADDED: "新增"}


def change(pair: Pair) -> str:
    """Return what became of a sentence: 改写, 移动, 移动并改写."""
    word = _CHANGES[pair.change]
    if not pair.moved:
        return word
    return "移动" if pair.change is Change.SAME else f"移动并{word}"


def marked(pair: Pair) -> str:
    """Return both versions of a sentence in one: [-what the second leaves out-]{+what it adds+}."""
    if pair.left is None or pair.right is None or pair.change is Change.SAME:
        sentence = pair.right or pair.left
        assert sentence is not None
        return sentence.text
    return "".join(
        piece.left
        if piece.is_same
        else (f"[-{piece.left}-]" if piece.left else "") + (f"{{+{piece.right}+}}" if piece.right else "")
        for piece in differences(pair.left.text, pair.right.text)
    )


def changes(pairs: Sequence[Pair]) -> str:
    """Return how many sentences stayed, changed, moved, went and came."""
    counted = Counter(pair.change for pair in pairs)
    moved = sum(pair.moved for pair in pairs)
    said = "，".join(f"{word} {counted[change]}" for change, word in _CHANGES.items())
    return f"{said}；其中移动 {moved}"
