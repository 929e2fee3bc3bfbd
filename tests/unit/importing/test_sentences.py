"""Where sentences end."""

from __future__ import annotations

import pytest

from hzview.importing.sentences import ended, without_note_mark


@pytest.mark.parametrize(
    "text",
    [
        "改善。",
        "努力！",
        "任务：",
        "成绩；",
        "“人民至上。”",
        "祖国万岁！（热烈鼓掌）",
        "改善。[3]",
        "改善。①",
        "改善。 [1] [2]",
        "等等……",
    ],
)
def test_a_sentence_is_over(text: str) -> None:
    assert ended(text)


@pytest.mark.parametrize(
    "text", ["新注册“三资”", "《政府工作报告》", "市场（园区）", "改善", "改善，", "“1020”", "", "[3]"]
)
def test_a_sentence_goes_on(text: str) -> None:
    assert not ended(text)


def test_marks_of_notes_are_no_part_of_a_sentence() -> None:
    assert without_note_mark("改善。[3]") == "改善。"
    assert without_note_mark("改善 〔12〕②") == "改善"
    assert without_note_mark("第[3]条") == "第[3]条"
