"""Title, region, year, date, meeting and speaker, and why."""

from __future__ import annotations

import pytest

from hzview.errors import HzviewError
from hzview.importing import Imported, import_report
from hzview.importing.places import level_of, region_in
from hzview.model import Role

_BODY = "各位代表：\n现在，我向大会报告政府工作，请予审议。\n一、工作回顾\n我们坚持发展，我市的各项工作取得了新的成绩，人民生活持续改善，社会保持稳定。\n"


def imported(head: str, body: str = _BODY, name: str = "x.txt") -> Imported:
    return import_report((head + body).encode(), name)


def test_the_meeting_line_says_most() -> None:
    found = imported(
        "政 府 工 作 报 告\n——2016年1月30日在湖州市第七届人民代表大会第六次会议上\n湖州市市长 陈伟俊\n"
    ).report
    assert (found.title, found.region, found.level, found.year) == (
        "2016年湖州市政府工作报告",
        "湖州市",
        "prefecture",
        2016,
    )
    assert (found.date, found.speaker) == ("2016-01-30", "陈伟俊")
    assert found.meeting == "湖州市第七届人民代表大会第六次会议"


@pytest.mark.parametrize("cut", range(12, 33))
def test_a_meeting_line_that_is_broken_anywhere_is_whole(cut: int) -> None:
    line = "——2016年1月30日在湖州市第七届人民代表大会第六次会议上"
    found = imported(f"政府工作报告\n{line[:cut]}\n{line[cut:]}\n湖州市市长 陈伟俊\n").report
    assert (found.meeting, found.region, found.date, found.speaker) == (
        "湖州市第七届人民代表大会第六次会议",
        "湖州市",
        "2016-01-30",
        "陈伟俊",
    )


@pytest.mark.parametrize(
    "name",
    [
        "2018年湖州市政府工作报告.txt",
        "湖州市2018.txt",
        "湖州市人民政府工作报告（2018）.docx",
        "湖州市-2018年.html",
    ],
)
def test_the_name_of_the_file_is_asked_last(name: str) -> None:
    found = imported("", name=name)
    assert (found.report.region, found.report.year) == ("湖州市", 2018)
    assert any("文件名" in note for note in found.notes)
    said = imported("2016年嘉兴市政府工作报告\n", name=name)
    assert (said.report.region, said.report.year) == ("嘉兴市", 2016)
    assert not any("文件名" in note for note in said.notes)


@pytest.mark.parametrize("name", ["政府工作报告.txt", "x.txt", "20180130123456.pdf", "我市报告3018.txt"])
def test_a_name_that_says_nothing_is_no_evidence(name: str) -> None:
    report = imported("", name=name).report
    assert (report.region, report.year) == ("", None)


@pytest.mark.parametrize(
    "line",
    [
        "今天是2024年3月1日 星期五",
        "2009年03月12日08:21 来源：人民网",
        "2009年3月12日 发布",
        "2019年1月2日 星期三",
    ],
)
def test_the_date_of_a_page_is_no_day_of_delivery(line: str) -> None:
    report = imported(
        f"{line}\n政府工作报告\n在湖州市第七届人民代表大会第六次会议上\n（2016年1月30日）\n"
    ).report
    assert (report.date, report.year) == ("2016-01-30", 2016)


def test_chinese_digits_and_two_lines() -> None:
    found = imported(
        "政府工作报告\n（二〇二六年一月二十七日）\n在浙江省第十四届人民代表大会第四次会议上\n省长 刘捷\n"
    ).report
    assert (found.date, found.region, found.level) == ("2026-01-27", "浙江省", "province")


def test_the_year_of_delivery_is_the_year() -> None:
    found = imported("政府工作报告\n——2023年12月28日在晋江市第十八届人民代表大会第三次会议上\n").report
    assert (found.year, found.level) == (2023, "county")


def test_our_city_is_no_region_and_the_date_of_a_page_no_year() -> None:
    found = imported("我市政府工作报告\n时间：2023-06-06 来源：青海日报\n")
    assert (found.report.region, found.report.year) == ("", None)
    assert any("地区" in note for note in found.notes)
    assert any("年份" in note for note in found.notes)


def test_a_year_that_was_blanked_out_comes_from_the_text() -> None:
    body = (
        _BODY + "二、2018年重点任务\n我们要坚持发展，全市生产总值增长8%以上，努力完成各项任务，推动发展。\n"
    )
    found = imported("20xx年湖州市政府工作报告全文\n\n", body).report
    assert (found.title, found.year) == ("2018年湖州市政府工作报告", 2018)


def test_a_person_has_the_last_word() -> None:
    data = ("2016年湖州市政府工作报告\n" + _BODY).encode()
    report = import_report(data, "x", title="题目", region="嘉兴市", year=2020).report
    assert (report.title, report.region, report.year) == ("题目", "嘉兴市", 2020)


def test_evidence_is_given() -> None:
    found = imported("2016年湖州市政府工作报告\n")
    assert {evidence.field for evidence in found.evidence} >= {"title", "region", "year", "level"}
    assert all(evidence.found for evidence in found.evidence)


