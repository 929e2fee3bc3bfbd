"""Old Word files (doc, wps) and RTF, through a converter that is installed: LibreOffice, antiword or catdoc.

No library reads the old binary format well; LibreOffice does. Where none is installed, the message says how to convert.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hzview.errors import HzviewError
from hzview.importing import docx, limits, plain
from hzview.importing.decode import decode
from hzview.importing.source import Extracted

_OFFICES = ("soffice", "libreoffice")
_TEXT_CONVERTERS = (("antiword", "-m", "UTF-8.txt", "-w", "0"), ("catdoc", "-w", "-d", "utf-8"))


def extract(data: bytes, name: str, suffix: str = ".doc") -> Extracted:
    """Return what a converter makes of an old Word file.

    Args:
        data: The file's bytes.
        name: Its name, for messages.
        suffix: Ending by which the converter knows the format: ``.doc`` or ``.rtf``.

    Raises:
        HzviewError: No converter is installed, or none of them can read the file.

    """
    tried: list[str] = []
    with tempfile.TemporaryDirectory(prefix="hzview-") as folder:
        file = Path(folder) / f"report{suffix}"
        file.write_bytes(data)
        for converter, extracted in _conversions(file, name):
            tried.append(converter)
            if extracted is not None:
                extracted.notes.append(f"由 {converter} 转换")
                return extracted
    if tried:
        raise HzviewError(
            f"{name}：{'、'.join(tried)} 读不出这个文件；它可能有密码、已损坏，或不是 Word 文件"
        )
    raise HzviewError(
        f"{name}：旧版 Word 文件需要转换程序；请安装 LibreOffice（或 antiword、catdoc），"
        "或在 Word、WPS 里另存为 .docx 再打开"
    )


def _conversions(file: Path, name: str) -> Iterator[tuple[str, Extracted | None]]:
    """Try the converters that are installed, the best first; None where one could not read the file."""
    office = next((found for found in map(shutil.which, _OFFICES) if found), None)
    if office:
        profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
        _run([office, profile, "--headless", "--convert-to", "docx", "--outdir", str(file.parent), str(file)])
        made = file.with_suffix(".docx")
        yield "LibreOffice", docx.extract(made.read_bytes(), name) if made.exists() else None
    for command, *options in _TEXT_CONVERTERS:
        found = shutil.which(command)
        if found and file.suffix == ".doc":
            output = _run([found, *options, str(file)])
            yield command, plain.extract(decode(output, name).text) if output.strip() else None


def _run(command: list[str]) -> bytes:
    """Return what a converter prints; nothing where it fails or takes too long."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=limits.CONVERTER_SECONDS, check=False)
    except (subprocess.TimeoutExpired, OSError):
        return b""
    return done.stdout if done.returncode == 0 else b""
