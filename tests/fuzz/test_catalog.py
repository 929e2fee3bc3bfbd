"""Whatever stands in a catalog's file: it is read, or refused in one line that names the file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from hzview.catalog import Catalog, load_catalog
from hzview.errors import HzviewError

_SHIPPED = len(load_catalog())
_TEXTS = st.text(max_size=12) | st.sampled_from(
    ["GDP", "竹产业产值", "money", "flow", "up", "gdp", "bamboo", "全市", "的"]
)
_VALUES = _TEXTS | st.integers() | st.booleans() | st.lists(_TEXTS | st.integers(), max_size=3)
_KEYS = st.sampled_from(
    ["id", "name", "synonyms", "units", "nature", "polarity", "definition", "distinct", "other"]
)
_GOOD = {
    "id": "bamboo",
    "name": "竹产业产值",
    "units": ["money"],
    "nature": "flow",
    "polarity": "up",
    "definition": "产值",
}


@settings(max_examples=40)
@given(
    st.lists(st.dictionaries(_KEYS, _VALUES, max_size=4), max_size=3), st.binary(max_size=4), st.booleans()
)
def test_a_file_is_read_or_refused(entries: list[dict[str, object]], end: bytes, whole: bool) -> None:
    made = [{**_GOOD, **entry} if whole else entry for entry in entries]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.toml"
        file.write_bytes(tomli_w.dumps({"indicator": made}).encode("utf-8", "replace") + end)
        found = _read(file)
    if isinstance(found, str):
        assert found.startswith(f"{file}：")
        assert len(found.splitlines()) == 1
    else:
        assert len(found) >= _SHIPPED
        for indicator in found:
            assert all(found.find(name) is indicator for name in indicator.names)


def _read(file: Path) -> Catalog | str:
    """Return the catalog with ``file``, or what is said against it."""
    try:
        return load_catalog(file)
    except HzviewError as error:
        return str(error)
