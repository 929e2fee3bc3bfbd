"""What importing will take on, and how a person raises it."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hzview.limits import DEFAULT, MEANINGS, Limits, parsed


def test_every_limit_is_explained() -> None:
    assert tuple(MEANINGS) == tuple(field.name for field in fields(Limits))


def test_limits_are_read_as_people_write_them() -> None:
    assert parsed("pages=5000, line = 10，tags=3,") == {"pages": 5000, "line": 10, "tags": 3}
    assert parsed("") == {}
    assert DEFAULT.raised(parsed("pages=5000")) == Limits(pages=5000)


@pytest.mark.parametrize(
    "text", ["pages", "pages=", "pages=x", "pages=-1", "pages=5e3", "pages=٣", "pages=" + "9" * 99]
)
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="应写成 名称=整数"):
        parsed(text)


@pytest.mark.parametrize(
    "values", [{"page": 1}, {"pages": 0}, {"pages": True}, {"pages": "5"}, {"pages": 10**13}]
)
def test_a_limit_has_a_name_and_a_sensible_value(values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"没有 page 这个上限|pages 应为正整数"):
        DEFAULT.raised(values)


@given(needed=st.integers(0, 10**9), limit=st.sampled_from(sorted(MEANINGS)))
def test_what_a_refusal_proposes_is_enough(needed: int, limit: str) -> None:
    said = str(DEFAULT.exceeded("太大", limit, needed))
    proposed = parsed(said.partition("HZVIEW_LIMITS=")[2].partition("，")[0])
    assert proposed[limit] > max(needed, getattr(DEFAULT, limit))
    assert said.startswith("太大；")
