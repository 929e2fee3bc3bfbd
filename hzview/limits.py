"""What importing a raw file will take on. A file beyond a limit is refused with one clear line; none is cut in silence.

The largest report of the 674 that the rules were measured on has 130 kB; the limits leave two orders of magnitude and
more. Together they bound an import to some 600 MB of memory and, a converter aside, a minute of time. A person raises
them, for one run or for good, by the names of the fields of ``Limits``: every refusal says how.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hzview.errors import HzviewError

VARIABLE = "HZVIEW_LIMITS"
"""Environment variable that raises limits: ``pages=5000,line=4000000``."""
_MOST = 10**12
"""No limit is larger; nothing that a machine can hold is."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one import."""

    file_mb: int = 64
    """Megabytes (2**20 bytes) of a raw file."""
    characters: int = 10_000_000
    """Characters of text that may come out of a file, after decompression and decoding."""
    line: int = 2_000_000
    """Characters of one line of text; longer ones are no prose."""
    paragraphs: int = 200_000
    """Lines, paragraphs or blocks of one file."""
    unpacked_mb: int = 32
    """Megabytes that one part of a docx may unpack to."""
    html: int = 20_000_000
    """Characters of the source of a web page, pictures inside of it included."""
    tags: int = 500_000
    """Tags of a web page."""
    pages: int = 2_000
    """Pages of a PDF."""
    pdf_mb: int = 1_024
    """Megabytes of memory that reading a PDF may take, where the system can bound it."""
    pdf_seconds: int = 60
    """Seconds that reading a PDF may take; a report of thirty pages takes half a second."""
    converter_seconds: int = 60
    """Seconds that a converter for old Word files may take."""

    def exceeded(self, said: str, limit: str, needed: int) -> HzviewError:
        """Return the error of a file that needs more than a limit: what is ``said`` of it, and how to raise the limit.

        ``needed`` is what the file takes, as far as that is known; what is proposed leaves room above it.
        """
        enough = _rounded_up(max(needed, getattr(self, limit) + 1))
        return HzviewError(
            f"{said}；确要整理，可设环境变量 {VARIABLE}={limit}={enough}，或在设置文件的 [limits] 里写 {limit} = {enough}"
        )

    def raised(self, values: Mapping[str, object]) -> Limits:
        """Return these limits with those of ``values`` in place of their own.

        Raises:
            ValueError: in Chinese: there is no limit of that name, or it cannot have that value.
        """
        for name, value in values.items():
            if name not in MEANINGS:
                raise ValueError(f"没有 {name} 这个上限，只有 {'、'.join(MEANINGS)}")
            if type(value) is not int or not 0 < value <= _MOST:  # true is an int, too
                raise ValueError(f"{name} 应为正整数")
        return replace(self, **{name: value for name, value in values.items() if isinstance(value, int)})


MEANINGS = {
    "file_mb": "原始文件的 MB 数",
    "characters": "整理出的总字数",
    "line": "一行的字数",
    "paragraphs": "行数、段数",
    "unpacked_mb": "docx 里一个部件解压后的 MB 数",
    "html": "网页源码的字符数",
    "tags": "网页的标签数",
    "pages": "PDF 的页数",
    "pdf_mb": "读 PDF 占用内存的 MB 数",
    "pdf_seconds": "读 PDF 的秒数",
    "converter_seconds": "转换旧版 Word 文件的秒数",
}
"""Names of the limits, and what they are limits of, in Chinese."""
DEFAULT = Limits()
"""What holds where nobody said anything."""


def parsed(text: str) -> dict[str, int]:
    """Read limits as they stand in the environment or behind ``--limit``: ``pages=5000,line=4000000``.

    Raises:
        ValueError: in Chinese: it does not read so; whether there are limits of these names is for ``Limits.raised``.
    """
    values: dict[str, int] = {}
    for item in filter(None, (item.strip() for item in text.replace("，", ",").split(","))):
        name, _, value = (part.strip() for part in item.partition("="))
        if not value.isascii() or not value.isdecimal() or len(value) > len(str(_MOST)):
            raise ValueError(f"“{item}”应写成 名称=整数，如 pages=5000")
        values[name] = int(value)
    return values


def _rounded_up(number: int) -> int:
    """Return a round number some way above ``number``: 3521 → 4000."""
    step: int = 10 ** (len(str(number)) - 1)
    return (number // step + 1) * step
