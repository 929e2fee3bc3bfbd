"""The one registry of what a reader can do.

Bindings, the line of keys at the foot of the screen, the help, the palette and the remapping of keys are all made from
``ACTIONS``. An action is added by one row of ``_REGISTRY``; one whose id is ``next-figure`` is done by the method
``action_next_figure`` of the part of the screen that its scope names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from hzview.tui.keys import is_key, shown, textual_keys

if TYPE_CHECKING:
    from textual.binding import BindingType


class Scope(StrEnum):
    """Where an action's keys are heard, and who does it."""

    APP = "app"
    """Everywhere; done by the application."""
    READER = "reader"
    """Anywhere in the reader; done by one of ``hzview.tui.topics``."""
    PANE = "pane"
    """In each pane that scrolls, the help included; done by the pane that has the focus."""
    TEXT = "text"
    """While the text has the focus; done by one of ``hzview.tui.topics``."""
    SELECTION = "selection"
    """While text is being selected by keys, before all others; done by one of ``hzview.tui.topics``."""
    OUTLINE = "outline"
    """In the outline."""
    LIST = "list"
    """In each pane that is a list of entries."""
    SEARCH = "search"
    """While a query is being typed."""
    FILTER = "filter"
    """While a filter of the table of figures is being typed."""
    PALETTE = "palette"
    """While a name is being typed in the palette."""
    DETAILS = "details"
    """While the details of a figure are shown."""
    NOTE = "note"
    """While a note is shown."""
    WORDS = "words"
    """On the screen of words."""
    HELP = "help"
    """On the help screen."""
    TABLE = "table"
    """On a screen that shows a table with the sentences behind it: scorecard, verdicts, comparison."""
    SCORES = "scores"
    """On the scorecard of a report or of a region."""
    GRID = "grid"
    """In the table of verdicts, an indicator a row and a year a column."""
    LIBRARY = "library"
    """On the screen of the library."""
    SHELVES = "shelves"
    """In the library's regions and years."""
    ADDING = "adding"
    """While the path of what is to be added to the library is being typed."""
    FOUND = "found"
    """While one types what to look for in the library."""
    FACETS = "facets"
    """In the counts of what was found in the library."""
    COMPARE = "compare"
    """On the screen that compares two reports."""
    TREND = "trend"
    """On the screen that shows an indicator over years and regions."""


class Group(StrEnum):
    """Headings of the help screen, in its order."""

    MOVE = "阅读"
    FIGURES = "指标"
    TABLES = "对照"
    SEARCH = "搜索"
    WORDS = "词语"
    LIBRARY = "文库"
    COPY = "复制"
    PANES = "窗格"
    PROGRAM = "程序"


_BY_TOPICS: Mapping[Scope, str] = {Scope.READER: "do", Scope.TEXT: "screen.do", Scope.SELECTION: "do"}
"""What the screen is to do for actions of these scopes, which its topics know how to."""


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
        """What does it: the method is ``action_`` and this."""
        return self.id.replace("-", "_")

    @property
    def command(self) -> str:
        """What Textual is to run for it, where its scope is."""
        return self.called(None)

    def called(self, number: int | None) -> str:
        """Return the same for a number that was typed before the key; who does not count passes over it."""
        name, arguments = _BY_TOPICS.get(self.scope, self.method), []
        if self.scope in _BY_TOPICS:
            arguments.append(repr(self.method))
        if number is not None:
            arguments.append(str(number))
        return f"{name}({', '.join(arguments)})"


_Row = tuple[str, str, Scope, str, str]
"""Id, keys parted by blanks, scope, title, help."""

