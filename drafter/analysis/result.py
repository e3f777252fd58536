"""The whole analysis of one case: what templates see as ``a``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from drafter.facts.record import Record

from drafter.analysis.account_types import Accounts
from drafter.analysis.availability_types import ChargeAvailability
from drafter.analysis.change_types import Change, ExhibitConcern
from drafter.analysis.defense_types import DefenseFit
from drafter.analysis.element_types import CommonLaw
from drafter.analysis.matrix_types import EvidenceMatrix
from drafter.analysis.question_types import Questions
from drafter.analysis.statutory_types import Section28
from drafter.analysis.surrender_types import SurrenderRoles
from drafter.analysis.threat_types import ThreatFinding
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.districts import District
from drafter.doctrine.in_force import Doctrine


class Dated(Protocol):
    """A part of the analysis that some day may move."""

    @property
    def date_dependent_until(self) -> date | None:
        """The last day on which none of its findings moves; None: no such day is known."""
        ...


@dataclass(frozen=True, slots=True)
class Analysis:
    """What follows from the record and the law on one day."""

    record: Record
    doctrine: Doctrine
    district: District
    as_of: date
    circuit: Circuit
    defenses: tuple[DefenseFit, ...]
    """Every defense, in the order in which they are asked."""
    common_law: CommonLaw
    statutory: Section28
    threats: tuple[ThreatFinding, ...]
    """In the order of the case file."""
    surrender: SurrenderRoles
    availability: tuple[ChargeAvailability, ...]
    matrix: EvidenceMatrix
    questions: Questions
    accounts: Accounts
    changes: tuple[Change, ...]
    """By element; those that bear on production first."""
    exhibit_concerns: tuple[ExhibitConcern, ...]
    """Empty when no exhibit is planned, or nothing in it hurts."""
    elements_until: date | None
    """The last day on which no finding of the parts above moves; None: no later change known."""
    resolution: Dated | None = None
    """Sentencing, tasks, strategy and screening."""

    @property
    def date_dependent_until(self) -> date | None:
        """The last day, from the as-of day on, on which no date-dependent finding moves."""
        days = [self.elements_until]
        if self.resolution:
            days.append(self.resolution.date_dependent_until)
        return min((day for day in days if day), default=None)
