"""What sentencing comes to: the vehicle, the floor, the factors, the agreement, what is open."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from drafter.analysis.defenses.statutory_types import ScreenResult
from drafter.analysis.sentencing.adjustment_types import AdjustmentFinding
from drafter.analysis.sentencing.against_types import StepAgainst
from drafter.analysis.sentencing.ask_types import Placed
from drafter.analysis.sentencing.coercer_types import CoercerFinding
from drafter.analysis.sentencing.computation_types import ComputationFinding, SideBySide
from drafter.analysis.sentencing.floor_types import Floor
from drafter.analysis.sentencing.open_types import OpenItems
from drafter.analysis.sentencing.plea_types import PleaCheck, PleaState
from drafter.analysis.sentencing.vehicle_types import Vehicle
from drafter.analysis.sentencing.weakness_types import WeaknessFinding
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.plea import AgreedRange
from drafter.casefile.resolution import Checked, PsrObjection
from drafter.doctrine.authority import Authority, Outward
from drafter.doctrine.guidelines import FactorGroup, SentencingFactor
from drafter.doctrine.manual_selection import ManualChoice
from drafter.doctrine.marks import Holding
from drafter.doctrine.route import Subsection
from drafter.facts.gaps import Gap
from drafter.facts.moments import Moment


class LawQuestion(StrEnum):
    """A question of sentencing law; each is answered as of a day of its own."""

    MINIMUM = "minimum"
    """Statutory minimum and floor: the day of the offense."""
    MANUAL = "manual"
    """The Manual: the day that the order of tests selects."""
    PROCEDURE = "procedure"
    """The procedure: the day of the event."""
    ELEMENTS = "elements"
    """Case law, factors, the elements: the as-of day."""


class QuestionDay(Struct, frozen=True):
    """The day of one question."""

    question: LawQuestion
    day: date | None
    """None: given by ``moment``, or not known."""
    moment: Moment | None

    @property
    def id(self) -> str:
        """The question's word."""
        return self.question.value


class FactorFinding(Struct, frozen=True):
    """One factor and the facts of the record that bear on it."""

    factor: SentencingFactor
    """Title, statement, question, reading, authorities."""
    helps: tuple[Fact, ...]
    hurts: tuple[Fact, ...]
    gaps: tuple[Gap, ...]

    @property
    def id(self) -> str:
        """The factor's id."""
        return self.factor.id


class Mitigation(Struct, frozen=True):
    """18 U.S.C. § 28(d): trafficking as a mitigating factor, raised at trial or not."""

    subsection: Subsection
    screen: Fact | None
    """None: the client has not been screened."""
    shown: ScreenResult
    """What the screen shows: never that the client was no victim, or that there is no sign."""

    @property
    def victim(self) -> bool:
        """Whether the record has the client a victim at the time of the offense."""
        return self.shown is ScreenResult.VICTIM


class CaseToWeigh(Struct, frozen=True):
    """A decision on coercion at sentencing."""

    authority: Authority
    controlling: bool
    """Of this circuit, or of the Supreme Court."""
    kept_back: bool
    """Listed for the working edition only."""

    @property
    def id(self) -> str:
        """The authority's id."""
        return self.authority.id

    @property
    def working_only(self) -> bool:
        """Whether it may never stand in a document that leaves the office."""
        return self.kept_back or self.authority.outward is Outward.NEVER

    def may_be_filed(self, *, below: bool, tried: bool) -> bool:
        """Of this circuit, for or against; elsewhere a published one for the defense.

        None that stopped at a minimum below which the defense asks, or bears as derived only; and
        none on what a verdict leaves open where there was no trial.
        """
        found = self.authority
        if found.after_verdict and not tried:
            return False
        doubtful = (found.stops_at_minimum and below) or found.marks.holding is Holding.DERIVED
        helpful = found.favors == "defense" and found.published and not doubtful
        return not self.working_only and (self.controlling or helpful)

    @property
    def page_wanted(self) -> bool:
        """Whether a filing may only quote its words, and their page is not recorded."""
        return self.authority.outward is Outward.QUOTED_WORDS_ONLY and not self.authority.pin


