"""Moving about without a screen: numbers and letters that are typed, and the way back over far jumps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hzview.model import Paragraph, Position, Report, Section
from hzview.tui.actions import ACTIONS, bindings, textual_keymap
from hzview.tui.jumps import MOST_JUMPS, Jumps
from hzview.tui.reading import Reading
from hzview.tui.typed import MOST, Typed, half_width

A, B, C = (Position(block, 0) for block in (1, 20, 40))


def test_a_number_is_typed_in_either_width() -> None:
    typed = Typed()
    assert not typed.digit("0")
    assert all(map(typed.digit, "１2０"))
    assert not typed.digit("j")
    assert not typed.digit(None)
    assert not typed.digit("٣")
    assert typed.take() == 120
    assert typed.take() is None
    for _ in range(40):
        typed.digit("9")
    assert typed.take() == MOST


def test_a_letter_is_asked_for_once() -> None:
    typed, answers = Typed(), list[str]()
    typed.answer("x")
    typed.ask(answers.append)
    assert typed.asking
    typed.answer("ａ")
    typed.answer("b")
    typed.ask(answers.append)
    typed.answer(None)
    assert answers == ["a", ""]
    assert not typed.asking


@given(st.text(max_size=3))
def test_half_width_changes_nothing_but_full_width_forms(text: str) -> None:
    changed = half_width(text)
    assert changed == text or (len(text) == 1 and "！" <= text <= "～" and "!" <= changed <= "~")


def test_back_and_forward() -> None:
    jumps = Jumps()
    assert jumps.back(A) is jumps.forward(A) is None
    jumps.leave(A)
    jumps.leave(B)
    assert jumps.back(C) == B
    assert jumps.back(B) == A
    assert jumps.back(A) is None
    assert jumps.forward(A) == B
    assert jumps.forward(B) == C
    assert jumps.forward(C) is None
    assert jumps.back(C) == B
    jumps.leave(B)
    assert jumps.forward(C) is None


def test_steps_of_a_run_are_one_jump() -> None:
    jumps = Jumps()
    jumps.leave(A, "hit")
    jumps.leave(B, "hit")
    assert jumps.back(C) == A
    jumps.leave(A, "hit")
    jumps.end_run()
    jumps.leave(B, "hit")
    jumps.leave(C, "figure")
    assert jumps.behind == (A, B, C)


@given(st.lists(st.integers(0, 300), max_size=300))
def test_the_way_back_is_bounded_and_never_stands_still(blocks: list[int]) -> None:
    jumps = Jumps([Position(block, 0) for block in blocks])
    for block in blocks:
        jumps.leave(Position(block, 1))
    assert len(jumps.behind) <= MOST_JUMPS
    here = Position(999, 0)
    while (place := jumps.back(here)) is not None:
        assert place != here
        here = place
    while (place := jumps.forward(here)) is not None:
        here = place
    assert here == Position(999, 0)


def test_headings_are_counted_and_the_last_one_is_the_end() -> None:
    report = Report(
        "题", sections=tuple(Section(str(n), f"{n}、", None, (Paragraph("文"),)) for n in range(4))
    )
    reading = Reading(report)
    headings = [reading.next_heading(1, times) for times in (1, 2, 99)]
    assert headings == [1, 3, 7]
    reading.place = Position(6, 0)
    assert [reading.next_heading(-1, times) for times in (1, 2, 99)] == [5, 3, 0]
    reading.place = Position(8, 0)
    assert reading.next_heading(1, 3) is None


def test_keys_with_modifiers_go_by_the_names_that_textual_has_for_them() -> None:
    assert textual_keymap({"help": ("ctrl+]", "ctrl+/", "alt+x", "f1")}) == {
        "help": "ctrl+right_square_bracket,ctrl+slash,alt+x,f1"
    }
    assert bindings(next(action.scope for action in ACTIONS if action.id == "jump-back"))
