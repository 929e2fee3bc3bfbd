"""Doing something beside what the person does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ParamSpec

from textual.dom import DOMNode
from textual.worker import Worker

from hzview.errors import HzviewError

Given = ParamSpec("Given")
"""What the function takes that is to be done."""


def beside(
    node: DOMNode,
    group: str,
    doing: Callable[Given, Awaitable[None]],
    *args: Given.args,
    **kwargs: Given.kwargs,
) -> None:
    """Do ``doing`` as a worker of ``node``, one of a ``group``.

    It is called when the worker begins and not before: if the application ends first, no coroutine is left that nobody
    has awaited.
    """

    async def work() -> None:
        await doing(*args, **kwargs)

    _: Worker[None] = node.run_worker(work, group=group)


def instead(
    node: DOMNode,
    group: str,
    doing: Callable[Given, Awaitable[None]],
    *args: Given.args,
    **kwargs: Given.kwargs,
) -> None:
    """Do ``doing`` as ``beside`` does, in place of whatever else of the ``group`` is still being done."""
    node.workers.cancel_group(node, group)
    beside(node, group, doing, *args, **kwargs)


def open_beside(
    node: DOMNode,
    say: Callable[[str], None],
    doing: Callable[Given, Awaitable[None]],
    *args: Given.args,
    **kwargs: Given.kwargs,
) -> None:
    """Do ``doing``, which opens a report or a screen, in place of what the screen ``node`` is still opening.

    ``say`` is told what keeps it from that: a report may have been taken out of the library meanwhile.
    """

    async def opening() -> None:
        try:
            await doing(*args, **kwargs)
        except HzviewError as error:
            say(str(error))

    instead(node, "open", opening)
