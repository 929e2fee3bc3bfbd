"""Whatever stands in the user's files, it is read, refused in one line, or forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from hzview.errors import HzviewError
from hzview.printable import one_line
from hzview.settings import SETTINGS, Settings, load_settings

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
).filter(lambda value: "None" not in repr(value))
names = st.sampled_from([*(setting.key for setting in SETTINGS), "keys", "x", ""])
files = st.binary(max_size=60) | st.dictionaries(names, values, max_size=4).map(
    lambda table: tomli_w.dumps(table).encode("utf-8", "replace")
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("settings")


@given(data=files)
def test_settings_are_read_or_refused_in_one_line(folder: Path, data: bytes) -> None:
    path = folder / "config.toml"
    path.write_bytes(data)
    refusal, settings = "", Settings()
    try:
        settings = load_settings(path, ("quit",))
    except HzviewError as error:
        refusal = str(error)
    assert settings.ambiguous_width in (0, 1, 2)
    assert set(settings.keys) <= {"quit"}
    assert not refusal or refusal.startswith(f"{path}：")
    assert one_line(refusal) == refusal
