"""Work side by side: every thing has its result, in order, whatever one of them does to its process."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Lock

from hzview.processes import side_by_side

_lock = Lock()


def _double(number: int) -> int:
    if number < 0:
        os._exit(9)
    return 2 * number


def _double_where_the_lock_is_free(number: int) -> int:
    with _lock:
        return 2 * number


def _ended(number: int) -> int:
    return number


def test_results_come_in_order_however_many_there_are() -> None:
    for count in (0, 1, 4, 5, 40):
        things = list(range(count))
        assert list(side_by_side(_double, things, _ended)) == [2 * thing for thing in things]


def test_a_thing_that_brings_down_its_process_does_not_stop_the_others() -> None:
    things = [1, 2, -3, 4, 5, -6, 7]
    assert list(side_by_side(_double, things, _ended)) == [2, 4, -3, 8, 10, -6, 14]


def test_whoever_has_enough_may_close_it() -> None:
    with closing(side_by_side(_double, list(range(100)), _ended)) as done:
        assert next(done) == 0


def test_beside_other_threads_nothing_is_forked() -> None:
    """A child that was forked while a thread holds a lock would wait for it for ever."""
    with ThreadPoolExecutor(1) as threads:
        things = list(range(6))
        result = threads.submit(lambda: list(side_by_side(_double_where_the_lock_is_free, things, _ended)))
        with _lock:
            assert result.result(60) == [2 * thing for thing in things]
