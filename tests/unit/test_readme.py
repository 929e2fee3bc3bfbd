"""The README tells the truth: its commands run, its fields and keys are those of the program."""

from __future__ import annotations

import re
import shlex
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from hzview.cli.main import run
from hzview.limits import DEFAULT
from tests.conftest import ROOT
from tests.unit.cli.sample import Cli, rows

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(
    r"^hzview .+$", "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL)), re.MULTILINE
)


def section(title: str) -> str:
    """Return what stands under a heading of the README."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", README, re.DOTALL | re.MULTILINE)
    assert found, title
    return found[1]


def quoted(text: str) -> list[str]:
    """Return what stands in backquotes."""
    return re.findall(r"`([^`]+)`", text)


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_run(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("报告.html").write_text(
        "<html><body><h1>2018年测试市政府工作报告</h1><p>一、2017年工作回顾</p>"
        "<p>地区生产总值增长8.5%。</p><p>二、2018年重点任务</p><p>地区生产总值增长8%，深化“四上”企业培育。</p>"
        "<p>名词解释</p><p>1.“四上”企业：规模以上工业等企业。</p></body></html>",
        encoding="utf-8",
    )
    assert run(shlex.split(command, comments=True)[1:]) == 0
    assert capsys.readouterr().err == ""


def test_there_are_commands_in_it() -> None:
    assert {shlex.split(c)[1] for c in COMMANDS} >= {"outline", "text", "search", "figures", "import"}


def test_the_fields_of_figures_are_those_of_its_rows(cli: Cli, report: str) -> None:
    table = re.findall(r"^\| (`.+?) \|", section("Fields of `figures`"), re.MULTILINE)
    _, output, _ = cli("figures", report, "--format", "jsonl")
    assert [name for cell in table for name in quoted(cell)] == list(rows(output)[0])


@pytest.mark.parametrize("verb", ["outline", "text", "search"])
def test_the_fields_of_other_verbs_are_those_of_their_rows(cli: Cli, report: str, verb: str) -> None:
    items = section("Fields of the other verbs").split("\n- ")
    item = re.sub(r"\([^)]*\)", "", next(i for i in items if i.lstrip("\n- ").startswith(f"`{verb}`")))
    query = ["增长"] if verb == "search" else []
    _, output, _ = cli(verb, *query, report, "--format", "jsonl")
    assert quoted(item.partition("\n\n")[0])[1:] == list(rows(output)[0])


def key_table() -> list[list[str]]:
    """Return the cells of the table of keys, row by row."""
    rows_ = re.findall(r"^\| (`.+) \|$", section("Keys"), re.MULTILINE)
    return [row.split(" | ") for row in rows_]


def test_every_key_in_it_is_that_of_the_ids_beside_it() -> None:
    from hzview.tui.actions import ACTIONS
    from hzview.tui.keys import shown

    names = {"Space": "空格", "Enter": "回车"}
    bound = {action.id: {shown(key) for key in action.keys} for action in ACTIONS}
    for keys, does, ids in key_table():
        meant = {names.get(key, key) for key in quoted(keys)}
        assert meant <= set().union(*(bound[action] for action in quoted(ids))), ids
        also = {names.get(key, key) for key in quoted(does)}
        assert all(meant & bound[action] or also & bound[action] for action in quoted(ids)), ids


def test_every_action_of_the_reader_is_in_it() -> None:
    from hzview.tui.actions import ACTIONS, HEARD_IN_READER

    told = {action for _, _, ids in key_table() for action in quoted(ids)}
    assert {action.id for action in ACTIONS if action.scope in HEARD_IN_READER} <= told


def test_its_settings_are_settings(tmp_path: Path) -> None:
    from hzview.settings import Settings, load_settings
    from hzview.tui.actions import ACTIONS

    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    path = tmp_path / "config.toml"
    path.write_text(example, encoding="utf-8")
    settings = load_settings(path, [action.id for action in ACTIONS])
    assert set(tomllib.loads(example)) == set(Settings.__dataclass_fields__)
    assert list(settings.keys) == ["next-figure"]


def test_the_limits_are_those_of_the_program() -> None:
    told = re.findall(r"^\| `(\w+)` \| (\d+) \|", section("Importing"), re.MULTILINE)
    assert [(name, int(value)) for name, value in told] == list(asdict(DEFAULT).items())
