"""Line breaking, cell widths and the page they make."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from hzview.figures import detect_spans
from hzview.model import Paragraph, Position, Report, Section
from hzview.typeset import Measured, Row, RowStyle, Typesetter, cell_width, wrap

STARTS = set("，。、；：！？）”’》〉」』】〕,.;:!?)%％‰℃…·～")
ENDS = set("“‘《〈「『【〔（([{￥")


def lines(text: str, width: int, keep: tuple[tuple[int, int], ...] = (), indent: int = 0) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, keep, indent)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc 8.5%", 8),
        ("地区生产总值", 12),
        ("２４．７６％", 12),
        ("劣Ⅴ类", 5),
        ("e\u0301", 1),
        ("\u200b", 0),
        ("❤\ufe0f", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("👍🏽", 2),
        ("\x1b", 0),
    ],
)
def test_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_ambiguous_characters_follow_the_terminal() -> None:
    assert [cell_width(c, 1) for c in "“”·—…①℃Ⅴ"] == [1] * 8
    assert [cell_width(c, 2) for c in "“”·—…①℃Ⅴ"] == [2] * 8


def test_cells_agree_with_what_paints_the_screen() -> None:
    planes = [*range(0x20, 0x600), *range(0x2000, 0x3400), *range(0x4E00, 0xA000), *range(0xF900, 0x10000)]
    import unicodedata

    assigned = [chr(code) for code in planes if unicodedata.category(chr(code)) not in ("Cn", "Cs")]
    assert [c for c in assigned if cell_width(c) != cell_len(c)] == []


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("增长八点七，其中", 10, ["增长八点", "七，其中"]),
        ("全面推进（试点）", 10, ["全面推进", "（试点）"]),
        ("浓度PM2.5下降", 8, ["浓度", "PM2.5下", "降"]),
        ("提高到8.7%，居", 8, ["提高到", "8.7%，居"]),
        ('他们说:"好的"。', 8, ["他们说:", '"好的"。']),
        ("收入——支出", 5, ["收入", "——支", "出"]),
        ("自2016—2020年", 12, ["自", "2016—2020年"]),
        ("自2016—2020年", 9, ["自", "2016—2020", "年"]),
        ("建成于2018年", 10, ["建成于", "2018年"]),
        ("中国 制造", 4, ["中国 ", "制造"]),
        ("中国   制造", 5, ["中国   ", "制造"]),
        ("好（ 一）好", 7, ["好", "（ 一）", "好"]),
    ],
)
def test_breaks(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_a_kept_span_is_not_cut() -> None:
    text = "地区生产总值达到二万三千亿元，增长"
    start = text.index("二")
    assert lines(text, 20, ((start, start + 6),)) == ["地区生产总值达到", "二万三千亿元，增长"]


def test_too_narrow_lines_break_words_before_figures_before_marks() -> None:
    assert lines("abcdefgh", 3) == ["abc", "def", "gh"]
    assert lines("ab二万亿", 4, ((2, 5),)) == ["ab", "二万", "亿"]
    assert lines("“”“”", 1) == ["“", "”", "“", "”"]


def test_the_first_line_is_narrower_by_the_indent() -> None:
    assert lines("一二三四五六", 8, indent=4) == ["一二", "三四五六"]


def test_both_cells_of_a_wide_character_give_its_offset() -> None:
    measured = Measured("a国“b")
    assert [measured.offset_at(0, 4, cell) for cell in range(-1, 7)] == [0, 0, 1, 1, 2, 3, 4, 4]


def _report() -> Report:
    body = Paragraph("产业转型升级迈出新步伐。全面推进试点示范城市建设，规上工业增加值增长8.7%。", 12)
    inner = Section("坚持提质增效", "(一)", paragraphs=(body, Paragraph("第二段。")))
    return Report(
        "2018年湖州市政府工作报告",
        date="2018-01-24",
        meeting="在湖州市第八届人民代表大会第二次会议上",
        speaker="市长 某某",
        paragraphs=(Paragraph("各位代表："),),
        sections=(Section("2017年主要工作", "一、", sections=(inner,)),),
    )


def test_a_page() -> None:
    setter = Typesetter(_report(), 40)
    page = [" " * row.indent + setter.text_of(row) for row in setter.rows()]
    assert page == [
        "        2018年湖州市政府工作报告",
        "             2018年1月24日",
        " 在湖州市第八届人民代表大会第二次会议上",
        "               市长 某某",
        "",
        "    各位代表：",
        "",
        "",
        "一、2017年主要工作",
        "",
        "(一)坚持提质增效",
        "",
        "    产业转型升级迈出新步伐。全面推进试点",
        "示范城市建设，规上工业增加值增长8.7%。",
        "    第二段。",
    ]


def test_a_page_covers_every_block() -> None:
    report = _report()
    setter = Typesetter(report, 30)
    for index, block in enumerate(report.blocks):
        shown = [row for row in setter.rows_of(index) if row.style not in (RowStyle.AIR, RowStyle.BYLINE)]
        assert "".join(block.text[row.start : row.end] for row in shown) == block.text


def test_the_measure_bounds_the_column_and_a_resize_beyond_it_changes_nothing() -> None:
    setter = Typesetter(_report(), 200, measure=60)
    assert setter.width == 60
    assert not setter.resize(120)
    assert setter.resize(40)
    assert max(row.indent + cell_width(setter.text_of(row)) for row in setter.rows()) <= 40


def test_kept_spans_are_asked_for_once_a_block_whatever_the_width() -> None:
    asked: list[int] = []

    def keep(block: int) -> tuple[tuple[int, int], ...]:
        asked.append(block)
        return ()

    setter = Typesetter(_report(), 40, keep=keep)
    setter.rows_of(1)
    assert asked == [1]
    list(setter.rows())
    setter.resize(50)
    list(setter.rows())
    assert sorted(asked) == list(range(len(_report().blocks)))


def test_places_and_cells_are_each_others_inverse() -> None:
    report = _report()
    setter = Typesetter(report, 30)
    for index, block in enumerate(report.blocks):
        rows = setter.rows_of(index)
        for offset in range(len(block.text)):
            row = rows[setter.row_at(Position(index, offset))]
            assert row.start <= offset < row.end
            cell = setter.cell_of(row, offset)
            covered = range(cell, cell + cell_width(block.text[offset]))
            assert {setter.offset_at(row, inside) for inside in covered} == {offset}


def test_rows_without_text_lead_to_their_block() -> None:
    report = _report()
    setter = Typesetter(report, 40)
    byline: Row = setter.rows_of(0)[1]
    assert setter.offset_at(byline, 10) == len(report.title)
    air = setter.rows_of(1)[0]
    assert (setter.text_of(air), setter.offset_at(air, 3), setter.cell_of(air, 0)) == ("", 0, 0)
    assert setter.row_at(Position(1, 0)) == 1
    assert setter.row_at(Position(1, 999)) == 1


def _amiss(text: str, width: int, measured: Measured, keep: tuple[tuple[int, int], ...]) -> list[str]:
    """What is wrong with the lines of one paragraph, each with the text around it."""
    covered = measured.lines(width, 4)
    assert covered[0][0] == 0
    assert covered[-1][1] == len(text)
    assert [start for start, _ in covered[1:]] == [end for _, end in covered[:-1]]
    shown = [text[start:end].strip() for start, end in covered]
    amiss = [line for line in shown[1:] if line[0] in STARTS]
    amiss += [line for line in shown[:-1] if line[-1] in ENDS]
    for _, end in covered:
        amiss += [
            text[first:last] for first, last in keep if first < end < last and last - first < width // 2 - 4
        ]
    return amiss


def test_the_bundled_report_has_no_forbidden_line_and_no_cut_figure_at_any_width(bundled: Report) -> None:
    texts = [block.text for block in bundled.blocks]
    measured = [(text, Measured(text, detect_spans(text)), detect_spans(text)) for text in texts]
    assert sum(len(keep) for _, _, keep in measured) > 100
    amiss = [_amiss(text, width, ready, keep) for width in range(24, 121) for text, ready, keep in measured]
    assert [lines for lines in amiss if lines] == []


def test_real_reports_have_none_either(shared: Path) -> None:
    files = sorted((shared / "reports" / "messy").glob("*.txt"))[:6]
    lines = [line.strip() for path in files for line in path.read_text("utf-8", "replace").splitlines()]
    texts = [line for line in lines if len(line) > 40][:300]
    assert texts
    measured = [(text, Measured(text, detect_spans(text)), detect_spans(text)) for text in texts]
    amiss = [_amiss(text, width, ready, keep) for width in range(24, 121) for text, ready, keep in measured]
    assert [lines for lines in amiss if lines] == []


def test_the_day_stands_above_the_congress_where_both_have_no_room_in_a_line() -> None:
    report = Report("报告", date="2018-01-24", meeting="湖州市第八届人民代表大会第三次会议", speaker="钱三雄")

    def bylines(width: int) -> list[str]:
        return [row.label for row in Typesetter(report, width).rows_of(0) if row.style is RowStyle.BYLINE]

    assert bylines(60) == ["2018年1月24日 湖州市第八届人民代表大会第三次会议", "钱三雄"]
    assert bylines(40) == ["2018年1月24日", "湖州市第八届人民代表大会第三次会议", "钱三雄"]


def test_air_parts_what_closes_a_section_from_its_last_subsection() -> None:
    inner = Section("小节", paragraphs=(Paragraph("甲。"), Paragraph("乙。")))
    report = Report(
        "报告", sections=(Section("章", sections=(inner,), coda=(Paragraph("丙。"), Paragraph("丁。"))),)
    )
    setter = Typesetter(report, 40)
    airs = [sum(row.style is RowStyle.AIR for row in setter.rows_of(index)) for index in range(3, 7)]
    assert airs == [1, 0, 1, 0]


@given(st.text("稳中求进，。、；：”（8.5%a ", max_size=120), st.integers(8, 40), st.sampled_from((0, 4)))
def test_marks_hang_beyond_the_width_and_nothing_else_does(text: str, width: int, indent: int) -> None:
    measured = Measured(text)
    lines = measured.lines(width, indent, hang=True)
    assert "".join(text[start:end] for start, end in lines) == text
    for number, (start, end) in enumerate(lines):
        drawn = measured.drawn_end(start, end)
        over = measured.cells(start, drawn) - (width if number else width - indent)
        if over > 0 and drawn - start > 1:
            assert text[drawn - 1] in "，。、；："
            assert over <= 2
    assert len(lines) <= len(measured.lines(width, indent))


def test_a_comma_hangs_where_it_would_take_a_character_along() -> None:
    assert Measured("稳中求进，好").lines(8) == [(0, 3), (3, 6)]
    assert Measured("稳中求进，好").lines(8, hang=True) == [(0, 5), (5, 6)]
    assert Measured("稳中求进。”好").lines(8, hang=True) == [(0, 3), (3, 7)]
    assert Measured("稳中求进 ，好").lines(8, hang=True) == Measured("稳中求进 ，好").lines(8)


def spaced(text: str, ambiguous: int = 1) -> str:
    return Measured(text, (), ambiguous, autospace=True).drawn(0, len(text))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("增长8.5%，达2476.1亿元", "增长 8.5%，达 2476.1 亿元"),
        ("8.5%左右，11‰以内，90°的角", "8.5% 左右，11‰ 以内，90° 的角"),
        ("浓度PM2.5下降", "浓度 PM2.5 下降"),
        ("于2018年1月24日在", "于 2018 年 1 月 24 日在"),
        ("二〇一八A〇B", "二〇一八 A 〇 B"),
        ("38km²的湖", "38km² 的湖"),
        ("增长 8.5% 左右", "增长 8.5% 左右"),
        ("增长\u30008.5%\u200b左右", "增长\u30008.5%\u200b左右"),
        ("增长（8.5%）的“5G+”、《C》", "增长（8.5%）的“5G+”、《C》"),
        ("收窄到-5%。AEO[1]认证，百分号%的", "收窄到-5%。AEO[1]认证，百分号%的"),
        ("增长７２．５％，３Ａ级，㎡5", "增长７２．５％，３Ａ级，㎡5"),
        ("2016—2020年", "2016—2020 年"),
        ("cafe\u0301国e\u0301", "cafe\u0301 国 e\u0301"),
        ("国", "国"),
        ("", ""),
    ],
)
def test_chinese_is_spaced_from_latin_and_digits_and_from_nothing_else(text: str, drawn: str) -> None:
    assert spaced(text) == drawn


def test_what_the_terminal_draws_in_two_cells_has_its_air() -> None:
    assert (spaced("低于5℃的α粒子", 1), spaced("低于5℃的α粒子", 2)) == ("低于 5℃ 的 α 粒子", "低于 5℃的α粒子")


def drawn_lines(text: str, width: int, keep: tuple[tuple[int, int], ...] = ()) -> list[str]:
    measured = Measured(text, keep, autospace=True)
    return [measured.drawn(start, end) for start, end in measured.lines(width)]


def test_no_space_is_drawn_at_the_ends_of_a_line() -> None:
    assert drawn_lines("其中增长8.5%左右", 9) == ["其中增长", "8.5% 左右"]
    assert drawn_lines("其中增长8.5%左右", 7) == ["其中增", "长 8.5%", "左右"]
    assert drawn_lines("浓度PM2.5下降", 5) == ["浓度", "PM2.5", "下降"]


def test_a_space_gives_no_chance_to_break() -> None:
    assert drawn_lines("到达2476.1亿元", 12, ((2, 10),)) == ["到达", "2476.1 亿元"]
    assert drawn_lines("建成于2018年", 11) == ["建成于", "2018 年"]


def test_a_space_is_no_character() -> None:
    measured = Measured("长8.5亿", autospace=True)
    assert measured.cells(0, 5) == 9
    assert [measured.offset_at(0, 5, cell) for cell in range(10)] == [0, 0, 1, 1, 2, 3, 4, 4, 4, 5]
    assert [measured.cell_of(0, offset) for offset in range(5)] == [0, 3, 4, 5, 7]
    assert [measured.index_of(0, offset) for offset in range(5)] == [0, 2, 3, 4, 6]
    assert (measured.cells(1, 4), measured.cells(1, 1), measured.drawn(1, 4)) == (3, 0, "8.5")


def test_a_page_with_spaces() -> None:
    setter = Typesetter(_report(), 40, autospace=True)
    rows = list(setter.rows())
    texts = [setter.text_of(row) for row in rows]
    assert texts[0] == "2018 年湖州市政府工作报告"
    assert texts[1] == "2018 年 1 月 24 日"
    assert "一、2017 年主要工作" in texts
    assert max(row.indent + cell_width(setter.text_of(row)) for row in rows) <= 40
    row = rows[0]
    assert [cell for cell in range(40) if setter.on_space(row, cell)] == [row.indent + 4]
    assert (setter.index_of(row, 3), setter.index_of(row, 4), setter.index_of(row, 99)) == (3, 5, 15)
