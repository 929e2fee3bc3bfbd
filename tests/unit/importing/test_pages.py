"""What pages leave in a text: numbers, running heads, tables of contents, lines that a page breaks."""

from __future__ import annotations

import pytest

from hzview.importing import contents, import_report, pages
from hzview.importing.source import Line
from tests.unit.importing.material import body, lost_and_doubled

_BODY = "我们坚持以人民为中心的发展思想，着力推动高质量发展，全市经济社会发展取得了新的成绩，人民生活持续改善，社会大局稳定。"
_HEADINGS = ("一、2017年工作回顾", "（一）经济稳中向好", "（二）民生持续改善", "二、2018年工作安排")


def lines(*texts: str) -> list[Line]:
    return [Line(text, number) for number, text in enumerate(texts, start=1)]


def text_with(*front: str) -> str:
    """Return a report with ``front`` between its title and its body."""
    return "\n\n".join(
        [
            "2018年湖州市政府工作报告",
            *front,
            "各位代表：",
            *(part for title in _HEADINGS for part in (title, _BODY)),
        ]
    )


@pytest.mark.parametrize(
    "text", ["— 3 —", "－3－", "—3—", "第3页 共20页", "第 3 页", "第3页，共20页", "3/20", "· 3 ·"]
)
def test_page_numbers_are_known(text: str) -> None:
    assert pages.is_number(text)


@pytest.mark.parametrize("text", ["3", "2017", "——一是稳增长", "3—5", "第3页的表", "—"])
def test_what_is_no_page_number(text: str) -> None:
    assert not pages.is_number(text)


def test_a_line_beside_page_numbers_that_comes_again_is_a_running_head() -> None:
    texts = [text for page in range(1, 5) for text in ("湖州市人大文件", _BODY, f"— {page} —")]
    found = pages.find(lines(*texts))
    assert {texts[i] for i, reason in found.items() if reason == pages.HEAD} == {"湖州市人大文件"}
    assert sum(reason == pages.NUMBER for reason in found.values()) == 4


def test_paragraphs_beside_page_numbers_are_no_running_heads() -> None:
    texts = [
        text for page in range(1, 5) for text in (f"{page}．{_BODY}", f"— {page} —", f"第{page}。{_BODY}")
    ]
    assert set(pages.find(lines(*texts)).values()) == {pages.NUMBER}


@pytest.mark.parametrize(
    "entry",
    [
        "{title}……………{page}",
        "{title}...........{page}",
        "{title}\t{page}",
        "{title}",
        "{title} （{page}）",
        "- {title}",
    ],
)
def test_contents_go_and_are_said(entry: str) -> None:
    front = ["目　录", *(entry.format(title=title, page=n) for n, title in enumerate(_HEADINGS, start=1))]
    plain, found = (import_report(text_with(*part).encode(), "x.txt") for part in ((), front))
    assert body(found.report) == body(plain.report)
    assert [removal.reason for removal in found.removed].count("目录") == len(front)
    assert not any(lost_and_doubled(text_with(*front), found))


def test_contents_without_their_heading_are_known_by_their_leaders_or_their_copies() -> None:
    for entry in ("{}……3", "{}"):
        kept, removed = contents.strip(
            lines(*(entry.format(t) for t in _HEADINGS), "各位代表：", _BODY, *_HEADINGS)
        )
        assert [line.text for line in kept] == ["各位代表：", _BODY, *_HEADINGS]
        assert len(removed) == len(_HEADINGS)


def test_a_list_that_announces_parts_is_text() -> None:
    announced = lines(
        "报告分三个部分：", "一、回顾；", "二、任务；", "三、措施。", "一、回顾", _BODY, "二、任务", _BODY
    )
    assert contents.strip(announced) == (announced, [])
    plain = lines("一、回顾", "（一）经济", _BODY, "二、任务", "（一）经济", _BODY)
    assert contents.strip(plain) == (plain, [])


@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
def test_a_paragraph_goes_on_over_a_page_number_between_blank_lines(indent: str) -> None:
    paragraphs = [
        "".join(f"第{n}项工作，{_BODY}" for n in numbers) for numbers in ("一二三四五六", "七八九十百千")
    ]
    first, second = (
        [text[i : i + 30] for i in range(0, len(text), 30)] for text in (indent + part for part in paragraphs)
    )
    page = [*first[:5], "", "— 1 —", "", *first[5:9], "", "— 2 —", "", *first[9:]]
    text = "\n".join(["各位代表：", "一、2017年工作回顾", *page, "二、2018年工作安排", *second])
    found = import_report(text.encode(), "x.txt")
    assert [p.text for section in found.report.sections for p in section.paragraphs] == paragraphs
