"""Rows out of hzview come back from each format as they went in."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.exporting import Column, Format, export
from hzview.typeset import cell_width

COLUMNS = (Column("name", "指标"), Column("value", "数值", right=True))
ROW = {"name": "地区生产总值", "value": Decimal("2476.10"), "year": 2017, "threshold": False, "bound": None}

decimals = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=30)


def lines(rows: list[dict[str, object]], form: Format) -> list[str]:
    return list(export(rows, COLUMNS, form))


@pytest.mark.parametrize("form", Format)
def test_nothing_in_gives_nothing_out(form: Format) -> None:
    assert lines([], form) == []


def test_json_has_every_field_and_the_digits_as_written() -> None:
    (line,) = lines([ROW], Format.JSONL)
    assert '"value": 2476.10' in line
    assert "地区生产总值" in line
    assert json.loads(line, parse_float=Decimal) == ROW


@given(decimals)
def test_json_numbers_are_exact(value: Decimal) -> None:
    (line,) = lines([{"value": value}], Format.JSONL)
    assert json.loads(line, parse_float=Decimal, parse_int=Decimal)["value"] == value


@given(st.lists(st.tuples(texts, decimals), min_size=1, max_size=5))
def test_csv_and_json_agree(pairs: list[tuple[str, Decimal]]) -> None:
    rows: list[dict[str, object]] = [{"name": name, "value": value} for name, value in pairs]
    head, *read = csv.reader(io.StringIO("\n".join(lines(rows, Format.CSV))))
    assert head == ["name", "value"]
    assert [Decimal(value) for _, value in read] == [value for _, value in pairs]
    for (cell, _), (name, _) in zip(read, pairs, strict=True):
        assert cell.removeprefix("'") == name.removeprefix("'")


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "＝1", "=HYPERLINK(1)"])
def test_csv_never_holds_a_formula(text: str) -> None:
    _, line = lines([{"name": text}], Format.CSV)
    assert next(csv.reader([line])) == ["'" + text]


@pytest.mark.parametrize("item", ["-10.6", "+8.5%", "－3％", Decimal("-10.6"), -3])
def test_csv_leaves_signed_numbers_alone(item: object) -> None:
    _, line = lines([{"name": item}], Format.CSV)
    assert line == str(item)


@given(st.lists(st.tuples(texts, decimals), min_size=1, max_size=5))
def test_markdown_rows_have_as_many_cells_as_columns(pairs: list[tuple[str, Decimal]]) -> None:
    import re

    for line in lines([{"name": n, "value": v} for n, v in pairs], Format.MD):
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == len(COLUMNS) + 1


def test_markdown_shows_text_as_it_is() -> None:
    _, rule, line = lines([{"name": "a|b\\*c*\n<i>", "value": 1}], Format.MD)
    assert rule == "| --- | ---: |"
    assert line == r"| a\|b\\\*c\*\<i> | 1 |"


@given(st.lists(st.tuples(texts, decimals), min_size=1, max_size=5))
def test_a_table_is_aligned_by_cells(pairs: list[tuple[str, Decimal]]) -> None:
    written = lines([{"name": n, "value": v} for n, v in pairs], Format.TEXT)
    assert len({cell_width(line) for line in written}) == 1  # the last column is flush right


def test_a_cell_beyond_its_columns_most_is_cut_off_with_dots() -> None:
    columns = (Column("name", "指标", most=8),)
    _, cut, whole = export([{"name": "规上工业增加值"}, {"name": "地区生产"}], columns, Format.TEXT)
    assert cut == "规上工…"
    assert whole == "地区生产"


@given(st.lists(st.tuples(texts, decimals), min_size=1, max_size=5), st.integers(2, 60))
def test_a_table_keeps_to_the_width_that_it_is_given(pairs: list[tuple[str, Decimal]], width: int) -> None:
    rows: list[dict[str, object]] = [{"name": n, "value": v} for n, v in pairs]
    whole = list(export(rows, COLUMNS, Format.TEXT))
    for line, cut in zip(whole, export(rows, COLUMNS, Format.TEXT, width), strict=True):
        assert cell_width(cut) <= width
        assert cut == line if cell_width(line) <= width else line.startswith(cut.removesuffix("…"))


def test_a_line_break_in_a_value_does_not_break_a_table() -> None:
    for form in (Format.TEXT, Format.MD, Format.JSONL, Format.CSV):
        assert all("\n" not in line for line in lines([{"name": "上\r\n下\x1b[2J"}], form))
