"""What belongs in the sealed supplement, and the authorities it cites."""

from __future__ import annotations

from drafter.analysis.filing.gates import argued
from drafter.analysis.filing.types import FiledAnswer, FilingLaw, SealedPart
from drafter.analysis.result import Analysis
from drafter.analysis.sentencing.adjustments import MOTION
from drafter.analysis.sentencing.computation_types import ComputationFinding
from drafter.analysis.sentencing.filed import FiledFact, filed, narrative, submitted
from drafter.analysis.sentencing.telling import undisclosed
from drafter.analysis.sentencing.types import SentencingFindings
from drafter.casefile.case import Case
from drafter.casefile.plea import Argument
from drafter.casefile.resolution import Cooperation, CooperationStatus, Disclosure, LegalRoad
from drafter.doctrine.route import Subsection
from drafter.facts.disclosure import Reader, reader_of
from drafter.facts.record import Record

_ROAD_LAW = {
    LegalRoad.SECTION_3553E: ("usc18_3553_e",),
    LegalRoad.SECTION_3553F: ("usc18_3553_f",),
}


def tells_of_the_client(record: Record) -> bool:
    """Whether the supplement tells any fact of the coercion or of the client’s history."""
    return bool(narrative(record, Reader.SEALED) or _history(record))


def sealed_part(analysis: Analysis) -> SealedPart:
    """What the court may read under seal; the public filing has the rest.

    What must not be filed, for the safety of others, is an instruction to the team and not in it.

    The road below a minimum stands here whichever it is: were only one of the two kept
    out of the public filing, its absence would tell which.
    """
    record, findings = analysis.record, analysis.sentencing
    case, floor = record.case, findings.floor
    valve, told = _safety_valve(findings, record), _sealed(findings)
    return SealedPart(
        facts=narrative(record, Reader.SEALED),
        history=_history(record),
        road=floor.road if floor.below else None,
        motion_filed=_motion_filed(case),
        alone=floor.ground_tells,
        safety_valve=valve,
        cooperation=_cooperation(record, valve),
        separation=case.sentencing.apart_from,
        objections=findings.unresolved_objections,
        computation=None if findings.compared or not told else findings.governing,
        compared=findings.compared if told else None,
        mitigation=_mitigation(findings),
    )


def sealed_law(sealed: SealedPart) -> FilingLaw:
    """The authorities of the supplement: its template cites these and no others."""
    named = [
        *(_ROAD_LAW.get(sealed.road, ()) if sealed.road else ()),
        *(each.authority for each in sealed.safety_valve if each.authority),
        *(("frcrp_32_f",) if sealed.objections else ()),
        *(("usc18_28",) if sealed.mitigation else ()),
    ]
    return FilingLaw(sealed=tuple(dict.fromkeys(named)))


def _motion_filed(case: Case) -> bool:
    told = case.cooperation
    return told is not None and told.status is CooperationStatus.MOTION_FILED


def _history(record: Record) -> tuple[FiledFact, ...]:
    about = (*record.case.sentencing.history, *record.case.client.conditions)
    return filed(about, record, Reader.SEALED)


def _cooperation(record: Record, valve: tuple[FiledAnswer, ...]) -> tuple[FiledFact, ...]:
    """What is recorded of cooperation, where a request rests on it and no condition tells it.

    Talks that came to nothing support nothing that is asked for, and are kept from the court; so
    are the particulars of a disclosure that is not all of it.
    """
    told = record.case.cooperation
    if told is None or not (told.status in MOTION or (valve and _discloses(told))):
        return ()
    if any(fact.id == told.id for each in valve for fact in each.facts):
        return ()
    if undisclosed(record):
        told = told.model_copy(update={"what": None})
    return submitted([told], record, Reader.SEALED)


def _discloses(told: Cooperation) -> bool:
    """Whether it is the disclosure that the safety valve asks for, as far as recorded."""
    begun = told.status in (CooperationStatus.PROFFER, CooperationStatus.AGREEMENT)
    return told.disclosure is Disclosure.MADE or (told.disclosure is None and begun)


def _safety_valve(findings: SentencingFindings, record: Record) -> tuple[FiledAnswer, ...]:
    """The facts of the safety valve as counsel answered them, where the ask rests on it."""
    floor, valve = findings.floor, findings.safety_valve
    rests = floor.below and floor.road is LegalRoad.SECTION_3553F
    if not (rests and argued(findings, Argument.SAFETY_VALVE)):
        return ()
    return tuple(
        FiledAnswer(
            each.id,
            each.point.statement,
            each.point.authority,
            each.answer,
            filed(each.facts, record, Reader.SEALED),
        )
        for each in valve.conditions
        if each.answer is not None
    )


def steps_sealed(findings: SentencingFindings) -> bool:
    """Whether the steps of the computation go under seal, all of them together.

    A step of the safety valve that moves the level takes the others along: beside the total
    they would tell by subtraction what it took.  So does an ask below a minimum that the
    safety valve may open, whichever road it names: were a step of it missing among open
    ones, that would tell of the other road, which is cooperation.
    """
    steps = (step for each in _filed(findings) for step in each.valve_steps)
    may_open = findings.floor.below and findings.safety_valve.applies is not False
    return may_open or any(each.levels for each in steps)


def _filed(findings: SentencingFindings) -> tuple[ComputationFinding, ...]:
    """The computations that a filing shows."""
    if findings.compared:
        return findings.compared.entered
    return (findings.governing,) if findings.governing else ()


def _sealed(findings: SentencingFindings) -> bool:
    """Whether the supplement has steps that the public filing leaves out."""
    return steps_sealed(findings) or any(each.valve_steps for each in _filed(findings))


def _mitigation(findings: SentencingFindings) -> Subsection | None:
    """§ 28(d), where a screen that may be sealed has the client a victim; else it is not named."""
    found = findings.mitigation
    if found is None or not found.victim or found.screen is None:
        return None
    return found.subsection if reader_of(found.screen) <= Reader.SEALED else None
