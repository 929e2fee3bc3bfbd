"""The root of the command line: which verb is meant."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import click

from hzview import __version__
from hzview.cli import VERBS, options, reader, terminal
from hzview.cli.chinese import Chinese, Verb, complaint, help_option
from hzview.errors import HzviewError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Root(Chinese, click.Group):
    """``hzview``: a first argument that is no verb is a report for the reader."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of the help page."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a verb; None where ``cmd_name`` is none."""
        if cmd_name not in VERBS:
            return None
        command = import_module(VERBS[cmd_name]).declare()
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb that ``args`` begin with, else the reader for all of them."""
        if args[0] in VERBS:
            if ctx.params.get("print_copied"):
                ctx.fail("--print-copied 只用于打开阅读器")
            return super().resolve_command(ctx, args)
        if not os.path.lexists(args[0]) and (meant := _close_verb(args[0])):
            ctx.fail(f"没有 {args[0]} 这个命令或文件；是不是 {meant}？")
        return "", _reader, ["--print-copied", *args] if ctx.params.get("print_copied") else args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete verbs, else names of files."""
        from click.shell_completion import CompletionItem

        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; Ctrl+C ends it without click's empty line."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as interrupt:
            raise click.Abort from interrupt


def invoke(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` ask for and return the exit status.

    Raises:
        HzviewError: the command line cannot be used, or what it names.
        KeyboardInterrupt: Ctrl+C.
    """
    try:
        status: int = root.main(list(arguments), prog_name="hzview", standalone_mode=False)
    except click.ClickException as error:
        raise HzviewError(complaint(error)) from error
    except click.Abort as error:
        raise KeyboardInterrupt from error
    return status


def _close_verb(word: str) -> str:
    """Return the verb that ``word`` may be a slip of the hand for, or nothing."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, VERBS, 1, 0.75)), "")


def _without_verb(print_copied: bool) -> int | None:
    """Open the bundled report where no verb and no report was named."""
    # The reader's name is empty, and it is invoked all the same.
    alone = click.get_current_context().invoked_subcommand is None
    return reader.run(print_copied=print_copied) if alone else None


def _print_copied() -> click.Option:
    return click.Option(
        ["--print-copied"],
        is_flag=True,
        help="退出阅读器时，把复制过的文字输出到标准输出；\n可写成 $(hzview --print-copied)",
    )


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        terminal.line(f"hzview {__version__}")
        ctx.exit()


_reader = Verb(
    "hzview",
    reader.run,
    [options.report_argument(), _print_copied()],
    summary="打开阅读器",
    help="打开阅读器。",
    examples="hzview 报告.txt",
)
"""What is run where the first argument is no verb."""

root = Root(
    "hzview",
    callback=_without_verb,
    invoke_without_command=True,
    params=[
        click.Option(
            ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version, help="显示版本"
        ),
        _print_copied(),
        help_option(),
    ],
    add_help_option=False,
    help="""\
在终端里读政府工作报告：目录、正文、指标同屏，查找、复制、导出。

写报告文件名即打开阅读器；什么都不写，打开随附的湖州市 2018 年报告。
输出不是终端时，直接输出全文。文件与命令同名时写成 ./text 这样的路径。

退出状态：0 有结果，1 没有找到，2 输入有误。""",
    epilog="hzview\nhzview 报告.docx\nhzview figures 报告.docx --format csv > 指标.csv",
    options_metavar="[选项]",
    subcommand_metavar="[报告 | 命令 …]",
)
"""The command line."""
