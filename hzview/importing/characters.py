"""Characters: what no reader sees goes, blanks that mean nothing go, half-width punctuation becomes full-width.

Nothing here touches a Chinese character or a digit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from hzview.importing.chinese import HAN
from hzview.importing.markers import marker
from hzview.importing.source import Line, Removal

_CODE_WRITTEN = re.compile(
    r"<U\+([0-9A-Fa-f]{4,6})>|&nbsp;?|&#160;|&ensp;|&emsp;|&ldquo;|&rdquo;|&mdash;|&middot;"
)
_NAMED = {"&ldquo;": "“", "&rdquo;": "”", "&mdash;": "—", "&middot;": "·"}
_INVISIBLE = re.compile(
    # controls, soft hyphen, zero width, bidirectional marks, variation selectors, private use, non-characters
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e"
    "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ue000-\\uf8ff\\ufe00-\\ufe0f\\ufeff\\ufff0-\\uffff"
    "\\U000e0000-\\U000e0fff\\U000f0000-\\U0010ffff]+"
)
# Characters that a PDF has for others which its font draws by the same glyph. Kangxi radicals (U+2F00–U+2FD5) and
# compatibility ideographs have theirs in Unicode's own tables; the others are those that Noto Sans CJK draws alike.
_SAME_IN_UNICODE = (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF))
_RADICALS = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _SAME_IN_UNICODE} | dict(
    zip(
        "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳㬵",
        "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟胶",
        strict=True,
    )
)
_RADICALS |= {"⸺": "——", "⸻": "———"}
_RADICAL = re.compile("[\u2e3a\u2e3b\u2e80-\u2fd5\u3b35\uf900-\ufafe]")
# Pictographs and dingbats in front of a line, as messages on telephones have them; circled digits are numbers and stay.
_PICTOGRAPHS = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u2775\u2794-\u27bf\u23e9-\u23ff\u2b05-\u2b55]+ ?(?=.)"
)
_BLANKS = re.compile(r"[\s\u00a0\u2000-\u200a\u3000]+")

_FULL = r"[，。、；：！？（）《》〈〉“”‘’【】〔〕—…％‰℃·]"
_DIGIT = r"[\d０-９]"
# A run of single characters with one blank between each: 7 4 7 7 2, 政 府 工 作 报 告.
_SPACED_DIGITS = re.compile(rf"(?<![\d.．]){_DIGIT}(?:(?: ?[.．] ?| ){_DIGIT})+(?!{_DIGIT})")
_SPACED_HAN = re.compile(rf"(?<!{HAN}){HAN}(?: {HAN}){{2,}}(?!{HAN})")
# A blank that stands between a Chinese character or mark and a digit, or next to a full-width mark.
_IDLE_BLANK = re.compile(
    rf"(?<={HAN}) (?=[\d０-９.．%％‰])|(?<=[\d０-９.．%％]) (?={HAN}|[%％‰])|(?<={_FULL}) (?=[\w.．%％])|(?<=[\w.．%％]) (?={_FULL})"
)


def clean(lines: Iterable[Line]) -> tuple[list[Line], list[Removal]]:
    """Take invisible characters and idle blanks out of ``lines``; lines of nothing else go altogether."""
    cleaned: list[Line] = []
    removed: list[Removal] = []
    for line in lines:
        text, radicals = unify(line.text)
        removed += [
            Removal(line.number, printed, "字形相同的字符换成通用的", meant) for printed, meant in radicals
        ]
        text, gone = visible(text)
        if gone:
            removed.append(Removal(line.number, gone, "看不见的字符（零宽、控制、私用区）"))
        text = tidy_blanks(text)
        picture = _PICTOGRAPHS.match(text)
        if picture:
            removed.append(Removal(line.number, picture.group().strip(), "行首的装饰符号"))
            text = text[picture.end() :]
        if text:
            cleaned.append(line.with_text(text))
    return cleaned, removed


def unify(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return ``text`` with radicals that stand for characters (⼀ for 一, as some PDFs have them), and what was changed."""
    if not _RADICAL.search(text):
        return text, []
    changed = [
        (printed, meant)
        for printed in _RADICAL.findall(text)
        if (meant := _RADICALS.get(printed, printed)) != printed
    ]
    return _RADICAL.sub(lambda match: _RADICALS.get(match.group(), match.group()), text), changed


