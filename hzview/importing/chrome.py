"""Page chrome: what a web site or a download site puts around a report, told line by line.

A line goes where it is nothing but chrome: a row of buttons, a bread crumb, a page number, an editor's mark. From the
first line that ends an article (相关报道, 热门标签, 版权所有 …) the rest goes, unless an appendix follows it.
"""

from __future__ import annotations

import re

from hzview.importing import pages
from hzview.importing.appendix import is_appendix_heading
from hzview.importing.source import Line, Removal

_BUTTON = (
    r"下载|打印|打印本页|全屏|收藏|关闭|关闭窗口|关闭本页|分享|分享到|返回顶部|返回|转发|纠错|复制链接|字号|字体|大|中|小|加大|还原|减小|默认|"
    r"超大|特大|标准|朗读|语音播报|无障碍|首页|繁體|简体|English|微信|微博|QQ空间|E-mail推荐|推荐给朋友|我要纠错|保存|放大|缩小|主办单位|网站地图|"
    r"播报|编辑|讨论|上传视频|赞|踩|\+1|商城|网摘|手机看新闻|加入收藏|写留言|我要留言|阅读原文|点?在看|点赞|点分享|点收藏|THE END|END"
)
_LINK_TO_PAGE = r"(?:[\[【（(]\d{1,3}[\]】）)])"
_TO_PAGE = r"(?:[\[【（(]?(?:首页|上一页|下一页|尾页|末页|上页|下页|前一页|后一页|余下全文)[\]】）)]?(?:[>＞»›]{0,2}))"
_LINES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reason)
    for pattern, reason in (
        (rf"[【\[（(|｜ ]*(?:(?:{_BUTTON})[\s:：|｜】【\]\[、/·（）()]*)+", "网页按钮"),
        (
            rf"(?=.*(?:{_TO_PAGE}|{_LINK_TO_PAGE} ?{_LINK_TO_PAGE}))(?:(?:{_TO_PAGE}|{_LINK_TO_PAGE}) ?)+",
            "翻页",
        ),
        (r"[\[［【](?:编辑|edit)[\]］】]|0[1-9]|part ?\.? ?0?\d{1,2}", "网页按钮"),
        (r".{0,12}(?:点击|长按|戳).{0,20}(?:关注|订阅|原文|蓝字).{0,20}", "网页按钮"),
        (
            r".{0,16}点个?“?在看.{0,12}|.{0,16}点个“?赞.{0,8}|(?:(?:阅读|赞|在看|分享|收藏|留言) ?[\d.]+万?\+? ?)+",
            "网页按钮",
        ),
        (
            r".{1,80}\.(?:docx?|xlsx?|pptx?|pdf|wps|ofd|zip|rar)[”》]?(?: ?[（(]?[\d.]+ ?[kKmM]?[bB]?[）)]?)?",
            "附件的文件名",
        ),
        (r"[【\[]?(?:E-mail推荐|我要打印|打印本稿)?[】\]]?", "网页按钮"),
        (r"(?:您|你)?(?:现在|当前|所在)?的?(?:当前)?位置(?:是|为)?[：: ].{0,80}", "网页导航"),
        (r"当前位置.{0,80}|首页 ?[>＞»›].{0,80}", "网页导航"),
        (r".{0,20}(?:扫一扫|扫码|二维码|手机打开|关注.{0,8}公众号).{0,40}", "网页按钮"),
        (r"<!--.{0,200}|.{0,200}-->|<!--", "网页注释"),
        (r"[（(【\[]?(?:责任)?(?:编辑|责编|编审|审核|校对|录入|初审|终审)[：: |｜丨].{0,40}", "编辑署名"),
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
        (r"[（(]?(?:下转|上接).{1,12}版[）)]?(?: ?[（(]?(?:下转|上接).{1,12}版[）)]?)?", "报纸转版说明"),
    )
)
# Lines after which an article is over. They are looked for behind the report's last running paragraph only.
_END = re.compile(
    r"[【\[（(]?(?:相关(?:报道|链接|阅读|新闻|文章|推荐|附件下载)|热门(?:标签|推荐|文章)|推荐(?:度|阅读)|猜你喜欢|延伸阅读|"
    r"上一[篇页条]|下一[篇页条]|版权(?:所有|声明)|参考(?:资料|来源)$|取自“?http|[^。]{0,6}版 ?权 ?所 ?有|"
    r"更多相关|[^。！？]{0,12}】?相关(?:文章|专题|范文)[：:】]?$|[^。]{0,12}以上(?:就是|是)?[^。]{0,12}小编|本?(?:文档|文章)由|镜像[：:]|我要留言|"
    r"联系我们(?:[：:| ]|$)|技术支持[：:]|阅读原文|备案号|[^。]{0,40}(?:ICP[备证]|公网安备)|免责声明|主办(?:单位)?[：:].{0,30}(?:承办|维护|版权)|网站标识码|ICP备|copyright|"
    r"文档(?:为|下载)|文章下载|VIP|将本文|《.{4,60}\.(?:docx?|pdf|wps)》|本作品(?:是|在|来自)|public domain|"
    r"分享(?:到|让)|扫码|附件下载|打印本页|关闭窗口)",
    re.IGNORECASE,
)
_LONGEST = 120
_CLOSES = re.compile(r"[）)】\]》]+")
# What a site puts into a paragraph to advertise itself, and a newspaper where a text goes on on another page.
_ADVERT = re.compile(
    r" ?[（(](?:下转|上接)[^（）()]{1,8}版[）)] ?|"
    r"[（(]?(?:更多[^。！？，]{0,16}|欢迎|敬请|本文|文章|内容|以上)(?:来源于|来自|摘自|转自|请?访问|请?关注|由)[^。！？]{0,30}"
    r"(?:www\.[\w./-]+|https?://[\w./?=&%-]+|公众号|网站|文库|范文网|网整理|网提供)[^。！？]{0,12}[。！？）)]{0,2}",
    re.IGNORECASE,
)
_EDIT = re.compile(r" ?[\[［【]编辑(?:本段|源代码)?[\]］】]")
"""What wikis put behind their headings."""
_INSIDE = (
    (
        _ADVERT,
        "插在段落里的广告或转版说明",
        re.compile("下转|上接|www\\.|http|公众号|网[站整提]|文库|范文网", re.IGNORECASE),
    ),
    (_EDIT, "网页按钮", re.compile("编辑")),
)
"""What goes, why, and a plain part of it: few lines have that, and it is found sooner."""


