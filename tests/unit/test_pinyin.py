"""Finding Chinese by its pinyin, and the table of readings."""

from __future__ import annotations

import re

import pytest
from pypinyin import lazy_pinyin, pinyin
from pypinyin.constants import Style

from hzview.folding import fold
from hzview.model import Report
from hzview.pinyin import Pinyin, coded, could_be, matches, readings, starts


def found(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in matches(query, text)]


@pytest.mark.parametrize(
    ("query", "text", "runs"),
    [
        ("gyzjz", "规上工业增加值增长", ["工业增加值"]),
        ("gongye", "规上工业增加值", ["工业"]),
        ("gongyezjz", "规上工业增加值", ["工业增加值"]),
        ("gyzengjiazhi", "规上工业增加值", ["工业增加值"]),
        ("gongyezengjia", "规上工业增加值", ["工业增加"]),
        ("gongyez", "规上工业增加值", ["工业增"]),
        ("gongyezen", "规上工业增加值", ["工业增"]),
        ("gongyezi", "规上工业增加值", []),
        ("xian", "西安先行", ["西安", "先"]),
        ("xi'an", "西安先行", ["西安"]),
        ("xi'", "西安", ["西"]),
        ("sdsh", "三大生态", ["三大生"]),
        ("sh", "三生", ["生"]),
        ("sd", "生大", ["生大"]),
        ("zz", "制造增值", ["制造", "增值"]),
        ("zhzh", "制造政治", ["政治"]),
        ("lvse", "绿色发展", ["绿色"]),
        ("lüse", "绿色发展", ["绿色"]),
        ("nvx", "女性", ["女性"]),
        ("chongq", "重庆", ["重庆"]),
        ("zhongd", "重点", ["重点"]),
        ("changchun", "长春", ["长春"]),
        ("szh", "市长", ["市长"]),
        ("5gjz", "建成5g基站", ["5g基站"]),
        ("工业zjz", "规上工业增加值", ["工业增加值"]),
        ("g*z", "工业增", []),
        ("gg*", "改革*", ["改革*"]),
        ("工zj", "业增加", []),
        ("aaa", "啊", []),
        ("xian", "县县", ["县", "县"]),
        ("ggg", "改革改革改", ["改革改"]),
    ],
)
def test_what_letters_find(query: str, text: str, runs: list[str]) -> None:
    assert found(query, text) == runs


@pytest.mark.parametrize("query", ["", "g", "工业", "8.5", "a" * 49, "''"])
def test_what_is_no_pinyin_finds_nothing(query: str) -> None:
    assert found(query, "工业增加值,一次") == []
    assert not Pinyin(query)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("dai", "大力"),
        ("huiji", "会议"),
        ("kuai", "会议"),
        ("shui", "说明"),
        ("huo", "和谐"),
        ("ji", "系统"),
        ("xing", "省级"),
        ("di", "提高"),
        ("mu", "模式"),
    ],
)
def test_rare_readings_match_nothing(query: str, text: str) -> None:
    assert not starts(query, text)


def test_a_list_is_narrowed_by_its_beginnings() -> None:
    names = ["湖州市", "杭州市", "湖北省", "黄石市"]
    assert [name for name in names if starts("huz", name)] == ["湖州市"]
    assert [name for name in names if starts("hzs", name)] == ["湖州市", "杭州市"]
    assert not starts("zhoushi", "湖州市")


def test_a_code_is_as_long_as_its_text() -> None:
    text = "规上工业增加值增长8.7%,gdp长"
    assert len(coded(text)) == len(text)
    assert Pinyin("zzcha").spans(text, coded(text)) == Pinyin("zzcha").spans(text) == [(6, 9)]


def test_letters_enough() -> None:
    assert could_be("gy")
    assert could_be("5gj")
    assert not could_be("g")
    assert not could_be("5g")
    assert not could_be("工业")


def test_the_longest_query_is_read_at_once() -> None:
    assert found("xian" * 12, "先" * 12) == ["先" * 12]
    assert found("a" * 48, "啊" * 47) == []


def test_the_table_agrees_with_pypinyin_where_characters_are_read_in_context(bundled: Report) -> None:
    wrong = total = 0
    for block in bundled.blocks:
        for run in re.findall("[\u4e00-\u9fff]+", fold(block.text).text):
            for character, reading in zip(run, lazy_pinyin(run), strict=True):
                total += 1
                wrong += reading not in readings(character)
    assert total > 5000
    assert wrong <= total / 500  # readings that make up less than 1 % of a character's use are left out


def test_every_reading_of_the_table_is_one_of_pypinyin() -> None:
    characters = [chr(code) for code in range(0x4E00, 0xA000) if readings(chr(code))]
    assert len(characters) > 6700
    for character in characters:
        known = set(pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)[0])
        assert set(readings(character)) <= known, character
