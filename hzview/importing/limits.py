"""What an import will take on. A file beyond a limit is refused with one clear line; none is cut in silence.

The largest report of the 674 that the rules were measured on has 130 kB; the limits leave three orders of magnitude.
"""

from __future__ import annotations

MAX_BYTES = 128 * 1024 * 1024
"""Bytes of a raw file."""
MAX_CHARACTERS = 20_000_000
"""Characters of text that may come out of a file, after decompression and decoding."""
MAX_LINE = 4_000_000
"""Characters of one line of a file; longer ones are no prose."""
MAX_LINES = 2_000_000
"""Lines, paragraphs or blocks of one file."""
MAX_UNPACKED = 64 * 1024 * 1024
"""Bytes that one part of a docx may unpack to."""
MAX_HTML = 20_000_000
"""Characters of the source of a web page."""
MAX_PAGES = 2_000
"""Pages of a PDF."""
PDF_SECONDS = 60
"""Seconds that reading a PDF may take; a report of thirty pages takes half a second."""
CONVERTER_SECONDS = 60
"""Seconds that a converter for old Word files may take."""