class SentencingFindings(Struct, frozen=True):
    """Everything the sentencing outline rests on.  Losing duress at trial removes none of it."""

    charges: tuple[Charge, ...]
    """Counts of conviction; while there are none, the counts that are pending.  Never empty."""
    convicted: bool
    """Whether those are counts of conviction."""
    vehicle: Vehicle
    days: tuple[QuestionDay, ...]
    computations: tuple[ComputationFinding, ...]
    """As counsel entered them, under each Manual; empty: none entered."""
    beside: SideBySide | None
    """The two beside each other, where both are entered or the tests compare them."""
    adjustments: tuple[AdjustmentFinding, ...]
    """Acceptance, drug role, role, zero points: those that may apply, in their order."""
    against: tuple[StepAgainst, ...]
    """Steps of the computations that their law records do not bear out."""
    safety_valve: AdjustmentFinding
    tried: bool
    """Whether a trial ended in conviction: counts convicted, a trial recorded and no plea."""
    alone: bool
    """Whether nobody else is recorded as charged with the client or as demanding an offense."""
    floor: Floor
    factors: tuple[FactorFinding, ...]
    """Departure factors only where the road includes a departure; variance factors always."""
    plea: tuple[PleaCheck, ...]
    """Every argument, once."""
    narrative_conflict: bool | None
    """Whether the account departs from the factual basis of the plea; None: not recorded."""
    economic: tuple[Fact, ...]
    """Economic pressure: barred from a departure; in a variance it needs care."""
    mitigation: Mitigation | None
    """None: § 28 is not law on the as-of day, or the record excludes it."""
    coercers: CoercerFinding | None
    """None: no threat is recorded, or a codefendant is or may be the coercer."""
    cases: tuple[CaseToWeigh, ...]
    """This circuit first, then by court."""
    weaknesses: tuple[WeaknessFinding, ...]
    open: OpenItems
    unresolved_objections: tuple[PsrObjection, ...]
    """Objections to the presentence report recorded as unresolved."""
    stamp: str | None
    """Printed at the head of what the team reads where the Manual of that day was not read."""
    newer_manual: date | None
    """Since when another Manual than that of the day set for sentencing is in effect."""
    manual_checked: Checked | None
    """Who read that Manual, on a day when it was in effect and not after the as-of day."""
    date_dependent_until: date | None
    """The last day on which none of this moves with the as-of day; None: no such day is known."""

    @property
    def departure(self) -> tuple[FactorFinding, ...]:
        """The factors of the departure; empty where the road has none."""
        return self._group(FactorGroup.DEPARTURE)

    @property
    def variance(self) -> tuple[FactorFinding, ...]:
        """The factors of the variance."""
        return self._group(FactorGroup.VARIANCE)

    @property
    def governing(self) -> ComputationFinding | None:
        """The computation under the Manual that governs; None: not entered, or not settled."""
        return next((each for each in self.computations if each.governs), None)

    @property
    def compared(self) -> SideBySide | None:
        """Both computations, where the later range is why the earlier Manual governs."""
        if self.vehicle.manual is ManualChoice.OFFENSE_DATE:
            return self.beside
        return None

    @property
    def barred(self) -> tuple[PleaCheck, ...]:
        """The arguments the agreement bars."""
        return tuple(each for each in self.plea if each.state is PleaState.BARRED)

    @property
    def placed(self) -> Placed | None:
        """The ask beside the governing range; None: there is not both, or a term runs apart."""
        if self.floor.ask is None or self.governing is None or self.floor.apart:
            return None
        return Placed(self.floor.ask.months, self.governing.range)

    @property
    def below_range(self) -> int | None:
        """How many months below the low end of the governing range the ask lies; None: not below.

        None too where no computation governs, or its low end is life.
        """
        return self.placed.below if self.placed else None

    @property
    def within_range(self) -> bool:
        """Whether the ask lies in the governing range, so that it needs no road below it."""
        return self.placed is not None and self.placed.within

    @property
    def above_range(self) -> int | None:
        """How many months above the governing range, and above the minimum, the ask lies."""
        minimum = self.floor.months or 0
        if self.placed is None or isinstance(minimum, str) or self.placed.months <= minimum:
            return None
        return self.placed.above

    @property
    def outside_agreement(self) -> AgreedRange | None:
        """The range of an agreement that binds, or may, outside which the ask lies; None: no."""
        agreement = self.plea[0].agreement
        if agreement is None or agreement.binds is False or self.floor.ask is None:
            return None
        agreed = agreement.agreed_range
        return None if agreed is None or agreed.holds(self.floor.ask.months) else agreed

    @property
    def filed_cases(self) -> tuple[CaseToWeigh, ...]:
        """The decisions that a filing may cite for a departure; without one, none.

        Until its page is recorded it leaves out each of which it may only quote the words.
        """
        cases, below = self.cases if self.vehicle.departs else (), self.floor.below
        return tuple(each for each in cases if each.may_be_filed(below=below, tried=self.tried))

    def _group(self, group: FactorGroup) -> tuple[FactorFinding, ...]:
        return tuple(each for each in self.factors if each.factor.group is group)
