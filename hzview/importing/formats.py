"""Which format a file has, and the extractor that reads it."""

from __future__ import annotations

import re

from hzview.errors import HzviewError
from hzview.importing.source import Extracted, Line
from hzview.limits import Limits

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF = b"%PDF-"
_RTF = b"{\\rtf"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKDOWN = re.compile(r"\A\s*---[ \t]*\n|^#{1,6} |^[^\S\n]*+\*\*[^*\n]{2,80}\*\*", re.MULTILINE)


def extract(data: bytes, name: str, limits: Limits) -> Extracted:
    """Return what the file ``data`` holds.

    Raises:
        HzviewError: It is beyond a limit, or none of the formats known here.

    """
    if len(data) > limits.file_mb << 20:
        said = f"{name}：文件有 {len(data) >> 20} MB，超过上限 {limits.file_mb} MB"
        raise limits.exceeded(said, "file_mb", len(data) >> 20)
    if not data:
        raise HzviewError(f"{name}：文件是空的")
    extracted = _by_format(data, name, limits)
    _check(extracted.lines, name, limits)
    return extracted


def _check(lines: list[Line], name: str, limits: Limits) -> None:
    """Refuse what is beyond the limits.

    Raises:
        HzviewError: There is no text, or too much of it.

    """
    if not lines:
        raise HzviewError(f"{name}：文件里没有文字")
    if len(lines) > limits.paragraphs:
        said = f"{name}：有 {len(lines)} 段，超过上限 {limits.paragraphs} 段"
        raise limits.exceeded(said, "paragraphs", len(lines))
    longest = max(lines, key=lambda line: len(line.text))
    if len(longest.text) > limits.line:
        said = f"{name}：第 {longest.number} 行有 {len(longest.text)} 字，超过上限 {limits.line} 字"
        raise limits.exceeded(said, "line", len(longest.text))
    total = sum(len(line.text) for line in lines)
    if total > limits.characters:
        raise limits.exceeded(
            f"{name}：文字有 {total} 字，超过上限 {limits.characters} 字", "characters", total
        )


def _by_format(data: bytes, name: str, limits: Limits) -> Extracted:
    """Tell the format by the file's first bytes, never by its name alone, and read it."""
    if data.startswith(_ZIP):
        from hzview.importing import docx

        return docx.extract(data, name, limits)
    if _PDF in data[:1024]:
        from hzview.importing import pdf

        return pdf.extract(data, name, limits)
    if data.startswith((_OLE, _RTF)):
        from hzview.importing import doc

        return doc.extract(data, name, limits, ".doc" if data.startswith(_OLE) else ".rtf")
    return _text(data, name, limits)


def _text(data: bytes, name: str, limits: Limits) -> Extracted:
    from hzview.importing import html, markdown, mhtml, plain
    from hzview.importing.decode import decode

    if mhtml.looks_like_mhtml(data):
        return mhtml.extract(data, name, limits)
    decoded = decode(data, name)
    is_markdown = name.lower().endswith((".md", ".markdown")) or _MARKDOWN.search(decoded.text)
    if html.looks_like_html(data) and not is_markdown:
        extracted = html.extract(decoded.text, name, limits)
    else:
        extracted = markdown.extract(decoded.text) if is_markdown else plain.extract(decoded.text)
    extracted.encoding = decoded.encoding
    if decoded.damaged:
        extracted.notes.append(
            f"有 {decoded.damaged} 个字符无法识读，已标为 \ufffd（按 {decoded.encoding.upper()} 解码）"
        )
    return extracted
