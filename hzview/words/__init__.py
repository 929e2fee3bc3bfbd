"""The words of a report: how often each is said, beside another report and beside many, and where.

A *word* is what ``hzview.segmenter`` cuts off, terms of the trade whole. Words are told apart by their folded form
(``hzview.folding``), so ＧＤＰ and gdp are one. Each has two counts:

- as a word: how often it stands by itself. 工业 inside 规上工业增加值 does not count, since that is a word of its own;
- anywhere: how often its characters stand in the text, inside longer words too. This is what Ctrl+F counts.
"""

from __future__ import annotations
