"""The statutory minimum as a floor: what it does to the range and to the sentence asked for."""

from __future__ import annotations

from math import inf

from msgspec.structs import replace

from drafter.analysis.sentencing.adjustment_types import AdjustmentFinding
from drafter.analysis.sentencing.adjustments import MOTION, AtSentencing, adjustment_of
from drafter.analysis.sentencing.computation_types import ComputationFinding, RangeEffect
from drafter.analysis.sentencing.floor_types import BELOW, Floor, FloorState
from drafter.casefile.matter import Charge, Disposition
from drafter.casefile.resolution import Ask, CooperationStatus, LegalRoad
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.offense import OffenseNature
from drafter.doctrine.sentencing_table import LIFE

_ROADS = (LegalRoad.SECTION_3553E, LegalRoad.SECTION_3553F)
_FIRST_DEGREE = ("first degree", "first-degree")


def find_floor(at: AtSentencing, safety_valve: AdjustmentFinding, doctrine: Doctrine) -> Floor:
    """Hold the sentence asked for against counsel's total, else the largest known minimum."""
    sentencing, charges = at.case.sentencing, at.charges
    law = adjustment_of("statutory_minimum", replace(at, valve_met=safety_valve.met))
    ask, months = sentencing.ask, sentencing.floor_months
    # Minimums are never added: until the total is entered, one count's alone binds.
    known = [each.minimum_months for each in charges if each.minimum_months is not None]
    bound = max(known, key=_term, default=None) if months is None else months
    governing = next((each for each in at.computations if each.governs), None)
    state = _state(ask, months, bound)
    floor = Floor(
        months=months,
        bound=bound,
        ask=ask,
        state=state,
        road_supported=_supported(ask, law, safety_valve),
        only_assistance=state in BELOW and _shut(ask, safety_valve),
        effect=_effect(months, None if at.apart else governing),
        above=tuple(each for each in charges if months is not None and _more(each, months)),
        own=_own(charges, months),
        pending=_pending(at, months),
        valve=() if safety_valve.met is False else tuple(filter(_bound, safety_valve.charges)),
        beyond_valve=tuple(filter(_bound, safety_valve.unlisted)),
        apart=at.apart,
        mandatory_life=tuple(each for each in charges if _mandatory_life(each, doctrine)),
        adjustment=law,
        gaps=tuple(
            gap
            for id in ("sentencing.ask", "sentencing.floor_months", *_minimums(charges))
            if (gap := at.record.gap(id))
        ),
    )
    return replace(floor, adjustment=_cautioned(floor, at))


def _state(ask: Ask | None, months: int | str | None, bound: int | str | None) -> FloorState:
    if ask is None:
        return FloorState.NO_ASK
    if bound is not None and ask.months < _term(bound):
        named = ask.legal_road in _ROADS
        return FloorState.BELOW_WITH_ROAD if named else FloorState.BELOW_WITHOUT_ROAD
    return FloorState.FLOOR_UNKNOWN if months is None else FloorState.NOT_BELOW


def _supported(
    ask: Ask | None, law: AdjustmentFinding, safety_valve: AdjustmentFinding
) -> bool | None:
    """Whether the record bears out the road; open where the valve misses a count's minimum."""
    road = ask.legal_road if ask else None
    if road is LegalRoad.SECTION_3553E:
        motion = next(each for each in law.conditions if each.id == "government_motion")
        return motion.answer
    if road is LegalRoad.SECTION_3553F:
        if _shut(ask, safety_valve):
            return False
        beyond = any(each.minimum_months != 0 for each in safety_valve.unlisted)
        return None if beyond and safety_valve.met else safety_valve.met
    return None


def _shut(ask: Ask | None, safety_valve: AdjustmentFinding) -> bool:
    """Whether the safety valve cannot let a court go down to the ask.

    It is shut, or a count that it does not reach has a minimum of its own above the ask.
    """
    if ask is None:
        return False
    beyond = any(_more(each, ask.months) for each in safety_valve.unlisted)
    return beyond or safety_valve.met is False


def _effect(months: int | str | None, governing: ComputationFinding | None) -> RangeEffect:
    if months == 0:
        return RangeEffect.NONE
    return RangeEffect.UNKNOWN if governing is None else governing.effect


def _mandatory_life(charge: Charge, doctrine: Doctrine) -> bool:
    """Whether a count is murder in the first degree, by its title or its recorded minimum."""
    named = any(words in charge.title.casefold() for words in _FIRST_DEGREE)
    has_degrees = OffenseNature.DEGREES in doctrine.offense(charge.offense).nature
    return has_degrees and (named or charge.minimum_months == LIFE)


def _bound(charge: Charge) -> bool:
    return charge.minimum_months != 0


def _own(charges: tuple[Charge, ...], months: int | str | None) -> tuple[Charge, ...]:
    found = tuple(each for each in charges if each.minimum_months == months)
    return found if months and len(found) < len(charges) else ()


def _pending(at: AtSentencing, months: int | str | None) -> tuple[Charge, ...]:
    known = [each.minimum_months for each in at.charges if each.minimum_months is not None]
    convicted = all(each.disposition is Disposition.CONVICTED for each in at.charges)
    if not convicted or months is None or len(known) < len(at.charges):
        return ()
    if _term(months) <= sum(map(_term, known)):
        return ()
    waiting = (e for e in at.case.charges if e.disposition is Disposition.PENDING)
    return tuple(each for each in waiting if each.minimum_months not in (0, None))


def _more(charge: Charge, months: int | str) -> bool:
    least = charge.minimum_months
    return least is not None and _term(least) > _term(months)


def _minimums(charges: tuple[Charge, ...]) -> tuple[str, ...]:
    return tuple(f"{each.id}.minimum_months" for each in charges)


def _cautioned(floor: Floor, at: AtSentencing) -> AdjustmentFinding:
    """The law of the minimum with the cautions that at for this ask."""
    minimums = [each for each in at.charges if each.minimum_months not in (0, None)]
    motion = at.cooperation.status if at.cooperation else None
    matters = {
        "duress_is_no_road": floor.below,
        "at_the_minimum": floor.below,
        "departure_motion": motion in MOTION,
        "without_motion": floor.below and floor.road is not LegalRoad.SECTION_3553F,
        "range_below": floor.effect is RangeEffect.BELOW,
        "range_across": floor.effect is RangeEffect.ACROSS,
        "life": bool(floor.mandatory_life),
        "not_added": len(minimums) > 1,
        "rule_35": motion is CooperationStatus.AGREEMENT,
    }
    law = floor.adjustment
    kept = tuple(each for each in law.cautions if matters.get(each.id, True))
    return replace(law, cautions=kept)


def _term(months: int | str) -> float:
    return inf if months == LIFE else int(months)
