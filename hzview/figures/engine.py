"""From a report to its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hzview.figures.attribute import Reading, attribute
from hzview.figures.case import Context
from hzview.figures.clauses import Sentence, sentences
from hzview.figures.detect import quantities
from hzview.figures.doubts import KIND, LONG
from hzview.figures.figure import Figure
from hzview.figures.names import FILLER
from hzview.figures.passages import Passages
from hzview.figures.quantity import Quantity
from hzview.figures.stance import Setting, Stance, setting, stances
from hzview.folding import Folded, fold
from hzview.model import Block, BlockType, Report, Span


def extract(report: Report, blocks: range | None = None) -> tuple[Figure, ...]:
    """Return the figures of a report in the order of its text.

    Args:
        report: The report.
        blocks: Indexes into ``report.blocks`` to look at; all of them where None. The figures of a block are the same
            whichever blocks are asked for.

    """
    settings: dict[int, Setting] = {}
    figures: list[Figure] = []
    for index in blocks if blocks is not None else range(len(report.blocks)):
        block = report.blocks[index]
        if block.type is not BlockType.PARAGRAPH:
            continue
        folded = fold(block.text)
        if found := quantities(folded.text):
            part = block.part
            if part not in settings:
                settings[part] = setting(report, part)
            readings = _read(block.text, folded, found, settings[part])
            figures.extend(_figures(index, block, folded, readings))
    return tuple(figures)


_Read = tuple[Sentence, list[Reading], list[Stance]]
"""A sentence with what was made of each of its quantities; offsets are folded offsets."""


def read_block(text: str, fixed: Setting) -> tuple[Folded, Iterator[_Read]]:
    """Fold one block's text and read it sentence by sentence."""
    folded = fold(text)
    return folded, _read(text, folded, quantities(folded.text), fixed)


def _read(text: str, folded: Folded, found: list[Quantity], fixed: Setting) -> Iterator[_Read]:
    """Read a block's text sentence by sentence; ``found`` are its quantities."""
    shown = folded.aligned(text, FILLER)
    end = 0
    context = Context(home=fixed.home)
    passages = Passages(folded.text, fixed)
    kinds: list[Stance] = []
    for sentence in sentences(folded.text, found):
        own = passages.at(sentence.start, kinds if sentence.start == end else [])
        context = _context(sentence.start, end, context)
        readings = attribute(folded.text, shown, sentence, found, context)
        end = sentence.end
        kinds = stances(folded.text, sentence.start, sentence.end, readings, own)
        yield sentence, readings, kinds


def _context(start: int, end: int, last: Context) -> Context:
    """What a sentence at ``start`` may take over from before, where the last one with quantities ended at ``end``."""
    if start == end:
        return Context(home=last.home, before=last.names)
    return Context(home=last.home, before_span=(end, start - 1))


def _figures(index: int, block: Block, folded: Folded, sentences_read: Iterable[_Read]) -> Iterator[Figure]:
    """Figures of the block ``index``."""
    for sentence, readings, kinds in sentences_read:
        around = Span(index, *folded.original(sentence.start, sentence.end))
        for reading, stance in zip(readings, kinds, strict=True):
            quantity, sign = reading.quantity, reading.sign
            start, end = folded.original(quantity.start, quantity.end)
            value, value_to = quantity.value, quantity.value_to
            yield Figure(
                Span(index, start, end),
                block.text[start:end],
                value if sign == 1 else value * sign,
                value_to if value_to is None or sign == 1 else value_to * sign,
                quantity.unit,
                reading.bound,
                reading.names,
                reading.measure,
                stance.kind,
                stance.period,
                block.part,
                around,
                reading.threshold,
                _doubts(reading, stance),
            )


def _doubts(reading: Reading, stance: Stance) -> tuple[str, ...]:
    """All that makes a reading unsure."""
    long = not reading.threshold and max(map(len, reading.names)) > _LONGEST
    if not (long or reading.doubts or stance.cue):
        return ()
    doubts = list(dict.fromkeys(reading.doubts))
    if long:
        doubts.append(LONG)
    if stance.cue:
        doubts.append(KIND)
    return tuple(doubts)


_LONGEST = 24
"""Names longer than this are rarely only names."""
