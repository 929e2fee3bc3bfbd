"""What must never be a figure, found by patterns of its own: dates, plan names and the numbers of headings."""

from __future__ import annotations

import re

DIGITS = "0-9０-９"
NEVER = re.compile(
    rf"(?:19|20|１９|２０)[{DIGITS}]{{2}}\s?年(?:[{DIGITS}]{{1,2}}\s?月)?(?:[{DIGITS}]{{1,2}}\s?日)?"
    "|[一二][〇零○一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,3}月)?(?:[一二三四五六七八九十]{1,3}日)?"
    rf"|[{DIGITS}]{{1,2}}月[{DIGITS}]{{1,2}}日"
    "|“?十[一二三四五]五”?(?:规划|时期|期间|计划)"
    "|中国制造２?2?0?０?25|“\\d{3,5}”|“\\d\\+[\\dNn]”"
    "|[（(][一二三四五六七八九十]{1,3}[）)]|^[一二三四五六七八九十]{1,3}、|^\\d{1,2}[.．、](?!\\s?\\d)|^\\d{1,2}[.．](?=\\d{1,3}[个条项张座家])|第[一二三四五六七八九十百]{1,4}[届次章节条]"
    "|PM\\s?2[.．]5|ＰＭ２．５"
)
"""A match of this holds no figure, whole or in part."""


def offences(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """Figures at ``spans`` of ``text`` that reach into something that is none, with what stands around them."""
    found = []
    for match in NEVER.finditer(text):
        for start, end in spans:
            if start < match.end() and end > match.start():
                found.append(f"{text[start:end]} in {text[max(0, match.start() - 10) : match.end() + 10]}")
    return found
