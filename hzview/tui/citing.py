"""Citations: what was copied, with where it stands. No screen code.

Three forms: plain text; Markdown, with a link where the source is an address; and a footnote whose reference is written
by GB/T 7714—2015: 主要责任者. 题名[文献类型标识/文献载体标识]. 出版地: 出版者, 出版年(更新日期)[引用日期]. 获取路径. (4.1 and 4.6;
a source on the net may go without place and publisher, one in print says that they are not known.)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hzview.figures.figure import Figure
from hzview.model import Report
from hzview.tui.wording import indicator

_MARKUP = re.compile(r"([\\`*_\[\]<>~|#])")
_ADDRESS = re.compile(r"https?://[\w./~:?#@!$&*+,;=%-]*[\w/=&#-]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is cited."""

    text: str
    """A figure as it is written, or some text of the report."""
    paragraph: int
    """The block that it begins in."""
    name: str = ""
    """What the figure measures; empty for text, and where it is not known."""
    is_figure: bool = False
    """Whether it is a figure, which needs no quotes."""


def figure(of: Figure) -> Quoted:
    """Return ``of`` as something to be cited."""
    return Quoted(of.text, of.span.paragraph, indicator(of), True)


def cite(report: Report, quoted: Quoted, form: str, today: date) -> str:
    """Return ``quoted`` with its source in ``form`` (plain, markdown or gbt7714), looked up ``today``."""
    return _FORMS[form](report, quoted, today)


def reference(report: Report, today: date) -> str:
    """Return the report as an entry of a list of references by GB/T 7714—2015."""
    address = _address(report)
    made = (
        f"({report.date})"
        if report.date and address
        else str(report.year or report.date[:4] or "[出版年不详]")
    )
    title = report.title or "政府工作报告"
    body = _responsible(report)
    start = f"{body}. {title}" if body else title
    if address:
        return f"{start}[R/OL]. {made}[{today:%Y-%m-%d}]. {address}."
    return f"{start}[R]. [出版地不详]: [出版者不详], {made}."


def _responsible(report: Report) -> str:
    """Whose report it is: 湖州市人民政府; 国务院; empty where that is not known."""
    region = report.region
    if not region or region.endswith(("政府", "国务院")):
        return region
    return f"{region}人民政府"


def _address(report: Report) -> str:
    """Where the text is on the net; empty where its source is nothing of the kind."""
    found = _ADDRESS.search(report.source)
    return found[0] if found else ""


def _said(quoted: Quoted) -> str:
    if quoted.is_figure:
        return f"{quoted.name}：{quoted.text}" if quoted.name else quoted.text
    return f"“{quoted.text}”"


def _plain(report: Report, quoted: Quoted, today: date) -> str:
    title = f"《{report.title}》" if report.title else ""
    joined = "，".join(part for part in (title, *report.path(quoted.paragraph)) if part)
    return _said(quoted) + (f"（{joined}）" if joined else "")


def _markdown(report: Report, quoted: Quoted, today: date) -> str:
    address = _address(report)
    title = f"《{_escaped(report.title)}》" if report.title else ""
    linked = f"[{title or '来源'}](<{address}>)" if address else title
    joined = "，".join(part for part in (linked, *map(_escaped, report.path(quoted.paragraph))) if part)
    source = f"（{joined}）" if joined else ""
    if quoted.is_figure:
        name = f"{_escaped(quoted.name)}：" if quoted.name else ""
        return f"{name}**{_escaped(quoted.text)}**{source}"
    quote = "\n>\n".join(f"> {_escaped(line)}" for line in quoted.text.split("\n"))
    return f"{quote}\n>\n> {source}" if source else quote


def _footnote(report: Report, quoted: Quoted, today: date) -> str:
    return f"{_said(quoted)}[1]\n\n[1] {reference(report, today)}"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\1", text)


_FORMS: dict[str, Callable[[Report, Quoted, date], str]] = {
    "plain": _plain,
    "markdown": _markdown,
    "gbt7714": _footnote,
}
CITATIONS = tuple(_FORMS)
"""The forms that the settings can name."""
