"""Page chrome, copies, adverts: what goes is said, and nothing else goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.importing import chrome, import_report, repeats
from hzview.importing.source import Line
from tests.unit.importing.material import body, lost_and_doubled

_BODY = (
    "我们坚持以人民为中心的发展思想，着力推动高质量发展，全市经济社会发展取得了新的成绩，人民生活持续改善。"
)
_REPORT = f"各位代表：\n一、2017年回顾\n{_BODY}\n{_BODY}建成学校5所。\n二、2018年任务\n{_BODY}建成学校9所。\n"


def lines(*texts: str) -> list[Line]:
    return [Line(text, number) for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    "text",
    [
        "下载 打印 全屏 收藏 【字号：加大 还原 减小】",
        "您的位置: 首页 > 政务公开",
        "扫一扫在手机打开当前页",
        "编辑：张三",
        "（责任编辑：郭桢）",
        "【字体：大 中 小】",
        "来源：青海日报",
        "— 12 —",
        "（下转第四版）",
        "<!--",
        "3f2a9c0d1e4b5a6978f0c1d2e3f4a5b6.docx",
        "https://www.gov.cn/a.htm",
        "中央政府门户网站 www.gov.cn 2006年02月16日",
        "[1] [2] [3] 下一页 尾页",
        "【1】【2】【3】",
        "上一页 下一页>>",
        "播报",
        "[编辑]",
        "+1",
        "编辑 | 小陈 校对 | 小王",
        "喜欢就点个“在看”吧",
        "赞 132 在看 88",
        "点击上方“蓝字”关注我们",
        "政府工作报告.doc (35 KB)",
        "01",
        "PART.01",
    ],
)
def test_chrome_goes_and_is_said(text: str) -> None:
    kept, removed = chrome.strip(lines(_BODY, text, _BODY))
    assert [line.text for line in kept] == [_BODY, _BODY]
    assert [(removal.line, removal.text) for removal in removed] == [(2, text)]
    assert removed[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "大",
        "下载",
        "打印并分发《政府工作报告》，广泛征求意见。",
        "推广“扫码入企”，关注企业公众号。",
        "（牵头单位：住建厅）",
        "主办单位：市水务局，各县（区）人民政府",
        "（二）突出重点，分享改革成果",
        "联系电话：0572-1234567",
        "2018",
        "[1]",
    ],
)
def test_lines_of_the_text_stay(text: str) -> None:
    kept, _ = chrome.strip(lines(_BODY, text, _BODY))
    assert (text in [line.text for line in kept]) == (len(text) > 2)


def test_everything_behind_the_article_goes_but_an_appendix() -> None:
    kept, removed = chrome.strip(lines(_BODY, _BODY, "相关报道：", "别的新闻", "附件1", "民生实事"))
    assert [line.text for line in kept] == [_BODY, _BODY, "附件1", "民生实事"]
    assert [removal.text for removal in removed] == ["相关报道：", "别的新闻"]


def test_the_heading_of_an_appendix_that_is_not_there_goes() -> None:
    kept, removed = chrome.strip(
        lines(_BODY, _BODY, "附件：", "政府工作报告.doc", "上一篇：通知", "下一篇：没有了")
    )
    assert [line.text for line in kept] == [_BODY, _BODY]
    assert len(removed) == 4


def test_what_a_wiki_puts_behind_headings_goes() -> None:
    kept, removed = chrome.strip(lines("一、2017年回顾[编辑]", _BODY))
    assert kept[0].text == "一、2017年回顾"
    assert [removal.text for removal in removed] == ["[编辑]"]


@pytest.mark.parametrize(
    "tail",
    [
        "参考资料",
        "更多相关范文推荐：",
        "以上就是小编整理的全部内容。",
        "【政府工作报告】相关文章：",
        "备案号：浙ICP备05000000号",
        "联系我们 | 隐私声明",
        "取自“https://zh.wikisource.org/”",
    ],
)
def test_what_ends_an_article(tail: str) -> None:
    kept, _ = chrome.strip(lines(_BODY, _BODY, _BODY, tail, "别的"))
    assert [line.text for line in kept] == [_BODY] * 3


def test_pictures_in_front_of_a_heading_go() -> None:
    found = import_report(_REPORT.replace("一、", "📌一、").replace("二、", "✨ 二、").encode(), "x")
    assert [section.heading for section in found.report.sections] == ["一、2017年回顾", "二、2018年任务"]
    assert sum("装饰" in removal.reason for removal in found.removed) == 2


def test_bare_numbers_are_page_numbers_only_where_they_count() -> None:
    kept, _ = chrome.strip(lines(_BODY, "1", _BODY, "2", _BODY, "3", _BODY))
    assert all(line.text == _BODY for line in kept)
    kept, _ = chrome.strip(lines("继续坚持", "1994", "年的做法。", "共", "350", "家。"))
    assert [line.text for line in kept][1] == "1994"


def test_an_advert_inside_a_paragraph_goes() -> None:
    found = import_report(
        _REPORT.replace("5所。", "5所。更多范文请访问某某范文网www.example.com。").encode(), "x"
    )
    assert "范文" not in body(found.report)
    assert any("广告" in removal.reason for removal in found.removed)


def test_a_loose_end_is_doubted_and_kept() -> None:
    found = import_report(_REPORT.replace("9所。", "9所。一本小说的名字").encode(), "x")
    assert "一本小说的名字" in body(found.report)
    assert any("一本小说的名字" in note for note in found.notes)


@given(st.integers(2, 6))
def test_copies_of_a_page_are_read_once(times: int) -> None:
    passage = [f"第{n}段。" + _BODY for n in range(8)]
    copies = [text for _ in range(times) for text in ["栏目导航", *passage, "各位代表！"]]
    kept, removed = repeats.strip(lines(*copies))
    assert [line.text for line in kept if line.text in passage] == passage
    assert len(kept) + len(removed) == len(copies)
    assert sum(line.text == "各位代表！" for line in kept) == 1


def test_short_lines_may_come_again() -> None:
    texts = ["牵头单位：市发改委", "各位代表！"] * 20
    assert len(repeats.strip(lines(*texts))[0]) == len(texts)


@pytest.mark.parametrize("as_printed", [False, True])
def test_nothing_is_lost_and_nothing_doubled(as_printed: bool) -> None:
    text = (
        "\ufeff首页 > 报告\n2018年某某市政府工作报告\n\u3000\u3000" + _REPORT + "热门标签：\n《报告.doc》\n"
    )
    found = import_report(text.encode(), "x", as_printed=as_printed)
    assert not any(lost_and_doubled(text, found))


def test_what_is_repeated_at_once_is_taken_out_though_it_is_short() -> None:
    passage = "（一）经济稳中向好。\n全年生产总值增长8.5%，人民生活持续改善，社会大局保持稳定，各项事业取得新的成绩，群众满意度提高，获得感、幸福感、安全感不断增强，城乡面貌焕然一新，发展后劲更足。\n"
    other = "（二）民生改善。\n坚持民生优先，新建学校10所、医院2所，城镇新增就业5万人，居民收入继续增长。\n"
    head = "2018年湖州市政府工作报告\n各位代表：\n一、2017年工作回顾\n"
    imported = import_report((head + passage * 2 + other).encode(), "x.txt")
    assert body(imported.report).count("经济稳中向好") == 1
    assert sum("重复" in removal.reason for removal in imported.removed) == 2
    apart = import_report((head + passage + other + passage).encode(), "x.txt")
    assert body(apart.report).count("经济稳中向好") == 2