_REGISTRY: Mapping[Group, tuple[_Row, ...]] = {
    Group.MOVE: (
        ("line-down", "j down", Scope.PANE, "下一行", "下移一行"),
        ("line-up", "k up", Scope.PANE, "上一行", "上移一行"),
        ("page-down", "space f pagedown ctrl+f", Scope.PANE, "下一页", "下翻一页"),
        ("page-up", "b pageup ctrl+b", Scope.PANE, "上一页", "上翻一页"),
        ("half-down", "d ctrl+d", Scope.PANE, "下半页", "下翻半页"),
        ("half-up", "u ctrl+u", Scope.PANE, "上半页", "上翻半页"),
        ("top", "g home", Scope.PANE, "开头", "到开头；先打数到第几段（条）"),
        ("bottom", "G end", Scope.PANE, "末尾", "到末尾；先打数到第几段（条）"),
        ("percent", "%", Scope.READER, "百分之几", "先打数：50% 到全文一半处"),
        ("next-section", "}", Scope.READER, "下一节", "到下一个标题"),
        ("previous-section", "{", Scope.READER, "上一节", "到这一节的标题，再按到上一节"),
        ("note", "K", Scope.READER, "名词解释", "眼前带标号、有解释的词语是什么意思"),
        ("next-note", "]", Scope.NOTE, "下一词语", "在名词解释中：下一个词语"),
        ("previous-note", "[", Scope.NOTE, "上一词语", "在名词解释中：上一个词语"),
        ("go-to-note", "enter ctrl+j", Scope.NOTE, "前往", "在名词解释中：到文末的原文，Esc 回来"),
        ("close-note", "escape K q ctrl+c", Scope.NOTE, "关闭", "关闭名词解释"),
        ("heading", "#", Scope.READER, "找标题", "输入标题中的几个字，到那里去"),
        ("set-mark", "m", Scope.READER, "做标记", "再按一个字母，标记此处"),
        ("go-to-mark", "' `", Scope.READER, "到标记", "再按标记的字母；'' 回到跳转前的位置"),
        ("jump-back", "ctrl+o alt+left", Scope.READER, "跳回", "回到上次远跳之前的位置"),
        ("jump-forward", "ctrl+] alt+right", Scope.READER, "再跳去", "跳回之后，再到前面去"),
    ),
    Group.FIGURES: (
        ("next-figure", "]", Scope.READER, "下一指标", "到下一个指标"),
        ("previous-figure", "[", Scope.READER, "上一指标", "到上一个指标"),
        ("details", "e", Scope.READER, "详情", "当前指标的详情：读法、折合、存疑、规则"),
        ("whole", "a", Scope.READER, "全文/本节", "指标表在全文与本节之间切换"),
        ("filter-figures", "F", Scope.READER, "筛选", "筛选指标表：名称、单位、目标、>1000、8%..10%"),
        ("sort-figures", "r", Scope.READER, "排序", "指标表换次序：原文、名称、大小、增速"),
        ("group-figures", "R", Scope.READER, "分组", "指标表按章节分组，或只按指标"),
        ("mark-figure", "x", Scope.READER, "标记", "标记当前指标；在指标表中标记整行"),
        ("unmark-figures", "X", Scope.READER, "清标记", "取消全部标记"),
        ("details-next", "]", Scope.DETAILS, "下一指标", "在详情中：下一个指标"),
        ("details-previous", "[", Scope.DETAILS, "上一指标", "在详情中：上一个指标"),
        ("close-details", "escape e q ctrl+c", Scope.DETAILS, "关闭", "关闭详情"),
        ("accept-filter", "enter ctrl+j", Scope.FILTER, "到表中", "筛选时：到筛选出来的条目"),
        ("cancel-filter", "escape ctrl+c", Scope.FILTER, "放弃", "筛选时：不再筛选"),
        ("later-listed", "down ctrl+n", Scope.FILTER, "下一条", "筛选时：下一条"),
        ("earlier-listed", "up ctrl+p", Scope.FILTER, "上一条", "筛选时：上一条"),
    ),
    Group.TABLES: (
        ("scorecard", "t", Scope.READER, "对照", "上年实绩与本年目标对照"),
        ("trend", "T", Scope.READER, "历年", "当前指标在这个地区历年的数值，可加别的地区"),
        ("compare", "B", Scope.READER, "比报告", "与文库里的另一份报告对照措辞和指标"),
        ("over-years", "t", Scope.SCORES, "历年", "对照表：这个地区历年的目标兑现了没有；再按回来"),
        ("other-sentence", "tab", Scope.TABLE, "另一句", "对照表：在两句（两份报告）之间换，回车前往选中的"),
        ("earlier-year", "h left", Scope.GRID, "上一年", "历年表：左移一年"),
        ("later-year", "l right", Scope.GRID, "下一年", "历年表：右移一年"),
        ("series-left", "h left", Scope.TREND, "左一列", "历年数值：左移一列"),
        ("series-right", "l right", Scope.TREND, "右一列", "历年数值：右移一列"),
        ("add-region", "a", Scope.TREND, "加地区", "历年数值：加一个地区"),
        ("drop-region", "x", Scope.TREND, "去地区", "历年数值：去掉光标所在的地区"),
        ("trend-measure", "m", Scope.TREND, "数值/增速", "历年数值：换看数值、增速、增减、位次"),
        ("close-trend", "T", Scope.TREND, "关闭", "历年数值：回到先前"),
        ("wording", "w", Scope.COMPARE, "措辞/指标", "比报告：在措辞与指标之间切换"),
        ("only-changes", "a", Scope.COMPARE, "变化/全部", "比报告：只看变化，或看全部句子"),
        ("other-part", "s", Scope.COMPARE, "换部分", "比报告：工作部署、工作回顾、全文"),
        ("close-table", "escape q ctrl+c", Scope.TABLE, "关闭", "对照表：回到先前"),
    ),
    Group.SEARCH: (
        ("search", "/", Scope.READER, "搜索", "边输入边查找；全角半角、标点、空格不计，可用拼音"),
        ("next-hit", "n", Scope.READER, "下一处", "到下一处"),
        ("previous-hit", "N", Scope.READER, "上一处", "到上一处"),
        ("results", "S", Scope.READER, "结果", "列出找到的各处，正文跟着光标；再按 S 在文库里找"),
        ("library-search", "ctrl+g", Scope.READER, "文库搜索", "在文库的全部报告里搜索"),
        ("accept-search", "enter ctrl+j", Scope.SEARCH, "停在此处", "留在找到的地方，保留高亮"),
        ("cancel-search", "escape ctrl+c", Scope.SEARCH, "放弃", "放弃搜索，回到原处"),
        ("later-hit", "ctrl+n", Scope.SEARCH, "下一处", "输入时看下一处"),
        ("earlier-hit", "ctrl+p", Scope.SEARCH, "上一处", "输入时看上一处"),
        ("older-query", "up", Scope.SEARCH, "搜过的", "输入时：以前搜过的"),
        ("newer-query", "down", Scope.SEARCH, "搜过的", "输入时：回到后来搜的"),
        ("take-offer", "tab", Scope.SEARCH, "换成建议", "没找到而有建议时，换成第一个建议"),
        ("only-here", "ctrl+l", Scope.SEARCH, "只在本节", "输入时：只在本节里找，或再找全文"),
        ("suggested", ".", Scope.READER, "换成建议", "没找到而有建议时，搜第一个建议"),
    ),
    Group.WORDS: (
        ("words", "W", Scope.READER, "词语", "常用的词，比上年新增的词，比别处多的词"),
        ("filter-words", "/ F", Scope.WORDS, "筛选", "在词语表中：边输边筛，汉字或拼音"),
        ("next-words", "tab l right", Scope.WORDS, "下一类", "在词语表中：常用词、与上年比、与文库比"),
        ("previous-words", "shift+tab h left", Scope.WORDS, "上一类", "在词语表中：往回换"),
        ("close-words", "escape q W ctrl+c", Scope.WORDS, "返回", "在词语表中：回到上一步"),
    ),
    Group.LIBRARY: (
        ("library", "L", Scope.READER, "文库", "打开文库：各地区、各年份的报告"),
        ("earlier-report", "h left", Scope.SHELVES, "上一年", "文库：到这个地区上一个有报告的年份"),
        ("later-report", "l right", Scope.SHELVES, "下一年", "文库：到这个地区下一个有报告的年份"),
        ("filter-library", "/", Scope.LIBRARY, "筛选", "文库：按地区名或拼音筛选"),
        ("search-library", "S", Scope.LIBRARY, "搜索", "文库：在全部报告里搜索"),
        ("region-over-years", "t", Scope.LIBRARY, "历年", "文库：这个地区历年的目标兑现了没有"),
        ("compare-held", "B", Scope.LIBRARY, "比报告", "文库：光标处的报告与正在读的对照"),
        ("add-reports", "+", Scope.LIBRARY, "加入", "文库：加入报告，写文件或目录"),
        ("remove-report", "D", Scope.LIBRARY, "移出", "文库：移出光标处的报告，先问一声"),
        ("close-library", "escape q ctrl+c", Scope.LIBRARY, "返回", "文库：不再筛选，再按返回"),
        ("accept-path", "enter ctrl+j", Scope.ADDING, "加入", "写要加入的文件时：加入"),
        ("cancel-path", "escape ctrl+c", Scope.ADDING, "作罢", "写要加入的文件时：作罢"),
        ("open-found", "enter ctrl+j", Scope.FOUND, "打开", "文库搜索：打开光标所在的报告，到那一处"),
        ("later-found", "down ctrl+n", Scope.FOUND, "下一条", "文库搜索：下一条"),
        ("earlier-found", "up ctrl+p", Scope.FOUND, "上一条", "文库搜索：上一条"),
        ("later-page-found", "pagedown", Scope.FOUND, "下一页", "文库搜索：下翻一页"),
        ("earlier-page-found", "pageup", Scope.FOUND, "上一页", "文库搜索：上翻一页"),
        ("facets", "tab", Scope.FOUND, "缩小范围", "文库搜索：按级别、年份、地区缩小范围"),
        ("close-found", "escape ctrl+c", Scope.FOUND, "返回", "文库搜索：放宽范围，再按返回"),
        ("close-facets", "tab escape ctrl+c", Scope.FACETS, "回到输入", "缩小范围时：回到输入"),
    ),
    Group.COPY: (
        ("copy", "y", Scope.READER, "复制", "复制选中的文字，没有则复制当前指标"),
        ("cite", "Y", Scope.READER, "引用", "连同指标名、报告名和章节一起复制"),
        ("copy-sentence", "s", Scope.READER, "复制整句", "复制当前指标或选文所在的整句"),
        ("copy-paragraph", "p", Scope.READER, "复制整段", "复制当前指标或选文所在的整段"),
        ("copy-marked", "c", Scope.READER, "复制成表", "把标记的指标复制成表；再按换格式"),
        ("select", "v", Scope.READER, "选文字", "用键盘逐字选文字；再按或 Esc 结束"),
        ("select-paragraphs", "V", Scope.READER, "选整段", "用键盘逐段选文字"),
        ("caret-left", "h left", Scope.SELECTION, "左移", "选文字时：左移一字"),
        ("caret-right", "l right", Scope.SELECTION, "右移", "选文字时：右移一字"),
        ("caret-down", "j down", Scope.SELECTION, "下移", "选文字时：下移一行"),
        ("caret-up", "k up", Scope.SELECTION, "上移", "选文字时：上移一行"),
        ("caret-next-word", "w", Scope.SELECTION, "下一词", "选文字时：到下一个词"),
        ("caret-word-before", "b", Scope.SELECTION, "上一词", "选文字时：到词首，再按到上一个词"),
        ("caret-word-end", "e", Scope.SELECTION, "词尾", "选文字时：到词尾"),
        ("caret-row-start", "0 ^ home", Scope.SELECTION, "行首", "选文字时：到行首"),
        ("caret-row-end", "$ end", Scope.SELECTION, "行尾", "选文字时：到行尾"),
        ("caret-next-paragraph", "}", Scope.SELECTION, "下一段", "选文字时：到下一段"),
        ("caret-paragraph-before", "{", Scope.SELECTION, "上一段", "选文字时：到段首，再按到上一段"),
        ("caret-top", "g", Scope.SELECTION, "开头", "选文字时：到开头"),
        ("caret-bottom", "G", Scope.SELECTION, "末尾", "选文字时：到末尾"),
        ("caret-swap", "o", Scope.SELECTION, "换端", "选文字时：到选文的另一端"),
        ("copy-selection", "ctrl+c", Scope.READER, "复制选文", "复制选中的文字；没有选文时按两次退出"),
    ),
    Group.PANES: (
        ("outline", "o", Scope.READER, "目录", "到目录，没有就打开；在目录中则关上"),
        ("figures", "i", Scope.READER, "指标表", "到指标表，没有就打开；在表中则关上"),
        ("reading-view", "z", Scope.READER, "只看正文", "只留正文，居中；再按恢复"),
        ("figures-view", "Z", Scope.READER, "只看指标句", "只看含指标的句子；再按回到全文此处"),
        ("autospace", "A", Scope.READER, "中西文间距", "中文与西文、数字之间空一格，或不空"),
        ("full-text", "enter ctrl+j", Scope.TEXT, "全文", "只看指标句时，回到全文此处"),
        ("next-pane", "tab", Scope.READER, "换窗格", "到下一个窗格"),
        ("previous-pane", "shift+tab", Scope.READER, "换窗格", "到上一个窗格"),
        ("choose", "enter ctrl+j", Scope.LIST, "前往", "到光标所在的条目（目录、指标表、帮助）"),
        ("expand", "l right", Scope.OUTLINE, "展开", "展开目录的这一节"),
        ("collapse", "h left", Scope.OUTLINE, "折叠", "折叠目录的这一节，或到上一层"),
        ("expand-all", "+ =", Scope.OUTLINE, "全展开", "展开全部目录"),
        ("collapse-all", "-", Scope.OUTLINE, "全折叠", "只留一级标题"),
        ("back", "escape", Scope.READER, "后退", "退一步：选文、高亮、选中的指标、窗格"),
    ),
    Group.PROGRAM: (
        ("help", "? f1", Scope.READER, "帮助", "列出所有按键；回车即执行，/ 筛选"),
        ("palette", "ctrl+p :", Scope.READER, "命令", "按名称或拼音找命令、标题、指标、报告"),
        ("palette-choose", "enter ctrl+j", Scope.PALETTE, "执行", "在命令面板、帮助的筛选中：执行，前往"),
        ("palette-close", "escape ctrl+c", Scope.PALETTE, "关闭", "在命令面板、帮助的筛选中：关闭"),
        ("palette-down", "down ctrl+n", Scope.PALETTE, "下一条", "在命令面板、帮助的筛选中：下一条"),
        ("palette-up", "up ctrl+p", Scope.PALETTE, "上一条", "在命令面板、帮助的筛选中：上一条"),
        ("theme", "ctrl+t", Scope.READER, "明暗", "换浅色或深色"),
        ("settings", ",", Scope.READER, "设置", "设置文件在哪里，写得对不对；改了随即生效"),
        ("filter-help", "/", Scope.HELP, "筛选", "在帮助中：按做什么、按键筛选"),
        ("close-help", "escape q ? f1 ctrl+c", Scope.HELP, "关闭", "关闭帮助"),
        ("redraw", "ctrl+l", Scope.APP, "重画", "重画屏幕"),
        ("suspend", "ctrl+z", Scope.APP, "暂停", "暂回命令行，fg 再回来"),
        ("quit", "q ctrl+q", Scope.APP, "退出", "记住读到哪里，退出"),
    ),
}  # fmt: skip

