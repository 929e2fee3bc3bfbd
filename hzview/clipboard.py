"""The ways to a clipboard, tried in turn, and the truth about which one worked.

The command from the settings comes first; then, unless one works over ssh (where it would be the far machine's
clipboard), the tools of the system; then tmux's own buffer; at last OSC 52, an escape sequence that asks the terminal to
copy and gets no answer. Sources: the manuals of wl-copy, xclip, xsel, pbcopy and tmux; xterm's "Operating System
Commands" for OSC 52.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hzview.printable import printable

TIMEOUT = 2.0
"""Seconds after which a tool that hangs is given up."""
LONGEST_OSC52 = 74_994
"""UTF-8 bytes that OSC 52 carries at most: terminals drop sequences of more than 100,000 characters."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a text went."""

    way: str
    """The ways that took it, joined by " + ": ``xclip``, ``tmux``, ``OSC 52``; empty if there was none."""
    certain: bool
    """Whether one of them confirmed it; OSC 52 never does."""
    message: str
    """What to tell the person, in Chinese: where the text is, or why it is nowhere."""


@dataclass(frozen=True, slots=True)
class _Tool:
    """A program that takes the clipboard's new text on its standard input."""

    arguments: tuple[str, ...]
    needs: str = ""
    """Variable of the environment without which it cannot work."""
    encoding: str = "utf-8"
    locale: str = ""
    """Locale that it must run in to take that encoding; empty where it takes no notice of locales."""


_TOOLS = (
    _Tool(("wl-copy",), "WAYLAND_DISPLAY"),
    _Tool(("xclip", "-selection", "clipboard", "-in"), "DISPLAY"),
    _Tool(("xsel", "--clipboard", "--input"), "DISPLAY"),
    _Tool(("pbcopy",), locale="en_US.UTF-8"),
    _Tool(("clip.exe",), encoding="utf-16"),
)
_DEAF_TERMINALS = ("", "dumb", "linux")
"""Values of TERM that know no OSC 52."""


def copy(
    text: str,
    *,
    command: Sequence[str] = (),
    environ: Mapping[str, str] | None = None,
    write_terminal: Callable[[str], None] | None = None,
    timeout: float = TIMEOUT,
) -> Outcome:
    """Copy ``text``, without its control characters (line breaks and tabs stay), and tell where it went.

    ``command`` is the user's own, with the text on its standard input; ``environ`` is the process's own unless given.
    ``write_terminal`` writes an escape sequence to the terminal; without it OSC 52 is not tried. Programs are waited
    for, up to ``timeout`` seconds each: call this from a thread.
    """
    text = clean(text)
    chain = _Chain(os.environ if environ is None else environ, timeout)
    done = not chain.in_browser and chain.system(text, tuple(command))
    in_tmux = not chain.in_browser and chain.tmux(text)
    if write_terminal and (not (done or in_tmux) or (chain.over_ssh and not in_tmux)):
        chain.terminal(text, write_terminal)
    return chain.outcome()


def clean(text: str) -> str:
    """Return ``text`` without what a terminal could obey when it is pasted; tabs stay, line breaks become line feeds."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("\t".join(map(printable, line.split("\t"))) for line in lines)


class _Chain:
    """One copy on its way: what was tried, what worked."""

    def __init__(self, environ: Mapping[str, str], timeout: float) -> None:
        self._environ = dict(environ)
        self._timeout = timeout
        self._ways: list[str] = []
        self._places: list[str] = []
        self._problems: list[str] = []
        self._certain = False
        # Under textual-serve the person sits before a browser, maybe on another machine: no clipboard of this one will do.
        self.in_browser = "web_driver" in environ.get("TEXTUAL_DRIVER", "")
        self.over_ssh = any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))

    def system(self, text: str, command: tuple[str, ...]) -> bool:
        """Try the user's command, then the tools of this machine; tell whether one took the text."""
        if command:
            if self._run(_Tool(command), text):
                return self._arrived(command[0], f"设置的命令 {printable(command[0])}")
            self._problems.append(f"设置的命令 {printable(command[0])} 没有成功")
        if self.over_ssh:
            return False
        for tool in _TOOLS:
            usable = not tool.needs or self._environ.get(tool.needs)
            if usable and self._run(tool, text):
                return self._arrived(tool.arguments[0], f"系统剪贴板（{tool.arguments[0]}）")
        return False

    def tmux(self, text: str) -> bool:
        """Put the text into tmux's buffer; since 3.2 tmux hands it on to the terminal around it as well."""
        if not self._environ.get("TMUX"):
            return False
        if any(self._run(_Tool(("tmux", "load-buffer", *flag, "-")), text) for flag in (("-w",), ())):
            return self._arrived("tmux", "tmux 缓冲区")
        self._problems.append("tmux 没有接收")
        return False

    def terminal(self, text: str, write: Callable[[str], None]) -> None:
        """Ask the terminal to copy, which it may do or not."""
        data = text.encode("utf-8", "replace")
        if not self.in_browser and self._environ.get("TERM", "") in _DEAF_TERMINALS:
            self._problems.append("终端没有剪贴板")
        elif len(data) > LONGEST_OSC52:
            self._problems.append(f"文字超过 {LONGEST_OSC52} 字节，终端不收")
        else:
            write(_osc52(data, inside_screen=bool(self._environ.get("STY")) and not self.in_browser))
            self._ways.append("OSC 52")

    def outcome(self) -> Outcome:
        """Say what came of it."""
        said = []
        if self._places:
            said.append(f"已复制到{'和'.join(self._places)}")
        if "OSC 52" in self._ways:
            asked = "浏览器" if self.in_browser else "终端"
            said.append(f"已请{asked}复制（OSC 52），是否照办无从得知")
        if not self._ways:
            said.append("没有复制：找不到剪贴板，可在设置中写明 clipboard 命令")
        return Outcome(" + ".join(self._ways), self._certain, "；".join([*self._problems, *said]))

    def _arrived(self, way: str, place: str) -> bool:
        self._ways.append(way)
        self._places.append(place)
        self._certain = True
        return True

    def _run(self, tool: _Tool, text: str) -> bool:
        """Run a tool if it is installed, and tell whether it ended well within the time.

        Its output goes nowhere: what stays behind to serve the clipboard would hold a pipe open for good.
        """
        program = shutil.which(tool.arguments[0], path=self._environ.get("PATH", os.defpath))
        if program is None:
            return False
        try:
            process = subprocess.Popen(
                [program, *tool.arguments[1:]],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self._environ | ({"LC_ALL": tool.locale} if tool.locale else {}),
                start_new_session=True,
            )
        except OSError:
            return False
        try:
            process.communicate(text.encode(tool.encoding, "replace"), timeout=self._timeout)
        except subprocess.TimeoutExpired:
            _kill(process)
        return process.returncode == 0


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a program that hangs, with everything it started, and wait for it."""
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _osc52(data: bytes, *, inside_screen: bool) -> str:
    """The sequence that asks a terminal to copy ``data``. GNU screen passes it on only in pieces, each wrapped."""
    sequence = f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\x07"
    if not inside_screen:
        return sequence
    pieces = (sequence[at : at + 240] for at in range(0, len(sequence), 240))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
