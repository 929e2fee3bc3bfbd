"""The settings file while the reader runs: whether it is another one by now, and whether it can be used. No screen code."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from hzview.errors import HzviewError
from hzview.printable import one_line
from hzview.settings import Settings, SettingsFile, settings_path
from hzview.tui.actions import ACTIONS, problems

_Stamp = tuple[int, int, int]
"""Inode, time of the last change in nanoseconds, size in bytes: another file, or one that was written, has another."""


class SettingsWatch:
    """Looks now and then whether the settings file was written, put in place, or taken away."""

    def __init__(self, path: Path | None = None) -> None:
        """Watch the file at ``path``, by default the user's. As it is now, it counts as read."""
        self.path = settings_path() if path is None else path
        """Where the file is, or would be."""
        self._read = self._seen = self._stamp()

    def changed(self) -> bool:
        """Tell whether the file is another than the one that was read, and was that at the look before already.

        Whoever writes a file in several strokes, or moves the old one away first, is given the time between two looks.
        """
        stamp = self._stamp()
        settled = stamp == self._seen
        self._seen = stamp
        return settled and stamp != self._read

    def read(self) -> tuple[Settings, list[str]]:
        """Return what the file says now and what is wrong with it, as ``read_settings``."""
        self._read = self._seen = self._stamp()
        return read_settings(self.path)

    def _stamp(self) -> _Stamp | None:
        try:
            found = os.stat(self.path)
        except (OSError, ValueError):  # there is none, or none to be seen: reading it will say which
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def read_settings(path: Path) -> tuple[Settings, list[str]]:
    """Return what the file at ``path`` says and what is wrong with it, a line each; the settings hold if nothing is.

    Without a file everything is as it comes.
    """
    try:
        file = SettingsFile(path)
    except FileNotFoundError:
        return Settings(), []
    except HzviewError as error:
        return Settings(), [str(error)]
    wrong = list(file.problems([action.id for action in ACTIONS]))
    if wrong:
        return Settings(), wrong
    settings = file.settings()
    return settings, [file.said_of(*problem) for problem in problems_of_meaning(settings)]


def problems_of_meaning(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with values that each can be read: the setting (``theme``, ``keys.quit``), and what it is."""
    if settings.theme not in ("auto", "paper", "inkstone"):
        from hzview.tui.themes import no_such_theme  # the screen's library, only to ask for its themes

        if complaint := no_such_theme(settings.theme):
            yield "theme", complaint
    for action, what in problems(settings.keys):
        yield f"keys.{action}", what


def fine(path: Path) -> str:
    """Say of the settings file at ``path``, with which nothing is wrong, that it is fine or that there is none."""
    return f"{one_line(str(path))}：{'没有问题' if path.exists() else '没有设置文件，一切照默认'}"
