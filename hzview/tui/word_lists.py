"""What the screen of words lists: the commonest, those that changed since the year before, those that stand out.

No screen code; what takes long may be done in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from threading import RLock

from hzview import content
from hzview.errors import HzviewError
from hzview.folding import fold
from hzview.library import Choice
from hzview.library.steps import Tell, quietly
from hzview.library.words import before, others_than, totals
from hzview.model import Report
from hzview.opening import Opened
from hzview.pinyin import Pinyin
from hzview.tui.users_library import ADD, users_library
from hzview.words.comparing import Change, compare
from hzview.words.counting import Words
from hzview.words.keyness import stand_out

CHANGES = {Change.NEW: "新增", Change.GONE: "消失", Change.MORE: "增多", Change.LESS: "减少"}
"""What a change is called."""


class View(Enum):
    """What is listed; the value is what it is called."""

    FREQUENCY = "常用词"
    CHANGES = "与上年比"
    KEYWORDS = "与文库比"

    def other(self, step: int) -> View:
        """Return the view so many further on, round and round."""
        views = list(View)
        return views[(views.index(self) + step) % len(views)]


@dataclass(frozen=True, slots=True)
class Listed:
    """A word of a list."""

    word: str
    """The word, folded."""
    spelling: str
    """The word as it is written."""
    label: str
    """What is said of it in a word; empty where there is nothing to say."""
    said: str
    """Its numbers."""
    size: float
    """How long its bar is, between 0 and 1."""
    less: bool = False
    """Whether the report says it less, or not at all."""
    gone: bool = False
    """Whether only the earlier report has it."""


@dataclass(frozen=True, slots=True)
class WordList:
    """One of the lists."""

    words: tuple[Listed, ...]
    """Its words."""
    about: str
    """What they are compared with, and how many there are."""
    earlier: Opened | None = None
    """The report that they are compared with, which has the words that are gone."""


class WordLists:
    """The lists of one report; each is made when it is first asked for, and kept."""

    def __init__(self, report: Report) -> None:
        """List words of ``report``."""
        self.report = report
        """The report."""
        self._lock = RLock()
        self._words: Words | None = None
        self._made: dict[View, WordList] = {}

    def made(self, view: View) -> WordList | None:
        """Return the list of ``view`` if it has been made."""
        return self._made.get(view)

    def make(self, view: View, tell: Tell = quietly) -> WordList:
        """Make the list of ``view``, or return the one that was made. A thread may do it; one at a time does.

        Raises:
            HzviewError: there is no library, or no report in it to compare with.
        """
        make: Callable[[Words, Tell], WordList] = {
            View.FREQUENCY: frequency,
            View.CHANGES: changes,
            View.KEYWORDS: keywords,
        }[view]
        with self._lock:
            if self._words is None:
                self._words = Words(self.report)
            if view not in self._made:
                self._made[view] = make(self._words, tell)
            return self._made[view]


def frequency(words: Words, tell: Tell = quietly) -> WordList:
    """List the words of a report, the commonest first."""
    listed = words.listed()
    most = words.counts[listed[0]] if listed else 1
    return WordList(
        tuple(
            Listed(
                word, words.spelling(word), "", f"{count:4}{_also(words.anywhere(word), count)}", count / most
            )
            for word, count in ((word, words.counts[word]) for word in listed)
        ),
        f"{len(listed)} 个词；斜线后为连同长词在内的次数",
    )


def _also(anywhere: int, count: int) -> str:
    """Say how often a word stands anywhere, where that is more than it stands by itself."""
    return f"/{anywhere:<4}" if anywhere > count else "     "


def changes(words: Words, tell: Tell = quietly) -> WordList:
    """List the words that changed since the same region's report of the year before, which is in the user's library."""
    with users_library() as library:
        try:
            number = before(library, words.report)
        except HzviewError as error:
            raise HzviewError(f"{error}；{ADD}即可") from error
        report = content.parse(library.toml(number), f"文库中编号为 {number} 的报告")
        file = str(library.about(number)["file"])
    return changed(words, Opened(report, Path(file).name, file))


def changed(words: Words, opened: Opened) -> WordList:
    """List the words that changed from the report ``opened`` to ``words``."""
    earlier = Words(opened.report)
    found = compare(words, earlier)
    most = max((max(one.count, one.before) for one in found), default=1)
    listed = tuple(
        Listed(
            one.word,
            (earlier if one.change is Change.GONE else words).spelling(one.word),
            CHANGES[one.change],
            f"{one.before:4} → {one.count:<4}",
            max(one.count, one.before) / most,
            one.change in (Change.GONE, Change.LESS),
            one.change is Change.GONE,
        )
        for one in found
    )
    name = f"{opened.report.year}年" if opened.report.year else opened.report.title
    counts = " ".join(f"{label}{sum(one.label == label for one in listed)}" for label in CHANGES.values())
    return WordList(listed, f"比{name}：{counts}", opened)


def keywords(words: Words, tell: Tell = quietly) -> WordList:
    """List the words that stand out against the other reports of the user's library; ``tell`` is told how far it is."""
    with users_library() as library:
        numbers = others_than(library, words.report, Choice())
        if not numbers:
            raise HzviewError(f"文库里还没有别的报告：{ADD}")
        others = totals(library, numbers, tell)
    found = stand_out(words, others.counts, others.total)
    most = max((one.likelihood for one in found), default=1.0)
    listed = tuple(
        Listed(
            one.word,
            words.spelling(one.word),
            "少" if one.ratio < 0 else "多",
            f"{one.count:4}  {_times(2**one.ratio)}",
            one.likelihood / most,
            one.ratio < 0,
        )
        for one in found
    )
    return WordList(listed, f"比其余 {others.number} 份显著偏多、偏少的词 {len(listed)} 个")


def _times(times: float) -> str:
    """Say how many times as often."""
    return f"{times:6.0f} 倍" if times >= 10 else f"{times:6.1f} 倍"


def filtered(words: Sequence[Listed], query: str) -> Sequence[Listed]:
    """Return the words that have every part of ``query``, or what may be its pinyin."""
    parts = [fold(part).text for part in query.split()]
    wanted = [(part, Pinyin(part)) for part in parts if part]
    return [one for one in words if _fits(one.word, wanted)] if wanted else words


def _fits(word: str, wanted: Iterable[tuple[str, Pinyin]]) -> bool:
    return all(part in word or pinyin.spans(word) for part, pinyin in wanted)
