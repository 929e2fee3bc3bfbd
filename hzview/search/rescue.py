"""What to offer where a query found nothing, each with what it does differently; nothing is ever found in its place unasked.

In this order: other names of the same thing; the words of the query (as jieba cuts them) anywhere in one block; in one
section; and spellings that sound the same or differ by one character and do occur in the report. All but the first may
take a while, half a second where jieba is loaded first: a thread may do it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from hzview.search import aliases
from hzview.search.fields import Term
from hzview.search.hits import Result
from hzview.search.match import Searcher
from hzview.search.query import Clause, Query, parse

MOST_OFFERS = 3
"""Offers of one kind."""
_LONGEST = 40
"""Characters of a term beyond which nothing is offered for it."""
_EMPTY_WORDS = frozenset(
    [
        "的",
        "了",
        "和",
        "与",
        "及",
        "在",
        "是",
        "有",
        "为",
        "对",
        "等",
        "中",
        "吗",
        "呢",
        "将",
        "把",
        "多少",
        "什么",
        "哪些",
        "怎么",
        "怎样",
        "如何",
        "是否",
        "几",
        "多大",
        "多高",
        "情况",
        "方面",
        "有关",
        "关于",
    ]
)
"""Words of a question that say nothing of what is looked for."""
_HAN = "[\u3400-\u9fff]"
_LEAST_PARTED = 3
"""Characters of a word from which on it may be parted in two."""
_LEAST_SPELT = 3
"""Characters of a term from which on other spellings are looked for; two characters sound like too many others."""
_LEAST_CHANGED = 4
"""Characters of a term from which on one of them may be another; of shorter ones too little is left to know them by."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something else to look for."""

    query: str
    """What to type for it."""
    said: str
    """In Chinese, what it does differently: 也搜：固定资产投资."""
    result: Result
    """What it finds; never empty."""
    is_whole: bool = True
    """Whether all that was asked for is there, in one block."""


def other_names(searcher: Searcher, query: str, here: int | None = None) -> list[Offer]:
    """Return offers with other names of the same thing, whether or not ``query`` found anything; takes no time."""
    return list(islice(_by_name(searcher, query, here), MOST_OFFERS))


def rescue(searcher: Searcher, query: str, here: int | None = None) -> list[Offer]:
    """Return what to offer for ``query``, which found nothing, the nearest first; none where nothing is near."""
    read = parse(query)
    if any(len(term.text) > _LONGEST for term in read.terms):
        return []
    named = other_names(searcher, query, here)
    if named:
        return named
    inside = _by_words(searcher, read, here)
    if inside is not None and inside.is_whole:
        return [inside]
    spelt = list(islice(_by_spelling(searcher, read, here), MOST_OFFERS))
    return [*([inside] if inside is not None else []), *spelt]


def otherwise_named(query: str) -> Iterator[str]:
    """Yield ``query`` with a name in it replaced by another name of the same thing; what to type for it."""
    read = parse(query)
    for term in read.terms:
        if not term.literal:
            for other in aliases.others(term.text):
                yield _written(_exchanged(read, term, (Term(other, False),)), read.rest)


def _by_name(searcher: Searcher, query: str, here: int | None) -> Iterator[Offer]:
    for other in otherwise_named(query):
        result = searcher.find(other, here)
        if result.hits and not result.note:
            yield Offer(other, f"也搜：{other}", result)


def _by_words(searcher: Searcher, read: Query, here: int | None) -> Offer | None:
    """The words of the query's terms in one block, or else in one section."""
    words = [clause for clause in read.words if not clause.without]
    cut: list[Clause[Term]] = []
    left_out: list[str] = []
    for clause in words:
        term = clause.any[0]
        if len(clause.any) > 1 or term.literal or searcher.occurs(term.text):
            cut.append(clause)
            continue
        there, missing = _words_of(term.text, searcher.occurs)
        cut += there
        left_out += missing
    if not cut or (len(cut) == len(words) and not left_out):
        return None
    query = _written(cut, read.rest)
    said = "、".join("|".join(_shown(term) for term in clause.any) for clause in cut)
    without = f"（略去“{'”“'.join(left_out).upper()}”）" if left_out else ""
    result = searcher.find(query, here)
    if result.hits:
        where = "只搜" if len(cut) == 1 else "同一段里有"
        return Offer(query, f"{where}：{said}{without}", result, not left_out)
    result = searcher.find_in_sections(
        replace(read, words=(*cut, *(c for c in read.words if c.without))), here
    )
    if len(cut) > 1 and result.hits and not left_out:
        return Offer(
            query, f"同一节里有：{said}{without}", replace(result, note="各词在同一节里，不在同一段")
        )
    return None


