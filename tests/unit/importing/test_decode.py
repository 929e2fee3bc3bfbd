"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.errors import HzviewError
from hzview.importing.decode import Decoded, decode

_SIMPLIFIED = (
    "各位代表：现在，我代表市人民政府向大会报告工作，请予审议。2017年，全市生产总值增长8.5%，我们的发展取得了新的成就。\n"
    * 3
)
_TRADITIONAL = (
    "各位代表：現在，我代表市人民政府向大會報告工作，請予審議。我們的經濟發展取得了新的成就，這是全市人民的。\n"
    * 3
)
_SENTENCES = st.lists(
    st.sampled_from(
        [
            "一是发展经济。",
            "我们的工作有了新的进展，",
            "全市生产总值增长8.5%；",
            "\n",
            "是在不了有和人这中大为上个国",
        ]
    ),
    min_size=4,
    max_size=40,
).map("".join)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "utf-32"]
)
def test_every_encoding_is_told(encoding: str) -> None:
    data = _SIMPLIFIED.encode(encoding)
    assert decode(data, "x").text == _SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_the_order_of_bytes_is_told_where_all_is_chinese(encoding: str) -> None:
    text = "一九五九年政府工作报告\r\n一、关于一年来的工作\r\n" + "我们的国家在一年中有了一个伟大的进步。" * 9
    assert decode(text.encode(encoding), "x").encoding == encoding


def test_big5_is_told_from_gb18030() -> None:
    found = decode(_TRADITIONAL.encode("big5"), "x")
    assert (found.text, found.encoding) == (_TRADITIONAL, "big5hkscs")
    assert decode(_TRADITIONAL.encode("gb18030"), "x").encoding == "gb18030"


@given(_SENTENCES, st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_what_was_written_is_read(text: str, encoding: str) -> None:
    assert decode(("报告" + text).encode(encoding), "x").text == "报告" + text


def test_line_ends_become_one() -> None:
    assert decode("一\r\n二\r三\n四".encode(), "x").text == "一\n二\n三\n四"


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    page = f'<meta charset="gb2312"><p>{_SIMPLIFIED}</p>'
    assert decode(page.encode("gbk"), "x").encoding == "gb18030"
    lying = f'<meta charset="gb2312"><p>{_SIMPLIFIED}</p>'
    assert decode(lying.encode(), "x").encoding == "utf-8"


def test_a_few_broken_bytes_are_counted_and_not_silent() -> None:
    data = (_SIMPLIFIED * 20).encode()
    found = decode(data[:301] + b"\xff" + data[301:], "x")
    assert 0 < found.damaged <= 3
    assert found.encoding == "utf-8"


@pytest.mark.parametrize("data", [b"", b"\n \t", b"\0" * 64])
def test_nothing_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(HzviewError, match=r"名字.*空"):
        decode(data, "名字")


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    said = ""
    found: Decoded | None
    try:
        found = decode(data, "名字")
    except HzviewError as error:
        found = None
        said = str(error)
    assert said.startswith("名字") if found is None else "\r" not in found.text


def test_a_binary_is_refused_with_what_was_tried() -> None:
    with pytest.raises(HzviewError, match=r"图\.png.*UTF-8.*GB18030.*Big5"):
        decode(bytes(range(256)) * 40, "图.png")


def test_a_mark_of_utf_16_on_a_binary_does_not_make_it_text() -> None:
    with pytest.raises(HzviewError):
        decode(codecs.BOM_UTF16_LE + bytes(range(32)) * 200, "x")
