"""What an import will take on. A file beyond a limit is refused with one clear line; none is cut in silence.

The largest report of the 674 that the rules were measured on has 130 kB; the limits leave two orders of magnitude and
more. Together they bound an import to some 600 MB of memory and, a converter aside, a minute of time. They are read
where they are used, so that a program may raise them: ``limits.MAX_BYTES = …``.
"""

from __future__ import annotations

MAX_BYTES = 64 * 1024 * 1024
"""Bytes of a raw file."""
MAX_CHARACTERS = 10_000_000
"""Characters of text that may come out of a file, after decompression and decoding."""
MAX_LINE = 2_000_000
"""Characters of one line of text; longer ones are no prose."""
MAX_LINES = 200_000
"""Lines, paragraphs or blocks of one file."""
MAX_UNPACKED = 32 * 1024 * 1024
"""Bytes that one part of a docx may unpack to."""
MAX_HTML = 20_000_000
"""Characters of the source of a web page, pictures inside of it included."""
MAX_TAGS = 500_000
"""Tags of a web page."""
MAX_PAGES = 2_000
"""Pages of a PDF."""
PDF_SECONDS = 60
"""Seconds that reading a PDF may take; a report of thirty pages takes half a second."""
CONVERTER_SECONDS = 60
"""Seconds that a converter for old Word files may take."""
