"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from hzview.errors import HzviewError
from hzview.printable import one_line

_REASONS = {
    errno.ENOENT: "目录不存在",
    errno.ENOTDIR: "上级不是目录",
    errno.EEXIST: "已有同名的文件",
    errno.EISDIR: "这是目录，不是文件",
    errno.EACCES: "没有写入权限",
    errno.EPERM: "没有写入权限",
    errno.EROFS: "文件系统只读",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出磁盘配额",
    errno.ENAMETOOLONG: "名称过长",
}


def reason(error: OSError) -> str:
    """Say in Chinese why a file could not be written; in the system's words where they are rare."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


def write_text(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 to ``path``: all of it or, if anything goes wrong, nothing.

    A file that is there keeps its permissions, a symbolic link its place; what is no file (/dev/stdout, a pipe) is
    simply written to.

    Raises:
        HzviewError: it cannot be written.
    """
    data = text.encode("utf-8")
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise HzviewError(f"{one_line(str(path))}：写不进去（{reason(error)}）") from error


def _replace(target: Path, data: bytes) -> None:
    """Put a file with ``data`` in the place of ``target``."""
    from uuid import uuid4

    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    # Not tempfile: its files are for their owner alone, and a report is for whoever may read the folder.
    draft = target.with_name(f".{uuid4().hex}.tmp")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if target.exists():
                os.chmod(draft, target.stat().st_mode & 0o7777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
