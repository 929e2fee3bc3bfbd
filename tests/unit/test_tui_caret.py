"""Where the caret goes, by character, word and paragraph."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hzview.model import Paragraph, Position, Report
from hzview.tui.caret import Caret, left_of, right_of, words

_TEXT = st.text("稳中求8.5%，。 ab\u0301👍", max_size=20)


def caret(*texts: str) -> Caret:
    """Return a caret in a report of these paragraphs; block 0 is its title."""
    return Caret(Report("题目", paragraphs=tuple(map(Paragraph, texts))).blocks)


def test_characters_take_what_is_drawn_upon_them() -> None:
    text = "ae\u0301稳"
    assert right_of(text, 1) == 3
    assert left_of(text, 3) == 1
    place = Position(1, 0)
    there = caret(text, "", "进")
    stops = [there.by_characters(place, steps).offset for steps in range(3)]
    assert stops == [0, 1, 3]
    assert there.by_characters(place, 4) == Position(3, 0)
    assert there.by_characters(Position(3, 0), 9) == Position(3, 0)
    assert there.by_characters(Position(3, 0), -2) == Position(1, 3)
    assert there.by_characters(Position(1, 0), -1) == Position(0, 1)
    assert there.end_of(Position(1, 1)) == Position(1, 3)
    assert there.clamped(Position(2, 7)) == Position(2, 0)


def test_words_by_scripts_and_by_a_segmenter() -> None:
    text = "地区生产总值增长8.5%，PM2.5 下降。"
    assert [text[slice(*span)] for span in words(text, None)] == [
        "地区生产总值增长",
        "8.5%",
        "PM2.5",
        "下降",
    ]
    cut = words("地区 生产", lambda folded: [folded[:2], folded[2:]])
    assert cut == ((0, 2), (3, 5))
    there = caret("地区，增长8.5%。", "第二段。")
    place = Position(1, 0)
    assert there.by_words(place, 1) == Position(1, 3)
    assert there.by_words(place, 3) == Position(2, 0)
    assert there.by_words(place, 99) == Position(2, 3)
    assert there.by_words(Position(2, 0), -1) == Position(1, 5)
    assert there.by_words(place, -1) == Position(0, 0)
    assert there.word_end(place, 1) == Position(1, 1)
    assert there.word_end(place, 2) == Position(1, 4)
    assert there.word_end(Position(2, 3), 1) == Position(2, 3)


def test_paragraphs() -> None:
    there = caret("一二三", "四五六")
    assert there.by_blocks(Position(1, 2), 1) == Position(2, 0)
    assert there.by_blocks(Position(1, 2), -1) == Position(1, 0)
    assert there.by_blocks(Position(1, 0), -1) == Position(0, 0)
    assert there.by_blocks(Position(1, 0), 99) == Position(2, 2)


@given(st.lists(_TEXT, min_size=1, max_size=4), st.integers(-30, 30), st.integers(0, 4), st.integers(0, 30))
def test_the_caret_never_leaves_the_text(texts: list[str], steps: int, block: int, offset: int) -> None:
    there = caret(*texts)
    blocks = Report("题目", paragraphs=tuple(map(Paragraph, texts))).blocks
    place = there.clamped(Position(min(block, len(blocks) - 1), offset))
    ends = (
        there.by_characters(place, steps),
        there.by_words(place, steps),
        there.word_end(place, abs(steps)),
        there.by_blocks(place, steps),
    )
    for end in ends:
        text = blocks[end.paragraph].text
        assert 0 <= end.offset < max(len(text), 1)
        assert (end >= place) if steps > 0 else True
    back = there.by_characters(there.by_characters(place, 1), -1)
    assert back == place or there.by_characters(place, 1) == place or not blocks[place.paragraph].text
