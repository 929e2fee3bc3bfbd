"""``hzview words``: what a report talks about, beside the year before and beside many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from hzview.cli.printing import print_rows
from hzview.cli.status import Status
from hzview.errors import HzviewError
from hzview.exporting import Column, Format
from hzview.model import Report
from hzview.opening import open_report
from hzview.printable import one_line

if TYPE_CHECKING:
    from decimal import Decimal

    import click

    from hzview.cli.chinese import Verb
    from hzview.words.comparing import Changed
    from hzview.words.counting import Words

TOP = 40
"""Words that a table for people shows of each kind, unless it is told otherwise."""
AROUND = 18
"""Characters on either side of a term in context."""
CHANGES = {"new": "新增", "gone": "消失", "more": "增多", "less": "减少"}
"""What a change is called."""
_FREQUENCY = (
    Column("word", "词", most=32),
    Column("count", "次数", right=True),
    Column("anywhere", "总次数", right=True),
    Column("paragraphs", "段数", right=True),
    Column("per_10k", "每万字", right=True),
)
_CHANGED = (
    Column("change", "变化"),
    Column("word", "词", most=32),
    Column("count", "这份", right=True),
    Column("before", "前一份", right=True),
    Column("per_10k", "这份每万字", right=True),
    Column("before_per_10k", "前一份每万字", right=True),
)
_KEYWORDS = (
    Column("side", "比其余"),
    Column("word", "词", most=32),
    Column("count", "次数", right=True),
    Column("per_10k_words", "每万词", right=True),
    Column("others_per_10k_words", "其余每万词", right=True),
    Column("times", "倍数", right=True),
    Column("likelihood", "显著度", right=True),
    Column("reports", "其余提到", right=True),
)
_CONTEXT = (
    Column("left", "上文", right=True),
    Column("text", "词"),
    Column("right", "下文"),
    Column("inside", "所在的词"),
    Column("section", "章节", most=40),
)


def run(
    report: str | None = None,
    top: int | None = None,
    section: str = "",
    containing: str = "",
    every: bool = False,
    kwic: str | None = None,
    new: bool = False,
    against: str | None = None,
    keyness: bool = False,
    trend: Sequence[str] = (),
    region: Sequence[str] = (),
    level: str | None = None,
    years: tuple[int, int] | None = None,
    library: str | None = None,
    form: str = Format.TEXT,
    bom: bool = False,
) -> Status:
    """Print what is wanted of the words of ``report``, or of the use of ``trend`` in a library."""
    asked = {"--kwic": kwic, "--new/--against": new or against, "--keyness": keyness, "--trend": trend}
    modes = [name for name, value in asked.items() if value]
    if len(modes) > 1:
        raise HzviewError(f"{' 和 '.join(modes)} 不能一起用")
    if (region or level or years) and not (keyness or trend):
        raise HzviewError("--region、--level、--year 只和 --keyness 或 --trend 一起用")
    if trend:
        if report is not None:
            raise HzviewError("--trend 看的是文库里的报告，不能再写报告文件")
        from hzview.cli.word_trend import print_trend

        return print_trend(trend, region, level or "", years, library, form, bom=bom)
    opened = open_report(report).report
    blocks = _blocks_of(opened, section) if section else None
    if kwic is not None:
        return print_rows(context_rows(opened, kwic, blocks), _CONTEXT, form, bom=bom)
    before = _before(opened, against, library) if new or against else None
    from hzview.words.counting import Words

    words = Words(opened, blocks)
    if before is not None:
        rows = changed_rows(words, Words(before), containing, every=every)
        return print_rows(_first(rows, "change", top, form), _CHANGED, form, bom=bom)
    if keyness:
        rows = keyword_rows(words, containing, (region, level or "", years), library, every=every)
        return print_rows(_first(rows, "side", top, form), _KEYWORDS, form, bom=bom)
    rows = frequency_rows(words, containing, every=every)
    return print_rows(_first(rows, "", top, form), _FREQUENCY, form, bom=bom)


def frequency_rows(words: Words, containing: str = "", *, every: bool = False) -> Iterator[dict[str, object]]:
    """Yield one row a word, the commonest first; ``containing`` wants those that have these characters."""
    from hzview.words.counting import rate

    characters = words.characters
    for word in _containing(words.listed(every=every), containing):
        yield {
            "word": words.spelling(word),
            "count": words.counts[word],
            "anywhere": words.anywhere(word),
            "paragraphs": words.paragraphs[word],
            "per_10k": _rounded(rate(words.counts[word], characters)),
        }


def changed_rows(
    words: Words, before: Words, containing: str = "", *, every: bool = False
) -> Iterator[dict[str, object]]:
    """Yield one row for each word that is new, gone, or said more or less than before."""
    from hzview.words.comparing import Change, compare
    from hzview.words.counting import rate

    characters, characters_before = words.characters, before.characters

    def row(changed: Changed) -> dict[str, object]:
        source = before if changed.change is Change.GONE else words
        return {
            "word": source.spelling(changed.word),
            "change": changed.change.value,
            "count": changed.count,
            "before": changed.before,
            "per_10k": _rounded(rate(changed.count, characters)),
            "before_per_10k": _rounded(rate(changed.before, characters_before)),
        }

    wanted = set(_containing([*words.counts, *before.counts], containing))
    return (row(changed) for changed in compare(words, before, every=every) if changed.word in wanted)


def keyword_rows(
    words: Words,
    containing: str,
    choice: tuple[Sequence[str], str, tuple[int, int] | None],
    library: str | None,
    *,
    every: bool = False,
) -> Iterator[dict[str, object]]:
    """Yield one row for each word that stands out against the chosen reports of the library."""
    from hzview.cli.library import open_library, tell
    from hzview.library import Choice
    from hzview.library.words import others_than, totals
    from hzview.words.counting import rate
    from hzview.words.keyness import stand_out

    regions, level, years = choice
    with open_library(library) as store:
        numbers = list(
            dict.fromkeys(
                number
                for region in regions or ("",)
                for number in others_than(store, words.report, Choice(region, level, years))
            )
        )
        if not numbers:
            raise HzviewError("文库里没有别的报告可比")
        others = totals(store, numbers, tell)
    wanted = set(_containing([*words.counts, *others.counts], containing))
    total = words.total
    others_total = others.total
    for keyword in stand_out(words, others.counts, others_total, every=every):
        if keyword.word in wanted:
            yield {
                "word": words.spelling(keyword.word),
                "side": "more" if keyword.ratio > 0 else "less",
                "count": keyword.count,
                "others": keyword.others,
                "per_10k_words": _rounded(rate(keyword.count, total)),
                "others_per_10k_words": _rounded(rate(keyword.others, others_total)),
                "times": _rounded(2**keyword.ratio),
                "log_ratio": _rounded(keyword.ratio),
                "likelihood": _rounded(keyword.likelihood),
                "reports": others.reports.get(keyword.word, 0),
                "of_reports": others.number,
            }


def context_rows(report: Report, term: str, blocks: Sequence[int] | None) -> Iterator[dict[str, object]]:
    """Yield one row for each place where ``term`` stands, in reading order."""
    from hzview.words.context import occurrences_of

    for occurrence in occurrences_of(report, term, blocks):
        span = occurrence.span
        text = report.blocks[span.paragraph].text
        yield {
            "paragraph": span.paragraph,
            "start": span.start,
            "end": span.end,
            "left": text[max(span.start - AROUND, 0) : span.start],
            "text": text[span.start : span.end],
            "right": text[span.end : span.end + AROUND],
            "inside": occurrence.inside,
            "section": " › ".join(report.path(span.paragraph)),
        }


def _containing(words: Sequence[str], text: str) -> Iterator[str]:
    from hzview.folding import fold

    wanted = fold(text).text
    return (word for word in words if wanted in word)


def _first(
    rows: Iterator[dict[str, object]], kind: str, top: int | None, form: str
) -> Iterator[dict[str, object]]:
    """Yield the first ``top`` rows of each kind; by default as many as a person looks at. For people, in words."""
    people = form in (Format.TEXT, Format.MD)
    most = top or (TOP if people else None)
    for _, group in groupby(rows, lambda row: row.get(kind)):
        for number, row in enumerate(group):
            if most is not None and number >= most:
                break
            yield _in_words(row) if people else row


def _in_words(row: dict[str, object]) -> dict[str, object]:
    if "change" in row:
        return {**row, "change": CHANGES[str(row["change"])]}
    if "side" in row:
        return {
            **row,
            "side": "多" if row["side"] == "more" else "少",
            "reports": f"{row['reports']}/{row['of_reports']}份",
        }
    return row


def _before(report: Report, against: str | None, library: str | None) -> Report:
    """Return the report to compare with: that in the file ``against``, else that of the year before in the library."""
    if against is not None:
        return open_report(against).report
    from hzview import content
    from hzview.cli.library import open_library
    from hzview.library.words import before

    with open_library(library) as store:
        try:
            number = before(store, report)
        except HzviewError as error:
            raise HzviewError(f"{error}；可用 --against 指定一份") from error
        return content.parse(store.toml(number), f"文库中编号为 {number} 的报告")


def _blocks_of(report: Report, section: str) -> list[int]:
    """Return the blocks of the parts whose headings have the text ``section``; raise ``HzviewError`` where none has."""
    blocks = [
        number
        for number in range(len(report.blocks))
        if any(section in heading for heading in report.path(number))
    ]
    if not blocks:
        raise HzviewError(f"没有标题含“{one_line(section)}”的章节")
    return blocks


def _rounded(number: float) -> Decimal:
    from decimal import Decimal

    return Decimal(f"{number:.2f}")


def declare() -> Verb:
    """Declare the verb."""
    from hzview.cli.chinese import Verb
    from hzview.cli.options import format_options, library_option, report_argument

    return Verb(
        "words",
        run,
        [report_argument(), *_counting_options(), *_comparing_options(), library_option(), *format_options()],
        summary="词频、新词、特色词、逐年用词",
        help="""\
