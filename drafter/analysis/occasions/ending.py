"""Occasions of the ways a case may end: plea, cooperation, sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.analysis.occasions.bearing import NO, Asked, Bearing, missing
from drafter.analysis.occasions.decided import settled
from drafter.analysis.position import Position
from drafter.casefile.case import Case
from drafter.casefile.matter import DecisionKind
from drafter.casefile.resolution import CooperationStatus, Disclosure
from drafter.doctrine.occasion import Occasion
from drafter.facts.gaps import Gap

_NOT_COMPARED = "not_compared"
"""The outcome of the order of tests that asks for both ranges."""


_ON_OFFER = Gap(
    "cooperation.on_offer", "what the client could tell, and whether the client would", "", ""
)
_TO_TELL = Gap("cooperation.to_tell", "what the client could tell", "", "")
_WILLING = Gap("cooperation.willing", "whether the client would cooperate", "", "")


def _plea_bars(at: Position) -> Bearing:
    agreement = at.case.plea_agreement
    if agreement is None or not agreement.live:
        return NO
    return Bearing(not all(each.allowed for each in at.sentencing.plea), (agreement,))


def _narrative(at: Position) -> Bearing:
    agreement = at.case.plea_agreement
    if agreement is None or not at.case.pleads:
        return NO
    return Bearing(agreement.narrative_conflict, (agreement,))


def _uncompared(at: Position) -> Bearing:
    agreement = at.case.plea_agreement
    compared = agreement is not None and agreement.narrative_conflict is not None
    if agreement is None or compared or not at.case.pleads or not at.pending:
        return NO
    return Bearing(True, (agreement,))


def _cooperation(*statuses: CooperationStatus) -> Asked:
    def asked(at: Position) -> Bearing:
        cooperation = at.case.cooperation
        if cooperation is None:
            return Bearing(None)
        return Bearing(cooperation.status in statuses, (cooperation,))

    return asked


_begun = _cooperation(*(each for each in CooperationStatus if each is not CooperationStatus.NONE))


_agreed = _cooperation(
    CooperationStatus.AGREEMENT, CooperationStatus.MOTION_EXPECTED, CooperationStatus.MOTION_FILED
)


def _can_cooperate(at: Position) -> Bearing:
    """Open until it is agreed on: a talk or a proffer binds nobody to more."""
    agreed = _agreed(at)
    return agreed if agreed.holds else Bearing(None, agreed.facts, tuple(_on_offer(at.case)))


def _on_offer(case: Case) -> Iterator[Gap]:
    """What is not recorded of it: what there is to tell, and what the client decided."""
    cooperation, decisions = case.cooperation, case.engagement.decisions
    told = cooperation is not None and (
        cooperation.what is not None or cooperation.disclosure is Disclosure.MADE
    )
    decided = any(e.decision is DecisionKind.COOPERATE and settled(e) for e in decisions)
    if not told:
        yield _TO_TELL if decided else _ON_OFFER
    elif not decided:
        yield _WILLING


def _withheld(at: Position) -> Bearing:
    cooperation = at.case.cooperation
    if cooperation is None:
        return NO
    held = (Disclosure.WITHHELD_FOR_FEAR, Disclosure.INCOMPLETE)
    gaps = missing(at.record, f"{cooperation.id}.disclosure")
    answer = None if gaps else cooperation.disclosure in held
    return Bearing(answer, (cooperation,), gaps)


def _safety_valve(at: Position) -> Bearing:
    """Open as long as the offense is a listed one and no condition is answered no."""
    valve = at.sentencing.safety_valve
    bound = tuple(each for each in valve.charges if each.minimum_months not in (0, None))
    shut = valve.met is False
    return Bearing(bool(bound) and not shut, charges=bound)


def _disclosure_due(at: Position) -> Bearing:
    """Whether a way through the safety valve is open, and the disclosure for it is not made.

    It is made where counsel says so of the disclosure, or of the condition that asks for it.
    """
    cooperation, valve = at.case.cooperation, at.case.sentencing.safety_valve
    made = cooperation is not None and cooperation.disclosure is Disclosure.MADE
    if made or (valve is not None and valve.truthful_disclosure):
        return NO
    return _safety_valve(at)


def _ranges(at: Position) -> Bearing:
    outcomes = (each for step in at.sentencing.vehicle.steps for each in step.outcomes)
    return Bearing(at.course.read and any(each.id == _NOT_COMPARED for each in outcomes))


ENDING: Mapping[Occasion, Asked] = {
    Occasion.NO_PLEA_AGREEMENT: lambda at: Bearing(at.case.agreement is None),
    Occasion.PLEA_BARS_ARGUMENT: _plea_bars,
    Occasion.NARRATIVE_CONFLICT: _narrative,
    Occasion.NARRATIVE_UNCOMPARED: _uncompared,
    Occasion.COOPERATION_BEGUN: _begun,
    Occasion.COOPERATION_POSSIBLE: _can_cooperate,
    Occasion.ASSISTANCE_MOTION: _cooperation(
        CooperationStatus.MOTION_EXPECTED, CooperationStatus.MOTION_FILED
    ),
    Occasion.DISCLOSURE_WITHHELD: _withheld,
    Occasion.SAFETY_VALVE_POSSIBLE: _safety_valve,
    Occasion.DISCLOSURE_DUE: _disclosure_due,
    Occasion.ROLE_RECORDED: lambda at: Bearing(at.case.sentencing.role is not None),
    Occasion.RANGES_NOT_COMPARED: _ranges,
    Occasion.MANUAL_NOT_READ: lambda at: Bearing(
        at.course.read and at.sentencing.stamp is not None and at.sentencing.manual_checked is None
    ),
}
