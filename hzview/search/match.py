"""One matcher for the reader, the command line and the highlights.

There is no index: the folded text of a report is scanned at every key, which takes less than a millisecond. Blocks are
counted first, and where exactly a hit stands is worked out only for the hits that are looked at, so that the comma in
four million characters costs no more than a rare word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

from hzview.folding import Folded, fold
from hzview.model import BlockType, Report, Span
from hzview.pinyin import coded
from hzview.search.conditions import Conditions, blind, by_pinyin, count, exact, means
from hzview.search.fields import Term
from hzview.search.hits import NO_HITS, Hits, Result
from hzview.search.matchers import Matcher, longest
from hzview.search.query import Clause, Query, parse

PUNCTUATION_IGNORED = "忽略标点后找到"
"""The note of a result whose hits differ from the query in punctuation."""
BY_PINYIN = "按拼音找到"
"""The note of a result whose hits are read as the letters of the query."""
TAKEN_AS_TEXT = "条件都满足的没有，按原文找到"
"""The note of a result whose query has signs and fields that were taken for text."""
WORD_WANTED = "再写上要找的词"
"""The note where a query only says which reports are meant."""

FigureSource = Callable[[Query], Mapping[int, Sequence[Span]]]
"""Gives the figures that satisfy the ``values`` and ``kinds`` of a query: their spans, in order, by block."""


class Searcher:
    """Searches one report, as often as a key is pressed."""

    def __init__(self, report: Report, figures: FigureSource | None = None) -> None:
        """Take ``report``; its text is folded at the first search, or by ``prepare``.

        ``figures`` is asked where a query asks for figures; without it, no block has any.
        """
        self._report = report
        self._figures = figures
        self._codes = cache(coded)

    def prepare(self) -> None:
        """Fold the report's text now (0.1 s a million characters); a thread may do it. Later calls cost nothing."""
        _ = self.texts

    def find(self, query: str, here: int | None = None) -> Result:
        """Return what ``query`` finds; nothing for an empty one. See ``query.parse`` for its signs and fields.

        A word is found as a substring, whatever the width, case, quotes or blanks. All conditions must hold in one
        block; every occurrence of each word, and every figure that was asked for, is a hit. If nothing is found, marks
        are passed over, then letters are read as pinyin, and then signs and fields are taken for text; the note says so.
        What stands in straight double quotes is found as it is or not at all. ``节:.`` is the section around the block
        ``here``.
        """
        read = parse(query)
        said = self._not_this_report(read)
        hits, note = (NO_HITS, "") if said else self._found(read, here)
        if not hits and not read.is_plain:
            hits, how = self._found(_only_words(read.plain), here, spelt=False)
            note = "；".join(filter(None, (TAKEN_AS_TEXT, how))) if hits else said or self._wanting(read)
        return Result(hits, note, read.hint)

    def find_in_sections(self, read: Query, here: int | None = None) -> Result:
        """Return the words of ``read`` where all of them stand in one section, the smallest there is, if not in one block."""
        blocks = self._blocks_in(read.sections, here) if read.sections else None
        conditions = exact(read.words)
        if not conditions.groups or read.asks_figures or self._not_this_report(read):
            return Result(NO_HITS)
        places = [[b for b, _ in _counted(self.texts, group, blocks)] for group in conditions.groups]
        parts = self._report.parts
        within = [
            index
            for index, part in enumerate(parts)
            if part.depth and all(bisect_left(p, part.end) > bisect_left(p, part.first) for p in places)
        ]
        around = {parts[index].parent for index in within}
        smallest = [parts[index] for index in within if index not in around]
        scope = sorted({block for part in smallest for block in range(part.first, part.end)})
        anywhere = Conditions((conditions.matchers,), conditions.barred)
        return Result(self._hits(anywhere, scope if blocks is None else sorted({*scope} & {*blocks}), {}))

    def _found(self, query: Query, here: int | None, *, spelt: bool = True) -> tuple[Hits, str]:
        """What all clauses of ``query`` find in the first way that finds anything; as pinyin only if ``spelt``."""
        blocks: Sequence[int] | None = self._blocks_in(query.sections, here) if query.sections else None
        figures: Mapping[int, Sequence[Span]] = {}
        words = query.words
        if query.asks_figures:
            figures = self._figures(query) if self._figures is not None else {}
            blocks = sorted(figures if blocks is None else figures.keys() & set(blocks))
        elif not query.terms:
            pieces = [piece for clause in query.sections if not clause.without for piece in clause.any]
            words = (*words, Clause(tuple(Term(piece, True) for piece in pieces))) if pieces else ()
            blocks = [b for b in blocks or () if self._report.blocks[b].type is BlockType.HEADING]
        for conditions, note in self._ways(words, spelt=spelt):
            if hits := self._hits(conditions, blocks, figures):
                return hits, note
        return NO_HITS, ""

    def _ways(self, words: tuple[Clause[Term], ...], *, spelt: bool) -> Iterator[tuple[Conditions, str]]:
        """Yield the ways in which words are looked for, the exact one first, and what is said of the others."""
        yield exact(words), ""
        if (conditions := blind(words)) is not None:
            yield conditions, PUNCTUATION_IGNORED
        if spelt and (conditions := by_pinyin(words, self.occurs, self._codes)) is not None:
            yield conditions, BY_PINYIN

    def occurs(self, piece: str) -> bool:
        """Tell whether any block holds ``piece``, folded, as it stands."""
        return any(piece in text for text in self.texts)

    @cached_property
    def _folded(self) -> tuple[Folded, ...]:
        return tuple(fold(block.text) for block in self._report.blocks)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The folded text of each block."""
        return tuple(folded.text for folded in self._folded)

    @cached_property
    def _headings(self) -> tuple[str, ...]:
        """The folded heading of each part; none for the report itself."""
        return tuple(fold(part.section.heading).text if part.depth else "" for part in self._report.parts)

    def _blocks_in(self, sections: Iterable[Clause[str]], here: int | None) -> list[int]:
        """The blocks whose headings satisfy ``sections``."""
        wanted = [True] * len(self._headings)
        for clause in sections:
            under: list[bool] = []
            for index, part in enumerate(self._report.parts):
                named = any(piece in self._headings[index] for piece in clause.any)
                is_here = _HERE in clause.any and here is not None and self._report.blocks[here].part == index
                under.append(named or is_here or (part.parent >= 0 and under[part.parent]))
            wanted = [w and u is not clause.without for w, u in zip(wanted, under, strict=True)]
        return [index for index, block in enumerate(self._report.blocks) if wanted[block.part]]

    def _not_this_report(self, query: Query) -> str:
        """What is said where the query asks for other reports than this one; empty where it does not."""
        region, year = self._report.region, self._report.year
        if means(query, region, year):
            return ""
        known = f"{region}{year}年的" if year else region
        return f"这份报告是{known}" if known else "这份报告没有记下地区和年份"

    @staticmethod
    def _wanting(query: Query) -> str:
        """What is said where the query only says which reports are meant."""
        return "" if query.terms or query.sections or query.asks_figures else WORD_WANTED

    def _hits(
        self, conditions: Conditions, blocks: Sequence[int] | None, figures: Mapping[int, Sequence[Span]]
    ) -> Hits:
        """The hits in those of ``blocks`` (None: all) that meet ``conditions``, with the ``figures`` there."""
        groups, barred, texts = conditions.groups, conditions.barred, self.texts
        if not groups and not figures:
            return NO_HITS
        found = _counted(texts, groups[0], blocks) if groups else [(block, 0) for block in blocks or ()]
        for group in groups[1:]:
            counts = ((block, before, count(group, texts[block])) for block, before in found)
            found = [(block, before + more) for block, before, more in counts if more]
        if barred:
            found = [pair for pair in found if not count(barred, texts[pair[0]])]

        def locate(block: int) -> list[Span]:
            folded = self._folded[block]
            spans = [folded.original(start, end) for start, end in conditions.spans(folded.text)]
            if figures:
                spans = longest([*spans, *((span.start, span.end) for span in figures.get(block, ()))])
            return [Span(block, *span) for span in spans]

        if figures or conditions.overlap:
            found = [(block, len(locate(block))) for block, _ in found]
        return Hits([block for block, _ in found], [number for _, number in found], locate)


_HERE = "."
"""The section that one is in, as the piece of a heading."""


def _only_words(terms: Iterable[Term]) -> Query:
    return Query(tuple(Clause((term,)) for term in terms))


def _counted(
    texts: Sequence[str], group: Sequence[Matcher], blocks: Sequence[int] | None
) -> list[tuple[int, int]]:
    """Blocks with how often the matchers of ``group`` find something in them, where they do."""
    pairs = enumerate(texts) if blocks is None else ((block, texts[block]) for block in blocks)
    if len(group) == 1:
        once = group[0].count
        return [(block, found) for block, text in pairs if (found := once(text))]
    return [(block, found) for block, text in pairs if (found := count(group, text))]
