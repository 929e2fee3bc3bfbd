"""Invisible characters, idle blanks, half-width punctuation."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.importing.characters import full_width, tidy_blanks, unify, visible
from tests.unit.importing.material import said

_TEXT = st.text(
    alphabet=st.sampled_from(
        "中文报告增长第一０８12345.．,;:!?()（）“”《》%％ \u3000\u200b\u00a0\ue000\x0b\x85\u2028aB—+-/"
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("坚持提质增效,实体经济稳中向好", "坚持提质增效，实体经济稳中向好"),
        ("(四)坚持民生为本", "（四）坚持民生为本"),
        ("达到2476.1亿元,增长8.5%,增幅居全省第二位;", "达到2476.1亿元，增长8.5%，增幅居全省第二位；"),
        ("人口6,435人,比例14:52:34", "人口6,435人，比例14:52:34"),
        ("目标为:增长8%", "目标为：增长8%"),
        ("全市生产总值(GDP)增长", "全市生产总值（GDP）增长"),
        ("推进PM2.5治理.下一步", "推进PM2.5治理。下一步"),
        ("见https://a.cn:80/b,c", "见https://a.cn:80/b,c"),
        ("A(b) and c, d", "A(b) and c, d"),
        ("“1+N”政策", "“1+N”政策"),
        ("各位代表!", "各位代表！"),
    ],
)
def test_punctuation_between_chinese_becomes_full_width(text: str, expected: str) -> None:
    assert full_width(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 9 9 8 年3 月", "1998年3月"),
        ("达到7 4 7 7 2 亿元，增长8 ．8 ％", "达到74772亿元，增长8．8％"),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("兑现资金 25.8 亿元，为企业", "兑现资金25.8亿元，为企业"),
        ("湖州市市长 王纲", "湖州市市长 王纲"),
        ("Public Private", "Public Private"),
        ("第1 、 第2", "第1、第2"),
    ],
)
def test_blanks_stay_only_where_they_part_words(text: str, expected: str) -> None:
    assert tidy_blanks(text) == expected


def test_codes_written_out_are_read() -> None:
    assert visible("甲<U+00A0>乙&nbsp;丙<U+4E2D>") == ("甲 乙 丙中", "")
    assert visible("甲\u200b乙\ue000")[0] == "甲乙"
    assert visible("甲\u200b乙\ue000")[1] == "U+200B U+E000"


@given(_TEXT)
def test_no_character_and_no_digit_is_touched(text: str) -> None:
    assert said(tidy_blanks(visible(text)[0])) == said(text)
    assert said(full_width(text)) == said(text)
    assert len(full_width(text)) == len(text)


@given(_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = full_width(tidy_blanks(visible(text)[0]))
    assert tidy_blanks(visible(once)[0]) == once or " " in once
    assert full_width(once) == once


@given(st.text(max_size=80))
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    cleaned = tidy_blanks(visible(text)[0])
    assert not [c for c in cleaned if unicodedata.category(c) in {"Cc", "Zl", "Zp", "Co"}]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("⼈⼼", "人心"),
        ("⻣干", "骨干"),
        ("橡㬵", "橡胶"),
        ("\uf98a", "力"),
        ("一年⸺成就", "一年——成就"),
        ("力量", "力量"),
    ],
)
def test_characters_that_fonts_draw_alike(printed: str, meant: str) -> None:
    text, changed = unify(printed)
    assert text == meant
    assert bool(changed) == (printed != meant)
    assert all(before != after for before, after in changed)
