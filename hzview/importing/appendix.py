"""Appendices: 附件, 名词解释, 民生实事项目; what follows the body under headings of its own."""

from __future__ import annotations

import re

_APPENDIX = re.compile(
    r"[（(【]?附(?:件|录|注|表|：|:|$)[一二三四五六七八九十\d]{0,3}[）)】]?(?:[：: 、.．]?.{0,40})?"
    r"|[（(【《]{0,2}(?:[\u4e00-\u9fff《》“”（）]{0,14})?"
    r"(?:名词|用语|词语|术语|有关词汇|词汇|名词术语|专业术语|相关名词)(?:及[^。]{0,8})?(?:的)?(?:解释|注释|说明|注解|释义)[》】）)]{0,2}"
    r"(?:[（(].{0,20}[）)])?"
    r"|名词(?:解释|注释)[：:]?"
    r"|注 ?释[：:]?"
)
_LONGEST = 50


def is_appendix_heading(text: str) -> bool:
    """Whether a line opens an appendix."""
    compact = text.replace(" ", "")
    return (
        len(compact) <= _LONGEST
        and _APPENDIX.fullmatch(compact) is not None
        and not compact.endswith(("。", "；"))
    )
