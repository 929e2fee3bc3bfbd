"""The small parts of the reader that need no screen: keys, folding, panes, selecting, painting, words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

from hzview.figures.doubts import DOUBTS
from hzview.figures.figure import Bound, Figure, Kind, Measure
from hzview.model import OutlineEntry, Position, Report, Span
from hzview.settings import Settings
from hzview.tui import actions, citing, keys, themes, wording
from hzview.tui.actions import ACTIONS, Scope
from hzview.tui.app import HzviewApp
from hzview.tui.arrangement import Arrangement, Side
from hzview.tui.naming import Named, Names
from hzview.tui.screens.compare import CompareScreen
from hzview.tui.screens.details import DetailsScreen
from hzview.tui.screens.help import HelpList, HelpScreen
from hzview.tui.screens.library import LibraryScreen, PathField
from hzview.tui.screens.library_search import LibraryField
from hzview.tui.screens.note import NoteScreen
from hzview.tui.screens.reader import ReaderScreen
from hzview.tui.screens.scorecard import ScoreScreen
from hzview.tui.screens.trend import TrendScreen
from hzview.tui.screens.verdicts import VerdictScreen
from hzview.tui.screens.words import WordsScreen
from hzview.tui.selecting import Selection, clause_around, dragged
from hzview.tui.themes import THEMES, looks
from hzview.tui.topics import TOPICS
from hzview.tui.tree import FoldingTree
from hzview.tui.widgets.document import DocumentPane
from hzview.tui.widgets.entries import EntryList
from hzview.tui.widgets.field import PickField
from hzview.tui.widgets.filter_bar import FilterField
from hzview.tui.widgets.found import FacetsPane
from hzview.tui.widgets.outline import OutlinePane
from hzview.tui.widgets.painting import filled, shortened, spread, strip_of
from hzview.tui.widgets.pairs import PairsPane
from hzview.tui.widgets.rail import thumb_of
from hzview.tui.widgets.search_bar import QueryInput
from hzview.tui.widgets.shelves import ShelvesPane
from hzview.tui.widgets.verdicts import VerdictGrid
from hzview.typeset import cell_width
from tests.functional.driving import little_report

_DOERS = {
    Scope.APP: (HzviewApp,),
    Scope.READER: (ReaderScreen,),
    Scope.TEXT: (DocumentPane,),
    Scope.SELECTION: (ReaderScreen,),
    Scope.PANE: (DocumentPane, OutlinePane, HelpList),
    Scope.LIST: (
        EntryList,
        PairsPane,
    ),
    Scope.OUTLINE: (OutlinePane,),
    Scope.SEARCH: (QueryInput,),
    Scope.FILTER: (FilterField,),
    Scope.LIBRARY: (LibraryScreen,),
    Scope.SHELVES: (ShelvesPane,),
    Scope.ADDING: (PathField,),
    Scope.FOUND: (LibraryField,),
    Scope.FACETS: (FacetsPane,),
    Scope.DETAILS: (DetailsScreen,),
    Scope.NOTE: (NoteScreen,),
    Scope.WORDS: (WordsScreen,),
    Scope.PALETTE: (PickField,),
    Scope.HELP: (HelpScreen,),
    Scope.TABLE: (ScoreScreen, VerdictScreen, CompareScreen, TrendScreen),
    Scope.SCORES: (ScoreScreen, VerdictScreen),
    Scope.GRID: (VerdictGrid,),
    Scope.COMPARE: (CompareScreen,),
    Scope.TREND: (TrendScreen,),
}
_TEXT = st.text(alphabet="稳中求进，。“8.5%ab …↑", max_size=40)
_LOOKS = (
    Style(color="red", bgcolor="black"),
    Style(color="blue", bgcolor="black"),
    Style(bgcolor="white", underline=True),
)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_can_be_done_by_a_key_and_is_explained(action: actions.Action) -> None:
    assert action.keys
    assert action.title
    assert action.help
    by_topics = (Scope.READER, Scope.TEXT, Scope.SELECTION)
    if action.scope in by_topics:
        assert sum(hasattr(topic, f"action_{action.method}") for topic in TOPICS) == 1
    for doer in _DOERS[action.scope]:
        assert hasattr(doer, "BINDINGS" if action.scope in by_topics else f"action_{action.method}")
        if action.scope is Scope.SELECTION:
            assert action in actions.actions_by_key(Scope.SELECTION, {}).values()
            continue
        ids = {binding.id for base in doer.__mro__ for binding in vars(base).get("BINDINGS", ())}
        assert action.id in ids


def test_ids_are_unique_and_no_key_does_two_things() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    assert list(actions.problems({})) == []
    remapped = {action.id: action.keys for action in ACTIONS}
    assert list(actions.problems(remapped)) == []
    assert list(actions.problems({"next-figure": ("n",)})) == [
        ("next-figure", "n 既是“下一指标”又是“下一处”")
    ]
    assert list(actions.problems({"fly": ("x",)})) == [("fly", "没有这个操作")]
    assert list(actions.problems({"help": ("contrl+h",)})) == [("help", "没有 contrl+h 这个键")]
    assert all(map(keys.is_key, ("j", "，", "+", "ctrl++", "ctrl+shift+f5", "f24", "alt+x")))
    assert not any(map(keys.is_key, ("", "jj", "f25", "ctrl+", "+j", "hyper+alt+no")))


def test_the_hints_name_actions() -> None:
    known = {action.id for action in ACTIONS}
    for hints in actions.HINTS.values():
        assert set(hints) <= known
        assert len(set(hints)) == len(hints)


@pytest.mark.parametrize(
    ("key", "forms"),
    [
        ("/", ("/", "、", "／")),
        ("?", ("?", "？")),
        ("j", ("j", "ｊ")),
        ("pagedown", ("pagedown",)),
        ("，", ("，",)),
        (",", (",", "，")),
    ],
)
def test_keys_have_forms_of_input_methods(key: str, forms: tuple[str, ...]) -> None:
    assert keys.forms(key) == forms


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("ctrl+d", "Ctrl+D"),
        ("shift+tab", "Shift+Tab"),
        ("space", "空格"),
        ("G", "G"),
        ("+", "+"),
        ("f12", "F12"),
        (",", ","),
    ],
)
def test_keys_are_written_as_people_write_them(key: str, text: str) -> None:
    assert keys.shown(key) == text


def entries(*depths: int) -> tuple[OutlineEntry, ...]:
    """Return entries of these depths."""
    return tuple(
        OutlineEntry(f"{index}", depth, Position(index, 0), index + 1, 0, False)
        for index, depth in enumerate(depths)
    )


def test_the_outline_opens_where_one_reads_and_folds_again() -> None:
    tree = FoldingTree(entries(1, 2, 3, 2, 3, 1))
    assert tree.visible == [0, 1, 3, 5]
    assert tree.read_in(4)
    assert tree.visible == [0, 1, 3, 4, 5]
    assert not tree.read_in(4)
    assert tree.read_in(2)
    assert tree.visible == [0, 1, 2, 3, 5]
    tree.set_open(0, False)
    assert tree.visible == [0, 5]
    assert tree.shown_for(2) == 0
    assert tree.shown_for(5) == 5
    tree.set_all(True)
    assert tree.visible == [0, 1, 2, 3, 4, 5]
    assert (tree.parent(2), tree.parent(5)) == (1, None)
    assert [tree.folds(index) for index in range(6)] == [True, True, False, True, False, False]


@given(st.lists(st.integers(1, 4), max_size=30), st.data())
def test_folding_hides_only_what_is_below(depths: list[int], data: st.DataObject) -> None:
    tree = FoldingTree(entries(*depths))
    tree.set_all(True)
    assert tree.visible == list(range(len(depths)))
    if depths:
        folded = data.draw(st.integers(0, len(depths) - 1))
        tree.set_open(folded, False)
        hidden = set(range(len(depths))) - set(tree.visible)
        for index in hidden:
            assert tree.shown_for(index) == folded
            assert depths[index] > depths[folded]


def test_panes_by_width() -> None:
    panes = Arrangement()
    assert panes.visible(120) == {Side.OUTLINE, Side.FIGURES}
    assert panes.visible(119) == panes.visible(80) == {Side.OUTLINE}
    assert panes.visible(79) == set()
    panes.show(Side.FIGURES, 100)
    assert panes.visible(100) == {Side.FIGURES}
    panes.show(Side.OUTLINE, 60)
    assert panes.covers(60)
    assert not panes.covers(100)
    panes.hide(Side.FIGURES, 60)
    assert panes.visible(60) == {Side.OUTLINE}
    panes.hide(Side.OUTLINE, 60)
    panes.hide(Side.OUTLINE, 150)
    panes.hide(Side.FIGURES, 90)
    assert [set(panes.visible(columns)) for columns in (60, 150, 90)] == [set(), {Side.FIGURES}, set()]


def test_selecting() -> None:
    first, last = (Selection(Position(1, at), Position(1, at + 1)) for at in (3, 8))
    assert dragged(first, first) is None
    assert dragged(first, last) == dragged(last, first) == Selection(Position(1, 3), Position(1, 9))
    over = Selection(Position(1, 3), Position(4, 2))
    assert over.within(0) == over.within(5) == (0, 0)
    assert over.within(1)[0] == 3
    assert over.within(2)[0] == 0
    assert over.within(4) == (0, 2)
    text = "稳中求进，增长8.5%。好"
    assert [text[slice(*clause_around(text, at))] for at in (0, 3, 6, len(text) - 1)] == [
        "稳中求进",
        "稳中求进",
        "增长8.5%",
        "好",
    ]


@given(
    st.lists(st.tuples(_TEXT, st.sampled_from(_LOOKS)), max_size=6),
    st.integers(0, 50),
    st.sampled_from((1, 2)),
)
def test_strips_are_exactly_as_wide_as_asked(
    pieces: list[tuple[str, Style]], width: int, ambiguous: int
) -> None:
    strip = strip_of(pieces, width, _LOOKS[0], ambiguous)
    assert strip.cell_length == width
    assert cell_width(strip.text, ambiguous) == width
    assert "".join(text for text, _ in pieces).startswith(strip.text.rstrip(" ")) or width < sum(
        cell_width(text, ambiguous) for text, _ in pieces
    )
    assert len(strip) <= len(pieces) + 1
    both = spread(pieces, pieces[:1], width, _LOOKS[0], ambiguous)
    assert cell_width(both.text, ambiguous) == width
    assert (
        sum(cell_width(text, ambiguous) for text, _ in filled(pieces, width, _LOOKS[0], ambiguous)) == width
    )


@given(_TEXT, st.integers(0, 40))
def test_shortening_keeps_as_much_as_fits(text: str, width: int) -> None:
    short = shortened(text, width)
    assert cell_width(short) <= width
    assert (short == text) == (cell_width(text) <= width) or not text
    if short not in ("", text):
        assert short.endswith("…")
        assert text.startswith(short[:-1])
    assert cell_len(short) == cell_width(short)


@given(st.integers(0, 1000), st.integers(1, 50), st.integers(0, 1000), st.integers(0, 50))
def test_the_thumb_stays_on_the_rail(top: int, page: int, rows: int, height: int) -> None:
    thumb = thumb_of(top, page, rows, height)
    assert not thumb if rows <= page else len(thumb) >= 1 or not height
    assert thumb.start >= 0
    assert thumb.stop <= height or not thumb
    if rows > page and height >= page:
        assert thumb_of(0, page, rows, height).start == 0
        assert thumb_of(rows - page, page, rows, height).stop == height


@pytest.mark.parametrize("theme", [*THEMES, *(theme for theme in BUILTIN_THEMES.values() if not theme.ansi)])
def test_every_theme_has_every_look(theme: Theme) -> None:
    style = looks(theme)
    for ground in ("page", "panel", "cursor", "here"):
        for name in (
            "strong",
            "ink",
            "plain",
            "quiet",
            "faint",
            "bar",
            "actual",
            "target",
            "target-text",
            "found",
        ):
            assert style(ground, name).color != style(ground).bgcolor
    kinds = {style("page", name).color for name in ("plain", "actual", "target-text")}
    assert len(kinds) == 3
    assert style("page", "target-text").underline
    assert style("page", "plain", "hit").bgcolor != style("page", "plain", "hit-now").bgcolor


def test_few_colours_are_helped_by_weight_and_line() -> None:
    style = looks(THEMES[0], sixteen=True)
    assert style("page", "actual").bold
    assert style("page", "target-text").underline
    assert style("page", "plain", "hit").underline


def test_without_colours_everything_is_told_apart() -> None:
    style = looks(THEMES[0], colourless=True)
    worn = [
        ("page", "plain"), ("page", "quiet"), ("page", "actual"), ("page", "target-text"), ("page", "now-actual"),
        ("page", "now-target"), ("page", "plain", "hit"), ("page", "plain", "hit-now"), ("page", "plain", "selection"),
        ("page", "plain", "selection", "caret"), ("page", "actual", "marked"),
    ]  # fmt: skip
    drawn = [str(style(*names)).replace("not reverse", "").strip() for names in worn]
    assert len(set(drawn)) == len(worn)
    assert style("panel") != style("here") != style("cursor")
    for ground in ("panel", "cursor"):
        told = [str(style(ground, name)) for name in ("plain", "quiet", "actual", "target", "now-actual")]
        assert len(set(told)) == len(told)
    assert not style("page", "plain", "selection", "caret").reverse
    assert not style("cursor", "plain", "hit").reverse
    assert all(style(*names).without_color == style(*names) for names in worn)


def test_every_look_is_one_without_colours_too() -> None:
    style, coloured = looks(THEMES[0], colourless=True), looks(THEMES[0])
    for name in themes._COLOURLESS:
        assert style(name).color is None
        assert coloured(name) is not None
    named = {*themes._GROUNDS, *themes._INK_OF, *themes._MARKS, *themes._WASHES}
    assert named == set(themes._COLOURLESS)


def test_words_for_figures_and_places() -> None:
    report = little_report()
    span = Span(3, 8, 12)
    fall = Figure(
        span,
        "1.3%",
        Decimal("-1.3"),
        None,
        "%",
        Bound.EXACT,
        ("财政总收入",),
        Measure.GROWTH,
        Kind.ACTUAL,
        2017,
        1,
        span,
    )
    assert (
        "".join(text for text, _ in wording.selected_figure(fall)) == "财政总收入  ↓1.3%  增速  实绩  2017年"
    )
    assert (
        citing.cite(report, citing.figure(fall), "plain", date(2026, 1, 2))
        == "财政总收入：1.3%（《2018年测试市政府工作报告》，一、2017年工作回顾）"
    )
    assert "".join(text for text, _ in wording.path(report, "", Position(5, 0), 200)).split() == [
        "2018年测试市政府工作报告",
        "一、2017年工作回顾",
        "（一）工业和投资",
    ]
    assert wording.path(report, "", Position(5, 0), 20)[0][0] == "（一）工业和投资"
    assert wording.path(Report(""), "报告.txt", Position(0, 0), 40)[0][0] == "报告.txt"
    doubtful = fall._replace(doubts=(next(iter(DOUBTS)),))
    assert "存疑：" in wording.selected_figure(doubtful)[-1][0]
    assert wording.totals({Kind.ACTUAL: 3, Kind.TARGET: 0})[1][0] == "3"


def test_names_are_found_by_any_part_whatever_the_width() -> None:
    names = Names([Named("一、2017年工作", "目录", 1), Named("工作重点", "目录", 2), Named("GDP", "指标", 3)])
    assert [named.value for named in names.find("")] == [1, 2, 3]
    assert [named.value for named in names.find("工作")] == [2, 1]
    assert [named.value for named in names.find("ｇｄｐ")] == [3]
    assert [named.value for named in names.find("gongzuo")] == [1, 2]
    assert [named.value for named in names.find("gzzd")] == [2]
    assert [named.value for named in names.find("２０１７ 工作")] == [1]
    assert names.find("没有") == []


def test_settings_without_a_file_leave_everything_as_it_comes() -> None:
    assert actions.textual_keymap(Settings().keys) == {}
    assert actions.textual_keymap({"search": ("/",)}) == {"search": "/,、,／"}
    assert actions.textual_keymap({"search": ()}) != {"search": ""}


def test_keys_go_by_the_names_that_textual_hears() -> None:
    from textual.binding import Binding

    for code in (*range(0x21, 0x7F), *range(0xFF01, 0xFF5F), 0x3010, 0x4E2D):
        character = chr(code)
        if character != ",":
            (binding,) = Binding.make_bindings([(character, "")])
            assert keys.key_of(character) == binding.key
    assert [keys.key_of(character) for character in ", "] == ["comma", "space"]
