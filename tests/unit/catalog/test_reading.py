"""The catalog's files, and what is said of bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from hzview.catalog import Polarity, load_catalog, user_file
from hzview.errors import HzviewError

_WHOLE = """\
[[indicator]]
id = "tea"
name = "茶叶产量"
units = ["weight"]
nature = "flow"
polarity = "up"
definition = "茶叶的产量"
"""


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_adds_an_indicator(tmp_path: Path) -> None:
    catalog = load_catalog(_file(tmp_path, _WHOLE + 'synonyms = ["茶产量"]\n'))
    match = catalog.match("全市茶产量", "万吨", "level")
    assert match is not None
    assert match.indicator is catalog["tea"]
    assert "tea" not in load_catalog()


def test_a_file_extends_an_indicator(tmp_path: Path) -> None:
    text = '[[indicator]]\nid = "gdp"\nname = "本地总产出"\nsynonyms = ["总产出"]\npolarity = "neutral"\n'
    catalog = load_catalog(_file(tmp_path, text))
    gdp = catalog["gdp"]
    assert gdp.name == "本地总产出"
    assert gdp.polarity is Polarity.NEUTRAL
    assert {"地区生产总值", "GDP", "总产出"} <= set(gdp.synonyms)
    assert gdp.definition == load_catalog()["gdp"].definition
    assert catalog.find("地区生产总值") is catalog.find("总产出") is gdp


def test_the_users_own_file_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    if not user_file().is_relative_to(tmp_path):
        pytest.skip("the configuration folder does not follow XDG here")
    user_file().parent.mkdir(parents=True)
    user_file().write_text(_WHOLE, encoding="utf-8")
    assert "tea" in load_catalog()


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (_WHOLE + "synonyms = [", 8, "不合 TOML 语法"),
        (_WHOLE + 'sinonyms = ["茶"]', 8, "sinonyms：没有这一项"),
        (_WHOLE + 'synonyms = ["茶", 3]', 8, "synonyms：应为文字的列表"),
        (_WHOLE + 'synonyms = ["（ ）"]', 8, "没有可比较的字"),
        (_WHOLE + 'synonyms = ["GDP"]', 8, "“GDP”已是 gdp 的名称"),
        (_WHOLE.replace('"weight"', '"heavy"'), 4, "units：“heavy”不在可选之列：money"),
        (_WHOLE.replace('["weight"]', "[]"), 4, "不能是空的"),
        (_WHOLE.replace('"flow"', '"river"'), 5, "nature：应为 account、flow、stock、rate、index 之一"),
        (_WHOLE.replace('"up"', "1"), 6, "polarity：应为 up、down、neutral 之一"),
        (_WHOLE.replace('"tea"', '"Tea"'), 2, "由小写字母、数字和连字符组成"),
        (_WHOLE.replace('id = "tea"', ""), 1, "id：缺少这一项"),
        (_WHOLE.replace('name = "茶叶产量"', ""), 1, "name：缺少这一项"),
        (_WHOLE.replace('"茶叶的产量"', '"""茶\n叶"""'), 7, "应为不超过 400 字的一行文字"),
        (_WHOLE + _WHOLE, 9, "出现两次"),
        (_WHOLE + _WHOLE.replace("tea", "tee"), 10, "“茶叶产量”已是 tea 的名称"),
        ("\n[indicator]\nid = 3\n", 0, "条目应写成 [[indicator]]"),
        ("[other]\n", 0, "只能有 [[indicator]]"),
    ],
)
def test_errors_name_file_line_and_reason(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(HzviewError) as error:
        load_catalog(path)
    said = str(error.value)
    assert said.startswith(f"{path}：")
    assert reason in said
    assert "\n" not in said
    if line:
        assert f"第 {line} 行" in said


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(HzviewError, match="目录不存在"):
        load_catalog(tmp_path / "nothing.toml")
    bad = tmp_path / "bad.toml"
    bad.write_bytes(b'[[indicator]]\nid = "\xff"\n')
    with pytest.raises(HzviewError, match="第 2 行：指标目录应为 UTF-8 编码"):
        load_catalog(bad)
    bad.write_bytes(b"#" * ((4 << 20) + 1))
    with pytest.raises(HzviewError, match="超过 4 MB"):
        load_catalog(bad)
    bad.write_bytes(b"a = " + b"[" * 10000)
    with pytest.raises(HzviewError):
        load_catalog(bad)
