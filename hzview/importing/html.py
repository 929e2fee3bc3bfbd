"""HTML: the article, not the page.

lxml reads it: BSD-licensed, long kept, and linear on every broken input tried, where the standard library's parser is
quadratic on unclosed comments. What a reader would not see (scripts, hidden elements) is passed over; menus, footers,
share bars and lists of links are left out and listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from hzview.errors import HzviewError
from hzview.importing import footnotes
from hzview.importing.appendix import is_appendix_heading
from hzview.importing.markers import marker
from hzview.importing.runs import BLANKS, Runs
from hzview.importing.sentences import ended
from hzview.importing.source import Extracted, Line, Removal
from hzview.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "head",
        "select",
        "option",
        "button",
        "textarea",
        "input",
    ]
)
_CHROME_TAGS = frozenset({"nav", "footer", "aside", "menu"})
_CHROME_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|breadcrumb|crumb|share|bdshare|related|sidebar|aside|copyright|toolbar|"
    r"print|recommend|hot|tags?|pager|pagination|comment|qrcode|ewm|fontsize|bottom|location|position)(?:$|[\s_-])",
    re.IGNORECASE,
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "tt",
        "u",
        "var",
        "wbr",
        "nobr",
        "ruby",
        "rb",
    ]
)
_BOLD_TAGS = frozenset({"b", "strong", "th"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SEPARATE_CELLS = " | "
_LEVEL = re.compile(r"h([1-6])")
_TORN = re.compile(
    r"(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef“”‘’—…])[ \t]*[\r\n][ \t\r\n]*(?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef“”‘’—…])"
)
"""A line end of the source between Chinese characters: it is no blank (CSS Text, segment break transformation)."""
_MOST_SHOWN = 3
_RUNNING = 30
"""Characters that a block of running text has at least."""
_IN_ARTICLE = 0.9
"""Share of a page's running text that its article holds at least."""
_LEFT_OVER = re.compile(r"[\[\]\"'<>\s/]+")
_LOOKS_LIKE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|div|p|br|table|center|span|h[1-6]|article|section)[\s>/=a-z\"]",
    re.IGNORECASE,
)
_FIRST_BYTES = 512
"""Bytes at the beginning of a file among which a page says that it is one."""
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)
_ENDS = re.compile(rb"</(?:p|div|h[1-6]|html|table|span)>|<br\s*/?>|<p>", re.IGNORECASE)


def looks_like_html(data: bytes) -> bool:
    """Whether bytes are HTML, a broken fragment of it included."""
    start = data[:65536].replace(b"\0", b"")
    if _PAGE.search(start[:_FIRST_BYTES]):
        return True
    ends = len(_ENDS.findall(start))
    if not _LOOKS_LIKE.search(start) or ends < 2:
        return False
    # A text with a tag here and there is a text: its line ends part paragraphs.
    return bool(_PAGE.search(start)) or ends * 2 >= start.count(b"\n")


def extract(text: str, name: str, limits: Limits) -> Extracted:
    """Return the lines of the article in an HTML text.

    Raises:
        HzviewError: It is nested deeper or is larger than the limits allow.

    """
    if len(text) > limits.html:
        raise limits.exceeded(f"{name}：网页有 {len(text)} 字符，超过上限 {limits.html}", "html", len(text))
    tags = text.count("<")
    if tags > limits.tags:
        raise limits.exceeded(f"{name}：网页有 {tags} 个标签，超过上限 {limits.tags} 个", "tags", tags)
    root = _parse(text, name)
    if root is None:
        return Extracted([])
    reader = _Reader()
    reader.read(root)
    titles = root.xpath("string(//title[1])")
    lines, removed = _article(reader.blocks, _end_of_article(reader))
    return Extracted(lines, title=BLANKS.sub(" ", str(titles)).strip()[:200], removed=removed, unit="段")


