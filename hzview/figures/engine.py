"""From a report to its figures."""

from __future__ import annotations

from collections.abc import Iterator

from hzview.figures.attribute import Reading, attribute
from hzview.figures.case import Context
from hzview.figures.clauses import Sentence, sentences
from hzview.figures.detect import quantities
from hzview.figures.doubts import KIND, LONG
from hzview.figures.figure import Figure
from hzview.figures.names import FILLER
from hzview.figures.stance import Setting, Stance, carried, in_passage, setting, stances
from hzview.folding import Folded, fold
from hzview.model import BlockType, Report, Span


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
        fixed = settings.get(block.part)
        if fixed is None:
            fixed = settings[block.part] = setting(report, block.part)
        figures.extend(_block(index, block.text, block.part, fixed))
    return tuple(figures)


def read_block(text: str, fixed: Setting) -> Iterator[tuple[Folded, Sentence, list[Reading], list[Stance]]]:
    """Read one block's text sentence by sentence; offsets in the readings are folded offsets."""
    folded = fold(text)
    found = quantities(folded.text)
    if not found:
        return
    shown = folded.aligned(text, FILLER)
    end = 0
    context = Context()
    kinds: list[Stance] = []
    for sentence in sentences(folded.text, found):
        own = in_passage(folded.text, sentence.start, fixed)
        own = carried(folded.text, sentence.start, own, kinds if sentence.start == end else [])
        context = _context(sentence.start, end, context)
        readings = attribute(folded.text, shown, sentence, found, context)
        end = sentence.end
        kinds = stances(folded.text, sentence.start, sentence.end, readings, own)
        yield folded, sentence, readings, kinds


def _context(start: int, end: int, last: Context) -> Context:
    """What a sentence at ``start`` may take over from before, where the last one with quantities ended at ``end``."""
    return Context(before=last.names) if start == end else Context(before_span=(end, start - 1))


def _block(index: int, text: str, part: int, fixed: Setting) -> Iterator[Figure]:
    """Figures of one block."""
    for folded, sentence, readings, kinds in read_block(text, fixed):
        around = Span(index, *folded.original(sentence.start, sentence.end))
        for reading, stance in zip(readings, kinds, strict=True):
            yield _figure(index, text, part, folded, around, reading, stance)


def _figure(
    index: int, text: str, part: int, folded: Folded, around: Span, reading: Reading, stance: Stance
) -> Figure:
    quantity, sign = reading.quantity, reading.sign
    start, end = folded.original(quantity.start, quantity.end)
    return Figure(
        Span(index, start, end),
        text[start:end],
        quantity.value if sign == 1 else quantity.value * sign,
        None if quantity.value_to is None else quantity.value_to * sign,
        quantity.unit,
        reading.bound,
        reading.names,
        reading.measure,
        stance.kind,
        stance.period,
        part,
        around,
        reading.threshold,
        _doubts(reading, stance),
    )


def _doubts(reading: Reading, stance: Stance) -> tuple[str, ...]:
    """All that makes a reading unsure."""
    long = not reading.threshold and max(map(len, reading.names)) > _LONGEST
    if not (reading.doubts or long or stance.cue):
        return ()
    doubts = list(dict.fromkeys(reading.doubts))
    if long:
        doubts.append(LONG)
    if stance.cue:
        doubts.append(KIND)
    return tuple(doubts)


_LONGEST = 24
"""Names longer than this are rarely only names."""
