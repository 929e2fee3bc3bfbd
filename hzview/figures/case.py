"""What the rules of attribution look at: one group of quantities in its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from hzview.figures.clauses import Clause, Group
from hzview.figures.lead import Lead
from hzview.figures.lexicon import DEFINING, Says
from hzview.figures.quantity import Form, Quantity
from hzview.figures.units import Family

_CHANGES = Says.UP | Says.DOWN | Says.RATE | Says.OVER | Says.UNDER


@dataclass(slots=True, eq=False)
class Context:
    """What a sentence has named so far."""

    home: tuple[str, ...] = ()
    """Words for the report's own territory (全市), which are no part of a name."""
    names: list[str] = field(default_factory=list)
    """Names of the last group: one for each of its members, or all of its one member."""
    whole: list[str] = field(default_factory=list)
    """The same before a share (占…) took their place."""
    named: str = ""
    """The last name."""
    acts: tuple[str, str] = ("", "")
    """The verbs around it: the one that opens it, the one right before the number."""
    history: list[str] = field(default_factory=list)
    """All names since the sentence began."""
    run: list[str] = field(default_factory=list)
    """Names of parallel levels since the last word (均, 都) that spoke of all of them."""
    act: str = ""
    """The verb that governs the list being read."""
    topic: tuple[int, int] | None = None
    """The last clause without a quantity."""
    topic_is_new: bool = False
    """Whether nothing was named since."""
    before: list[str] = field(default_factory=list)
    """The last names of the sentence before, where it stands right before."""
    before_span: tuple[int, int] | None = None
    """The text since the last sentence with a quantity, where other sentences stand between."""
    share: bool = False
    """Whether the last names are shares (占…比重)."""
    own_share: bool = False
    """Whether the last share has a subject of its own: 〔研发投入〕占GDP比重达到3.5%，居全省第一 ranks the share."""
    family: Family | None = None
    """Family of the last group's unit."""
    people: bool = False
    """Whether the last group counted people."""
    rate: bool = False
    """Whether the last group was named by a rate (增速), so that what it changes to is a growth too."""
    falls: bool = False
    """Whether that rate is one of a fall (降幅)."""

    @property
    def noun(self) -> str:
        """The last name without the verb that opens it: 新增|上市公司."""
        name = self.named
        for word in (*self.acts, self.act if self.act in DEFINING else ""):
            if word and len(name) > len(word) and name.startswith(word):
                name = name[len(word) :]
        return name


@dataclass(slots=True, eq=False)
class Case:
    """One group with all that the rules may look at. Offsets are folded offsets."""

    text: str
    """Folded text of the block."""
    shown: str
    """The same, character by character as it is printed."""
    group: Group
    """The group."""
    members: list[Quantity]
    """Its quantities."""
    family: Family | None
    """Family of the first quantity's unit."""
    lead: Lead
    """What stands before it."""
    noun: str
    """The name before the number as it is printed, without acts that say nothing."""
    tail: tuple[int, int]
    """What stands behind it, where that may be a noun."""
    has_tail: bool
    """Whether a noun may follow the number."""
    context: Context
    """What the sentence has named."""
    clause: Clause
    """The clause."""
    following: Case | None = None
    """The next group of the clause."""
    doubts: list[str] = field(default_factory=list)
    """Doubts that a rule has."""
    shared: bool = False
    """Whether it was named a share."""
    rate: bool = False
    """Whether it goes on from a rate (增速由6%调高到8%)."""
    falls: bool = False
    """Whether that rate is one of a fall (降幅由10%收窄到5%)."""
    capacity: bool = False
    """Whether it is the size of one thing."""
    qualifies: bool = False
    """Whether an earlier group made it part of a noun of its own."""

    @property
    def ranked(self) -> bool:
        """Whether the numbers are places."""
        return self.members[0].form in (Form.RANK, Form.TOP)

    @property
    def span(self) -> tuple[int, int]:
        """Start and end of the clause."""
        return self.clause.start, self.clause.end

    @property
    def changes(self) -> bool:
        """Whether the number is a growth or a change."""
        return self.lead.has(_CHANGES)
