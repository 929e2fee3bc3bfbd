"""``hzview man``: the manual page, made from the command line, the registry of actions and the settings themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from hzview import __version__
from hzview.cli import terminal
from hzview.cli.chinese import Argument, Verb, spelling
from hzview.cli.status import Status
from hzview.printable import one_line
from hzview.settings import SETTINGS
from hzview.tui.actions import ACTIONS
from hzview.tui.keys import shown

_STATUS = (
    ("0", "有结果，或已办妥"),
    ("1", "输入没有问题，但没有找到"),
    ("2", "输入或命令行有误，原因在标准错误上，一行"),
    ("130", "被 Ctrl+C 中断"),
    ("141", "输出没有读完就被关上（| head）"),
)
_FILES = (
    ("~/.config/hzview/config.toml", "设置；位置由 hzview config path 给出"),
    ("~/.local/state/hzview", "每份报告读到的地方"),
    ("~/.local/share/hzview/library.db", "文库"),
)
_ENVIRONMENT = (
    ("NO_COLOR", "不用颜色；实绩与目标以粗体与下划线相别"),
    ("TERM", "为 dumb 时不开阅读器，直接输出全文"),
    ("COLORFGBG", "终端的底色；主题为 auto 而终端不答时，据以选浅色或深色"),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_DATA_HOME", "设置、状态与文库所在的目录"),
)


def run() -> Status:
    """Print the manual page in roff."""
    terminal.use_utf8()
    for line in page():
        terminal.line(line)
    return Status.FOUND


def page() -> Iterator[str]:
    """Yield the lines of the manual page (man(7), as groff and mandoc read it)."""
    from hzview.cli.root import root

    context = click.Context(root, info_name="hzview")
    yield f'.TH HZVIEW 1 "" "hzview {__version__}" "hzview 手册"'
    yield ".ad l"  # blanks between Chinese and Latin words are not for filling lines
    yield from _section("名称", [r"hzview \- 在终端里读政府工作报告，取出其中的指标"])
    yield from _section("概要", [f".B {_text(root_usage(context, root))}"])
    yield from _section("说明", _paragraphs(root.help or ""))
    yield from _section("选项", _parameters(context, root))
    yield from _section("命令", _verbs(context, root))
    yield from _section("按键", _keys())
    yield from _section("设置", _settings())
    yield from _section("环境变量", _terms(_ENVIRONMENT))
    yield from _section("文件", _terms(_FILES))
    yield from _section("退出状态", _terms(_STATUS))


def root_usage(context: click.Context, command: click.Command) -> str:
    """Return how a command is called: its path, and what may follow."""
    return f"{context.command_path.strip()} {' '.join(command.collect_usage_pieces(context))}"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f".SH {title}"
    yield from lines


def _verbs(context: click.Context, group: click.Group) -> Iterator[str]:
    """Each command of ``group``, and theirs after it."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        inner = click.Context(command, parent=context, info_name=name)
        yield f'.SS "{_text(root_usage(inner, command))}"'
        yield from _paragraphs(command.help or "")
        yield from _parameters(inner, command)
        yield from _examples(command)
        if isinstance(command, click.Group):
            yield from _verbs(inner, command)


def _parameters(context: click.Context, command: click.Command) -> Iterator[str]:
    """Arguments and options."""
    for parameter in command.get_params(context):
        if isinstance(parameter, Argument):
            yield from _terms([(parameter.label, parameter.description)])
        elif isinstance(parameter, click.Option):
            yield from _terms([(spelling(parameter), parameter.help or "")])


def _examples(command: click.Command) -> Iterator[str]:
    if command.epilog:
        yield from (".PP", "例：", ".PP", ".nf", ".RS")
        yield from (_text(line) for line in command.epilog.splitlines())
        yield from (".RE", ".fi")


def _keys() -> Iterator[str]:
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        yield f".SS {group}"
        yield from _terms(
            ("  ".join(map(shown, action.keys)), f"{action.help}（{action.id}）") for action in actions
        )


def _settings() -> Iterator[str]:
    yield from _paragraphs("默认的设置文件由 hzview config show 输出，hzview config check 检查写得对不对。")
    yield from _terms((f"{setting.key} = {setting.default}", setting.help) for setting in SETTINGS)
    yield from _terms([("[keys]", "各操作的按键；左边写操作的名称，见上文括号里")])


def _terms(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Terms, each with what it means."""
    for term, text in rows:
        yield from (".TP", f".B {_text(term)}", _text(one_line(text)) or r"\&")


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield _text(line) if line else ".PP"


def _text(text: str) -> str:
    """``text`` as roff shows it: nothing in it is a request, an escape or a quote that ends an argument."""
    escaped = re.sub(r"[\\\-\"'`^~]", lambda match: _ESCAPES[match[0]], text)
    return rf"\&{escaped}" if escaped.startswith(".") else escaped


_ESCAPES = {
    "\\": r"\e", "-": r"\-", '"': r"\(dq", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti",
}  # fmt: skip


def declare() -> Verb:
    """Declare the verb."""
    return Verb(
        "man",
        run,
        [],
        summary="输出手册页（roff）",
        help="输出手册页，给 man 看，或存到 man 找得到的地方。",
        examples="hzview man | man -l -\nhzview man > ~/.local/share/man/man1/hzview.1",
    )
