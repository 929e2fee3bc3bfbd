"""Two reports side by side in figures."""

from __future__ import annotations

from hzview.catalog import load_catalog
from hzview.scorecard import wording
from hzview.scorecard.comparing import compare_indicators
from hzview.scorecard.rows import compared_rows
from tests.unit.scorecard.reports import report

CATALOG = load_catalog()
LEFT = report(
    2017,
    "地区生产总值增长8%，进出口总额20亿元。",
    "地区生产总值增长7.5%，固定资产投资增长9%。新增学位3000个。",
)
RIGHT = report(
    2018, "地区生产总值增长8.5%。社会消费品零售总额增长9%。", "地区生产总值增长7.5%左右。新增学位4500个。"
)


def test_what_both_state_comes_first() -> None:
    rows = compare_indicators(LEFT, RIGHT, CATALOG)
    found = [
        (
            wording.name(r.main),
            wording.kind(r.main),
            wording.said(r.left),
            wording.said(r.right),
            wording.difference(r),
        )
        for r in rows
    ]
    assert found == [
        ("地区生产总值增速", "实绩", "↑8%", "↑8.5%", "+0.5点"),
        ("地区生产总值增速", "目标", "↑7.5%", "↑约7.5%", "相同"),
        ("新增学位", "目标", "3000个", "4500个", "+50%"),
        ("货物进出口总额", "实绩", "20亿元", "", ""),
        ("固定资产投资增速", "目标", "↑9%", "", ""),
        ("社会消费品零售总额增速", "实绩", "", "↑9%", ""),
    ]


def test_the_other_way_round_is_the_mirror() -> None:
    there = {(r.left, r.right) for r in compare_indicators(LEFT, RIGHT, CATALOG)}
    assert there == {(r.right, r.left) for r in compare_indicators(RIGHT, LEFT, CATALOG)}


def test_rows_have_one_set_of_fields() -> None:
    assert len({tuple(row) for row in compared_rows(compare_indicators(LEFT, RIGHT, CATALOG))}) == 1
