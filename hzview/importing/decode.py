"""Bytes to text: BOMs, UTF-8, UTF-16 and UTF-32 without one, GB18030 and Big5, declared or not.

Rules decide: UTF-8 is all but unmistakable; a text with many NUL bytes is UTF-16 or UTF-32; between GB18030 and Big5,
which accept much of each other's bytes, the one decides whose text reads as Chinese. A file that none of them reads is
refused: mojibake never passes in silence.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from hzview.errors import HzviewError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The commonest characters of running Chinese, simplified and traditional; in prose every tenth character is one of
# them, in Chinese read in the wrong encoding next to none is.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"
    "方多定行法学民得经十三进着等部度家力里如水化高自二理起小现实加量都两体制机当使点从业本去把性好应开合还因"
    "其些然前外天政四日那社义事平形相全表间样与各重新线内数正心你明看原又利比或但质气第向道命此变条没结解问意建"
    "設業發經濟會國動們個進時對實現後體機關開級區與産長務農總設産間題還過"
)
_CHINESE = re.compile(r"[\u3400-\u9fff]")
# What no report is written in: letters of other scripts than Latin and Chinese, private use.
_ODD = re.compile(r"[\u0100-\u1fff\ua000-\uf8ff]")
_SAMPLE = 400_000
_MAX_DAMAGE = 0.002
"""Share of characters that may be damaged in a file that is otherwise plainly in one encoding."""
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,20})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read."""

    text: str
    """The text, line ends made ``\\n``."""
    encoding: str
    """Encoding that it was read in."""
    damaged: int
    """Characters that could not be read and became U+FFFD."""


def decode(data: bytes, name: str) -> Decoded:
    """Return the text of ``data``.

    Raises:
        HzviewError: ``data`` is no text in any of the encodings known here.

    """
    if not data.strip(b"\0 \t\r\n\f\x0b"):
        raise HzviewError(f"{name}：文件是空的")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(encoding, "replace")
            if not _readable(text, proven=encoding == "utf-8"):
                raise HzviewError(f"{name}：不是文字文件：按 {encoding.upper()} 读出来不是文字")
            return _finish(text, encoding)
    for encoding in _guesses(data):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _readable(text, proven=encoding == "utf-8"):
            return _finish(text, encoding)
    return _damaged(data, name)


def _guesses(data: bytes) -> Iterator[str]:
    """Encodings worth trying strictly, best first."""
    wide = _wide(data)
    if wide:
        yield from wide
        return
    yield "utf-8"
    declared = _DECLARED.search(data[:4096])
    if declared:
        yield _canonical(declared.group(1).decode("ascii"))
    yield from _legacy(data)
    if len(data) % 2 == 0:  # all Chinese, without a line end or a digit, has no zero byte
        yield from ("utf-16-le", "utf-16-be")


def _legacy(data: bytes) -> list[str]:
    """The encodings of before Unicode, the one in which ``data`` reads better first."""
    return sorted(("gb18030", "big5hkscs"), key=lambda encoding: -_score(data, encoding))


def _canonical(declared: str) -> str:
    """The encoding that a declaration means; GB2312 and GBK are written where GB18030 is meant."""
    name = declared.lower().replace("_", "-")
    if name in {"gb2312", "gbk", "cp936", "x-gbk", "gb18030"}:
        return "gb18030"
    if name in {"big5", "big5-hkscs", "cp950"}:
        return "big5hkscs"
    return "utf-8"


def _wide(data: bytes) -> list[str]:
    """UTF-16 or UTF-32 without a mark, told by where its zero bytes are, the likelier order of bytes first; else nothing.

    In a text of hardly anything but Chinese the zero bytes mislead: 一 is U+4E00.
    """
    sample = data[: 4096 - 4096 % 4]
    if sample.count(b"\0") * 50 < len(sample):
        return []
    zeros = [sample[i::4].count(0) for i in range(4)]
    if min(zeros[2:]) > len(sample) // 5 and zeros[0] < zeros[2]:
        return ["utf-32-le"]
    if min(zeros[:1]) > len(sample) // 5 and zeros[3] < zeros[0]:
        return ["utf-32-be"]
    orders = ["utf-16-le", "utf-16-be"]
    return orders if zeros[1] + zeros[3] >= zeros[0] + zeros[2] else orders[::-1]


def _score(data: bytes, encoding: str) -> float:
    """How far a sample of ``data`` reads as Chinese in ``encoding``: the share of common characters."""
    text = data[:_SAMPLE].decode(encoding, "replace")
    if not text:
        return 0.0
    common = sum(map(text.count, _COMMON))
    return (common - 5 * text.count("\ufffd")) / len(text)


def _readable(text: str, *, proven: bool = False) -> bool:
    """Whether a text that decoded without an error is text: hardly a control character, and not chance.

    What is no UTF-8 hardly ever decodes as it, so that a text that does is ``proven``; the others must read as Chinese.
    """
    sample = text[:_SAMPLE]
    control = len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]", sample))
    if control * 100 > len(sample) or len(_ODD.findall(sample)) * 3 > len(sample):
        return False
    if proven:
        return True
    chinese = _CHINESE.findall(sample)
    return len(chinese) < 40 or sum(map(_COMMON.__contains__, chinese)) * 25 > len(chinese)


def _damaged(data: bytes, name: str) -> Decoded:
    """Read a file with a few broken bytes in the encoding that fits it best by far, or refuse it."""
    wide = _wide(data)
    for encoding in wide or ["utf-8", *_legacy(data)]:
        text = data.decode(encoding, "replace")
        if (
            text.count("\ufffd") <= max(2, len(text) * _MAX_DAMAGE)
            and _CHINESE.search(text)
            and _readable(text)
        ):
            return _finish(text, encoding)
    raise HzviewError(
        f"{name}：读不出文字：按 UTF-8、UTF-16、UTF-32、GB18030、Big5 都试过；文件可能是别的格式或已损坏"
    )


def _finish(text: str, encoding: str) -> Decoded:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, encoding, text.count("\ufffd"))
