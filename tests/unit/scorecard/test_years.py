"""The scorecard of a region over years, from a library."""

from __future__ import annotations

from pathlib import Path

import pytest

from hzview.catalog import load_catalog
from hzview.errors import HzviewError
from hzview.library import Library
from hzview.scorecard import wording
from hzview.scorecard.rows import verdict_rows
from hzview.scorecard.rules import Verdict
from hzview.scorecard.years import RegionScorecard, region_named, score_region, shares
from tests.unit.scorecard.reports import put, report

CATALOG = load_catalog()
REPORTS = (
    report(
        2015,
        "",
        "地区生产总值增长8%左右，固定资产投资增长10%以上，进出口总额增长5%。改造老旧小区300个，绿化2万亩。",
    ),
    report(
        2016,
        "地区生产总值增长7.7%，固定资产投资增长9.5%，进出口总额达到20亿元。改造老旧小区320个。",
        "地区生产总值增长7.5%以上。",
    ),
    report(2018, "地区生产总值增长7%。", "地区生产总值增长7%。", date="2018-01-10"),
    report(2018, "地区生产总值增长6.5%。", "地区生产总值增长6%。", date="2018-12-20"),
    report(2015, "", "地区生产总值增长9%。", region="测试县"),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the reports above."""
    return put(tmp_path_factory.mktemp("library") / "a.db", *REPORTS)


def card(file: Path, *years: int | None, indicator: str = "") -> RegionScorecard:
    """Return the scorecard of 测试市."""
    first, last = years or (None, None)
    with Library(file) as library:
        return score_region(library, CATALOG, "测试市", (first, last), indicator)


def test_every_promise_has_a_verdict_and_a_reason_where_there_is_none(file: Path) -> None:
    found = [
        (entry.year, wording.name(entry.outcome.promise), *entry.outcome.judgement)
        for entry in card(file).outcomes
    ]
    assert found == [
        (2015, "地区生产总值增速", Verdict.ABOUT, "目标是“左右”，相差不到 5%"),
        (2015, "固定资产投资增速", Verdict.MISSED, ""),
        (2015, "货物进出口总额增速", Verdict.UNCLEAR, "目标说的是增速，结果只报了数额"),
        (2015, "改造老旧小区", Verdict.MET, ""),
        (2016, "地区生产总值增速", Verdict.UNCLEAR, "文库里没有2017年的报告"),
        (2018, "地区生产总值增速", Verdict.MISSED, ""),
        (2019, "地区生产总值增速", Verdict.UNCLEAR, "文库里没有2020年的报告"),
    ]


def test_years_that_no_report_plans_are_named(file: Path) -> None:
    whole = card(file)
    assert (whole.years, whole.missing) == ((2015, 2016, 2018, 2019), (2017,))
    assert card(file, 2018, None).missing == ()
    assert card(file, 1990, 1999).outcomes == ()


def test_years_and_indicators_can_be_chosen(file: Path) -> None:
    assert {entry.year for entry in card(file, 2016, 2018).outcomes} == {2016, 2018}
    for name in ("GDP", "生产总值", "国内生产总值"):
        assert {entry.outcome.promise.key for entry in card(file, indicator=name).outcomes} == {"gdp "}
    assert card(file, indicator="粮食").outcomes == ()


def test_the_last_report_that_plans_a_year_counts(tmp_path: Path) -> None:
    first = report(2015, "", "地区生产总值增长8%。", date="2015-01-05")
    second = report(2015, "", "地区生产总值增长7%。", date="2015-03-05")
    for order in ((first, second), (second, first)):
        folder = tmp_path / str(order[0].date)
        (entry,) = card(put(folder / "a.db", *order)).outcomes
        assert entry.outcome.promise.value == 7


def test_rows_say_where_both_sentences_stand(file: Path) -> None:
    rows = list(verdict_rows(card(file)))
    assert list(rows[0])[:10] == [
        *("region", "indicator", "measure", "year", "promised", "reported", "verdict", "reason"),
        *("promise_sentence", "report_sentence"),
    ]
    assert len({tuple(row) for row in rows}) == 1
    with Library(file) as library:
        for row in rows:
            for side in ("promised", "reported"):
                number = row[f"{side}_report"]
                if number is None:
                    continue
                figures = library.figures(int(str(number)))
                place = tuple(row[f"{side}_{name}"] for name in ("paragraph", "start", "end"))
                assert place in {(f["paragraph"], f["start"], f["end"]) for f in figures}


def test_the_share_is_of_what_can_be_judged(file: Path) -> None:
    counted = shares(entry.outcome for entry in card(file).outcomes)
    assert wording.summary(counted) == (
        "共 7 项：达到 1，基本达到 1，未达到 2，无法判断 3；能判断的 4 项中达到的占 25%"
    )
    assert wording.summary(shares(())) == "共 0 项：达到 0，基本达到 0，未达到 0，无法判断 0"


def test_a_region_is_found_by_a_part_of_its_name_that_no_other_has(file: Path) -> None:
    with Library(file) as library:
        assert region_named(library, "测试市") == "测试市"
        assert region_named(library, "试县") == "测试县"
        with pytest.raises(HzviewError, match="可指"):
            region_named(library, "测试")
        with pytest.raises(HzviewError, match="没有“别处”的报告"):
            region_named(library, "别处")
