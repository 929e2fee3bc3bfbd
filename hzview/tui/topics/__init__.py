"""What can be done in the reader, a module a topic.

An action of the registry with ``Scope.READER`` is done by the method ``action_…`` of one of these classes; a further
topic is added to ``TOPICS``. ``Esc`` asks them in this order to take back a step.
"""

from __future__ import annotations

from hzview.tui.topics.copying import Copying
from hzview.tui.topics.figures import Figures
from hzview.tui.topics.library import LibraryTopic
from hzview.tui.topics.listing import Listing
from hzview.tui.topics.moving import Moving
from hzview.tui.topics.notes import Notes
from hzview.tui.topics.panes import Panes
from hzview.tui.topics.places import Places
from hzview.tui.topics.program import Program
from hzview.tui.topics.results import Results
from hzview.tui.topics.scorecards import Scorecards
from hzview.tui.topics.searching import Searching
from hzview.tui.topics.selecting import Selecting
from hzview.tui.topics.topic import Topic
from hzview.tui.topics.trends import Trends
from hzview.tui.topics.views import Views
from hzview.tui.topics.words import WordsOfReport

__all__ = [
    "TOPICS",
    "Copying",
    "Figures",
    "LibraryTopic",
    "Listing",
    "Moving",
    "Notes",
    "Panes",
    "Places",
    "Program",
    "Results",
    "Scorecards",
    "Searching",
    "Selecting",
    "Topic",
    "Trends",
    "Views",
    "WordsOfReport",
]

TOPICS: tuple[type[Topic], ...] = (
    Selecting,
    Copying,
    Notes,
    Results,
    Listing,
    Panes,
    Searching,
    Figures,
    Views,
    Moving,
    Places,
    Scorecards,
    Trends,
    WordsOfReport,
    LibraryTopic,
    Program,
)
"""All topics. An action belongs to the one that has a method for it."""
