"""Spellings that fold to one, and the way back to the text."""

from __future__ import annotations

import sys

import pytest

from hzview.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＧＤＰ", "gdp"),
        ("２４．７６％", "24.76%"),
        ("“低小散”", '"低小散"'),
        ("‘九五’", "'九五'"),
        ("「两山」", '"两山"'),
        ("劣Ⅴ类", "劣v类"),
        ("Ⅲ类", "iii类"),
        ("ⅷ", "VIII"),
        ("二○二○", "二〇二〇"),
        ("5%—6%", "5%-6%"),
        ("6.5％－7％", "6.5%~7%"),
        ("12∶34", "12:34"),
        ("（一）", "(一)"),
        ("〔2018〕", "【2018】"),
        ("习近平•", "习近平·"),
        ("10㎡", "10平方米"),
        ("政 府\u3000工\u00a0作\u200b报\ufeff告", "政府工作报告"),
        ("3×4", "3x4"),
    ],
)
def test_spellings_that_are_one(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"), [("8.5", "85"), ("，", "、"), ("《两山》", "两山"), ("亿元", "万元"), ("%", "‰")]
)
def test_spellings_that_are_two(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


def test_folding_again_changes_nothing() -> None:
    every = fold("".join(map(chr, range(sys.maxunicode + 1)))).text
    again = fold(every).text
    assert [(c, d) for c, d in zip(every, again, strict=True) if c != d] == []


def test_spans_go_back_over_blanks_and_expansions() -> None:
    folded = fold(" 劣 Ⅲ 类 ㎡ ")
    assert folded.text == "劣iii类平方米"
    assert [folded.original(i, i + 1) for i in range(8)] == [
        (1, 2), (3, 4), (3, 4), (3, 4), (5, 6), (7, 8), (7, 8), (7, 8)
    ]  # fmt: skip
    assert folded.original(0, 5) == (1, 6)
    assert [folded.offset(position) for position in range(10)] == [0, 0, 1, 1, 4, 4, 5, 5, 8, 8]


def test_an_empty_text() -> None:
    assert fold("").text == fold(" \n").text == ""
    assert fold("").offset(0) == fold(" ").offset(1) == 0
