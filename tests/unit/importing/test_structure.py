"""Headings, paragraphs, topic sentences and appendices of small texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.importing import Imported, import_report
from hzview.importing.head import SALUTATION
from hzview.importing.markers import Style, chinese_number, marker
from hzview.model import Report, Role

_BODY = "我们坚持以人民为中心的发展思想，着力推动高质量发展，全市经济社会发展取得了新的成绩，各项工作都迈上了新的台阶，人民生活持续改善。"


def imported(text: str, name: str = "x.txt") -> Imported:
    return import_report(("各位代表：\n" + text).encode(), name)


def outline(report: Report) -> list[tuple[int, str]]:
    return [(part.depth, part.section.heading) for part in report.parts if part.depth and not part.appendix]


def leads(report: Report) -> list[str]:
    return [block.text[: block.lead] for block in report.blocks if block.lead]


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("一、总结", Style.NUMERAL, 1),
        ("二十一、总结", Style.NUMERAL, 21),
        ("（六）办好", Style.BRACKETED, 6),
        ("(四)坚持", Style.BRACKETED, 4),
        ("二）重点", Style.BRACKETED, 2),
        ("第一，坚持", Style.ORDINAL, 1),
        ("三是坚持", Style.POINT, 3),
        ("1、坚持", Style.ARABIC, 1),
        ("18．坚持", Style.ARABIC, 18),
        ("（６）坚持", Style.ARABIC_BRACKETED, 6),
        ("①坚持", Style.CIRCLED, 1),
        ("——经济", Style.DASH, 0),
        ("第二部分 任务", Style.PART, 2),
    ],
)
def test_marks_are_told(text: str, style: Style, value: int) -> None:
    found = marker(text)
    assert found is not None
    assert (found.style, found.value) == (style, value)


@pytest.mark.parametrize("text", ["一、二、三产业", "8.5%的增长", "一年来", "2018年", "－5℃", "十分重要"])
def test_what_is_no_mark(text: str) -> None:
    assert marker(text) is None


@given(st.integers(1, 199))
def test_chinese_numbers(number: int) -> None:
    digits = "〇一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    printed = (digits[hundreds] + "百" if hundreds else "") + (
        (digits[tens] if tens > 1 or hundreds else "") + "十" if tens else "零" if hundreds and ones else ""
    )
    assert chinese_number(printed + (digits[ones] if ones else "")) == number


def test_headings_on_their_own_lines_and_run_in() -> None:
    report = imported(
        f"一、2017年工作回顾\n{_BODY}\n（一）经济稳中向好。{_BODY}\n（二）改革深入推进\n{_BODY}\n二、2018年重点任务\n{_BODY}"
    ).report
    assert outline(report) == [
        (1, "一、2017年工作回顾"),
        (2, "（一）经济稳中向好"),
        (2, "（二）改革深入推进"),
        (1, "二、2018年重点任务"),
    ]
    assert [section.role for section in report.sections] == [Role.REVIEW, Role.TASKS]
    assert report.year == 2018


def test_a_heading_glued_to_a_paragraph_is_set_free() -> None:
    report = imported(
        f"一、2017年工作回顾\n(一)坚持提质增效\n{_BODY}\n{_BODY}创建美丽乡村路355.8公里。(二)坚持民生为本,社会持续进步\n{_BODY}"
    ).report
    assert outline(report)[-1] == (2, "（二）坚持民生为本，社会持续进步")
    assert report.sections[0].sections[0].paragraphs[-1].text.endswith("355.8公里。")


def test_an_inline_list_is_no_heading() -> None:
    text = "提出了今后的目标：（一）消除经济过热，保持稳定；（二）遏制通货膨胀；（三）改善民生。"
    report = imported(f"一、工作回顾\n{_BODY}\n{text}\n{_BODY}\n二、工作安排\n{_BODY}").report
    assert [heading for _, heading in outline(report)] == ["一、工作回顾", "二、工作安排"]
    assert text in [block.text for block in report.blocks]


def test_items_that_end_in_semicolons_are_no_headings() -> None:
    report = imported(
        f"报告分三个部分：\n一、关于形势；\n二、关于速度；\n三、关于建设问题。\n一、形势很好\n{_BODY}\n二、速度适宜\n{_BODY}"
    ).report
    assert [heading for _, heading in outline(report)] == ["一、形势很好", "二、速度适宜"]


def test_unnumbered_main_headings_hold_numbered_ones() -> None:
    report = imported(
        f"2024年工作回顾\n{_BODY}\n2025年工作安排\n{_BODY}\n一、扩大内需\n{_BODY}\n二、改善民生\n{_BODY}\n加强政府自身建设\n{_BODY}"
    ).report
    assert outline(report) == [
        (1, "2024年工作回顾"),
        (1, "2025年工作安排"),
        (2, "一、扩大内需"),
        (2, "二、改善民生"),
        (1, "加强政府自身建设"),
    ]


def test_bold_headings_of_markdown() -> None:
    report = imported(
        f"**一、2017年回顾**\n\n{_BODY}\n\n**加快工业发展。**{_BODY}\n\n**做强农业**。{_BODY}\n", "x.md"
    ).report
    assert outline(report) == [(1, "一、2017年回顾")]
    assert leads(report) == ["加快工业发展。", "做强农业。"]


def test_topic_sentences_come_in_company() -> None:
    report = imported(
        f"一、工作回顾\n产业升级迈出新步伐。{_BODY}\n项目引进实现新突破。{_BODY}\n企业培育取得新进展。{_BODY}"
    ).report
    assert leads(report) == ["产业升级迈出新步伐。", "项目引进实现新突破。", "企业培育取得新进展。"]
    alone = imported(f"一、工作回顾\n越是重任在肩，越要自身过硬。{_BODY}\n{_BODY}\n{_BODY}").report
    assert leads(alone) == []


def test_a_topic_sentence_that_was_split_off_is_joined() -> None:
    report = imported(f"一、工作回顾\n绿色金融改革扎实开展。\n\n{_BODY}\n产业升级迈出新步伐。{_BODY}").report
    assert leads(report) == ["绿色金融改革扎实开展。", "产业升级迈出新步伐。"]
    assert report.sections[0].paragraphs[0].text == "绿色金融改革扎实开展。" + _BODY


@pytest.mark.parametrize(
    "opening", ["各位代表！", "过去一年，成绩来之不易。", "生产总值增长8.5%。", "主要目标是：增长8%。"]
)
def test_what_is_no_topic_sentence(opening: str) -> None:
    report = imported(f"一、工作回顾\n{opening}{_BODY}\n{opening}{_BODY}\n{opening}{_BODY}").report
    assert leads(report) == []


def test_marked_items_are_topic_sentences() -> None:
    report = imported(
        f"一、工作回顾\n——经济运行回升。{_BODY}\n一是稳住就业。{_BODY}\n第一，坚持改革。{_BODY}"
    ).report
    assert leads(report) == ["——经济运行回升。", "一是稳住就业。", "第一，坚持改革。"]


def test_ordinals_with_several_paragraphs_are_headings() -> None:
    text = f"一、工作安排\n{_BODY}\n第一，加强农业\n{_BODY}\n{_BODY}\n第二，改革企业\n{_BODY}\n{_BODY}"
    assert outline(imported(text).report)[1:] == [(2, "第一，加强农业"), (2, "第二，改革企业")]


def test_lists_of_numbered_sentences_stay_paragraphs() -> None:
    items = "".join(f"{n}、新建学校{n}0所。\n" for n in range(1, 6))
    report = imported(f"一、工作安排\n{_BODY}\n{items}{_BODY}").report
    assert outline(report) == [(1, "一、工作安排")]


def test_appendices_stand_apart() -> None:
    report = imported(
        f"一、工作回顾\n{_BODY}\n{_BODY}\n各位代表！让我们为建设美好家园而努力奋斗！{'奋进' * 10}！\n附件1\n2025年十件民生实事\n"
        "1．新建学校8所。\n附件2 名词解释\n［1］一降三减：降低成本。"
    ).report
    assert [section.heading for section in report.appendices] == [
        "附件1 2025年十件民生实事",
        "附件2 名词解释",
    ]
    assert [section.role for section in report.appendices] == [Role.OTHER, Role.OTHER]
    assert report.appendices[1].paragraphs[0].text == "［1］一降三减：降低成本。"


def test_a_report_on_one_line_is_parted() -> None:
    for parting in ("\u3000\u3000", "\u2003\u2003", " \u3000\u3000", "\u00a0" * 4, "    ", " \u00a0 \u00a0 "):
        text = parting.join(
            ["一、2019年工作回顾", _BODY, "（一）经济发展", _BODY * 20, "二、2020年任务", _BODY]
        )
        report = imported(text).report
        assert [heading for _, heading in outline(report)] == [
            "一、2019年工作回顾",
            "（一）经济发展",
            "二、2020年任务",
        ]


def test_a_report_on_one_line_with_plain_blanks_is_parted() -> None:
    text = " ".join(
        ["一、2019年工作回顾", _BODY * 6, "（一）经济发展", _BODY * 6, "二、2020年任务", _BODY * 6]
    )
    assert len(outline(imported(text).report)) == 3


@given(st.integers(20, 40), st.booleans())
def test_hard_wraps_are_joined(width: int, indented: bool) -> None:
    paragraphs = [_BODY * 2, "（一）坚持改革开放。" + _BODY * 3, _BODY, "（二）坚持改善民生。" + _BODY * 2]
    lines: list[str] = []
    for paragraph in paragraphs:
        text = ("\u3000\u3000" if indented else "") + paragraph
        lines += [text[i : i + width] for i in range(0, len(text), width)]
    report = imported("\n".join(lines)).report
    whole = "".join(block.text for block in report.blocks[1:])
    assert whole == "各位代表：" + "".join(paragraphs).replace("开放。", "开放").replace("民生。", "民生")
    if indented:
        assert len(report.blocks) == 2 + 1 + 2 * 2 + 1


def test_a_sentence_broken_by_a_link_is_joined() -> None:
    report = imported(f"一、回顾\n{_BODY}交出一份人\n\u200b\n民满意的答卷。\n{_BODY}").report
    assert report.sections[0].paragraphs[0].text == _BODY + "交出一份人民满意的答卷。"


def test_a_sentence_broken_behind_a_name_in_quotation_marks_is_joined() -> None:
    report = imported(
        f"一、回顾\n{_BODY * 2}新注册“三资”\n企业114户，投资增长。\n{_BODY}做到“两个维护”。\n{_BODY}"
    ).report
    assert [p.text for p in report.sections[0].paragraphs] == [
        f"{_BODY * 2}新注册“三资”企业114户，投资增长。",
        f"{_BODY}做到“两个维护”。",
        _BODY,
    ]


def test_numbering_never_nests_without_end() -> None:
    report = imported("一、标题\n" * 60 + "（一）标题\n" * 60).report
    assert max(part.depth for part in report.parts) <= 5


def test_a_heading_behind_a_colon_ends_its_line() -> None:
    report = imported(
        f"一、2019年工作安排\n我们将抓好以下工作：（一）推动经济稳中有进\n{_BODY}更便利。（二）培育新动能\n{_BODY}达到17.82%.（三）改善民生\n{_BODY}"
    ).report
    assert [heading for _, heading in outline(report)][1:] == [
        "（一）推动经济稳中有进",
        "（二）培育新动能",
        "（三）改善民生",
    ]


def test_two_headings_on_one_line_are_parted() -> None:
    report = imported(
        f"一、2019年回顾\n{_BODY}\n二、推进经济又好又快发展 （一）农业增效\n{_BODY}\n（二）工业增产\n{_BODY}"
    ).report
    assert outline(report)[1:] == [
        (1, "二、推进经济又好又快发展"),
        (2, "（一）农业增效"),
        (2, "（二）工业增产"),
    ]


def test_what_ran_into_a_heading_is_doubted() -> None:
    notes = imported(f"一、2019年回顾\n（一）经济较快增长全省生产总值增长8.6%，农业稳定\n{_BODY}").notes
    assert any("连在了一起" in note for note in notes)


def test_sentences_on_lines_of_their_own_are_joined_to_paragraphs() -> None:
    paragraphs = [
        f"产业升级迈出第{n}步。我们坚持发展。全市经济取得了新的成绩。人民生活持续改善。"
        for n in "一二三四五六"
    ]
    text = "一、2017年回顾\n\n" + "\n\n".join(p.replace("。", "。\n").strip() for p in paragraphs)
    report = imported(text).report
    assert [paragraph.text for paragraph in report.sections[0].paragraphs] == paragraphs


def test_many_who_are_addressed_at_once_can_be_taken_apart_in_one_way_only() -> None:
    crowd = "各位来宾、各位朋友" * 200  # in more ways than one, this would take for ever
    assert SALUTATION.match(f"各位代表、{crowd}们都好") is None
    assert SALUTATION.fullmatch(f"各位代表、{crowd}，同志们：")
