"""Each threat: how far its kind reaches, and how long before the offense it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from drafter.analysis.elements.threat_types import Reach, ThreatFinding
from drafter.analysis.predicates.setting import CLIENT, Setting
from drafter.casefile.coercion import Threat, ThreatKind
from drafter.doctrine.circuit import Circuit
from drafter.facts.intervals import Span, span_between
from drafter.facts.moments import Moment

REACH: Mapping[ThreatKind, Reach] = {
    ThreatKind.DEATH: Reach.COMMON_LAW,
    ThreatKind.SERIOUS_INJURY: Reach.COMMON_LAW,
    ThreatKind.OTHER_INJURY: Reach.SENTENCING_ONLY,
    ThreatKind.PROPERTY: Reach.SENTENCING_ONLY,
    ThreatKind.BLACKMAIL: Reach.SENTENCING_ONLY,
    ThreatKind.ECONOMIC: Reach.NOT_SHOWN,
    ThreatKind.JOB: Reach.NOT_SHOWN,
    ThreatKind.EMBARRASSMENT: Reach.NOT_SHOWN,
    ThreatKind.DEPORTATION: Reach.NOT_SHOWN,
    ThreatKind.LEGAL_PROCESS: Reach.NOT_SHOWN,
    ThreatKind.CHILD_TAKEN: Reach.NOT_SHOWN,
}
"""How far each kind goes at common law; a threat with several kinds goes as far as the best."""

_NEVER = datetime.max.replace(tzinfo=UTC)
_FURTHEST = (Reach.COMMON_LAW, Reach.SENTENCING_ONLY, Reach.NOT_SHOWN)


def find_threats(setting: Setting, circuit: Circuit) -> tuple[ThreatFinding, ...]:
    """Find what each threat can carry, in the order of the case file."""
    return tuple(_finding(threat, setting, circuit) for threat in setting.case.threats)


def _finding(threat: Threat, setting: Setting, circuit: Circuit) -> ThreatFinding:
    reached = {REACH[kind] for kind in threat.kinds}
    others = any(each != CLIENT for each in threat.against)
    return ThreatFinding(
        threat=threat,
        moment=setting.moment(threat.id),
        reach=next((each for each in _FURTHEST if each in reached), Reach.UNKNOWN),
        third_person=circuit.third_person if others else None,
        to_offense=span_to_offense(threat, setting),
        late=setting.charges_of(threat) if threat.id in setting.late else (),
    )


def span_to_offense(threat: Threat, setting: Setting) -> Span | None:
    """From a threat to the start of the count it was tied to; without a tie, of the first to begin.

    Tied to several, to the next of those that began after it, or may have.  None where either
    moment is not recorded.
    """
    made, starts = setting.moment(threat.id), _starts(threat, setting)
    spans = (span_between(made, each) for each in starts)
    known = [each for each in spans if each.known]
    ahead = [each for each in known if each.forward is not False]
    return min(ahead, key=_longest) if ahead else next(iter(known), None)


def _starts(threat: Threat, setting: Setting) -> Iterable[Moment | None]:
    starts = [setting.moment(each.id, "start") for each in setting.charges_of(threat)]
    if threat.demanded_offense:
        return starts
    dated = [each for each in starts if each and each.earliest]
    return [min(dated, key=lambda each: each.earliest or _NEVER)] if dated else starts[:1]


def _longest(span: Span) -> timedelta:
    return timedelta.max if span.longest is None else span.longest
