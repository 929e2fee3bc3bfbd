"""The words of a report: counts as a person gets them by hand, comparison, words that stand out, context."""

from __future__ import annotations

import re
from collections import Counter
from math import isclose, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.content import parse
from hzview.folding import fold
from hzview.model import Paragraph, Report, Section
from hzview.words.comparing import Change, compare
from hzview.words.context import occurrences_of
from hzview.words.counting import Words, count_words, is_listed, is_word
from hzview.words.keyness import SURE, log_likelihood, log_ratio, stand_out
from hzview.words.stopwords import STOPWORDS, stopwords

BY_HAND = {
    "发展": (29, 37),
    "产业": (10, 18),
    "项目": (21, 24),
    "企业": (19, 24),
    "固定资产投资": (3, 3),
    "湖州": (8, 9),
    "最多跑一次": (2, 2),
    "绿色金融": (7, 7),
    "乡村振兴": (2, 2),
    "工业": (3, 6),
}
"""Words of the bundled report, counted on paper: by themselves, and with those inside longer words (高质量发展,
战略性新兴产业, 建设项目, 小微企业, 湖州市, 规上工业 …)."""


@pytest.fixture(scope="module")
def words(bundled: Report) -> Words:
    """The words of the bundled report."""
    return Words(bundled)


def report(*paragraphs: str, title: str = "报告") -> Report:
    return Report(title, sections=(Section("一年", paragraphs=tuple(map(Paragraph, paragraphs))),))


def test_counts_are_those_of_a_person(words: Words) -> None:
    counted = {word: (words.counts[word], words.anywhere(word)) for word in BY_HAND}
    assert counted == BY_HAND


def test_every_word_stands_anywhere_at_least_as_often_as_by_itself(words: Words) -> None:
    for word, count in words.counts.items():
        assert words.paragraphs[word] <= count <= words.anywhere(word)


def test_counts_of_texts_are_those_of_the_report(words: Words, bundled: Report) -> None:
    assert count_words(block.text for block in bundled.blocks) == words.counts


def test_blocks_limit_what_is_counted(bundled: Report) -> None:
    whole = Words(bundled)
    middle = len(bundled.blocks) // 2
    parts = [Words(bundled, range(middle)), Words(bundled, range(middle, len(bundled.blocks)))]
    assert sum((part.counts for part in parts), Counter[str]()) == whole.counts
    assert sum(part.characters for part in parts) == whole.characters


def test_spellings_are_those_of_the_text() -> None:
    counted = Words(report("ＧＤＰ增长，G D P领先，消除劣Ⅴ类水体"))
    assert counted.counts["gdp"] == 2
    assert counted.spelling("gdp") == "ＧＤＰ"
    assert counted.spelling("劣v类") == "劣Ⅴ类"
    assert counted.spelling("不在文中") == "不在文中"


@pytest.mark.parametrize("text", ["8.5%", "2017", "，", "二〇一八", "第二", "千", " "])
def test_numbers_and_marks_are_no_words(text: str) -> None:
    assert not is_word(text)


@pytest.mark.parametrize("text", ["发展", "5g", "pm2.5", "县", "r&d", "一带一路"])
def test_words(text: str) -> None:
    assert is_word(text)


def test_lists_leave_out_stop_words_and_single_characters() -> None:
    counted = Words(report("我们的县域经济，我们的县。"))
    assert counted.listed() == ["报告", "县域", "经济"]
    assert {"我们", "的", "县"} <= set(counted.listed(every=True))


def test_stop_words_are_listed_once_and_could_be_words() -> None:
    text = STOPWORDS.read_text(encoding="utf-8")
    listed = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    assert len(listed) == len(set(listed)) == len(stopwords())
    assert all(len(word) > 1 and fold(word).text == word and not is_listed(word) for word in listed)


def test_new_and_gone_words_are_not_in_the_other_text_at_all() -> None:
    before = report("推进棚户区改造，发展工业。")
    after = report("推进数字经济，规上工业增长。")
    changes = {changed.word: changed.change for changed in compare(Words(after), Words(before))}
    assert changes == {
        "数字经济": Change.NEW,
        "规上工业": Change.NEW,
        "增长": Change.NEW,
        "棚户区改造": Change.GONE,
        "发展": Change.GONE,
    }  # 工业 is not gone: 规上工业 has it


