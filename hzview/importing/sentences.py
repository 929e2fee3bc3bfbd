"""Where sentences end."""

from __future__ import annotations

import re

_NOTE_MARK = re.compile(r"(?: ?(?:[\[［【〔]\d{1,3}[\]］】〕]|[①-⑳]))+\Z")
_ENDED = re.compile(r"[。！？!?；;：:…][”’」』》）)】]*(?:[（(][^（）()]{1,12}[）)])?\Z")
_TAIL = 40
"""Characters that the end of a sentence with all its closing marks takes at most."""


def ended(text: str) -> bool:
    """Whether a sentence is over where ``text`` ends: …。 …！” …！（鼓掌） …。[3]; …“三资” is not over."""
    return _ENDED.search(without_note_mark(text[-_TAIL:])) is not None


def without_note_mark(text: str) -> str:
    """Return ``text`` without the marks of notes that stand at its end."""
    found = _NOTE_MARK.search(text[-_TAIL:])
    return text[: len(text) - (found.end() - found.start())] if found else text
