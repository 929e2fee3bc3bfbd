"""What was searched for, kept in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from hzview.errors import HzviewError
from hzview.history import MOST_QUERIES, Browsing, History


def test_queries_come_back_each_once_and_the_latest_last(tmp_path: Path) -> None:
    file = tmp_path / "a" / "searches.txt"
    for query in ("工业", " 农业 ", "工业", "", "x" * 1000):
        History(file).add(query)
    assert History(file).queries() == ("农业", "工业")


def test_the_oldest_are_forgotten(tmp_path: Path) -> None:
    history = History(tmp_path / "searches.txt")
    for number in range(MOST_QUERIES + 5):
        history.add(str(number))
    assert history.queries()[0] == "5"
    assert len(history.queries()) == MOST_QUERIES


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", "工业\n\n\x1b[2J\n".encode(), b"\n" * 5000])
def test_a_spoilt_file_is_no_trouble(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "searches.txt"
    file.write_bytes(content)
    history = History(file)
    assert all(query.isprintable() for query in history.queries())
    history.add("农业")
    assert history.queries()[-1] == "农业"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HzviewError, match="file"):
        History(tmp_path / "file" / "searches.txt").add("工业")
    assert History(tmp_path / "none").queries() == ()


def test_browsing_there_and_back() -> None:
    browsing = Browsing(("一", "二", "三"))
    assert browsing.step(1, "打") is None
    assert [browsing.step(-1, shown) for shown in ("打", "三", "二", "一")] == ["三", "二", "一", None]
    assert [browsing.step(1, shown) for shown in ("一", "二", "三", "打")] == ["二", "三", "打", None]
    assert Browsing(()).step(-1, "打") is None


def test_what_is_shown_already_is_passed_over() -> None:
    assert Browsing(("一", "二")).step(-1, "二") == "一"
    assert Browsing(("二",)).step(-1, "二") is None