def test_more_and_less() -> None:
    before = report("改革" * 3 + "开放" * 40)
    after = report("改革" * 40 + "开放" * 3)
    found = [(changed.word, changed.change) for changed in compare(Words(after), Words(before))]
    assert found == [("改革", Change.MORE), ("开放", Change.LESS)]


def test_nothing_changes_beside_itself(words: Words) -> None:
    assert compare(words, words) == []


def test_log_likelihood_of_the_calculator() -> None:
    """10 in 10,000 and 2 in 20,000: worked out by hand from the four-cell form of the formula."""
    expected = 2 * (10 * log(10 / 4) + 2 * log(2 / 8))
    assert isclose(log_likelihood(10, 2, 10_000, 20_000), expected)
    assert isclose(log_ratio(10, 2, 10_000, 20_000), log(10, 2))


COUNT = st.integers(0, 500)
TOTAL = st.integers(500, 10**7)


@given(COUNT, COUNT, TOTAL, TOTAL)
def test_log_likelihood_is_no_matter_of_sides(count: int, others: int, total: int, others_total: int) -> None:
    likelihood = log_likelihood(count, others, total, others_total)
    assert likelihood >= -1e-6
    assert isclose(likelihood, log_likelihood(others, count, others_total, total), abs_tol=1e-9)
    assert isclose(
        log_ratio(count, others, total, others_total),
        -log_ratio(others, count, others_total, total),
        abs_tol=1e-9,
    )


@given(st.integers(0, 100), TOTAL)
def test_equal_shares_do_not_stand_out(count: int, total: int) -> None:
    assert isclose(log_likelihood(count, 3 * count, total, 3 * total), 0, abs_tol=1e-6)


def test_words_that_stand_out() -> None:
    counted = Words(report("绿色金融" + "发展" * 20 + "绿色金融" * 9))
    others = Counter({"发展": 2_000, "乡镇企业": 600, "绿色金融": 10, "我们": 900})
    found = stand_out(counted, others, 3_000)
    assert [(key.word, key.ratio > 0) for key in found] == [("绿色金融", True)]
    assert found[0].likelihood > SURE
    assert "乡镇企业" in [
        key.word for key in stand_out(counted, others | Counter({"乡镇企业": 9000}), 12_000)
    ]


def test_nothing_stands_out_from_nothing(words: Words) -> None:
    assert stand_out(words, {}, 0) == []


def test_context_says_in_which_word() -> None:
    text = report("发展工业，规上 工业增加值增长；工业互联网")
    found = [(occurrence.span, occurrence.inside) for occurrence in occurrences_of(text, "工业")]
    block = text.blocks[2].text
    assert [block[span.start : span.end] for span, _ in found] == ["工业"] * 3
    assert [inside for _, inside in found] == ["", "规上工业增加值", "工业互联网"]


def test_context_has_as_many_places_as_are_counted(words: Words, bundled: Report) -> None:
    for term in ["发展", "工业", "“最多跑一次”", "，", "市政", "8.7%"]:
        found = list(occurrences_of(bundled, term))
        assert len(found) == words.anywhere(term) > 0
        for occurrence in found:
            span = occurrence.span
            text = bundled.blocks[span.paragraph].text
            assert fold(text[span.start : span.end]).text == fold(term).text
            assert re.sub(r"\s", "", occurrence.inside) == occurrence.inside


def test_context_of_nothing(bundled: Report) -> None:
    assert list(occurrences_of(bundled, " ")) == []


@given(
    st.text(st.sampled_from("工业 规上增加值，a８Ⅲ"), max_size=30), st.text("工业Ⅲ", min_size=1, max_size=2)
)
def test_context_agrees_with_ctrl_f(text: str, term: str) -> None:
    made = Report("题", paragraphs=(Paragraph(text),))
    found = list(occurrences_of(made, term, [1]))
    assert len(found) == fold(text).text.count(fold(term).text)


def test_a_report_without_words() -> None:
    counted = Words(parse('[report]\ntitle = "1"\n', "a.toml"))
    assert (counted.listed(), counted.total, counted.characters) == ([], 0, 1)
