"""Topic sentences: the short heading-like sentence that opens a paragraph (产业转型升级迈出新步伐。全面推进…)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from hzview.importing.chinese import simplified
from hzview.importing.markers import Style, marker

LONGEST = 42
"""Characters of the longest topic sentence without a mark of its own."""
_LONGEST_MARKED = 64
_LEAST_ROW = 3
_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?][”’」』）)]*")
_NO_TOPIC = re.compile(
    r"各位|同志们|现在|今后|今年|去年|明年|本届|当前|同时|此外|为此|因此|因而|所以|总之|但是|但|当然|诚然|然而|可见|在肯定|在看到|这|那|我们|我国|我省|我市|我县|我区|"
    r"回顾|回首|回望|展望|综合|根据|按照|总的|总体|经过|通过|面对|由于|随着|目前|预计|全年|主要|为着|[一二][〇○零一二三四五六七八九]{3}年|以上|上述|实践|成绩|事实|近年|近几年|多年来|长期以来|最近|解放|为了|对于|关于|"
    r"最后|首先|其次|再次|另外|与此同时|下面|具体|对此|尽管|虽然|如果|只要|只有|正是|新的一年|让我们|谢谢|衷心|向|在此|应该|应当|一方面|一要|既要|\d|"
    r"[^，。]{2,14}[年以]来，|在[^，。]{2,24}(?:同时|[中下上时]|方面|基础上|以后)，|从[^，。]{2,20}(?:出发|看|说)，"
)
_LEADS_OVER = re.compile(
    r"来之不易|征程|蓝图|使命在肩|重任在肩|任重道远|难能可贵|一分部署|以下|下列|如下|个方面|几方面|几点"
)
"""Turns of speech that lead over from one part to the next."""
_TURN = re.compile(
    rf"{_LEADS_OVER.pattern}|意义|一定[要会能]|也(?:得到|有|怀有|必须)|仍然?|还[不很没要]|"
    r"不[是能仅但]|没有|才能|关键[是在要]|问题在于|涉及|规定着|肩负|提出了|指出|认为|证明|共同愿望|我们|.必须|首先|，[就要]"
)
"""These, and turns that argue where a topic names."""
_STATES = re.compile(r"(?<![特别尤其于实正便就只总算凡国])是(?!非|否)|实事求是.*?是")
"""Says what something is: 就业是民生之本 names no work, as much as it opens a paragraph."""
_PERIOD = re.compile(r"(?:这|过去|刚刚过去的?)?[一二三四五六几]年(?:来|间|里)?，(?:我们)?")
_URGES = re.compile(
    r"(?:继续|进一步|积极|大力|着力|全力|努力|切实|认真|全面|深入|加速|扎实|稳步|有效|持续|坚决|严格|合理|统筹|强力|奋力|不断|纵深|协同|毫不放松|更好)*"
    r"(?:加强|加快|加大|推进|推动|促进|发展|深化|提高|提升|改善|改革|完善|扩大|优化|调整|强化|健全|建立|建设|培育|抓好|搞好|做好|办好|实施|巩固|保持|维护|增强|增加|拓展|拓宽|规范|打造|构建|"
    r"保障|治理|整顿|防范|化解|落实|支持|引导|严格|控制|坚持|开展|创新|繁荣|稳定|振兴|开创|探索|转变|理顺|搞活|壮大|激发|守牢|夯实|营造|破解|解决|动员|集中|减轻|重视|突出|贯彻|执行)"
)
"""How sentences begin that say what is to be done: they are sure to be topics."""
_LONGEST_URGE = 26
_ALIKE = re.compile(r"必须|要(?!素)")
"""How sentences begin that are topics where several of a section begin so."""
# A figure makes a sentence a statement and no topic; a plan's name (“十四五”) does not.
_FIGURE = re.compile(
    r"百分之|\d[\d.．,，]*[多余]?\s?(?:%|％|‰|个百分点|万|亿|元|人|户|家|公里|吨|亩|平方|套|项|个|倍|年|位)"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentence of a paragraph."""

    length: int
    """Its code points, its mark (——, 一是) included."""
    sure: bool
    """Whether bold print or a mark says that it is a topic sentence, whatever stands around it."""
    urges: bool = False
    """Whether it says shortly what is to be done: 积极扩大消费。"""
    like: str = ""
    """The words that it begins with, where it is a topic only if others begin so, too: 五年来，… 必须…"""


