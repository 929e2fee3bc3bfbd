"""Which first sentences of paragraphs are topics: by what they say and by the company that they keep."""

from __future__ import annotations

import pytest

from hzview.importing.leads import opening, standing

_REST = "全市生产总值增长，人民生活持续改善，社会大局保持稳定，各项事业取得新的成绩，群众的满意度继续提高。"
_NO = f"{_REST[:-1]}，{_REST}"


def topics(*paragraphs: str) -> list[str]:
    """Return the topic sentences of the paragraphs of one section."""
    lengths = standing([opening(text) for text in paragraphs], [len(text) for text in paragraphs])
    return [text[:length] for text, length in zip(paragraphs, lengths, strict=True) if length]


@pytest.mark.parametrize(
    "sentence",
    [
        "就业是民生之本。",
        "中苏关系正常化是大家关心的重大问题。",
        "加强国防建设，对捍卫国家安全，有着十分重要的意义。",
        "近年来，两岸关系发生了显著的变化。",
        "中美建交十年来，两国的合作有了显著的进展。",
        "在发展生产的同时，人民的生活有了改善。",
        "为了进一步发展农业，各行各业都要支援农业。",
        "实现经济较快增长，必须首先扩大国内需求。",
        "当然，扩大赤字也有风险。",
        "搞活企业，关键是扩大自主权。",
        "工业总产值比上年增长百分之十一。",
        "新形势对政府工作提出了更高要求。",
        "一九八四年，商品零售总额继续增加。",
    ],
)
def test_what_argues_or_states_is_no_topic_in_whatever_company(sentence: str) -> None:
    paragraphs = [f"{title}{_REST}" for title in ("加强农业基础建设。", "扩大对外开放。")]
    assert topics(paragraphs[0], sentence + _REST, paragraphs[1]) == ["加强农业基础建设。", "扩大对外开放。"]


@pytest.mark.parametrize("begin", ["五年来，我们", "这五年，", "过去一年，我们", "必须"])
def test_what_begins_alike_is_a_topic_where_several_do(begin: str) -> None:
    three = [f"{begin}{title}。" for title in ("推动产业转型升级", "深化改革开放", "增进民生福祉")]
    assert topics(*(title + _REST for title in three)) == three
    assert topics(three[0] + _REST, _NO, _NO) == []
    assert topics("加强农业。" + _REST, three[0] + _REST, "扩大开放。" + _REST) == [
        "加强农业。",
        "扩大开放。",
    ]


def test_three_in_a_row_are_company_among_many_others() -> None:
    row = ["商业改革步伐加快。", "批发体制有新突破。", "零售活力明显增强。"]
    assert topics(*[_NO] * 5, *(title + _REST for title in row), *[_NO] * 4) == row
    assert topics(*[_NO] * 5, row[0] + _REST, _NO, row[1] + _REST, _NO, row[2] + _REST) == []


def test_what_urges_needs_less_company() -> None:
    two = ["积极扩大消费。", "深化企业改革。"]
    assert topics(_NO, two[0] + _REST, _NO, two[1] + _REST, _NO, _NO) == two
    assert topics(_NO, two[0] + _REST, _NO, _NO) == []
