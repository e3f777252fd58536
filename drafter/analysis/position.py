"""Where a case stands: the findings on which tasks and strategy are built."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.analysis.account_types import Accounts
from drafter.analysis.availability_types import ChargeAvailability
from drafter.analysis.change_types import Change
from drafter.analysis.deadline_types import DeadlineFinding
from drafter.analysis.element_types import CommonLaw
from drafter.analysis.matrix_types import EvidenceMatrix
from drafter.analysis.question_types import Questions
from drafter.analysis.sentencing_types import SentencingFindings
from drafter.analysis.statutory_types import Section28
from drafter.analysis.threat_types import ThreatFinding
from drafter.casefile.case import Case
from drafter.casefile.matter import Charge, Disposition, Proceeding
from drafter.doctrine.in_force import Doctrine
from drafter.facts.record import Record

_AFTER_CONVICTION = frozenset({
    Proceeding.SENTENCING, Proceeding.REMAND, Proceeding.REVOCATION, Proceeding.SECTION_2255,
    Proceeding.SENTENCE_REDUCTION, Proceeding.SECTION_3771A,
})  # fmt: skip
_GONE = (Disposition.ACQUITTED, Disposition.DISMISSED)


@dataclass(frozen=True, slots=True)
class Position:
    """The record, the law, and what the rest of the analysis found."""

    record: Record
    doctrine: Doctrine
    common_law: CommonLaw
    statutory: Section28
    availability: tuple[ChargeAvailability, ...]
    threats: tuple[ThreatFinding, ...]
    matrix: EvidenceMatrix
    questions: Questions
    accounts: Accounts
    changes: tuple[Change, ...]
    deadlines: tuple[DeadlineFinding, ...]
    sentencing: SentencingFindings
    left: tuple[Charge, ...] = field(init=False)
    """The counts that are pending or ended in a conviction."""
    pending: tuple[Charge, ...] = field(init=False)
    """The counts still to be decided; none in a proceeding that follows a conviction."""
    convicted: tuple[Charge, ...] = field(init=False)
    """The counts that ended in a conviction.

    In a proceeding that follows a conviction, a count without an entry counts as one.
    """

    def __post_init__(self) -> None:
        """Sort the counts by what has become of them."""
        left = tuple(each for each in self.case.charges if each.disposition not in _GONE)
        pending = tuple(each for each in left if each.disposition is Disposition.PENDING)
        convicted = tuple(each for each in left if each.disposition is Disposition.CONVICTED)
        if self.case.matter.proceeding in _AFTER_CONVICTION:
            pending, convicted = (), left
        object.__setattr__(self, "left", left)
        object.__setattr__(self, "pending", pending)
        object.__setattr__(self, "convicted", convicted)

    @property
    def case(self) -> Case:
        """The case as counsel wrote it."""
        return self.record.case

    def deadline(self, id: str) -> DeadlineFinding | None:
        """The deadline of that id; None: it is not one of this court, or not at this stage."""
        return next((each for each in self.deadlines if each.id == id), None)
