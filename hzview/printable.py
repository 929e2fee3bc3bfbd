"""What may reach a terminal or a clipboard, decided in one place."""

from __future__ import annotations

import re

# C0 and C1 controls, line and paragraph separators, bidirectional controls, invisible format characters, lone
# surrogates: nothing in a report needs them, and a terminal obeys some of them (ECMA-48; Unicode TR36, section 3).
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]+"
)
_LINE_BREAKS = re.compile("[ \t\u3000]*[\n\r\x0b\x0c\x85\u2028\u2029]+[ \t\u3000]*")


def printable(text: str) -> str:
    """Return ``text`` without the characters that a terminal could obey or hide; a tab becomes a space."""
    return _UNPRINTABLE.sub("", text.replace("\t", " "))


def one_line(text: str) -> str:
    """Return ``text`` as one printable line: a line break, with the blanks around it, joins what it parted.

    Between two Latin words it leaves a space; Chinese needs none.
    """

    def join(match: re.Match[str]) -> str:
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return " " if before.isascii() and before.isalnum() and after.isascii() and after.isalnum() else ""

    return printable(_LINE_BREAKS.sub(join, text))
