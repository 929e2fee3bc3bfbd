"""What closes a main section belongs to the whole of it and not to its last subsection."""

from __future__ import annotations

import pytest

from hzview.content import dump, parse
from hzview.importing import import_report
from hzview.model import Report

_BODY = "全市生产总值增长8.5%，人民生活持续改善，社会大局保持稳定，各项事业取得新的成绩。"


def imported(*closing: str, first: str = "", tasks: tuple[str, ...] = ()) -> Report:
    """Return a report whose first section has two subsections, the last of which ends with ``closing``."""
    lines = [
        "2018年湖州市政府工作报告",
        "各位代表：",
        "一、2017年工作回顾",
        "（一）经济稳中向好",
        _BODY,
        *([first] if first else []),
        "（二）民生改善",
        _BODY,
        *closing,
        "二、2018年重点任务",
        f"加快发展。{_BODY}",
        *tasks,
    ]
    return import_report("\n".join(lines).encode(), "a.txt").report


@pytest.mark.parametrize(
    "line",
    [
        f"各位代表！过去一年的成绩来之不易。{_BODY}",
        f"在肯定成绩的同时，我们也清醒地看到，还存在不少困难和问题。{_BODY}",
        f"我们也清醒地认识到，发展不足仍是主要矛盾。{_BODY}",
        f"回顾过去一年的工作，我们深切体会到，必须坚持党的领导。{_BODY}",
        f"过去一年所取得的成绩，是全市人民团结奋斗的结果。{_BODY}",
        f"在此，我代表市人民政府，向全市人民表示衷心的感谢！{_BODY}",
        "同时，国防动员、民族宗教、审计、统计、气象、档案等工作取得新进步，老龄、残疾人事业健康发展。",
        "让我们更加紧密地团结起来，为建设美好家园而努力奋斗！",
    ],
)
def test_what_speaks_of_the_whole_belongs_to_the_whole(line: str) -> None:
    report = imported(line, _BODY)
    review = report.sections[0]
    assert [p.text for p in review.coda] == [line, _BODY]
    assert [p.text for p in review.sections[-1].paragraphs] == [_BODY]
    block = next(i for i, block in enumerate(report.blocks) if block.text == line)
    assert report.path(block) == ("一、2017年工作回顾",)
    assert parse(dump(report), "x").blocks == report.blocks


@pytest.mark.parametrize(
    "line",
    [
        f"扩大就业。{_BODY}",
        f"保障妇女、儿童、老龄和残疾人权益，发展慈善事业和红十字事业。{_BODY}",
        f"同时，推进教育公平。{_BODY}",
    ],
)
def test_what_goes_on_with_the_subsection_stays(line: str) -> None:
    review = imported(line).sections[0]
    assert review.coda == ()
    assert review.sections[-1].paragraphs[-1].text == line


def test_a_report_that_addresses_the_meeting_in_every_subsection_is_believed_by_its_words_only() -> None:
    address = f"各位代表！就业是民生之本。{_BODY}"
    review = imported(
        address, f"各位代表！成绩来之不易。{_BODY}", first=f"各位代表！实体经济是根基。{_BODY}"
    ).sections[0]
    assert review.sections[-1].paragraphs[-1].text == address
    assert len(review.coda) == 1


def test_a_section_without_subsections_has_none_and_a_subsection_keeps_its_first_line() -> None:
    farewell = "各位代表！让我们团结起来，为建设美好家园而努力奋斗，再创佳绩！"
    report = imported(tasks=(farewell,))
    assert report.sections[1].coda == ()
    assert report.sections[1].paragraphs[-1].text == farewell
