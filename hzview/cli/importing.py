"""``hzview import``: raw files to TOML that a person can mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hzview import atomic, content, opening
from hzview.cli import terminal
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.importing import Imported, import_report
from hzview.limits import Limits, parsed
from hzview.printable import one_line
from hzview.settings import load_limits

if TYPE_CHECKING:
    from hzview.cli.chinese import Verb

_SHOWN = 60
"""Characters of a passage that the account of an import shows."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks of every file."""

    as_printed: bool
    """Whether half-width punctuation between Chinese characters stays as it is."""
    title: str | None
    """Title to use instead of the one found."""
    region: str | None
    """Region to use instead of the one found."""
    year: int | None
    """Year of delivery to use instead of the one found."""
    limits: Limits
    """What a file may take."""


def run(
    files: Sequence[str],
    output: str | None,
    into: str | None,
    force: bool,
    report: bool,
    as_printed: bool,
    title: str | None,
    region: str | None,
    year: int | None,
    limit: Sequence[str],
) -> Status:
    """Import ``files``: one to the standard output or to ``output``, any number into the folder ``into``."""
    wishes = Wishes(as_printed, title, region, year, _limits(limit))
    _check(files, output, into, title)
    if into is not None:
        from hzview.cli.folder import import_into

        return import_into(files, Path(into), wishes, force=force, report=report)
    imported = import_file(files[0], wishes)
    for warning in warnings(files[0], imported.notes):
        terminal.complain(warning)
    text = content.dump(imported.report)
    if output is not None:
        if files[0] != "-" and Path(output).exists() and Path(files[0]).samefile(output):
            raise HzviewError(f"{one_line(output)}：这是原始文件，不能写在它上面")
        atomic.write_text(Path(output), text)
    else:
        terminal.use_utf8()
        for line in text.removesuffix("\n").split("\n"):
            terminal.line(line)
    if report:
        say = terminal.complain if output is None else terminal.line
        for line in account(imported):
            say(line)
    return Status.FOUND


def _limits(raised: Iterable[str]) -> Limits:
    """Return the limits in force, those that the command line names as it has them."""
    limits = load_limits()
    try:
        return limits.raised(parsed(",".join(raised)))
    except ValueError as error:
        raise HzviewError(f"--limit：{one_line(str(error))}") from error


def _check(files: Sequence[str], output: str | None, into: str | None, title: str | None) -> None:
    """Refuse combinations that cannot be meant."""
    context = click.get_current_context()
    if output is not None and into is not None:
        context.fail("-o 与 --into 只能用一个")
    if len(files) > 1 and into is None:
        context.fail("多个文件须用 --into 指定目录")
    if len(files) > 1 and title is not None:
        context.fail("--title 只能用于一个文件")


def import_file(file: str, wishes: Wishes) -> Imported:
    """Import the file of that name.

    Raises:
        HzviewError: it cannot be read, is no report, or has been imported already.
    """
    data, name = opening.read_named(file)
    if opening.is_toml(data, name):
        raise HzviewError(f"{name}：已是整理过的 TOML，不必再整理")
    return import_report(
        data,
        name,
        as_printed=wishes.as_printed,
        title=wishes.title,
        region=wishes.region,
        year=wishes.year,
        limits=wishes.limits,
    )


def warnings(file: str, notes: Iterable[str]) -> Iterator[str]:
    """Yield a line for each thing that a person should look at in what came of ``file``."""
    return (f"{one_line(file)}：请核对：{note}" for note in notes)


def account(imported: Imported) -> Iterator[str]:
    """Yield a line for everything that importing concluded, took out or changed, with the reason."""
    if imported.encoding:
        yield f"编码 {imported.encoding}"
    for evidence in imported.evidence:
        yield f"{evidence.field} = {evidence.value}，依据 {_shortened(evidence.found)}"
    for removal in imported.removed:
        instead = f" → {removal.instead}" if removal.instead else ""
        yield f"第 {removal.line} 行 {removal.reason}：{_shortened(removal.text)}{instead}"
    yield f"共去除或改动 {len(imported.removed)} 处"


def _shortened(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…（共 {len(text)} 字）"


def declare() -> Verb:
    """Declare the verb."""
    from hzview.cli.chinese import Argument, Count, Verb

    return Verb(
        "import",
        run,
        [
            Argument(
                "files",
                "文件",
                "原始文件：txt、md、html、docx、pdf 等；- 为标准输入；\n--into 时也可以是目录",
                many=True,
                file=True,
            ),
            click.Option(["-o", "output"], metavar="文件", help="写入这个文件；不写则输出到标准输出"),
            click.Option(
                ["--into"], metavar="目录", help="每个文件写成此目录里的同名 .toml；一个出错不影响其余"
            ),
            click.Option(["--force"], is_flag=True, help="--into 时覆盖内容不同的已有文件"),
            click.Option(
                ["--report"],
                is_flag=True,
                help="列出认出了什么、去除和改动了什么，各有什么依据；\n全文输出到标准输出时，清单写到标准错误",
            ),
            click.Option(["--as-printed"], is_flag=True, help="保留原样的半角标点"),
            click.Option(["--title"], metavar="标题", help="指定标题，不用从文中认出的"),
            click.Option(["--region"], metavar="地区", help="指定地区，如 湖州市"),
            click.Option(
                ["--limit"],
                multiple=True,
                metavar="名称=整数",
                help="放宽一项上限，如 pages=5000，可写几次；有哪些见 config show",
            ),
            click.Option(["--year"], type=Count(1949, 2999), metavar="年份", help="指定作报告的年份"),
        ],
        summary="把原始文件整理成可修改的 TOML",
        help="把原始文件整理成 TOML：认出标题、章节和段落，去掉网页杂项，供人核对修改。",
        examples="hzview import 报告.html -o 报告.toml --report\nhzview import 原始目录 --into reports",
    )
