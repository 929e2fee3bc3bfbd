"""Many files imported into a folder, side by side; one that is bad does not stop the rest."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hzview import atomic, content
from hzview.cli import terminal
from hzview.cli.importing import Wishes, account, import_file, warnings
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.printable import one_line
from hzview.processes import ENDED, side_by_side

_SHOWN = 24
"""Characters of a file's name that are shown while it is being worked on."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to import."""

    file: str
    """Its name; ``-`` for standard input."""
    target: Path
    """What to write."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job."""

    job: Job
    """The job."""
    complaint: str = ""
    """Why nothing was written, in one line of Chinese; empty where all went well."""
    notes: tuple[str, ...] = ()
    """What a person should look at."""
    account: tuple[str, ...] = ()
    """Everything that importing concluded and took out, one line each; empty unless asked for."""


def import_into(files: Sequence[str], folder: Path, wishes: Wishes, *, force: bool, report: bool) -> Status:
    """Import ``files``, and what is in those that are folders, into ``folder``; say of each what became of it."""
    gc.enable()  # off for verbs that end at once (see __main__); this one may go on for long
    failed = doubtful = total = 0
    todo = jobs(files, folder)
    # Who watches sees how far it is; a file or a program that reads this gets a line for each file.
    watched = terminal.is_terminal() and not report
    try:
        for outcome in _outcomes(partial(_import, wishes=wishes, force=force, report=report), todo):
            total += 1
            failed += bool(outcome.complaint)
            doubtful += bool(outcome.notes)
            terminal.progress("")
            _print(outcome, watched=watched)
            terminal.progress(f"{total}/{len(todo)} {Path(outcome.job.file).name[:_SHOWN]}")
    except KeyboardInterrupt:
        terminal.progress("")
        terminal.complain(f"已停下：整理了 {total}/{len(todo)} 个文件；再执行一次同样的命令，会接着做完")
        raise
    finally:
        terminal.progress("")
    terminal.line(f"共 {total} 个文件：成功 {total - failed}，其中须核对 {doubtful}；失败 {failed}")
    return Status.BAD_INPUT if failed else Status.FOUND


def jobs(files: Sequence[str], folder: Path) -> list[Job]:
    """Return what there is to do, in order.

    What is in a folder keeps its place below it; hidden files and TOML are left out there.
    """
    found: list[Job] = []
    for file in files:
        if not os.path.isdir(file):
            found.append(Job(file, folder / f"{'stdin' if file == '-' else Path(file).stem}.toml"))
            continue
        for place, folders, names in os.walk(file):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            below = folder / Path(place).relative_to(file)
            found += (
                Job(os.path.join(place, name), below / f"{Path(name).stem}.toml")
                for name in sorted(names)
                if not name.startswith(".") and not name.lower().endswith(".toml")
            )
    return found


def _outcomes(work: Callable[[Job], Outcome], todo: Sequence[Job]) -> Generator[Outcome, None, None]:
    """Yield what came of each job, in order; a job whose target another one writes comes to nothing."""
    first: dict[Path, Job] = {}
    for job in todo:
        first.setdefault(job.target, job)
    each = list(first.values())
    alone = any(job.file == "-" for job in each)  # standard input is at hand in this process only
    with closing(_here(work, each) if alone else side_by_side(work, each, _ended)) as done:
        for job in todo:
            if first[job.target] is job:
                yield next(done)
            else:
                other = one_line(first[job.target].file)
                yield Outcome(
                    job, f"{one_line(job.file)}：与 {other} 同名，都应写入 {one_line(str(job.target))}"
                )


def _here(work: Callable[[Job], Outcome], todo: Sequence[Job]) -> Generator[Outcome, None, None]:
    """Yield the outcome of each job, done in this process."""
    yield from map(work, todo)


def _ended(job: Job) -> Outcome:
    """What came of a job that brought down its process."""
    return Outcome(job, f"{one_line(job.file)}：{ENDED}")


def _import(job: Job, wishes: Wishes, force: bool, report: bool) -> Outcome:
    """Do one job; perhaps in a process of its own."""
    try:
        imported = import_file(job.file, wishes)
        _save(job.target, content.dump(imported.report), force)
    except HzviewError as error:
        return Outcome(job, str(error))
    return Outcome(job, "", imported.notes, tuple(account(imported)) if report else ())


def _save(target: Path, text: str, force: bool) -> None:
    """Write ``text`` to ``target`` unless that would undo what a person has mended there."""
    if target.exists() and not force:
        if target.is_file() and target.read_bytes() == text.encode():
            return
        raise HzviewError(f"{one_line(str(target))}：已有此文件且内容不同；覆盖请加 --force")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HzviewError(f"{one_line(str(target.parent))}：建不了目录（{atomic.reason(error)}）") from error
    atomic.write_text(target, text)


def _print(outcome: Outcome, *, watched: bool) -> None:
    """Say what became of one file; of one that went well nothing where somebody watches."""
    if outcome.complaint:
        terminal.complain(outcome.complaint)
        return
    if not watched:
        terminal.line(f"{one_line(outcome.job.file)} → {one_line(str(outcome.job.target))}")
    for warning in warnings(outcome.job.file, outcome.notes):
        terminal.complain(warning)
    for line in outcome.account:
        terminal.line("  ", line)
