"""What a Chinese character is to the patterns of an import."""

from __future__ import annotations

HAN = r"[^\W\d_a-zA-Z]"
"""One Chinese character: a letter that is not Latin, 〇 included.

The blocks of Unicode say it more exactly, and take a millisecond to compile in each pattern; there are fifty.
"""
