"""What a person has set, read and never written; and the places where reports were left, which are.

Settings stand in ``config.toml`` in the user's configuration folder (platformdirs; ``XDG_CONFIG_HOME`` on Linux). Every
key is optional::

    ambiguous_width = 2                     # cells of “ ” … — in this terminal: 1 or 2
    measure = 64                            # widest text column, in cells
    clipboard = ["xsel", "-b"]              # program that takes the copied text on its standard input
    [keys]
    next-figure = ["]", "n"]                # keys of an action, by its id

Each report's place has a small file of its own in the state folder, so that two readers do not spoil each other's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from hzview import atomic
from hzview.errors import HzviewError
from hzview.model import Position
from hzview.printable import one_line

_LARGEST_FILE = 1 << 20
"""Bytes of a settings file beyond which it is none."""
_MEASURES = range(24, 401)
"""Text columns, in cells, that can be read."""
_MOST_KEYS = 20
"""Keys that one action can have."""
MOST_PLACES = 500
"""Reports whose places are remembered; the longest unread ones are forgotten first."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set."""

    ambiguous_width: int = 1
    """Cells that the terminal gives to characters of ambiguous width (“ ” … —): 1 or 2."""
    measure: int | None = None
    """Widest text column in cells; None leaves it to the typesetter."""
    clipboard: tuple[str, ...] = ()
    """Program, with its arguments, that takes what is copied on its standard input; empty for none."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Keys of actions by the action's id; the others keep theirs."""


def settings_path() -> Path:
    """Return where the settings file is, or would be."""
    import platformdirs

    return platformdirs.user_config_path("hzview", appauthor=False) / "config.toml"


def load_settings(path: Path | None = None, actions: Collection[str] | None = None) -> Settings:
    """Read the settings file at ``path``, by default the user's; without one everything is as it comes.

    ``actions`` are the ids that may stand under ``[keys]``; without them any may.

    Raises:
        HzviewError: the file cannot be read, is not TOML, or has a key or value that there is not.
    """
    path = settings_path() if path is None else path
    name = one_line(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise HzviewError(f"{name}：设置文件读不了（{atomic.reason(error)}）") from error
    if len(data) > _LARGEST_FILE:
        raise HzviewError(f"{name}：设置文件超过 {_LARGEST_FILE >> 20} MB")
    return _Reader(name, data).settings(actions)


class _Reader:
    """One settings file on its way into ``Settings``."""

    def __init__(self, name: str, data: bytes) -> None:
        import tomllib

        self._name = name
        try:
            self._text = data.decode("utf-8-sig")
            self._table = tomllib.loads(self._text)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise HzviewError(f"{name}：第 {line} 行：设置文件应为 UTF-8 编码") from error
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"at line (\d+)", str(error))
            line = int(place[1]) if place else self._text.count("\n") + 1  # "at end of document"
            raise HzviewError(f"{name}：第 {line} 行：不合 TOML 语法") from error
        except RecursionError as error:
            raise HzviewError(f"{name}：嵌套过深，无法读取") from error

    def settings(self, actions: Collection[str] | None) -> Settings:
        """Check every key and return what they say."""
        known = Settings.__dataclass_fields__
        for key in self._table:
            if key not in known:
                raise self._error(key, f"没有这个设置，只有 {'、'.join(known)}")
        return Settings(
            ambiguous_width=self._integer("ambiguous_width", range(1, 3)) or 1,
            measure=self._integer("measure", _MEASURES),
            clipboard=self._command("clipboard"),
            keys=self._keys(actions),
        )

    def _integer(self, key: str, allowed: range) -> int | None:
        value = self._table.get(key)
        if value is None:
            return None
        if type(value) is not int or value not in allowed:  # true is an int, too
            raise self._error(key, f"应为 {allowed[0]} 到 {allowed[-1]} 的整数")
        return value

    def _command(self, key: str) -> tuple[str, ...]:
        value = self._table.get(key, [])
        if not isinstance(value, list) or not all(
            isinstance(item, str) and "\0" not in item for item in value
        ):
            raise self._error(key, '应为程序及其参数的列表，如 ["xsel", "-b"]')
        if value and not value[0]:
            raise self._error(key, "程序名是空的")
        return tuple(value)

    def _keys(self, actions: Collection[str] | None) -> Mapping[str, tuple[str, ...]]:
        table = self._table.get("keys", {})
        if not isinstance(table, dict):
            raise self._error("keys", "应为一个表：[keys]")
        keys = {}
        for action, value in table.items():
            if actions is not None and action not in actions:
                raise self._error(f"keys.{action}", "没有这个操作")
            listed = [value] if isinstance(value, str) else value
            if not isinstance(listed, list) or len(listed) > _MOST_KEYS or not all(map(_is_key, listed)):
                raise self._error(f"keys.{action}", '应为按键或按键的列表，如 "n" 或 ["n", "ctrl+n"]')
            keys[action] = tuple(listed)
        return MappingProxyType(keys)

    def _error(self, path: str, what: str) -> HzviewError:
        line = _line_of(self._text, path)
        place = f"第 {line} 行，" if line else ""
        return HzviewError(f"{self._name}：{place}{one_line(path)}：{what}")


