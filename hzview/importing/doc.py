"""Old Word files (doc, wps) and RTF, through a converter that is installed: LibreOffice, antiword or catdoc.

No library reads the old binary format well; LibreOffice does. Where none is installed, the message says how to convert.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from hzview.errors import HzviewError
from hzview.importing import docx, plain
from hzview.importing.decode import decode
from hzview.importing.source import Extracted
from hzview.limits import Limits

_ODD = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0250-\u0390\u0400-\u1fff\ufffd]")
_ODD_SHARE = 500
"""One such letter in so many characters is more than any report has (é in a name)."""
_BEST = "LibreOffice"
_OFFICES = ("soffice", "libreoffice")
_TEXT_CONVERTERS = (("antiword", "-m", "UTF-8.txt", "-w", "0"), ("catdoc", "-w", "-d", "utf-8"))


def extract(data: bytes, name: str, limits: Limits, suffix: str = ".doc") -> Extracted:
    """Return what a converter makes of an old Word file.

    Args:
        data: The file's bytes.
        name: Its name, for messages.
        limits: What it may take.
        suffix: Ending by which the converter knows the format: ``.doc`` or ``.rtf``.

    Raises:
        HzviewError: No converter is installed, or none of them can read the file.

    """
    tried: list[str] = []
    slow: list[str] = []
    with tempfile.TemporaryDirectory(prefix="hzview-") as folder:
        file = Path(folder) / f"report{suffix}"
        file.write_bytes(data)
        for converter, extracted in _conversions(file, name, limits, slow):
            tried.append(converter)
            if extracted is not None:
                if converter != _BEST:
                    extracted.notes.append(
                        f"由 {converter} 转换，粗体、编号和表格可能不全；装上 {_BEST} 更好"
                    )
                return extracted
    if slow:
        said = f"{name}：{'、'.join(slow)} 转换了 {limits.converter_seconds} 秒还没完，已停止"
        raise limits.exceeded(said, "converter_seconds", 2 * limits.converter_seconds)
    if tried:
        raise HzviewError(
            f"{name}：{'、'.join(tried)} 读不出这个文件；它可能有密码、已损坏，或不是 Word 文件"
        )
    kind, others = ("RTF 文件", "") if suffix == ".rtf" else ("旧版 Word 文件", "（或 antiword、catdoc）")
    raise HzviewError(
        f"{name}：{kind}需要转换程序；请安装 {_BEST}{others}，或在 Word、WPS 里另存为 .docx 再打开"
    )


def _conversions(
    file: Path, name: str, limits: Limits, slow: list[str]
) -> Iterator[tuple[str, Extracted | None]]:
    """Try the converters that are installed, the best first; None where one could not read the file.

    The names of those that took too long are added to ``slow``.
    """

    def run(converter: str, command: list[str]) -> bytes:
        output = _run(command, limits.converter_seconds)
        if output is None:
            slow.append(converter)
        return output or b""

    office = next((found for found in map(shutil.which, _OFFICES) if found), None)
    if office:
        profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
        options = ["--headless", "--convert-to", "docx", "--outdir", str(file.parent), str(file)]
        run(_BEST, [office, profile, *options])
        made = file.with_suffix(".docx")
        yield _BEST, docx.extract(made.read_bytes(), name, limits) if made.exists() else None
    for converter, *options in _TEXT_CONVERTERS:
        found = shutil.which(converter)
        if found and file.suffix == ".doc":
            output = run(converter, [found, *options, str(file)])
            text = decode(output, name).text if output.strip() else ""
            yield converter, plain.extract(text) if text and not _is_garbled(text) else None


def _is_garbled(text: str) -> bool:
    """Whether a converter took Chinese characters for pairs of Latin ones (catdoc does where a text is mixed)."""
    return len(_ODD.findall(text)) * _ODD_SHARE > len(text)


def _run(command: list[str], seconds: int) -> bytes | None:
    """Return what a converter prints, nothing where it fails; None where it takes more than ``seconds``.

    It has a group of its own, so that what it starts (soffice starts soffice.bin) ends with it.
    """
    try:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return b""
    try:
        output, _ = process.communicate(timeout=seconds)
    except BaseException as error:
        _end(process)
        if isinstance(error, subprocess.TimeoutExpired):
            return None
        raise
    return output if process.returncode == 0 else b""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a converter and all that it started."""
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
