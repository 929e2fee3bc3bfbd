"""A raw file to a report: decode → extract → clean → structure → metadata.

``import_report`` is the one way in. Each stage is a module of its own; what a stage takes out of the text it says in
``Removal``s, so that nothing goes in silence.
"""

from __future__ import annotations

from hzview.importing.importer import Imported, import_report
from hzview.importing.source import Evidence, Removal

__all__ = ["Evidence", "Imported", "Removal", "import_report"]
