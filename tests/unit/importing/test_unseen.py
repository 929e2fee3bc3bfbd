"""Files as people have them: headings, lines and pages in forms that the reports known so far do not have."""

from __future__ import annotations

import pytest

from hzview.importing import import_report
from hzview.importing.markers import Style, marker
from hzview.model import Report
from tests.unit.importing import made

_BODY = (
    "我们坚持以人民为中心的发展思想，着力推动高质量发展，全市经济社会发展取得了新的成绩，人民生活持续改善。"
)
_TITLES = ("一、2017年工作回顾", "（一）坚持提质增效，实体经济稳中向好", "二、2018年工作安排")
_LONG = tuple(
    "".join(f"第{n}项工作，{_BODY}" for n in numbers) for numbers in ("一二三四", "五六七八", "九十百千")
)


def outline(report: Report) -> list[tuple[int, str]]:
    return [(part.depth, part.section.heading) for part in report.parts[1:]]


def paragraphs(report: Report) -> list[str]:
    return [paragraph.text for part in report.parts[1:] for paragraph in part.section.paragraphs]


def read(text: str, name: str = "x.txt") -> Report:
    return import_report(text.encode(), name).report


@pytest.mark.parametrize(
    ("text", "style", "value", "end"),
    [
        ("㈢坚持", Style.BRACKETED, 3, 1),
        ("㈩ 坚持", Style.BRACKETED, 10, 2),
        ("⑶坚持", Style.ARABIC_BRACKETED, 3, 1),
        ("⒊坚持", Style.ARABIC, 3, 1),
        ("一．1986年工作", Style.NUMERAL, 1, 2),
        ("一.1986年工作", Style.NUMERAL, 1, 2),
        ("（ 二 ）坚持", Style.BRACKETED, 2, 5),
        ("３．坚持", Style.ARABIC, 3, 2),
    ],
)
def test_marks_as_they_are_printed(text: str, style: Style, value: int, end: int) -> None:
    found = marker(text)
    assert found is not None
    assert (found.style, found.value, found.end) == (style, value, end)


@pytest.mark.parametrize("text", ["一.5倍", "一．2万", "㊣坚持"])
def test_what_is_no_mark(text: str) -> None:
    assert marker(text) is None


def test_the_point_of_a_number_stays_a_point() -> None:
    report = read(f"各位代表：\n一.1986年的回顾\n{_BODY}\n二.关于今后的任务\n{_BODY}")
    assert [section.number for section in report.sections] == ["一.", "二."]


def test_a_bare_number_belongs_to_the_title_below_it() -> None:
    lines = [part for title in _TITLES for part in (title[:2], title[2:], _BODY) if title[1] == "、"]
    page = "".join(f"<p align='center'>{line}</p>" for line in ["各位代表：", *lines])
    assert outline(read(f"<html><body>{page}</body></html>", "x.html")) == [(1, _TITLES[0]), (1, _TITLES[2])]


def test_a_heading_that_is_broken_inside_of_its_bold_print_is_one() -> None:
    one, two, three = _TITLES
    page = (
        f"<p>各位代表：</p><p><b>{one[:6]}<br>{one[6:]}</b></p><p>{_BODY}</p><h3>{two[:11]}<br/>{two[11:]}</h3><p>{_BODY}</p>"
        f"<p><b>{three}</b><br><b>加快发展</b>{_BODY}</p>"
    )
    assert outline(read(f"<html><body>{page}</body></html>", "x.html")) == [(1, one), (2, two), (1, three)]
    run = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{two[:11]}</w:t><w:br/><w:t>{two[11:]}</w:t></w:r>"
    texts = [made.paragraph(text) for text in ("各位代表：", one, _BODY)]
    data = made.docx(
        *texts, f"<w:p>{run}</w:p>", made.paragraph(_BODY), made.paragraph(three), made.paragraph(_BODY)
    )
    assert outline(import_report(data, "x.docx").report) == [(1, one), (2, two), (1, three)]


def wrapped() -> list[str]:
    """Return a report of three sections in lines as a page has them, first lines standing in."""
    texts = [text for title, body in zip(_TITLES, _LONG, strict=True) for text in (title, body)]
    return ["\u3000\u3000各位代表："] + [
        line
        for text in texts
        for line in [("\u3000\u3000" + text)[i : i + 28] for i in range(0, len(text) + 2, 28)]
    ]


@pytest.mark.parametrize("form", ["pre", "br", "div", "docx"])
def test_lines_of_a_page_become_paragraphs_by_their_indents_in_every_format(form: str) -> None:
    lines = wrapped()
    if form == "docx":
        report = import_report(made.docx(*map(made.paragraph, lines)), "x.docx").report
    else:
        page = {
            "pre": "<pre>\n" + "\n".join(lines) + "\n</pre>",
            "br": "<div>"
            + "<br>\n".join(line.replace("\u3000", "&nbsp;&nbsp;") for line in lines)
            + "</div>",
            "div": "".join(f"<div>{line}</div>" for line in lines),
        }[form]
        report = read(f"<html><body>{page}</body></html>", "x.html")
    assert outline(report) == [(1, _TITLES[0]), (2, _TITLES[1]), (1, _TITLES[2])]
    assert paragraphs(report) == list(_LONG)


def test_blanks_inside_of_a_number_part_no_line() -> None:
    text = " ".join(
        ["一、2017年工作回顾", *_LONG, f"（ 二 ） 坚持改善民生。{_BODY * 20}", "二、2018年工作安排", _BODY]
    )
    assert (2, "（二）坚持改善民生") in outline(read("各位代表： " + text))


def test_a_speaker_in_traditional_characters_is_named_as_printed() -> None:
    head = "政府工作報告\n——2016年1月30日在鞍山市第十二屆人民代表大會第四次會議上\n市長 王麗華\n同志們：\n"
    report = read(head + f"一、工作回顧\n{_BODY}\n二、工作安排\n{_BODY}")
    assert (report.speaker, report.region) == ("王麗華", "鞍山市")
    assert report.paragraphs[0].text == "同志們："


@pytest.mark.parametrize(
    "opening",
    [
        "各位代表：",
        "主席团、各位代表：",
        "大会主席团，各位代表：",
        "主席、各位代表：",
        "各位领导、同志们：",
        "各位代表、同志们：",
        "各位代表，同志们：",
        "尊敬的各位代表、各位委员：",
        "同志们：",
        "我代表市人民政府向大会报告工作，请予审议。",
        "现在，我受市人民政府委托，向大会作报告，请予审查：",
        "2017年是极不平凡的一年。",
    ],
)
def test_the_first_words_are_of_the_body(opening: str) -> None:
    head = "政府工作报告\n——2016年1月30日在湖州市第七届人民代表大会第六次会议上\n湖州市市长 陈伟俊\n"
    report = read(f"{head}{opening}\n一、2015年工作回顾\n{_BODY}\n二、2016年工作安排\n{_BODY}")
    assert [paragraph.text for paragraph in report.paragraphs] == [opening]
    assert report.speaker == "陈伟俊"


@pytest.mark.parametrize(
    "line",
    [
        "以下是小编整理的政府工作报告。",
        "欢迎阅读。",
        "（2016年1月30日在湖州市第七届人民代表大会第六次会议上）。",
    ],
)
def test_what_introduces_a_report_is_not_of_the_body(line: str) -> None:
    report = read(
        f"2016年湖州市政府工作报告\n{line}\n各位代表：\n一、2015年工作回顾\n{_BODY}\n二、任务\n{_BODY}"
    )
    assert [paragraph.text for paragraph in report.paragraphs] == ["各位代表："]
