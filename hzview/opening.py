"""From what a person names on the command line to a report."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from hzview import content
from hzview.errors import HzviewError
from hzview.model import Report
from hzview.printable import one_line

if TYPE_CHECKING:
    from hzview.limits import Limits

MAX_BYTES = 256 * 1024 * 1024
"""Files larger than this are refused, unless ``Limits.file_mb`` allows more."""

# How a report in TOML begins, after comments and blank lines: a file without the suffix is known by it.
_TOML = re.compile(rb"\s*(?:#[^\n]*\n\s*)*(?:\[report\]|paragraphs\s*=\s*\[)")


@dataclass(frozen=True, slots=True)
class Opened:
    """A report and where it came from."""

    report: Report
    """The report."""
    name: str
    """What to call its file in messages and titles; printable."""
    identity: str
    """Tells it from other reports between runs: a resolved path, or a digest of what came through standard input."""


def open_report(argument: str | None) -> Opened:
    """Open the report that ``argument`` names: a file, ``-`` for standard input, None for the bundled report.

    A file in TOML is read, any other is imported on the fly.

    Raises:
        HzviewError: it cannot be read, or is no report.
    """
    if argument is None:
        path = content.bundled()
        return Opened(_parse(read_bytes(path), path.name), path.name, "bundled:" + path.stem)
    data, name = read_named(argument)
    if argument == "-":
        import hashlib

        return Opened(read_report(data, name), name, "stdin:" + hashlib.sha256(data).hexdigest())
    return Opened(read_report(data, name), name, str(Path(argument).resolve()))


def read_named(argument: str) -> tuple[bytes, str]:
    """Return what the file ``argument`` holds, or standard input for ``-``, and what to call it in messages.

    Raises:
        HzviewError: as ``read_bytes``.
    """
    if argument != "-":
        return read_bytes(Path(argument)), one_line(argument)
    if sys.stdin is None:
        raise HzviewError("标准输入已关闭")
    return _bounded(_read(sys.stdin.buffer), "标准输入"), "标准输入"


def read_bytes(path: Path) -> bytes:
    """Return what the file at ``path`` holds.

    Raises:
        HzviewError: it is missing, no regular file, not readable, empty or larger than any report may be.
    """
    name = one_line(str(path))
    try:
        if path.is_dir():
            raise HzviewError(f"{name}：这是目录，不是文件；整个目录可用 hzview library add 收进文库")
        with path.open("rb") as file:
            data = _read(file)
    except FileNotFoundError as error:
        raise HzviewError(f"{name}：没有这个文件") from error
    except PermissionError as error:
        raise HzviewError(f"{name}：没有读取权限") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise HzviewError(f"{name}：无法读取（{reason or '名称无效'}）") from error
    return _bounded(data, name)


def _bounded(data: bytes, name: str) -> bytes:
    if not data.strip():
        raise HzviewError(f"{name}：内容为空")
    if len(data) > MAX_BYTES:
        limits = _limits()
        if len(data) > limits.file_mb << 20:
            most = max(MAX_BYTES >> 20, limits.file_mb)
            raise limits.exceeded(f"{name}：超过 {most} MB，不予读取", "file_mb", most + 1)
    return data


def _read(file: BinaryIO) -> bytes:
    """Return what ``file`` holds, or a byte more than it may hold."""
    data = file.read(MAX_BYTES + 1)
    more = (_limits().file_mb << 20) - MAX_BYTES if len(data) > MAX_BYTES else 0
    return data + file.read(more) if more > 0 else data


def _limits() -> Limits:
    from hzview.settings import load_limits  # asked for raw files alone

    return load_limits()


def is_toml(data: bytes, name: str) -> bool:
    """Return whether a file is to be read as TOML, by its name or by how it begins."""
    return name.lower().endswith(".toml") or bool(_TOML.match(data.removeprefix(b"\xef\xbb\xbf")))


def read_report(data: bytes, name: str) -> Report:
    """Read a report from what a file holds, in TOML or raw; ``name`` is what messages call it.

    Raises:
        HzviewError: it is no report.
    """
    if is_toml(data, name):
        return _parse(data, name)
    from hzview.importing import import_report

    return import_report(data, name, limits=_limits()).report


def _parse(data: bytes, name: str) -> Report:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise HzviewError(f"{name}：第 {line} 行：TOML 文件应为 UTF-8 编码") from error
    return content.parse(text, name)
