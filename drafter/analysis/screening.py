"""The article's screening score, read off the record as ranges.

A claim: how a part is read where the article leaves it open is our reading, said at its
function.  Only the claims appendix reads this; no option, element or task does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta

from msgspec import Struct

from drafter.analysis.elements.threat_types import ThreatFinding
from drafter.analysis.position import Position
from drafter.analysis.predicates.hours import HOURS
from drafter.analysis.predicates.order import either
from drafter.analysis.predicates.setting import Setting
from drafter.analysis.predicates.threats import THREAT_TESTS
from drafter.analysis.screening_types import ScoredPart, Screening
from drafter.casefile.coercion import Opportunity
from drafter.casefile.fact import Basis, Fact
from drafter.casefile.record import Evidence
from drafter.doctrine.claim import Band, Claim, ScorePart
from drafter.doctrine.evidence import EvidenceNature
from drafter.facts.gaps import Gap
from drafter.facts.intervals import Span
from drafter.facts.milestones import Milestone, over

_SCORE, _BANDS = "L46", "L05"
_SURRENDER_POINTS = {"within_4_hours": 3, "within_24_hours": 2, "3_to_7_days": 1}
"""Band of hours to the points that its upper end is the limit of."""


class _Points(Struct, frozen=True):
    """The points of one part, as a range."""

    low: int
    high: int
    facts: tuple[Fact, ...] = ()
    gaps: tuple[Gap, ...] = ()
    wide: tuple[Fact, ...] = ()


def find_screening(position: Position) -> Screening:
    """The four parts and their total, and the band of hours to surrender."""
    score, bands = (position.doctrine.claim(each) for each in (_SCORE, _BANDS))
    parts = tuple(_scored(part, _PARTS[part.id](position)) for part in score.parts)
    low, high = sum(p.low.points for p in parts), sum(p.high.points for p in parts)
    span = position.record.surrender.span("end_to_surrender")
    return Screening(
        claim=score,
        bands_claim=bands,
        parts=parts,
        tiers=tuple(
            tier
            for tier in sorted(score.tiers, key=lambda tier: -tier.high)
            if low <= tier.high and tier.low <= high
        ),
        to_surrender=span,
        bands=tuple(each for each in bands.bands if span and _touches(span, each)),
    )


def _scored(part: ScorePart, points: _Points) -> ScoredPart:
    level = {each.points: each for each in part.levels}
    return ScoredPart(
        part, level[points.low], level[points.high], points.facts, points.gaps, points.wide
    )


def _gaps(position: Position, ids: Iterable[str]) -> tuple[Gap, ...]:
    return tuple(gap for gap in map(position.record.gap, ids) if gap)


def _in_time(at: Position) -> tuple[ThreatFinding, ...]:
    """The threats but those made when the offense was over; all where no other is recorded."""
    return tuple(each for each in at.threats if not each.late) or at.threats


def _evidence(at: Position) -> _Points:
    """No threat recorded is no account; whatever bears a threat out is corroboration.

    The low end counts only items with a date and a way in, the high end every item.
    """
    threats = tuple(each.threat for each in _in_time(at))
    if not threats:
        return _Points(0, 3, gaps=_gaps(at, ["threats"]))
    items = {i.id: i for threat in threats for i in at.record.evidence.items_for(threat.id)}
    doubtful = at.setting.without_way_in
    sure = [i for i in items.values() if i.id not in doubtful and _dated(at, i)]
    told = any(threat.basis is not Basis.CLIENT_ACCOUNT for threat in threats)
    gaps = (f"{id}.{field}" for id in items for field in ("when", "admissible_through"))
    facts = (*threats, *items.values())
    low, high = _corroborated(sure, told, at), _corroborated(items.values(), told, at)
    return _Points(low, high, facts, _gaps(at, gaps) if low < high else ())


def _dated(at: Position, item: Evidence) -> bool:
    moment = at.record.moments.get(item.id)
    return moment is not None and moment.known


def _corroborated(items: Iterable[Evidence], told: bool, at: Position) -> int:
    """A recording of the threat is read with the physical evidence: it is made of the threat."""
    kinds = [at.doctrine.evidence_kind(item.kind) for item in items]
    strong = any(EvidenceNature.STRONG in kind.nature for kind in kinds)
    return 3 if strong else 2 if kinds or told else 1


def _immediacy(at: Position) -> _Points:
    """The best of the threats: one that stood during the offense, or came within 24 hours."""
    if not at.case.threats:
        return _Points(0, 2, gaps=_gaps(at, ["threats"]))
    found = _in_time(at)
    read = [_of_threat(each, at.setting) for each in found]
    threats = tuple(each.threat for each in found)
    low, high = max(low for low, _ in read), max(high for _, high in read)
    if low == high:
        return _Points(low, high, threats)
    gaps = (f"{each.id}.{field}" for each in threats for field in ("when", "continuing"))
    wide = tuple(each.threat for each in found if each.moment and not each.moment.exact)
    return _Points(low, high, threats, _gaps(at, gaps), wide)


def _of_threat(found: ThreatFinding, setting: Setting) -> tuple[int, int]:
    made_during = THREAT_TESTS["threat_during_offense"].holds(found.threat, setting)
    during = either(found.threat.continuing, made_during)
    soon = found.to_offense.within(HOURS) if found.to_offense else None
    if during:
        return 2, 2
    most = 2 if during is None else 0 if soon is False else 1
    return 1 if soon else 0, most


def _escape(at: Position) -> _Points:
    """The worst of the opportunities, each by whether help could safely be asked for.

    One that is certainly later than the offense, or earlier than any threat, was no way out of it.
    """
    end, moments = at.record.surrender.offense_end.moment, at.record.moments
    chances = tuple(
        each
        for each in filter(at.setting.threatened_at, at.case.opportunities)
        if not over(end, moments.get(each.id))
    )
    if not chances:
        return _Points(0, 2, gaps=_gaps(at, ["opportunities"]))
    read = [_of_chance(each) for each in chances]
    low, high = min(low for low, _ in read), min(high for _, high in read)
    gaps = (f"{each.id}.{f}" for each in chances for f in ("safe", "phone", "alone", "watched"))
    return _Points(low, high, chances, _gaps(at, gaps) if low < high else ())


def _of_chance(chance: Opportunity) -> tuple[int, int]:
    """A safe one not taken is clear; an unsafe one with a means to point at is arguable."""
    if chance.asked_for_help:
        return 2, 2
    if chance.safe is None:
        return 0, 2
    if chance.safe:
        return (0, 0) if chance.asked_for_help is False else (0, 2)
    pointed_at = chance.phone or chance.authority_present or (chance.alone and not chance.watched)
    return (1, 1) if pointed_at else (2, 2)


def _surrender(at: Position) -> _Points:
    """By the hours from the threat's end; an arrest before the surrender is being caught.

    Where no surrender is recorded, or the threat is recorded as continuing, or its end is not
    recorded, every reading is open.
    """
    timeline = at.record.surrender
    facts = _facts(timeline.threat_ended, timeline.surrender)
    if not timeline.surrender.recorded:
        return _Points(0, 3, _facts(timeline.arrest))
    after_arrest = timeline.span("surrender_to_arrest")
    if after_arrest and after_arrest.forward is False:
        return _Points(0, 0, _facts(timeline.surrender, timeline.arrest))
    span = timeline.span("end_to_surrender")
    if span is None:
        return _Points(0, 3, facts, _gaps(at, (f"{each.id}.ended" for each in at.case.threats)))
    limits = _limits(at.doctrine.claim(_BANDS))
    low, high = _points_for(span.longest, limits), _points_for(span.shortest or timedelta(), limits)
    if low == high:
        return _Points(low, high, facts)
    gaps = (f"{each.id}.ended" for each in timeline.threat_ended.undated)
    return _Points(low, high, facts, _gaps(at, gaps), facts)


def _facts(*milestones: Milestone) -> tuple[Fact, ...]:
    return tuple(each.fact for each in milestones if isinstance(each.fact, Fact))


def _limits(bands: Claim) -> Mapping[int, timedelta]:
    """Points, the most first, to the longest time that still earns them."""
    hours = {each.id: each.up_to_hours or 0 for each in bands.bands}
    return {points: timedelta(hours=hours[id]) for id, points in _SURRENDER_POINTS.items()}


def _points_for(time: timedelta | None, limits: Mapping[int, timedelta]) -> int:
    """The points of a time; None is without bound."""
    if time is None:
        return 0
    return next((points for points, limit in limits.items() if time <= limit), 0)


def _touches(span: Span, band: Band) -> bool:
    """Whether the time may lie in a band."""
    over = timedelta(hours=band.over_hours) if band.over_hours is not None else None
    up_to = timedelta(hours=band.up_to_hours) if band.up_to_hours is not None else None
    starts = over is None or span.longest is None or span.longest > over
    ends = up_to is None or span.shortest is None or span.shortest <= up_to
    return starts and ends


_PARTS: Mapping[str, Callable[[Position], _Points]] = {
    "evidence_of_threat": _evidence,
    "immediacy": _immediacy,
    "escape": _escape,
    "surrender": _surrender,
}