def _parse(text: str, name: str) -> _Element | None:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.HTML(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise HzviewError(f"{name}：网页已损坏，无法解析") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise HzviewError(f"{name}：网页的标签嵌套太深，超过解析器的上限")
    return root


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of text of the page."""

    line: Line
    chrome: str
    """Why it is none of the article; empty where nothing says so."""


@dataclass(slots=True)
class _Reader:
    """Walks a page and gathers its blocks."""

    blocks: list[_Block] = field(default_factory=list)
    _runs: Runs = field(default_factory=Runs)
    _linked: int = 0
    _level: int = 0
    _chrome: int = 0
    _bold: int = 0
    _raised: int = 0
    _link: int = 0
    _skipped: _Element | None = None
    _carries: bool = False
    _pre: int = 0
    _characters: int = 0
    _shown: int = 0
    _open: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    """The blocks that each element but a paragraph holds (first, one past the last), inner elements before outer ones."""

    def read(self, root: _Element) -> None:
        """Gather the blocks below ``root``, without recursion."""
        from lxml import etree

        self._characters = sum(map(len, root.itertext()))
        walker: Any = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                if self._is_unseen(element):
                    self._skipped = element
                    walker.skip_subtree()
                    continue
                self._enter(element)
                self._say(element.text)
            else:
                if element is not self._skipped:
                    self._leave(element)
                self._skipped = None
                self._say(element.tail)
        self._flush()

    def _is_unseen(self, element: _Element) -> bool:
        """Whether a reader does not see an element; what hides most of a page is shown by a script."""
        if element.tag in _UNSEEN:
            return True
        if not _HIDDEN.search(element.get("style") or ""):
            return False
        most = self._shown < _MOST_SHOWN and sum(map(len, element.itertext())) * 2 > self._characters
        self._shown += most
        return not most

    def _enter(self, element: _Element) -> None:
        tag = str(element.tag)
        if tag == "br":
            self._flush()
            self._carries = self._bold > 0 or self._level > 0
            return
        if _is_plain_cell(element):
            self._runs.add(_SEPARATE_CELLS if self._runs.pieces else "")
        elif tag not in _INLINE:
            self._flush()
            heading = _LEVEL.fullmatch(tag)
            self._level = int(heading.group(1)) if heading else self._level
            self._open.append(len(self.blocks))
            self._carries = False
        self._chrome += _is_chrome(element)
        self._bold += _is_bold(element)
        self._raised += tag == "sup"
        self._pre += tag == "pre"
        self._link += tag == "a" and element.get("href") is not None

    def _leave(self, element: _Element) -> None:
        tag = str(element.tag)
        if tag == "br":
            return
        if tag not in _INLINE and not _is_plain_cell(element):
            self._flush()
            self._level = 0 if _LEVEL.fullmatch(tag) else self._level
            span = self._open.pop(), len(self.blocks)
            if tag != "p":
                self.spans.append(span)
        self._chrome -= _is_chrome(element)
        self._bold -= _is_bold(element)
        self._raised -= tag == "sup"
        self._pre -= tag == "pre"
        self._link -= tag == "a" and element.get("href") is not None

    def _say(self, text: str | None) -> None:
        if not text:
            return
        text = text if self._pre else BLANKS.sub(" ", _TORN.sub("", text))
        text = footnotes.mark(text, self._runs.tail) if self._raised else text
        self._runs.add(text, bold=self._bold > 0)
        self._linked += len(text.strip()) if self._link > 0 else 0

    def _flush(self) -> None:
        for line in self._runs.lines(len(self.blocks) + 1, self._level):
            linked = self._linked * 10 >= len(line.text) * 6
            is_list_of_links = linked and len(line.text) < 60 and marker(line.text) is None
            chrome = "网页导航、页脚、侧栏" if self._chrome else "链接" if is_list_of_links else ""
            self.blocks.append(_Block(replace(line, carries=line.carries or self._carries), chrome))
            self._carries = False
        self._linked = 0


def _is_plain_cell(element: _Element) -> bool:
    """Whether an element is a cell of a table of data: what it holds stands on the line of its row."""
    return element.tag in ("td", "th") and all(child.tag in _INLINE for child in element)


def _is_chrome(element: _Element) -> bool:
    if element.tag in _CHROME_TAGS:
        return True
    if element.tag in ("html", "body", "article", "main", "p"):
        return False
    return bool(_CHROME_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _is_bold(element: _Element) -> bool:
    return element.tag in _BOLD_TAGS or bool(_BOLD_STYLE.search(element.get("style") or ""))


def _is_running(block: _Block) -> bool:
    text = block.line.text.rstrip("\u200b\u200d\ufeff")
    return len(text) >= _RUNNING and ended(text)


def _end_of_article(reader: _Reader) -> int:
    """Where the innermost element ends that holds (nearly) all running text, as an index into the blocks.

    A page that is no running text for the most part has no such element, nor one where much stands behind it.
    """
    blocks = reader.blocks
    length = [0, *accumulate(len(block.line.text) for block in blocks)]
    running = [0, *accumulate(len(block.line.text) if _is_running(block) else 0 for block in blocks)]
    if running[-1] * 2 < length[-1]:
        return len(blocks)
    least = running[-1] * _IN_ARTICLE
    end = next((end for first, end in reader.spans if running[end] - running[first] >= least), len(blocks))
    return end if length[-1] - length[end] <= length[-1] * (1 - _IN_ARTICLE) else len(blocks)


def _is_behind(blocks: list[_Block], end: int) -> list[bool]:
    """Whether each block stands behind the article, and is neither running text nor numbered nor of an appendix."""
    kept = False
    behind = []
    for index, block in enumerate(blocks):
        kept = kept or (index >= end and is_appendix_heading(block.line.text))
        behind.append(
            index >= end and not kept and not _is_running(block) and marker(block.line.text) is None
        )
    return behind


def _article(blocks: list[_Block], end: int) -> tuple[list[Line], list[Removal]]:
    """Part the article from the page; class names that would take the article itself away are not believed."""
    total = sum(len(block.line.text) for block in blocks)
    marked = sum(len(block.line.text) for block in blocks if block.chrome)
    believed = marked * 2 <= total
    lines: list[Line] = []
    removed: list[Removal] = []
    for block, behind in zip(blocks, _is_behind(blocks, end), strict=True):
        reason = block.chrome if believed else ""
        reason = reason or ("正文之后的页面文字" if behind else "")
        if not reason and _LEFT_OVER.fullmatch(block.line.text):
            reason = "标签的残余"
        if reason:
            removed.append(Removal(block.line.number, block.line.text, reason))
        else:
            lines.append(block.line)
    return lines, removed
