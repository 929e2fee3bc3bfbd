"""The one registry of what a reader can do.

Bindings, the line of keys at the foot of the screen, the help, the palette and the remapping of keys are all made from
``ACTIONS``. An action whose id is ``next-figure`` is done by the method ``action_next_figure`` of the part of the screen
that its scope names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType


class Scope(StrEnum):
    """Where an action's keys are heard, and who does it."""

    APP = "app"
    """Everywhere; done by the application."""
    READER = "reader"
    """Anywhere in the reader; done by its screen."""
    PANE = "pane"
    """In each pane that scrolls, the help included; done by the pane that has the focus."""
    OUTLINE = "outline"
    """In the outline."""
    LIST = "list"
    """In each pane that is a list of entries."""
    SEARCH = "search"
    """While a query is being typed."""
    PALETTE = "palette"
    """While a name is being typed in the palette."""
    HELP = "help"
    """On the help screen."""


class Group(StrEnum):
    """Headings of the help screen, in its order."""

    MOVE = "阅读"
    FIGURES = "指标"
    SEARCH = "搜索"
    COPY = "复制"
    PANES = "窗格"
    PROGRAM = "程序"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a reader can do."""

    id: str
    """Its name in the settings file; with underscores, the name of the method that does it."""
    keys: tuple[str, ...]
    """Its keys, as typed (``]``) or by name (``pagedown``); the first one is shown."""
    title: str
    """A few characters for the foot of the screen and the palette."""
    help: str
    """A line for the help screen."""
    group: Group
    """Where it stands in the help."""
    scope: Scope
    """Where its keys are heard."""

    @property
    def method(self) -> str:
        """Name of the action for Textual; the method is ``action_`` and this."""
        return self.id.replace("-", "_")


def _actions() -> Iterator[Action]:
    """The registry, group by group."""
    move, figures, search = Group.MOVE, Group.FIGURES, Group.SEARCH
    copy, panes, program = Group.COPY, Group.PANES, Group.PROGRAM
    yield Action("line-down", ("j", "down"), "下一行", "下移一行", move, Scope.PANE)
    yield Action("line-up", ("k", "up"), "上一行", "上移一行", move, Scope.PANE)
    yield Action("page-down", ("space", "f", "pagedown", "ctrl+f"), "下一页", "下翻一页", move, Scope.PANE)
    yield Action("page-up", ("b", "pageup", "ctrl+b"), "上一页", "上翻一页", move, Scope.PANE)
    yield Action("half-down", ("d", "ctrl+d"), "下半页", "下翻半页", move, Scope.PANE)
    yield Action("half-up", ("u", "ctrl+u"), "上半页", "上翻半页", move, Scope.PANE)
    yield Action("top", ("g", "home"), "开头", "到开头", move, Scope.PANE)
    yield Action("bottom", ("G", "end"), "末尾", "到末尾", move, Scope.PANE)
    yield Action("next-section", ("}",), "下一节", "到下一个标题", move, Scope.READER)
    yield Action("previous-section", ("{",), "上一节", "到这一节的标题，再按到上一节", move, Scope.READER)

    yield Action("next-figure", ("]",), "下一指标", "到下一个指标", figures, Scope.READER)
    yield Action("previous-figure", ("[",), "上一指标", "到上一个指标", figures, Scope.READER)
    yield Action("whole", ("a",), "全文/本节", "指标表在全文与本节之间切换", figures, Scope.READER)

    yield Action("search", ("/",), "搜索", "边输入边查找；全角半角、标点、空格不影响", search, Scope.READER)
    yield Action("next-hit", ("n",), "下一处", "到下一处", search, Scope.READER)
    yield Action("previous-hit", ("N",), "上一处", "到上一处", search, Scope.READER)
    yield Action(
        "accept-search", ("enter", "ctrl+j"), "停在此处", "留在找到的地方，保留高亮", search, Scope.SEARCH
    )
    yield Action("cancel-search", ("escape", "ctrl+c"), "放弃", "放弃搜索，回到原处", search, Scope.SEARCH)
    yield Action("later-hit", ("down", "ctrl+n"), "下一处", "输入时看下一处", search, Scope.SEARCH)
    yield Action("earlier-hit", ("up", "ctrl+p"), "上一处", "输入时看上一处", search, Scope.SEARCH)

    yield Action("copy", ("y",), "复制", "复制选中的文字，没有则复制当前指标", copy, Scope.READER)
    yield Action("cite", ("Y",), "引用", "连同指标名、报告名和章节一起复制", copy, Scope.READER)
    yield Action(
        "copy-selection", ("ctrl+c",), "复制选文", "复制选中的文字；没有选文时按两次退出", copy, Scope.READER
    )

    yield Action("outline", ("o",), "目录", "打开或关上目录", panes, Scope.READER)
    yield Action("figures", ("i",), "指标表", "打开或关上指标表", panes, Scope.READER)
    yield Action("next-pane", ("tab",), "换窗格", "到下一个窗格", panes, Scope.READER)
    yield Action("previous-pane", ("shift+tab",), "换窗格", "到上一个窗格", panes, Scope.READER)
    yield Action(
        "choose", ("enter", "ctrl+j"), "前往", "到光标所在的条目（目录、指标表、帮助）", panes, Scope.LIST
    )
    yield Action("expand", ("l", "right"), "展开", "展开目录的这一节", panes, Scope.OUTLINE)
    yield Action("collapse", ("h", "left"), "折叠", "折叠目录的这一节，或到上一层", panes, Scope.OUTLINE)
    yield Action("expand-all", ("+", "="), "全展开", "展开全部目录", panes, Scope.OUTLINE)
    yield Action("collapse-all", ("-",), "全折叠", "只留一级标题", panes, Scope.OUTLINE)
    yield Action("back", ("escape",), "后退", "退一步：选文、高亮、选中的指标、窗格", panes, Scope.READER)

    yield Action("help", ("?", "f1"), "帮助", "列出所有按键；回车即执行", program, Scope.READER)
    yield Action("palette", ("ctrl+p", ":"), "命令", "按名称找命令、标题和指标", program, Scope.READER)
    yield Action(
        "palette-choose",
        ("enter", "ctrl+j"),
        "执行",
        "在命令面板中：执行，或到那里去",
        program,
        Scope.PALETTE,
    )
    yield Action("palette-close", ("escape", "ctrl+c"), "关闭", "在命令面板中：关闭", program, Scope.PALETTE)
    yield Action("palette-down", ("down", "ctrl+n"), "下一条", "在命令面板中：下一条", program, Scope.PALETTE)
    yield Action("palette-up", ("up", "ctrl+p"), "上一条", "在命令面板中：上一条", program, Scope.PALETTE)
    yield Action("theme", ("T",), "明暗", "换浅色或深色", program, Scope.READER)
    yield Action("close-help", ("escape", "q", "?", "f1", "ctrl+c"), "关闭", "关闭帮助", program, Scope.HELP)
    yield Action("suspend", ("ctrl+z",), "暂停", "暂回命令行，fg 再回来", program, Scope.APP)
    yield Action("quit", ("q", "ctrl+q"), "退出", "记住读到哪里，退出", program, Scope.APP)


ACTIONS: tuple[Action, ...] = tuple(_actions())
"""All actions, in the order of the help."""

HINTS: Mapping[str, tuple[str, ...]] = {
    "document": (
        "help", "search", "next-figure", "copy", "cite", "quit", "outline", "figures", "whole", "palette",
    ),
    "outline": ("choose", "expand", "collapse", "expand-all", "collapse-all", "back", "help", "quit"),
    "figures": ("line-down", "line-up", "choose", "copy", "cite", "whole", "back", "help", "quit"),
    "query": ("accept-search", "cancel-search", "later-hit", "earlier-hit"),
}  # fmt: skip
"""Ids of the actions whose keys are shown at the foot of the screen, by the id of what has the focus; useful ones first."""

# What a Chinese input method types for a key of the keyboard.
_INPUT_METHOD = {
    "/": "、", "?": "？", "[": "【", "]": "】", "{": "「", "}": "」", ":": "：", "+": "＋", "-": "－", "=": "＝",
}  # fmt: skip

_SHOWN = {
    "space": "空格", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "enter": "回车",
    "escape": "Esc", "tab": "Tab", "up": "↑", "down": "↓", "left": "←", "right": "→", "f1": "F1",
}  # fmt: skip


def forms(key: str) -> tuple[str, ...]:
    """Return ``key`` with what the same key of the keyboard gives in full width and under a Chinese input method."""
    if len(key) != 1 or not "!" <= key <= "~":
        return (key,)
    wide = chr(ord(key) + 0xFEE0)
    typed = _INPUT_METHOD.get(key, wide)
    return tuple(dict.fromkeys((key, typed, wide)))


def shown(key: str) -> str:
    """Return ``key`` as a person writes it: Ctrl+D, 空格."""
    *modifiers, last = key.split("+") if len(key) > 1 else (key,)
    name = _SHOWN.get(last, last.upper() if modifiers else last)
    return "+".join((*(modifier.capitalize() for modifier in modifiers), name))


def keys_of(action: Action, keymap: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the keys of ``action``, those of the user's ``keymap`` (keys by action id) before its own."""
    return keymap.get(action.id) or action.keys


