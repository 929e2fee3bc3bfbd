"""Forty natural queries on ten real reports: found as written, rescued and how, or empty.

The queries were written down before any of them was run; they are what people ask of a report, not what was seen in one.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from hzview.opening import open_report
from hzview.search import Searcher
from hzview.search.rescue import rescue
from tests.conftest import SHARED

QUERIES = (
    "GDP",
    "固投",
    "固定资产投资增速",
    "规上工业增加值",
    "规模以上工业企业利润",
    "社零",
    "社会消费品零售总额",
    "一般公共预算收入",
    "财政收入增长多少",
    "城乡居民收入差距",
    "农民人均纯收入",
    "CPI",
    "登记失业率",
    "新增就业人数",
    "房地产市场调控",
    "棚改",
    "保障房建设",
    "精准扶贫",
    "乡村振兴",
    "美丽乡村建设",
    "PM2.5浓度",
    "蓝天保卫战",
    "劣V类水体",
    "污水处理率",
    "单位GDP能耗",
    "营商环境",
    "放管服",
    "最多跑一次",
    "减税降费",
    "招商引资到位资金",
    "进出口总额",
    "实际利用外资",
    "数字经济",
    "AI产业",
    "高铁通车",
    "义务教育均衡发展",
    "医改",
    "养老床位",
    "政府债务风险",
    "经济增长预期目标",
)
"""The forty queries."""

REPORTS = 10
"""Reports that are asked; the same ones at every run."""


def main() -> None:
    """Ask every report every query; print what became of each, and how many of each kind there were."""
    if not SHARED.is_dir():
        print(f"没有真实报告：{SHARED}")
        return
    files = sorted(SHARED.glob("reports/markdown/**/*.md"))
    asked = [_Asked(file) for file in random.Random(7).sample(files, REPORTS)]
    print(f"{'':14}" + "  ".join(f"{one.name}" for one in asked))
    total: Counter[str] = Counter()
    for query in QUERIES:
        kinds = [one.kind(query) for one in asked]
        total.update(kinds)
        print(f"{query}{'　' * max(12 - len(query), 1)}" + "  ".join(kinds))
    print("；".join(f"{kind} {number}" for kind, number in total.most_common()))


class _Asked:
    """One report that is asked."""

    def __init__(self, file: Path) -> None:
        report = open_report(str(file)).report
        self.name = f"{report.region}{report.year}"
        self._searcher = Searcher(report)

    def kind(self, query: str) -> str:
        """Ask it, and return what became of the query in one word."""
        result = self._searcher.find(query)
        if result.hits:
            return result.note or "照样"
        offers = rescue(self._searcher, query)
        return offers[0].said.partition("：")[0] if offers else "没有"
