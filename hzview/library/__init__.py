"""Many reports in one SQLite file: their texts and their figures, as text and rows that sqlite3 can read.

``schema`` opens the file and says what is wrong with it, ``store`` is what is done with it, ``adding`` fills it from
files side by side.
"""

from __future__ import annotations

from hzview.library.store import Choice, Library, Prepared

__all__ = ["Choice", "Library", "Prepared"]
