"""``hzview serve``: what it refuses before it begins, and whom the guard lets in."""

from __future__ import annotations

import sys

import pytest

import hzview.tui
from hzview.tui.serving import Guard, is_loopback
from tests.unit.cli.sample import Cli


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--host", "0.0.0.0"], "--allow-remote"),
        (["--host", "192.168.1.2"], "--allow-remote"),
        (["--host", "example.org"], "--allow-remote"),
        (["-"], "标准输入"),
        (["没有这个文件"], "没有这个文件"),
        (["--port", "0"], "--port"),
    ],
)
def test_what_cannot_be_served_is_refused_in_one_line(cli: Cli, arguments: list[str], said: str) -> None:
    status, output, complaint = cli("serve", *arguments)
    assert (status, output) == (2, "")
    assert said in complaint
    assert complaint.count("\n") == 1


def test_without_the_extra_it_says_how_to_get_it(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "hzview.tui.serving")
    monkeypatch.delattr(hzview.tui, "serving")
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    status, _, complaint = cli("serve")
    assert status == 2
    assert "hzview[serve]" in complaint


def test_which_hosts_are_this_machine_alone() -> None:
    assert all(map(is_loopback, ("localhost", "127.0.0.1", "127.1.2.3", "::1")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "192.168.0.1", "localhost.example.org", "")))


def test_the_guard_knows_addresses_and_names_of_this_machine() -> None:
    guard = Guard("钥匙", ("localhost", "Desk"))
    assert all(map(guard.knows, ("localhost:8018", "127.0.0.1", "[::1]:8018", "desk:80", "192.168.1.2:8018")))
    assert not any(map(guard.knows, ("evil.example:8018", "localhost.evil.example", "", "[::1", "desk.evil")))
    assert guard.is_from_here(None, "desk:80")
    assert guard.is_from_here("http://desk:80", "desk:80")
    assert not guard.is_from_here("http://desk:81", "desk:80")
    assert not guard.is_from_here("null", "desk:80")
    assert guard.has_key("钥匙")
    assert not guard.has_key("钥")
    assert not guard.has_key(None)