def visible(text: str) -> tuple[str, str]:
    """Return ``text`` without the characters that no reader sees, and those, spelled out as ``U+200B``."""
    text = _CODE_WRITTEN.sub(_written, text) if "<U+" in text or "&" in text else text
    if not _INVISIBLE.search(text):
        return text, ""
    gone = "".join(_INVISIBLE.findall(text))
    names = " ".join(sorted({f"U+{ord(character):04X}" for character in gone}))
    return _INVISIBLE.sub("", text), names


def one_line(text: str) -> str:
    """Return a text from outside of a report's lines (a file's name, its own title) as visible characters on one line."""
    return tidy_blanks(visible(_BLANKS.sub(" ", text))[0])


def _written(match: re.Match[str]) -> str:
    """The character that a code written out in a text stands for (``<U+00A0>``); blanks become one blank."""
    if match.group(1) is None:
        return _NAMED.get(match.group(), " ")
    code = int(match.group(1), 16)
    character = chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""
    return " " if unicodedata.category(character or "\0")[0] in "ZC" else character


def tidy_blanks(text: str) -> str:
    """Return ``text`` with single blanks only where they part words; those inside numbers and beside marks go."""
    text = _BLANKS.sub(" ", text).strip()
    if " " not in text:
        return text
    text = _SPACED_DIGITS.sub(lambda match: match.group().replace(" ", ""), text)
    text = _SPACED_HAN.sub(lambda match: match.group().replace(" ", ""), text)
    return _IDLE_BLANK.sub("", text)


_HALF = re.compile(r"[,;:!?.()]")
_HALF_MARKS = re.compile(r"[,;:!?]+|\.")
_BRACKET = re.compile(r"[()]")
_INSIDE = 200
_TO_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_CHINESE = re.compile(HAN)
_BESIDE = re.compile(rf"{HAN}|[，。、；：！？（）《》“”‘’％%‰]")
_BEFORE_BRACKET = re.compile(rf"{HAN}|[”》]")
_BEHIND_POINT = re.compile(rf"{HAN}|[“‘《（]")


def full_width(text: str) -> str:
    """Return ``text`` with half-width punctuation between Chinese made full-width.

    Thousands commas, decimal points, ratios and times (14:52:34, 6,435), addresses and anything between Latin letters
    or digits stay as they are. A pair of brackets changes where what it holds or what stands before it is Chinese.
    """
    if not _HALF.search(text):
        return text
    text = _full_width_brackets(text)
    characters = list(text)
    mark = marker(text)
    for match in _HALF_MARKS.finditer(text):
        start, end = match.span()
        if mark is not None and text[start:end] == "." and start < mark.end:
            continue  # 一.关于 is no sentence
        if _stands_in_chinese(text, start, end):
            characters[start:end] = [_TO_FULL[mark] for mark in match.group()]
    return "".join(characters)


def _stands_in_chinese(text: str, start: int, end: int) -> bool:
    """Whether the marks in ``start``–``end`` belong to a Chinese sentence and not to a number, a word or an address."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if text[start:end] == ".":
        return bool(_CHINESE.match(before)) and (not after or bool(_BEHIND_POINT.match(after)))
    if text.startswith("://", start) or (before.isdigit() and after.isdigit()):
        return False
    return bool(_BESIDE.match(before)) or bool(_BESIDE.match(after))


def _full_width_brackets(text: str) -> str:
    """Make brackets full-width that hold Chinese or stand behind it; what they hold is looked at in its beginning."""
    characters = list(text)
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        end = match.start()
        if match.group() == "(":
            opened.append(end)
            continue
        start = opened.pop() if opened else end
        inside = text[start + 1 : min(end, start + _INSIDE)]
        if _CHINESE.search(inside) or _BEFORE_BRACKET.match(text[start - 1 : start] if start else ""):
            characters[end] = "）"
            characters[start] = "（" if start < end else "）"
    return "".join(characters)
