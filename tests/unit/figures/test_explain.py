"""Explanations are the engine's own reading, put into words."""

from __future__ import annotations

import pytest

from hzview.errors import HzviewError
from hzview.figures import extract
from hzview.figures.doubts import DOUBTS
from hzview.figures.explain import explain
from hzview.figures.lexicon import Says
from hzview.figures.rules import RULES
from tests.unit.figures.reports import report

TEXT = "地区生产总值达到2476.1亿元，比上年增长8.5%，力争明年增长9%左右。"


def test_it_shows_clause_rule_and_words() -> None:
    explanation = explain(report(TEXT), 2)
    assert explanation.figure == extract(report(TEXT))[1]
    assert explanation.clause == "比上年增长8.5%"
    assert explanation.rule == "carrying"
    assert [word for word, _ in explanation.taken] == ["增长", "比上年"]
    assert explanation.cue == ""
    said = "\n".join(explanation.lines())
    assert "地区生产总值" in said
    assert "8.5%" in said


def test_it_shows_the_cue_and_the_doubt() -> None:
    explanation = explain(report(TEXT), 3)
    assert explanation.cue == "明年"
    assert any(DOUBTS["kind"] in line for line in explanation.lines())


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_number_that_is_not_there(number: int) -> None:
    with pytest.raises(HzviewError, match="共 3 个"):
        explain(report(TEXT), number)


def test_every_rule_and_meaning_is_in_words() -> None:
    """Words of every meaning occur in some lead; each must have its wording."""
    from hzview.figures.explain import MEANINGS

    assert set(MEANINGS) == set(Says)
    assert all(rule.about for rule in RULES)


def test_a_quantity_is_given_in_units_that_a_reader_knows() -> None:
    lines = explain(report("新建高标准农田41.3万亩。"), 1).lines()
    assert "  折合：275.3平方公里、2.753万公顷" in lines
    assert not any("折合" in line for line in explain(report("生产总值增长8%。"), 1).lines())
