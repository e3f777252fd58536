"""Where a case stands: the findings on which tasks and strategy are built.

Each is found once, when it is first asked for, so that a document pays for what it prints.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from drafter.analysis import stage
from drafter.analysis.deadlines.deadlines import find_deadlines
from drafter.analysis.deadlines.types import DeadlineFinding
from drafter.analysis.defenses.answered import Answered, answered
from drafter.analysis.defenses.availability import find_availability
from drafter.analysis.defenses.availability_types import ChargeAvailability
from drafter.analysis.defenses.conflict_types import ClientAgainst
from drafter.analysis.defenses.conflicts import clients_against
from drafter.analysis.defenses.statutory import find_section_28
from drafter.analysis.defenses.statutory_types import Section28
from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.elements.elements import find_common_law
from drafter.analysis.elements.shown_types import UntiedCount
from drafter.analysis.elements.stands_against import StandsAgainst, find_stands_against
from drafter.analysis.elements.threat_types import ThreatFinding
from drafter.analysis.elements.threats import find_threats
from drafter.analysis.elements.untied import by_count
from drafter.analysis.elements.weakest import Weakest
from drafter.analysis.evidence.account_types import Accounts
from drafter.analysis.evidence.accounts import find_accounts
from drafter.analysis.evidence.also_against import UNDECIDED, AlsoAgainst, find_also_against
from drafter.analysis.evidence.matrix import find_matrix, reasons_through
from drafter.analysis.evidence.matrix_types import EvidenceMatrix
from drafter.analysis.evidence.own_words import own_words_behind
from drafter.analysis.evidence.privilege import told_in_privilege
from drafter.analysis.evidence.question_types import Questions
from drafter.analysis.evidence.questions import find_questions
from drafter.analysis.evidence.said import SaidAll, find_said
from drafter.analysis.findings import Reason
from drafter.analysis.predicates.setting import Setting
from drafter.analysis.reasons.grouped import aspects
from drafter.analysis.reasons.reasons import find_reasons
from drafter.analysis.reasons.types import Reasons
from drafter.analysis.sentencing.findings import find_sentencing
from drafter.analysis.sentencing.types import SentencingFindings
from drafter.analysis.ties import Ties, ties_of
from drafter.analysis.turning.change_types import Change, OpenFact
from drafter.analysis.turning.changes import find_changes, open_facts
from drafter.analysis.turning.turning import find_turnings
from drafter.analysis.turning.types import Turning
from drafter.analysis.weak_points import WeakPoint, find_weak_points
from drafter.casefile.case import Case
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.doctrine.circuit import Circuit
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.offense import Availability
from drafter.facts.proceedings import Course, course_of
from drafter.facts.record import Record


class Position(Struct, frozen=True, dict=True):
    """The record, the law of a day, and what follows before anything is to be done about it."""

    record: Record
    doctrine: Doctrine

    @property
    def case(self) -> Case:
        """The case as counsel wrote it."""
        return self.record.case

    @cached_property
    def circuit(self) -> Circuit:
        """The law of duress of the court of appeals."""
        return self.doctrine.circuit(self.record.place.district.circuit)

    @cached_property
    def setting(self) -> Setting:
        """What predicates are asked of."""
        return Setting(self.record, self.doctrine)

    @cached_property
    def ties(self) -> Ties:
        """What ties facts to each other and to what is missing."""
        return ties_of(self.record)

    @cached_property
    def reasons(self) -> Reasons:
        """Every reason of the case in its court."""
        return find_reasons(self.setting, self.doctrine, self.circuit, self.setting.charges)

    @cached_property
    def common_law(self) -> CommonLaw:
        """The elements of the court's list, and the whole."""
        return find_common_law(self.setting, self.doctrine, self.circuit, self.reasons)

    @cached_property
    def untied_counts(self) -> tuple[UntiedCount, ...]:
        """The counts for which no threat that demanded them shows an element, by count.

        Not those for which the court does not have the defense, whatever was demanded.
        """
        barred = {e.charge for e in self.availability if e.status is Availability.UNAVAILABLE}
        found = by_count((each.element, each.untied) for each in self.common_law.elements)
        return tuple(each for each in found if each.charge not in barred)

    @property
    def answered(self) -> Answered:
        """What can be said of the common-law defense, count by count."""
        return answered(self.common_law.covered, self.availability)

    @cached_property
    def stands_against(self) -> tuple[StandsAgainst, ...]:
        """Where authority of this court stands against an element on facts that nothing meets."""
        return find_stands_against(self.common_law.elements)

    @cached_property
    def also_against(self) -> tuple[AlsoAgainst, ...]:
        """What is against the defense and hurts no element of the list."""
        return find_also_against(self.setting, self.common_law, self.ties)

    @cached_property
    def said(self) -> SaidAll:
        """What is said on the elements as counsel entered it, and no rule rates."""
        return find_said(self.case, self.common_law)

    @cached_property
    def statutory(self) -> Section28:
        """The route of 18 U.S.C. § 28."""
        return find_section_28(self.record, self.doctrine, self.setting.charges, self.ties)

    @cached_property
    def availability(self) -> tuple[ChargeAvailability, ...]:
        """Whether the court has the defense for each count."""
        return find_availability(self.case, self.doctrine, self.circuit, self.setting.charges)

    @cached_property
    def weak_points(self) -> tuple[WeakPoint, ...]:
        """What counsel must see first, acts and statements that show willingness before others."""
        return find_weak_points(self.case, self.common_law.unmet_facts, self.also_against)

    @cached_property
    def threats(self) -> tuple[ThreatFinding, ...]:
        """How far each threat reaches, in the order of the case file."""
        return find_threats(self.setting, self.circuit)

    @property
    def late_threats(self) -> tuple[ThreatFinding, ...]:
        """Those made when every count that they can bear on was over."""
        return tuple(each for each in self.threats if each.late)

    @cached_property
    def matrix(self) -> EvidenceMatrix:
        """Every item, rated on every element in both directions."""
        against = self.also_against
        return find_matrix(
            self.record,
            tuple(each.element for each in self.common_law.elements),
            self.reasons.of_item,
            reasons_through(self.setting, self.common_law, self.reasons.asked),
            self.common_law.resting,
            {each.id for each in against if each.kind not in UNDECIDED},
        )

    @property
    def aspects_for(self) -> Mapping[str, tuple[Reason, ...]]:
        """Of the facts that help and hurt on one element, the side that helps, by fact."""
        return aspects(self.common_law.helping_facts, self.common_law.hurting_facts)

    @property
    def aspects_against(self) -> Mapping[str, tuple[Reason, ...]]:
        """The side that hurts."""
        return aspects(self.common_law.hurting_facts, self.common_law.helping_facts)

    @cached_property
    def told_in_privilege(self) -> tuple[Fact, ...]:
        """The witnesses to whom the client told something privileged, and what was told."""
        return told_in_privilege(self.case)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """What an element rests on and the client's own words prove, while a trial may come."""
        return own_words_behind(self.common_law, self.setting) if self.pending else frozenset()

    @cached_property
    def questions(self) -> Questions:
        """The three questions."""
        return find_questions(self.setting, self.ties)

    @cached_property
    def accounts(self) -> Accounts:
        """The accounts, compared."""
        return find_accounts(self.record, self.doctrine, self.ties)

    @cached_property
    def turnings(self) -> tuple[Turning, ...]:
        """The smallest sets of facts that move a verdict: on the whole, then on each element."""
        return find_turnings(self.record, self.common_law, self.reasons, self.ties)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Each open fact: by element; those that bear on production first."""
        law, asked = self.doctrine, self.reasons.asked
        return find_changes(self.record, law, self.common_law, asked, self.ties, self.turnings)

    @cached_property
    def open_facts(self) -> tuple[OpenFact, ...]:
        """The same by the fact or count that each is open about."""
        return open_facts(self.changes, self.record)

    @cached_property
    def changes_on(self) -> Mapping[str, tuple[Change, ...]]:
        """The same by the id of the missing fact; a fact that moves nothing is not there."""
        found: dict[str, list[Change]] = {}
        for each in self.changes:
            if each.gap is not None:
                found.setdefault(each.gap.id, []).append(each)
        return {id: tuple(each) for id, each in found.items()}

    @cached_property
    def deadlines(self) -> tuple[DeadlineFinding, ...]:
        """By day, those without a day last."""
        return find_deadlines(self.record, self.doctrine)

    @cached_property
    def sentencing(self) -> SentencingFindings:
        """What follows for sentencing."""
        return find_sentencing(self.record, self.doctrine)

    @property
    def course(self) -> Course:
        """What the proceeding still decides."""
        return course_of(self.case.matter)

    @property
    def sentencing_past(self) -> bool:
        """Whether the recorded day of a sentencing that was awaited lies before the as-of day."""
        return self._day_gone and not self.course.judged

    @property
    def imposed_on(self) -> date | None:
        """The recorded day of the sentence that the proceeding is about; None: none is known."""
        judged = self.course.judged and self._day_gone
        return self.case.matter.dates.sentencing if judged else None

    @property
    def _day_gone(self) -> bool:
        day = self.case.matter.dates.sentencing
        return day is not None and day < self.doctrine.day

    @property
    def weakest(self) -> Weakest:
        """The elements that have the verdict on the whole record, and what decides them."""
        return Weakest(self.common_law)

    @property
    def clients_against(self) -> tuple[ClientAgainst, ...]:
        """Coercers and co-defendants who are named among the other clients of the office."""
        return clients_against(self.case)

    @property
    def conditional_plea(self) -> bool:
        """Whether a plea kept a ruling for appeal, by the words of the agreement's status."""
        plea = self.case.agreement
        return plea is not None and "conditional" in plea.status.casefold()

    @cached_property
    def left(self) -> tuple[Charge, ...]:
        """See ``stage.charges_left``; and so of the three that follow."""
        return stage.charges_left(self.case)

    @cached_property
    def pending(self) -> tuple[Charge, ...]:
        """The counts not yet decided."""
        return stage.charges_pending(self.case)

    @cached_property
    def convicted(self) -> tuple[Charge, ...]:
        """The counts that ended in a conviction."""
        return stage.charges_convicted(self.case)

    @cached_property
    def left_open(self) -> tuple[Charge, ...]:
        """The counts not recorded as decided beside a conviction on others."""
        return stage.charges_left_open(self.case)

    def deadline(self, id: str) -> DeadlineFinding | None:
        """The deadline of that id; None: it is not one of this court, or not at this stage."""
        return next((each for each in self.deadlines if each.id == id), None)
