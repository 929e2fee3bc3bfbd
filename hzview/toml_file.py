"""TOML files that a person writes, the settings and the catalog, read with one clear line for what is wrong."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from hzview import atomic
from hzview.errors import HzviewError
from hzview.printable import one_line


def read_toml(path: Path, what: str, largest: int) -> tuple[str, dict[str, Any]]:
    """Return the text of the file at ``path`` and the table that it holds.

    ``what`` is what messages call it in Chinese; ``largest`` is the most that it may have, in bytes, whole megabytes.

    Raises:
        FileNotFoundError: there is none.
        HzviewError: it cannot be read, is too large, no UTF-8 or no TOML; the message names the file and the line.
    """
    name = one_line(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise HzviewError(f"{name}：{what}读不了（{atomic.reason(error)}）") from error
    if len(data) > largest:
        raise HzviewError(f"{name}：{what}超过 {largest >> 20} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise HzviewError(f"{name}：第 {line} 行：{what}应为 UTF-8 编码") from error
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1  # "at end of document"
        raise HzviewError(f"{name}：第 {line} 行：不合 TOML 语法") from error
    except RecursionError as error:
        raise HzviewError(f"{name}：嵌套过深，无法读取") from error
