"""The reader in a browser: textual-serve, in front of it a guard that lets in nobody but who has the address with its key.

A page of any site may open a web socket to this machine, and a name that an attacker owns may be made to mean 127.0.0.1
(DNS rebinding); textual-serve checks neither. So every request but those for static files needs the key that is printed
with the address — from then on a cookie has it — and names the host by an address or by a name of this machine.
"""

from __future__ import annotations

import asyncio
import hmac
import ipaddress
import os
import secrets
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

from hzview.errors import HzviewError

COOKIE = "hzview-key"
"""Name of the cookie that holds the key."""
SHUTDOWN_SECONDS = 2.0
"""How long pages that are still open are waited for at the end."""
_STATIC = "/static/"
_TEMPLATES = Path(__file__).with_name("pages")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
"""Answers a request."""


def is_loopback(host: str) -> bool:
    """Tell whether ``host`` can be reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Guard:
    """Decides who is let in."""

    def __init__(self, key: str, names: Collection[str]) -> None:
        """Let in who has ``key`` and calls this machine by an address or by one of ``names``."""
        self._key = key
        self._names = frozenset(name.lower() for name in names)

    def knows(self, host: str) -> bool:
        """Tell whether ``host``, as in the header of that name, is this machine by an address or a name of its own."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in self._names
        return True

    def is_from_here(self, origin: str | None, host: str) -> bool:
        """Tell whether a request that names its ``origin`` comes from a page of ours; what names none is no page."""
        return origin is None or urlsplit(origin).netloc == host

    def has_key(self, given: str | None) -> bool:
        """Tell whether ``given`` is the key."""
        return given is not None and hmac.compare_digest(given.encode("utf-8", "replace"), self._key.encode())

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer ``request`` by ``handler`` if it is let in."""
        if not (self.knows(request.host) and self.is_from_here(request.headers.get("Origin"), request.host)):
            raise web.HTTPForbidden(text="不认识这个主机名或来源")
        if request.path.startswith(_STATIC) or self.has_key(request.cookies.get(COOKIE)):
            return await handler(request)
        if not self.has_key(request.query.get("key")):
            raise web.HTTPForbidden(text="请用 hzview serve 给出的完整地址打开")
        response = web.HTTPFound("/")
        response.set_cookie(COOKIE, self._key, httponly=True, samesite="Strict")
        raise response


class ReaderServer(Server):
    """textual-serve with our page, the guard, and words in Chinese."""

    def __init__(self, command: str, host: str, port: int, announce: Callable[[str], None]) -> None:
        """Run ``command`` for each page that is opened at ``host`` and ``port``; ``announce`` is told the address."""
        super().__init__(command, host=host, port=port, title="政府工作报告", templates_path=str(_TEMPLATES))
        self.key = secrets.token_urlsafe(16)
        """What one has to know to be let in."""
        self._announce = announce

    def initialize_logging(self) -> None:
        """Leave logging as it is: what goes wrong is said by the readers themselves."""

    @property
    def address(self) -> str:
        """The address of the page, with the key."""
        named = self.host
        if named in ("0.0.0.0", "::"):  # every address of this machine is no address to go to
            named = socket.gethostname()
        shown = f"[{named}]" if ":" in named else named
        return f"http://{shown}:{self.port}/?key={self.key}"

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        guard = Guard(self.key, ("localhost", self.host, socket.gethostname(), socket.getfqdn()))

        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await guard(request, handler)

        app.middlewares.append(guarded)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing yet: nobody listens so far."""

    async def listen(self) -> None:
        """Serve until SIGINT or SIGTERM. Raises OSError where the port cannot be had."""
        runner = web.AppRunner(await self._make_app(), shutdown_timeout=SHUTDOWN_SECONDS)
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self.port).start()
            self._announce(self.address)
            ended = asyncio.Event()
            loop = asyncio.get_running_loop()
            with suppress(NotImplementedError):  # on Windows, where Ctrl+C ends the loop by itself
                for number in (signal.SIGINT, signal.SIGTERM):
                    loop.add_signal_handler(number, ended.set)
            await ended.wait()
        finally:
            await runner.cleanup()


def serve(report: str | None, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Serve readers on ``report`` until Ctrl+C; each page that is opened gets one of its own.

    Raises:
        HzviewError: the port cannot be had.
    """
    words = [sys.executable, "-m", "hzview.tui.served", *([report] if report is not None else [])]
    command = subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
    try:
        asyncio.run(ReaderServer(command, host, port, announce).listen())
    except OSError as error:
        raise HzviewError(f"{host}:{port} 用不了：{error.strerror or error}") from error