def opening(text: str, bold: int = 0) -> Opening | None:
    """Return the sentence that opens ``text`` where it can be a topic sentence; ``bold`` of it is bold."""
    mark = marker(text)
    start = mark.end if mark else 0
    if bold and start < bold < len(text) and _is_bold_topic(text, bold):
        end = bold + 1 if text[bold : bold + 1] in "。！：" and text[bold - 1] not in "。！：" else bold
        return Opening(end, sure=True)
    match = _SENTENCE.match(text, start)
    if match is None:
        return None
    end = match.end()
    if text.startswith(("让我们", "讓我們"), end):
        return None  # the last words of a report: 重任在肩，更须砥砺奋进。让我们…
    marked = mark is not None and mark.style is not Style.PART
    if end - start > (_LONGEST_MARKED if marked else LONGEST) or end - start < 5:
        return None
    sentence = simplified(text[start:end])
    if _FIGURE.search(sentence) or "：" in sentence or ":" in sentence:
        return None
    if marked:
        return None if _LEADS_OVER.search(sentence) else Opening(end, sure=True)
    return _plain(sentence)


def _plain(sentence: str) -> Opening | None:
    """Return a sentence without a mark as the opening of its paragraph, where it can be a topic."""
    period = _PERIOD.match(sentence)
    said = sentence[period.end() :] if period else sentence
    if _NO_TOPIC.match(said) or _TURN.search(said) or _STATES.search(said):
        return None
    alike = period or _ALIKE.match(said)
    urges = len(said) <= _LONGEST_URGE and _URGES.match(said) is not None
    return Opening(len(sentence), sure=False, urges=urges, like=alike.group()[:2] if alike else "")


def _is_bold_topic(text: str, bold: int) -> bool:
    """Whether the bold beginning of a paragraph is a topic and not a call (各位代表，) or a label in a sentence."""
    return (
        4 <= bold <= _LONGEST_MARKED
        and (text[bold - 1] in "。！" or text[bold] in "。！")
        and not text.startswith("各位")
    )


def standing(openings: list[Opening | None], lengths: list[int]) -> list[int]:
    """Return for each of the paragraphs of one section the length of its topic sentence, 0 where it has none.

    Topic sentences come in company: one alone, without a mark, among paragraphs that have none is a short sentence.
    Half of a section's paragraphs or three in a row are company, a third where they urge.
    """
    plain = [
        found
        for found, length in zip(openings, lengths, strict=True)
        if length > LONGEST and not (found and found.sure)
    ]
    likes = Counter(found.like for found in plain if found)
    company = [found for found in plain if found and _has_likes(found, likes, len(plain))]
    accepted = len(company) >= 2 and len(company) * 2 >= len(plain)
    urging = sum(found.urges for found in company)
    urged = urging >= 2 and urging * 5 >= len(plain)
    rows = _rows(openings)
    result = []
    for index, (found, length) in enumerate(zip(openings, lengths, strict=True)):
        if found is None or found.length >= length:
            result.append(0)
            continue
        keeps_company = accepted or index in rows or (urged and found.urges)
        stands = found.sure or (keeps_company and _has_likes(found, likes, len(plain)))
        result.append(found.length if stands else 0)
    return result


def _has_likes(found: Opening, likes: Counter[str], plain: int) -> bool:
    """Whether a sentence needs no others that begin alike, or has them: two at least, and a third of all."""
    return not found.like or (likes[found.like] >= 2 and likes[found.like] * 3 >= plain)


def _rows(openings: list[Opening | None]) -> set[int]:
    """Indices of the sentences that stand in a row of several, each of which can be a topic."""
    found: set[int] = set()
    row: list[int] = []
    for index, opening in enumerate([*openings, None]):
        if opening is not None and not opening.sure and not opening.like:
            row.append(index)
            continue
        found.update(row if len(row) >= _LEAST_ROW else ())
        row = []
    return found