def _is_key(value: object) -> bool:
    """Whether ``value`` can be a key: what is typed, or a key's name."""
    return isinstance(value, str) and 0 < len(value) <= 40 and value.isprintable() and not value.isspace()


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


class PlaceStore:
    """Where each report was left, kept between runs."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep the places in ``folder``, by default in the user's state folder; it is made when first needed."""
        self._given = folder
        self._last: tuple[str, Position] | None = None

    @property
    def folder(self) -> Path:
        """The folder of the files, one for each report."""
        if self._given is not None:
            return self._given
        import platformdirs

        return platformdirs.user_state_path("hzview", appauthor=False) / "places"

    def load(self, identity: str) -> Position | None:
        """Return where the report ``identity`` was left; None if that is not known or its file is spoilt.

        The report may have changed since: whoever uses the place checks that it is still there.
        """
        import tomllib

        try:
            with self._file(identity).open("rb") as file:
                table = tomllib.loads(file.read(_LARGEST_FILE).decode())
        except (OSError, ValueError, RecursionError):
            return None
        paragraph, offset = table.get("paragraph"), table.get("offset")
        if type(paragraph) is not int or type(offset) is not int or paragraph < 0 or offset < 0:
            return None
        return Position(paragraph, offset)

    def save(self, identity: str, place: Position) -> None:
        """Remember that the report ``identity`` was left at ``place``; all of it or, if it cannot be, nothing.

        Raises:
            HzviewError: the file cannot be written.
        """
        import tomli_w

        if self._last == (identity, place):
            return
        file = self._file(identity)
        table = {"report": one_line(identity), "paragraph": place.paragraph, "offset": place.offset}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            is_new = not file.exists()
        except OSError as error:
            raise HzviewError(
                f"{one_line(str(self.folder))}：建不了目录（{atomic.reason(error)}）"
            ) from error
        atomic.write_text(file, tomli_w.dumps(table))
        self._last = (identity, place)
        if is_new:
            self._forget_oldest(file)

    def _file(self, identity: str) -> Path:
        import hashlib

        digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()
        return self.folder / f"{digest[:32]}.toml"

    def _forget_oldest(self, kept: Path) -> None:
        """Delete the files that are too many, those first that were written longest ago."""
        files = [file for file in self.folder.glob("*.toml") if file != kept]
        if len(files) < MOST_PLACES:
            return
        ages = []
        for file in files:
            # Another reader may be deleting them at the same time; and a file that stays does no harm.
            with suppress(OSError):
                ages.append((file.stat().st_mtime, file))
        for _, file in sorted(ages)[: max(len(ages) + 1 - MOST_PLACES, 0)]:
            with suppress(OSError):
                file.unlink()
