"""What a person has set: read and never written.

Settings stand in ``config.toml`` in the user's configuration folder (platformdirs; ``XDG_CONFIG_HOME`` on Linux). Every
key is optional; ``SETTINGS`` lists them, and ``hzview config show`` prints a file with each of them explained. Under
``[keys]`` stand the keys of actions, by the action's id.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hzview.errors import HzviewError
from hzview.limits import DEFAULT, MEANINGS, VARIABLE, Limits, parsed
from hzview.printable import one_line

_LARGEST_FILE = 1 << 20
"""Bytes of a settings file beyond which it is none."""
_MEASURES = range(24, 401)
"""Text columns, in cells, that can be read."""
_MOST_KEYS = 20
"""Keys that one action can have."""
_LONGEST_WORD = 40
"""Characters of a theme's name, or of a key's."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set. The defaults are what holds where nothing is set."""

    theme: str = "auto"
    """Name of a theme; ``auto`` for paper or inkstone, as the terminal's ground is light or dark."""
    measure: int = 76
    """Widest text column in cells."""
    ambiguous_width: int = 0
    """Cells that the terminal gives to characters of ambiguous width (“ ” … —): 1 or 2; 0: the terminal is asked."""
    autospace: bool = False
    """Whether a space is drawn where Chinese meets Latin letters or digits."""
    citation: str = "plain"
    """How a citation is written: plain, markdown or gbt7714."""
    table: str = "tsv"
    """How the marked figures are copied: tsv, markdown or csv."""
    clipboard: tuple[str, ...] = ()
    """Program, with its arguments, that takes what is copied on its standard input; empty for none."""
    limits: Limits = DEFAULT
    """What importing a raw file may take."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Keys of actions by the action's id; the others keep theirs."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of the settings file. Its name is that of a field of ``Settings``."""

    key: str
    """Its name."""
    default: str
    """Its default, as it is written in TOML."""
    help: str
    """What it does, in Chinese, a line or more."""
    read: Callable[[object], object]
    """Turn what stands in the file into the field's value; raises ValueError, in Chinese, where it cannot be that."""


def _one_of(*choices: str | int) -> Callable[[object], object]:
    """A reader of one of some words or numbers."""

    def read(value: object) -> object:
        if not any(type(value) is type(choice) and value == choice for choice in choices):  # true is 1, too
            raise ValueError(f"应为 {'、'.join(map(_as_toml, choices))} 之一")
        return value

    return read


def _cells(value: object) -> object:
    """Read how many cells; 0 for "auto"."""
    return 0 if _one_of("auto", 1, 2)(value) == "auto" else value


def _as_toml(value: str | int) -> str:
    return str(value) if isinstance(value, int) else f'"{value}"'


def _whole(allowed: range) -> Callable[[object], object]:
    """A reader of a whole number."""

    def read(value: object) -> object:
        if type(value) is not int or value not in allowed:  # true is an int, too
            raise ValueError(f"应为 {allowed[0]} 到 {allowed[-1]} 的整数")
        return value

    return read


def _true_or_false(value: object) -> object:
    """Read whether something is so."""
    if not isinstance(value, bool):
        raise ValueError("应为 true 或 false")
    return value


def _word(value: object) -> object:
    """Read a name; whether there is a thing of that name is for others to say."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_WORD or one_line(value) != value:
        raise ValueError("应为名称，用引号括起")
    return value


def _command(value: object) -> object:
    """Read a program and its arguments."""
    if not isinstance(value, list) or not all(isinstance(item, str) and "\0" not in item for item in value):
        raise ValueError('应为程序及其参数的列表，如 ["xsel", "-b"]')
    if value and not value[0]:
        raise ValueError("程序名是空的")
    return tuple(value)


def _limits(value: object) -> object:
    """Read the table of limits."""
    if not isinstance(value, dict):
        raise ValueError("应为一个表：[limits]")
    return DEFAULT.raised(value)


def _keys_of_an_action(value: object) -> tuple[str, ...]:
    """Read the keys of one action."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or len(listed) > _MOST_KEYS or not all(map(_is_key, listed)):
        raise ValueError('应为按键或按键的列表，如 "n" 或 ["n", "ctrl+n"]')
    return tuple(listed)


def _is_key(value: object) -> bool:
    """Whether ``value`` can be a key: what is typed, or a key's name."""
    return (
        isinstance(value, str)
        and 0 < len(value) <= _LONGEST_WORD
        and value.isprintable()
        and not value.isspace()
    )


SETTINGS = (
    Setting(
        "theme",
        '"auto"',
        "主题：paper（宣纸，浅色）、inkstone（砚台，深色），或 Textual 自带的，如 nord、gruvbox；\n"
        "auto 问终端底色是深是浅，在前两者中选。命令面板里可以逐个试",
        _word,
    ),
    Setting("measure", "76", "正文每行至多多少格，一个汉字占两格；24 到 400", _whole(_MEASURES)),
    Setting(
        "ambiguous_width",
        '"auto"',
        "“ ” … — 这些字符在您的终端里占几格：1、2，或 auto（启动时问终端）。右边的字被吃掉，就改成 2",
        _cells,
    ),
    Setting(
        "autospace",
        "false",
        "中西文间距：正文中汉字与西文字母、数字之间是否空一格，如“增长 8.5%，达 2476.1 亿元”；true 或 false。\n"
        "这些空格只是显示，不在文字里：不影响搜索、选择，复制时也没有。阅读时按 A 随时切换",
        _true_or_false,
    ),
    Setting(
        "citation",
        '"plain"',
        "引用的格式：plain（文字）、markdown、gbt7714（脚注，按 GB/T 7714—2015 著录）",
        _one_of("plain", "markdown", "gbt7714"),
    ),
    Setting(
        "table",
        '"tsv"',
        "标记的指标复制成什么表：tsv（可粘贴到电子表格）、markdown、csv",
        _one_of("tsv", "markdown", "csv"),
    ),
    Setting(
        "clipboard",
        "[]",
        '复制时先用的程序，文字从它的标准输入给它，如 ["xsel", "-b"]；\n'
        "不写则依次试系统剪贴板的工具、tmux、终端（OSC 52）",
        _command,
    ),
    Setting(
        "limits",
        "{}",
        "整理原始文件的上限，如 { pages = 5000 }；超过上限的文件不予整理。有这些：\n"
        + "\n".join(
            f"  {name}（{meaning}），默认 {getattr(DEFAULT, name)}" for name, meaning in MEANINGS.items()
        ),
        _limits,
    ),
)
"""All settings but ``[keys]``, in the order in which a person is told of them."""