ACTIONS: tuple[Action, ...] = tuple(
    Action(id, tuple(keys.split()), title, help, group, scope)
    for group, rows in _REGISTRY.items()
    for id, keys, scope, title, help in rows
)
"""All actions, in the order of the help."""

HINTS: Mapping[str, tuple[str, ...]] = {
    "document": (
        "help", "search", "next-figure", "copy", "cite", "details", "quit", "outline", "figures", "whole", "palette",
    ),
    "outline": ("choose", "expand", "collapse", "expand-all", "collapse-all", "back", "help", "quit"),
    "figures": (
        "choose", "details", "filter-figures", "sort-figures", "group-figures", "whole", "mark-figure", "copy-marked",
        "copy", "back", "help", "quit",
    ),
    "words-list": ("choose", "filter-words", "next-words", "close-words"),
    "context-list": ("choose", "close-words"),
    "filter": ("accept-filter", "cancel-filter", "later-listed", "earlier-listed"),
    "scores": ("choose", "other-sentence", "over-years", "close-table"),
    "verdicts": ("choose", "other-sentence", "earlier-year", "later-year", "close-table"),
    "trend": (
        "choose", "other-sentence", "add-region", "drop-region", "trend-measure", "series-left", "series-right",
        "close-table",
    ),
    "pairs": ("choose", "other-sentence", "only-changes", "wording", "other-part", "close-table"),
    "compared": ("choose", "other-sentence", "wording", "close-table"),
    "results": ("choose", "results", "next-hit", "previous-hit", "back", "help", "quit"),
    "query": ("accept-search", "cancel-search", "later-hit", "older-query", "only-here", "take-offer"),
    "shelves": (
        "choose", "earlier-report", "later-report", "add-reports", "search-library", "filter-library",
        "region-over-years", "compare-held", "remove-report", "close-library",
    ),
    "library-path": ("accept-path", "cancel-path"),
    "library-query": ("open-found", "facets", "later-found", "earlier-found", "close-found"),
    "facets": ("choose", "close-facets", "line-down", "line-up"),
}  # fmt: skip
"""Ids of the actions whose keys are shown at the foot of the screen, by the id of what has the focus; useful ones first."""

