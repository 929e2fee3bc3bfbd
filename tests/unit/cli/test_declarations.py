"""What click is told of a verb and what the verb does without click are the same."""

from __future__ import annotations

import inspect
from importlib import import_module

import pytest

from hzview.cli import VERBS
from tests.unit.cli.sample import Cli


@pytest.mark.parametrize(
    ("verb", "arguments"), [("outline", []), ("text", []), ("figures", []), ("notes", []), ("search", ["词"])]
)
def test_defaults_are_those_of_the_function(verb: str, arguments: list[str]) -> None:
    module = import_module(VERBS[verb])
    given = module.declare().make_context(verb, arguments).params
    parameters = inspect.signature(module.run).parameters
    assert given.keys() == parameters.keys()
    expected = {name: p.default for name, p in parameters.items() if p.default is not inspect.Parameter.empty}
    assert expected.items() <= given.items()


@pytest.mark.parametrize("verb", ["outline", "text", "figures"])
def test_with_a_report_alone_click_is_not_asked_and_makes_no_difference(
    cli: Cli, report: str, verb: str
) -> None:
    assert cli(verb, report) == cli(verb, report, "--format", "text")
