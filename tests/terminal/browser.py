"""A headless Chromium, driven by the DevTools protocol over a web socket."""

from __future__ import annotations

import asyncio
import base64
import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp

from tests.terminal.screen import PATIENCE

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_GLANCE = 0.05


def chromium() -> str | None:
    """Return the path of a Chromium, if one is installed."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


class Page:
    """The one page of a browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """Speak to the page through ``socket``."""
        self.received = bytearray()
        """Everything that the page was sent through web sockets of its own."""
        self._socket = socket
        self._last = 0
        self._answers: dict[int, dict[str, Any]] = {}

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol and return its result."""
        self._last += 1
        number = self._last
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        while number not in self._answers:
            await self._take(await self._socket.receive_json(timeout=PATIENCE))
        answer = self._answers.pop(number)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    async def _take(self, message: dict[str, Any]) -> None:
        if "id" in message:
            self._answers[message["id"]] = message
        elif message["method"] == "Network.webSocketFrameReceived":
            frame = message["params"]["response"]
            if frame["opcode"] == 2:
                self.received += base64.b64decode(frame["payloadData"])

    async def run(self, script: str) -> Any:
        """Run a script in the page and return its value."""
        done = await self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True
        )
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    async def until(self, so: Callable[[], bool]) -> None:
        """Wait until it is so."""
        for _ in range(int(PATIENCE / _GLANCE)):
            await self.run("1")  # takes what has come meanwhile
            if so():
                return
            await asyncio.sleep(_GLANCE)
        raise AssertionError(f"it never was so; received: {bytes(self.received[-4000:])!r}")

    async def type(self, text: str) -> None:
        """Press the key of each character."""
        for character in text:
            for kind in ("keyDown", "keyUp"):
                await self.call(
                    "Input.dispatchKeyEvent",
                    type=kind,
                    key=character,
                    text=character if kind == "keyDown" else "",
                    windowsVirtualKeyCode=ord(character.upper()),
                )

    async def picture(self) -> bytes:
        """Return the page as a PNG."""
        return base64.b64decode((await self.call("Page.captureScreenshot", format="png"))["data"])


@asynccontextmanager
async def browser(folder: Path) -> AsyncIterator[Page]:
    """Run a browser that keeps its things in ``folder``, and yield its page."""
    program = chromium()
    assert program is not None
    process = await asyncio.create_subprocess_exec(
        program,
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--window-size=1200,800",
        "--remote-debugging-port=0",
        f"--user-data-dir={folder}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        port = await _port(folder / "DevToolsActivePort")
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                pages = [page for page in await answer.json() if page["type"] == "page"]
            async with session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=1 << 28) as socket:
                page = Page(socket)
                await page.call("Page.enable")
                await page.call("Network.enable")
                yield page
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
        await process.wait()


async def _port(file: Path) -> int:
    for _ in range(int(PATIENCE / _GLANCE)):
        if file.exists() and (lines := file.read_text().splitlines()):
            return int(lines[0])
        await asyncio.sleep(_GLANCE)
    raise AssertionError("the browser never came up")
