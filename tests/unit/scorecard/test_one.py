"""The scorecard of one report."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hzview.catalog import load_catalog
from hzview.model import Report
from hzview.scorecard import wording
from hzview.scorecard.headlines import HEADLINES, weights
from hzview.scorecard.one import Stand, score
from hzview.scorecard.rows import score_rows
from tests.unit.scorecard.reports import report

CATALOG = load_catalog()
REVIEW = "地区生产总值达到2476.1亿元，增长8.5%。固定资产投资1731亿元。进出口总额增长9%。改造老旧小区300个，修缮老牌楼8座。"
TASKS = "地区生产总值增长8%以上，固定资产投资增长10%，社会消费品零售总额增长9%左右。改造老旧小区450个，绿化荒山2万亩。"


def test_rows_stand_in_groups_by_what_matters() -> None:
    rows = score(report(2018, REVIEW, TASKS), CATALOG)
    found = [
        (row.stand, wording.name(row.main), wording.result(row), wording.said(row.target)) for row in rows
    ]
    assert found == [
        (Stand.BOTH, "地区生产总值增速", "↑8.5%  2476.1亿元", "↑8%以上"),
        (Stand.BOTH, "固定资产投资增速", "1731亿元", "↑10%"),
        (Stand.BOTH, "改造老旧小区", "300个", "450个"),
        (Stand.PROMISED, "社会消费品零售总额增速", "", "↑约9%"),
        (Stand.REPORTED, "货物进出口总额增速", "↑9%", ""),
    ]


def test_the_step_is_what_the_target_asks_for() -> None:
    gdp, investment, homes, *rest = score(report(2018, REVIEW, TASKS), CATALOG)
    assert gdp.step == (Decimal("-0.5"), None, Decimal("267418800000"))
    assert wording.step(gdp) == "-0.5点，约合2674.2亿元"
    assert investment.step == (None, None, Decimal("190410000000"))
    assert wording.step(investment) == "约合1904亿元"
    assert homes.step is not None
    assert homes.step.percent == 50
    assert wording.step(homes) == "+50%"
    assert [row.step for row in rest] == [None, None]


def test_real_growth_is_not_held_to_nominal() -> None:
    text = "居民人均可支配收入增长8%，扣除价格因素实际增长6%。"
    (row,) = score(report(2018, text, "居民人均可支配收入实际增长7%。"), CATALOG)
    assert row.result is not None
    assert row.result.value == 6


def test_without_a_year_there_is_no_scorecard() -> None:
    assert score(replace(report(2018, REVIEW, TASKS), year=None), CATALOG) == ()
    assert score(Report(""), CATALOG) == ()


def test_a_report_of_december_plans_the_year_after() -> None:
    tasks = "2019年，地区生产总值增长8%以上。"
    december = replace(report(2018, "", ""), date="2018-12-27", sections=report(2019, REVIEW, tasks).sections)
    (row, *_) = score(december, CATALOG)
    assert row.target is not None
    assert (row.target.year, row.result and row.result.year) == (2019, 2018)


def test_rows_for_export_have_one_set_of_fields() -> None:
    rows = list(score_rows(score(report(2018, REVIEW, TASKS), CATALOG)))
    assert len({tuple(row) for row in rows}) == 1
    assert rows[0]["report_sentence"] == "地区生产总值达到2476.1亿元，增长8.5%。"


def test_the_bundled_report(bundled: Report) -> None:
    rows = {wording.name(row.main): row for row in score(bundled, CATALOG)}
    gdp = rows["地区生产总值增速"]
    assert (wording.result(gdp), wording.said(gdp.target)) == ("↑8.5%  2476.1亿元", "↑8%以上")
    for row in rows.values():
        for statement in filter(None, (row.result, row.amount, row.target)):
            span = statement.place.span
            at = span.start - statement.begins
            said = bundled.blocks[span.paragraph].text[span.start : span.end]
            assert statement.sentence[at : at + span.end - span.start] == said


def test_headlines_are_of_the_catalog_and_come_first() -> None:
    assert len(set(HEADLINES)) == len(HEADLINES)
    order = weights(CATALOG)
    assert sorted(order, key=order.__getitem__)[: len(HEADLINES)] == list(HEADLINES)
    assert order.keys() == {indicator.id for indicator in CATALOG}
