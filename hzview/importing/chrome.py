"""Page chrome: what a web site or a download site puts around a report, told line by line.

A line goes where it is nothing but chrome: a row of buttons, a bread crumb, a page number, an editor's mark. From the
first line that ends an article (相关报道, 热门标签, 版权所有 …) the rest goes, unless an appendix follows it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from hzview.importing.appendix import is_appendix_heading
from hzview.importing.source import Line, Removal

_BUTTON = (
    r"下载|打印|打印本页|全屏|收藏|关闭|关闭窗口|关闭本页|分享|分享到|返回顶部|返回|转发|纠错|复制链接|字号|字体|大|中|小|加大|还原|减小|默认|"
    r"超大|特大|标准|朗读|语音播报|无障碍|首页|繁體|简体|English|微信|微博|QQ空间|E-mail推荐|推荐给朋友|我要纠错|保存|放大|缩小|主办单位|网站地图"
)
_LINES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reason)
    for pattern, reason in (
        (rf"[【\[（(|｜ ]*(?:(?:{_BUTTON})[\s:：|｜】【\]\[、/·（）()]*)+", "网页按钮"),
        (r"[【\[]?(?:E-mail推荐|我要打印|打印本稿)?[】\]]?", "网页按钮"),
        (r"(?:您|你)?(?:现在|当前|所在)?的?(?:当前)?位置(?:是|为)?[：: ].{0,80}", "网页导航"),
        (r"当前位置.{0,80}|首页 ?[>＞»›].{0,80}", "网页导航"),
        (r".{0,20}(?:扫一扫|扫码|二维码|手机打开|关注.{0,8}公众号).{0,40}", "网页按钮"),
        (r"<!--.{0,200}|.{0,200}-->|<!--", "网页注释"),
        (r"[（(【\[]?(?:责任)?(?:编辑|责编|编审|审核|校对|录入|初审|终审)[：: ].{0,40}", "编辑署名"),
        (
            r"(?:信息|稿件|文章)?(?:来源|出处|作者|发布时间|发布日期|发表时间|时间|日期|浏览次数|阅读次数|点击数?|"
            r"索引号|发布机构|发文机关|主题分类|文号|成文日期|有效性)[ ]?[：:].{0,100}",
            "网页信息栏",
        ),
        (r".{0,40}(?:中央政府门户网站|www\.[a-z0-9.-]+).{0,60}", "网页信息栏"),
        (r"https?://\S+", "网址"),
        (r"[A-Za-z]?[0-9a-f]{16,64}(?:\.(?:docx?|pdf|wps))?", "附件的编号"),
        (r"[（(【]?(?:本文|此件|全文)(?:有|已|略有|内容有)?(?:删减|删节|删改|节选|摘要)[）)】]?", "编者注"),
        (
            r".{0,30}(?:秘书处|办公厅|办公室) ?(?:(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?(?:\d{1,2} ?日)? ?编?印发?)?",
            "印发机关与日期",
        ),
        (r"[^\w。！？；：，、…“”‘’（）《》〉】!?;:,.)]+", "只有标点的行"),
        (
            r"[—\-－–─·•][—\-－–─ ·•]*\d{1,4}[—\-－–─ ·•]*|第 ?\d{1,3} ?页(?: ?共 ?\d{1,3} ?页)?|\d{1,3} ?/ ?\d{1,3}",
            "页码",
        ),
        (r"[（(]?(?:下转|上接).{1,12}版[）)]?(?: ?[（(]?(?:下转|上接).{1,12}版[）)]?)?", "报纸转版说明"),
    )
)
# Lines after which an article is over. They are looked for behind the report's last running paragraph only.
_END = re.compile(
    r"[【\[（(]?(?:相关(?:报道|链接|阅读|新闻|文章|推荐|附件下载)|热门(?:标签|推荐|文章)|推荐(?:度|阅读)|猜你喜欢|延伸阅读|"
    r"上一[篇页条]|下一[篇页条]|版权(?:所有|声明)|免责声明|主办(?:单位)?[：:].{0,30}(?:承办|维护|版权)|网站标识码|ICP备|copyright|"
    r"文档(?:为|下载)|文章下载|VIP|将本文|《.{4,60}\.(?:docx?|pdf|wps)》|本作品(?:是|在|来自)|public domain|"
    r"分享(?:到|让)|扫码|附件下载|打印本页|关闭窗口)",
    re.IGNORECASE,
)
_LONGEST = 120
_CLOSES = re.compile(r"[）)】\]》]+")
_BARE_NUMBER = re.compile(r"[0-9]{1,4}")
_LEAST_PAGES = 3
# What a site puts into a paragraph to advertise itself, and a newspaper where a text goes on on another page.
_ADVERT = re.compile(
    r" ?[（(](?:下转|上接)[^（）()]{1,8}版[）)] ?|"
    r"[（(]?(?:更多[^。！？，]{0,16}|欢迎|敬请|本文|文章|内容|以上)(?:来源于|来自|摘自|转自|请?访问|请?关注|由)[^。！？]{0,30}"
    r"(?:www\.[\w./-]+|https?://[\w./?=&%-]+|公众号|网站|文库|范文网|网整理|网提供)[^。！？]{0,12}[。！？）)]{0,2}",
    re.IGNORECASE,
)


def strip(lines: list[Line]) -> tuple[list[Line], list[Removal]]:
    """Take page chrome out of ``lines``."""
    kept: list[Line] = []
    removed: list[Removal] = []
    pages = _page_numbers(lines)
    before = 0
    for index, line in enumerate(lines):
        reason = "页码" if index in pages else _reason(line.text)
        if not reason and removed and removed[-1].line == before and _CLOSES.fullmatch(line.text):
            reason = removed[-1].reason
        before = line.number
        text = line.text if reason else _ADVERT.sub("", line.text).strip()
        if reason:
            removed.append(Removal(line.number, line.text, reason))
        elif text != line.text:
            removed += [
                Removal(line.number, found, "插在段落里的广告或转版说明")
                for found in _ADVERT.findall(line.text)
            ]
            kept += [line.with_text(text)] if text else []
        else:
            kept.append(line)
    end = _article_end(kept)
    appendix = next((i for i in range(end, len(kept)) if is_appendix_heading(kept[i].text)), len(kept))
    removed += [Removal(line.number, line.text, "正文之后的页面文字") for line in kept[end:appendix]]
    return kept[:end] + kept[appendix:], removed


def _page_numbers(lines: list[Line]) -> set[int]:
    """Lines that are a bare number, where such lines count up one by one; a number broken off a sentence does not."""
    bare = [(index, int(line.text)) for index, line in enumerate(lines) if _BARE_NUMBER.fullmatch(line.text)]
    steps = sum(after[1] - before[1] == 1 for before, after in pairwise(bare))
    counts_up = len(bare) >= _LEAST_PAGES and steps * 3 >= (len(bare) - 1) * 2
    return {index for index, _ in bare} if counts_up else set()


def _reason(text: str) -> str:
    """Why a whole line is chrome; empty where it is not. No chrome ends as a sentence does."""
    if len(text) > _LONGEST or text[-1] in "。；！":
        return ""
    return next((reason for pattern, reason in _LINES if pattern.fullmatch(text)), "")


def _article_end(lines: list[Line]) -> int:
    """Index of the first line behind the article, or the number of lines.

    What is more than a quarter of all text behind such a line is no page's tail.
    """
    total = sum(len(line.text) for line in lines)
    seen = 0
    for index, line in enumerate(lines):
        if seen * 4 > total * 3 and _END.match(line.text):
            return index
        seen += len(line.text)
    return len(lines)
