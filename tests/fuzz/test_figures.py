"""Figures from any text at all: nothing breaks, nothing overlaps, nothing unprintable comes out, and no text is slow.

The long texts are a hundred thousand characters of what patterns might stumble over. A pattern or a loop that grows with
the square of its text would take minutes over one of them.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hzview.errors import HzviewError
from hzview.figures import detect_spans, extract
from hzview.figures.explain import explain
from hzview.figures.select import Limit
from tests.unit.figures.reports import report

PIECES = (
    *'0123456789一二三四五六七八九十百千万亿两零〇点第前首半成多余几％%‰：:，,。；、“”"（）()《》—-~+.Oo lⅢ\u3000\x00',
    *[
        "亿元",
        "个",
        "家",
        "公里",
        "个百分点",
        "倍",
        "位",
        "岁",
        "万",
        "人次",
        "增长",
        "下降",
        "提高到",
        "由",
        "从",
        "分别",
        "均",
        "都",
        "占",
        "比重",
        "比上年",
        "以上",
        "左右",
        "超过",
        "新增",
        "完成",
        "的",
        "和",
        "及",
        "其中",
        "力争",
    ],
    *[
        "2017年",
        "2020年",
        "十三五",
        "今年",
        "去年",
        "到",
        "已",
        "了",
        "每",
        "覆盖",
        "用于",
        "投资",
        "项目",
        "地区生产总值",
        "城镇、农村居民",
        "第一产业",
        "高于全国",
        "居全省",
        "指数",
    ],
)
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80)


@settings(max_examples=300)
@given(texts, st.sampled_from(["review", "tasks", "other"]))
def test_any_text_gives_sound_figures(text: str, role: str) -> None:
    figures = extract(report(text, role))
    assert [(f.span.start, f.span.end) for f in figures] == list(detect_spans(text))
    end = 0
    for number, figure in enumerate(figures, 1):
        assert end <= figure.span.start < figure.span.end
        end = figure.span.end
        assert figure.indicators
        assert "\0" not in "".join(figure.indicators)
        assert figure.value_to is None or abs(figure.value_to) >= 0
        assert explain(report(text, role), number).figure == figure


@given(st.text(max_size=20))
def test_any_limit_is_read_or_refused(text: str) -> None:
    try:
        limit = Limit.parse(text)
    except HzviewError:
        return
    assert limit.value == limit.value


LONG = (
    "1", "1,", "1,234,", "1.", "1:", "1-", "1、", "1个", "1个、", "1个和", "1.5%、", "5%-", "从1%到", "（5个", "“5个", "“甲”1个、",
    "一", "一二", "一亿", "一点", "第一、", "前三", "百分之", "零", "千", "分别", "、", "和", "的", "比", "占", "到", "由", "每", "其中",
    "增长", "增长8%、", "增长8%，", "分别增长8%和9%，", "城乡", "甲、乙、", "甲1个，", "完成", "1个村完成", "5亿元的", "10万元以上项目",
    "超过1亿元的项目1个", "安排1亿元改造", "已1个", "了1个", "去年增长1%，", "2017年1个", "力争", "年", "《", "(", '"', "o1", "；1个", "。1个", "二十五万",
)  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_a_long_run_ends_soon(piece: str) -> None:
    extract(report("增长" + piece * (100_000 // len(piece)) + "家企业。"))


@pytest.mark.parametrize("head", ["过去一年，成绩很大。", "今后五年的目标任务是：到2026年，产值翻番。"])
@pytest.mark.parametrize("piece", ["增长1亿元。", "一年来，增长1亿元。"])
def test_many_sentences_below_such_a_head_end_soon(head: str, piece: str) -> None:
    extract(report(head + piece * (100_000 // len(piece)), "tasks"))
