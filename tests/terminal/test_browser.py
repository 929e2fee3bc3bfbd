"""The reader in a browser: Chinese text on the page, a figure on the browser's clipboard, nobody let in without the key."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import struct
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import aiohttp
import pytest

from hzview.cli.status import Status
from tests.terminal.browser import browser, chromium
from tests.terminal.screen import PATIENCE, hzview

OPENING = "回顾本届市政府开局之年"


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@asynccontextmanager
async def served() -> AsyncIterator[str]:
    """Run ``hzview serve`` and yield the address that it prints."""
    process = await asyncio.create_subprocess_exec(
        hzview(), "serve", "--port", str(free_port()), stdout=asyncio.subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    try:
        address = ""
        while not address.startswith("http"):
            address = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
            assert address, "it ended"
        yield address.strip()
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            assert await asyncio.wait_for(process.wait(), PATIENCE) == Status.FOUND
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, 9)


def pixels(png: bytes) -> tuple[int, list[bytes]]:
    """Return the bytes of a pixel and the rows of an 8-bit PNG without interlacing (PNG specification, 9.2)."""
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", png[16:29])
    assert (depth, interlaced) == (8, 0)
    size = {2: 3, 6: 4}[kind]
    data = b"".join(chunk for name, chunk in chunks(png) if name == b"IDAT")
    raw = zlib.decompress(data)
    rows: list[bytes] = []
    above = bytes(width * size)
    for y in range(height):
        start = y * (width * size + 1)
        row = bytearray(raw[start + 1 : start + 1 + width * size])
        for x in range(len(row)):
            left, up, corner = (row[x - size], above[x], above[x - size]) if x >= size else (0, above[x], 0)
            row[x] = (row[x] + predicted(raw[start], left, up, corner)) & 255
        above = bytes(row)
        rows.append(above)
    return size, rows


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """Return the chunks of a PNG."""
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += length + 12
    return found


def predicted(kind: int, left: int, up: int, corner: int) -> int:
    """Return what a filter of PNG predicts for a byte."""
    guess = left + up - corner
    nearest = min((abs(guess - value), number, value) for number, value in enumerate((left, up, corner)))[2]
    return (0, left, up, (left + up) // 2, nearest)[kind]


@pytest.mark.skipif(chromium() is None, reason="no Chromium is installed")
async def test_chinese_text_on_the_page_and_a_figure_on_the_clipboard(tmp_path: Path) -> None:
    async with served() as address, browser(tmp_path / "profile") as page:
        site = address.partition("?")[0].rstrip("/")
        await page.call(
            "Browser.grantPermissions",
            origin=site,
            permissions=["clipboardReadWrite", "clipboardSanitizedWrite"],
        )
        await page.call("Page.navigate", url=address)
        await page.until(lambda: OPENING in page.received.decode("utf-8", "replace"))
        await page.run("document.querySelector('textarea').focus()")
        await page.type("]y")
        await page.until(lambda: "已请浏览器复制" in page.received.decode("utf-8", "replace"))
        assert await page.run("navigator.clipboard.readText()") == "26件"
        assert await page.run("location.search") == ""
        png = await page.picture()
        (tmp_path / "reader.png").write_bytes(png)
        size, rows = pixels(png)
        text = [row[len(row) // size * 3 // 10 * size :][: 400 * size] for row in rows[100:500]]
        ground = text[0][:size]
        inked = [sum(row[x : x + size] != ground for x in range(0, len(row), size)) for row in text]
        assert sum(count > 40 for count in inked) > 100, "no text to be seen"
        assert sum(count == 0 for count in inked) > 50, "no lines to be told apart"


async def test_nobody_gets_in_without_the_key() -> None:
    async with served() as address, aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        site, _, key = address.partition("/?key=")
        socket_address = site.replace("http", "ws") + "/ws"
        good = {"Cookie": f"hzview-key={key}"}

        async def status(path: str, **headers: str) -> int:
            async with session.get(f"{site}{path}", headers=headers, allow_redirects=False) as answer:
                return answer.status

        assert await status(f"/?key={key}") == 302
        assert await status("/", **good) == 200
        assert await status("/static/js/textual.js") == 200
        assert await status("/") == 403
        assert await status("/?key=wrong") == 403
        assert await status("/", Host="evil.example:80", **good) == 403
        for headers in ({}, {**good, "Origin": "http://evil.example"}, {**good, "Host": "evil.example"}):
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await session.ws_connect(socket_address, headers=headers)
        async with session.ws_connect(socket_address, headers={**good, "Origin": site}) as opened:
            assert (await opened.receive(timeout=PATIENCE)).data


def test_the_page_fetches_nothing_from_elsewhere() -> None:
    from hzview.tui import serving

    page = (Path(serving.__file__).parent / "pages" / "app_index.html").read_text(encoding="utf-8")
    assert not re.findall(r"(?:https?:)?//(?!\$)[\w.]+", page)
