"""Keys of the keyboard by their names: as the settings write them, as a person reads them, as Textual calls them.

Which key does what is told by ``hzview.tui.actions``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# What a Chinese input method types for a key of the keyboard.
_INPUT_METHOD = {
    "/": "、", "?": "？", "[": "【", "]": "】", "{": "「", "}": "」", ":": "：", ".": "。", "+": "＋", "-": "－", "=": "＝",
    "'": "‘’", "`": "·", "$": "￥", "^": "…", "<": "《", ">": "》",
}  # fmt: skip

_MODIFIERS = frozenset(("ctrl", "shift", "alt", "super", "hyper", "meta"))
_NAMED_KEYS = frozenset(
    [
        "enter",
        "escape",
        "tab",
        "space",
        "backspace",
        "delete",
        "insert",
        "home",
        "end",
        "pageup",
        "pagedown",
        "up",
        "down",
        "left",
        "right",
    ]
)
"""Keys that go by a name (textual.keys)."""

_SHOWN = {
    "space": "空格", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "enter": "回车",
    "escape": "Esc", "tab": "Tab", "up": "↑", "down": "↓", "left": "←", "right": "→",
}  # fmt: skip
_FUNCTION_KEY = re.compile("f([1-9]|1[0-9]|2[0-4])")


def forms(key: str) -> tuple[str, ...]:
    """Return ``key`` with what the same key of the keyboard gives in full width and under a Chinese input method."""
    if len(key) != 1 or not "!" <= key <= "~":
        return (key,)
    wide = chr(ord(key) + 0xFEE0)
    return tuple(dict.fromkeys((key, *_INPUT_METHOD.get(key, ""), wide)))


def shown(key: str) -> str:
    """Return ``key`` as a person writes it: Ctrl+D, 空格."""
    *modifiers, last = key.split("+") if len(key) > 1 else (key,)
    name = _SHOWN.get(last, last.upper() if modifiers or _FUNCTION_KEY.fullmatch(last) else last)
    return "+".join((*(modifier.capitalize() for modifier in modifiers), name))


def is_key(key: str) -> bool:
    """Tell whether there is a key that goes by this name: a character, or Textual's name for it, with modifiers before."""
    if len(key) == 1:
        return True
    *modifiers, last = key.split("+") if not key.endswith("++") else [*key[:-2].split("+"), "+"]
    named = last in _NAMED_KEYS or _FUNCTION_KEY.fullmatch(last)
    return bool(named or len(last) == 1) and _MODIFIERS.issuperset(modifiers)


def textual_keys(keys: Iterable[str]) -> str:
    """Return ``keys`` in all their ``forms`` as a binding of Textual's takes them, parted by commas."""
    return ",".join(dict.fromkeys(_textual_name(form) for key in keys for form in forms(key)))


def _textual_name(key: str) -> str:
    """``ctrl+]`` as Textual calls it: ctrl+right_square_bracket. It knows characters without modifiers itself, but one."""
    if key == ",":  # it parts keys
        return "comma"
    *modifiers, last = key.rsplit("+", 1)
    if not modifiers or len(last) != 1:
        return key
    return f"{modifiers[0]}+{key_of(last)}"


def key_of(character: str) -> str:
    """Return what Textual calls the key that types ``character``: ``comma``, ``space``, ``a``."""
    if character.isalnum():
        return character
    from textual.keys import KEY_NAME_REPLACEMENTS

    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)
