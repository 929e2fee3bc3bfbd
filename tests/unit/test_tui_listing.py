"""What the table of figures lists: filters, orders, sections, bars, and figures copied as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.bars import CELLS, bar
from hzview.figures import Figure, extract
from hzview.model import Paragraph, Report
from hzview.tui.listing import Listed, Order, View, growth, listing
from hzview.tui.marking import FORMS, marked_table
from hzview.typeset import cell_width
from tests.functional.driving import little_report

REPORT = little_report()
FIGURES = extract(REPORT)


def names(listed: Iterable[Listed]) -> list[str]:
    """Return the names of what is listed, headings in brackets."""
    return [one.row.indicator if one.row else f"[{one.heading}]" for one in listed]


def texts(query: str) -> set[str]:
    """Return what stands for the entries that a filter leaves."""
    return {one.figure.text for one in listing(REPORT, FIGURES, View(query))}


def test_marks_around_a_name_do_not_say_where_it_stands() -> None:
    quoted = Report(
        "报告",
        paragraphs=(Paragraph("完成“个转企”1506家、“小升规”358家。引进项目5个，新增高新技术企业8家。"),),
    )
    listed = names(listing(quoted, extract(quoted), View(order=Order.NAME)))
    assert [name.replace("“", "").replace("”", "")[0] for name in listed] == sorted(
        (name.replace("“", "").replace("”", "")[0] for name in listed), key=lambda one: one.encode("gb18030")
    )
    assert any(name.startswith("“") for name in listed)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("财政", {"408.9亿元"}),
        ("caizheng", {"408.9亿元"}),
        ("czzsr", {"408.9亿元"}),
        ("财政 下降", set()),
        ("亿美元", {"10.5亿美元"}),
        (">1000", {"2476.1亿元", "3058家", "1731亿元"}),
        (">1000亿元", {"2476.1亿元", "1731亿元"}),
        ("》1000万", set()),
        ("＞１０００ 家", {"3058家"}),
        ("8%..9%", {"8.5%", "8.7%", "8%"}),
        ("<0%", {"1.3%"}),
        ("8.5%..", {"8.5%", "8.7%", "10.4%"}),
        ("目标", {"8%", "5万人"}),
        ("目标 增速", {"8%"}),
        ("标记", {"3058家"}),
        ("没有的", set()),
    ],
)
def test_filters(query: str, expected: set[str]) -> None:
    marked = {figure.span for figure in FIGURES if figure.text == "3058家"}
    assert {one.figure.text for one in listing(REPORT, FIGURES, View(query), marked)} == expected


@given(st.text(alphabet="生产 >=<.8%亿元目标存疑标记》。-|\"'1", max_size=12))
def test_a_filter_takes_away_and_adds_nothing(query: str) -> None:
    everything = listing(REPORT, FIGURES, View())
    kept = {one.row for one in listing(REPORT, FIGURES, View(query))}
    assert kept <= {one.row for one in everything}
    assert kept == {one.row for one in listing(REPORT, FIGURES, View(f" {query}  "))}


@pytest.mark.parametrize("order", list(Order))
def test_an_order_keeps_everything(order: Order) -> None:
    flat = listing(REPORT, FIGURES, View(order=order))
    assert sorted(names(flat)) == sorted(names(listing(REPORT, FIGURES, View())))
    in_sections = [one for one in listing(REPORT, FIGURES, View(order=order, by_section=True)) if one.row]
    said = {(one.row.indicator, figure.span) for one in flat if one.row for figure in one.row.figures}
    again = {(one.row.indicator, figure.span) for one in in_sections if one.row for figure in one.row.figures}
    assert said == again


def test_orders() -> None:
    by_name = names(listing(REPORT, FIGURES, View(order=Order.NAME)))
    assert by_name.index("地区生产总值") < by_name.index("固定资产投资") < by_name.index("实到外资")
    sizes = [one for one in listing(REPORT, FIGURES, View(order=Order.SIZE)) if one.figure.unit == "亿元"]
    assert [one.figure.text for one in sizes] == ["2476.1亿元", "1731亿元", "408.9亿元"]
    grown = [growth(one.row) for one in listing(REPORT, FIGURES, View(order=Order.GROWTH)) if one.row]
    values = [figure.value for figure in grown if figure is not None]
    assert values == sorted(values, reverse=True)
    assert values[-1] < 0
    assert grown[len(values) :] == [None] * (len(grown) - len(values))
    assert View(order=Order.GROWTH).next_order() == View()


def test_sections() -> None:
    listed = names(listing(REPORT, FIGURES, View("增速", by_section=True)))
    assert listed[0] == "[一、2017年工作回顾]"
    assert "[二、2018年重点任务]" in listed
    assert "[三、政府自身建设]" not in listed


@given(st.decimals(-1000, 1000, places=2), st.integers(-5, 400))
def test_bars_fit_and_grow(value: Decimal, whole: int) -> None:
    drawn = bar(value, Decimal(whole))
    assert cell_width(drawn) <= CELLS
    assert bool(drawn) == (whole > 0 and value != 0)
    assert drawn == bar(-value, Decimal(whole))
    assert len(bar(value * 2, Decimal(whole))) >= len(drawn)


def test_a_table_of_figures() -> None:
    chosen: list[Figure] = [figure for figure in FIGURES if figure.text in ("2476.1亿元", "1.3%")]
    rows = list(csv.reader(io.StringIO(marked_table(REPORT, chosen, "tsv")), delimiter="\t"))
    assert rows[0][:8] == ["指标", "数值", "至", "单位", "类别", "性质", "年份", "原文"]
    assert rows[1][1:6] == ["2476.1", "", "亿元", "水平", "实绩"]
    assert rows[2][1] == "-1.3"
    assert rows == list(csv.reader(io.StringIO(marked_table(REPORT, chosen, "csv"))))
    assert marked_table(REPORT, chosen, "markdown").startswith("| 指标 | 数值 |")
    assert [marked_table(REPORT, [], form) for form in FORMS] == ["", "", ""]
