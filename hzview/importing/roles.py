"""Which sections look back and which look ahead, told by their headings and, where those are silent, by their text."""

from __future__ import annotations

import re

from hzview.model import Role

_REVIEW = re.compile(
    r"回顾|回望|总结|成就|成绩|成果|完成情况|执行情况|进展情况|取得的|过去|以来的|走过的|主要工作(?:$|和|及|情况)|基本情况|"
    r"主要做了|(?:去年|上年|一年|五年|几年|本届)[^，]{0,6}(?:政府)?(?:的)?(?:主要)?工作$|伟大胜利|伟大转变|工作情况|发展历程|体会"
)
_SURE_REVIEW = re.compile(r"回顾|回望|总结|成就|完成情况|执行情况")
_TASKS = re.compile(
    r"任务|安排|打算|目标|建议|部署|重点工作|设想|意见|要求|思路|今后|未来|下一步|明年|展望|规划|举措|措施|新一年|"
    r"重点抓好|努力|建设.{0,12}政府|自身建设|计划|方针|打好|做好|奋力|全力|加快|推进|实施|坚持|促进|继续|加强|争取"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:[—\-－–至到~](?:19|20)\d{2})? ?年")
_BACK = re.compile(r"了|达到|增长|同比|比上年|完成|实现|建成|累计|新增|荣获|位居")
_AHEAD = re.compile(r"要|将|力争|确保|争取|推动|推进|加快|加强|建设|着力|全面|深入|积极|努力")


def role_of(title: str, text: str, year: int | None, before: Role | None) -> Role:
    """Return the role of a main section.

    Args:
        title: Its heading.
        text: The beginning of its text, some thousand characters.
        year: Year of delivery, where known.
        before: The role of the section before it, if there is one.

    """
    title = title.replace(" ", "")
    years = {int(found) for found in _YEAR.findall(title)}
    back, ahead = bool(_REVIEW.search(title)), bool(_TASKS.search(title))
    if back and not _SURE_REVIEW.search(title) and year is not None and years and min(years) >= year:
        back = False  # 2004年的主要工作, said in 2004
    if back != ahead:
        return Role.REVIEW if back else Role.TASKS
    if year is not None and len(years) == 1:
        return Role.REVIEW if min(years) < year else Role.TASKS
    return _by_text(text, before)


def _by_text(text: str, before: Role | None) -> Role:
    """Tell by the words of a text; what is not plain continues the section before."""
    back, ahead = len(_BACK.findall(text)), len(_AHEAD.findall(text))
    if ahead > back * 1.5:
        return Role.TASKS
    if back > ahead * 1.1 and before is not Role.TASKS:
        return Role.REVIEW
    return before if before is Role.TASKS else Role.OTHER
