"""A report of the library, to be read."""

from __future__ import annotations

from pathlib import Path

from hzview import content
from hzview.library.store import Library
from hzview.opening import Opened


def stored(number: int, path: Path | None = None) -> Opened:
    """Return the report with the id ``number``; it is told apart as the file is that it came from.

    Raises:
        HzviewError: there is no library at ``path``, by default the user's, or no such report in it.
    """
    with Library(path) as library:
        file = str(library.about(number)["file"])
        report = content.parse(library.toml(number), f"文库第 {number} 号")
    return Opened(report, Path(file).name, file)
