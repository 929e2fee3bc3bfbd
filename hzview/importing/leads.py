"""Topic sentences: the short heading-like sentence that opens a paragraph (产业转型升级迈出新步伐。全面推进…)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hzview.importing.markers import Style, marker

LONGEST = 42
"""Characters of the longest topic sentence without a mark of its own."""
_LONGEST_MARKED = 64
_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?][”’」』）)]*")
_NO_TOPIC = re.compile(
    r"各位|同志们|现在|过去|今后|今年|去年|明年|本届|当前|同时|此外|为此|因此|总之|但是|但|在肯定|在看到|这|那|我们|我国|我省|我市|我县|我区|回顾|回首|回望|"
    r"一年来|五年来|一年间|几年来|三年来|展望|综合|根据|按照|总的|总体|经过|通过|面对|由于|目前|预计|全年|主要|以上|上述|实践|成绩|事实|"
    r"最后|首先|其次|再次|另外|与此同时|下面|具体|对此|尽管|虽然|如果|只要|只有|正是|新的一年|让我们|谢谢|衷心|向|在此|\d"
)
# Turns of speech that lead over from one part to the next.
_TURN = re.compile(
    r"来之不易|征程|蓝图|使命在肩|重任在肩|任重道远|难能可贵|一分部署|以下|下列|如下|个方面|几方面|几点"
)
# A figure makes a sentence a statement and no topic; a plan's name (“十四五”) does not.
_FIGURE = re.compile(
    r"\d[\d.．,，]*[多余]?\s?(?:%|％|‰|个百分点|万|亿|元|人|户|家|公里|吨|亩|平方|套|项|个|倍|年|位)"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentence of a paragraph."""

    length: int
    """Its code points, its mark (——, 一是) included."""
    sure: bool
    """Whether bold print or a mark says that it is a topic sentence, whatever stands around it."""
    states: bool = False
    """Whether it says what something is (就业是安民之本) and not what was or is to be done."""


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
    if text.startswith("让我们", end):
        return None  # the last words of a report: 重任在肩，更须砥砺奋进。让我们…
    marked = mark is not None and mark.style is not Style.PART
    if end - start > (_LONGEST_MARKED if marked else LONGEST) or end - start < 5:
        return None
    sentence = text[start:end]
    if (
        _FIGURE.search(sentence)
        or _TURN.search(sentence)
        or "：" in sentence
        or ":" in sentence
        or (not marked and _NO_TOPIC.match(sentence))
    ):
        return None
    return Opening(end, sure=marked, states="是" in sentence)


def _is_bold_topic(text: str, bold: int) -> bool:
    """Whether the bold beginning of a paragraph is a topic and not a call (各位代表，) or a label in a sentence."""
    return (
        4 <= bold <= _LONGEST_MARKED
        and (text[bold - 1] in "。！" or text[bold] in "。！")
        and not text.startswith("各位")
    )


def standing(openings: list[Opening | None], lengths: list[int]) -> list[int]:
    """Return for each of the paragraphs of one section the length of its topic sentence, 0 where it has none.

    Topic sentences come in company: one alone, without a mark, among paragraphs that have none is a short sentence;
    so is one that says what something is, where the others do not.
    """
    plain = [
        found
        for found, length in zip(openings, lengths, strict=True)
        if length > LONGEST and not (found and found.sure)
    ]
    company = sum(found is not None for found in plain)
    accepted = company >= 2 and company * 2 >= len(plain)
    stating = sum(found is not None and found.states for found in plain) * 2 >= company
    result = []
    for found, length in zip(openings, lengths, strict=True):
        stands = (
            found is not None
            and found.length < length
            and (found.sure or (accepted and (stating or not found.states)))
        )
        result.append(found.length if found and stands else 0)
    return result
