"""Explain one figure: the clause, the words taken off on both sides of the number, and the rule that named it.

Nothing is worked out again here: the engine's own ``Reading`` and ``Stance`` of the figure are put into words.
"""

from __future__ import annotations

from dataclasses import dataclass

from hzview.errors import HzviewError
from hzview.figures.attribute import Reading
from hzview.figures.doubts import DOUBTS
from hzview.figures.engine import extract, read_block
from hzview.figures.figure import Bound, Figure
from hzview.figures.lexicon import RELATIONS, Says
from hzview.figures.rules import ABOUT
from hzview.figures.stance import Stance, setting
from hzview.figures.wording import KINDS, MEASURES, in_other_units
from hzview.folding import Folded
from hzview.model import Report

MEANINGS = {
    Says.NOTHING: "不影响读法", Says.LEVEL: "数值即其本身", Says.UP: "增长或增加", Says.DOWN: "下降或减少",
    Says.TO: "变化后的数值", Says.FROM: "变化前的数值", Says.ABOVE: "下限（不含）", Says.AT_LEAST: "下限（含）",
    Says.BELOW: "上限（不含）", Says.AT_MOST: "上限（含）", Says.ABOUT: "约数", Says.EACH: "前列各项同此数",
    Says.APART: "数与名按次序对应", Says.RATE: "增速类词，归入所增之物", Says.OVER: "高出比较对象",
    Says.UNDER: "低于比较对象", Says.PAST: "已有之事", Says.AHEAD: "所求之事",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one figure was read."""

    number: int
    """Its number in the report, from 1; 0 where that is not known."""
    figure: Figure
    """The figure."""
    clause: str
    """The clause that it stands in, as it is printed."""
    taken: tuple[tuple[str, str], ...]
    """Words between name and number, from the number leftwards, each with what it says, in Chinese."""
    rule: str
    """Name of the rule that named it."""
    about: str
    """What the rule does, with the sentence that it is for, in Chinese."""
    cue: str
    """The word that decided between actual and target; empty where the part of the report did."""

    def lines(self) -> list[str]:
        """The explanation for a person, in Chinese."""
        figure = self.figure
        value = f"{figure.value:f}" + (f"—{figure.value_to:f}" if figure.value_to is not None else "")
        lines = [
            f"第 {self.number} 个指标：{figure.text}",
            f"  分句：{self.clause}",
            f"  名称：{'、'.join(figure.indicators)}",
            f"  规则：{self.about}",
            *(f"  略过的词：{word}（{meaning}）" for word, meaning in self.taken),
            f"  读作：{MEASURES[figure.measure]} {_bound(figure.bound)}{value}{figure.unit}，"
            f"{KINDS[figure.kind]}，{figure.period or '年份不明'}",
        ]
        if also := in_other_units(figure):
            lines.append(f"  折合：{also}")
        if self.cue:
            lines.append(f"  判定实绩或目标的用词：{self.cue}")
        if figure.threshold:
            lines.append("  只修饰别的名词，不是单独的指标")
        lines.extend(f"  存疑：{DOUBTS[doubt]}" for doubt in figure.doubts)
        return lines


def explain(report: Report, number: int) -> Explanation:
    """Explain the ``number``-th figure of a report, counted from 1 in the order of ``extract``.

    Raises:
        HzviewError: The report has no such figure.

    """
    figures = extract(report)
    if not 1 <= number <= len(figures):
        raise HzviewError(f"没有第 {number} 个指标：全文共 {len(figures)} 个")
    return explain_figure(report, figures[number - 1], number)


def explain_figure(report: Report, figure: Figure, number: int = 0) -> Explanation:
    """Explain ``figure``, which ``extract`` found in ``report``; only its own block is read again.

    ``number`` is its number in the report, where that is known.
    """
    index = figure.span.paragraph
    block = report.blocks[index]
    folded, sentences = read_block(block.text, setting(report, block.part))
    for _, readings, kinds in sentences:
        for reading, stance in zip(readings, kinds, strict=True):
            if folded.original(reading.quantity.start, reading.quantity.end)[0] == figure.span.start:
                return _explanation(number, figure, block.text, folded, reading, stance)
    raise AssertionError("the same text was read twice and gave different figures")


def _explanation(
    number: int, figure: Figure, text: str, folded: Folded, reading: Reading, stance: Stance
) -> Explanation:
    """Put the engine's reading into words."""
    start, end = folded.original(*reading.clause)
    taken = tuple(
        (word, MEANINGS[RELATIONS[word]] if word in RELATIONS else "时间、比较或范围")
        for word in reading.lead.words
    )
    about = ABOUT[reading.rule].replace("：", "，例如：", 1)
    return Explanation(number, figure, text[start:end], taken, reading.rule, about, stance.cue)


def _bound(bound: Bound) -> str:
    """A bound before a number."""
    return "" if bound is Bound.EXACT else f"{bound} "
