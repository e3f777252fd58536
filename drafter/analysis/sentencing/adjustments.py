"""Adjustments: which may apply, what counsel claims, what the record says to their conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from drafter.analysis.sentencing import bearing
from drafter.analysis.sentencing.adjustment_types import (
    AdjustmentFinding,
    ConditionFinding,
    StepFinding,
)
from drafter.analysis.sentencing.computation_types import ComputationFinding
from drafter.analysis.sentencing.law import SentencingLaw, reaches, section_of
from drafter.analysis.sentencing.vehicle_types import Vehicle
from drafter.casefile.case import Case
from drafter.casefile.coercion import OtherActKind
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge, Proceeding
from drafter.casefile.resolution import Adjustment as Claimed
from drafter.casefile.resolution import (
    Cooperation,
    CooperationStatus,
    CriminalHistory,
    Disclosure,
    SafetyValve,
)
from drafter.doctrine.guidelines import Adjustment, AdjustmentPoint
from drafter.doctrine.manual_selection import ManualChoice, Road
from drafter.facts.record import Record
from drafter.facts.surrender_types import LabelledSpan

_TO_THE_LEVEL = ("acceptance", "drug_role", "role", "zero_point")
MOTION = (CooperationStatus.MOTION_EXPECTED, CooperationStatus.MOTION_FILED)
"""Cooperation that has come to the government’s motion, or is about to."""

Answer = tuple[bool | None, Iterable[Fact], Iterable[Fact]]
"""The answer to a condition, the facts for it and the facts against it."""


class AtSentencing(Struct, frozen=True):
    """A case at its sentencing, as conditions and cautions look at it."""

    record: Record
    law: SentencingLaw
    charges: tuple[Charge, ...]
    vehicle: Vehicle
    computations: tuple[ComputationFinding, ...]
    apart: tuple[Charge, ...] = ()
    """Counts whose term may have to run after every other."""
    valve_met: bool | None = None
    """Whether the safety valve is open, once that is found: the minimum turns on it."""

    @property
    def case(self) -> Case:
        """The case as counsel wrote it."""
        return self.record.case

    @property
    def computation(self) -> ComputationFinding | None:
        """The computation that governs; while none does, the last that was entered."""
        governing = [each for each in self.computations if each.governs]
        return next(iter(governing or self.computations[-1:]), None)

    @property
    def cooperation(self) -> Cooperation | None:
        """Cooperation, as recorded."""
        return self.case.cooperation


def level_adjustments(at: AtSentencing) -> tuple[AdjustmentFinding, ...]:
    """The adjustments of the level that may apply, in the order in which they are asked."""
    found = [adjustment_of(id, at) for id in _TO_THE_LEVEL]
    found.sort(key=lambda each: each.adjustment.order)
    return tuple(each for each in found if each.applies is not False)


def adjustment_of(id: str, at: AtSentencing) -> AdjustmentFinding:
    """One adjustment, by its id in the law data."""
    # Not as it stands on the as-of day: the Manual that governs may be older.
    adjustment = at.law.adjustments[id]
    listed = tuple(e for e in at.charges if reaches(adjustment, e, at.law.offenses))
    return AdjustmentFinding(
        adjustment=adjustment,
        applies=_applies(adjustment, at) if listed else False,
        charges=listed,
        unlisted=tuple(each for each in at.charges if each not in listed),
        claimed=_claimed(adjustment, at),
        steps=tuple(_steps(adjustment, at)),
        conditions=tuple(_condition(id, point, at) for point in adjustment.conditions),
        cautions=tuple(point for point in adjustment.cautions if _matters(id, point, at)),
    )


def _applies(adjustment: Adjustment, at: AtSentencing) -> bool | None:
    if adjustment.period.start is None and adjustment.period.end is None:
        return True
    day = at.vehicle.manual_day
    return None if day is None else adjustment.in_force(day)


def _claimed(adjustment: Adjustment, at: AtSentencing) -> tuple[Claimed, ...]:
    section = at.law.guidelines.get(adjustment.id)
    if section is None or at.computation is None:
        return ()
    claimed = at.computation.entered.adjustments
    return tuple(each for each in claimed if section in section_of(each.guideline))


def _steps(adjustment: Adjustment, at: AtSentencing) -> Iterator[StepFinding]:
    """The steps, each held against the levels that the computation may have before the first."""
    computation = at.computation
    lowest, most = _levels_before(adjustment, computation, at) if computation else (None, None)
    for step in adjustment.steps:
        least, reached = step.least_level, None
        if least is not None and lowest is not None and most is not None:
            reached = True if lowest >= least else False if most < least else None
        yield StepFinding(step, most, reached)


def _levels_before(
    adjustment: Adjustment, computation: ComputationFinding, at: AtSentencing
) -> tuple[int, int]:
    """The lowest and the highest level: which other decreases come first is not judged."""
    own = sum(each.levels for each in _claimed(adjustment, at))
    raised = [each for each in computation.entered.adjustments if each.levels > 0]
    doubtful = sum(each.levels for each in raised if each in computation.contested)
    highest = computation.entered.base_level + sum(each.levels for each in raised)
    return computation.total - own - doubtful, highest


def _condition(id: str, point: AdjustmentPoint, at: AtSentencing) -> ConditionFinding:
    ask = _CONDITIONS.get(f"{id}.{point.id}")
    answer, facts, against = ask(at) if ask else (None, (), ())
    interval = _interval(_INTERVALS.get(f"{id}.{point.id}"), at.record)
    return ConditionFinding(point, answer, tuple(facts), tuple(against), interval)


def _interval(id: str | None, record: Record) -> LabelledSpan | None:
    found = record.surrender.labelled(id) if id else None
    return None if found is None or found.counted.forward is False else found


def _surrendered(at: AtSentencing) -> Answer:
    """Whether it came promptly is for counsel: the interval is told beside it."""
    steps = at.record.surrender
    came = [steps.surrender.fact] if isinstance(steps.surrender.fact, Fact) else []
    taken = [steps.arrest.fact] if isinstance(steps.arrest.fact, Fact) and not came else []
    return None, came, taken


def _accepts(at: AtSentencing) -> Answer:
    plea = at.case.plea_agreement
    departs = plea is not None and at.case.pleads and plea.narrative_conflict
    return None, (), [plea] if plea and departs else ()


def _threats_or_fear(at: AtSentencing) -> Answer:
    threats = bearing.in_time(at.case.threats, at.record)
    return None, threats, bearing.stood_to_gain(at.case)


def _gain(at: AtSentencing) -> Answer:
    gain = bearing.stood_to_gain(at.case)
    none = (each for each in at.case.benefits if each.received is False)
    not_had = [each for each in none if each not in gain]
    return None, [*not_had, *bearing.given_up(at.case)], gain


def _planned(at: AtSentencing) -> Answer:
    case = at.case
    threats = bearing.in_time(case.threats, at.record)
    orders = [each for each in threats if each.demanded_offense]
    return None, orders, [*bearing.willing(case), *(e for e in case.codefendants if e.spoke)]


def _no_points(at: AtSentencing) -> Answer:
    entered = at.computation.entered if at.computation else None
    # Category I is one point or none, so it leaves the answer open.
    points = entered is not None and entered.category is not CriminalHistory.I
    return (False if points else None), (), ()


def _valve(field: str) -> Callable[[AtSentencing], Answer]:
    """One of the five facts, as counsel answered it."""

    def ask(at: AtSentencing) -> Answer:
        facts = at.case.sentencing.safety_valve or SafetyValve()
        answer: bool | None = getattr(facts, field)
        return answer, (), ()

    return ask


def _no_violence(at: AtSentencing) -> Answer:
    answer, _, _ = _valve("no_violence")(at)
    armed = [each for each in at.case.other_acts if each.kind is OtherActKind.WEAPONS]
    return answer, (), armed


def _disclosed(at: AtSentencing) -> Answer:
    answer, _, _ = _valve("truthful_disclosure")(at)
    told = at.cooperation
    if told is None or told.disclosure is None:
        return answer, (), ()
    made = told.disclosure is Disclosure.MADE
    return answer, [told] if made else (), () if made else [told]


def _motion(at: AtSentencing) -> Answer:
    told = at.cooperation
    if told is None:
        return None, (), ()
    if told.status is CooperationStatus.NONE:
        return False, (), [told]
    filed = told.status is CooperationStatus.MOTION_FILED
    return (True if filed else None), [told] if told.status in MOTION else (), ()


_CONDITIONS: Mapping[str, Callable[[AtSentencing], Answer]] = {
    "acceptance.accepts": _accepts,
    "acceptance.surrendered": _surrendered,
    "drug_role.threats_or_fear": _threats_or_fear,
    "role.planning": _planned,
    "role.gain": _gain,
    "zero_point.no_points": _no_points,
    "safety_valve.criminal_history": _valve("history"),
    "safety_valve.no_violence": _no_violence,
    "safety_valve.no_injury": _valve("no_death_or_injury"),
    "safety_valve.no_leader": _valve("not_leader"),
    "safety_valve.disclosure": _disclosed,
    "statutory_minimum.government_motion": _motion,
    "statutory_minimum.safety_valve": lambda at: (at.valve_met, (), ()),
}
"""What the record says to a condition; one not listed is for counsel to judge."""

_INTERVALS: Mapping[str, str] = {"acceptance.surrendered": "offense_to_surrender"}
"""The time that a condition turns on, by its id in the surrender timeline."""


def _to_trial(at: AtSentencing) -> bool:
    case = at.case
    pleads = case.pleads or case.matter.dates.plea is not None
    tried = case.matter.proceeding is Proceeding.TRIAL or case.matter.dates.trial is not None
    return tried and not pleads


def _third_level(at: AtSentencing) -> bool:
    """Whether a trial could cost the third level: where the level is too low, none is lost."""
    steps = _steps(at.law.adjustments["acceptance"], at)
    return _to_trial(at) and all(each.reached is not False for each in steps)


def _contests(at: AtSentencing) -> bool:
    plea = at.case.plea_agreement
    return plea is not None and at.case.pleads and plea.narrative_conflict is not False


def _without_drug_role(at: AtSentencing) -> bool:
    """Whether a reading takes an earlier Manual that has not the instruction on the drug role.

    § 5K2.12 went on the day on which the instruction came: where a departure stands, it does not.
    """
    earlier = (ManualChoice.OFFENSE_DATE, ManualChoice.FIRST_SENTENCING)
    outcomes = (each.outcome for each in at.vehicle.readings)
    return any(each.manual in earlier and each.road is not Road.VARIANCE_ONLY for each in outcomes)


def _unlisted(at: AtSentencing) -> bool:
    valve, offenses = at.law.adjustments["safety_valve"], at.law.offenses
    return any(not reaches(valve, each, offenses) for each in at.charges)


_CAUTIONS: Mapping[str, Callable[[AtSentencing], bool]] = {
    "acceptance.trial": _to_trial,
    "acceptance.preparing": _third_level,
    "acceptance.contests": _contests,
    "drug_role.whole_manual": _without_drug_role,
    "safety_valve.listed_offenses": _unlisted,
}
"""When a caution matters; one not listed always does, where the adjustment may apply.

Those of the minimum turn on the sentence asked for: see ``floor``.
"""


def _matters(id: str, point: AdjustmentPoint, at: AtSentencing) -> bool:
    ask = _CAUTIONS.get(f"{id}.{point.id}")
    return ask is None or ask(at)