def bindings(*scopes: Scope) -> list[BindingType]:
    """Return the bindings of the actions that belong to ``scopes``, for a class's ``BINDINGS``."""
    return [
        Binding(_joined(action.keys), action.method, action.title, id=action.id)
        for action in ACTIONS
        if action.scope in scopes
    ]


def textual_keymap(keymap: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the user's ``keymap`` as ``App.set_keymap`` takes it."""
    return {identity: _joined(keys) for identity, keys in keymap.items()}


def problems(keymap: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield what is wrong with the user's ``keymap``, a line each: ids that do not exist, keys that do two things."""
    known = {action.id for action in ACTIONS}
    for identity in keymap:
        if identity not in known:
            yield f"快捷键：没有名为 {identity} 的操作"
    for scopes in _HEARD_TOGETHER:
        owners: dict[str, Action] = {}
        for action in ACTIONS:
            if action.scope not in scopes:
                continue
            for key in keys_of(action, keymap):
                other = owners.setdefault(key, action)
                if other is not action and (action.id in keymap or other.id in keymap):
                    yield f"快捷键：{shown(key)} 既是“{other.title}”又是“{action.title}”"


# Keys of these scopes are heard at the same time.
_HEARD_TOGETHER = (
    (Scope.APP, Scope.READER, Scope.PANE, Scope.LIST, Scope.OUTLINE),
    (Scope.SEARCH,),
    (Scope.PALETTE,),
    (Scope.HELP, Scope.PANE, Scope.LIST),
)


def _joined(keys: Iterable[str]) -> str:
    return ",".join(dict.fromkeys(form for key in keys for form in forms(key)))