HEARD_IN_READER = frozenset((Scope.APP, Scope.READER, Scope.PANE, Scope.LIST, Scope.OUTLINE))
"""Scopes of what can be done in the reader at any time, and so from the help and the palette."""

_NO_KEY = "no-key"
"""What an action is bound to that has no key; Textual takes an empty string for no change."""


def keys_of(action: Action, keymap: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the keys of ``action``: those of the user's ``keymap`` (keys by action id), maybe none, or else its own."""
    return keymap.get(action.id, action.keys)


def bindings(*scopes: Scope) -> list[BindingType]:
    """Return the bindings of the actions that belong to ``scopes``, for a class's ``BINDINGS``."""
    from textual.binding import (
        Binding,
    )  # here, for the command line tells of the registry, too, and needs no screen

    return [
        Binding(textual_keys(action.keys), action.command, action.title, id=action.id)
        for action in ACTIONS
        if action.scope in scopes
    ]


def actions_by_key(scope: Scope, keymap: Mapping[str, tuple[str, ...]]) -> dict[str, Action]:
    """Return the actions of ``scope`` by what Textual calls their keys, under the user's ``keymap``."""
    from textual.binding import BindingsMap

    found = {}
    for action in ACTIONS:
        if action.scope is scope and (keys := textual_keys(keys_of(action, keymap))):
            for key in BindingsMap([(keys, action.method, action.title)]).key_to_bindings:
                found[key] = action
    return found


def textual_keymap(keymap: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the user's ``keymap`` as ``App.set_keymap`` takes it."""
    return {identity: textual_keys(keys) or _NO_KEY for identity, keys in keymap.items()}


def problems(keymap: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the user's ``keymap``: the id of an action, and what is wrong with its keys."""
    known = {action.id for action in ACTIONS}
    for identity, keys in keymap.items():
        if identity not in known:
            yield identity, "没有这个操作"
        for key in keys:
            if not is_key(key):
                yield identity, f"没有 {key} 这个键"
    clashes: dict[tuple[str, str], None] = {}
    for scopes in _HEARD_TOGETHER:
        owners: dict[str, Action] = {}
        for action in ACTIONS:
            if action.scope not in scopes:
                continue
            for key in keys_of(action, keymap):
                other = owners.setdefault(key, action)
                if other is not action and (action.id in keymap or other.id in keymap):
                    named = action if action.id in keymap else other
                    clashes[named.id, f"{shown(key)} 既是“{other.title}”又是“{action.title}”"] = None
    yield from clashes


# Keys of these scopes are heard at the same time.
_HEARD_TOGETHER = (
    tuple(HEARD_IN_READER),
    (Scope.APP, Scope.READER, Scope.PANE, Scope.TEXT),
    (Scope.SELECTION,),
    (Scope.SEARCH,),
    (Scope.FILTER,),
    (Scope.PALETTE,),
    (Scope.LIBRARY, Scope.SHELVES, Scope.PANE, Scope.LIST),
    (Scope.ADDING,),
    (Scope.FOUND,),
    (Scope.FACETS, Scope.PANE, Scope.LIST),
    (Scope.DETAILS, Scope.PANE),
    (Scope.NOTE, Scope.PANE),
    (Scope.HELP, Scope.PANE, Scope.LIST),
    (Scope.TABLE, Scope.SCORES, Scope.GRID, Scope.PANE, Scope.LIST),
    (Scope.TABLE, Scope.COMPARE, Scope.PANE, Scope.LIST),
    (Scope.TABLE, Scope.TREND, Scope.PANE, Scope.LIST),
    (Scope.WORDS, Scope.PANE, Scope.LIST),
)