def strip(lines: list[Line]) -> tuple[list[Line], list[Removal]]:
    """Take page chrome out of ``lines``."""
    kept: list[Line] = []
    removed: list[Removal] = []
    printed = pages.find(lines)
    before = 0
    for index, line in enumerate(lines):
        reason = printed.get(index) or _reason(line.text)
        if not reason and removed and removed[-1].line == before and _CLOSES.fullmatch(line.text):
            reason = removed[-1].reason
        before = line.number
        if reason:
            removed.append(Removal(line.number, line.text, reason))
            continue
        text, gone = _without_inside(line)
        removed += gone
        kept += [line.with_text(text)] if text else []
    end = _article_end(kept)
    appendix = next((i for i in range(end, len(kept)) if is_appendix_heading(kept[i].text)), len(kept))
    removed += [Removal(line.number, line.text, "正文之后的页面文字") for line in kept[end:appendix]]
    kept = kept[:end] + kept[appendix:]
    while kept and is_appendix_heading(kept[-1].text):
        removed.append(Removal(kept[-1].number, kept[-1].text, "附件的标题，文件里没有它的内容"))
        kept = kept[:-1]
    return kept, removed


def _without_inside(line: Line) -> tuple[str, list[Removal]]:
    """Return what a line says without what a site puts into its text, and that."""
    text = line.text
    gone: list[Removal] = []
    for pattern, reason, part in _INSIDE:
        if not part.search(text):
            continue
        gone += [Removal(line.number, found, reason) for found in pattern.findall(text)]
        text = pattern.sub("", text).strip()
    return text, gone


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
