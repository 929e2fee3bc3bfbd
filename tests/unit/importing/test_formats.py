"""HTML, Word and PDF; limits; what is no report."""

from __future__ import annotations

import base64
import os
import re
import stat
import sys
from pathlib import Path

import pytest

from hzview.errors import HzviewError
from hzview.importing import import_report
from hzview.limits import DEFAULT, parsed
from hzview.model import Report
from tests.unit.importing import made
from tests.unit.importing.material import body

_BODY = (
    "我们坚持以人民为中心的发展思想，着力推动高质量发展，全市经济社会发展取得了新的成绩，人民生活持续改善。"
)


def outline(report: Report) -> list[str]:
    return [part.section.heading for part in report.parts[1:]]


def test_html_gives_the_article() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>2018年湖州市政府工作报告</title><style>p{}</style><script>var 变量;</script></head>"
        "<body><div class='nav'>首页 政务</div><ul><li><a href='/a'>相关的新闻</a></li></ul><div id='zoom'>"
        f"<p>各位代表：</p><h2>一、2017年回顾</h2><p>{_BODY}<b>重点</b>&amp;其他。</p><p><strong>加快发展。</strong>{_BODY}</p>"
        f"<p style='display:none'>看不见</p><p>第一行。<br>{_BODY}</p></div><footer>版权所有</footer></body></html>"
    )
    found = import_report(page.encode("gbk", "replace"), "x.html")
    text = body(found.report)
    assert found.report.title == "2018年湖州市政府工作报告"
    assert outline(found.report) == ["一、2017年回顾"]
    assert not any(word in text for word in ("首页", "相关的新闻", "版权", "看不见", "变量"))
    assert "重点&其他。" in text
    assert "加快发展。" in [block.text[: block.lead] for block in found.report.blocks]
    assert {"首页 政务", "相关的新闻", "版权所有"} <= {removal.text for removal in found.removed}


def test_what_hides_the_whole_article_is_shown_by_a_script() -> None:
    page = (
        "<html><body><p style='display:none'>看不见</p><div style='visibility: hidden; opacity: 0'>"
        f"<p>各位代表：</p><p>一、2017年回顾</p><p>{_BODY}</p><p>同时，{_BODY}</p></div></body></html>"
    )
    text = body(import_report(page.encode(), "x.html").report)
    assert text.count(_BODY) == 2
    assert "看不见" not in text


def test_line_ends_of_the_source_part_no_chinese_words() -> None:
    page = f"<html><body><p>各位代表：</p><p>一、2017年\n回顾</p><p>{_BODY}\n  {_BODY}\nGDP 增长</p></body></html>"
    report = import_report(page.encode(), "x.html").report
    assert outline(report) == ["一、2017年回顾"]
    assert report.sections[0].paragraphs[0].text == f"{_BODY}{_BODY}GDP 增长"


def test_short_lines_behind_the_article_go_whatever_they_say() -> None:
    page = (
        f"<html><body><div><p>各位代表：</p><p>一、2017年回顾</p><p>{_BODY}</p><p>同时，{_BODY * 9}</p><p>谢谢大家</p></div>"
        "<div>城市名片</div><p>某某热线</p><div>附件：名词解释</div><p>1．低小散：低端、小型、分散的企业和作坊，是整治的对象。</p></body></html>"
    )
    found = import_report(page.encode(), "x.html")
    text = body(found.report)
    assert "谢谢大家" in text
    assert "城市名片" not in text
    assert "某某热线" not in text
    assert {"城市名片", "某某热线"} <= {removal.text for removal in found.removed}
    assert [section.heading for section in found.report.appendices] == ["附件：名词解释"]


def test_broken_tags_are_survived() -> None:
    page = f'"<divclass="title"><h2>2007年玉溪市政府工作报告</h2></p></div><divclass="p"><p>各位代表：</p><p>一、回顾</p><p>{_BODY}'
    found = import_report(page.encode(), "x.html").report
    assert found.region == "玉溪市"
    assert outline(found) == ["一、回顾"]
    assert "divclass" not in body(found)


