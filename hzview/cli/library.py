"""``hzview library``: many reports in one file."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click

from hzview.cli import terminal
from hzview.cli.chinese import Argument, Count, Group, Verb
from hzview.cli.options import choice_options, format_options, library_option
from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.exporting import Column, Format
from hzview.library import Choice, Library
from hzview.library.index import OUT_OF_STEP
from hzview.model import LEVELS
from hzview.printable import one_line

_COLUMNS = (
    Column("id", "编号", right=True),
    Column("region", "地区", most=24),
    Column("level", "级别"),
    Column("year", "年份", right=True),
    Column("characters", "字数", right=True),
    Column("figures", "指标", right=True),
    Column("title", "标题", most=48),
)
_FIGURES = (
    Column("region", "地区", most=24),
    Column("year", "报告年", right=True),
    Column("indicator", "指标", most=32),
    Column("text", "数值", right=True),
    Column("kind", "性质"),
    Column("period", "年份", right=True),
    Column("section", "章节", most=40),
)
_KINDS = {"actual": "实绩", "target": "目标"}


def add(paths: Sequence[str], library: str | None) -> Status:
    """Put the reports in ``paths`` into the library and say of each file that failed why, and how many did not."""
    from hzview.library.adding import Result, add_files, files_in

    gc.enable()  # off for verbs that end at once (see hzview.__main__); this one may go on for long
    files = files_in(paths)
    numbers = dict.fromkeys(Result, 0)
    with open_library(library, create=True) as store, closing(add_files(store, files)) as outcomes:
        try:
            for done, outcome in enumerate(outcomes, 1):
                numbers[outcome.result] += 1
                terminal.progress("")
                if outcome.complaint:
                    terminal.complain(outcome.complaint)
                terminal.progress(f"{done}/{len(files)} {one_line(Path(outcome.file).name)[:24]}")
        finally:
            terminal.progress("")
    failed = numbers[Result.FAILED]
    terminal.line(
        f"共 {len(files)} 个文件：加入 {numbers[Result.ADDED]}，已在文库 {numbers[Result.KNOWN]}，失败 {failed}"
    )
    if failed:
        return Status.BAD_INPUT
    return Status.FOUND if files else Status.NOTHING


def list_reports(
    library: str | None, region: str, level: str | None, years: tuple[int, int] | None, form: str, bom: bool
) -> Status:
    """Print one row for each report."""
    with open_library(library) as store:
        rows = store.reports(Choice(region, level or "", years))
    return print_rows(_in_words(rows, form), _COLUMNS, form, bom=bom)


def show(number: int, library: str | None, toml: bool, form: str, bom: bool) -> Status:
    """Print what is known of a report, or the report itself."""
    with open_library(library) as store:
        about = store.about(number)
        text = store.toml(number) if toml else ""
    if toml:
        terminal.use_utf8()
        for line in text.removesuffix("\n").split("\n"):
            terminal.line(line)
        return Status.FOUND
    columns = (*_COLUMNS, Column("date", "日期"), Column("file", "原文件"))
    if form != Format.TEXT:
        return print_rows(_in_words([about], form), columns, form, bom=bom)
    for row in _in_words([about], form):
        for column in columns:
            value = row[column.key]
            terminal.line(f"{column.title}  {'—' if value in ('', None) else value}")
    return Status.FOUND


def remove(numbers: Sequence[int], library: str | None) -> Status:
    """Take reports out."""
    with open_library(library) as store:
        terminal.line(f"已移出 {store.remove(numbers)} 份报告")
    return Status.FOUND


def check(library: str | None) -> Status:
    """Look for what is wrong in the file, and say it."""
    with open_library(library) as store:
        wrong = unindexed = 0
        for complaint in store.check():
            wrong += 1
            unindexed += complaint.endswith(OUT_OF_STEP)
            terminal.complain(complaint)
        total = len(store.reports())
    terminal.line(f"{total} 份报告：" + (f"发现 {wrong} 处问题" if wrong else "没有问题"))
    if unindexed:
        terminal.complain("索引可用 hzview library reindex 重建")
    return Status.BAD_INPUT if wrong else Status.FOUND


def reindex(library: str | None) -> Status:
    """Make the index anew."""
    with open_library(library) as store:
        store.reindex(tell)
        total = len(store.reports())
    terminal.line(f"已重建 {total} 份报告的索引")
    return Status.FOUND


def export_figures(
    library: str | None, region: str, level: str | None, years: tuple[int, int] | None, form: str, bom: bool
) -> Status:
    """Print the figures of the reports that are wanted, one row for each figure and indicator."""
    with open_library(library) as store:
        rows = _figure_rows(
            store, Choice(region, level or "", years), in_words=form in (Format.TEXT, Format.MD)
        )
        return print_rows(rows, _FIGURES, form, bom=bom)


def _figure_rows(store: Library, choice: Choice, *, in_words: bool) -> Iterator[dict[str, object]]:
    for report in store.reports(choice):
        known = {"report": report["id"], "region": report["region"], "year": report["year"]}
        for figure in store.figures(int(str(report["id"]))):
            row = {**known, **figure}
            yield {**row, "kind": _KINDS[str(row["kind"])]} if in_words else row


def _in_words(rows: Sequence[dict[str, object]], form: str) -> Iterator[dict[str, object]]:
    """Yield rows of reports; for people, the level in Chinese."""
    for row in rows:
        level = str(row["level"])
        yield {**row, "level": LEVELS.get(level, level)} if form in (Format.TEXT, Format.MD) else row


def open_library(library: str | None, *, create: bool = False) -> Library:
    """Open the library in the file ``library``, by default the user's; say so where it has to be upgraded first.

    Raises:
        HzviewError: as ``Library``.
    """
    return Library(None if library is None else Path(library), create=create, tell=tell)


def tell(doing: str, done: int, all: int) -> None:
    """Show how far something that takes long has come, where somebody watches the standard error; see ``Tell``."""
    terminal.progress(f"{doing} {done}/{all}" if done < all else "")


def declare() -> Group:
    """Declare the verb and its own."""
    return Group(
        "library",
        commands=[_add(), *_reading(), _remove(), _check(), _reindex(), _export()],
        summary="把许多份报告收进文库",
        help="把许多份报告和其中的指标收进一个文件（SQLite），供成批取用。",
        examples="hzview library add 报告目录\nhzview library list --region 浙江\nhzview library export --format csv > 指标.csv",
    )


def _add() -> Verb:
    return Verb(
        "add",
        add,
        [
            Argument("paths", "文件", "报告文件或目录；目录连同下级一并加入", many=True, file=True),
            library_option(),
        ],
        summary="加入报告",
        help="加入报告。内容相同的只存一份；一个文件出错不影响其余；中断后再执行一次即接着做完。",
        examples="hzview library add 报告.docx\nhzview library add 报告目录",
    )


def _reading() -> list[click.Command]:
    number = Argument("number", "编号", "list 所列的编号")
    number.type = Count(1, 10**9)
    return [
        Verb(
            "list",
            list_reports,
            [library_option(), *choice_options(), *format_options()],
            summary="列出报告",
            help="列出文库里的报告，年份近的在前。",
            examples="hzview library list --level province --year 2015-2020",
        ),
        Verb(
            "show",
            show,
            [
                number,
                library_option(),
                click.Option(["--toml"], is_flag=True, help="输出报告全文（TOML）"),
                *format_options(),
            ],
            summary="看一份报告的情况，或取出全文",
            help="看一份报告的情况，或取出全文。",
            examples="hzview library show 3\nhzview library show 3 --toml | hzview figures -",
        ),
    ]


def _remove() -> Verb:
    numbers = Argument("numbers", "编号", "list 所列的编号", many=True)
    numbers.type = Count(1, 10**9)
    return Verb(
        "remove",
        remove,
        [numbers, library_option()],
        summary="移出报告",
        help="把报告移出文库；原文件不动。有一个编号不存在，就一份也不移。",
        examples="hzview library remove 3 5",
    )


def _check() -> Verb:
    return Verb(
        "check",
        check,
        [library_option()],
        summary="检查文库",
        help="检查文库文件是否完好，正文能否读出，指标和索引是否与正文相符；只看不改。",
        examples="hzview library check",
    )


def _reindex() -> Verb:
    return Verb(
        "reindex",
        reindex,
        [library_option()],
        summary="重建搜索用的索引",
        help="根据文库里的报告重建搜索用的索引；check 说索引不符时用。",
        examples="hzview library reindex",
    )


def _export() -> Verb:
    return Verb(
        "export",
        export_figures,
        [library_option(), *choice_options(), *format_options()],
        summary="导出指标",
        help="导出文库里各份报告的指标，每个指标一行。",
        examples="hzview library export --region 湖州 --format csv --bom > 指标.csv",
    )
