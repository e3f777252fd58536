"""The whole analysis of one case: what templates see as ``a``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from drafter.analysis.deadlines import deadlines
from drafter.analysis.deadlines.counting_notes import find_counting_notes
from drafter.analysis.deadlines.types import CountingNote
from drafter.analysis.defenses.availability_types import ChargeAvailability
from drafter.analysis.defenses.defenses import find_defenses
from drafter.analysis.defenses.types import DefenseFit
from drafter.analysis.elements.precedent_types import Ruling
from drafter.analysis.elements.surrender import find_surrender
from drafter.analysis.elements.surrender_types import SurrenderRoles
from drafter.analysis.elements.threat_types import ThreatFinding
from drafter.analysis.evidence.beside import BesideAll, find_beside
from drafter.analysis.exhibit.concern_types import (
    ExhibitConcern,
    ExhibitDoubts,
    ExhibitOpening,
    ExhibitWait,
)
from drafter.analysis.exhibit.concerns import find_exhibit_concerns, find_exhibit_waits
from drafter.analysis.exhibit.doubts import find_exhibit_doubts
from drafter.analysis.exhibit.openings import find_exhibit_openings
from drafter.analysis.exhibit.picture_types import InternalPicture
from drafter.analysis.exhibit.pictures import find_picture
from drafter.analysis.leads import find_leads
from drafter.analysis.occasions.table import Bearings
from drafter.analysis.position import Position
from drafter.analysis.predicates.counts import counts_over
from drafter.analysis.predicates.table import SECTIONS
from drafter.analysis.readings import ReadingsMade, find_readings
from drafter.analysis.screening import find_screening
from drafter.analysis.screening_types import Screening
from drafter.analysis.strategy.strategy import find_strategy
from drafter.analysis.strategy.types import OptionState, Strategy
from drafter.analysis.tasks import tasks
from drafter.analysis.tasks.due import DueDays, due_next
from drafter.analysis.tasks.tasks import find_tasks, group_tasks, next_steps
from drafter.analysis.tasks.types import NextSteps, TaskFinding, TaskGroup
from drafter.analysis.turning.types import Turning
from drafter.casefile.matter import Charge
from drafter.casefile.record import ExpertField
from drafter.doctrine.districts import District
from drafter.doctrine.kinds import HOLIDAYS
from drafter.doctrine.offense import Availability
from drafter.doctrine.rule import Rule
from drafter.facts.gaps import Gap, GapGroup, grouped


class Analysis(Position, frozen=True, dict=True):
    """What follows from the record and the law on one day; see ``Position`` for when."""

    @property
    def as_of(self) -> date:
        """The day of the law."""
        return self.doctrine.day

    @property
    def district(self) -> District:
        """Where the case is pending."""
        return self.record.place.district

    @cached_property
    def defenses(self) -> tuple[DefenseFit, ...]:
        """Every defense, in the order in which they are asked."""
        charges = self.setting.charges
        return find_defenses(self.setting, self.doctrine, self.circuit, charges, self.statutory)

    @cached_property
    def surrender(self) -> SurrenderRoles:
        """What surrender is for each count, and the steps from threat to surrender."""
        return find_surrender(self.record, self.doctrine, self.circuit, self.setting.charges)

    @cached_property
    def picture(self) -> InternalPicture | None:
        """The chronology as a drawing; None where it does not go on one page."""
        return find_picture(self.record, self.ties)

    @cached_property
    def exhibit_concerns(self) -> tuple[ExhibitConcern, ...]:
        """What the exhibit would prove against the defense."""
        return find_exhibit_concerns(self.setting, self.common_law, self.reasons.asked)

    @cached_property
    def exhibit_openings(self) -> tuple[ExhibitOpening, ...]:
        """What its sources show against the defense beyond the rows."""
        return find_exhibit_openings(self.record, self.exhibit_concerns, self.matrix)

    @cached_property
    def exhibit_waits(self) -> tuple[ExhibitWait, ...]:
        """Empty when no exhibit is planned, or nothing in it hurts."""
        return find_exhibit_waits(self.record)

    @cached_property
    def exhibit_doubts(self) -> ExhibitDoubts:
        """What to settle before the exhibit is served."""
        return find_exhibit_doubts(self.record)

    @cached_property
    def _bearings(self) -> Bearings:
        return Bearings(self)

    @cached_property
    def tasks(self) -> tuple[TaskFinding, ...]:
        """In order of urgency."""
        return find_tasks(self, self._bearings)

    @cached_property
    def task_groups(self) -> tuple[TaskGroup, ...]:
        """The same by kind, the kind of the most urgent task first."""
        return group_tasks(self.tasks)

    @cached_property
    def readings(self) -> ReadingsMade:
        """Our own choices in reading the record, by where they matter."""
        return find_readings(self, self._bearings, self.tasks)

    @cached_property
    def strategy(self) -> Strategy:
        """What the case can be used for, option by option."""
        return find_strategy(self, self._bearings)

    @cached_property
    def next_steps(self) -> Mapping[str, NextSteps]:
        """By the id of an option that is not closed, the tasks that come next for it."""
        return {
            each.id: next_steps(self.tasks, each.option.tasks)
            for each in self.strategy.options
            if each.state is not OptionState.CLOSED
        }

    @cached_property
    def screening(self) -> Screening:
        """The article's score: a claim, for the appendix and for nothing else."""
        return find_screening(self)

    @cached_property
    def date_dependent_until(self) -> date | None:
        """The last day, from the as-of day on, on which no finding moves with the day alone.

        None: no such day is known.
        """
        days = (
            self.doctrine.current_through,
            self.sentencing.date_dependent_until,
            deadlines.current_until(self.deadlines),
            tasks.current_until(self.tasks),
            self._signed_until,
        )
        return min((day for day in days if day), default=None)

    @property
    def _signed_until(self) -> date | None:
        """The last day on which a recorded review is one of this draft."""
        review = self.case.sign_off.reviewed
        return review.on if review and review.on >= self.as_of else None

    @property
    def turned(self) -> tuple[Turning, ...]:
        """The verdicts that some small set of facts moves."""
        return tuple(each for each in self.turnings if each.moves)

    @property
    def unturned(self) -> tuple[Turning, ...]:
        """The others."""
        return tuple(each for each in self.turnings if not each.moves)

    @property
    def parts_missing(self) -> tuple[Gap, ...]:
        """The parts of the record on which elements rest and which hold nothing."""
        return tuple(gap for gap in map(self.record.gap, SECTIONS.values()) if gap)

    @cached_property
    def missing(self) -> tuple[Gap, ...]:
        """Every missing fact that the memo asks for, each once: those of the record first."""
        follow_ups = (each.gap for each in self.questions.follow_ups if each.gap)
        days = (each.gap for each in self.deadlines if each.gap)
        # Moments that are recorded, and too wide for a rule.
        wide = (gap for each in self.common_law.elements for gap in each.gaps if gap.owner)
        asked = (gap for each in self.defenses for gap in each.gaps)
        gaps = (*self.record.gaps, *days, *wide, *asked, *follow_ups, *self.strategy.gaps)
        return tuple({each.id: each for each in gaps}.values())

    @cached_property
    def counting_notes(self) -> tuple[CountingNote, ...]:
        """What a date of the deadlines depends on, and counsel must know or confirm."""
        table = self.doctrine.library.only(HOLIDAYS)
        return find_counting_notes(self.deadlines, table, self.district.id)

    @property
    def sentencing_notes(self) -> tuple[CountingNote, ...]:
        """Those of them on which a deadline of the sentencing depends."""
        notes = self.counting_notes
        return tuple(each for each in notes if any(on.at_sentencing for on in each.deadlines))

    @property
    def gap_groups(self) -> tuple[GapGroup, ...]:
        """What is missing, by what it belongs to."""
        return grouped(self.missing)

    @property
    def counts_gone(self) -> tuple[Charge, ...]:
        """The counts that ended in an acquittal or were dismissed: nothing is tested on them."""
        tested = {each.id for each in self.common_law.charges}
        return tuple(each for each in self.record.case.charges if each.id not in tested)

    @property
    def counts_over(self) -> Mapping[str, tuple[Charge, ...]]:
        """By opportunity, the counts over before it, where others were not: no way out of those."""
        return counts_over(self.record.case, self.common_law.charges, self.record.moments)

    @cached_property
    def beside(self) -> BesideAll:
        """What is recorded beside the weak points of each element."""
        return find_beside(self.common_law, self.questions, self.record.evidence)

    @property
    def gaps_on_elements(self) -> tuple[GapGroup, ...]:
        """Of the missing facts those that bear on an element, by what they belong to."""
        return grouped(tuple(each for each in self.missing if each.id in self.changes_on))

    @property
    def due_next(self) -> DueDays:
        """The next days of the court and of deadlines, and after which something may be gone."""
        return due_next(self.case.matter.dates, self.deadlines, self.tasks, self.as_of)

    @property
    def proffer_due(self) -> bool:
        """Whether a proffer is among the tasks: a trial may come, and a threat is recorded."""
        return any(each.task.id == "proffer_sheet" for each in self.tasks)

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
    def carrying_kinds(self) -> Rule:
        """The rule that says which kinds of threat carry duress at common law."""
        return self.doctrine.rule("threat_of_death")

    @property
    def threats_to_others(self) -> tuple[ThreatFinding, ...]:
        """The threats on which the court's law of third persons bears."""
        return tuple(each for each in self.threats if each.third_person and not each.late)

    @property
    def research(self) -> tuple[str, ...]:
        """Authority ids of what bears on this court's law and nobody has read, each once."""
        points = (point.point for option in self.strategy.options for point in option.questions)
        return find_leads(self.doctrine, self.common_law, self.availability, points)
