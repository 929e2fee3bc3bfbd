"""The installed ``hzview`` under a real pseudo-terminal, its screen kept by an emulator; and inside tmux."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 30.0
"""Seconds after which something that has not appeared never will."""
_GLANCE = 0.02
"""Seconds between two looks."""


def hzview() -> str:
    """Return the path of the installed ``hzview``: beside this Python, else on the path."""
    beside = Path(sys.executable).with_name("hzview")
    found = str(beside) if beside.exists() else shutil.which("hzview")
    assert found, "hzview is not installed"
    return found


class Terminal:
    """A program under a pseudo-terminal of ``columns`` × ``rows``."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 100,
        rows: int = 30,
        env: Mapping[str, str] | None = None,
        stdin: int | None = None,
    ) -> None:
        """Start ``command``; ``env`` is added to the environment, ``stdin`` taken for the terminal where given."""
        self._clear(columns, rows)
        self.received = bytearray()
        """Everything that the program has written."""
        self._drawn = 0
        self._master, slave = pty.openpty()
        self._set_size(columns, rows)
        self._process = subprocess.Popen(
            command,
            stdin=slave if stdin is None else stdin,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if self._master >= 0:
            os.close(self._master)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen; a wide character is one character."""
        self._draw()
        # Not pyte's display, which stumbles over a wide character of which only one half was painted over.
        width, height = self._screen.columns, self._screen.lines
        cells = self._screen.buffer
        return ["".join(cells[y][x].data for x in range(width)).rstrip() for y in range(height)]

    @property
    def text(self) -> str:
        """The screen as one string."""
        return "\n".join(self.lines)

    @property
    def pid(self) -> int:
        """Id of the program's process."""
        return self._process.pid

    def send(self, keys: str) -> None:
        """Type ``keys``."""
        os.write(self._master, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window. What it showed is gone: the program has to paint all of it again."""
        self._draw()
        self._clear(columns, rows)
        self._set_size(columns, rows)
        self._process.send_signal(signal.SIGWINCH)

    def last_byte(self, quiet: float) -> float:
        """Wait until nothing has been written for ``quiet`` seconds; return when the last byte came (perf_counter)."""
        last = time.perf_counter()
        while select.select([self._master], [], [], quiet)[0]:
            self.received += os.read(self._master, 1 << 16)
            last = time.perf_counter()
        return last

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def hang_up(self) -> int:
        """Take the terminal away, and return the program's exit status; fail if it does not end."""
        os.close(self._master)
        self._master = -1
        return self._process.wait(PATIENCE)

    def wait_for(self, seen: str | Callable[[str], bool]) -> None:
        """Wait until the screen holds the text ``seen``, or is as ``seen`` says; fail with the screen if it never is."""
        is_so = seen if callable(seen) else lambda text: seen in text
        self._until(lambda: is_so(self.text), f"never seen: {seen!r}")

    def wait_for_change(self, shown: str) -> None:
        """Wait until the screen is another than ``shown``."""
        self._until(lambda: self.text != shown, "never changed")

    def wait_for_bytes(self, written: bytes, since: int = 0) -> None:
        """Wait until the program has written ``written``, after the first ``since`` bytes."""
        self._until(lambda: self.received.find(written, since) >= 0, f"never written: {written!r}")

    def settle(self, quiet: float = 0.3) -> None:
        """Wait until the program has written nothing for ``quiet`` seconds."""
        deadline = time.monotonic() + PATIENCE
        while self._read(quiet) and time.monotonic() < deadline:
            pass

    def wait_end(self) -> int:
        """Wait until the program has ended and return its exit status."""
        self._until(lambda: self._process.poll() is not None, "never ended")
        while self._read(0):
            pass
        return self._process.returncode

    def _until(self, done: Callable[[], bool], complaint: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < deadline, f"{complaint}; the screen:\n{self.text}"
            self._read(_GLANCE)

    def _read(self, patience: float) -> bool:
        """Take what the program writes within ``patience`` seconds; tell whether it wrote anything."""
        ready, _, _ = select.select([self._master], [], [], patience)
        if not ready:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # EIO: the program has closed its side
            return False
        self.received += data
        return bool(data)

    def _draw(self) -> None:
        """Bring the screen up to date; only when somebody looks, so that measuring does not pay for it."""
        fresh = bytes(self.received[self._drawn :])
        self._drawn += len(fresh)
        self._stream.feed(fresh)

    def _clear(self, columns: int, rows: int) -> None:
        """Begin with an empty screen (pyte's own resizing cuts wide characters in half)."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


class Tmux:
    """A tmux server of its own, at tmux's defaults, with ``command`` in its one window."""

    def __init__(self, folder: Path, command: str, columns: int, rows: int) -> None:
        self._socket = folder / "tmux"
        environment = {k: v for k, v in os.environ.items() if not k.startswith("TMUX")}
        self._environment = {**environment, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        self("-f", os.devnull, "-u", "new-session", "-d", "-x", str(columns), "-y", str(rows), command)

    def __call__(self, *arguments: str) -> str:
        """Run a tmux command on this server and return what it prints."""
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        )
        return done.stdout

    @property
    def text(self) -> str:
        """The screen of the window."""
        return self("capture-pane", "-p")

    def send(self, *keys: str) -> None:
        """Press ``keys``, by tmux's names."""
        self("send-keys", *keys)

    def wait_for(self, seen: str | Callable[[str], bool]) -> str:
        """Wait until the screen holds ``seen``, or is as it says, and return it; fail with the screen if never."""
        deadline = time.monotonic() + PATIENCE
        while True:
            text = self.text
            if seen(text) if callable(seen) else seen in text:
                return text
            assert time.monotonic() < deadline, f"never seen: {seen!r}; the screen:\n{text}"
            time.sleep(_GLANCE)

    def kill(self) -> None:
        """End the server and all that runs in it."""
        with contextlib.suppress(subprocess.CalledProcessError):  # it ends by itself with its last window
            self("kill-server")


@contextlib.contextmanager
def tmux(folder: Path, command: str, columns: int = 100, rows: int = 30) -> Iterator[Tmux]:
    """Run ``command`` inside a tmux server whose socket is in ``folder``."""
    server = Tmux(folder, command, columns, rows)
    try:
        yield server
    finally:
        server.kill()
