"""The user's library as the screens open it: where there is none, they say which keys make one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hzview.errors import HzviewError
from hzview.library import Library
from hzview.library.schema import library_path

ADD = "按 L 打开文库，再按 + 加入"
"""What to do where the library lacks something."""


@contextmanager
def users_library() -> Iterator[Library]:
    """The user's library, open.

    Raises:
        HzviewError: there is none yet, or it cannot be read.
    """
    if not library_path().exists():
        raise HzviewError(f"还没有文库：{ADD}报告")
    with Library() as library:
        yield library
