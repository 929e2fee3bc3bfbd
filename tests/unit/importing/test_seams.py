"""Headings that run on into their text without a mark between."""

from __future__ import annotations

import pytest

from hzview.importing import import_report
from hzview.importing.seams import seam

_BODY = "我们坚持以人民为中心的发展思想，着力推动高质量发展，全市经济社会发展取得了新的成绩，人民生活持续改善"
_HEADINGS = (
    "国民经济实现较快增长",
    "大力推动现代农业发展，加快产业结构优化升级",
    "切实加强基础设施和生态环境建设",
)
_OPENINGS = (
    "全省生产总值完成2458.8亿元",
    "以市场为导向，以结构调整为主线",
    "紧紧抓住国家加大支持的有利时机",
    "坚持不懈抓好农业",
)


@pytest.mark.parametrize("heading", _HEADINGS)
@pytest.mark.parametrize("opening", _OPENINGS)
def test_the_seam_is_found(heading: str, opening: str) -> None:
    text = f"（一）{heading}{opening}，{_BODY}"
    assert seam(text, 3, len(text)) == 3 + len(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "对农业的领导有所加强，农村商品经济进一步发展",
        "政府自身建设全面加强",
        "统筹传统和新型基础设施建设，在高质量建设以五大枢纽为重点的体系上取得突破",
        "城乡居民收入大幅增加，人民生活品质继续改善",
    ],
)
def test_a_heading_by_itself_has_no_seam(heading: str) -> None:
    assert seam(heading, 0, len(heading)) == 0


def test_a_heading_with_its_text_is_parted_and_doubted() -> None:
    text = "".join(
        f"（{n}）{title}{_OPENINGS[0]}，{_BODY}。{_BODY}。\n"
        for n, title in zip("一二三", _HEADINGS, strict=True)
    )
    found = import_report(f"各位代表：\n一、2003年工作回顾\n{text}".encode(), "x.txt")
    assert [section.title for section in found.report.sections[0].sections] == list(_HEADINGS)
    assert sum("按字句分开" in note for note in found.notes) == 3
    assert all(s.paragraphs[0].text.startswith(_OPENINGS[0]) for s in found.report.sections[0].sections)


def test_a_whole_report_without_a_break_has_its_head_and_main_headings() -> None:
    text = (
        "政府工作报告——2016年1月30日在湖州市第七届人民代表大会第六次会议上湖州市市长 陈伟俊各位代表：现在，我代表市人民政府，"
        f"向大会报告工作，请予审议。一、2015年工作回顾过去一年，{_BODY}。{_BODY}。（一）坚持提质增效。{_BODY}。"
        f"二、2016年重点任务今年，{_BODY}。（一）坚持改革创新。{_BODY}。"
    )
    report = import_report(text.encode(), "x.txt").report
    assert (report.date, report.speaker, report.region) == ("2016-01-30", "陈伟俊", "湖州市")
    assert [(part.depth, part.section.heading) for part in report.parts[1:]] == [
        (1, "一、2015年工作回顾"),
        (2, "（一）坚持提质增效"),
        (1, "二、2016年重点任务"),
        (2, "（一）坚持改革创新"),
    ]
    assert report.paragraphs[0].text.startswith("各位代表：")


def test_full_lines_that_may_end_a_paragraph_are_doubted_where_no_layout_shows_it() -> None:
    sentence = "我们坚持以人民为中心的发展思想，推动高质量发展不断取得新成绩。"
    lines = [f"第{n}项工作，{sentence}"[:30] for n in "一二三四五六七八九十"] * 2
    lines[5] = lines[5][:-1] + "。"
    text = "各位代表：\n一、回顾\n" + "\n".join(lines)
    noted = [note for note in import_report(text.encode(), "x.txt").notes if "按页宽断行" in note]
    assert len(noted) == 1
    assert "1 处" in noted[0]
