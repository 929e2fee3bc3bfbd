"""What closes a main section: paragraphs behind its last subsection that speak of the whole.

各位代表！过去五年的成绩…, 在肯定成绩的同时…, thanks and farewell stand behind the last （六）…, and no heading says that it
is over. They are told by how they begin; a section in which other subsections have such paragraphs too keeps them.
"""

from __future__ import annotations

import re

from hzview.importing.chinese import simplified
from hzview.importing.structure import Node

_ADDRESS = re.compile(r"[各名]位(?:代表|委员)|同志们")
# Behind an address, or at the start of a line, these speak of the whole.
_WHOLE = re.compile(
    r"让我们|最后，|谢谢|展望(?:未来|今后|新)|"
    r"回顾(?:过去|五年|几年|本届|一年|这|[^，。]{1,6}[年届][^，。]{0,4}(?:来|的)|[^，。]{1,10}工作)|"
    r"总结(?:过去|五年|几年|[^，。]{0,8}(?:实践|工作|经验))|(?:一|两|三|四|五|几|本届)[^，。]{0,5}(?:来|间)的(?:实践|工作|成绩|成就|历程)|"
    r"(?:我们)?在?(?:充分)?(?:肯定|看到|总结|取得)[^，。]{0,8}成[绩就果](?:和经验)?的?(?:同时|时候)|"
    r"(?:以上|上述|这些)(?:说的|讲的|成绩|成就|成果|变化|进步)|(?:上述|以上)?成绩(?:的取得|来之不易)|"
    r"[^。！]{0,24}(?:取得的?|的)(?:各项|一切|所有|这些|这个|巨大|历史性|显著|新)*成[绩就](?:，|、|的取得|来之不易|是|使)|"
    r"(?:同时|但是?|当然|与此同时|然而|诚然)?，?(?:我们|必须|应当|也|还|要|应该){0,4}(?:清醒|深知|深刻认识|认识到)(?:地|的)?|"
    r"(?:同时|但是?|当然|与此同时)[^。]{0,12}(?:困难|问题|不足|差距)|(?:存在|面临)的(?:主要|突出)?(?:困难|问题|不足)|"
    r"我代表[^。]{0,12}政府|在此，我|借此机会|衷心(?:感谢|祝愿)"
)
_SPOKEN_OF = re.compile(
    r"成[绩就]|来之不易|让我们|征程|使命|蓝图|任务(?:艰巨|繁重|已经|目标)|目标任务|自身建设|过去[^，。]{0,3}年|回顾|总结|未来|新的一年|号角|梦想|要求|问题|困难"
)
"""What the first words behind an address say where they are of the whole."""
_OPENER = re.compile(
    r"同时|与此同时|此外|另外|[一两三四五几][^，。]{0,3}年来?|过去|我们(?:还|继续|将|要)|还|(?:积极|大力|继续|全力)?支持"
)
_SERVICES = re.compile(
    r"国防|双拥|优抚|民兵|民族|宗教|外事|侨务|港澳|对台|工会|共青团|审计|统计|档案|地方志|史志|气象|人防|地震|参事|文史|援藏|援疆|科协|文联|社科|邮政|海关|仲裁"
)
_FURTHER = re.compile(r"妇女|妇联|儿童|老龄|残疾|慈善|红十字|关心下一代|机关事务|青少年|编制|保密|打私")
_MANY_SERVICES = 5
"""So many of the services that no subsection is about, in one paragraph, make it the rest of the whole section."""
_FIRST_WORDS = 45
_SAMPLE = 400
_BEGINNING = 120
"""Characters among which they stand where nothing else opens the paragraph."""


def settle(root: Node) -> None:
    """Give each main section the lines behind its last subsection that are its own."""
    for top in root.children:
        leaf = top
        while leaf.children:
            leaf = leaf.children[-1]
        if leaf is top:
            continue
        believed = not _is_common(top, leaf)
        start = next((i for i, line in enumerate(leaf.lines) if _turns(line.text, believed)), 0)
        if start:
            top.coda = leaf.lines[start:]
            leaf.lines = leaf.lines[:start]


def _turns(text: str, believed: bool) -> bool:
    """Whether a line turns to the whole of its section; a mere address does where it is ``believed``."""
    text = simplified(text[:_SAMPLE])
    address = _ADDRESS.match(text)
    if address:
        return believed or bool(
            _SPOKEN_OF.search(text[:_FIRST_WORDS]) or _WHOLE.match(text, address.end() + 1)
        )
    return bool(_WHOLE.match(text)) or _is_rest(text)


def _is_rest(text: str) -> bool:
    """Whether a line goes over the services that no subsection is about: 同时，国防、民族宗教、审计、气象."""
    opened = _OPENER.match(text) is not None
    services = set(_SERVICES.findall(text if opened else text[:_BEGINNING]))
    if opened:
        services.update(_FURTHER.findall(text))
    return len(services) >= _MANY_SERVICES


def _is_common(top: Node, leaf: Node) -> bool:
    """Whether other subsections address the meeting behind their first line as well: it is how this report speaks."""
    nodes = [child for child in top.children if child is not leaf]
    found = 0
    while nodes:
        node = nodes.pop()
        nodes += [child for child in node.children if child is not leaf]
        found += any(_ADDRESS.match(line.text) for line in node.lines[1:])
    return found > 0
