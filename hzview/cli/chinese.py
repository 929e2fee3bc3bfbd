"""click in Chinese: help pages, messages about arguments, parameter types.

click takes its texts from gettext catalogues that it does not ship, and lays pages out by characters, of which a
Chinese one takes two cells. So pages are laid out here, and errors are told by their class, not by their English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import click

from hzview.cli import terminal
from hzview.errors import HzviewError


class Argument(click.Argument):
    """A positional argument with a line of help."""

    def __init__(
        self,
        name: str,
        label: str,
        help: str,
        *,
        required: bool = True,
        many: bool = False,
        file: bool = False,
    ) -> None:
        shown = label + ("…" if many else "")
        super().__init__(
            [name],
            type=click.Path(allow_dash=True) if file else click.STRING,  # a shell completes names of files
            required=required,
            nargs=-1 if many else 1,
            metavar=shown if required else f"[{shown}]",
        )
        self.label = label
        """What it is called in usage lines and messages."""
        self.description = help
        """What it is, for the help page."""


class Chinese(click.Command):
    """What every command here has: its help page and its complaints in Chinese."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and refuse what is left over (click's own complaint has no class to tell it by)."""
        try:
            left = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # click's parser leaves it out of some
            raise
        if left and not isinstance(self, click.Group):
            ctx.fail(f"多余的参数：{' '.join(left)}")
        return left

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole help page."""
        formatter.write("\n".join(_page(self, ctx)) + "\n")


class Verb(Chinese):
    """One verb of the command line. Its callback returns the exit status."""

    def __init__(
        self,
        name: str,
        callback: Callable[..., int],
        params: Sequence[click.Parameter],
        *,
        summary: str,
        help: str,
        examples: str,
    ) -> None:
        super().__init__(
            name,
            callback=callback,
            params=[*params, help_option()],
            add_help_option=False,
            short_help=summary,
            help=help,
            epilog=examples,
            options_metavar="[选项]",
            context_settings={"allow_extra_args": True},
        )


class Group(Chinese, click.Group):
    """A verb with verbs of its own."""

    def __init__(
        self, name: str, *, commands: Sequence[click.Command], summary: str, help: str, examples: str
    ) -> None:
        super().__init__(
            name,
            callback=_missing_verb,
            invoke_without_command=True,
            commands=commands,
            params=[help_option()],
            add_help_option=False,
            short_help=summary,
            help=help,
            epilog=examples,
            options_metavar="[选项]",
            subcommand_metavar="子命令 …",
        )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb that ``args`` begin with."""
        if args[0] not in self.commands:
            ctx.fail(f"没有 {args[0]} 这个子命令，只有 {'、'.join(self.commands)}")
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of the help page."""
        return list(self.commands)


def _missing_verb() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        context.fail("缺少子命令")


def help_option() -> click.Option:
    """Return ``--help``, for use instead of click's own, which is in English."""
    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_help,
        help="显示本页",
    )


def _show_help(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        for text in ctx.get_help().splitlines():
            terminal.line(text)
        ctx.exit()


class Choice(click.Choice[str]):
    """One of several words."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """Say what may be chosen."""
        return f"“{value}”不在可选之列：{'、'.join(self.choices)}"


class Count(click.ParamType[int]):
    """A whole number between two others."""

    name = "整数"

    def __init__(self, least: int, most: int) -> None:
        self._least = least
        self._most = most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read the number, or fail saying between which two it should lie."""
        text = str(value)
        if text.isdecimal() and self._least <= int(text[:12]) <= self._most:
            return int(text)
        return self.fail(f"“{text}”应为 {self._least}—{self._most} 之间的整数", param, ctx)


class Parsed(click.ParamType[object]):
    """Whatever a function reads out of a text."""

    def __init__(self, name: str, parse: Callable[[str], object]) -> None:
        """Read values by ``parse``, which raises ``HzviewError`` where it cannot; ``name`` is what they are called."""
        self.name = name
        self._parse = parse

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:
        """Read the value, or fail with what was said against it."""
        try:
            return self._parse(str(value))
        except HzviewError as error:
            return self.fail(str(error), param, ctx)


def complaint(error: click.ClickException) -> str:
    """Return what is wrong with the command line, in Chinese, with the way to the help page."""
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return error.format_message()
    path = error.ctx.command_path.strip()
    return f"{path}：{_what(error, error.ctx)}（用法见 {path} --help）"


def _what(error: click.UsageError, ctx: click.Context) -> str:
    match error:
        case click.NoSuchOption():
            guess = f"；是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
            return f"没有 {error.option_name} 这个选项{guess}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} {_misuse(error.option_name, ctx)}"
        case click.MissingParameter(param=click.Parameter() as param):
            return f"缺少 {_label(param)}"
        case click.BadParameter(param=click.Parameter() as param):
            return f"{_label(param)} {error.message}"
        case _:
            return error.message


def _misuse(name: str, ctx: click.Context) -> str:
    flag = any(
        isinstance(p, click.Option) and p.is_flag and name in (*p.opts, *p.secondary_opts)
        for p in ctx.command.params
    )
    return "不带值" if flag else "后面缺少值"


def _label(param: click.Parameter) -> str:
    return param.label if isinstance(param, Argument) else param.opts[-1]


def _page(command: click.Command, ctx: click.Context) -> Iterator[str]:
    yield f"用法：{ctx.command_path.strip()} {' '.join(command.collect_usage_pieces(ctx))}"
    yield ""
    yield from (command.help or "").splitlines()
    params = command.get_params(ctx)
    yield from _section("参数", [(p.label, p.description) for p in params if isinstance(p, Argument)])
    yield from _section("选项", [(spelling(p), p.help or "") for p in params if isinstance(p, click.Option)])
    if isinstance(command, click.Group):
        verbs = [command.get_command(ctx, name) for name in command.list_commands(ctx)]
        yield from _section("命令", [(v.name or "", v.short_help or "") for v in verbs if v is not None])
    yield ""
    yield "例："
    yield from (f"  {example}" for example in (command.epilog or "").splitlines())


def spelling(option: click.Option) -> str:
    """Return how an option is typed: its names, and what goes with it."""
    names = ", ".join((*option.opts, *option.secondary_opts))
    if option.is_flag:
        return names
    kind = option.type
    return (
        f"{names} {'|'.join(kind.choices) if isinstance(kind, click.Choice) else option.metavar or kind.name}"
    )


def _section(title: str, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield a titled table of two columns; a line break in the second goes on below it."""
    from hzview.typeset import cell_width

    if not rows:
        return
    yield ""
    yield f"{title}："
    width = max(cell_width(term) for term, _ in rows)
    for term, text in rows:
        first, *rest = text.splitlines()
        yield f"  {term}{' ' * (width - cell_width(term))}  {first}"
        yield from (f"  {' ' * width}  {more}" for more in rest)
