"""Web pages that a browser saved as one file (MHTML): the page is taken out of its envelope."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message

from hzview.errors import HzviewError
from hzview.importing import html
from hzview.importing.decode import decode
from hzview.importing.source import Extracted
from hzview.limits import Limits

_HEADER = re.compile(
    rb"\A\s*(?:From|MIME-Version|Snapshot-Content-Location|Subject|Date|Content-Type):", re.IGNORECASE
)
_KIND = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def looks_like_mhtml(data: bytes) -> bool:
    """Whether bytes are a mail message that holds a web page with its parts."""
    return bool(_HEADER.match(data)) and bool(_KIND.search(data[:4096]))


def extract(data: bytes, name: str, limits: Limits) -> Extracted:
    """Return the lines of the article in a saved page.

    Raises:
        HzviewError: There is no web page in it, or it is nested without end.

    """
    try:
        parts = message_from_bytes(data).walk()
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    except (RecursionError, ValueError, LookupError) as error:
        raise HzviewError(f"{name}：网页归档（MHTML）已损坏，读不出") from error
    content = page.get_payload(decode=True) if isinstance(page, Message) else None
    if not isinstance(content, bytes):
        raise HzviewError(f"{name}：网页归档（MHTML）里没有网页")
    return html.extract(decode(content, name).text, name, limits)
