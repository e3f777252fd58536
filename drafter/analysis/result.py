"""The whole analysis of one case: what templates see as ``a``."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from drafter.analysis.account_types import Accounts
from drafter.analysis.also_against import AlsoAgainst
from drafter.analysis.availability_types import ChargeAvailability
from drafter.analysis.change_types import Change, ExhibitConcern, ExhibitDoubts, ExhibitWait
from drafter.analysis.deadline_types import DeadlineFinding
from drafter.analysis.defense_types import DefenseFit
from drafter.analysis.element_types import CommonLaw
from drafter.analysis.matrix_types import EvidenceMatrix
from drafter.analysis.question_types import Questions
from drafter.analysis.screening_types import Screening
from drafter.analysis.sentencing_types import SentencingFindings
from drafter.analysis.statutory_types import Section28
from drafter.analysis.strategy_types import Strategy
from drafter.analysis.surrender_types import SurrenderRoles
from drafter.analysis.task_types import TaskFinding, TaskGroup
from drafter.analysis.threat_types import ThreatFinding
from drafter.casefile.matter import Charge
from drafter.casefile.record import ExpertField
from drafter.doctrine.circuit import POINTS, Circuit
from drafter.doctrine.districts import District
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.offense import Availability
from drafter.doctrine.point import Point
from drafter.doctrine.rule import Rule
from drafter.facts.gaps import Gap, GapGroup, grouped
from drafter.facts.record import Record


class Ruling(Struct, frozen=True):
    """What a court did with the defense before it reached a jury, or to keep it from one."""

    point: Point

    @property
    def id(self) -> str:
        """What was done, and the authority that did it."""
        named = (self.point.authority, *self.point.research)
        return ".".join((self.point.value, *(each for each in named if each)))


class Analysis(Struct, frozen=True):
    """What follows from the record and the law on one day."""

    record: Record
    doctrine: Doctrine
    district: District
    as_of: date
    circuit: Circuit
    defenses: tuple[DefenseFit, ...]
    """Every defense, in the order in which they are asked."""
    common_law: CommonLaw
    also_against: tuple[AlsoAgainst, ...]
    """What is against the defense and hurts no element of the list."""
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
    exhibit_waits: tuple[ExhibitWait, ...]
    """Empty when no exhibit is planned, or nothing in it hurts."""
    exhibit_doubts: ExhibitDoubts
    sentencing: SentencingFindings
    deadlines: tuple[DeadlineFinding, ...]
    """By day, those without a day last."""
    tasks: tuple[TaskFinding, ...]
    """In order of urgency."""
    task_groups: tuple[TaskGroup, ...]
    """The same by kind, the kind of the most urgent task first."""
    strategy: Strategy
    screening: Screening
    """The article's score: a claim, for the appendix and for nothing else."""
    date_dependent_until: date | None
    """The last day, from the as-of day on, on which no finding moves with the day alone.

    None: no such day is known.
    """

    @property
    def missing(self) -> tuple[Gap, ...]:
        """Every missing fact that the memo asks for, each once: those of the record first."""
        follow_ups = (each.gap for each in self.questions.follow_ups if each.gap)
        found = {each.id: each for each in (*self.record.gaps, *follow_ups, *self.strategy.gaps)}
        return tuple(found.values())

    @property
    def gap_groups(self) -> tuple[GapGroup, ...]:
        """The same by what they belong to."""
        return grouped(self.missing)

    @property
    def counts_gone(self) -> tuple[Charge, ...]:
        """The counts that ended in an acquittal or were dismissed: nothing is tested on them."""
        tested = {each.id for each in self.common_law.charges}
        return tuple(each for each in self.record.case.charges if each.id not in tested)

    @property
    def barred(self) -> tuple[ChargeAvailability, ...]:
        """The counts for which the court does not have the defense."""
        return tuple(each for each in self.availability if each.status is Availability.UNAVAILABLE)

    @property
    def barred_everywhere(self) -> bool:
        """Whether that is so of every count."""
        return bool(self.availability) and len(self.barred) == len(self.availability)

    @property
    def unsettled_counts(self) -> tuple[ChargeAvailability, ...]:
        """The counts for which it was not found whether the court has the defense."""
        return tuple(each for each in self.availability if each.status is Availability.UNKNOWN)

    @property
    def clear_counts(self) -> tuple[ChargeAvailability, ...]:
        """The counts for which the court is known to have the defense, or to be of two minds."""
        open_ = (Availability.AVAILABLE, Availability.CONTESTED)
        return tuple(each for each in self.availability if each.status in open_)

    @property
    def battering_expert(self) -> bool:
        """Whether an expert on battering is recorded."""
        return any(each.field is ExpertField.BATTERING for each in self.record.case.experts)

    @property
    def jury_rulings(self) -> tuple[Ruling, ...]:
        """What the Supreme Court, and this court beside its standard, did with the defense."""
        own = (each for each in self.circuit.production if each.value != "standard")
        highest = self.doctrine.circuit("scotus").production if self.circuit.id != "scotus" else ()
        return tuple(map(Ruling, (*highest, *own)))

    @property
    def sentencing_past(self) -> bool:
        """Whether the recorded day of sentencing lies before the as-of day."""
        day = self.record.case.matter.dates.sentencing
        return day is not None and day < self.as_of

    @property
    def carrying_kinds(self) -> Rule:
        """The rule that says which kinds of threat carry duress at common law."""
        return self.doctrine.rule("threat_of_death")

    @property
    def threats_to_others(self) -> tuple[ThreatFinding, ...]:
        """The threats on which the court's law of third persons bears."""
        return tuple(each for each in self.threats if each.third_person)

    @property
    def research(self) -> tuple[str, ...]:
        """Authority ids of what bears on this court's law and nobody has read, each once."""
        law = self.circuit
        named = (
            law.research,
            *(rule.research for rule in law.elements),
            *(getattr(law, point).research for point in POINTS),
            *(point.research for point in law.production),
            *(each.rule.research for each in self.availability if each.rule),
            *(
                point.point.research
                for option in self.strategy.options
                for point in option.questions
            ),
        )
        found = dict.fromkeys(id for ids in named for id in ids)
        return tuple(id for id in found if self.doctrine.authority(id).is_lead)
