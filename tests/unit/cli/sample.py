"""A small report, and what runs the command line on it."""

from __future__ import annotations

import json
from collections.abc import Callable

REPORT = """\
paragraphs = ["各位代表："]

[report]
title = "2018年测试市政府工作报告"
region = "测试市"
year = 2018

[[sections]]
number = "一、"
title = "2017年工作回顾"
role = "review"

[[sections.sections]]
number = "（一）"
title = "经济运行稳中向好"
paragraphs = [
    { lead = "实力明显增强。", text = "地区生产总值达到2476.1亿元，增长8.5%，居全省第二位。" },
]

[[sections]]
number = "二、"
title = "2018年重点任务"
role = "tasks"
paragraphs = ["地区生产总值增长8%以上。"]
"""

Cli = Callable[..., tuple[int, str, str]]
"""Runs the command line: arguments to exit status, output and complaints."""


def rows(output: str) -> list[dict[str, object]]:
    """Read JSON lines."""
    return [json.loads(line) for line in output.splitlines()]