def _words_of(text: str, occurs: Callable[[str], bool]) -> tuple[list[Clause[Term]], list[str]]:
    """The words of a term, each with its other names, and those that are left out because nothing has them.

    Without words that make up more than half of the term, there are none: 产业 says too little of AI产业.
    """
    words = dict.fromkeys(word for word in _cut(text) if word not in _EMPTY_WORDS)
    there: list[Clause[Term]] = []
    missing: list[str] = []
    for word in (piece for whole in words for piece in _known(whole, occurs)):
        names = [name for name in (word, *aliases.same_as(word)) if occurs(name)] if len(word) > 1 else []
        if names:
            there.append(Clause(tuple(Term(name, False) for name in names)))
        elif word not in missing:
            missing.append(word)
    lost = sum(map(len, missing))
    return (there, missing) if 2 * lost < sum(map(len, words)) else ([], [])


def _cut(text: str) -> list[str]:
    """The words of ``text``; names of the table of names are words, and marks are none."""
    from hzview.segmenter import cut

    names = aliases.names_in(text)
    pieces = re.split(f"({'|'.join(map(re.escape, names))})", text) if names else [text]
    words = [word for piece in pieces for word in ((piece,) if piece in names else cut(piece))]
    return [word for word in words if any(character.isalnum() for character in word)]


def _known(word: str, occurs: Callable[[str], bool]) -> list[str]:
    """The word itself where it, or another name of it, ``occurs``; else the parts of it that are known best.

    Terms of the trade are kept whole by the segmenter (农民人均纯收入), also where a report has only their parts.
    """
    from hzview.segmenter import cut

    if len(word) < _LEAST_PARTED or any(map(occurs, (word, *aliases.same_as(word)))):
        return [word]

    def known(parts: list[str]) -> int:
        return sum(len(part) for part in parts if len(part) > 1 and occurs(part))

    ways = [cut(word[:at]) + cut(word[at:]) for at in range(1, len(word))]
    best = max(ways, key=lambda parts: (known(parts), -len(parts)))
    if len(best) < 2 or not known(best):
        return [word]
    return [piece for part in best for piece in _known(part, occurs)]


def _by_spelling(searcher: Searcher, read: Query, here: int | None) -> Iterator[Offer]:
    for term in read.terms:
        if term.literal or len(term.text) < _LEAST_SPELT or searcher.occurs(term.text):
            continue
        for other in _near(term.text, searcher.texts):
            query = _written(_exchanged(read, term, (Term(other, False),)), read.rest)
            result = searcher.find(query, here)
            if result.hits:
                yield Offer(query, f"是不是：{query}", result)


def _near(text: str, texts: Sequence[str]) -> list[str]:
    """What stands in ``texts`` and sounds like ``text`` or differs from it by one character; most frequent first."""
    from hzview.pinyin import alike
    from hzview.segmenter import cut

    patterns = ["".join(f"[{re.escape(character)}{alike(character)}]" for character in text)]
    if len(text) >= _LEAST_CHANGED:
        ends = range(len(text) + 1)
        pieces = [(re.escape(text[:at]), re.escape(text[at:]), re.escape(text[at + 1 :])) for at in ends]
        patterns.append("|".join(f"{before}{_HAN}{rest}" for before, rest, _ in pieces[1:-1]))
        patterns.append("|".join(f"{before}{_HAN}{after}" for before, _, after in pieces[:-1]))
        patterns.append("|".join(f"{before}{after}" for before, _, after in pieces[:-1]))
    for pattern in patterns:
        found = Counter(match[0] for one in texts for match in re.finditer(pattern, one))
        found.pop(text, None)
        if len(text) < _LEAST_CHANGED:  # what sounds alike may be the ends of two words
            found = Counter({word: number for word, number in found.items() if cut(word) == [word]})
        if found:
            return [other for other, _ in found.most_common(MOST_OFFERS)]
    return []


def _exchanged(read: Query, term: Term, others: tuple[Term, ...]) -> list[Clause[Term]]:
    """The words that must be there, with ``others`` for ``term``."""
    return [
        Clause(tuple(dict.fromkeys(one for old in clause.any for one in (others if old == term else (old,)))))
        for clause in read.words
        if not clause.without
    ]


def _written(words: Sequence[Clause[Term]], rest: str) -> str:
    """What to type for ``words`` and the ``rest`` of a query."""
    pieces = ["|".join(_shown(term) for term in clause.any) for clause in words]
    return " ".join(filter(None, (*pieces, rest)))


def _shown(term: Term) -> str:
    """A term as it is typed; folded letters are capitals again, as reports have them (GDP, PM2.5)."""
    return f'"{term.text}"' if term.literal else term.text.upper()
