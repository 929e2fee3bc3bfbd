"""Importing files that were mutated: a report or one clear line, never a crash.

``HZVIEW_FUZZ=10000 python -m pytest tests/fuzz/test_importing.py`` runs ten thousand mutations of each format.
"""

from __future__ import annotations

import os
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hzview.content import dump, parse
from hzview.errors import HzviewError
from hzview.importing import Imported, import_report
from tests.unit.importing import made
from tests.unit.importing.material import lost_and_doubled

_EXAMPLES = int(os.environ.get("HZVIEW_FUZZ", "60"))
_BODY = "我们坚持以人民为中心的发展思想，全市生产总值增长8.5%，人民生活持续改善。"
_LINES = (
    "2018年湖州市政府工作报告",
    "——2018年1月30日在湖州市第七届人民代表大会第六次会议上",
    "各位代表：",
    "一、2017年工作回顾",
    "产业升级迈出新步伐。" + _BODY,
    f"（一）稳中向好。{_BODY}(二)改革深入",
    _BODY,
    "二、2018年任务",
    "1、新建学校10所；",
    "——发展。" + _BODY,
    "让我们为美好明天而努力奋斗，再创佳绩，不负重托！",
    "附件1",
    "名词解释",
)
_TEXT = "\n".join(_LINES)
_HTML = "<html><title>题</title><body>" + "".join(f"<p>{line}</p>\n" for line in _LINES) + "</body></html>"
_SEEDS: dict[str, bytes] = {
    "txt": _TEXT.encode(),
    "gb18030": _TEXT.encode("gb18030"),
    "utf-16": _TEXT.encode("utf-16"),
    "md": ("---\ntitle: 报告\n---\n**" + _TEXT.replace("\n", "**\n\n**") + "**").encode(),
    "html": _HTML.encode(),
    "docx": made.docx(*(made.paragraph(line, bold=len(line) < 20) for line in _LINES)),
}
_PDF = made.pdf([[(72.0, 800.0 - 20 * i, line) for i, line in enumerate(_LINES)]])

_PIECES = st.sampled_from(
    [
        b"",
        b"\0",
        b"\xff",
        b"<",
        b">",
        b"</p>",
        b"<!--",
        b"&#",
        b"**",
        b"#",
        b"\n",
        b"\r\n",
        b"PK\x01\x02",
        b"%PDF-",
    ]
    + [
        piece.encode()
        for piece in (
            "一、",
            "（一）",
            "。",
            "　　",
            "\u2028",
            "\x85",
            "\x1b[2J",
            "附件",
            "各位代表！",
            "20xx年",
        )
    ]
)
_MUTATIONS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), _PIECES, st.integers(1, 4)), min_size=1, max_size=8
)


def mutated(data: bytes, mutations: list[tuple[float, int, bytes, int]]) -> bytes:
    """Replace stretches of ``data``: where (as a share of it), how many bytes, by what, how often repeated."""
    for share, length, piece, times in mutations:
        at = int(share * len(data))
        data = data[:at] + piece * times + data[at + length :]
    return data


def check(imported: Imported) -> None:
    """What holds of every import: a report that can be written and read again, free of what a terminal obeys."""
    report = imported.report
    assert parse(dump(report), "x").blocks == report.blocks
    for block in report.blocks:
        assert not [c for c in block.text if unicodedata.category(c) in {"Cc", "Zl", "Zp"}]
        assert 0 <= block.lead <= len(block.text)
    assert max(part.depth for part in report.parts) < 12


def try_to_import(data: bytes) -> None:
    """Import ``data`` and check the report, or else the one line that says why there is none."""
    message = ""
    try:
        check(import_report(data, "名字"))
    except HzviewError as error:
        message = str(error)
    assert not message or (message.startswith("名字：") and "\n" not in message)


@pytest.mark.parametrize("kind", sorted(_SEEDS))
@settings(max_examples=_EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(mutations=_MUTATIONS)
def test_mutated_files(kind: str, mutations: list[tuple[float, int, bytes, int]]) -> None:
    try_to_import(mutated(_SEEDS[kind], mutations))


@settings(max_examples=max(_EXAMPLES // 8, 5))
@given(mutations=_MUTATIONS)
def test_mutated_pdf(mutations: list[tuple[float, int, bytes, int]]) -> None:
    try_to_import(mutated(_PDF, mutations))


_PARTS = st.lists(
    st.one_of(
        st.sampled_from(_LINES), st.text(alphabet="中文一二三、（）。！：；，1２ \u3000—*#|", max_size=40)
    ),
    min_size=2,
    max_size=30,
)


@settings(max_examples=_EXAMPLES)
@given(parts=_PARTS, ends=st.sampled_from(["\n", "\n\n", "\r\n", "\u3000\u3000", " "]))
def test_no_text_is_lost_or_doubled(parts: list[str], ends: str) -> None:
    text = ends.join(parts)
    try:
        imported = import_report(text.encode(), "名字")
    except HzviewError:
        return
    assert not any(lost_and_doubled(text, imported))
    check(imported)


_LONG = (
    "一",
    "、",
    "1",
    " ",
    "　",
    "#",
    "- ",
    "：（一）",
    "。（一）去年工作好",
    "各位朋友、",
    " \n",
    "、\n",
    "1.\n",
    "[1]\n",
)


@pytest.mark.parametrize("opening", ["生产总值", "# 生产总值"], ids=["plain", "markdown"])
@pytest.mark.parametrize("piece", _LONG)
def test_a_long_run_ends_soon(opening: str, piece: str) -> None:
    """A pattern that grows with the square of its text would take minutes over a hundred thousand characters."""
    run = opening + piece * (100_000 // len(piece)) + "工作。"
    try_to_import("\n".join((*_LINES[:4], run, "")).encode())
