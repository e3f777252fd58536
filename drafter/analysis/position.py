"""Where a case stands: the findings on which tasks and strategy are built."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.analysis.account_types import Accounts
from drafter.analysis.also_against import AlsoAgainst
from drafter.analysis.availability_types import ChargeAvailability
from drafter.analysis.change_types import Change
from drafter.analysis.deadline_types import DeadlineFinding
from drafter.analysis.element_types import CommonLaw
from drafter.analysis.matrix_types import EvidenceMatrix
from drafter.analysis.question_types import Questions
from drafter.analysis.sentencing_types import SentencingFindings
from drafter.analysis.stage import charges_convicted, charges_left, charges_pending
from drafter.analysis.statutory_types import Section28
from drafter.analysis.threat_types import ThreatFinding
from drafter.casefile.case import Case
from drafter.casefile.matter import Charge
from drafter.doctrine.in_force import Doctrine
from drafter.facts.record import Record


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
    also_against: tuple[AlsoAgainst, ...] = ()
    left: tuple[Charge, ...] = field(init=False)
    """See ``stage.charges_left``; and so of the two that follow."""
    pending: tuple[Charge, ...] = field(init=False)
    convicted: tuple[Charge, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the counts by what has become of them."""
        object.__setattr__(self, "left", charges_left(self.case))
        object.__setattr__(self, "pending", charges_pending(self.case))
        object.__setattr__(self, "convicted", charges_convicted(self.case))

    @property
    def case(self) -> Case:
        """The case as counsel wrote it."""
        return self.record.case

    def deadline(self, id: str) -> DeadlineFinding | None:
        """The deadline of that id; None: it is not one of this court, or not at this stage."""
        return next((each for each in self.deadlines if each.id == id), None)
