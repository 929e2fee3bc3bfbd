"""``hzview config``: where the settings are, what can be set, and whether what is set can be used."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from hzview.cli import terminal
from hzview.cli.chinese import Group, Verb
from hzview.cli.status import Status
from hzview.printable import one_line
from hzview.settings import SETTINGS, settings_path
from hzview.tui.actions import ACTIONS
from hzview.tui.settings_watch import fine, read_settings


def path() -> Status:
    """Print where the settings file is, or would be."""
    terminal.line(str(settings_path()))
    return Status.FOUND


def show() -> Status:
    """Print a settings file in which everything is explained and stands as it comes."""
    terminal.use_utf8()
    for line in default_file():
        terminal.line(line)
    return Status.FOUND


def check() -> Status:
    """Print what is wrong in the settings file, a line each."""
    _, wrong = read_settings(settings_path())
    for line in wrong or [fine(settings_path())]:
        terminal.line(line)
    return Status.BAD_INPUT if wrong else Status.FOUND


def default_file() -> Iterator[str]:
    """Yield the lines of a settings file that changes nothing: each setting explained, and commented out."""
    yield "# hzview 的设置。去掉行首的 # 并改成想要的值；没有写的照默认。"
    yield f"# 本文件的位置：{one_line(str(settings_path()))}"
    yield "# 改好后执行 hzview config check，看有没有写错；开着的阅读器随即照新的来。"
    for setting in SETTINGS:
        yield ""
        yield from (f"# {line}" for line in setting.help.splitlines())
        yield f"# {setting.key} = {setting.default}"
    yield ""
    yield "# 按键：左边是操作的名称，右边是它的键，可以有几个；写 [] 则没有键。"
    yield "# 单个字符照写；其他键写名称：enter、escape、tab、space、pagedown、home、up、f5；组合键如 ctrl+f。"
    yield "[keys]"
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        yield f"# —— {group} ——"
        for action in actions:
            keys = ", ".join(f'"{key}"' for key in action.keys)
            yield f"# {action.id} = [{keys}]  # {action.help}"


def declare() -> Group:
    """Declare the verb and its own."""
    return Group(
        "config",
        commands=[
            Verb(
                "path",
                path,
                [],
                summary="设置文件在哪里",
                help="输出设置文件的位置；文件可以还不存在。",
                examples="hzview config path",
            ),
            Verb(
                "show",
                show,
                [],
                summary="输出默认的设置文件，每项都有说明",
                help="输出默认的设置文件：每项设置、每个操作的按键都有说明。照抄过去，改想改的即可。",
                examples='mkdir -p "$(dirname "$(hzview config path)")"\nhzview config show > "$(hzview config path)"',
            ),
            Verb(
                "check",
                check,
                [],
                summary="检查设置文件",
                help="检查设置文件，逐行指出哪里不对、为什么。有不对的，退出状态为 2。",
                examples="hzview config check",
            ),
        ],
        summary="查看、检查设置",
        help="设置文件在哪里，能设置什么，写得对不对。程序从不改动这个文件。",
        examples="hzview config show\nhzview config check",
    )
