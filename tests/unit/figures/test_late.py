"""A late pattern does what a compiled one does, and is compiled when it is first used, once."""

from __future__ import annotations

import re

import pytest

from hzview.figures.late import Late

TEXT = "增长8.5%,其中出口增长12%"
SOURCE = r"增长(\d+)"


def test_methods_are_those_of_a_pattern() -> None:
    late, pattern = Late(SOURCE), re.compile(SOURCE)
    found, wanted = late.search(TEXT, 3), pattern.search(TEXT, 3)
    assert found is not None
    assert wanted is not None
    assert found.span(1) == wanted.span(1)
    assert late.match(TEXT, 1) is None
    assert [match.span() for match in late.finditer(TEXT)] == [
        match.span() for match in pattern.finditer(TEXT)
    ]
    assert late.sub("减少", TEXT) == pattern.sub("减少", TEXT)


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    late = Late("(")
    with pytest.raises(re.error):
        late.search(TEXT)


def test_a_pattern_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_pattern = re.compile

    def counting(source: str) -> re.Pattern[str]:
        compiled.append(source)
        return compile_pattern(source)

    monkeypatch.setattr(re, "compile", counting)
    late = Late(SOURCE)
    assert compiled == []
    for _ in range(3):
        late.search(TEXT)
        late.match(TEXT)
    assert compiled == [SOURCE]