def settings_path() -> Path:
    """Return where the settings file is, or would be."""
    if sys.platform == "linux":
        # As platformdirs has it (a test says so), whose import is a tenth of what a verb of the command line takes.
        folder = os.environ.get("XDG_CONFIG_HOME", "").strip()
        if not os.path.isabs(folder):  # XDG Base Directory Specification: such a one is to be ignored
            folder = os.path.expanduser("~/.config")
        return Path(folder, "hzview", "config.toml")
    import platformdirs

    return platformdirs.user_config_path("hzview", appauthor=False) / "config.toml"


def load_settings(path: Path | None = None, actions: Collection[str] | None = None) -> Settings:
    """Read the settings file at ``path``, by default the user's; without one everything is as it comes.

    ``actions`` are the ids that may stand under ``[keys]``; without them any may.

    Raises:
        HzviewError: the file cannot be read, is not TOML, or has a key or value that there is not.
    """
    path = settings_path() if path is None else path
    try:
        file = SettingsFile(path)
    except FileNotFoundError:
        return Settings()
    return file.settings(actions)


def load_limits() -> Limits:
    """Return what importing may take: what the settings say, and over it what the environment says.

    Raises:
        HzviewError: one of them cannot be used.
    """
    limits = load_settings().limits
    said = os.environ.get(VARIABLE, "")
    try:
        return limits.raised(parsed(said)) if said else limits
    except ValueError as error:
        raise HzviewError(f"环境变量 {VARIABLE}：{one_line(str(error))}") from error


class SettingsFile:
    """One settings file, read and to be checked."""

    def __init__(self, path: Path) -> None:
        """Read the file at ``path``.

        Raises:
            FileNotFoundError: there is none.
            HzviewError: it cannot be read, is no text, or is not TOML.
        """
        from hzview.toml_file import read_toml

        self._name = one_line(str(path))
        self._text, self._table = read_toml(path, "设置文件", _LARGEST_FILE)

    def settings(self, actions: Collection[str] | None = None) -> Settings:
        """Return what the file says; ``actions`` are the ids that may stand under ``[keys]``, any without them.

        Raises:
            HzviewError: the first of its ``problems``.
        """
        for problem in self.problems(actions):
            raise HzviewError(problem)
        values: dict[str, Any] = {
            setting.key: setting.read(self._table[setting.key])
            for setting in SETTINGS
            if setting.key in self._table
        }
        keys = {action: _keys_of_an_action(value) for action, value in self._table.get("keys", {}).items()}
        return Settings(**values, keys=MappingProxyType(keys))

    def problems(self, actions: Collection[str] | None = None) -> Iterator[str]:
        """Yield what is wrong, a line each, with file, line and key."""
        by_key = {setting.key: setting for setting in SETTINGS}
        for key, value in self._table.items():
            if key == "keys":
                yield from self._problems_of_keys(value, actions)
            elif key not in by_key:
                yield self.said_of(key, f"没有这个设置，只有 {'、'.join((*by_key, 'keys'))}")
            else:
                yield from self._problem(key, by_key[key].read, value)

    def _problems_of_keys(self, table: object, actions: Collection[str] | None) -> Iterator[str]:
        if not isinstance(table, dict):
            yield self.said_of("keys", "应为一个表：[keys]")
            return
        for action, value in table.items():
            if actions is not None and action not in actions:
                yield self.said_of(f"keys.{action}", f"没有这个操作{_close(action, actions)}")
            else:
                yield from self._problem(f"keys.{action}", _keys_of_an_action, value)

    def _problem(self, path: str, read: Callable[[object], object], value: object) -> Iterator[str]:
        try:
            read(value)
        except ValueError as error:
            yield self.said_of(path, str(error))

    def said_of(self, path: str, what: str) -> str:
        """Return ``what`` in one line with file, line and key: ``path`` is a setting, or ``keys.`` and the id of an action."""
        line = _line_of(self._text, path)
        place = f"第 {line} 行，" if line else ""
        return one_line(f"{self._name}：{place}{path}：{what}")


def _close(word: str, known: Collection[str]) -> str:
    """Ask whether one of the ``known`` words was meant, if one is close."""
    from difflib import get_close_matches

    close = get_close_matches(word, known, 1)
    return f"；是不是 {close[0]}？" if close else ""


def _line_of(text: str, path: str) -> int:
    """Return the line (from 1) of a key as it is usually written: ``key =``, under ``[table]`` or dotted; else 0."""
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := re.match(r"\s*\[+\s*([^\]]*?)\s*\]", line):
            table = header[1].replace('"', "").replace("'", "") + "."
            if table == path + ".":
                return number
        elif (key := re.match(r"\s*([^=#]+?)\s*=", line)) and (
            table + key[1].replace('"', "").replace("'", "") == path
        ):
            return number
    return 0
