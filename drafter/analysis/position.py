"""Where a case stands: the findings on which tasks and strategy are built."""

from __future__ import annotations

from dataclasses import dataclass

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

    @property
    def case(self) -> Case:
        """The case as counsel wrote it."""
        return self.record.case

    @property
    def left(self) -> tuple[Charge, ...]:
        """The counts that are pending or ended in a conviction."""
        gone = (Disposition.ACQUITTED, Disposition.DISMISSED)
        return tuple(each for each in self.case.charges if each.disposition not in gone)

    @property
    def pending(self) -> tuple[Charge, ...]:
        """The counts still to be decided; none in a proceeding that follows a conviction."""
        if self.case.matter.proceeding in _AFTER_CONVICTION:
            return ()
        return tuple(each for each in self.left if each.disposition is Disposition.PENDING)

    @property
    def convicted(self) -> tuple[Charge, ...]:
        """The counts that ended in a conviction.

        In a proceeding that follows a conviction, a count without an entry counts as one.
        """
        pending = self.pending
        return tuple(each for each in self.left if each not in pending)

    def deadline(self, id: str) -> DeadlineFinding | None:
        """The deadline of that id; None: it is not one of this court, or not at this stage."""
        return next((each for each in self.deadlines if each.id == id), None)
