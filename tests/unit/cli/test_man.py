"""The manual page says all that the help pages, the registry of keys and the settings say, in sound roff."""

from __future__ import annotations

import re
import shutil
import subprocess

import click
import pytest

from hzview.cli.root import root
from hzview.settings import SETTINGS
from hzview.tui.actions import ACTIONS
from tests.unit.cli.sample import Cli


def plain(roff: str) -> str:
    """Return roff as text: its escapes undone."""
    named = {"dq": '"', "aq": "'", "ga": "`", "ha": "^", "ti": "~"}
    text = re.sub(r"\\\((..)", lambda match: named[match[1]], roff)
    return text.replace(r"\&", "").replace(r"\-", "-").replace(r"\e", "\\")


def commands(command: click.Command, context: click.Context) -> list[tuple[click.Context, click.Command]]:
    """Return a command and all below it, each with its context."""
    found = [(context, command)]
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            found += commands(inner, click.Context(inner, parent=context, info_name=name))
    return found


def test_it_says_all_that_is_said_elsewhere(cli: Cli) -> None:
    status, page, complaint = cli("man")
    assert (status, complaint) == (0, "")
    text = plain(page)
    for context, command in commands(root, click.Context(root, info_name="hzview")):
        assert context.command_path in text
        for parameter in command.get_params(context):
            if isinstance(parameter, click.Option):
                assert all(name in text for name in parameter.opts)
                assert all(line in text for line in (parameter.help or "").splitlines())
    for action in ACTIONS:
        assert f"{action.help}（{action.id}）" in text
    for setting in SETTINGS:
        assert f"{setting.key} = {setting.default}" in text


def test_no_line_of_text_is_a_request(cli: Cli) -> None:
    _, page, _ = cli("man")
    requests = {line.split()[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert requests <= {".TH", ".ad", ".SH", ".SS", ".TP", ".B", ".PP", ".nf", ".fi", ".RS", ".RE"}


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_groff_has_nothing_to_say_against_it(cli: Cli) -> None:
    _, page, _ = cli("man")
    done = subprocess.run(
        ["groff", "-k", "-K", "utf8", "-man", "-T", "utf8", "-ww"],
        input=page.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert [line for line in done.stderr.decode().splitlines() if "can't break line" not in line] == []
    assert "按键" in done.stdout.decode()