def test_a_place_that_the_text_names_most_is_the_region() -> None:
    body = (
        _BODY
        + "全省人民坚持浙江精神。浙江发展，浙江创新，浙江开放，浙江实干，我省各地都取得了新的进展和新的成绩，全省稳定。\n"
    )
    assert imported("1989年政府工作报告\n", body).report.region == "浙江省"


def test_titles_that_disagree_are_said_and_the_text_decides() -> None:
    head = "宿州市政府工作报告\n——2015年1月19日在苏州市第四届人民代表大会第四次会议上\n"
    found = imported(head)
    assert any("两种说法" in note for note in found.notes)
    assert found.report.region == "苏州市"
    decided = imported(
        head, _BODY + "宿州经济增长8%，宿州人民生活持续改善，宿州的各项事业取得新的成绩和进步。\n"
    )
    assert (decided.report.region, decided.report.title) == ("宿州市", "2015年宿州市政府工作报告")
    assert any("宿州" in evidence.found for evidence in decided.evidence if evidence.field == "region")


def test_the_committee_that_leads_names_the_region() -> None:
    found = imported(
        "1997年政府工作报告\n",
        _BODY + "在党中央和中共甘肃省委的领导下，我们取得了新的成绩，各项事业全面发展。\n",
    )
    assert found.report.region == "甘肃省"
    assert (
        imported(
            "1997年政府工作报告\n", _BODY + "中共省委委员和中共全省委托的工作取得成绩，各项事业全面发展。\n"
        ).report.region
        == ""
    )


def test_an_address_is_asked_last_and_a_year_from_it_is_doubted() -> None:
    front = "---\nsource: https://www.zj.gov.cn/art/1986/6/5/art_1.html\n---\n"
    found = import_report((front + "关于第七个五年计划的报告\n" + _BODY).encode(), "x.md")
    assert (found.report.region, found.report.year) == ("浙江省", 1986)
    assert any("1986" in note and "网址" in note for note in found.notes)
    dated = import_report((front + "2016年湖州市政府工作报告\n" + _BODY).encode(), "x.md")
    assert (dated.report.region, dated.report.year) == ("湖州市", 2016)
    assert not any("网址" in note for note in dated.notes)
    other = "---\nsource: https://www.example.com/zj.gov.cn/x\n---\n"
    assert import_report((other + "报告\n" + _BODY).encode(), "x.md").report.region == ""


@pytest.mark.parametrize(
    ("printed", "region", "level"),
    [
        ("2018年湖州市", "湖州市", "prefecture"),
        ("福建省晋江市", "晋江市", "county"),
        ("呼伦贝尔市海拉尔区", "海拉尔区", "county"),
        ("伊犁州", "伊犁哈萨克自治州", "prefecture"),
        ("新疆维吾尔自治区", "新疆维吾尔自治区", "province"),
        ("上海市浦东新区", "浦东新区", "county"),
        ("上海市", "上海市", "province"),
        ("广州市", "广州市", "prefecture"),
        ("国务院", "国务院", "state"),
        ("连云港市市", "连云港市", "prefecture"),
        ("我市", "", ""),
        ("全省", "", ""),
        ("自治区", "", ""),
    ],
)
def test_places(printed: str, region: str, level: str) -> None:
    assert region_in(printed) == region
    assert level_of(region) == level


def test_a_report_in_traditional_characters_keeps_them() -> None:
    text = (
        "政府工作報告\n——2016年1月30日在廣東省第十二屆人民代表大會第四次會議上\n廣東省省長 朱小丹\n各位代表：\n"
        "一、2015年工作回顧\n過去一年，我們取得了新的成績，經濟發展穩中有進，全省生產總值增長了8%，獲得了成效。\n"
        "二、2016年工作安排\n今年要確保經濟穩定增長，推動改革，促進發展，加快建設，努力做好各項工作，全力實現目標。\n"
    )
    report = import_report(text.encode("big5"), "x.txt").report
    assert (report.region, report.year, report.speaker) == ("广东省", 2016, "朱小丹")
    assert report.meeting == "广东省第十二届人民代表大会第四次会议"
    assert [(section.heading, section.role) for section in report.sections] == [
        ("一、2015年工作回顧", Role.REVIEW),
        ("二、2016年工作安排", Role.TASKS),
    ]


def test_nothing_that_a_terminal_obeys_comes_in_by_a_name() -> None:
    text = f"---\ntitle: 题\x1b[2J目\nsource: a\x07b\n---\n{_BODY}".encode()
    report = import_report(text, "x\x1b]0;y\n\u202e.md").report
    for value in (report.title, report.source):
        assert value.isprintable()
    with pytest.raises(HzviewError) as caught:
        import_report(b"", "x\x1b[2J\n.md")
    assert str(caught.value).isprintable()


def test_of_several_sources_the_first_is_the_address() -> None:
    front = "---\nsource:\n- https://www.zj.gov.cn/1.html\n- https://www.zjrd.gov.cn/2.html\ntitle:\nauthor: 某人\n---\n"
    report = import_report((front + "2016年湖州市政府工作报告\n" + _BODY).encode(), "x.md").report
    assert report.source == "https://www.zj.gov.cn/1.html"
    assert report.title == "2016年湖州市政府工作报告"
