"""The text layer of a PDF, piece by piece: runs as a process of its own, so that time and memory can be bounded.

Run as a script with the most pages and megabytes to take, it reads a PDF from standard input and prints JSON: ``{"pages": [[[x, y,
bold, text], …], …]}``, or ``{"error": "…"}`` with a line for the person who gave the file, and ``limit`` and ``needed`` where it is beyond one. It imports nothing of hzview.
"""

from __future__ import annotations

import contextlib
import json
import logging
import re
import sys
from io import BytesIO
from math import hypot
from typing import Any

_BOLD = re.compile(r"Hei|Bold|Black|Heavy|XBS|XiaoBiaoSong|小标宋|黑", re.IGNORECASE)
_LATIN = re.compile(r"[\x00-\x7f]+")

Piece = tuple[float, float, bool, str, float]
"""A piece of text: distance from the left and from the bottom in points, whether it is bold, its characters, their size."""


class TooMuch(Exception):
    """A PDF is beyond a limit: the message for the person who gave it, the limit's name, and what the PDF takes."""


def pages(data: bytes, most: int) -> list[list[Piece]]:
    """Return the pieces of text of each page, in the order in which the file prints them.

    Raises:
        ValueError: The PDF is encrypted; the message is for the person who gave it.
        TooMuch: It has more than ``most`` pages.
        Exception: Whatever pypdf raises on a damaged file.

    """
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("PDF 有密码，请先去掉密码")
    if len(reader.pages) > most:
        count = len(reader.pages)
        raise TooMuch(f"PDF 有 {count} 页，超过上限 {most} 页", "pages", count)
    return [_pieces(page) for page in reader.pages]


def _pieces(page: Any) -> list[Piece]:
    found: list[Piece] = []

    def visit(text: str, matrix: list[float], text_matrix: list[float], font: Any, size: float) -> None:
        if not text.strip():
            return
        x = text_matrix[4] * matrix[0] + text_matrix[5] * matrix[2] + matrix[4]
        y = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
        bold = bool(_BOLD.search(str((font or {}).get("/BaseFont", ""))))
        if found and _LATIN.fullmatch(text.strip()) and abs(found[-1][1] - y) < 2:
            bold = found[-1][2]  # figures are set in a Latin font whatever stands around them
        size *= hypot(*text_matrix[2:4]) * hypot(*matrix[2:4])
        found.append((round(x, 1), round(y, 1), bold, text, round(size, 1)))

    page.extract_text(visitor_text=visit)
    return found


def _bound_memory(size: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def main() -> None:
    """Read a PDF from standard input and print what it says."""
    most, megabytes = map(int, sys.argv[1:])
    _bound_memory(megabytes << 20)
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(3_000)
    answer: dict[str, Any]
    try:
        answer = {"pages": pages(sys.stdin.buffer.read(), most)}
    except TooMuch as error:
        said, limit, needed = error.args
        answer = {"error": said, "limit": limit, "needed": needed}
    except ValueError as error:
        answer = {"error": str(error)}
    except MemoryError:
        said = f"PDF 展开后超过 {megabytes} MB"
        answer = {"error": said, "limit": "pdf_mb", "needed": 2 * megabytes}
    except Exception as error:  # a hostile file makes pypdf raise anything; the parent says it in one line
        answer = {"error": f"PDF 已损坏，读不出（{type(error).__name__}）"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