def test_a_table_that_frames_a_text_is_read_as_text() -> None:
    texts = ["政府工作报告", "各位代表：", "一、2017年回顾", _BODY, "二、2018年任务", _BODY]
    inside = "".join(made.paragraph(text) for text in texts)
    report = import_report(made.docx(f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"), "x.docx").report
    assert outline(report) == ["一、2017年回顾", "二、2018年任务"]
    assert [p.text for section in report.sections for p in section.paragraphs] == [_BODY, _BODY]


def test_pandoc_spans_and_links_of_scripts_are_no_text() -> None:
    text = (
        "[]{#_Toc12 .anchor}**一、2017年回顾**\n\n" + _BODY + "[重点]{.underline}。\n\n"
        "[打印](javascript:window.print())\n\n**二、2018年任务**\n\n" + _BODY
    )
    report = import_report(text.encode(), "x.md").report
    assert outline(report) == ["一、2017年回顾", "二、2018年任务"]
    assert report.sections[0].paragraphs[0].text == _BODY + "重点。"


def test_docx_numbers_footnotes_text_boxes_and_revisions() -> None:
    number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='7'/></w:numPr>"
    box = f"<w:r><w:pict><w:txbxContent>{made.paragraph('框里的文字也是正文。' + _BODY)}</w:txbxContent></w:pict></w:r>"
    file = made.docx(
        made.paragraph("2020年湖州市政府工作报告"),
        made.paragraph("各位代表："),
        made.paragraph("2019年工作回顾", properties=number, bold=True),
        made.paragraph(_BODY, inside="<w:r><w:footnoteReference w:id='2'/></w:r>"),
        made.paragraph(_BODY, inside="<w:del><w:r><w:delText>删去的</w:delText></w:r></w:del>" + box),
        made.paragraph("2020年工作任务", properties=number),
        made.paragraph(_BODY, inside="<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起来的</w:t></w:r>"),
        f"<w:tbl><w:tr><w:tc>{made.paragraph('指标')}</w:tc><w:tc>{made.paragraph('增长8%')}</w:tc></w:tr></w:tbl>",
        parts={
            "numbering.xml": "<w:abstractNum w:abstractNumId='3'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
            "<w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl></w:abstractNum>"
            "<w:num w:numId='7'><w:abstractNumId w:val='3'/></w:num>",
            "footnotes.xml": f"<w:footnote w:id='2'>{made.paragraph('一降三减：降低成本。')}</w:footnote>",
        },
    )
    found = import_report(file, "x.docx").report
    text = body(found)
    assert outline(found)[:2] == ["一、2019年工作回顾", "二、2020年工作任务"]
    assert found.appendices[0].title == "注释"
    assert found.appendices[0].paragraphs[0].text == "[1] 一降三减：降低成本。"
    assert _BODY + "[1]" in text
    assert "框里的文字也是正文。" in text
    assert "指标 | 增长8%" in text
    assert "删去的" not in text
    assert "藏起来的" not in text


def test_pdf_lines_become_paragraphs() -> None:
    longs = [f"第{page}点想法。" + _BODY.replace("人民", "人民" * page) * 6 for page in (1, 2, 3)]
    pages = []
    for page, long in enumerate(longs, start=1):
        rows = [long[i : i + 30] for i in range(0, len(long), 30)]
        pieces = [(200.0, 810.0, "某某会议文件"), (280.0, 30.0, f"—{page}—")]
        pieces += [(96.0 if i == 0 else 72.0, 780.0 - 20 * i, row) for i, row in enumerate(rows)]
        pages.append(pieces)
    pages[0][2:2] = [(200.0, 800.0, "2020年湖州市政府工作报告"), (96.0, 790.0, "各位代表：")]
    found = import_report(made.pdf(pages), "x.pdf")
    assert found.report.year == 2020
    assert [block.text for block in found.report.blocks[1:]] == ["各位代表：", *longs]
    assert sum("页眉" in removal.reason for removal in found.removed) == 6
    assert found.unit == "页"


def test_raised_marks_and_radicals_of_a_pdf() -> None:
    file = made.pdf(
        [
            [
                (72.0, 720.0, "各位代表："),
                (72.0, 700.0, "创新驱动"),
                (120.0, 705.0, "[1]"),
                (140.0, 700.0, "深入⼈⼼。" + _BODY),
            ]
        ]
    )
    found = import_report(file, "x.pdf")
    assert found.report.blocks[-1].text == "创新驱动[1]深入人心。" + _BODY
    assert [(removal.text, removal.instead) for removal in found.removed] == [("⼈", "人"), ("⼼", "心")]


def test_footnotes_of_a_pdf_do_not_break_into_its_text() -> None:
    parts = [f"第{n}项工作推动发展取得了新的成绩，" * 9 + "人民满意。" for n in "一二三四"]
    pages: list[list[tuple[float, float, str]]] = []
    for number, part in enumerate(parts, start=1):
        rows = [part[i : i + 24] for i in range(0, len(part), 24)]
        page = [(72.0, 780.0 - 20 * i, row) for i, row in enumerate(rows)]
        page += [(400.0, 785.0 - 20 * (len(rows) - 1), str(number))]
        page += [
            (72.0, 95.0, f"{number} 新名词：指工作的第{number}项名词，由"),
            (72.0, 84.0, "市政府解释。"),
            (300.0, 40.0, f"— {number} —"),
        ]
        pages.append(page)
    pages[0][0:0] = [(96.0, 820.0, "各位代表："), (96.0, 800.0, "一、工作回顾")]
    found = import_report(made.pdf(pages, small=100.0), "x.pdf")
    text = "".join(paragraph.text for section in found.report.sections for paragraph in section.paragraphs)
    assert text == "".join(f"{part}[{number}]" for number, part in enumerate(parts, start=1))
    assert [[p.text for p in appendix.paragraphs] for appendix in found.report.appendices] == [
        [f"[{n}] 新名词：指工作的第{n}项名词，由市政府解释。" for n in range(1, 5)]
    ]


def test_a_mark_that_is_broken_off_to_the_next_line_stays_with_its_line() -> None:
    page = [(72.0, 210.0 - 20 * i, row) for i, row in enumerate(["各位代表：", "一、工作回顾", _BODY])]
    page += [(72.0, 158.0, "1"), (72.0, 60.0, "1 新名词：由市政府解释。")]
    report = import_report(made.pdf([page], small=160.0), "x.pdf").report
    assert [p.text for p in report.sections[0].paragraphs] == [_BODY + "[1]"]


def test_small_print_without_marks_in_the_text_is_no_footnote() -> None:
    page = [(72.0, 780.0 - 20 * i, f"第{i}项，{_BODY[:20]}") for i in range(8)]
    page += [(72.0, 95.0, "1 数据为初步核算数，以公布的为准。")]
    found = import_report(made.pdf([page], small=100.0), "x.pdf")
    assert found.report.appendices == ()
    assert "初步核算数" in body(found.report)


def test_a_scanned_pdf_needs_ocr() -> None:
    with pytest.raises(HzviewError, match=r"扫描\.pdf.*OCR"):
        import_report(made.pdf([[(10.0, 10.0, "章")], []]), "扫描.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_an_old_word_file_goes_through_a_converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HzviewError, match=r"旧\.doc.*LibreOffice.*另存为"):
        import_report(data, "旧.doc")
    script = tmp_path / "antiword"
    script.write_text(
        f"#!/bin/sh\necho '各位代表：'\necho '一、2019年回顾'\necho '{_BODY}'\n", encoding="utf-8"
    )
    os.chmod(script, script.stat().st_mode | stat.S_IXUSR)
    found = import_report(data, "旧.doc")
    assert outline(found.report) == ["一、2019年回顾"]
    assert any("antiword" in note for note in found.notes)
    script.write_text(f"#!/bin/sh\necho 'R-NÃ_0Ï‘P[Ñyf{_BODY}'\n", encoding="utf-8")
    with pytest.raises(HzviewError, match="antiword 读不出"):
        import_report(data, "旧.doc")
    with pytest.raises(HzviewError, match="RTF 文件需要转换程序；请安装 LibreOffice，或"):
        import_report(b"{\\rtf1 x}", "旧.rtf")
    script.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    with pytest.raises(HzviewError, match="antiword 读不出"):
        import_report(data, "旧.doc")
    script.write_text("#!/bin/sh\n/bin/sleep 60 &\n/bin/sleep 60\n", encoding="utf-8")
    with pytest.raises(HzviewError, match=r"antiword 转换了 1 秒还没完，已停止；.*converter_seconds=3，"):
        import_report(data, "旧.doc", limits=DEFAULT.raised({"converter_seconds": 1}))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 100,
        b"PK\x03\x04 cut off",
        made.docx("<w:p>" * 1000),
        made.docx("<w:p></w:p>"),
        b"%PDF-1.7 nothing",
        bytes(range(256)) * 20,
        b"<html><p></p><p></p><!-- ",
    ],
)
def test_what_is_no_report_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(HzviewError) as caught:
        import_report(data, "名字")
    assert str(caught.value).startswith("名字：")
    assert "\n" not in str(caught.value)


def test_entities_are_never_expanded() -> None:
    file = made.docx(made.paragraph(_BODY * 2)).replace(b"x", b"x")
    bomb = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
    assert "aaaa" not in body(import_report(file, "x").report)
    page = f"{bomb}<html><p>各位代表：</p><p>{_BODY}&b;</p></html>"
    assert "aaaa" not in body(import_report(page.encode(), "x").report)


@pytest.mark.parametrize(
    ("limit", "value", "data"),
    [
        ("file_mb", 1, _BODY.encode() * 9_000),
        ("characters", 50, (_BODY * 2).encode()),
        ("line", 50, (_BODY * 2).encode()),
        ("paragraphs", 3, "好的。\n".encode() * 9),
        ("html", 100, f"<html><p></p><p>{_BODY * 4}</p></html>".encode()),
        ("tags", 10, b"<html>" + b"<p>x</p>" * 20),
        ("unpacked_mb", 1, made.docx(made.paragraph(_BODY * 9_000))),
        ("pages", 1, made.pdf([[(10.0, 10.0, _BODY)]] * 2)),
    ],
)
def test_what_is_beyond_a_limit_is_refused_and_goes_with_the_limit_that_is_proposed(
    limit: str, value: int, data: bytes
) -> None:
    with pytest.raises(HzviewError, match=rf"名字：.*超过.*HZVIEW_LIMITS={limit}=\d+，") as caught:
        import_report(data, "名字", limits=DEFAULT.raised({limit: value}))
    proposed = parsed(re.findall(r"HZVIEW_LIMITS=(\w+=\d+)", str(caught.value))[0])
    assert import_report(data, "名字", limits=DEFAULT.raised(proposed)).report.blocks


def test_a_pdf_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text("import time\ntime.sleep(60)\n", encoding="utf-8")
    monkeypatch.setattr("hzview.importing.pdf._READER", slow)
    with pytest.raises(HzviewError, match=r"已停止；.*HZVIEW_LIMITS=pdf_seconds=3，"):
        import_report(made.pdf([[(10.0, 10.0, _BODY)]]), "x.pdf", limits=DEFAULT.raised({"pdf_seconds": 1}))


def test_a_table_of_data_stands_row_by_row() -> None:
    page = (
        f"<html><p>各位代表：</p><p>{_BODY}</p><table><tr><th>指标</th><th>目标</th></tr><tr><td>生产总值</td><td>8%</td></tr>"
        f"</table><table><tr><td><p>{_BODY}版面。</p></td><td><p>{_BODY}栏目。</p></td></tr></table></html>"
    )
    texts = [block.text for block in import_report(page.encode(), "x").report.blocks]
    assert "指标 | 目标" in texts
    assert "生产总值 | 8%" in texts
    assert f"{_BODY}版面。" in texts


def test_a_page_saved_as_one_file_is_read() -> None:
    page = f"<html><p>各位代表：</p><p>一、回顾</p><p>{_BODY}</p></html>".encode("gbk")
    archive = (
        b'From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(page)
        + b"\r\n--x\r\nContent-Type: image/png\r\n\r\n0\r\n--x--\r\n"
    )
    assert outline(import_report(archive, "x.mhtml").report) == ["一、回顾"]
    with pytest.raises(HzviewError, match="没有网页"):
        import_report(archive.replace(b"text/html", b"text/none"), "x.mhtml")


def test_a_text_with_tags_left_over_is_a_text() -> None:
    text = (
        f"2018年湖州市政府工作报告<br>\n各位代表：\n一、2017年回顾\n{_BODY}<b>好</b>。\n{_BODY}<br/>{_BODY}\n"
        + f"{_BODY}\n" * 6
    )
    found = import_report(text.encode(), "x.txt")
    texts = [block.text for block in found.report.blocks]
    assert texts[:5] == ["2018年湖州市政府工作报告", "各位代表：", "一、2017年回顾", f"{_BODY}好。", _BODY]
    assert not any("<" in block for block in texts)
    assert any("标签" in note for note in found.notes)
