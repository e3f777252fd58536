"""What belongs in the sealed supplement, and the authorities it cites."""

from __future__ import annotations

from drafter.analysis.computation_types import ComputationFinding, SideBySide
from drafter.analysis.filing_types import FiledAnswer, FiledFact, FilingLaw, SealedPart
from drafter.analysis.result import Analysis
from drafter.analysis.sentencing.filed import filed, narrative, submitted
from drafter.analysis.sentencing.gates import argued
from drafter.analysis.sentencing_types import SentencingFindings
from drafter.casefile.resolution import Argument, CooperationStatus, LegalRoad
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
    valve = _safety_valve(findings, record)
    return SealedPart(
        facts=narrative(record, Reader.SEALED),
        history=_history(record),
        road=floor.road if floor.below else None,
        safety_valve=valve,
        cooperation=_cooperation(record, valve),
        separation=case.sentencing.separation,
        objections=findings.unresolved_objections,
        computation=_computation(findings),
        compared=_compared(findings),
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


def _history(record: Record) -> tuple[FiledFact, ...]:
    about = (*record.case.sentencing.history, *record.case.client.conditions)
    return filed(about, record, Reader.SEALED)


def _cooperation(record: Record, valve: tuple[FiledAnswer, ...]) -> tuple[FiledFact, ...]:
    """What is recorded of cooperation, where no condition of the safety valve tells it."""
    told = record.case.cooperation
    if told is None or (told.status is CooperationStatus.NONE and not told.what):
        return ()
    if any(fact.id == told.id for each in valve for fact in each.facts):
        return ()
    return submitted([told], record, Reader.SEALED)


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


def _computation(findings: SentencingFindings) -> ComputationFinding | None:
    """The governing computation, where a step of it tells of the safety valve."""
    governing = None if findings.compared else findings.governing
    return governing if governing and governing.shows_safety_valve else None


def _compared(findings: SentencingFindings) -> SideBySide | None:
    """Both computations, where a step of either tells of the safety valve."""
    compared = findings.compared
    return compared if compared and compared.shows_safety_valve else None


def _mitigation(findings: SentencingFindings) -> Subsection | None:
    """§ 28(d), where a screen that may be sealed has the client a victim; else it is not named."""
    found = findings.mitigation
    if found is None or not found.victim or found.screen is None:
        return None
    return found.subsection if reader_of(found.screen) <= Reader.SEALED else None
