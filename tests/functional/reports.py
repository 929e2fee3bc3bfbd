"""Reports as text, for a library."""

from __future__ import annotations

REPORTS = ((2017, "绍兴市"), (2018, "绍兴市"), (2018, "江苏省"), (2019, "金华市"))
"""Year and region of the reports of the library."""
_TEXT = """{year}年{region}政府工作报告

一、{before}年工作回顾

地区生产总值增长{growth}%，“最多跑一次”改革全面推进。
{more}

二、{year}年主要任务

地区生产总值增长7%左右，壮大碳汇交易，发展碳汇交易，做强碳汇交易。
"""


def text_of(year: int, region: str) -> str:
    """Return a small report; that of 2019 has some paragraphs more."""
    more = "\n".join(f"第{n}项任务：推进碳汇交易{n}次。" for n in range(6 if year == 2019 else 0))
    return _TEXT.format(year=year, before=year - 1, region=region, growth=year - 2010, more=more)