数一份报告里的词，列出最常用的。术语（固定资产投资、最多跑一次）不拆开，
虚词、计量单位、单字、数字不列。

次数是独立成词的次数：“规上工业增加值”里的“工业”不算；
总次数连同在更长的词里的一起算，与 Ctrl+F 所数相同。
显著度是对数似然比，15.13 以上（p<0.0001）且多少相差一倍以上的才列。""",
        examples="""\
hzview words 报告.docx --top 100
hzview words 报告.docx --new
hzview words 报告.docx --keyness --level prefecture --year 2018
hzview words 报告.docx --kwic 数字经济
hzview words --trend 数字经济 --trend 互联网+ --region 浙江省""",
    )


def _counting_options() -> list[click.Parameter]:
    import click

    from hzview.cli.chinese import Count

    return [
        click.Option(
            ["--top"],
            type=Count(1, 10**6),
            metavar="个数",
            help=f"每类列多少个；默认 {TOP}，\njsonl 和 csv 默认全部",
        ),
        click.Option(["--section"], metavar="文字", default="", help="只数标题含此文字的章节"),
        click.Option(
            ["--containing"],
            metavar="文字",
            default="",
            help="只列含此文字的词",
        ),
        click.Option(["--all", "every"], is_flag=True, help="虚词、单位、单字也列"),
        click.Option(["--kwic"], metavar="词", help="列出这个词的每一处和上下文"),
    ]


def _comparing_options() -> list[click.Parameter]:
    import click

    from hzview.cli.chinese import Choice, Parsed
    from hzview.cli.options import parse_years
    from hzview.model import LEVELS

    return [
        click.Option(
            ["--new"], is_flag=True, help="与文库里同一地区上年的报告相比：\n新增、消失、增多、减少的词"
        ),
        click.Option(["--against"], metavar="文件", help="同上，与这份报告相比"),
        click.Option(["--keyness"], is_flag=True, help="与文库里其余的报告相比，\n特别多和特别少的词"),
        click.Option(["--trend"], metavar="词", multiple=True, help="这个词在文库里逐年的用量，可写多个"),
        click.Option(
            ["--region"],
            metavar="文字",
            multiple=True,
            help="只看地区名含此文字的，可写多个；\n本项及下两项用于 --trend、--keyness",
        ),
        click.Option(["--level"], type=Choice(list(LEVELS)), help="只看这一级的"),
        click.Option(
            ["--year", "years"],
            type=Parsed("年份", parse_years),
            help="只看这一年作的报告，或这些年的：\n2015-2020",
        ),
    ]
